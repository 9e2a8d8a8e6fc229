internal import Text

/// The script of a letter, as it was written.
enum Script: UInt8, Sendable {
    case kanji, hiragana, katakana, latin, digit, other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x61...0x7A: self = .latin
        case 0x3041...0x309F: self = .hiragana
        case 0x30A1...0x30FA, 0x30FC...0x30FF: self = .katakana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3005, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF:
            self = .kanji
        default: self = .other
        }
    }
}

/// A text as phrases are looked for in it: one width, one case, katakana as hiragana, usual spellings, without spaces
/// and middle dots; every letter knows where it was written.
struct CodedText {
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var scripts: [Script] = []
    /// In scalars of the text as written: where the letter begins, and where it ends.
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []
    /// Whether a mark, a space or a line end stands before the letter; one more than letters.
    private(set) var breaks: [Bool] = []

    var count: Int { scalars.count }

    init(_ text: String, spellings: SpellingRules?) {
        fold(text)
        if let spellings { spell(spellings) }
    }

    private mutating func fold(_ text: String) {
        let size = text.unicodeScalars.count
        scalars.reserveCapacity(size)
        scripts.reserveCapacity(size)
        starts.reserveCapacity(size)
        ends.reserveCapacity(size)
        breaks.reserveCapacity(size + 1)
        var broken = true
        let folded = Width.folded(text)
        if folded.unicodeScalars.count == size {
            var place: Int32 = 0
            for scalar in folded.unicodeScalars {
                take(scalar, from: place, to: place + 1, &broken)
                place += 1
            }
        } else {
            var place: Int32 = 0
            for character in text {
                let end = place + Int32(character.unicodeScalars.count)
                for scalar in Width.folded(String(character)).unicodeScalars {
                    take(scalar, from: place, to: end, &broken)
                }
                place = end
            }
        }
        breaks.append(true)
        mendLongVowels()
    }

    /// 一 between katakana and anything but kanji is a long vowel mark that was read or typed wrongly.
    private mutating func mendLongVowels() {
        for index in scalars.indices.dropFirst()
        where scalars[index] == "一" && scripts[index - 1] == .katakana {
            guard index + 1 == count || scripts[index + 1] != .kanji else { continue }
            scalars[index] = "ー"
            scripts[index] = .katakana
        }
    }

    private mutating func take(
        _ scalar: Unicode.Scalar, from start: Int32, to end: Int32, _ broken: inout Bool
    ) {
        var scalar = scalar
        switch scalar.value {
        // Space, quotes, middle dots, hyphens of phrases: passed over; a phrase may reach across.
        case 0x20, 0x30FB, 0xB7, 0x2022, 0x22, 0x27, 0x2018...0x201D, 0x300C...0x300F:
            broken = true
            return
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0x7E, 0x301C:
            guard scripts.last == .katakana else {
                broken = true
                return
            }
            scalar = "ー"
        case 0x41...0x5A:
            scalar = Unicode.Scalar(scalar.value + 0x20) ?? scalar
        default: break
        }
        var script = Script(scalar)
        if scalar == "ー", let last = scripts.last, last == .hiragana { script = .hiragana }
        if (0x30A1...0x30F6).contains(scalar.value) {
            scalar = Unicode.Scalar(scalar.value - 0x60) ?? scalar
        }
        if script == .other, scalar != "(", scalar != ")", scalar != "ー" { broken = true }
        scalars.append(scalar)
        scripts.append(script)
        starts.append(start)
        ends.append(end)
        breaks.append(broken)
        broken = script == .other && scalar != "(" && scalar != ")"
    }

    /// Usual spellings, the longest first, from the left.
    private mutating func spell(_ rules: SpellingRules) {
        guard scalars.indices.contains(where: { rules.longest(in: scalars, at: $0) != nil }) else { return }
        var index = 0
        var changed = false
        var result = CodedText()
        while index < count {
            guard let (end, word) = rules.longest(in: scalars, at: index) else {
                result.append(self, index)
                index += 1
                continue
            }
            let standard = rules.standards[word]
            if standard.isEmpty {
                for place in index..<end { result.append(self, place) }
            } else {
                changed = true
                for (offset, scalar) in standard.enumerated() {
                    result.scalars.append(scalar)
                    result.scripts.append(rules.scripts[word][offset])
                    result.starts.append(starts[index])
                    result.ends.append(ends[end - 1])
                    result.breaks.append(offset == 0 && breaks[index])
                }
            }
            index = end
        }
        guard changed else { return }
        result.breaks.append(true)
        self = result
    }

    private init() {}

    private mutating func append(_ other: CodedText, _ index: Int) {
        scalars.append(other.scalars[index])
        scripts.append(other.scripts[index])
        starts.append(other.starts[index])
        ends.append(other.ends[index])
        breaks.append(other.breaks[index])
    }

    /// Where letters stand in the text as written.
    func place(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last else { return 0..<0 }
        return Int(starts[range.lowerBound])..<max(Int(ends[last]), Int(starts[range.lowerBound]))
    }
}

/// Spellings that are one word, with the forms that stay as they are.
struct SpellingRules: Sendable {
    private var trie = PhraseTrie()
    /// Empty for a word that stays.
    private(set) var standards: [[Unicode.Scalar]] = []
    private(set) var scripts: [[Script]] = []

    init(_ pairs: [(variant: String, standard: String)]) {
        for (variant, standard) in pairs {
            let standard = CodedText(standard, spellings: nil)
            add(CodedText(variant, spellings: nil).scalars, standard.scalars, standard.scripts)
        }
        for (_, standard) in pairs { add(CodedText(standard, spellings: nil).scalars, [], []) }
    }

    private mutating func add(
        _ word: [Unicode.Scalar], _ standard: [Unicode.Scalar], _ script: [Script]
    ) {
        guard !word.isEmpty, word != standard,
            trie.insert(word, index: standards.count) == standards.count
        else { return }
        standards.append(standard)
        scripts.append(script)
    }

    func longest(in text: [Unicode.Scalar], at start: Int) -> (end: Int, word: Int)? {
        trie.longest(in: text, at: start)
    }
}
