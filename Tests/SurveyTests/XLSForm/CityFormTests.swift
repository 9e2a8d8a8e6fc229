import Model
import TestSupport
import Testing

@testable import Survey

/// A whole form of a city, from the workbook to the codebook.
@Suite("An XLSForm of a city")
struct CityFormTests {
    private let result: XLSFormImport.Result
    private let questions: [String: Question]

    init() throws {
        result = try FormWorkbook(CityForm.text).imported()
        questions = Dictionary(uniqueKeysWithValues: result.draft.entries.map { ($0.question.id, $0.question) })
    }

    @Test func everyQuestionIsTakenInTheOrderOfTheForm() {
        #expect(
            result.draft.entries.map(\.question.id) == [
                "org_name", "org_type", "area", "area_other", "area_places", "members", "founded", "themes",
                "themes_other", "kinds", "commissioned", "frequency", "cases", "case_themes", "case_text",
                "place_name", "need", "difficulties", "difficulties_other", "join", "school", "remarks",
            ])
        #expect(questions["members"]?.kind == .number && questions["founded"]?.kind == .date)
        #expect(questions["org_type"]?.kind == .single && questions["themes"]?.kind == .multiple)
        #expect(questions["school"]?.kind == .text)
    }

    @Test func labelsAreJapaneseAndPlain() {
        #expect(questions["org_name"]?.label == "団体名")
        #expect(questions["themes"]?.label == "支援につながる活動内容（いくつでも）")
        #expect(questions["case_text"]?.label == "…の事例を教えてください")
    }

    @Test func optionsHaveNumbersIdsAndBothWordings() {
        #expect(
            questions["org_type"]?.options == [
                Question.Option(id: "npo", code: 1, label: "NPO法人", alsoWritten: ["npo"]),
                Question.Option(id: "welfare", code: 2, label: "社会福祉法人", alsoWritten: ["welfare"]),
                Question.Option(id: "voluntary", code: 3, label: "任意団体", alsoWritten: ["voluntary"]),
                Question.Option(id: "c99", code: 99, label: "その他", alsoWritten: ["99"]),
            ])
        #expect(
            questions["themes"]?.options.map(\.id) == [
                "children", "child_rearing", "youth", "older_people", "poverty", "foreign_residents", "school_absence",
                "other", "none",
            ])
        #expect(questions["themes"]?.options.map(\.code) == Array(1...9))
    }

    @Test func conceptsAreSetOnlyWhereTheChoicesLeaveNoDoubt() {
        let guessed = result.draft.entries.filter { $0.question.concept != .other }
        #expect(
            Dictionary(uniqueKeysWithValues: guessed.map { ($0.question.id, $0.question.concept) }) == [
                "area": .serviceArea, "area_other": .serviceAreaText, "kinds": .supportType, "join": .wishToJoin,
            ])
        #expect(guessed.allSatisfy { $0.remarks.contains { $0.hasPrefix("推定：") } })
        let themes = result.draft.entries.first { $0.question.id == "themes" }
        #expect(themes?.remarks.contains { $0.contains("theme") && $0.contains("支援につながる活動はない") } == true)
        let cases = result.draft.entries.first { $0.question.id == "case_themes" }
        #expect(cases?.remarks.contains { $0.contains("themes を先に") } == true, "not taken for the theme itself")
    }

    @Test func conditionsHoldThoseOfTheGroupsAround() {
        let support = Condition.all([
            .anyAnswered(["themes"]), .not(.chosen(question: "themes", option: "none")),
        ])
        for id in ["kinds", "commissioned", "frequency", "cases"] {
            #expect(questions[id]?.askedIf == support, "\(id)")
        }
        #expect(questions["case_themes"]?.askedIf == .chosen(question: "cases", option: "yes"))
        #expect(questions["need"]?.askedIf == .anyAnswered(["org_name"]))
        #expect(questions["difficulties"]?.askedIf == .not(.chosen(question: "need", option: "no")))
        #expect(
            questions["join"]?.askedIf
                == .not(
                    .any([
                        .chosen(question: "need", option: "no"), .chosen(question: "commissioned", option: "yes"),
                    ])))
        #expect(questions["area_other"]?.askedIf == .chosen(question: "area", option: "other"))
    }

    @Test func whatAConditionCannotSayIsARemarkAndAWarning() throws {
        #expect(
            questions["case_text"]?.askedIf == .chosen(question: "cases", option: "yes"), "the part that can be said")
        #expect(questions["remarks"]?.askedIf == nil)
        for (id, expression) in [("case_text", "${cases} = 'yes' and ${members} > 5"), ("remarks", "${score} > 10")] {
            let entry = try #require(result.draft.entries.first { $0.question.id == id })
            #expect(entry.remarks.contains { $0.hasSuffix(expression) })
        }
        #expect(
            result.findings == [
                Finding(
                    .warning, .formConditionLeftOut, at: formCell("survey", 24, "relevant"),
                    found: "${cases} = 'yes' and ${members} > 5"),
                Finding(.warning, .formRepeated, at: formCell("survey", 27, "name"), found: "place_name"),
                Finding(
                    .warning, .formTakenAsText, at: formCell("survey", 33, "type"),
                    found: "select_one_from_file schools.csv"),
                Finding(
                    .warning, .formConditionLeftOut, at: formCell("survey", 35, "relevant"),
                    found: "${score} > 10"),
            ])
    }

    @Test func rowsThatAreNoQuestionAreNamedAtTheTop() {
        let heading = result.draft.heading.joined(separator: "\n")
        #expect(heading.contains("form.xlsx「支援団体アンケート」") && heading.contains("日本語 (ja)"))
        for part in ["start（2行）", "note（5行）", "geopoint（28行）", "calculate（34行）"] {
            #expect(heading.contains(part), "\(part)")
        }
    }

    @Test(arguments: Language.allCases) func theCodebookReadsBackAsTheSameQuestions(language: Language) throws {
        let draft = try FormWorkbook(CityForm.text).imported(language: language).draft
        #expect(try draft.readBack() == draft.entries.map(\.question))
        #expect(draft.yaml.contains("  # XLSForm ") && draft.entries.allSatisfy { !$0.remarks.isEmpty })
    }

    @Test func anotherLanguageCanBeAskedFor() throws {
        for name in ["en", "English", "english (EN)"] {
            #expect(try FormWorkbook(CityForm.text).questions(labelLanguage: name)["org_name"]?.label == "Name")
        }
        #expect(
            FormWorkbook(CityForm.text).problems(labelLanguage: "fr") == [
                Problem(
                    .valueUnknown, at: formCell("survey", nil, "label"), found: "fr",
                    expected: "English (en), 日本語 (ja)")
            ])
    }
}
