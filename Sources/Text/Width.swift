/// One width for every character: what is written full-width, half-width or as one square sign compares as equal.
public enum Width {
    /// ASCII for full-width ASCII, full-width katakana for half-width ones (voicing marks joined), a plain space for
    /// every kind of space, `(株)` for `㈱`, `1` for `①`; variation selectors, joiners and byte order marks go.
    /// Long vowel marks and repeat marks stay: ビール is not ビル.
    public static func folded(_ text: String) -> String {
        // Most cells are plain ASCII or need no change; those keep their storage.
        guard text.unicodeScalars.contains(where: isFolded) else { return text }
        return String(scalars: foldedScalars(text))
    }

    /// Every kind of space taken out, after folding.
    public static func foldedWithoutSpaces(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == " " || isFolded($0) }) else { return text }
        return String(scalars: scalarsWithoutSpaces(text))
    }

    static func foldedScalars(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if isFolded(scalar) { append(scalar, to: &result) } else { result.append(scalar) }
        }
        return result
    }

    static func scalarsWithoutSpaces(_ text: String) -> [Unicode.Scalar] {
        var scalars = foldedScalars(text)
        // Folded, all of them are plain ones.
        scalars.removeAll { $0 == " " }
        return scalars
    }

    /// Spaces of every kind taken off both ends.
    public static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
        return String(scalars[first...last])
    }

    public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Ideographs and all that stands behind them in order up to the surrogates: folding changes none of them.
    public static let ideographs: ClosedRange<UInt32> = 0x3400...0xD7FF

    /// Whether folding may change the character; those that it never changes are told as such as far as they are common.
    public static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D: true
        // ASCII, signs of Japanese text, kana.
        case 0x00...0x7E, 0x3001...0x301B, 0x3041...0x3096, 0x30A1...0x30FF, ideographs: false
        default: true
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
        switch scalar.value {
        case 0xFF01...0xFF5E:
            result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0xFF61...0xFF9D:
            result.append(halfWidthKatakana[Int(scalar.value - 0xFF61)])
        case 0xFF9E, 0x3099:
            joinMark(0x3099, to: &result)
        case 0xFF9F, 0x309A:
            joinMark(0x309A, to: &result)
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
            break
        case 0x2460...0x2473:
            result.append(contentsOf: String(scalar.value - 0x2460 + 1).unicodeScalars)
        case 0x3220...0x3243:
            if let inner = squareLetters[scalar.value] {
                result.append(contentsOf: "(\(inner))".unicodeScalars)
            } else {
                result.append(scalar)
            }
        case 0x301C:
            result.append("~")
        default:
            result.append(isSpace(scalar) ? " " : scalar)
        }
    }

    /// カ and a voicing mark become ガ; a mark with nothing to voice stays as the spacing sign.
    private static func joinMark(_ mark: UInt32, to result: inout [Unicode.Scalar]) {
        let spacing: Unicode.Scalar = mark == 0x3099 ? "゛" : "゜"
        guard let last = result.last else { return result.append(spacing) }
        let step: UInt32 = mark == 0x3099 ? 1 : 2
        let base = last.value >= 0x30A1 ? last.value - 0x60 : last.value
        let voiced: Bool =
            switch base {
            case 0x304B...0x3062: mark == 0x3099 && base % 2 == 1
            case 0x3064...0x3069: mark == 0x3099 && base % 2 == 0
            case 0x306F...0x307D: (base - 0x306F) % 3 == 0
            case 0x309D: mark == 0x3099
            default: false
            }
        if voiced, let joined = Unicode.Scalar(last.value + step) {
            result.removeLast()
            result.append(joined)
        } else if mark == 0x3099, let joined = farVoiced[last] {
            result.removeLast()
            result.append(joined)
        } else {
            result.append(spacing)
        }
    }

    /// Voiced kana that don't stand right behind the plain ones.
    private static let farVoiced: [Unicode.Scalar: Unicode.Scalar] = [
        "う": "ゔ", "ウ": "ヴ", "ワ": "ヷ", "ヰ": "ヸ", "ヱ": "ヹ", "ヲ": "ヺ",
    ]

    private static let halfWidthKatakana: [Unicode.Scalar] = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

    /// U+3220…U+3243, signs that stand for a bracketed letter.
    private static let squareLetters: [UInt32: String] = [
        0x3231: "株", 0x3232: "有", 0x3233: "社", 0x3234: "名", 0x3235: "特", 0x3236: "財", 0x3237: "祝", 0x3238: "労",
        0x3239: "代", 0x323A: "呼", 0x323B: "学", 0x323C: "監", 0x323D: "企", 0x323E: "資", 0x323F: "協", 0x3240: "祭",
    ]
}
