internal import Analysis
internal import Model
internal import Store

/// Two registers → how the shares changed from the wave before to this one.
struct ChangeStage {
    let questionnaire: Questionnaire
    private let earlier: WaveAnswers
    private let later: WaveAnswers
    /// How many were asked both times.
    private let askedTwice: Int

    /// - Returns: `nil` where the wave has no earlier one.
    static func run(
        _ register: Register, earlier: EarlierWaves, inputs: WaveInputs
    ) throws(StageError) -> WaveComparison? {
        guard let previous = earlier.register, let wave = try previous.wave(), wave.id != inputs.wave.id else {
            return nil
        }
        let stage = try ChangeStage(register, previous: previous, questionnaire: inputs.questionnaire)
        return WaveComparison(earlierWave: wave.label, changes: stage.run())
    }

    private init(_ register: Register, previous: Register, questionnaire: Questionnaire) throws(StageError) {
        self.questionnaire = questionnaire
        later = try WaveAnswers(register)
        earlier = try WaveAnswers(previous)
        askedTwice = try register.askedOrganizations().intersection(previous.askedOrganizations()).count
    }

    /// In the order of this questionnaire; what is not asked any more comes last.
    private func run() -> [TabulationChange] {
        let questions = questionnaire.questions.filter(\.isTabulated)
        let ids = Set(questions.map(\.id))
        return questions.flatMap(changes)
            + earlier.offered.filter { !ids.contains($0.questionID) }.map { offered in
                TabulationChange(
                    questionID: offered.questionID, question: offered.question, optionID: offered.optionID,
                    option: offered.option, comparability: .notAskedNow,
                    earlier: earlier.count([offered.optionID], of: offered.questionID), later: nil)
            }
    }

    private func changes(_ question: Question) -> [TabulationChange] {
        let before = earlier.offered.filter { $0.questionID == question.id }
        let taken = question.options.flatMap { Self.earlierIDs($0) }
        let gone = before.filter { !taken.contains($0.optionID) }
        return question.options.map { change(question, $0, before, taken) }
            + gone.map { offered in
                TabulationChange(
                    questionID: question.id, question: question.label, optionID: offered.optionID,
                    option: offered.option, comparability: .gone,
                    earlier: earlier.count([offered.optionID], of: question.id), later: nil)
            }
    }

    private static func earlierIDs(_ option: Question.Option) -> [String] {
        option.earlierIDs.isEmpty ? [option.id] : option.earlierIDs
    }

    private func change(
        _ question: Question, _ option: Question.Option, _ before: [OfferedChoice], _ taken: [String]
    ) -> TabulationChange {
        let ids = Self.earlierIDs(option)
        let comparability = comparability(question, option, before, taken)
        let count = later.count([option.id], of: question.id)
        let isKnown = comparability != .new && comparability != .notAskedBefore && comparability != .split
        let earlierCount = isKnown ? earlier.count(ids, of: question.id) : nil
        guard comparability.isComparable, let count, let earlierCount else {
            return TabulationChange(
                questionID: question.id, question: question.label, optionID: option.id, option: option.label,
                comparability: comparability, earlier: earlierCount, later: count)
        }
        let panel = panel(question.id, option.id, ids)
        return TabulationChange(
            questionID: question.id, question: question.label, optionID: option.id, option: option.label,
            comparability: comparability, earlier: earlierCount, later: count,
            all: ShareChange.overlapping(
                earlier: earlier.waveCount(earlierCount), later: later.waveCount(count), panel: panel
            ).map(TabulationChange.Change.init),
            panel: ShareChange.paired(
                gained: panel.gained, lost: panel.lost, pairs: panel.pairs, population: panel.population
            ).map { change in
                TabulationChange.Panel(
                    size: panel.pairs, earlierCount: panel.both + panel.lost, laterCount: panel.both + panel.gained,
                    change: TabulationChange.Change(change))
            })
    }

    private func comparability(
        _ question: Question, _ option: Question.Option, _ before: [OfferedChoice], _ taken: [String]
    ) -> TabulationChange.Comparability {
        guard let first = before.first else { return .notAskedBefore }
        guard first.askedIf == question.askedIf?.description else { return .otherBase }
        let ids = Self.earlierIDs(option)
        let found = before.filter { ids.contains($0.optionID) }
        if found.isEmpty { return .new }
        if ids.contains(where: { id in taken.count { $0 == id } > 1 }) { return .split }
        if found.count > 1 { return .merged }
        return found[0].option == option.label ? .same : .relabelled
    }

    /// Those who were asked the question both times.
    private func panel(_ question: String, _ option: String, _ earlierOptions: [String]) -> ShareChange.Panel {
        var (both, gained, lost, pairs) = (0, 0, 0, 0)
        for (organization, chosen) in later.chosen[question, default: [:]] {
            guard let before = earlier.chosen[question]?[organization] else { continue }
            pairs += 1
            switch (earlierOptions.contains(where: before.contains), chosen.contains(option)) {
            case (true, true): both += 1
            case (false, true): gained += 1
            case (true, false): lost += 1
            case (false, false): break
            }
        }
        return ShareChange.Panel(
            both: both, gained: gained, lost: lost, pairs: pairs, population: max(askedTwice, pairs))
    }
}

/// The answers of a wave by those who were asked.
private struct WaveAnswers {
    let offered: [OfferedChoice]
    /// What each organisation chose of a question that it was asked.
    let chosen: [String: [String: Set<String>]]
    private let asked: Int
    private let respondents: Int

    init(_ register: Register) throws(StageError) {
        offered = try register.choicesOffered()
        asked = try register.responseRates().first { $0.dimension == .all }?.asked ?? 0
        guard let wave = try register.wave() else {
            (chosen, respondents) = ([:], 0)
            return
        }
        let organizations = try register.respondents(waveID: wave.id)
        respondents = organizations.count
        let byRecord = Dictionary(
            organizations.map { ($0.recordID, $0.organizationID) }, uniquingKeysWith: { first, _ in first })
        var chosen: [String: [String: Set<String>]] = [:]
        for choice in try register.choices(waveID: wave.id) {
            guard let organization = byRecord[choice.recordID] else { continue }
            chosen[choice.questionID, default: [:]][organization] = Set(choice.options)
        }
        self.chosen = chosen
    }

    /// `nil` where nobody was asked.
    func count(_ options: [String], of question: String) -> TabulationChange.Count? {
        guard let answers = chosen[question] else { return nil }
        let count = answers.values.count { options.contains(where: $0.contains) }
        return TabulationChange.Count(
            count: count, base: answers.count, percent: Share.percent(count, of: answers.count))
    }

    /// As many of all would be asked as of those who answered.
    func waveCount(_ count: TabulationChange.Count) -> ShareChange.WaveCount {
        let population =
            respondents > 0 ? max(count.base, (asked * count.base + respondents / 2) / respondents) : count.base
        return ShareChange.WaveCount(count: count.count, base: count.base, population: population)
    }
}

extension TabulationChange.Change {
    fileprivate init(_ change: ShareChange) {
        self.init(
            points: Share.rounded(change.percentagePoints), interval: PercentRange(rounding: change.interval))
    }
}
