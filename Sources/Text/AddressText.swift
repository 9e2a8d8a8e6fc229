/// Addresses as text, before any gazetteer: what ids and decisions remember an address by.
public enum AddressText {
    /// Folded, lower case, without spaces, with one kind of hyphen and standard kanji.
    public static func key(_ address: String, variants: CharacterVariants) -> String {
        String(scalars: scalars(address, variants: variants))
    }

    /// The scalars of the key.
    static func scalars(_ address: String, variants: CharacterVariants) -> [Unicode.Scalar] {
        var scalars = Width.scalarsWithoutSpaces(address)
        scalars.lowercase()
        variants.standardize(&scalars)
        // `|` separates name and address in content keys.
        scalars.removeAll { $0 == "|" }
        for index in scalars.indices where scalars[index].isHyphen || scalars[index] == "ー" { scalars[index] = "-" }
        return scalars
    }
}
