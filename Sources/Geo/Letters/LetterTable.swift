internal import Text

/// Turns characters into letters that compare as equal however they are spelled: width, ヶ/ケ/が, ノ/の/之, ツ/つ and
/// variants of kanji make no difference; variation selectors and joiners are no letters at all.
///
/// One table for the Basic Multilingual Plane, so that reading costs one look-up a character.
struct LetterTable: Sendable {
    let plane: [UInt16]
    /// Characters beyond the plane that stand for one in it, in the order of their scalars.
    let others: [Other]

    struct Other: Sendable, Hashable {
        let scalar: UInt32
        let letter: UInt16
    }

    init(plane: [UInt16], others: [Other]) {
        self.plane = plane
        self.others = others
    }

    /// - Parameter variants: which kanji stand for which.
    init(variants: CharacterVariants) {
        // Most of the plane are ideographs that stand for themselves.
        let ideographs = Width.ideographs
        var plane = [UInt16](repeating: Letter.none, count: 0x1_0000)
        plane.withUnsafeMutableBufferPointer { plane in
            for value in ideographs { plane[Int(value)] = Letter.comparable(UInt16(value)) }
            func set(_ value: UInt32) {
                if let scalar = Unicode.Scalar(value) { plane[Int(value)] = Self.letter(scalar, variants) }
            }
            for value in 0..<ideographs.lowerBound { set(value) }
            for value in ideographs.upperBound + 1...0xFFFF { set(value) }
            for scalar in variants.variants where ideographs.contains(scalar.value) { set(scalar.value) }
        }
        self.plane = plane
        others = variants.variants.filter { $0.value > 0xFFFF }.sorted { $0.value < $1.value }
            .map { Other(scalar: $0.value, letter: Self.letter($0, variants)) }
    }

    /// The table without its bounds checks and counts of references, for the time of a call.
    @inline(__always)
    func withUnsafeLetters<R>(_ body: (Lookup) -> R) -> R {
        plane.withUnsafeBufferPointer { plane in
            others.withUnsafeBufferPointer { body(Lookup(plane: plane, others: $0)) }
        }
    }

    struct Lookup {
        /// One letter for each scalar up to U+FFFF.
        let plane: UnsafeBufferPointer<UInt16>
        let others: UnsafeBufferPointer<Other>

        @inline(__always)
        subscript(scalar: UInt32) -> UInt16 {
            scalar <= 0xFFFF ? plane[Int(scalar)] : other(scalar)
        }

        private func other(_ scalar: UInt32) -> UInt16 {
            var (low, high) = (0, others.count)
            while low < high {
                let middle = (low + high) / 2
                if others[middle].scalar < scalar { low = middle + 1 } else { high = middle }
            }
            if low < others.count, others[low].scalar == scalar { return others[low].letter }
            // Selectors say which glyph; ideographs that stand for nothing else are told apart as far as 16 bits do.
            return (0xE0000...0xE0FFF).contains(scalar) ? Letter.none : UInt16(truncatingIfNeeded: scalar) | 0x8000
        }
    }

    private static func letter(_ scalar: Unicode.Scalar, _ variants: CharacterVariants) -> UInt16 {
        switch scalar.value {
        case 0x3099, 0xFF9E, 0x309B: return Letter.voicing
        case 0x309A, 0xFF9F, 0x309C: return Letter.semivoicing
        case 0xE000...0xF8FF: return Letter.unknown  // The private use area is ours.
        default: break
        }
        if Width.isSpace(scalar) { return Letter.space }
        if !Width.isFolded(scalar), !variants.isVariant(scalar) {
            return Letter.comparable(UInt16(truncatingIfNeeded: scalar.value))
        }
        let folded = variants.standardized(Width.folded(String(String.UnicodeScalarView([scalar]))))
        guard let first = folded.unicodeScalars.first, folded.unicodeScalars.count == 1 else {
            // ㈱ and ① become more than one character; addresses have no use for the first, the second is a number.
            return folded.isEmpty ? Letter.none : Letter.unknown
        }
        return Letter.comparable(UInt16(truncatingIfNeeded: first.value))
    }
}

/// Letters that the readers look for.
enum Letter {
    /// No letter at all.
    static let none: UInt16 = 0
    static let space: UInt16 = 1
    static let voicing: UInt16 = 2
    static let semivoicing: UInt16 = 3
    static let unknown: UInt16 = 4
    /// A letter for each number up to ``largestNumber``, and one for all larger ones.
    static let firstNumber: UInt16 = 0xE000
    static let largestNumber = 0x17FE
    static let largeNumber: UInt16 = 0xF7FF

