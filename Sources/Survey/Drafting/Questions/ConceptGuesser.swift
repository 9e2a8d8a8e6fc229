internal import Model
internal import Text

/// What a question is to the analysis, by the words of its title and of its options.
struct ConceptGuesser {
    struct Guess {
        let concept: QuestionConcept
        /// Words of the title or labels that speak for it.
        let evidence: String
    }

    let words: SurveyWords
    let taxonomy: Taxonomy

    /// Names the concepts of a questionnaire, in its order.
    func assign(to questions: inout [DraftQuestion]) {
        for index in questions.indices where questions[index].isChoice {
            var guess = choice(questions[index])
            if [.theme, .caseTheme].contains(guess.concept) {
                guess = themed(questions[index], guess, hasTheme: questions[..<index].contains { $0.concept == .theme })
            }
            let isTaken = guess.concept != .other && questions[..<index].contains { $0.concept == guess.concept }
            questions[index].concept = isTaken ? .other : guess.concept
            questions[index].conceptEvidence = isTaken ? "" : guess.evidence
        }
        for index in questions.indices where questions[index].kind == .text {
            let main = index > 0 ? questions[questions[index].companionOf ?? index - 1] : nil
            let guess = text(questions[index], behind: questions[index].companionOf == nil ? nil : main)
            let isTaken = guess.concept != .other && questions[..<index].contains { $0.concept == guess.concept }
            questions[index].concept = isTaken ? .other : guess.concept
            questions[index].conceptEvidence = isTaken ? "" : guess.evidence
        }
    }

    private func titles(_ question: DraftQuestion) -> String {
        question.asked.map(\.question.title).joined(separator: " ")
    }

    // MARK: - Choices

    private func choice(_ question: DraftQuestion) -> Guess {
        let labels = question.options.map(\.label)
        let byTitle = words.longest(.concept, in: titles(question)).flatMap { QuestionConcept(rawValue: $0.id) }
        func share(_ use: SurveyWords.Use) -> Double {
            guard !labels.isEmpty else { return 0 }
            return Double(labels.count { words.id(use, of: $0) != nil }) / Double(labels.count)
        }
        let shares: [(QuestionConcept, Double)] = [
            (.theme, share(.theme)), (.supportType, share(.supportType)), (.activityField, share(.activityField)),
            (.organizationType, share(.organizationType)), (.wishToJoin, share(.wish)),
            (.serviceArea, areaShare(labels)),
        ]
        let best = shares.max { $0.1 < $1.1 }
        if let best, best.1 >= 0.6, labels.count >= 3, best.0 != .wishToJoin || byTitle == .wishToJoin {
            // Of two lists that fit alike the title decides.
            let rivals = shares.filter { $0.1 >= best.1 - 0.15 && $0.1 >= 0.5 }
            let chosen = rivals.first { $0.0 == byTitle } ?? best
            return Guess(concept: chosen.0, evidence: known(labels, chosen.0))
        }
        if let guess = yesNo(question, byTitle) { return guess }
        guard let byTitle, fits(question, byTitle) else { return Guess(concept: .other, evidence: "") }
        return Guess(concept: byTitle, evidence: words.word(.concept, in: titles(question)))
    }

    private func areaShare(_ labels: [String]) -> Double {
        guard !labels.isEmpty else { return 0 }
        let kinds = labels.compactMap { words.longest(.serviceArea, in: $0)?.id }
        let isArea = kinds.contains { ["part", "city", "city_and_beyond"].contains($0) }
        return isArea ? Double(kinds.count) / Double(labels.count) : 0
    }

    private func yesNo(_ question: DraftQuestion, _ byTitle: QuestionConcept?) -> Guess? {
        let concepts: [QuestionConcept] = [.commissioned, .caseFound, .needFelt]
        let isYesNo =
            question.options.count == 2
            && Set(question.options.compactMap { words.id(.yesNo, of: $0.label) }) == ["yes", "no"]
        guard isYesNo, question.kind == .single else { return nil }
        if let byTitle, concepts.contains(byTitle) {
            return Guess(concept: byTitle, evidence: words.word(.concept, in: titles(question)))
        }
        let named = concepts.first { words.holds(.concept, $0.rawValue, in: titles(question)) }
        return Guess(
            concept: named ?? .other, evidence: named.map { _ in words.word(.concept, in: titles(question)) } ?? "")
    }

    /// Whether a concept that the title names can be that of the options.
    private func fits(_ question: DraftQuestion, _ concept: QuestionConcept) -> Bool {
        let labels = question.options.map(\.label)
        switch concept {
        case .commissioned, .caseFound, .needFelt, .caseText, .themeText, .supportTypeText, .serviceAreaText:
            return false
        case .wishToJoin: return labels.allSatisfy { words.id(.wish, of: $0) != nil }
        case .theme, .caseTheme: return labels.count { words.longest(.theme, in: $0) != nil } * 2 > labels.count
        case .supportType: return labels.count { words.longest(.supportType, in: $0) != nil } * 2 > labels.count
        case .serviceArea: return areaShare(labels) >= 0.5
        case .frequency: return labels.count { words.longest(.frequency, in: $0) != nil } * 2 > labels.count
        default: return labels.count >= 2 || labels.isEmpty
        }
    }

    private func known(_ labels: [String], _ concept: QuestionConcept) -> String {
        let use: SurveyWords.Use =
            switch concept {
            case .theme: .theme
            case .supportType: .supportType
            case .activityField: .activityField
            case .organizationType: .organizationType
            case .wishToJoin: .wish
            default: .serviceArea
            }
        let found = labels.filter { words.id(use, of: $0) != nil || concept == .serviceArea }
        return found.prefix(3).joined(separator: ", ")
    }

    /// Whom it helps, or whom a case was about.
    private func themed(_ question: DraftQuestion, _ guess: Guess, hasTheme: Bool) -> Guess {
        let isCase =
            words.holds(.caseTitle, "case", in: titles(question))
            && !words.holds(.concept, "theme", in: titles(question))
        return Guess(concept: isCase || hasTheme ? .caseTheme : .theme, evidence: guess.evidence)
    }

    // MARK: - Texts

    private func text(_ question: DraftQuestion, behind main: DraftQuestion?) -> Guess {
        switch main?.concept {
        case .theme: return Guess(concept: .themeText, evidence: question.title)
        case .supportType: return Guess(concept: .supportTypeText, evidence: question.title)
        case .serviceArea: return Guess(concept: .serviceAreaText, evidence: question.title)
        default: break
        }
        guard words.holds(.caseTitle, "case", in: titles(question)) else { return Guess(concept: .other, evidence: "") }
        return Guess(concept: .caseText, evidence: question.title)
    }
}

extension SurveyWords {
    /// The word itself, for remarks.
    func word(_ use: Use, in text: String) -> String {
        let key = key(text)
        return all(use).filter { key.holds($0) }.max { $0.count < $1.count } ?? ""
    }
}
