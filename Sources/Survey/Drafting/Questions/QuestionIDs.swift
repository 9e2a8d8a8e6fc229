internal import Model
internal import Text

/// Names questions: by their printed numbers where there are any, else by their place.
struct QuestionIDs {
    let words: SurveyWords

    /// Texts that belong to a choice (その他, 具体名): the one right before, or another one with the same number.
    func markCompanions(_ questions: inout [DraftQuestion]) {
        var last: Int?
        for index in questions.indices {
            if questions[index].isChoice {
                last = index
            } else if questions[index].kind == .text {
                questions[index].companionOf = main(of: questions[index], before: last, in: questions)
                if questions[index].companionOf != last { last = nil }
            } else {
                last = nil
            }
        }
    }

    private func main(of text: DraftQuestion, before last: Int?, in questions: [DraftQuestion]) -> Int? {
        let numbers = Set(text.numbers)
        // A number of its own is that of a question of its own.
        let sharing = questions.indices.filter {
            questions[$0].isChoice && !numbers.isDisjoint(with: questions[$0].numbers)
        }
        if let last, sharing.contains(last) { return last }
        func likeness(_ index: Int) -> Double {
            let pairs = text.asked.flatMap { left in
                questions[index].asked.map { (left.question.title, $0.question.title) }
            }
            return pairs.map { QuestionAligner.likeness(words.key($0.0), words.key($0.1)) }.max() ?? 0
        }
        if let best = sharing.max(by: { (likeness($0), $1) < (likeness($1), $0) }) { return best }
        guard let last, numbers.isEmpty || questions[last].numbers.isEmpty else { return nil }
        let titles = text.asked.map { words.key($0.question.title) }
        let mains = questions[last].asked.map { words.key($0.question.title) }
        let belongs = titles.contains { title in
            words.holds(.titleKind, "companion", in: title) || mains.contains { $0.count >= 3 && title.contains($0) }
        }
        return belongs ? last : nil
    }

    /// By the printed numbers, where every question has one: columns may have been moved about.
    func sort(_ questions: inout [DraftQuestion]) {
        let mains = questions.indices.filter { questions[$0].companionOf == nil }
        let keys = mains.map { index in
            questions[index].numbers.first.map { $0.split(separator: "-").compactMap { Int($0) } }
        }
        guard !mains.isEmpty, keys.allSatisfy({ $0 != nil }) else { return }
        let order = zip(mains, keys.compactMap(\.self)).sorted { a, b in
            a.1 == b.1 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
        }.map(\.0)
        let places = order.flatMap { main in [main] + questions.indices.filter { questions[$0].companionOf == main } }
        var sorted = places.map { questions[$0] }
        for index in sorted.indices {
            if let main = sorted[index].companionOf { sorted[index].companionOf = places.firstIndex(of: main) }
        }
        questions = sorted
    }

    func assign(to questions: inout [DraftQuestion]) {
        let numbers = questions.map { $0.numbers.first }
        let mains = questions.indices.filter { questions[$0].companionOf == nil }
        let isNumbered = mains.count { numbers[$0] != nil } * 2 >= mains.count
        var taken = Set(questions.compactMap { $0.earlier?.id })
        for (place, index) in mains.enumerated() where questions[index].earlier == nil {
            let number = isNumbered ? numbers[index] : nil
            let same = mains.filter { numbers[$0] == number && number != nil }
            var id = "q\(place + 1)"
            if let number {
                let inner = "\(number)-\((same.firstIndex(of: index) ?? 0) + 1)"
                id = same.count == 1 ? number : numbers.contains(inner) ? "\(inner)-a" : inner
            }
            questions[index].id = unique(id, &taken)
        }
        for index in questions.indices {
            if let earlier = questions[index].earlier {
                questions[index].id = earlier.id
            } else if let main = questions[index].companionOf {
                questions[index].id = unique(questions[main].id + suffix(questions[index], questions[main]), &taken)
            }
        }
    }

    private func suffix(_ text: DraftQuestion, _ main: DraftQuestion) -> String {
        switch main.concept {
        case .serviceArea: "-places"
        case .theme, .supportType, .activityField, .caseTheme: "-other"
        default: "-text"
        }
    }

    private func unique(_ id: String, _ taken: inout Set<String>) -> String {
        var (unique, copy) = (id, 2)
        while !taken.insert(unique).inserted {
            unique = "\(id)-\(copy)"
            copy += 1
        }
        return unique
    }
}
