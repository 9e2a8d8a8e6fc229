internal import Model

/// Finds out who was asked a question, from who answered it.
struct SkipLogic {
    struct Found {
        let condition: Condition
        /// Rows that answered, by whether the condition holds.
        let inside: (answered: Int, rows: Int)
        let outside: (answered: Int, rows: Int)
    }

    /// One respondent's answers by question; questions of other files are absent.
    let rows: [[String: Answer]]
    /// In the order of the questionnaire; texts that belong to a choice are left out.
    let questions: [Question]

    private static let fewestAnswers = 10
    private static let fewestBlanks = 5
    private static let mostExceptions = 0.03
    private static let leastBlank = 0.1
    /// How unlikely it must be that all who answered chose the options by chance.
    private static let chance = 1e-3
    private static let likeness = 0.8

    /// By question id.
    func conditions() -> [String: Found] {
        var found: [String: Found] = [:]
        for (index, question) in questions.enumerated() {
            found[question.id] = byOption(question, earlier: Array(questions[..<index]))
        }
        for block in blocks(explained: Set(found.keys)) {
            let condition = Condition.anyAnswered(block)
            for id in block { found[id] = count(id, condition) }
        }
        return found
    }

    private func isAnswered(_ row: [String: Answer], _ id: String) -> Bool { !(row[id]?.isBlank ?? true) }

    private func count(_ id: String, _ condition: Condition) -> Found {
        var (inside, outside) = ((answered: 0, rows: 0), (answered: 0, rows: 0))
        for row in rows where row[id] != nil {
            let answered = isAnswered(row, id) ? 1 : 0
            if condition.holds(for: row) {
                inside = (inside.answered + answered, inside.rows + 1)
            } else {
                outside = (outside.answered + answered, outside.rows + 1)
            }
        }
        return Found(condition: condition, inside: inside, outside: outside)
    }

    // MARK: - Those who chose an option

    private func byOption(_ question: Question, earlier: [Question]) -> Found? {
        let asked = rows.filter { $0[question.id] != nil }
        let answered = asked.count { isAnswered($0, question.id) }
        let blank = asked.count - answered
        guard answered >= Self.fewestAnswers, blank >= Self.fewestBlanks,
            Double(blank) >= Self.leastBlank * Double(asked.count)
        else { return nil }
        let candidates = earlier.filter(\.isTabulated).compactMap { explanation(question, by: $0) }
        // The condition that leaves the fewest blanks unexplained; of two alike the nearest question.
        return candidates.enumerated().max { a, b in
            (rate(a.element.inside), Double(a.offset)) < (rate(b.element.inside), Double(b.offset))
        }?.element
    }

    private func rate(_ part: (answered: Int, rows: Int)) -> Double {
        // Rounded, so that a few odd rows don't outweigh the nearness of a question.
        part.rows == 0 ? 0 : (Double(part.answered) / Double(part.rows) * 20).rounded()
    }

    /// Options of an earlier question that nearly all who answered had chosen, and outside of which nearly nobody did.
    private func explanation(_ question: Question, by earlier: Question) -> Found? {
        let both = rows.filter { $0[question.id] != nil && $0[earlier.id] != nil }
        let rates = earlier.options.map { option in
            let inside = both.filter { $0[earlier.id]?.chosen.contains(option.id) ?? false }
            return (id: option.id, answered: inside.count { isAnswered($0, question.id) }, rows: inside.count)
        }
        // Options that send people on, and at most three of them: a condition should be one that a form would print.
        let open = rates.filter { $0.rows > 0 && Double($0.answered) > 0.2 * Double($0.rows) }
        guard !open.isEmpty, open.count <= 3, open.count < earlier.options.count else { return nil }
        if earlier.kind == .multiple, open.count > 1 { return nil }
        let chosen = open.map { Condition.chosen(question: earlier.id, option: $0.id) }
        let found = count(question.id, chosen.count == 1 ? chosen[0] : .any(chosen))
        let answered = found.inside.answered + found.outside.answered
        guard found.inside.answered >= Self.fewestAnswers, found.outside.rows >= Self.fewestBlanks,
            Double(found.outside.answered) <= Self.mostExceptions * Double(answered),
            Double(found.outside.answered) <= 2 * Self.mostExceptions * Double(found.outside.rows)
        else { return nil }
        let all = found.inside.rows + found.outside.rows
        // Fisher's exact test: that answers fell on rows inside by chance.
        var byChance = 1.0
        for drawn in 0..<found.inside.answered {
            byChance *= Double(found.inside.rows - drawn) / Double(all - drawn)
        }
        // With many options, one of them fits by chance more easily.
        return byChance * Double(earlier.options.count) < Self.chance ? found : nil
    }

    // MARK: - Blocks that are blank together

    private func blocks(explained: Set<String>) -> [[String]] {
        var blocks: [[String]] = []
        var run: [Question] = []
        func close() {
            if run.count >= 2 { blocks.append(run.map(\.id)) }
            run = []
        }
        for question in questions where question.isTabulated {
            if explained.contains(question.id) || !isOftenBlank(question.id) {
                close()
            } else if run.isEmpty || run.allSatisfy({ areBlankTogether($0.id, question.id) }) {
                run.append(question)
            } else {
                close()
                run = [question]
            }
        }
        close()
        return blocks
    }

    private func isOftenBlank(_ id: String) -> Bool {
        let asked = rows.filter { $0[id] != nil }
        let blank = asked.count { !isAnswered($0, id) }
        return blank >= Self.fewestBlanks && Double(blank) >= Self.leastBlank * Double(asked.count)
            && blank < asked.count
    }

    private func areBlankTogether(_ a: String, _ b: String) -> Bool {
        let asked = rows.filter { $0[a] != nil && $0[b] != nil }
        let both = asked.count { !isAnswered($0, a) && !isAnswered($0, b) }
        let any = asked.count { !isAnswered($0, a) || !isAnswered($0, b) }
        return any > 0 && Double(both) >= Self.likeness * Double(any)
    }
}
