import Model
import Survey
import Testing

/// The ways in which sources write choices.
@Suite struct AnswerReadingTests {
    private let labels = SmallSource(
        "role: response", "columns: {name: 団体名}", "answers: {\"1-1\": 種類, \"2-2\": 活動, \"3-1\": 事例, \"3-3\": 内容}")

    private func answers(_ result: SourceReader.Result) -> [[String: Answer]] { result.records.map(\.answers) }

    @Test(arguments: [";", ",", "、", "\n"]) func labelsJoinedByASeparator(separator: String) throws {
        let result = try labels.read("団体名,種類,活動,事例,内容\nひまわり,NPO法人,\"こども\(separator)高齢者\",ある,相談\n")
        #expect(result.findings.isEmpty)
        #expect(
            answers(result) == [
                [
                    "1-1": .options(["npo"]), "2-2": .options(["children", "older_people"]),
                    "3-1": .options(["yes"]), "3-3": .text("相談"),
                ]
            ])
    }

    @Test func aLabelMayHoldTheSeparator() throws {
        let result = try labels.read("団体名,種類,活動,事例,内容\nひまわり,,\"その他, 例外,子ども\",,\n")
        #expect(result.findings.isEmpty)
        #expect(result.records[0].answers["2-2"] == .options(["children", "other"]))
    }

    @Test func optionNumbersJoinedByACommaInOneCell() throws {
        let source = SmallSource(
            "role: response", "coded_as: codes", "no_answer: [\"99\"]", "columns: {name: 団体名}",
            "answers: {\"1-1\": 種類, \"2-2\": 活動}")
        let result = try source.read(
            "団体名,種類,活動\nA,1,\"1,12\"\nB,2,12\nC,99,99\nD,,\nE,３,\"2,5\"\nF,任意団体,1 2\n")
        #expect(
            answers(result) == [
                ["1-1": .options(["npo"]), "2-2": .options(["children", "other"])],
                ["1-1": .options(["voluntary"]), "2-2": .options(["other"])], ["1-1": .blank, "2-2": .blank],
                ["1-1": .blank, "2-2": .blank], ["1-1": .blank, "2-2": .options(["older_people"])],
                ["1-1": .options(["voluntary"]), "2-2": .options(["children", "older_people"])],
            ])
        #expect(
            result.findings == [
                Finding(
                    .warning, .unknownChoice, at: cell(6, "種類"), found: "3", expected: "NPO法人 / 任意団体"),
                Finding(
                    .warning, .unknownChoice, at: cell(6, "活動"), found: "5", expected: "こども / 高齢者 / その他, 例外"),
            ])
    }

    @Test func aColumnForEachChoice() throws {
        let source = SmallSource(
            "role: response", "header_rows: 2", "no_answer: [\"99\"]",
            "columns: {name: 団体名}", "answers: {\"2-2\": {columns_under: 問2-2 活動}}")
        let result = try source.read(
            "団体名,問2-2 活動,,\n,高齢者,子ども,\"その他, 例外\"\nA,1,1,0\nB,○,×,\nC,99,99,99\nD,0,0,0\nE,１,,可\n")
        #expect(result.findings.isEmpty)
        #expect(
            answers(result).map { $0["2-2"] } == [
                .options(["children", "older_people"]), .options(["older_people"]), .blank, .blank,
                .options(["older_people", "other"]),
            ])
        #expect(result.records.map(\.reference.row) == [3, 4, 5, 6, 7])
    }

    @Test func aMarkThatMeansNothingIsSaidInItsColumn() throws {
        let result = try SmallSource(
            "role: response", "header_rows: 2", "columns: {name: 団体名}", "answers: {\"2-2\": {columns_under: 問2}}"
        ).read("団体名,問2,\n,高齢者,こども\nA,3,1\n")
        #expect(result.records[0].answers["2-2"] == .options(["children"]))
        #expect(
            result.findings == [
                Finding(.warning, .unknownChoice, at: cell(3, "問2 / 高齢者"), found: "3", expected: "1 / 0")
            ])
    }

    @Test func aColumnUnderATitleThatIsNoChoiceIsSaidAtTheHeader() throws {
        let result = try SmallSource(
            "role: response", "header_rows: 2", "columns: {name: 団体名}", "answers: {\"2-2\": {columns_under: 問2}}"
        ).read("団体名,問2,\n,高齢者,子供達\nA,1,1\n")
        #expect(result.records[0].answers["2-2"] == .options(["older_people"]))
        #expect(
            result.findings == [
                Finding(
                    .warning, .unknownChoice, at: cell(2, "問2 / 子供達"), found: "子供達", expected: "こども / 高齢者 / その他, 例外")
            ])
    }

    @Test func severalMarksWhereOneWasAskedAreNoAnswer() throws {
        let result = try SmallSource(
            "role: response", "header_rows: 2", "columns: {name: 団体名}", "answers: {\"1-1\": {columns_under: 問1}}"
        ).read("団体名,問1,\n,任意団体,NPO法人\nA,1,1\nB,0,1\n")
        #expect(answers(result) == [["1-1": .blank], ["1-1": .options(["npo"])]])
        #expect(
            result.findings
                == [Finding(.warning, .severalChosen, at: cell(3, "1-1 種類"), found: "NPO法人, 任意団体")])
    }

    @Test func severalChoicesWhereOneWasAskedAreNoAnswer() throws {
        let result = try labels.read("団体名,種類,活動,事例,内容\nA,NPO法人;任意団体,,,\nB,NPO法人;NPO法人,,,\n")
        #expect(result.records.map { $0.answers["1-1"] } == [.blank, .options(["npo"])])
        #expect(
            result.findings
                == [Finding(.warning, .severalChosen, at: cell(2, "種類"), found: "NPO法人;任意団体")])
    }

    @Test func anUnknownChoiceIsSaidAndTheOthersCount() throws {
        let result = try labels.read("団体名,種類,活動,事例,内容\nA,,こども;ペット,,\n")
        #expect(result.records[0].answers["2-2"] == .options(["children"]))
        #expect(
            result.findings == [
                Finding(
                    .warning, .unknownChoice, at: cell(2, "活動"), found: "ペット", expected: "こども / 高齢者 / その他, 例外")
            ])
    }

    @Test(arguments: ["99", "９９", "－", "-", "無回答（白紙）", "無回答(白紙)", " 99 "])
    func noAnswerIsReadInAnyWidth(written: String) throws {
        let source = SmallSource(
            "role: response", "no_answer: [\"99\", －, 無回答（白紙）]", "columns: {name: 団体名, telephone: TEL}",
            "answers: {\"1-1\": 種類, \"3-3\": 内容}")
        let result = try source.read("団体名,TEL,種類,内容\nA,\(written),\(written),\(written)\n")
        #expect(result.records[0].answers == ["1-1": .blank, "3-3": .blank] && result.findings.isEmpty)
        #expect(result.records[0][.telephone] == nil)
    }

    @Test func theNumberOfARowIsANumberAlsoWhereItMeansNoAnswerElsewhere() throws {
        let source = SmallSource(
            "role: response", "no_answer: [\"99\"]", "columns: {name: 団体名, list_number: 整理番号, email: メール}")
        let result = try source.read("整理番号,団体名,メール\n98,A,99\n99,B,b@example.jp\n")
        #expect(result.records.map { $0[.listNumber] } == ["98", "99"])
        #expect(result.records.map { $0[.email] } == [nil, "b@example.jp"])
    }

    @Test func aSourceHasItsOwnWordings() throws {
        let source = SmallSource(
            "role: response", "columns: {name: 団体名}", "answers: {\"2-2\": 活動}",
            "labels: {\"2-2\": {お年寄り: older_people, こども: other}}")
        let result = try source.read("団体名,活動\nA,お年寄り;こども\n")
        #expect(result.records[0].answers["2-2"] == .options(["older_people", "other"]) && result.findings.isEmpty)
    }

    @Test func eachQuestionMayBeCodedInItsOwnWay() throws {
        let source = SmallSource(
            "role: response", "coded_as: codes", "columns: {name: 団体名}",
            "answers: {\"1-1\": 種類, \"2-2\": {column: 活動, coded_as: labels}}")
        let result = try source.read("団体名,種類,活動\nA,2,1\n")
        #expect(result.records[0].answers == ["1-1": .options(["voluntary"]), "2-2": .blank])
        #expect(result.findings.map(\.problem.found) == ["1"])
    }

    @Test func questionsWithoutAColumnAreAbsentAndNotBlank() throws {
        let result = try SmallSource("role: response", "columns: {name: 団体名}").read("団体名\nA\n")
        #expect(result.records[0].answers.isEmpty)
    }
}
