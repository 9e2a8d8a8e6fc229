import TestSupport
import Testing

@testable import Linkage

@Suite("Words of names")
struct WordTrieTests {
    @Test("every word that stands at a place is found, the shortest first", arguments: 0..<4)
    func sameAsLookingForEachWord(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = Set((0..<80).map { _ in RandomNames.name(1...4, &generator) })
        var trie = WordTrie()
        let numbers = words.reduce(into: [[UInt16]: Int]()) { $0[$1] = trie.insert($1) }
        #expect(numbers.values.sorted() == Array(0..<words.count) && trie.count == words.count)
        for word in words { #expect(trie.insert(word) == numbers[word]) }
        for _ in 0..<500 {
            let name = RandomNames.name(1...12, &generator)
            for start in name.indices {
                var found: [[Int]] = []
                name.withUnsafeBufferPointer {
                    trie.forEachWord(in: $0, at: start) { word, end in
                        found.append([word, end])
                        return true
                    }
                }
                let expected = (start + 1...name.count).compactMap { end in
                    numbers[Array(name[start..<end])].map { [$0, end] }
                }
                #expect(found == expected)
            }
        }
    }

    @Test("a search ends where it is told to")
    func endsEarly() {
        var trie = WordTrie()
        let words = ["福", "福祉", "福祉会"].map { trie.insert(Array($0.utf16)) }
        var found: [Int] = []
        Array("福祉会".utf16).withUnsafeBufferPointer {
            trie.forEachWord(in: $0, at: 0) { word, _ in
                found.append(word)
                return found.count < 2
            }
        }
        #expect(found == Array(words.prefix(2)))
    }

    @Test("a table of numbers is a dictionary, also of keys that fall on one place", arguments: [0, 16, 40])
    func numberTable(shift: UInt64) {
        var generator = SeededGenerator(seed: shift)
        var (table, expected) = (NumberTable(), [UInt64: Int32]())
        for next in 0..<Int32(2000) {
            let key = UInt64.random(in: 0..<1500, using: &generator) << shift
            #expect(table.number(key, next: next) == expected[key, default: next])
            expected[key] = expected[key, default: next]
        }
        for key in 0..<UInt64(1600) { #expect(table[key << shift] == expected[key << shift]) }
    }
}
