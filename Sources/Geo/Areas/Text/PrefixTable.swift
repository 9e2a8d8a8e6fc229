/// Words in one flat array, sorted by their scalars, to find all those that a text begins with.
///
/// The words of a range have to be sorted and different; ranges may follow one another in one table.
struct PrefixTable: Sendable {
    private var scalars: [UInt32] = []
    private var starts: [UInt32] = [0]

    var count: Int { starts.count - 1 }

    mutating func append(_ word: [UInt32]) {
        scalars.append(contentsOf: word)
        starts.append(UInt32(scalars.count))
    }

    subscript(index: Int) -> ArraySlice<UInt32> { scalars[Int(starts[index])..<Int(starts[index + 1])] }

    /// Calls `body` with each word of `range` that the text begins with at `position`, the shortest first.
    func forEachPrefix(
        of text: [UInt32], from position: Int, in range: Range<Int>, _ body: (_ word: Int, _ length: Int) -> Void
    ) {
        var low = range.lowerBound
        var high = range.upperBound
        var depth = 0
        while low < high {
            // Among words that share a beginning, the one that ends here comes first.
            if length(low) == depth {
                body(low, depth)
                low += 1
            }
            guard position + depth < text.count, low < high else { return }
            let wanted = text[position + depth]
            low = firstIndex(in: low..<high, depth: depth) { $0 >= wanted }
            high = firstIndex(in: low..<high, depth: depth) { $0 > wanted }
            depth += 1
        }
    }

    /// The longest word at the position.
    func longestPrefix(of text: [UInt32], from position: Int) -> (word: Int, length: Int)? {
        var longest: (word: Int, length: Int)?
        forEachPrefix(of: text, from: position, in: 0..<count) { longest = ($0, $1) }
        return longest
    }

    private func length(_ word: Int) -> Int { Int(starts[word + 1] - starts[word]) }

    /// The first word whose scalar at `depth` satisfies the condition; all words of the range are longer than that.
    private func firstIndex(in range: Range<Int>, depth: Int, where condition: (UInt32) -> Bool) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if condition(scalars[Int(starts[middle]) + depth]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Words with what they mean; several meanings of one word are kept together.
struct Lexicon<Meaning: Sendable>: Sendable {
    private var table = PrefixTable()
    private(set) var meanings: [[Meaning]] = []

    init(_ entries: some Sequence<(word: [UInt32], meaning: Meaning)>) {
        var byWord: [[UInt32]: [Meaning]] = [:]
        for (word, meaning) in entries where !word.isEmpty { byWord[word, default: []].append(meaning) }
        for word in byWord.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            table.append(word)
            meanings.append(byWord[word] ?? [])
        }
    }

    func longest(in text: AreaText, at position: Int) -> (meanings: [Meaning], length: Int)? {
        table.longestPrefix(of: text.scalars, from: position).map { (meanings[$0.word], $0.length) }
    }

    func forEach(in text: AreaText, at position: Int, _ body: (_ meanings: [Meaning], _ length: Int) -> Void) {
        table.forEachPrefix(of: text.scalars, from: position, in: 0..<table.count) { body(meanings[$0], $1) }
    }
}
