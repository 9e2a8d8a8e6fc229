import Model
import Survey
import Testing
import Text

@Suite struct WaveValueTests {
    @Test(arguments: ["r 6", "第1回", "r6/..", "r.6", "r６"]) func anIdentifierHasLettersDigitsAndHyphens(id: String) {
        #expect(
            WaveText.replacing(2, with: "  id: \(id)").problems()
                == [Problem(.valueType, at: at(2, "id"), found: id, expected: "a–z 0–9 - _")])
    }

    @Test(arguments: ["4310", "131010", "熊本", "４３１００", "4310a"]) func aMunicipalityHasFiveDigits(code: String) {
        let text = WaveText.replacing(4, with: "  municipality: {code: \"\(code)\", name: 熊本市, prefecture: 熊本県}")
        #expect(
            text.problems() == [Problem(.valueType, at: at(4, "code"), found: code, expected: "\"13101\"")])
    }

    @Test(arguments: [(5, "answers_from"), (6, "answers_until")], ["2024-02-30", "10月1日", "24/10/01"])
    func aDayThatCannotBeReadIsSaid(place: (line: Int, key: String), day: String) {
        #expect(
            WaveText.replacing(place.line, with: "  \(place.key): \(day)").problems() == [
                Problem(
                    .dateUnreadable, at: at(place.line, place.key), found: day, expected: JapaneseDate.examples)
            ])
    }

    @Test func otherDaysAreReadAsWellAndComplainedOf() {
        #expect(WaveText.adding("  as_of: 未定", after: 6).problems().map(\.location) == [at(7, "as_of")])
        #expect(
            WaveText.adding("    retain_until: 当分", after: 12).problems().map(\.location) == [at(13, "retain_until")])
    }

    @Test func aPeriodMustNotEndBeforeItBegins() {
        #expect(
            WaveText.replacing(6, with: "  answers_until: 2024-09-30").problems() == [
                Problem(
                    .valueUnknown, at: at(6, "answers_until"), found: "2024-09-30", expected: "≥ 2024-10-01")
            ])
        #expect(WaveText.replacing(6, with: "  answers_until: 2024-10-01").problems().isEmpty)
    }

    @Test(
        arguments: [
            (12, "    role: responce", 12, "role", "responce", "frame, member, response, invitation"),
            (8, "areas: {file: areas.csv, report_by: wards}", 8, "report_by", "wards", nil),
            (12, "    encoding: sjis\n    role: frame", 12, "encoding", "sjis", "utf-8, cp932, utf-16le, utf-16be"),
            (12, "    coded_as: numbers\n    role: frame", 12, "coded_as", "numbers", "labels, codes, marks"),
            (12, "    delimiter: '|'\n    role: frame", 12, "delimiter", "|", "comma, tab, semicolon"),
            (
                17, "      \"1-1\": {column: 種類, coded_as: marks}", 17, "coded_as", "marks",
                "labels, codes, columns, columns_under"
            ),
            (17, "      \"1-1\": {column: 種類, coded_as: code}", 17, "coded_as", "code", "labels, codes, marks"),
        ] as [(Int, String, Int, String, String, String?)])
    func aValueThatIsNoneIsAnsweredWithTheRightOnes(
        line: Int, text: String, row: Int, key: String, found: String, expected: String?
    ) throws {
        let problems = WaveText.replacing(line, with: text).problems()
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.code == .valueUnknown && problem.location == at(row, key) && problem.found == found)
        if let expected { #expect(problem.expected == expected) } else { #expect(problem.expected.contains("ward")) }
    }

    @Test(arguments: [
        ("    header_row: 0", "header_row", "0", "1…1000"), ("    header_row: 四", "header_row", "四", "1…1000"),
        ("    header_row: 1.5", "header_row", "1.5", "1…1000"), ("    header_row: [4]", "header_row", "[…]", "1…1000"),
        ("    header_rows: 3", "header_rows", "3", "1…2"), ("    sheet: [名簿]", "sheet", "[…]", "text"),
        ("    sheet: {名: 簿}", "sheet", "{…}", "text"), ("    purpose: [a, b]", "purpose", "[…]", "text"),
        ("    no_answer: [[99]]", "no_answer", "[…]", "text"), ("    labels: 障がい者", "labels", "障がい者", "key: value"),
        ("    labels: {\"2-2\": 障がい者}", "2-2", "障がい者", "key: value"),
    ])
    func aValueOfTheWrongFormIsSaid(text: String, key: String, found: String, expected: String) {
        #expect(
            WaveText.adding(text, after: 12).problems()
                == [Problem(.valueType, at: at(13, key), found: found, expected: expected)])
    }

    @Test(arguments: [
        ("shortlist: {size: 0}", "size", "0"), ("shortlist: {size: 1001}", "size", "1001"),
        ("shortlist: {size: 多め}", "size", "多め"),
        ("shortlist: {size: 99999999999999999999}", "size", "99999999999999999999"),
    ])
    func theShortlistHasASize(text: String, key: String, found: String) {
        #expect(
            WaveText.adding(text, after: 9).problems()
                == [Problem(.valueType, at: at(10, key), found: found, expected: "1…1000")])
    }

    @Test(arguments: [
        ("wave: r6", "r6"), ("wave: [r6]", "[…]"),
    ])
    func aMappingIsNeededWhereThereAreKeys(text: String, found: String) {
        let file = WaveText(lines: [text] + WaveText().lines.dropFirst(6))
        let problems = file.problems()
        #expect(problems.first == Problem(.valueType, at: at(1, "wave"), found: found, expected: "key: value"))
    }

    @Test(arguments: ["", "# 説明だけ\n", "- a\n- b\n", "text\n"]) func aFileWithoutKeysIsNoDescription(
        text: String
    ) {
        #expect(
            WaveText(lines: [text]).problems()
                == [Problem(.valueType, at: at(1), found: "", expected: "key: value")])
    }

    @Test(arguments: [
        ("  label: \"第1回", 4), ("  label: [第1回", 4), ("\tlabel: 第1回", 3), ("  label: @x", 3), ("  label: a: b", 3),
        ("  label: *x", 3), (" label: 第1回", 3),
    ])
    func whatIsNotYAMLIsSaidWithItsLine(text: String, row: Int) throws {
        let problems = WaveText.replacing(3, with: text).problems()
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.code == .yamlSyntax && problem.location.file == "wave.yaml")
        #expect(problem.location.row == row)
        #expect(!problem.found.isEmpty && !problem.found.contains("\n"))
    }

    @Test func aCharacterThatYAMLForbidsIsSaidWithItsLine() {
        #expect(
            WaveText.replacing(3, with: "  label: 第1\u{7}回").problems()
                == [Problem(.yamlSyntax, at: at(3), found: "control characters are not allowed")])
    }

    @Test func aSecondDocumentIsNotSilentlyPassedOver() {
        #expect(
            WaveText.adding("---", "wave: {}", after: 17).problems()
                == [Problem(.yamlSyntax, at: at(18), found: "but found another document")])
    }
}
