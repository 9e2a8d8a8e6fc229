internal import Model
internal import Text

/// The choices in the cells of one column: which separator cuts them into the fewest, most repeated pieces.
struct ChoicePieces: Sendable {
    /// None where every cell holds one choice.
    let separators: [Character]
    /// Pieces by row, as they are written, without their numbers.
    let rows: [[String]]
    /// Labels as written, with how many rows hold them, by their key.
    let labels: [String: Label]
    struct Label: Sendable {
        /// As most rows write it.
        var label: String
        var count: Int
        /// Every spelling, by what the reader of surveys compares.
        var spellings: [String: (text: String, count: Int)]
    }

    /// Numbers that stand before labels (1.心の健康), by key.
    let numbers: [String: Int]
    /// Labels that were put together since their parts always stand together.
    let joined: [String]

    /// What choices can be joined with; the reader of surveys cuts at all of them but the last.
    static let separators: [Character] = ["\n", ";", "|", "、", ",", "/"]
    static let unreadableSeparators: Set<Character> = ["/"]

    var isSeveral: Bool { rows.contains { $0.count > 1 } }
    var severalCells: Int { rows.count { $0.count > 1 } }
    /// Pieces in all.
    var total: Int { labels.values.reduce(0) { $0 + $1.count } }
    /// Share of the pieces that stand in more than one row.
    var repeatedShare: Double {
        let once = labels.values.count { $0.count == 1 }
        return total == 0 ? 0 : 1 - Double(once) / Double(total)
    }

