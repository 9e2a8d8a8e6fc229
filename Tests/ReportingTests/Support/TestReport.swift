import Model
import Reporting

/// A small report made by hand: two wards, five organisations, one of every kind of thing that an edition shows.
enum TestReport {
    /// Names that a page, a script or a spreadsheet could take for something else.
    static let hostileNames = [
        "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "+1+1", "-2+3",
        "@SUM(A1)", "\"onload=\"alert(1)", "\"\u{301} onmouseover=alert(1) x=\"", "a;b,c\"d\ne",
        "{{version}}{{{style}}}", "かぞく👨‍👩‍👧‍👦の会",
        "\u{202E}逆さ\u{2066}の会\u{200F}", "_x000D_の会", "'引用'の会&amp;", "\u{0}\u{1}制御\u{7F}の会",
        String(repeating: "長い名前", count: 2_500),
    ]

    /// Stands in every field that must not leave through `public/`.
    static let internalMarkers = [
        "内印住所", "内印町", "内印電話", "内印課", "内印根拠", "内印理由", "内印所見", "内印前提", "内印目的", "内印制約", "内印目標",
        "内印指標", "内印出典", "内印需要", "内印分野", "内印検討", "内印課題", "内印期待", "内印提案",
        "内印去った会", "不同意の会", "声掛けの会", "oinvited", "omember", "12345678", "135.5", "内印.csv",
    ]

    /// What tells where the organisations are whose location is withheld.
    static let withheldMarkers = ["秘密町", "隠れ町", "36.777", "136.777", "87654321", "-77000", "29876"]

    /// The same against other earlier waves, or none.
    static func make(
        comparison: WaveComparison? = TestReport.comparison, changes: WaveChanges?
    ) -> RunReport {
        make(candidateName: "声掛けの会", memberName: "つながりの会", comparison: comparison, changes: changes)
    }

    static func make(candidateName: String = "声掛けの会", memberName: String = "つながりの会") -> RunReport {
        make(
            candidateName: candidateName, memberName: memberName, comparison: comparison,
            changes: changes(candidateName))
    }

    private static func make(
        candidateName: String, memberName: String, comparison: WaveComparison?, changes: WaveChanges?
    ) -> RunReport {
        RunReport(
            wave: Wave(
                id: "w1", label: "第1回 リソース調査",
                municipality: Wave.Municipality(code: "11100", name: "みほん市", prefecture: "みほん県"),
                answerPeriod: day(2024, 10, 1)...day(2024, 11, 15), asOf: day(2024, 11, 30)),
            taxonomy: Taxonomy(themes: themes, supportTypes: supportTypes), areas: areas,
            outlines: ["11101": outline],
            organizations: organizations(candidateName, memberName), links: links,
            tables: tables(comparison),
            coverage: coverage, followUps: followUps, sensitivity: sensitivity,
            shortlist: shortlist(candidateName), cooperation: cooperation(candidateName), findings: findings,
            doubtfulLinks: doubtfulLinks,
            doubtfulAddresses: doubtfulAddresses, doubtfulAreas: doubtfulAreas,
            openPairs: openPairs, texts: texts, reviewedTexts: reviewedTexts, nameHints: nameHints,
            sources: sources,
            assumptions: ["内印前提：需要は人口に比例する。"], need: need, changes: changes)
    }

    /// A name as tables and workbooks hold it: without control characters.
    static func printable(_ name: String) -> String { name.replacing(/[\u{0}-\u{8}]/, with: "\u{FFFD}") }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
        return date
    }

    static let areas = [
        Area(code: "11101", name: "東の区", kind: .ward, parents: ["11100"], population: 1000),
        Area(code: "11102", name: "西の区", kind: .ward, parents: ["11100"], population: 500),
    ]

    /// An island beside a square with a hole.
    static let outline = AreaOutline(polygons: [
        [ring(135, 35, 1), Array(ring(135.25, 35.25, 0.5).reversed())], [ring(137, 35.123456789, 0.5)],
    ])

    /// A square, counterclockwise from its south-western corner.
    private static func ring(_ west: Double, _ south: Double, _ size: Double) -> AreaOutline.Ring {
        [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
            AreaOutline.Point(longitude: west + $0.0 * size, latitude: south + $0.1 * size)
        }
    }

    static let themes = [
        theme("mental_health", "心の健康"), theme("violence", "DV・性暴力", withholds: true),
        Theme(id: "other", label: "その他", englishLabel: "Other", isResidual: true, withholdsLocation: false),
    ]

    static let supportTypes = [
        SupportType(id: "consultation", label: "相談窓口の開設", englishLabel: "Consultation", isResidual: false),
        SupportType(id: "gathering_place", label: "居場所づくり", englishLabel: "Places to be", isResidual: false),
    ]

    private static func theme(_ id: String, _ label: String, withholds: Bool = false) -> Theme {
        Theme(id: id, label: label, englishLabel: id, isResidual: false, withholdsLocation: withholds)
    }

    static let sources = [
        SourceSummary(
            file: "内印.csv", sheet: nil, role: .frame, recordCount: 5, sha256: String(repeating: "ab", count: 32),
            purpose: "内印目的", retainUntil: day(2030, 3, 31), contacts: .linking)
    ]

    private static func tables(_ comparison: WaveComparison?) -> SurveyTables {
        SurveyTables(
            rows: [
                TabulationRow(
                    questionID: "2-2", question: "支援につながる活動内容", optionID: "mental_health", option: "心の健康", count: 2,
                    base: 3, answered: 2, sharePercent: 66.7,
                    weighted: WeightedPercent(percent: 61.25, interval: PercentRange(low: 20.8, high: 93.9)),
                    bounds: PercentRange(low: 40, high: 80)),
                TabulationRow(
                    questionID: "2-2", question: "支援につながる活動内容", optionID: "dv", option: "DV・性暴力", count: 0, base: 0,
                    answered: 0, sharePercent: nil, weighted: nil, bounds: nil),
            ],
            responses: [
                ResponseRow(
                    dimension: .all, category: "", label: "", asked: 5, answered: 3, unreachable: 1, ratePercent: 60),
                ResponseRow(
                    dimension: .section, category: "", label: "", asked: 5, answered: 3, unreachable: 1,
                    ratePercent: nil),
            ],
            weighting: WeightingSummary(
                dimensions: [.organizationType, .municipality], respondents: 3, effectiveSampleSize: 2.6,
                designEffect: 1.15, smallestWeight: 1.2, largestWeight: 2, converged: true,
                collapsed: [WeightingSummary.Collapsed(dimension: .municipality, labels: ["みほん市東の区", ""])]),
            comparison: comparison,
            voices: [
                VoiceRow(
                    questionID: "4-3", question: "取り組む上での課題", optionID: "staff", option: "人手が足りない",
                    members: VoiceRow.Count(base: 2, answered: 2, count: 1, sharePercent: 50),
                    others: VoiceRow.Count(base: 0, answered: 0, count: 0, sharePercent: nil))
            ], crosses: [cross("npo", "NPO法人", count: 1, base: 2), cross("other", "その他", count: 0, base: 0)])
    }

    private static func cross(_ id: String, _ label: String, count: Int, base: Int) -> CrossTabulationRow {
        CrossTabulationRow(
            byQuestionID: "1-1", byQuestion: "団体の種類", byOptionID: id, byOption: label,
            cell: TabulationRow(
                questionID: "2-2", question: "支援につながる活動内容", optionID: "mental_health", option: "心の健康", count: count,
                base: base, answered: base, sharePercent: base > 0 ? Double(100 * count / base) : nil, weighted: nil,
                bounds: nil))
    }
}