    static let ke: UInt16 = 0x30B1
    static let no: UInt16 = 0x30CE
    static let tsu: UInt16 = 0x30C4
    static let longVowel: UInt16 = 0x30FC
    static let large: UInt16 = 0x5927  // 大
    static let section: UInt16 = 0x5B57  // 字
    static let ordinal: UInt16 = 0x7B2C  // 第
    static let block: UInt16 = 0x4E01  // 丁
    static let eye: UInt16 = 0x76EE  // 目
    static let number: UInt16 = 0x756A  // 番
    static let ground: UInt16 = 0x5730  // 地
    static let sign: UInt16 = 0x53F7  // 号
    static let town: UInt16 = 0x753A  // 町
    static let village: UInt16 = 0x6751  // 村
    static let ward: UInt16 = 0x533A  // 区
    static let city: UInt16 = 0x5E02  // 市
    static let county: UInt16 = 0x90E1  // 郡
    static let island: UInt16 = 0x5CF6  // 島
    static let line: UInt16 = 0x6761  // 条
    static let through: UInt16 = 0x901A  // 通
    static let ri: UInt16 = 0x308A  // り
    static let postMark: UInt16 = 0x3012

    static func isNumber(_ letter: UInt16) -> Bool { (firstNumber...largeNumber).contains(letter) }

    static func number(_ value: Int) -> UInt16 {
        value <= largestNumber ? firstNumber + UInt16(value) : largeNumber
    }

    /// The number that a letter stands for, as far as it has a letter of its own.
    static func value(_ letter: UInt16) -> Int? {
        (firstNumber..<largeNumber).contains(letter) ? Int(letter - firstNumber) : nil
    }

    /// ケ, ノ and ツ, which people put between two words or leave out.
    static func isLink(_ letter: UInt16) -> Bool { letter == ke || letter == no || letter == tsu }

    static func isDirection(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x6771, 0x897F, 0x5357, 0x5317: true  // 東 西 南 北
        default: false
        }
    }

    static func isDigit(_ letter: UInt16) -> Bool { (0x30...0x39).contains(letter) }

    static func isKanji(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0xDFFF, 0xF900...0xFAFF: true
        default: false
        }
    }

    static func isKana(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x3041...0x309F, 0x30A0...0x30FF: true
        default: false
        }
    }

    /// ー counts only where no katakana stands before it; see `AddressLetters`.
    static func isHyphen(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x2D, 0xAD, 0x2010...0x2015, 0x2043, 0x207B, 0x208B, 0x2212, 0x2500, 0x2501, 0x30FC, 0x4E28, 0xFE58,
            0xFE63, 0xFF0D, 0xFF70, 0x7E:
            true
        default: false
        }
    }

    /// Opening and closing brackets, commas, bullets and the like: after them no name goes on.
    static func isPunctuation(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x21...0x2C, 0x2E...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7D, 0x3001...0x3003, 0x3008...0x3011,
            0x3014...0x301F, 0x30FB, 0x2022, 0x2026, 0x203B, 0x2190...0x21FF, 0x25A0...0x27BF, 0x2B1B...0x2B55,
            Letter.unknown:
            true
        default: false
        }
    }

    static func comparable(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x30F6, 0x304C, 0x30AC, 0x30F5: ke  // ヶ が ガ ヵ
        case 0x306E, 0x4E4B, 0x4E43, 0x4E3F: no  // の 之 乃 丿
        case 0x3064, 0x3063, 0x30C3: tsu  // つ っ ッ
        case 0x3065: 0x30C5  // づ
        case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30EE: letter + 1  // ァ … ョ ヮ
        case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3083, 0x3085, 0x3087, 0x308E: letter + 1  // ぁ … ょ ゎ
        case 0x30F0: 0x30A4  // ヰ
        case 0x30F1: 0x30A8  // ヱ
        default: letter
        }
    }

    /// The value of a kanji numeral: a digit, or a unit of 10 and more.
    static func numeral(_ letter: UInt16) -> Int? {
        switch letter {
        case 0x3007, 0x96F6: 0
        case 0x4E00, 0x58F1: 1
        case 0x4E8C, 0x5F10: 2
        case 0x4E09, 0x53C2: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341, 0x62FE: 10
        case 0x767E: 100
        case 0x5343: 1000
        case 0x4E07: 10_000
        default: nil
        }
    }

    /// ハ and a voicing mark are バ.
    static func voiced(_ letter: UInt16, by mark: UInt16) -> UInt16? {
        let step: UInt16 = mark == voicing ? 1 : 2
        switch letter {
        case ke where mark == voicing: return 0x30B2  // ゲ; ヶ has no voice.
        case 0x304B where mark == voicing, 0x30AB where mark == voicing: return ke
        case 0x30F2, 0x30A6: return mark == voicing ? 0x30F4 : nil
        case 0x304B...0x3062, 0x30AB...0x30C2: return mark == voicing && letter % 2 == 1 ? letter + 1 : nil
        case 0x3066, 0x3068, 0x30C6, 0x30C8: return mark == voicing ? letter + 1 : nil
        case tsu: return mark == voicing ? 0x30C5 : nil
        case 0x306F...0x307D: return (letter - 0x306F) % 3 == 0 ? letter + step : nil
        case 0x30CF...0x30DD: return (letter - 0x30CF) % 3 == 0 ? letter + step : nil
        default: return nil
        }
    }
}
