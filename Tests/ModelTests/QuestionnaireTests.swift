import Model
import Testing

@Suite struct QuestionnaireTests {
    private func question(_ id: String, _ concept: QuestionConcept, options: [String] = []) -> Question {
        Question(
            id: id, label: id, kind: options.isEmpty ? .text : .multiple, concept: concept,
            options: options.enumerated().map { Question.Option(id: $1, code: $0 + 1, label: $1) }, askedIf: nil)
    }

    private let taxonomy = Taxonomy(
        themes: ["children", "youth", "young_carers"].map {
            Theme(id: $0, label: $0, englishLabel: $0, isResidual: false, withholdsLocation: false)
        },
        supportTypes: ["outreach", "goods"].map {
            SupportType(id: $0, label: $0, englishLabel: $0, isResidual: false)
        },
        excludedPairs: [["youth", "goods"], ["young_carers", "goods"]])

    @Test func questionsAreFoundByIdAndByConcept() {
        let questionnaire = Questionnaire(questions: [
            question("2-2", .theme, options: ["youth"]), question("2-2-other", .themeText), question("9", .theme),
        ])
        #expect(questionnaire["2-2-other"]?.concept == .themeText)
        #expect(questionnaire["2-4"] == nil)
        #expect(questionnaire.first(.theme)?.id == "2-2")
        #expect(questionnaire.first(.supportType) == nil)
    }

    @Test(arguments: [
        (Question.Kind.single, true), (.multiple, true), (.text, false), (.number, false), (.date, false),
    ])
    func onlyChoicesAreTabulated(kind: Question.Kind, isTabulated: Bool) {
        let question = Question(id: "1", label: "1", kind: kind, concept: .other, options: [], askedIf: nil)
        #expect(question.isTabulated == isTabulated)
    }

    @Test func onlyWhatWasAskedIsReported() {
        let questionnaire = Questionnaire(questions: [
            question("2-2", .theme, options: ["children", "youth"]),
            question("2-3", .supportType, options: ["goods", "outreach"]),
        ])
        let asked = taxonomy.asked(in: questionnaire)
        #expect(asked.themes.map(\.id) == ["children", "youth"])
        #expect(asked.supportTypes.map(\.id) == ["outreach", "goods"])
        #expect(asked.excludedPairs == [["youth", "goods"]])
        #expect(asked.theme("young_carers") == nil && asked.supportType("outreach") != nil)
    }

    @Test func whatNobodyAskedForIsLeftOutWhole() {
        let asked = taxonomy.asked(in: Questionnaire(questions: []))
        #expect(asked.themes.isEmpty && asked.supportTypes.isEmpty && asked.excludedPairs.isEmpty)
    }

    @Test(arguments: [(99.0, 100.0, 1.0), (100, 100, 0), (0, 0, 0), (100.000_1, 100, 0), (0, 4, 100)])
    func theGapIsWhatTheBoundLeavesUnproven(objective: Double, upperBound: Double, percent: Double) {
        let shortlist = Shortlist(
            candidates: [], objective: objective, upperBound: upperBound, method: "greedy", size: 1)
        #expect(abs(shortlist.optimalityGapPercent - percent) < 1e-9)
    }

    @Test func aMunicipalityKnowsItsPrefecture() {
        #expect(Wave.Municipality(code: "01100", name: "札幌市", prefecture: "北海道").prefectureCode == "01")
    }
}