    /// - Parameters:
    ///   - cells: trimmed, by row; blank ones hold no choice.
    ///   - key: what labels compare by.
    ///   - isKnown: whether a text is a label for certain, so that it is not cut.
    init(_ cells: [String], key makeKey: (String) -> String, isKnown check: (String) -> Bool) {
        // The same few texts are looked at for every separator.
        var keys: [String: String] = [:]
        var known: [String: Bool] = [:]
        func key(_ text: String) -> String {
            if let key = keys[text] { return key }
            let key = makeKey(text)
            keys[text] = key
            return key
        }
        func isKnown(_ text: String) -> Bool {
            if let isKnown = known[text] { return isKnown }
            let isKnown = check(text)
            known[text] = isKnown
            return isKnown
        }
        let filled = cells.filter { !$0.isEmpty }
        let separators = Self.separators(of: filled, key: key, isKnown: isKnown)
        var cuts: [String: [String]] = ["": []]
        func cut(_ cell: String) -> [String] {
            if let cut = cuts[cell] { return cut }
            let cut = separators.reduce([cell]) { row, separator in
                row.flatMap { isKnown($0) ? [$0] : Self.split($0, at: separator) }
            }
            cuts[cell] = cut
            return cut
        }
        var pieces = cells.map(cut)
        (pieces, joined) = Self.joining(pieces, separator: separators.first, key: key, isKnown: isKnown)
        (pieces, numbers) = Self.unnumbered(pieces, key: key)
        var labels: [String: Label] = [:]
        for row in pieces {
            // What folds to nothing, such as a zero-width space, is no choice.
            let row = row.filter { !key($0).isEmpty }
            let own: [String: String] = Dictionary(
                row.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
            for (pieceKey, piece) in own {
                labels[pieceKey, default: Label(label: piece, count: 0, spellings: [:])].count += 1
            }
            for piece in row {
                labels[key(piece)]?.spellings[NearestNames.titleKey(piece), default: (piece, 0)].count += 1
            }
        }
        self.labels = labels.mapValues { label in
            let common = label.spellings.values.max { ($0.count, $1.text) < ($1.count, $0.text) }
            return Label(label: common?.text ?? label.label, count: label.count, spellings: label.spellings)
        }
        self.separators = separators
        rows = pieces
    }

    // MARK: - Separators

    private static let mostCells = 2000

    /// The separator that cuts best; then another one, where people wrote now this and now that.
    private static func separators(
        of cells: [String], key: (String) -> String, isKnown: (String) -> Bool
    ) -> [Character] {
        var chosen: [Character] = []
        var pieces = cells.prefix(mostCells).map { [$0] }
        while chosen.count < 3 {
            var best: (separator: Character, pieces: [[String]], spread: Spread)?
            let current = Spread(pieces, key: key)
            for candidate in separators where !chosen.contains(candidate) {
                let cut = pieces.map { row in row.flatMap { isKnown($0) ? [$0] : split($0, at: candidate) } }
                let spread = Spread(cut, key: key)
                guard spread.total > current.total, spread.isBetter(than: best?.spread ?? current) else { continue }
                best = (candidate, cut, spread)
            }
            guard let best else { break }
            chosen.append(best.separator)
            pieces = best.pieces
        }
        return chosen
    }

    /// How many pieces there are, and how many different ones.
    private struct Spread {
        let distinct: Int
        let total: Int

        init(_ pieces: [[String]], key: (String) -> String) {
            distinct = Set(pieces.joined().map(key)).count
            total = pieces.reduce(0) { $0 + $1.count }
        }

        /// Where the pieces already repeat, fewer different ones win; else those that repeat more.
        func isBetter(than other: Spread) -> Bool {
            if distinct < other.distinct { return true }
            let repeats = other.distinct * 10 <= other.total * 3
            return !repeats && distinct * other.total * 10 < other.distinct * total * 9
        }
    }

    /// One form of each separator: ； is ;.
    private static func plain(_ character: Character) -> Character {
        switch character {
        case "；": ";"
        case "，": ","
        case "､": "、"
        case "｜": "|"
        case "／": "/"
        default: character.isNewline ? "\n" : character
        }
    }

    /// Cut at a separator outside brackets.
    static func split(_ cell: String, at separator: Character) -> [String] {
        guard cell.contains(where: { plain($0) == separator }) else { return [cell] }
        var pieces = [""]
        var depth = 0
        let isClosed = cell.count { "(（「".contains($0) } == cell.count { ")）」".contains($0) }
        let ignoresBrackets = separator == "\n" || separator == ";" || !isClosed
        for character in cell {
            if "(（「".contains(character) { depth += 1 }
            if ")）」".contains(character) { depth = max(0, depth - 1) }
            if plain(character) == separator, depth == 0 || ignoresBrackets {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces.map(Width.trimmed).filter { !$0.isEmpty }
    }

    // MARK: - Labels that hold the separator

    private static let leastTogether = 4

    /// Two pieces of which neither ever stands without the other beside it are one label.
    private static func joining(
        _ rows: [[String]], separator: Character?, key: (String) -> String, isKnown: (String) -> Bool
    ) -> (rows: [[String]], joined: [String]) {
        guard let separator, separator != "\n" else { return (rows, []) }
        var rows = rows
        var joined: [String] = []
        for _ in 0..<8 {
            var counts: [String: Int] = [:]
            var pairs: [[String]: Int] = [:]
            for row in rows {
                let keys = row.map(key)
                for piece in keys { counts[piece, default: 0] += 1 }
                for pair in zip(keys, keys.dropFirst()) { pairs[[pair.0, pair.1], default: 0] += 1 }
            }
            let glue = String(separator)
            let together = pairs.filter { pair, count in
                counts[pair[0]] == count && counts[pair[1]] == count
                    && (isKnown(pair[0] + glue + pair[1]) || count >= leastTogether && !pair.contains(where: isKnown))
            }
            guard let pair = together.max(by: { ($0.value, $1.key[0]) < ($1.value, $0.key[0]) })?.key else { break }
            rows = rows.map { row in
                var result: [String] = []
                for piece in row {
                    if let last = result.last, key(last) == pair[0], key(piece) == pair[1] {
                        result[result.count - 1] = last + glue + piece
                    } else {
                        result.append(piece)
                    }
                }
                return result
            }
            joined.append(pair[0] + glue + pair[1])
        }
        return (rows, joined)
    }

    // MARK: - Numbered labels

    /// Takes `1.`, `①`, `(1)` off where nearly every piece has one and each number stands for one label.
    private static func unnumbered(
        _ rows: [[String]], key: (String) -> String
    ) -> (rows: [[String]], numbers: [String: Int]) {
        var numbers: [String: Int] = [:]
        var labels: [Int: String] = [:]
        var (numbered, all) = (0, 0)
        for piece in rows.joined() {
            all += 1
            guard let (number, label) = number(before: piece) else { continue }
            numbered += 1
            if labels[number].map({ $0 != key(label) }) ?? false { return (rows, [:]) }
            labels[number] = key(label)
            numbers[key(label)] = number
        }
        guard all > 0, numbered * 10 >= all * 8, labels.count >= 2, numbers.count == labels.count else {
            return (rows, [:])
        }
        return (rows.map { $0.map { number(before: $0)?.label ?? $0 } }, numbers)
    }

    static func number(before text: String) -> (number: Int, label: String)? {
        var rest = Width.folded(text)[...]
        let isBracketed = rest.hasPrefix("(")
        if isBracketed { rest = rest.dropFirst() }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
        rest = rest.dropFirst(digits.count)
        // 1 心の健康, 1.心の健康, ①心の健康; 8050問題 and 3世代 are words.
        let isCircled = text.unicodeScalars.first.map { (0x2460...0x2473).contains($0.value) } ?? false
        let marks = rest.prefix { " .):：．、,_-=".contains($0) }
        guard isCircled || !marks.isEmpty else { return nil }
        let label = Width.trimmed(String(rest.dropFirst(marks.count)))
        return label.isEmpty ? nil : (number, label)
    }
}
