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
    }

    private struct Replacement {
        let standard: [UInt16]
        let position: Spelling.Position
    }

    private var spelledWords = WordTrie()
    /// By number of the spelled word: what it may become, by where it stands.
    private var replacements: [[Replacement]] = []
    private var knownWords = WordTrie()
    /// By number of the known word.
    private var classes: [WordClasses] = []
    /// Characters to the one that stands for their group.
    private var groups: [UInt16: UInt16] = [:]
    /// Kanji to the numbers of their readings.
    private var readings: [UInt16: Set<Int>] = [:]

    /// - Parameters:
    ///   - spellings: words folded as names are.
    ///   - words: what they say of two names of which one has them.
    ///   - lookAlikes: characters that hands, keyboards and scanners take for each other, with one of their group.
    ///   - readings: Chinese readings of kanji: what reads alike is what a keyboard offers for each other (会 and 回).
    public init(
        spellings: some Sequence<Spelling>, words: some Sequence<(word: String, class: WordClass)>,
        lookAlikes: some Sequence<(character: String, standard: String)> = [],
        readings: some Sequence<(kanji: String, on: [String])> = []
    ) {
        var numbers: [String: Int] = [:]
        for (kanji, on) in readings {
            guard let letter = NameLetters(kanji).letters.first else { continue }
            for reading in on {
                let number = numbers[reading, default: numbers.count]
                numbers[reading] = number
                self.readings[letter, default: []].insert(number)
            }
        }
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
            guard !word.isEmpty, word != standard else { continue }
            add(Replacement(standard: standard, position: spelling.position), for: word)
            standards.insert(standard)
        }
        // ネット within インターネット is left alone: a standard is a word that stays as it is.
        for standard in standards where !standard.isEmpty {
            add(Replacement(standard: standard, position: .any), for: standard)
        }
        for word in replacements.indices { replacements[word].sort { $0.position.rawValue < $1.position.rawValue } }
        for (word, wordClass) in words {
            // Both as it is written and as it is standardised.
            for letters in [NameLetters(word).letters, standardized(NameLetters(word))] where !letters.isEmpty {
                let number = knownWords.insert(letters)
                if number == classes.count { classes.append([]) }
                classes[number] = WordClasses(wordClass)
            }
        }
    }

    private mutating func add(_ replacement: Replacement, for word: [UInt16]) {
        let number = spelledWords.insert(word)
        if number == replacements.count { replacements.append([]) }
        replacements[number].append(replacement)
    }

    /// Brings every word to its standard form, from the left, the longest word first.
    func standardized(_ name: NameLetters) -> [UInt16] {
        name.letters.withUnsafeBufferPointer { letters in
            var result: [UInt16] = []
            result.reserveCapacity(letters.count + 8)
            var index = 0
            while index < letters.count {
                if let found = replacement(name, letters, at: index) {
                    result += found.standard
                    index = found.end
                } else {
                    result.append(letters[index])
                    index += 1
                }
            }
            return result
        }
    }

    /// The standard form of the longest word that stands at an index, and where the word ends.
    private func replacement(
        _ name: NameLetters, _ letters: UnsafeBufferPointer<UInt16>, at index: Int
    ) -> (standard: [UInt16], end: Int)? {
        var longest: (standard: [UInt16], end: Int)?
        spelledWords.forEachWord(in: letters, at: index) { word, end in
            let fitting = replacements[word].first { candidate in
                switch candidate.position {
                case .any: true
                case .end: end == letters.count && index > 0
                case .whole: name.breaks[index] && name.breaks[end]
                }
            }
            if let fitting { longest = (fitting.standard, end) }
            return true
        }
        return longest
    }

    /// Whether one letter is easily taken for the other: both look alike, or are kanji that read alike and neither of
    /// which tells organisations apart by itself (東 and 棟).
    func areAlike(_ a: UInt16, _ b: UInt16) -> Bool {
        if groups[a, default: a] == groups[b, default: b] { return true }
        guard let one = readings[a], let other = readings[b], !one.isDisjoint(with: other) else { return false }
        return !separates(a) && !separates(b)
    }

    /// What a stretch of a name consists of, read as words from the left, the longest one first; `nil` where something in
    /// it is no known word.
    func classes(of letters: UnsafeBufferPointer<UInt16>) -> WordClasses? {
        var found: WordClasses = []
        var index = 0
        while index < letters.count {
            var longest: (word: Int, end: Int)?
            knownWords.forEachWord(in: letters, at: index) { word, end in
                longest = (word, end)
                return true
            }
            guard let longest else { return nil }
            found.formUnion(classes[longest.word])
            index = longest.end
        }
        return found
    }

    /// How many letters of a name are left without a part or an office at its end (支部, 山形事務所, 事務局); all of them
    /// where it has none, or consists of it.
    func stem(of letters: UnsafeBufferPointer<UInt16>) -> Int {
        for start in letters.indices.dropFirst(2) {
            guard let classes = classes(of: UnsafeBufferPointer(rebasing: letters[start...])) else { continue }
            if classes.isSubset(of: [.unit, .neutral, .region]), classes != .region { return start }
        }
        return letters.count
    }

    /// Whether a separating word stands anywhere in a stretch.
    func separates(_ letters: UnsafeBufferPointer<UInt16>) -> Bool {
        for index in letters.indices {
            var isFound = false
            knownWords.forEachWord(in: letters, at: index) { word, _ in
                isFound = classes[word].separates
                return !isFound
            }
            if isFound { return true }
        }
        return false
    }

    /// Whether a letter by itself is a separating word.
    func separates(_ letter: UInt16) -> Bool {
        withUnsafePointer(to: letter) { separates(UnsafeBufferPointer(start: $0, count: 1)) }
    }
}
