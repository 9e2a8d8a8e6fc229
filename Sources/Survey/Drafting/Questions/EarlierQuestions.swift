internal import Model
internal import Text

/// Takes over what an earlier codebook says of the same questions, so that ids stay the same from wave to wave.
struct EarlierQuestions {
    let words: SurveyWords
    let earlier: Questionnaire

    func match(_ questions: inout [DraftQuestion]) {
        let pairs = QuestionAligner(words: words).pairs(
            earlier.questions.map(signature), questions.map { $0.signature(words) })
        for (old, new) in pairs {
            let question = earlier.questions[old]
            guard question.isTabulated == questions[new].isChoice || question.options.isEmpty else { continue }
            questions[new].earlier = question
            questions[new].concept = question.concept
            if questions[new].isChoice { take(question, into: &questions[new]) }
        }
    }

    private func signature(_ question: Question) -> QuestionSignature {
        let labels = question.options.flatMap { [$0.label] + $0.alsoWritten }
        return QuestionSignature(
            titles: [question.label, ColumnTitle.bare(question.label)], numbers: [],
            labels: words.signature(of: labels), optionCount: question.options.map(\.code).max(),
            largestCode: nil, kind: question.isTabulated ? .choice : .text, isMultiple: question.kind == .multiple)
    }

    /// Its options, each with this wave's wording; what is new comes behind them.
    private func take(_ question: Question, into draft: inout DraftQuestion) {
        var options = question.options.map {
            DraftOption(
                key: words.key($0.label), label: $0.label, alsoWritten: $0.alsoWritten, code: $0.code, id: $0.id)
        }
        var rest: [DraftOption] = []
        for option in draft.options {
            if let index = place(of: option, in: options, concept: question.concept) {
                options[index].take(option)
            } else {
                rest.append(option)
            }
        }
        for option in rest {
            var option = option
            if let index = twin(of: option, in: options, concept: question.concept) {
                options[index].take(option)
                continue
            }
            option.code = (options.map(\.code).max() ?? 0) + 1
            option.isIDDoubtful = true
            options.append(option)
        }
        draft.options = options
        draft.order = .earlierWave
    }

    private func place(of option: DraftOption, in options: [DraftOption], concept: QuestionConcept) -> Int? {
        let wordings = Set(([option.label] + option.alsoWritten).map(words.key))
        return options.firstIndex { old in
            !wordings.isDisjoint(with: ([old.label] + old.alsoWritten).map(words.key))
        }
    }

    /// Another wording of an option that nobody chose under its old one.
    private func twin(of option: DraftOption, in options: [DraftOption], concept: QuestionConcept) -> Int? {
        guard let use = concept.labelUse, let id = words.id(use, of: option.label) else { return nil }
        return options.firstIndex { $0.count == 0 && words.id(use, of: $0.label) == id }
    }
}

extension DraftOption {
    fileprivate mutating func take(_ option: DraftOption) {
        key = option.key
        count += option.count
        add([option.label] + option.alsoWritten)
    }
}
