internal import Model

/// The answer of each organisation that counts, to be asked by concept: what a questionnaire calls its questions is its own.
struct CountedAnswers {
    private let questionnaire: Questionnaire
    private let records: [Record]
    private let texts: [[ActivityText]]
    /// By id of the organisation.
    private let answers: [String: Int]

    init(_ evidence: Evidence) {
        questionnaire = evidence.inputs.questionnaire
        records = evidence.read.records
        texts = evidence.texts
        var answers: [String: Int] = [:]
        for (index, record) in records.enumerated() where record.role == .response {
            guard evidence.consolidated.counts[index], let link = evidence.resolved.links[index] else { continue }
            answers[link.organizationID] = index
        }
        self.answers = answers
    }

    /// The record of the answer; `nil` where there is none.
    func record(of organizationID: String) -> Record? { answers[organizationID].map { records[$0] } }

    /// Whether anything was written about themes besides the choices.
    func hasThemeText(_ organizationID: String) -> Bool {
        guard let index = answers[organizationID] else { return false }
        return texts[index].contains {
            $0.subject == .theme && ![.none(.empty), .none(.nothingStated)].contains($0.coding.outcome)
        }
    }

    /// The options chosen, in the order of the questionnaire; what the skip logic rules out counts nowhere.
    func options(_ concept: QuestionConcept, of organizationID: String) -> [Question.Option] {
        guard let question = questionnaire.first(concept), let record = record(of: organizationID),
            ActivityTexts.isAsked(question, of: record)
        else { return [] }
        let chosen = record.answers[question.id]?.chosen ?? []
        return question.options.filter { chosen.contains($0.id) }
    }
}

extension Question.Option {
    /// As a sentence or a list names it: その他 without the room that the questionnaire leaves for a text.
    var shortLabel: String { id == "other" ? "その他" : label }
}
