import Model
import Survey
import Testing

/// Codes of data entry and scanning software for answers that aren't there.
@Suite struct MissingCodeTests {
    private func source(_ codebook: CodebookText, _ more: String...) -> SmallSource {
        var source = SmallSource(
            "role: response", "coded_as: codes", "columns: {name: 団体名, telephone: TEL}",
            "answers: {\"1-1\": 種類, \"2-2\": 活動}", codebook: codebook)
        source.description += more
        return source
    }

    private let text = "団体名,TEL,種類,活動\nA,-1,-1,1\nB,,-9999,\"1,2\"\nC,,1,-1\n"

    @Test func theCodebookSaysThemForEveryFile() throws {
        let codebook = CodebookText.adding("no_answer: [\"-1\"]", "unreadable: [\"-9999\"]", after: 0)
        let result = try source(codebook).read(text)
        #expect(result.records.map { $0.answers["1-1"] } == [.blank, .blank, .options(["npo"])])
        #expect(
            result.records.map { $0.answers["2-2"] } == [
                .options(["children"]), .options(["children", "older_people"]), .blank,
            ])
        #expect(result.records[0][.telephone] == nil)
        #expect(
            result.findings == [Finding(.warning, .answerUnreadable, at: cell(3, "種類"), found: "-9999")],
            "somebody marked something, so the paper is worth a look")
    }

    @Test func aQuestionMaySayThemForItself() throws {
        let codebook = CodebookText.adding("    no_answer: [\"-1\", \"-9999\"]", after: 5)
        let result = try source(codebook).read(text)
        #expect(result.records.map { $0.answers["1-1"] } == [.blank, .blank, .options(["npo"])])
        #expect(result.findings.map(\.problem.location) == [cell(2, "TEL"), cell(4, "活動")])
    }

    @Test func theCodesOfAFileComeOnTop() throws {
        let codebook = CodebookText.adding("no_answer: [\"-1\"]", after: 0)
        let result = try source(codebook, "unreadable: [\"－９９９９\"]").read(text)
        #expect(result.findings.map(\.problem.code) == [.answerUnreadable])
    }

    @Test func aCodeThatNobodyNamedIsNoAnswerOfAKindThatIsKnown() throws {
        let result = try source(CodebookText()).read("団体名,TEL,種類,活動\nA,,-1,-9999\n")
        #expect(result.findings.map(\.problem.code) == [.unknownChoice, .unknownChoice])
    }

    @Test func marksMayBeUnreadable() throws {
        let source = SmallSource(
            "role: response", "unreadable: [\"-9999\"]", "columns: {name: 団体名}",
            "answers: {\"2-2\": {columns: \"Q2_*\"}}")
        let result = try source.read("団体名,Q2_1,Q2_2\nA,-9999,1\n")
        #expect(result.records[0].answers["2-2"] == .options(["older_people"]))
        #expect(result.findings == [Finding(.warning, .answerUnreadable, at: cell(2, "Q2_1"), found: "-9999")])
    }
}
