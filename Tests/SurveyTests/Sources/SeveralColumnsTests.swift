import Model
import Survey
import Testing

/// Questions whose answers stand in several columns of one header row.
@Suite struct SeveralColumnsTests {
    private func source(_ answers: String) -> SmallSource {
        SmallSource("role: response", "columns: {name: 団体名}", "answers: \(answers)")
    }

    private func themes(_ result: SourceReader.Result) -> [Answer?] { result.records.map { $0.answers["2-2"] } }

    @Test(arguments: [
        "団体名,Q2_1,Q2_2,Q2_12", "団体名,Ｑ２＿１,q2_2,Q2 _12", "団体名,Q2_こども,Q2_高齢者,\"Q2_その他, 例外\"",
        "団体名,Q2_1.こども,Q2_②高齢者,\"Q2_12 その他, 例外\"",
    ])
    func aPatternNamesAColumnForEachOption(header: String) throws {
        let result = try source("{\"2-2\": {columns: \"Q2_*\"}}").read("\(header)\nA,1,0,○\nB,,,\nC,0,1,0\n")
        #expect(result.findings.isEmpty)
        #expect(themes(result) == [.options(["children", "other"]), .blank, .options(["older_people"])])
    }

    @Test func aMarkMayBeTheNumberOfItsOption() throws {
        let result = try source("{\"2-2\": {columns: \"Q2_*\"}}").read("団体名,Q2_1,Q2_2,Q2_12\nA,1,2,12\nB,1,3,0\n")
        #expect(themes(result) == [.options(["children", "older_people", "other"]), .options(["children"])])
        #expect(
            result.findings
                == [Finding(.warning, .unknownChoice, at: cell(3, "Q2_2"), found: "3", expected: "1 / 0")])
    }

    @Test func thePatternLeavesColumnsThatAreNamedAlone() throws {
        let source = source("{\"2-2\": {columns: \"Q2_*\"}, \"3-3\": Q2_記述}")
        let result = try source.read("団体名,Q2_1,Q2_2,Q2_記述\nA,1,0,相談\n")
        #expect(result.records[0].answers["3-3"] == .text("相談"))
        #expect(!result.findings.contains { $0.problem.code == .unknownChoice })
    }

    @Test func aColumnOfThePatternThatIsNoOptionIsSaid() throws {
        let result = try source("{\"2-2\": {columns: \"Q2_*\"}}").read("団体名,Q2_1,Q2_7\nA,1,1\n")
        #expect(
            result.findings == [
                Finding(.warning, .unknownChoice, at: cell(1, "Q2_7"), found: "7", expected: "こども / 高齢者 / その他, 例外")
            ])
    }

    @Test func aPatternThatFitsNoColumnIsAMissingColumn() {
        #expect(
            source("{\"2-2\": {columns: \"Q2_*\"}}").problems("団体名,Q3_1,Q3_2\nA,1,0\n").map(\.code) == [.columnMissing])
    }

    @Test func theStarStandsForTheLowerTitleAsWell() throws {
        let source = SmallSource(
            "role: response", "header_rows: 2", "columns: {name: 団体名}",
            "answers: {\"2-2\": {columns: \"内容*\"}}")
        let result = try source.read("団体名,問2,\n,内容1,内容2\nA,1,1\n")
        #expect(themes(result) == [.options(["children", "older_people"])])
    }

    @Test func eachOptionMayHaveAColumnOfAnyTitle() throws {
        let result = try source("{\"2-2\": {columns: {児: children, 老: older_people}}}").read("団体名,老,児\nA,×,○\nB,1,\n")
        #expect(themes(result) == [.options(["children"]), .options(["older_people"])])
    }

    @Test func titlesOfAListMustMeanOptions() throws {
        let result = try source("{\"2-2\": {columns: [こども, お年寄り]}}").read("団体名,こども,お年寄り\nA,1,1\n")
        #expect(themes(result) == [.options(["children"])])
        #expect(result.findings.map(\.problem.found) == ["お年寄り"])
    }

    @Test(arguments: [("codes", "2", "1"), ("labels", "高齢者", "子ども")])
    func firstAndSecondAnswerArePutTogether(coding: String, first: String, second: String) throws {
        for columns in ["[内容1, 内容2, 内容3]", "\"内容*\""] {
            let result = try source("{\"2-2\": {columns: \(columns), coded_as: \(coding)}}")
                .read("団体名,内容1,内容2,内容3\nA,\(first),\(second),\nB,,,\nC,\(second),\(second),ほか\n")
            #expect(themes(result) == [.options(["children", "older_people"]), .blank, .options(["children"])])
            #expect(result.findings.map(\.problem.location) == [cell(4, "内容3")])
        }
    }

    @Test func textsOfSeveralColumnsStandOnLinesOfTheirOwn() throws {
        let result = try source("{\"3-3\": {columns: [内容1, 内容2], coded_as: labels}}")
            .read("団体名,内容1,内容2\nA,相談,訪問\nB,,訪問\n")
        #expect(result.records.map { $0.answers["3-3"] } == [.text("相談\n訪問"), .text("訪問")])
    }

    @Test func placesOfAnAnswerExcludeEachOther() throws {
        var wave = WaveText()
        wave.lines.append("      \"2-2\": {column: 内容, columns: \"内容*\"}")
        let error = #expect(throws: StageError.self) { try wave.read() }
        #expect(
            error?.problems == [
                Problem(
                    .keysExclusive, at: CellLocation(file: WaveText.file, row: 18, column: "column"), found: "column",
                    expected: "columns")
            ])
    }
}
