/// Names of sheets.
enum SheetName {
    /// What Excel allows, in UTF-16 units.
    static let longest = 31

    /// A name without what people type differently: full and half width, spaces, upper and lower case.
    static func folded(_ name: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0xFF66...0xFF9F: folded.append(contentsOf: wideKana(scalar).unicodeScalars)
            default: if !scalar.properties.isWhitespace { folded.append(scalar) }
            }
        }
        // Comparing strings takes カ with a combining voiced mark for ガ.
        return String(folded).lowercased()
    }

    /// Half-width katakana in full width; voiced marks as combining ones.
    private static func wideKana(_ scalar: Unicode.Scalar) -> String {
        let wide = Array("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}".unicodeScalars)
        return String(wide[Int(scalar.value - 0xFF66)])
    }

    /// A name that Excel accepts and that is not taken yet; characters that it forbids become wide ones.
    static func sanitised(_ name: String, taken: [String]) -> String {
        let forbidden: [Character: Character] = [
            "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼",
        ]
        var cleaned = String(name.map { forbidden[$0] ?? ($0.isNewline ? " " : $0) })
        cleaned.unicodeScalars.removeAll { $0.value < 0x20 || $0.value == 0x7F || $0.value & 0xFFFE == 0xFFFE }
        while cleaned.hasPrefix("'") { cleaned.removeFirst() }
        cleaned = trimmed(cut(cleaned, to: longest))
        // Excel keeps this name for itself.
        if cleaned.isEmpty || cleaned.lowercased() == "history" { cleaned += "_" }
        var unique = cleaned
        var copy = 2
        let used = Set(taken.map { $0.lowercased() })
        while used.contains(unique.lowercased()) {
            let suffix = " (\(copy))"
            unique = cut(cleaned, to: longest - suffix.utf16.count) + suffix
            copy += 1
        }
        return unique
    }

    private static func trimmed(_ name: String) -> String {
        var name = name
        while name.hasSuffix("'") || name.hasSuffix(" ") { name.removeLast() }
        while name.hasPrefix(" ") { name.removeFirst() }
        return name
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var (cut, units) = ("", 0)
        for character in name {
            units += character.utf16.count
            if units > length { break }
            cut.append(character)
        }
        return cut
    }
}
