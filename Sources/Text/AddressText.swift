/// Addresses as text, before any gazetteer: what ids and decisions remember an address by.
public enum AddressText {
    /// Folded, lower case, without spaces, with one kind of hyphen and standard kanji.
    public static func key(_ address: String, variants: CharacterVariants) -> String {
        let folded = variants.standardized(Width.foldedWithoutSpaces(address).lowercased())
        return String(String.UnicodeScalarView(folded.unicodeScalars.map { isHyphen($0) ? "-" : $0 }))
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0x30FC: true
        default: false
        }
    }
}
