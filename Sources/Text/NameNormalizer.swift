/// A name of an organisation, taken apart for comparison.
public struct NormalizedName: Sendable, Hashable {
    /// What is compared: folded, lower case, without spaces, middle dots, quotation marks, legal form and bracketed
    /// notes.
    public let core: String
    /// The same without what may be an abbreviated legal form (一社, 特非 without brackets); equal to `core` for most.
    public let looseCore: String
    public let legalFormID: String?
    /// Bracketed notes that stood at the end, such as 事務局 or 山形支部; compared apart from the name.
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
        var folded = Width.scalarsWithoutSpaces(name)
        folded.lowercase()
        variants.standardize(&folded)
        Self.unifyLongVowels(&folded)
        var (rest, formID) = legalForms.split(folded[...])
        var notes: [String] = []
        while let (outer, note) = Self.removingTrailingNote(from: rest) {
            notes.append(String(scalars: note))
            let (inner, innerForm) = legalForms.split(outer)
            rest = inner
            formID = formID ?? innerForm
        }
        let core = rest.filter { !Self.isSilent($0) }
        let looseCore = legalForms.withoutUncertain(core[...])
        let text = String(scalars: core)
        return NormalizedName(
            core: text, looseCore: looseCore.count == core.count ? text : String(scalars: looseCore),
            legalFormID: formID, notes: notes)
    }

    /// ひまわり会(事務局) → ひまわり会, 事務局. A name that is only a bracket stays.
    private static func removingTrailingNote(
        from name: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>)? {
        guard let closing = name.last, let opening = opening(closing) else { return nil }
        var depth = 0
        for index in name.indices.reversed() where name[index] == closing || name[index] == opening {
            depth += name[index] == closing ? 1 : -1
            guard depth == 0 else { continue }
            guard index > name.startIndex else { return nil }
            return (name[..<index], name[(index + 1)...].dropLast())
        }
        return nil
    }

    /// The bracket that opens what a bracket closes; `nil` for anything else.
    private static func opening(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case ")": "("
        case "]": "["
        case "〕": "〔"
        case "】": "【"
        default: nil
        }
    }

    /// What one list writes and another leaves out. 「」 hold a name and no note: 食堂「そら」 is not 食堂「うみ」.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "・", "「", "」", "『", "』": true
        default: false
        }
    }

    /// A hyphen between katakana is a long vowel mark that was typed with the wrong key.
    private static func unifyLongVowels(_ scalars: inout [Unicode.Scalar]) {
        for index in scalars.indices.dropFirst() where scalars[index].isHyphen && isKatakana(scalars[index - 1]) {
            scalars[index] = "ー"
        }
    }

    private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool { (0x30A1...0x30FC).contains(scalar.value) }
}
