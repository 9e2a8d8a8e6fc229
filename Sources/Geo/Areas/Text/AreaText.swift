import Text

/// A text as addresses are matched: no spaces, one scalar for each letter however it was spelled; every scalar knows
/// where it stood, so that what is left over can be given back as it was written.
///
/// Two spellings that differ only by width, by ヶ/ケ/が, ノ/の/之, ツ/つ, by 大字 or by a kanji variant are the same here.
struct AreaText: Sendable {
    /// Comparable scalars.
    private(set) var scalars: [UInt32] = []
    /// Position in `folded` of each of `scalars`.
    private var positions: [Int32] = []
    private let folded: [Unicode.Scalar]

    init(_ text: String, variants: CharacterVariants) {
        folded = Array(Width.folded(text).unicodeScalars)
        let standard = Array(
            variants.standardized(String(String.UnicodeScalarView(folded))).unicodeScalars)
        scalars.reserveCapacity(standard.count)
        positions.reserveCapacity(standard.count)
        var index = 0
        while index < standard.count {
            if standard[index] == "大", index + 1 < standard.count, standard[index + 1] == "字" {
                index += 2
                continue
            }
            if !Width.isSpace(standard[index]) {
                scalars.append(Self.comparable(standard[index]))
                positions.append(Int32(index))
            }
            index += 1
        }
    }

    var count: Int { scalars.count }

    /// Whether a space or 大字 stood before the scalar.
    func hasGap(before index: Int) -> Bool {
        guard index > 0, index < count else { return false }
        return positions[index] > positions[index - 1] + 1
    }

    /// The text from a scalar on, width folded, spaces kept inside and taken off the ends.
    func written(from index: Int, to end: Int? = nil) -> String {
        guard index < count else { return "" }
        let last = end.map { $0 < count ? Int(positions[$0]) : folded.count } ?? folded.count
        let first = Int(positions[index])
        return first < last ? Width.trimmed(String(String.UnicodeScalarView(folded[first..<last]))) : ""
    }

    func starts(with word: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        for offset in word.indices where scalars[index + offset] != word[offset] { return false }
        return true
    }

    /// Comparable scalars of a word of our own; a literal in code, a name in a file.
    static func key(_ word: String, variants: CharacterVariants = CharacterVariants(pairs: []))
        -> [UInt32]
    {
        AreaText(word, variants: variants).scalars
    }

    private static func comparable(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case "ヶ", "が", "ガ", "ヵ": AreaLetter.ke
        case "の", "之", "乃": AreaLetter.no
        case "つ", "っ", "ッ": AreaLetter.tsu
        default: scalar.value
        }
    }
}

/// Scalars that the readers look for.
enum AreaLetter {
    static let ke: UInt32 = 0x30B1
    static let no: UInt32 = 0x30CE
    static let tsu: UInt32 = 0x30C4
    static let town: UInt32 = 0x753A
    static let section: UInt32 = 0x5B57
    static let street: UInt32 = 0x6761
    static let county: UInt32 = 0x90E1
    /// は, で, に, を, も, と, や: no name of a place ends with them.
    static let particles: Set<UInt32> = [0x306F, 0x3067, 0x306B, 0x3092, 0x3082, 0x3068, 0x3084]
    /// 東, 西, 南, 北
    static let sides: Set<UInt32> = [0x6771, 0x897F, 0x5357, 0x5317]

    static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    /// Every sign that people put between two numbers, the long vowel mark and the box-drawing line among them.
    static func isHyphen(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0xAD, 0x2010...0x2015, 0x2043, 0x207B, 0x208B, 0x2212, 0x2500, 0x2501, 0x30FC,
            0x4E28, 0xFE58,
            0xFE63, 0xFF0D, 0xFF70, 0x7E:
            true
        default: false
        }
    }

    /// Opening and closing brackets, commas and the like: after them no name goes on.
    static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7D, 0x3001...0x3003, 0x3008...0x3011,
            0x3014...0x301F,
            0x30FB:
            true
        default: false
        }
    }
}
