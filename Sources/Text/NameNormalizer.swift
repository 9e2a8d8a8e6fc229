/// A name of an organisation, taken apart for comparison.
public struct NormalizedName: Sendable, Hashable {
    /// What is compared: folded, lower case, without spaces, middle dots, quotation marks, legal form and bracketed
    /// notes.
    public let core: String
    /// The same without what may be an abbreviated legal form (一社, 特非 without brackets); equal to `core` for most.
    public let looseCore: String
    public let legalFormID: String?
    /// Bracketed notes that stood at the end, such as 事務局 or 熊本支部; compared apart from the name.
    public let notes: [String]
}

/// Brings names to the form in which they compare; the same for every list, wave and city.
public struct NameNormalizer: Sendable {
    private let legalForms: LegalForms
    private let variants: CharacterVariants

    public init(legalForms: LegalForms, variants: CharacterVariants) {
        self.legalForms = legalForms
        self.variants = variants
    }

    public func normalize(_ name: String) -> NormalizedName {
        let folded = Self.unifyLongVowels(variants.standardized(Width.foldedWithoutSpaces(name).lowercased()))
        var (core, formID) = legalForms.split(folded)
        var notes: [String] = []
        while let (rest, note) = Self.removingTrailingNote(from: core) {
            notes.append(note)
            let (inner, innerForm) = legalForms.split(rest)
            core = inner
            formID = formID ?? innerForm
        }
        core.removeAll { Self.silentMarks.contains($0) }
        return NormalizedName(
            core: core, looseCore: legalForms.withoutUncertain(core), legalFormID: formID, notes: notes)
    }

    /// ひまわり会(事務局) → ひまわり会, 事務局. A name that is only a bracket stays.
    private static func removingTrailingNote(from name: String) -> (String, String)? {
        guard let closing = name.last, let opening = brackets[closing] else { return nil }
        var depth = 0
        for index in name.indices.reversed() where name[index] == closing || name[index] == opening {
            depth += name[index] == closing ? 1 : -1
            guard depth == 0 else { continue }
            guard index > name.startIndex else { return nil }
            return (String(name[..<index]), String(name[name.index(after: index)...].dropLast()))
        }
        return nil
    }

    private static let brackets: [Character: Character] = [")": "(", "]": "[", "〕": "〔", "】": "【"]

    /// What one list writes and another leaves out. 「」 hold a name and no note: 食堂「そら」 is not 食堂「うみ」.
    private static let silentMarks: Set<Character> = ["・", "「", "」", "『", "』"]

    /// A hyphen between katakana is a long vowel mark that was typed with the wrong key.
    private static func unifyLongVowels(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHyphen) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHyphen(scalar), let previous = result.last, isKatakana(previous) {
                result.append("ー")
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2500: true
        default: false
        }
    }

    private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool { (0x30A1...0x30FC).contains(scalar.value) }
}
