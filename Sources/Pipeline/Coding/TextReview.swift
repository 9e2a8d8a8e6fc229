internal import Model
internal import Survey
internal import Text

/// What people may look at in `review/themes.xlsx`.
struct TextReview {
    let records: [Record]
    let texts: [[ActivityText]]
    let resolved: ResolveStage.Result
    let profiles: [String: OrganizationProfile]
    let inputs: WaveInputs
    let reader: ActivityTexts
    /// Keys of texts that people decided.
    let decided: [ActivitySubject: Set<String>]

    /// Each wording once: what is open first, then what was assigned, what says something else and what was decided, each
    /// in the order of the sources.
    func run() -> [ReviewedText] {
        struct Wording: Hashable {
            let subject: ActivitySubject
            let key: String
        }
        var found: [Wording: [(record: Int, text: ActivityText)]] = [:]
        var order: [Wording] = []
        for (record, texts) in texts.enumerated() where resolved.links[record] != nil {
            for text in texts where text.coding.saysSomething {
                let wording = Wording(subject: text.subject, key: Self.key(text.text))
                if found[wording] == nil { order.append(wording) }
                found[wording, default: []].append((record, text))
            }
        }
        let reviewed = order.compactMap { wording in
            found[wording].flatMap {
                self.reviewed($0, isDecided: decided[wording.subject]?.contains(wording.key) == true)
            }
        }
        return ReviewedText.State.allCases.flatMap { state in reviewed.filter { $0.state == state } }
    }

    /// Organisations that answered or are members, of which no theme is known though their name makes one think of some.
    func nameHints() -> [NameHint] {
        var shown: Set<String> = []
        return records.indices.compactMap { index in
            guard let id = resolved.links[index]?.organizationID, let profile = profiles[id],
                profile.organization.hasResponded || profile.organization.isMember,
                profile.themes.allSatisfy({ inputs.taxonomy.theme($0.id)?.isResidual == true }),
                shown.insert(id).inserted,
                let guesses = reader.suggestion(fromName: records[index].name)?.guesses, !guesses.isEmpty
            else { return nil }
            return NameHint(mention: mention(index), guesses: guesses)
        }
    }

    /// Texts that differ in width and spaces only are one.
    static func key(_ text: String) -> String { Width.foldedWithoutSpaces(text) }

    private func reviewed(_ found: [(record: Int, text: ActivityText)], isDecided: Bool) -> ReviewedText? {
        guard let first = found.first?.text else { return nil }
        let state = state(of: first.coding, isDecided: isDecided)
        return ReviewedText(
            subject: first.subject, text: first.text, question: first.question, coding: first.coding, state: state,
            mentions: found.map { mention($0.record) }, chosen: chosen(found.map(\.record), first.subject),
            nameGuesses: state == .open && first.subject == .theme ? nameGuesses(found.map(\.record)) : [])
    }

    private func state(of coding: Coding, isDecided: Bool) -> ReviewedText.State {
        if isDecided { return .decided }
        return switch coding.outcome {
        case .assigned: .assigned
        case .review, .none(.unknownWords): .open
        case .none: .outside
        }
    }

    private func mention(_ record: Int) -> RecordMention {
        RecordMention(
            organizationID: resolved.links[record]?.organizationID ?? "", name: records[record].name,
            reference: records[record].reference)
    }

    /// Labels that any of the records ticked.
    private func chosen(_ indices: [Int], _ subject: ActivitySubject) -> [String] {
        guard let question = inputs.questionnaire.first(subject.choices) else { return [] }
        let chosen = Set(indices.flatMap { records[$0].answers[question.id]?.chosen ?? [] })
        return question.options.filter { chosen.contains($0.id) }.map(\.label)
    }

    private func nameGuesses(_ indices: [Int]) -> [String] {
        var guesses: [String] = []
        for index in indices {
            for guess in reader.suggestion(fromName: records[index].name)?.guesses ?? []
            where !guesses.contains(guess.id) { guesses.append(guess.id) }
        }
        return Array(guesses.prefix(2))
    }
}

extension Coding {
    /// Whether there is anything to look at.
    fileprivate var saysSomething: Bool { outcome != .none(.empty) && outcome != .none(.nothingStated) }
}
