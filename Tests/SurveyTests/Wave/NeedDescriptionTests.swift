import Model
import Survey
import Testing

@Suite struct NeedDescriptionTests {
    private func need(_ text: String) throws -> NeedDescription {
        try WaveText.adding("need: \(text)", after: 9).read().need
    }

    @Test func aFileAloneLeavesTheRestToItsDefaults() throws {
        let need = try need("{file: need.csv}")
        #expect(need.file?.path == "need.csv" && need.indicators == nil)
        #expect(need.priorityThemes.isEmpty && need.priorityWeight == 2)
        #expect(need.acrossThemes == nil && need.withoutFigure == .leaveOut)
    }

    @Test func everyKeyIsRead() throws {
        let need = try need(
            "{file: a.xlsx, indicators: b.csv, priority_themes: [こども, youth], priority_weight: 1.5,"
                + " across_themes: figures, without_figure: equal_share}")
        #expect(need.file?.path == "a.xlsx" && need.indicators?.path == "b.csv")
        #expect(need.priorityThemes.map(\.name) == ["こども", "youth"])
        #expect(need.priorityThemes[0].location == at(10, "priority_themes"))
        #expect(need.priorityWeight == 1.5 && need.acrossThemes == .figures && need.withoutFigure == .equalShare)
    }

    @Test func prioritiesNeedNoFile() throws {
        #expect(try need("{priority_themes: こども}").file == nil)
    }

    @Test(arguments: [
        ("{priority_weight: 2, priority_themes: a, indicators: b.csv}", "file"), ("{across_themes: equal}", "file"),
        ("{priority_themes: a, without_figure: leave_out}", "file"),
        ("{file: a.csv, priority_weight: 3}", "priority_themes"),
    ])
    func whatOneKeyNeedsIsMissed(text: String, missing: String) {
        let problems = WaveText.adding("need: \(text)", after: 9).problems()
        #expect(problems == [Problem(.keyMissing, at: at(10, "need"), expected: missing)])
    }

    @Test(arguments: ["0.5", "101", "-2", "二倍", "nan"])
    func aPriorityWeightIsANumberFromOneToAHundred(text: String) {
        let problems = WaveText.adding("need: {priority_themes: a, priority_weight: \(text)}", after: 9).problems()
        #expect(
            problems == [
                Problem(.valueType, at: at(10, "priority_weight"), found: text, expected: "1.0…100.0")
            ])
    }

    @Test func aRuleThatThereIsNotIsAnsweredWithThoseThereAre() {
        let problems = WaveText.adding("need: {file: a.csv, across_themes: same, without_figure: zero}", after: 9)
            .problems()
        #expect(problems.map(\.expected) == ["equal, figures", "leave_out, equal_share"])
    }
}
