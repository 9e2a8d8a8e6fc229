/// Addresses as text, before any gazetteer: what ids and decisions remember an address by.
public enum AddressText {
    /// Folded, lower case, without spaces, with one kind of hyphen and standard kanji.
    public static func key(_ address: String, variants: CharacterVariants) -> String {
        let folded = variants.standardized(Width.foldedWithoutSpaces(address).lowercased())
        // `|` separates name and address in content keys.
        let scalars = folded.unicodeScalars.lazy.filter { $0 != "|" }.map { isHyphen($0) ? "-" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0x30FC: true
        default: false
        }
    }
}
