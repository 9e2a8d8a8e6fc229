import Testing

@testable import Geo

struct PrefixTableTests {
    /// Every word that is a prefix is found, and no other, over all words of up to three of two letters.
    @Test
    func allSmallCases() {
        let words = allWords(length: 3)
        for mask in 0..<(1 << 7) {
            let chosen = words.prefix(7).enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
                .sorted { $0.lexicographicallyPrecedes($1) }
            var table = PrefixTable()
            for word in chosen { table.append(word) }
            for text in words {
                var found: [[UInt32]] = []
                table.forEachPrefix(of: [9] + text, from: 1, in: 0..<table.count) { word, length in
                    found.append(Array(table[word]))
                    #expect(table[word].count == length)
                }
                #expect(found == chosen.filter { text.starts(with: $0) })
                #expect(table.longestPrefix(of: text, from: 0)?.length == found.last?.count)
            }
        }
    }

    /// Only the words of the range are looked at.
    @Test
    func ranges() {
        var table = PrefixTable()
        for word in [[1, 2], [3], [1], [1, 2, 3], [3]] as [[UInt32]] { table.append(word) }
        var found: [Int] = []
        table.forEachPrefix(of: [1, 2, 3, 4], from: 0, in: 2..<5) { word, _ in found.append(word) }
        #expect(found == [2, 3])
        #expect(table.longestPrefix(of: [], from: 0) == nil)
    }

    private func allWords(length: Int) -> [[UInt32]] {
        var words: [[UInt32]] = [[]]
        var last = words
        for _ in 0..<length {
            last = last.flatMap { word in [word + [1], word + [2]] }
            words += last
        }
        return words
    }
}
