import Model
import Survey
import Testing

@Suite struct CodebookReaderTests {
    private func place(_ row: Int, _ column: String? = nil) -> CellLocation {
        at(row, column, file: CodebookText.file)
    }

    @Test func questionsAreReadWithTheirOptions() throws {
        let questionnaire = try CodebookText().read()
        #expect(questionnaire.questions.map(\.id) == ["1-1", "2-2", "2-3", "3-1", "3-3"])
        let themes = try #require(questionnaire["2-2"])
        #expect(themes.label == "活動内容" && themes.kind == .multiple && themes.concept == .theme)
        #expect(
            themes.options == [
                Question.Option(id: "children", code: 1, label: "こども", alsoWritten: ["子ども"]),
                Question.Option(id: "older_people", code: 2, label: "高齢者"),
                Question.Option(id: "other", code: 12, label: "その他, 例外"),
            ])
        #expect(themes.askedIf == nil)
        #expect(questionnaire["2-3"]?.askedIf == .anyAnswered(["2-3", "3-1"]))
        #expect(questionnaire["3-3"]?.askedIf == .chosen(question: "3-1", option: "yes"))
        #expect(questionnaire["3-1"]?.options.map(\.id) == ["yes", "no"], "YAML's booleans stay words")
    }

    @Test func aQuestionWithoutAConceptIsAnyOther() throws {
        #expect(try CodebookText.replacing(5).read()["1-1"]?.concept == .other)
    }

    @Test(arguments: [
        (
            1, "quesions:",
            [
                Problem(
                    .keyUnknown, at: at(1, "quesions", file: "codebook.yaml"), found: "quesions", expected: "questions"),
                Problem(.keyMissing, at: at(1, file: "codebook.yaml"), expected: "questions"),
            ]
        ),
        (
            3, "    lable: 種類",
            [
                Problem(.keyUnknown, at: at(3, "lable", file: "codebook.yaml"), found: "lable", expected: "label"),
                Problem(.keyMissing, at: at(2, "questions", file: "codebook.yaml"), expected: "label"),
            ]
        ),
    ])
    func aWrongKeyIsSaidWithTheNearest(line: Int, text: String, expected: [Problem]) {
        let problems = CodebookText.replacing(line, with: text).problems()
        #expect(problems.map(\.code) == expected.map(\.code))
        #expect(problems.map(\.location) == expected.map(\.location))
        #expect(problems.map(\.found) == expected.map(\.found))
        #expect(zip(problems, expected).allSatisfy { $0.expected.hasPrefix($1.expected) })
    }

    @Test(arguments: [(2, "id", 3), (3, "label", 2), (4, "kind", 2)])
    func aQuestionNeedsAnIdALabelAndAKind(line: Int, key: String, row: Int) {
        let text = line == 2 ? CodebookText.replacing(2, with: "  -") : CodebookText.replacing(line)
        #expect(text.problems() == [Problem(.keyMissing, at: place(row, "questions"), expected: key)])
    }

    @Test(arguments: [("{id: npo, label: a}", "code"), ("{code: 1, label: a}", "id"), ("{code: 1, id: npo}", "label")])
    func anOptionNeedsACodeAnIdAndALabel(option: String, key: String) {
        #expect(
            CodebookText.replacing(7, with: "      - \(option)").problems()
                == [Problem(.keyMissing, at: place(7, "options"), expected: key)])
    }

    @Test(arguments: [(4, 7), (11, 14)]) func aChoiceNeedsOptions(kindLine: Int, firstOption: Int) {
        var text = CodebookText()
        text.lines.removeSubrange(firstOption - 2..<firstOption + (kindLine == 4 ? 1 : 2))
        #expect(
            text.problems() == [Problem(.keyMissing, at: place(kindLine - 2, "questions"), expected: "options")])
    }

    @Test(arguments: ["singel", "Single", "select"]) func aKindIsOneOfFive(kind: String) {
        #expect(
            CodebookText.replacing(4, with: "    kind: \(kind)").problems() == [
                Problem(
                    .valueUnknown, at: place(4, "kind"), found: kind,
                    expected: "single, multiple, text, number, date")
            ])
    }

    @Test func aConceptIsAnsweredWithTheNearest() throws {
        let problems = CodebookText.replacing(5, with: "    concept: organisation_type").problems()
        #expect(problems.map(\.code) == [.valueUnknown] && problems.map(\.location) == [place(5, "concept")])
        #expect(try #require(problems.first).expected.hasPrefix("organization_type"))
    }

    @Test(arguments: [
        (7, "      - {code: 1a, id: npo, label: a}", "1a"), (7, "      - {code: -1, id: npo, label: a}", "-1"),
        (7, "      - {code: 10000, id: npo, label: a}", "10000"), (7, "      - {code: [1], id: npo, label: a}", "[…]"),
        (7, "      - {code: １, id: npo, label: a}", "１"),
    ])
    func aCodeIsANumber(line: Int, text: String, found: String) {
        #expect(
            CodebookText.replacing(line, with: text).problems()
                == [Problem(.valueType, at: place(line, "code"), found: found, expected: "0…9999")])
    }

    @Test func idsOfThemesAndSupportTypesAreThoseOfTheTaxonomy() {
        #expect(
            CodebookText.replacing(15, with: "      - {code: 2, id: older_peple, label: 高齢者}").problems()
                == [
                    Problem(
                        .valueUnknown, at: place(15, "id"), found: "older_peple",
                        expected: "older_people, other, children")
                ])
        let types = CodebookText.replacing(24, with: "      - {code: 2, id: outreech, label: a}").problems()
        #expect(types.map(\.location) == [place(24, "id")] && types.map(\.found) == ["outreech"])
        #expect(types.allSatisfy { $0.code == .valueUnknown && $0.expected.hasPrefix("outreach") })
    }

    @Test(arguments: [
        ("case_found", "maybe"), ("need_felt", "true"), ("commissioned", "有"), ("wish_to_join", "want"),
        ("service_area", "cities"), ("case_theme", "child"),
    ])
    func otherConceptsHaveTheirIdsToo(concept: String, id: String) {
        var text = CodebookText.replacing(28, with: "    concept: \(concept)")
        text.lines[30] = "      - {code: 1, id: \(id), label: a}"
        text.lines.removeSubrange(31..<37)
        #expect(text.problems().map(\.location) == [place(31, "id")])
    }

    @Test(arguments: [
        (8, "      - {code: 1, id: voluntary, label: a}", 8, "options", "code: 1"),
        (8, "      - {code: 3, id: npo, label: a}", 8, "options", "npo"), (9, "  - id: \"1-1\"", 9, "questions", "1-1"),
    ])
    func whatStandsTwiceIsSaidWhereItStandsAgain(line: Int, text: String, row: Int, key: String, found: String) {
        let problems = CodebookText.replacing(line, with: text).problems()
        #expect(problems == [Problem(.keyDouble, at: place(row, key), found: found)])
    }

    @Test func aDoubleIsFoundBehindAnOptionThatCannotBeRead() {
        let problems = CodebookText.replacing(
            7, with: "      - {code: x, id: a, label: a}", "      - {code: 2, id: b, label: b}"
        ).problems()
        #expect(
            problems == [
                Problem(.valueType, at: place(7, "code"), found: "x", expected: "0…9999"),
                Problem(.keyDouble, at: place(9, "options"), found: "code: 2"),
            ])
    }

    @Test(arguments: ["3-1 == yes", "3-1", "= yes", "3-1 = yes and", "any_answered()", "(3-1 = yes", ""])
    func aConditionThatCannotBeReadIsShown(condition: String) {
        let problems = CodebookText.replacing(37, with: "    asked_if: \"\(condition)\"").problems()
        if condition.isEmpty {
            #expect(problems.isEmpty)
        } else {
            #expect(problems.map(\.code) == [.conditionSyntax])
            #expect(problems.map(\.location) == [place(37, "asked_if")] && problems.map(\.found) == [condition])
            #expect(problems.allSatisfy { $0.expected.contains("any_answered(2-3, 3-1)") })
        }
    }

    @Test func aConditionNamesQuestionsAndOptionsThatAreThere() throws {
        let problems = CodebookText.replacing(37, with: "    asked_if: 3-2 = yes or 3-1 = maybe").problems()
        #expect(problems.map(\.code) == [.valueUnknown, .valueUnknown])
        #expect(problems.map(\.location) == [place(37, "asked_if"), place(37, "asked_if")])
        #expect(problems.map(\.found) == ["3-2", "maybe"])
        #expect(problems[0].expected.contains("3-1") && problems[1].expected == "yes, no")
    }

    @Test func aConditionMayNameAQuestionThatHasOtherMistakes() {
        let problems = CodebookText.replacing(27, with: "    kind: singel").problems()
        #expect(problems.map(\.location) == [place(27, "kind")])
    }

    @Test(arguments: ["questions: 1-1", "questions: [1-1]"]) func aQuestionIsAMapping(text: String) {
        let problems = CodebookText(lines: [text]).problems()
        #expect(
            problems
                == [Problem(.valueType, at: place(1, "questions"), found: "1-1", expected: "key: value")]
                + ["id", "label", "kind"].map { Problem(.keyMissing, at: place(1, "questions"), expected: $0) })
    }

    @Test func whatIsNotYAMLIsSaidWithItsLine() {
        let problems = CodebookText.replacing(3, with: "    label: [種類").problems()
        #expect(problems.map(\.code) == [.yamlSyntax] && problems.allSatisfy { $0.location.file == "codebook.yaml" })
        #expect(problems.allSatisfy { $0.location.row == 4 })
    }
}
