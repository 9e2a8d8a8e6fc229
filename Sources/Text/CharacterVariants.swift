/// Kanji that are written in several ways in names and addresses (髙/高, 﨑/崎, 邊/辺), by the form they compare as.
public struct CharacterVariants: Sendable {
    private let standard: [Unicode.Scalar: Unicode.Scalar]

    /// - Parameter pairs: variant and standard form, one character each; others are passed over.
    public init(pairs: some Sequence<(variant: String, standard: String)>) {
        var standard: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (variant, form) in pairs {
            guard let from = variant.unicodeScalars.first, let to = form.unicodeScalars.first,
                variant.unicodeScalars.count == 1, form.unicodeScalars.count == 1
            else { continue }
            standard[from] = to
        }
        self.standard = standard
    }

    /// Those that stand for another one.
    public var variants: [Unicode.Scalar] { Array(standard.keys) }

    public func standardized(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { standard[$0] != nil }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { standard[$0] ?? $0 }))
    }
}
