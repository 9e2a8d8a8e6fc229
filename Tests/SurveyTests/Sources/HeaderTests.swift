import Model
import Survey
import Testing

@Suite struct HeaderTests {
    @Test func fieldsAreTrimmedAndEmptyOnesAbsent() throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名, address: 所在地, telephone: TEL}")
            .read("TEL,団体名,所在地\n,\"　ひまわり の会\n\",\" \"\n")
        #expect(result.records[0].fields == [.name: "ひまわり の会"])
        #expect(result.records[0].role == .frame && result.records[0].name == "ひまわり の会")
    }

    @Test func rowsAreNumberedAsASpreadsheetShowsThem() throws {
        let source = SmallSource("role: frame", "header_row: 4", "columns: {name: 団体名}")
        let result = try source.read("名簿\n作成：9月\n\n団体名,\"備\n考\"\nA,\"x\ny\"\n\n , \nB\n")
        #expect(result.records.map(\.reference.row) == [5, 8])
        #expect(result.records.map(\.name) == ["A", "B"])
        #expect(result.records[0].reference == RecordReference(file: "answers.csv", sheet: nil, row: 5))
        #expect(result.findings == [Finding(.info, .columnNotMapped, at: cell(4), found: "備 考")])
    }

    @Test func columnsThatNobodyUsesAreNamed() throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名}").read("No.,団体名,,備考\n1,A,x,y\n")
        #expect(
            result.findings == [
                Finding(.info, .columnNotMapped, at: cell(1), found: "No."),
                Finding(.info, .columnNotMapped, at: cell(1), found: "備考"),
                Finding(.warning, .cellWithoutTitle, at: cell(2), found: "x", expected: "C"),
            ])
    }

    @Test func everyMissingColumnIsSaidWithTheNearestTitles() {
        let source = SmallSource(
            "role: response", "columns: {name: 団体名, telephone: 電話}", "answers: {\"1-1\": 団体の種別, \"2-2\": xyz}")
        #expect(
            source.problems("団体名,電話番号,団体の種類\nA,,\n") == [
                Problem(.columnMissing, at: cell(1), found: "電話", expected: "電話番号"),
                Problem(.columnMissing, at: cell(1), found: "団体の種別", expected: "団体の種類, 団体名"),
                Problem(.columnMissing, at: cell(1), found: "xyz"),
            ])
    }

    @Test func aMissingUpperTitleIsAnsweredWithUpperTitles() {
        let source = SmallSource(
            "role: response", "header_rows: 2", "columns: {name: 団体名}", "answers: {\"2-2\": {columns_under: 問2-2 活動}}")
        #expect(
            source.problems("団体名,問2-1 活動,\n,こども,高齢者\n")
                == [
                    Problem(
                        .columnMissing, at: cell(2), found: "問2-2 活動", expected: "問2-1 活動, 問2-1 活動 / こども, 問2-1 活動 / 高齢者"
                    )
                ])
    }

    @Test func aTitleThatSeveralColumnsHaveIsAmbiguous() {
        let source = SmallSource("role: frame", "columns: {name: 名称}")
        #expect(
            source.problems("名称,住所,名称\nA,,\n")
                == [Problem(.columnAmbiguous, at: cell(1), found: "名称", expected: "名称#1, 名称#2")])
    }

    @Test func ofTwoColumnsOfOneTitleEitherCanBeMeant() throws {
        let result = try SmallSource("role: frame", "columns: {name: \"名称#2\"}").read("名称,名称\nA,B\n")
        #expect(result.records.map(\.name) == ["B"])
    }

    @Test(arguments: [
        ("", "1", "header_row: 1"), ("\n\n", "1", "header_row: 1"), ("団体名\nA\n", "4", "header_row: 4"),
        ("団体名\n", "1–2", "header_rows: 2"), (",,\nA,,\n", "1", "header_row: 1"),
    ])
    func aFileWithoutItsHeaderIsSaid(text: String, row: String, key: String) {
        let source = SmallSource("role: frame", key, "columns: {name: 団体名}")
        #expect(source.problems(text) == [Problem(.headerMissing, at: cell(nil), expected: row)])
    }

    @Test func aFileWithAHeaderAloneHasNoRecords() throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名}").read("団体名\n")
        #expect(result.records.isEmpty && result.findings.isEmpty && result.sheet == nil)
    }

    @Test func encodingAndDelimiterAreThoseOfTheDescription() throws {
        let source = SmallSource("role: frame", "encoding: cp932", "delimiter: tab", "columns: {name: 団体名}")
        // 団体名 TAB ; LF ㈱ｱ LF in CP932.
        let bytes: [UInt8] = [0x92, 0x63, 0x91, 0xCC, 0x96, 0xBC, 0x09, 0x3B, 0x0A, 0x87, 0x8A, 0xB1, 0x0A]
        let result = try source.read(bytes: bytes)
        #expect(result.records.map(\.name) == ["㈱ｱ"])
    }

    @Test func bytesThatCannotBeReadAreAnErrorOfTheirRow() throws {
        let source = SmallSource("role: frame", "encoding: utf-8", "columns: {name: 団体名}")
        let result = try source.read(bytes: Array("団体名\nA\n".utf8) + [0x42, 0xFF, 0x0A])
        #expect(result.records.count == 2)
        #expect(result.findings.map(\.severity) == [.error])
        #expect(result.findings.map(\.problem.code) == [.undecodableBytes])
        #expect(result.findings.map(\.problem.location.row) == [3])
    }

    @Test func shortRowsAreFilledUp() throws {
        let result = try SmallSource("role: frame", "columns: {name: 団体名, address: 所在地}").read("団体名,所在地\nA\n")
        #expect(result.records[0].fields == [.name: "A"])
    }
}
