import Model

extension TestReport {
    static let need = NeedReport(
        needs: [
            Need(
                areaCode: "11101", themeID: "mental_health", weight: 0.75, figure: 1234.5,
                interval: Need.Interval(low: 1100, high: 1400), measure: "内印指標", unit: "人", basis: .split,
                source: "内印出典", asOf: "2023年度", isPriority: true),
            Need(areaCode: "11101", themeID: "violence", weight: 0.25, basis: .equal, source: "内印.csv"),
            Need(
                areaCode: "11102", themeID: "mental_health", weight: nil, measure: "内印指標", unit: "人", basis: .withheld,
                source: "=内印出典", isPriority: true),
            Need(areaCode: "11102", themeID: "violence", weight: nil, basis: .noFigure),
        ],
        themes: [
            NeedReport.ThemeTotal(
                themeID: "mental_health", isPriority: true, weight: 0.75, figure: 1234.5, measure: "内印指標", unit: "人",
                weighedAreas: 1, cases: cases),
            NeedReport.ThemeTotal(
                themeID: "violence", isPriority: false, weight: 0.25, figure: nil, measure: "", unit: "",
                weighedAreas: 1,
                cases: nil),
        ],
        notes: ["内印需要：仮の値です。"])

    private static let cases = TabulationRow(
        questionID: "3-2", question: "支援ケースの分類", optionID: "mental_health", option: "心の健康", count: 3, base: 7,
        answered: 7, sharePercent: 42.9, weighted: nil, bounds: nil)
}
