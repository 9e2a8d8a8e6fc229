internal import Model
internal import Text

/// The order in which a questionnaire prints its options, which their numbers follow.
struct OptionOrder {
    /// What the order was taken from, the surest first.
    enum Reason: Int, Sendable, Comparable {
        case earlierWave, columnTitles, printedNumbers, legend, cells, sameOptions, meaning, taxonomy, counts, none

        static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }

        /// Whether numbers may be read by it without a look.
        var isCertain: Bool { self <= .legend }
    }

    let words: SurveyWords
    /// Texts that list labels: cells of legends and notes.
    let legends: [String]
    /// Share of the pairs of labels in one cell that must stand in one order.
    private static let leastAgreement = 0.95

    /// The options with their codes, in order.
    func ordered(_ question: DraftQuestion) -> (options: [DraftOption], reason: Reason, isOpen: Bool) {
        let options = question.options
        if let marks = question.asked.map(\.question).filter({ $0.content == .marks })
            .max(by: { $0.options.count < $1.options.count }), !marks.options.contains(where: { $0.label.isEmpty })
        {
            let keys = marks.options.map { words.key($0.label) }
            let codes = marks.options.contains { $0.code != nil } ? marks.options.map(\.code) : []
            return (numbered(listed(options, keys), codes: codes), .columnTitles, false)
        }
        let printed = question.asked.flatMap(\.question.options).filter { $0.code != nil && !$0.label.isEmpty }
        if !printed.isEmpty { return (numbered(options, printed: printed), .printedNumbers, false) }
        if let keys = legend(options) { return (numbered(listed(options, keys), codes: []), .legend, false) }
        if let (sorted, isWhole) = byCells(options, rows: question.asked.flatMap(\.question.rows)) {
            return (numbered(sorted, codes: []), .cells, !isWhole)
        }
        if let ranks = meaning(options) { return (numbered(sorted(options, by: ranks), codes: []), .meaning, false) }
        let byCount = options.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
        return (numbered(lastOther(byCount), codes: []), .counts, false)
    }

    /// - Parameter codes: numbers of the first options, where they are printed; else they count from 1.
    private func numbered(_ options: [DraftOption], codes: [Int?]) -> [DraftOption] {
        var options = options
        var next = 1
        for index in options.indices {
            if codes.indices.contains(index), let code = codes[index] { next = code }
            options[index].code = next
            next += 1
        }
        return options
    }

    private func numbered(_ options: [DraftOption], printed: [FileQuestion.Option]) -> [DraftOption] {
        let codes = Dictionary(
            printed.map { (words.key($0.label), $0.code ?? 0) }, uniquingKeysWith: { first, _ in first })
        var options = options.sorted { (codes[$0.key] ?? 1000, $0.key) < (codes[$1.key] ?? 1000, $1.key) }
        var used = Set(codes.values)
        for index in options.indices {
            if let code = codes[options[index].key] {
                options[index].code = code
            } else {
                options[index].code = (used.max() ?? 0) + 1
                used.insert(options[index].code)
            }
        }
        return options
    }

    /// Those of the list in its order, then the others by their counts.
    private func listed(_ options: [DraftOption], _ keys: [String]) -> [DraftOption] {
        let known = keys.compactMap { key in options.first { $0.key == key } }
        return known
            + options.filter { !keys.contains($0.key) }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }

    func lastOther(_ options: [DraftOption]) -> [DraftOption] {
        let isLast: (DraftOption) -> Bool = { words.id(.commonOption, of: $0.label) != nil }
        return options.filter { !isLast($0) } + options.filter(isLast)
    }

    // MARK: - Legends

    /// Keys in the order of a text that names every option and little else.
    private func legend(_ options: [DraftOption]) -> [String]? {
        guard options.count >= 2 else { return nil }
        for legend in legends {
            let pieces = legend.split { "/／、,，;；|｜\n\r・".contains($0) }.map {
                words.key(ChoicePieces.number(before: String($0))?.label ?? String($0))
            }
            let whole = words.key(legend)
            if options.allSatisfy({ pieces.contains($0.key) }) { return pieces }
            // Labels may hold the separator; then their places in the text tell.
            let places = options.compactMap { option in whole.firstRange(of: option.key)?.lowerBound }
            guard places.count == options.count, Set(places).count == places.count,
                options.reduce(0, { $0 + $1.key.count }) * 10 >= whole.count * 7
            else { continue }
            return zip(places, options).sorted { $0.0 < $1.0 }.map(\.1.key)
        }
        return nil
    }

    // MARK: - The order within cells

    /// Forms write choices in the order of the questionnaire: which label stands before which tells it, unless cells
    /// contradict each other. `isWhole` is false where some neighbours never meet in a cell.
    func byCells(_ options: [DraftOption], rows: [[String]]) -> (options: [DraftOption], isWhole: Bool)? {
        var before: [[String]: Int] = [:]
        for row in rows {
            let keys = row.map(words.key)
            for (place, first) in keys.enumerated() {
                for second in keys[(place + 1)...] where first != second { before[[first, second], default: 0] += 1 }
            }
        }
        let total = before.values.reduce(0, +)
        let agreed = before.reduce(0) { $0 + ($1.value > before[$1.key.reversed()] ?? 0 ? $1.value : 0) }
        guard total >= max(10, options.count * 2), Double(agreed) >= Self.leastAgreement * Double(total) else {
            return nil
        }
        var result: [DraftOption] = []
        var rest = preferred(options)
        var isWhole = true
        while !rest.isEmpty {
            let free = rest.indices.filter { index in
                !rest.contains { $0.key != rest[index].key && leads($0.key, rest[index].key, before) }
            }
            if free.count > 1 { isWhole = false }
            let next = free.first ?? 0
            result.append(rest.remove(at: next))
        }
        // The order of the alphabet is that of a program and not of a questionnaire.
        let labels = result.map(\.label)
        return labels.count >= 4 && labels == labels.sorted() ? nil : (result, isWhole)
    }

    private func leads(_ a: String, _ b: String, _ before: [[String]: Int]) -> Bool {
        (before[[a, b]] ?? 0) > (before[[b, a]] ?? 0)
    }

    /// What is taken where cells leave it open.
    private func preferred(_ options: [DraftOption]) -> [DraftOption] {
        if let ranks = meaning(options) { return sorted(options, by: ranks) }
        return lastOther(options.sorted { ($1.count, $0.label) < ($0.count, $1.label) })
    }

    // MARK: - Meaning

    private func sorted(_ options: [DraftOption], by ranks: [String: Int]) -> [DraftOption] {
        options.sorted {
            (ranks[$0.key] ?? 0, $1.count, $0.label) < (ranks[$1.key] ?? 0, $0.count, $1.label)
        }
    }

    /// Ranks by key where the labels have an order of their own: yes before no, near before far, often before seldom.
    private func meaning(_ options: [DraftOption]) -> [String: Int]? {
        for use in [
            SurveyWords.Use.yesNo, .wish, .serviceArea, .frequency, .degree, .theme, .supportType, .activityField,
            .organizationType,
        ] {
            let order = words.order(use)
            var ranks: [String: Int] = [:]
            var known = 0
            for option in options {
                let isLast = words.id(.commonOption, of: option.label) != nil && use != .yesNo && use != .wish
                let id =
                    use == .serviceArea || use == .frequency || use == .degree
                    ? words.longest(use, in: option.label)?.id : words.id(use, of: option.label)
                ranks[option.key] = isLast ? 1000 : id.flatMap { order[$0] } ?? 500
                if id != nil { known += 1 }
            }
            let needed = use == .yesNo || use == .wish ? options.count : max(2, (options.count * 7 + 9) / 10)
            if options.count >= 2, known >= needed, Set(ranks.values).count > 1 { return ranks }
        }
        return nil
    }
}

extension SurveyWords {
    /// Position of each id in the table: the order of the words is that of questionnaires.
    func order(_ use: Use) -> [String: Int] {
        var order: [String: Int] = [:]
        for id in ids(use) where order[id] == nil { order[id] = Int(id) ?? order.count }
        return order
    }
}
