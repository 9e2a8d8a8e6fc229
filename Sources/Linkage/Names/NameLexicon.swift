/// What words in names of organisations mean for their comparison.
public struct NameLexicon: Sendable {
    /// A word that is written in several ways.
    public struct Spelling: Sendable, Hashable {
        public enum Position: String, Sendable, CaseIterable {
            /// Anywhere in a name.
            case any
            /// Only where the kind of script changes on both sides, or at an end.
            case whole
            /// Only at the end of a name.
            case end
        }

        public let word: String
        public let standard: String
        public let position: Position

        public init(word: String, standard: String, position: Position = .any) {
            self.word = word
            self.standard = standard
            self.position = position
        }
    }

    /// What it says that one of two names has a word and the other has not.
    public enum WordClass: String, Sendable, CaseIterable {
        case direction, ordinal
        case ageOrGeneration = "age_or_generation"
        case kind, region
        /// A part that may be the organisation itself: 支部, 事務所.
        case unit
        /// Nothing: 事務局, 代表.
        case neutral

        /// Whether it tells two organisations apart.
        var separates: Bool {
            switch self {
            case .direction, .ordinal, .ageOrGeneration, .kind, .region: true
            case .unit, .neutral: false
            }
        }
    }

    struct Replacement {
        let word: [UInt16]
        let standard: [UInt16]
        let position: Spelling.Position
    }

    /// By first letter, longer words first.
    private var replacements: [UInt16: [Replacement]] = [:]
    private var classes: [[UInt16]: WordClass] = [:]
    private var longestWord = 0
    /// Characters to the one that stands for their group.
    private var groups: [UInt16: UInt16] = [:]

    /// - Parameters:
    ///   - spellings: words folded as names are.
    ///   - words: what they say of two names of which one has them.
    ///   - lookAlikes: characters that hands, keyboards and scanners take for each other, with one of their group.
    public init(
        spellings: some Sequence<Spelling>, words: some Sequence<(word: String, class: WordClass)>,
        lookAlikes: some Sequence<(character: String, standard: String)> = []
    ) {
        for (character, standard) in lookAlikes {
            guard let one = NameLetters(character).letters.first, let other = NameLetters(standard).letters.first else {
                continue
            }
            groups[one] = other
        }
        var standards: Set<[UInt16]> = []
        for spelling in spellings {
            let word = NameLetters(spelling.word).letters
            let standard = NameLetters(spelling.standard).letters
            guard let first = word.first, word != standard else { continue }
            replacements[first, default: []].append(
                Replacement(word: word, standard: standard, position: spelling.position))
            standards.insert(standard)
        }
        // ネット within インターネット is left alone: a standard is a word that stays as it is.
        for standard in standards {
            guard let first = standard.first else { continue }
            replacements[first, default: []].append(Replacement(word: standard, standard: standard, position: .any))
        }
        for key in replacements.keys {
            replacements[key]?.sort { ($1.word.count, $0.position.rawValue) < ($0.word.count, $1.position.rawValue) }
        }
        for (word, wordClass) in words {
            // Both as it is written and as it is standardised.
            for letters in [NameLetters(word).letters, standardized(NameLetters(word))] {
                classes[letters] = wordClass
                longestWord = max(longestWord, letters.count)
            }
        }
    }

    /// Brings every word to its standard form, from the left, the longest word first.
    func standardized(_ name: NameLetters) -> [UInt16] {
        let letters = name.letters
        guard letters.contains(where: { replacements[$0] != nil }) else { return letters }
        var result: [UInt16] = []
        result.reserveCapacity(letters.count + 8)
        var index = 0
        while index < letters.count {
            if let found = replacement(name, at: index) {
                result += found.standard
                index += found.word.count
            } else {
                result.append(letters[index])
                index += 1
            }
        }
        return result
    }

    private func replacement(_ name: NameLetters, at index: Int) -> Replacement? {
        replacements[name.letters[index]]?.first { candidate in
            let end = index + candidate.word.count
            guard end <= name.letters.count, name.letters[index..<end].elementsEqual(candidate.word) else {
                return false
            }
            switch candidate.position {
            case .any: return true
            case .end: return end == name.letters.count && index > 0
            case .whole: return name.breaks[index] && name.breaks[end]
            }
        }
    }

    /// Whether one letter is easily taken for the other: two kana, or two of a group.
    func areAlike(_ a: UInt16, _ b: UInt16) -> Bool {
        (NameLetters.isKana(a) && NameLetters.isKana(b)) || groups[a, default: a] == groups[b, default: b]
    }

    /// What a stretch of a name consists of, read as words from the left; `nil` where something in it is no known word.
    func classes(of letters: ArraySlice<UInt16>) -> Set<WordClass>? {
        var found: Set<WordClass> = []
        var index = letters.startIndex
        while index < letters.endIndex {
            var end = min(letters.endIndex, index + longestWord)
            while end > index, classes[Array(letters[index..<end])] == nil { end -= 1 }
            guard end > index, let wordClass = classes[Array(letters[index..<end])] else { return nil }
            found.insert(wordClass)
            index = end
        }
        return found
    }

    /// Whether a separating word stands anywhere in a stretch.
    func separates(_ letters: ArraySlice<UInt16>) -> Bool {
        for index in letters.indices {
            for end in stride(from: min(letters.endIndex, index + longestWord), to: index, by: -1) {
                if classes[Array(letters[index..<end])]?.separates == true { return true }
            }
        }
        return false
    }
}
