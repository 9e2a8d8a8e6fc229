internal import Text

/// A name as it is compared: letters that are the same however they are written.
///
/// Katakana is folded to hiragana, small kana to large, and ヶ, が and か between kanji to one letter. ー and 々 stay:
/// ビール is not ビル.
struct NameLetters {
    private(set) var letters: [UInt16] = []
    /// For each letter, and for the end: whether a word can begin there, since another script or nothing is before it.
    private(set) var breaks: [Bool] = []

    /// - Parameter text: folded, without spaces and marks.
    init(_ text: String) {
        var last: Script?
        letters.reserveCapacity(text.utf8.count / 3)
        for scalar in Self.withPlainNumbers(text) {
            // What is beyond 16 bits stands for itself as far as 15 of them tell it apart.
            let value =
                scalar.value <= 0xFFFF ? UInt16(scalar.value) : UInt16(truncatingIfNeeded: scalar.value) | 0x8000
            // 一 behind katakana is a long vowel mark that a machine misread, unless a kanji follows; see below.
            let script = Script(value)
            breaks.append(last != script && !(script == .longVowel && last != nil))
            if script != .longVowel { last = script }
            letters.append(value)
        }
        breaks.append(true)
        repairLongVowels()
        for index in letters.indices { letters[index] = Self.folded(letters[index]) }
        unifyLinks()
    }

    /// 第三 is 第3, and Ⅱ is 2.
    private static func withPlainNumbers(_ text: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count / 3)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar.value {
            case 0x2160...0x216B: scalars += String(scalar.value - 0x2160 + 1).unicodeScalars
            case 0x2170...0x217B: scalars += String(scalar.value - 0x2170 + 1).unicodeScalars
            case 0x7B2C:
                scalars.append(scalar)
                let kanji = rest.prefix(while: Numerals.isKanjiNumeral)
                guard let value = Numerals.value(kanji) else { continue }
                scalars += String(value).unicodeScalars
                rest = rest.dropFirst(kanji.count)
            default: scalars.append(scalar)
            }
        }
        return scalars
    }

    /// センタ一 is センター.
    private mutating func repairLongVowels() {
        for index in letters.indices.dropFirst() where letters[index] == 0x4E00 && Self.isKatakana(letters[index - 1]) {
            guard index + 1 == letters.count || Self.isKatakana(letters[index + 1]) else { continue }
            letters[index] = 0x30FC
            breaks[index] = false
            if index + 1 < letters.count { breaks[index + 1] = false }
        }
    }

    /// 武蔵ヶ丘 is 武蔵が丘.
    private mutating func unifyLinks() {
        for index in letters.indices.dropFirst().dropLast() {
            switch letters[index] {
            case 0x3051, 0x304B, 0x304C:
                if Self.isKanji(letters[index - 1]), Self.isKanji(letters[index + 1]) { letters[index] = 0x304C }
            default: break
            }
        }
    }

    private static func folded(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x30A1...0x30F6: large(letter - 0x60)
        case 0x41...0x5A: letter + 0x20
        default: large(letter)
        }
    }

    private static func large(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E: letter + 1
        case 0x3095: 0x304B
        case 0x3096: 0x3051
        default: letter
        }
    }

    /// の, which is left out as easily as put in.
    static let no: UInt16 = 0x306E

    static func isKana(_ letter: UInt16) -> Bool { (0x3041...0x3096).contains(letter) || letter == 0x30FC }

    private static func isKatakana(_ letter: UInt16) -> Bool { (0x30A1...0x30FA).contains(letter) || letter == 0x30FC }

    static func isKanji(_ letter: UInt16) -> Bool { letter == 0x3005 || (0x3400...0x9FFF).contains(letter) }

    /// Kinds of letters, between which words end.
    private enum Script {
        case hiragana, katakana, kanji, latin, digit, longVowel, other

        init(_ letter: UInt16) {
            self =
                switch letter {
                case 0x3041...0x309F: .hiragana
                case 0x30A1...0x30FA: .katakana
                case 0x30FC: .longVowel
                case 0x3005, 0x3400...0x9FFF: .kanji
                case 0x41...0x5A, 0x61...0x7A: .latin
                case 0x30...0x39: .digit
                default: .other
                }
        }
    }
}
