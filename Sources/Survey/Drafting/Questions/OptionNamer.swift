internal import Model
internal import Text

/// Ids of options: fixed ones where the concept has them, telling ones where words are known, else by number.
struct OptionNamer {
    let words: SurveyWords
    let taxonomy: Taxonomy

    /// - Returns: false when the options can't be told apart by the ids that the concept demands.
    func name(_ question: inout DraftQuestion) -> Bool {
        if let ids = fixedIDs(question.concept), let use = question.concept.labelUse {
            return fixed(&question, ids: ids, use: use)
        }
        switch question.concept {
        case .organizationType: free(&question, use: .organizationType)
        case .activityField: free(&question, use: .activityField)
        default: free(&question, use: isYesNo(question) ? .yesNo : .commonOption)
        }
        return true
    }

    /// Ids of the options that an earlier wave didn't have.
    func nameNew(_ question: inout DraftQuestion) {
        var taken = Set(question.options.map(\.id))
        let fixed = fixedIDs(question.concept)
        for index in question.options.indices where question.options[index].id.isEmpty {
            let option = question.options[index]
            let known = question.concept.labelUse.flatMap { words.id($0, of: option.label) }
            let left = (fixed ?? []).filter { !taken.contains($0) }
            var id = known ?? "c\(option.code)"
            if let fixed, !fixed.contains(id) || taken.contains(id) {
                id = question.concept.labelUse.flatMap { nearest(option.label, left, $0)?.id } ?? id
            }
            while taken.contains(id) { id += "x" }
            question.options[index].isIDDoubtful = id != known
            question.options[index].id = id
            taken.insert(id)
        }
    }

    private func fixedIDs(_ concept: QuestionConcept) -> [String]? {
        switch concept {
        case .theme, .caseTheme: taxonomy.themes.map(\.id)
        case .supportType: taxonomy.supportTypes.map(\.id)
        case .serviceArea: ServiceAreaKind.allCases.map(\.rawValue)
        case .needFelt, .caseFound, .commissioned: ["yes", "no"]
        case .wishToJoin: ["wants", "considers", "declines", "joined"]
        default: nil
        }
    }

    private func isYesNo(_ question: DraftQuestion) -> Bool {
        question.options.count == 2
            && Set(question.options.compactMap { words.id(.yesNo, of: $0.label) }) == ["yes", "no"]
    }

    private func free(_ question: inout DraftQuestion, use: SurveyWords.Use) {
        var taken: Set<String> = []
        for index in question.options.indices {
            let option = question.options[index]
            let id = words.id(use, of: option.label) ?? words.id(.commonOption, of: option.label) ?? "c\(option.code)"
            question.options[index].id = taken.insert(id).inserted ? id : "c\(option.code)"
            taken.insert(question.options[index].id)
        }
    }

    /// Each label the id whose word it is or holds; the best fits first, no id twice.
    private func fixed(_ question: inout DraftQuestion, ids: [String], use: SurveyWords.Use) -> Bool {
        guard question.options.count <= ids.count else { return false }
        var candidates: [(option: Int, id: String, score: Double)] = []
        for (index, option) in question.options.enumerated() {
            // Of an option without a label nothing is known.
            if option.label.isEmpty, ids.contains("unknown") { candidates.append((index, "unknown", 0)) }
            for wording in [option.label] + option.alsoWritten {
                candidates += scores(wording, ids: ids, use: use).map { (index, $0.id, $0.score) }
            }
        }
        candidates.sort { ($1.score, $0.option) < ($0.score, $1.option) }
        var chosen: [Int: String] = [:]
        for candidate in candidates
        where chosen[candidate.option] == nil && !chosen.values.contains(candidate.id) {
            chosen[candidate.option] = candidate.id
            question.options[candidate.option].isIDDoubtful = candidate.score < 1
        }
        // What no word fits takes what is left, and has to be looked at.
        var merged: Set<Int> = []
        for index in question.options.indices where chosen[index] == nil {
            let left = ids.filter { !chosen.values.contains($0) }
            guard let (id, likeness) = nearest(question.options[index].label, left, use) else { return false }
            if likeness < Self.leastLikeness, !question.isCoded,
                let other = chosen.first(where: { $0.value == "other" })?.key
            {
                question.options[other].alsoWritten +=
                    [question.options[index].label] + question.options[index].alsoWritten
                question.options[other].count += question.options[index].count
                question.options[other].merged.append(question.options[index].label)
                merged.insert(index)
            } else {
                chosen[index] = id
                question.options[index].isIDDoubtful = true
            }
        }
        if use == .yesNo || use == .wish, question.options.contains(where: \.isIDDoubtful) { return false }
        for index in question.options.indices { question.options[index].id = chosen[index] ?? "" }
        question.options = question.options.enumerated().filter { !merged.contains($0.offset) }.map(\.element)
        return true
    }

    /// Below, a label has nothing in common with an id and is better counted as その他.
    private static let leastLikeness = 0.25

    private func scores(_ label: String, ids: [String], use: SurveyWords.Use) -> [(id: String, score: Double)] {
        let exact = words.ids(use, of: label)
        let key = words.key(label)
        return ids.compactMap { id in
            if exact.contains(id) { return (id, 3) }
            guard let found = words.longest(use, in: label, ids: [id]) else { return nil }
            if use == .serviceArea { return (id, 1 + Double(found.length) / 100) }
            let share = Double(found.length) / Double(max(1, key.count))
            return share >= 0.3 ? (id, share >= 0.5 && found.length >= 2 ? 1 + share : share) : nil
        }
    }

    private func nearest(
        _ label: String, _ ids: [String], _ use: SurveyWords.Use
    ) -> (id: String, likeness: Double)? {
        let key = words.key(label)
        let ranked = ids.map { id in
            (id: id, likeness: words.all(use, id).map { QuestionAligner.likeness($0, key) }.max() ?? 0)
        }
        let best = ranked.max { $0.likeness < $1.likeness }
        if let best, best.likeness < Self.leastLikeness, let other = ranked.first(where: { $0.id == "other" }) {
            return other
        }
        return best
    }
}
