internal import Model
internal import Store

/// What organisations that answered both times answered otherwise. Only questions with choices that both waves asked are
/// compared, and only choices that both offered.
struct AnswerChanges {
    private struct Chosen {
        let options: [String]
        let reference: RecordReference
    }

    private let questionnaire: Questionnaire
    private let offered: [OfferedChoice]
    private let names: [String: String]
    /// By question and organisation.
    private let earlier: [String: [String: Chosen]]
    private let later: [String: [String: Chosen]]
    private let answeredBoth: Int

    init(_ evidence: Evidence, _ facts: EarlierFacts) throws(StageError) {
        questionnaire = evidence.inputs.questionnaire
        offered = try facts.register.choicesOffered()
        names = evidence.profilesByID.mapValues(\.organization.name)
        var earlier: [String: [String: Chosen]] = [:]
        for row in try facts.register.chosen(waveID: facts.wave.id) {
            let id = facts.current(row.organizationID)
            guard earlier[row.questionID]?[id] == nil else { continue }
            earlier[row.questionID, default: [:]][id] = Chosen(options: row.options, reference: row.reference)
        }
        var later: [String: [String: Chosen]] = [:]
        let questions = questionnaire.questions.filter(\.isTabulated)
        for (index, record) in evidence.read.records.enumerated() where record.role == .response {
            guard evidence.consolidated.counts[index], let id = evidence.resolved.links[index]?.organizationID
            else { continue }
            for question in questions where ActivityTexts.isAsked(question, of: record) {
                guard let answer = record.answers[question.id], !answer.isBlank else { continue }
                later[question.id, default: [:]][id] = Chosen(options: answer.chosen, reference: record.reference)
            }
        }
        (self.earlier, self.later) = (earlier, later)
        answeredBoth = evidence.profiles.count {
            $0.organization.hasResponded && facts.standings[$0.organization.id]?.hasResponded == true
        }
    }

    func run() -> AnswerComparison {
        let questions = questionnaire.questions.filter(\.isTabulated)
        let ids = Set(questions.map(\.id))
        let before = Set(offered.map(\.questionID))
        var seen: Set<String> = []
        return AnswerComparison(
            answeredBoth: answeredBoth, changes: questions.filter { before.contains($0.id) }.flatMap(changes),
            notAskedNow: offered.filter { !ids.contains($0.questionID) && seen.insert($0.questionID).inserted }
                .map { AnswerComparison.UnpairedQuestion(id: $0.questionID, label: $0.question) },
            askedAnew: questions.filter { !before.contains($0.id) }
                .map { AnswerComparison.UnpairedQuestion(id: $0.id, label: $0.label) })
    }

    private func changes(_ question: Question) -> [AnswerChange] {
        let then = offered.filter { $0.questionID == question.id }.map { (id: $0.optionID, label: $0.option) }
        let choices = EarlierChoices(question.options, offered: then)
        let compared = question.options.filter { choices.isComparable($0.id) }
        let (before, now) = (earlier[question.id] ?? [:], later[question.id] ?? [:])
        return now.compactMap { id, after in
            before[id].flatMap { change(question, compared, choices, id, $0, after) }
        }.sorted { ($0.name, $0.organizationID) < ($1.name, $1.organizationID) }
    }

    private func change(
        _ question: Question, _ compared: [Question.Option], _ choices: EarlierChoices, _ id: String,
        _ before: Chosen, _ after: Chosen
    ) -> AnswerChange? {
        func wasChosen(_ option: Question.Option) -> Bool {
            choices.earlier(of: option.id).contains(where: before.options.contains)
        }
        let isChosen = { (option: Question.Option) in after.options.contains(option.id) }
        // Of one choice alone, one that only one of the waves offered leaves nothing to compare.
        if question.kind == .single, !compared.contains(where: wasChosen) || !compared.contains(where: isChosen) {
            return nil
        }
        let added = compared.filter { isChosen($0) && !wasChosen($0) }
        let removed = compared.filter { wasChosen($0) && !isChosen($0) }
        guard !added.isEmpty || !removed.isEmpty else { return nil }
        func earlierLabels(_ options: [Question.Option]) -> [String] {
            options.flatMap { choices.earlier(of: $0.id) }.filter(before.options.contains)
                .compactMap { choices.earlierLabels[$0] }
        }
        return AnswerChange(
            organizationID: id, name: names[id] ?? id, questionID: question.id, question: question.label,
            before: earlierLabels(compared), after: compared.filter(isChosen).map(\.label), added: added.map(\.label),
            removed: earlierLabels(removed), reference: after.reference, earlierReference: before.reference)
    }
}
