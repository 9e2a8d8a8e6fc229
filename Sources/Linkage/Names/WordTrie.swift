/// Words that are looked for anywhere in a name, letter by letter: most searches end at the first letter.
struct WordTrie: Sendable {
    private static let root: Int32 = 0
    /// The node behind a node, by that node and the letter between them.
    private var edges = NumberTable()
    /// By node: which word ends there, -1 for none.
    private var words: [Int32] = [-1]
    /// How many words there are.
    private(set) var count = 0

    /// - Parameter word: at least one letter.
    /// - Returns: the number of the word, from 0; the same for the same word.
    mutating func insert(_ word: [UInt16]) -> Int {
        var node = Self.root
        for letter in word {
            let next = Int32(words.count)
            node = edges.number(Self.edge(node, letter), next: next)
            if node == next { words.append(-1) }
        }
        if words[Int(node)] < 0 {
            words[Int(node)] = Int32(count)
            count += 1
        }
        return Int(words[Int(node)])
    }

    /// Goes through the words that stand at an index, the shortest first, until `body` returns false.
    @inline(__always)
    func forEachWord(
        in letters: UnsafeBufferPointer<UInt16>, at start: Int, _ body: (_ word: Int, _ end: Int) -> Bool
    ) {
        var node = Self.root
        var index = start
        while index < letters.count, let next = edges[Self.edge(node, letters[index])] {
            node = next
            index += 1
            let word = words[Int(node)]
            if word >= 0, !body(Int(word), index) { return }
        }
    }

    @inline(__always)
    private static func edge(_ node: Int32, _ letter: UInt16) -> UInt64 { UInt64(node) << 16 | UInt64(letter) }
}
