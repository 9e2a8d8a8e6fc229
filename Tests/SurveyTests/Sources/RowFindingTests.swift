import Model
import Survey
import Testing
import Text

/// What a row can have wrong: said with its row and column, and the rest of the row still counts.
@Suite struct RowFindingTests {
    private let response = SmallSource(
        "role: response", "columns: {name: 団体名, answered_at: 日時}",
        "answers: {\"2-3\": 種類, \"3-1\": 事例, \"3-3\": 内容}")

    @Test func aRowWithoutANameIsAnError() throws {
        let result = try response.read("団体名,日時,種類,事例,内容\n,2024-10-15,居場所づくり,ある,\n")
        #expect(result.findings == [Finding(.error, .nameMissing, at: cell(2, "団体名"))])
        #expect(result.records.count == 1 && result.records[0].answers["3-1"] == .options(["yes"]))
    }

    @Test(arguments: ["未定", "2024/13/1", "10月15日"]) func aDateThatCannotBeReadIsSaid(date: String) throws {
        let result = try response.read("団体名,日時,種類,事例,内容\nA,\(date),,,\n")
        #expect(result.records[0].date == nil)
        #expect(
            result.findings == [
                Finding(
                    .warning, .dateUnreadable, at: cell(2, "日時"), found: date, expected: JapaneseDate.examples)
            ])
    }

    @Test(arguments: [
        ("2024-09-30", true), ("2024-10-01", false), ("2024/11/12 23:59", false), ("R6.11.13", true),
        ("2024-11-12T15:30:00Z", true),
    ])
    func anAnswerOutsideThePeriodIsSaidAndStillDated(date: String, isOutside: Bool) throws {
        let result = try response.read("団体名,日時,種類,事例,内容\nA,\(date),,,\n")
        #expect(result.records[0].date == JapaneseDate.parse(date))
        let finding = Finding(
            .warning, .dateOutsideSurvey, at: cell(2, "日時"), found: date, expected: "2024-10-01–2024-11-12")
        #expect(result.findings == (isOutside ? [finding] : []))
    }

    @Test(arguments: [
        ("role: member", "joined_on"), ("role: invitation", "invited_on"), ("role: frame", "answered_at"),
    ])
    func otherRolesHaveDatesOfTheirOwnAndNoPeriod(role: String, field: String) throws {
        let result = try SmallSource(role, "columns: {name: 団体名, \(field): 日}").read("団体名,日\nA,令和元年5月1日\n")
        #expect(result.records[0].date?.description == "2019-05-01" && result.findings.isEmpty)
    }

    @Test func anAnswerThatWasNotAskedIsKeptAndSaid() throws {
        let result = try response.read("団体名,日時,種類,事例,内容\nA,,,ない,相談の内容\nB,,,,\nC,,居場所づくり,,\n")
        #expect(result.records[0].answers["3-3"] == .text("相談の内容"))
        #expect(
            result.findings == [Finding(.warning, .answerNotAsked, at: cell(2, "内容"), expected: "3-1 = yes")],
            "a text about a case is not repeated")
    }

    @Test func choicesThatWereNotAskedAreNamed() throws {
        var source = response
        source.codebook.lines[20] = "    asked_if: not (3-1 = no or 1-1 = npo) and 3-1 = yes"
        let result = try source.read("団体名,日時,種類,事例,内容\nA,,居場所づくり;アウトリーチ支援,ない,\n")
        #expect(
            result.findings == [
                Finding(
                    .warning, .answerNotAsked, at: cell(2, "種類"), found: "居場所づくり, アウトリーチ支援",
                    expected: "not (3-1 = no or 1-1 = npo) and 3-1 = yes")
            ])
    }

    @Test func marksThatWereNotAskedAreSaidByTheirQuestion() throws {
        let result = try SmallSource(
            "role: response", "header_rows: 2", "columns: {name: 団体名}", "answers: {\"2-3\": {columns_under: 問}}",
            codebook: .replacing(21, with: "    asked_if: 3-1 = yes")
        ).read("団体名,問\n,居場所づくり\nA,1\n")
        #expect(result.findings.map(\.problem.location) == [cell(3, "2-3 活動の種類")])
    }

    @Test func onlyAnswersAreHeldAgainstTheSkipLogic() throws {
        let member = SmallSource("role: member", "columns: {name: 団体名}", "answers: {\"3-3\": 内容}")
        #expect(try member.read("団体名,内容\nA,相談\n").findings.isEmpty)
    }

    @Test(arguments: [
        ("宛先不明で返戻", ProblemCode.frameReturned, "返戻"), ("返戻 担当の佐藤さん", .frameReturned, "返戻"),
        ("休止中の可能性あり", .frameDormant, "休止"), ("返戻、休止", .frameReturned, "返戻"), ("令和7年3月解散、返戻", .frameClosed, "解散"),
        ("要確認", nil, ""), ("", nil, ""),
    ])
    func notesOfTheFrameCarryMeaningAndOnlyTheWordIsShown(note: String, code: ProblemCode?, word: String) throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名, note: 備考}").read("団体名,備考\nA,\(note)\n")
        let expected = code.map { [Finding(.info, $0, at: cell(2, "備考"), found: word)] } ?? []
        #expect(result.findings == expected)
        let member = try SmallSource("role: member", "columns: {name: 団体名, note: 備考}").read("団体名,備考\nA,\(note)\n")
        #expect(member.findings.isEmpty)
    }

    @Test(arguments: [
        ("telephone", "096-123-45", ProblemCode.telephoneMalformed, "096-000-0000"),
        ("telephone", "なし", .telephoneMalformed, "096-000-0000"),
        ("email", "info.example.jp", .emailMalformed, "name@example.jp"),
        ("postal_code", "860-000", .postalCodeMalformed, "860-0001"),
        ("corporate_number", "7000012050003", .corporateNumberWrong, ""),
    ])
    func aContactInAWrongFormIsSaidAndKept(field: String, value: String, code: ProblemCode, example: String) throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名, \(field): 連絡}")
            .read("団体名,連絡\nA,\(value)\n")
        #expect(
            result.findings == [Finding(.warning, code, at: cell(2, "連絡"), found: value, expected: example)])
        #expect(result.records[0].fields.values.contains(value))
    }

    @Test(arguments: [
        ("telephone", "０９６（０００）０００１"), ("telephone", "+81 96-000-0001"), ("email", "a@example.jp"),
        ("postal_code", "〒860-0001"), ("corporate_number", "7000012050002"),
    ])
    func aContactInItsFormIsNoFinding(field: String, value: String) throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名, \(field): 連絡}")
            .read("団体名,連絡\nA,\(value)\n")
        #expect(result.findings.isEmpty)
    }

    @Test(arguments: [("○", true), ("可", true), ("×", false), ("不可", false), ("", nil), ("要相談", nil)])
    func consentIsAMark(written: String, meaning: Bool?) throws {
        let result = try SmallSource("role: member", "columns: {name: 団体名, public_consent: 公開可}")
            .read("団体名,公開可\nA,\(written)\n")
        #expect(result.records[0].mark(.publicConsent) == meaning)
        let unreadable = Finding(
            .warning, .consentUnreadable, at: cell(2, "公開可"), found: "要相談", expected: "1/0, ○/×, はい/いいえ, 可/不可")
        #expect(result.findings == (written == "要相談" ? [unreadable] : []))
    }

    @Test func aMarkOfProtectionThatCannotBeReadIsSaidApart() throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名, location_withheld: 秘匿}")
            .read("団体名,秘匿\nA,配慮\nB,1\n")
        #expect(result.records.map { $0.mark(.locationWithheld) } == [nil, true])
        #expect(result.findings.map(\.problem.code) == [.protectionUnreadable])
        #expect(result.findings.map(\.problem.location) == [cell(2, "秘匿")])
    }

    @Test(arguments: [
        ("number", "12", nil), ("number", "１，２００", nil), ("number", "-1.5", nil),
        ("number", "十人", ProblemCode.numberUnreadable),
        ("date", "令和6年10月21日", nil), ("date", "秋ごろ", .dateUnreadable), ("text", "何でも", nil),
    ])
    func numbersAndDatesAreKeptAsWritten(kind: String, written: String, code: ProblemCode?) throws {
        let codebook = CodebookText(lines: ["questions: [{id: \"9\", label: x, kind: \(kind)}]"])
        let result = try SmallSource(
            "role: response", "columns: {name: 団体名}", "answers: {\"9\": 問9}", codebook: codebook
        ).read("団体名,問9\nA,\(written)\n")
        #expect(result.records[0].answers == ["9": .text(written)])
        #expect(result.findings.map(\.problem.code) == (code.map { [$0] } ?? []))
        #expect(result.findings.allSatisfy { $0.problem.location == cell(2, "問9") && $0.severity == .warning })
    }
}
