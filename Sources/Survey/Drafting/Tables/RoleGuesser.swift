internal import Model

/// What a table is to the survey: by the words of its file, sheet and titles, and by how it is built.
struct RoleGuesser {
    struct Guess {
        let role: Role
        /// Words that were found, by where they stood, in the order of their weight.
        let evidence: [String]
        /// Columns that look like answers to questions.
        let choiceColumns: Int
        /// Whether another role is nearly as likely.
        let isDoubtful: Bool
    }

    let words: SurveyWords

    /// - Parameter choiceColumns: columns that look like answers to questions.
    func guess(file: String, sheet: String?, columns: [DraftColumn], choiceColumns: Int) -> Guess {
        var scores: [Role: Double] = [:]
        var evidence: [Role: [String]] = [:]
        func count(_ role: Role, _ weight: Double, _ word: String) {
            scores[role, default: 0] += weight
            if !(evidence[role] ?? []).contains(word) { evidence[role, default: []].append(word) }
        }
        for (name, weight) in [(file, 3.0), (sheet ?? "", 2)] where !name.isEmpty {
            for role in Role.allCases {
                guard let found = words.longest(.roleFile, in: name, ids: [role.rawValue]) else { continue }
                // A longer word says more: 参加団体名簿 is no list of those asked.
                count(role, weight + Double(found.length) / 2, name)
            }
        }
        for column in columns {
            for id in words.ids(.roleTitle, of: column.bareTitle) {
                if let role = Role(rawValue: id) { count(role, 2, column.bareTitle) }
            }
        }
        if choiceColumns >= 3 { scores[.response, default: 0] += min(4, Double(choiceColumns) / 2) }
        if scores.isEmpty || choiceColumns == 0 { scores[.frame, default: 0] += 0.5 }
        let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first else {
            return Guess(role: .frame, evidence: [], choiceColumns: choiceColumns, isDoubtful: true)
        }
        let second = ranked.dropFirst().first?.value ?? 0
        return Guess(
            role: best.key, evidence: evidence[best.key] ?? [], choiceColumns: choiceColumns,
            isDoubtful: best.value < 2 || best.value < second * 1.3)
    }
}
