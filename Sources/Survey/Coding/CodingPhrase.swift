/// A wording and the code that it speaks for.
public struct CodingPhrase: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case exact, narrower, hint
        /// It is known to be about none of the codes.
        case none
    }

    /// Where a phrase may stand. A short one in kana or Latin letters is looked for only where it can be a word.
    public enum Position: String, Sendable, Hashable, CaseIterable {
        case word = ""
        case any
        /// A word begins with it: LGBT in LGBTs.
        case start
        /// A change of script, a particle, a mark or an end on both sides, whatever its length.
        case whole
    }

    /// `…` stands for up to eight characters: 家…借りられ.
    public let text: String
    /// Empty for `none`.
    public let code: String
    public let kind: Kind
    /// 0…1.
    public let weight: Double
    public let position: Position
    /// Codes that the same phrase of the text has not, where this one stands; `*` for all.
    public let excludes: [String]

    public init(
        text: String, code: String, kind: Kind, weight: Double, position: Position = .word,
        excludes: [String] = []
    ) {
        self.text = text
        self.code = code
        self.kind = kind
        self.weight = weight
        self.position = position
        self.excludes = excludes
    }
}

/// What a person decided for a text.
public struct LearnedCode: Sendable, Hashable {
    public let text: String
    /// `nil`: none of the codes.
    public let code: String?

    public init(text: String, code: String?) {
        self.text = text
        self.code = code
    }
}
