/// Kanji that are written in several ways in names and addresses (髙/高, 﨑/崎, 邊/辺), by the form they compare as.
public struct CharacterVariants: Sendable {
    private let standard: [Unicode.Scalar: Unicode.Scalar]
    /// A bit for the lower half of each variant: most characters are seen to be none without a look into the dictionary.
    private let mayVary: [UInt64]

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
        var mayVary = [UInt64](repeating: 0, count: 1024)
        for scalar in standard.keys { mayVary[Int(scalar.value >> 6 & 0x3FF)] |= 1 << UInt64(scalar.value & 0x3F) }
        self.mayVary = mayVary
    }

    /// Those that stand for another one.
    public var variants: [Unicode.Scalar] { Array(standard.keys) }

    public func isVariant(_ scalar: Unicode.Scalar) -> Bool { standard(of: scalar) != nil }

    public func standardized(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { standard(of: $0) != nil }) else { return text }
        return String(scalars: text.unicodeScalars.map { standard(of: $0) ?? $0 })
    }

    func standardize(_ scalars: inout [Unicode.Scalar]) {
        for index in scalars.indices {
            if let standard = standard(of: scalars[index]) { scalars[index] = standard }
        }
    }

    /// `nil` for what is no variant.
    @inline(__always)
    private func standard(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard mayVary[Int(scalar.value >> 6 & 0x3FF)] >> UInt64(scalar.value & 0x3F) & 1 == 1 else { return nil }
        return standard[scalar]
    }
}
