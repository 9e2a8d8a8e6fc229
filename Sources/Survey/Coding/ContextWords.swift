/// The words beside phrases, ready to be looked for.
struct ContextWords: Sendable {
    private struct Words: Sendable {
        var trie = PhraseTrie()
        var codes: [Set<String>] = []

        mutating func add(_ word: [Unicode.Scalar], _ codes: Set<String>) {
            let known = trie.insert(word, index: self.codes.count)
            if known == self.codes.count { self.codes.append(codes) } else { self.codes[known].formUnion(codes) }
        }
    }

    private var byUse: [CodingVocabulary.ContextWord.Use: Words] = [:]
    private var nothing: Set<[Unicode.Scalar]> = []

    init(_ words: [CodingVocabulary.ContextWord], spellings: SpellingRules) {
        for word in words {
            let scalars = CodedText(word.text, spellings: spellings).scalars
            guard !scalars.isEmpty else { continue }
            if word.use == .nothing {
                nothing.insert(scalars)
            } else {
                byUse[word.use, default: Words()].add(scalars, word.codes)
            }
        }
    }

    /// Whether the letters of a text, marks aside, say nothing.
    func saysNothing(_ text: CodedText) -> Bool {
        let letters = zip(text.scalars, text.scripts).filter { $1 != .other && $0 != "ー" }.map(\.0)
        return letters.isEmpty || nothing.contains(letters) || nothing.contains(text.scalars)
    }

    /// The longest word of a use that begins at a place, and the codes it speaks of.
    func longest(
        _ use: CodingVocabulary.ContextWord.Use, in text: CodedText, at start: Int
    ) -> (end: Int, codes: Set<String>)? {
        guard let words = byUse[use], let found = words.trie.longest(in: text.scalars, at: start) else {
            return nil
        }
        return (found.end, words.codes[found.word])
    }

    /// Whether the letters of a range end with a joining word, and whether they are nothing else.
    func joins(_ text: CodedText, _ gap: Range<Int>) -> (ends: Bool, isAll: Bool) {
        var ends = false
        for start in gap {
            guard let words = byUse[.joins] else { break }
            words.trie.matches(in: text.scalars, at: start) { end, _ in
                if end == gap.upperBound { ends = true }
            }
            if ends { return (true, start == gap.lowerBound) }
        }
        return (false, false)
    }
}
