/// Place and number of an office in an address, without a gazetteer.
public enum LotText {
    /// `小松3-18-26` for 山形県山形市小松3丁目18番26号 ○○ビル: the last two letters before the first number that stands
    /// behind one, and up to three numbers that follow each other. Addresses of one office compare as equal however
    /// much in front of the town is left out; two towns that end alike may be taken for one.
    ///
    /// - Returns: `nil` without a number behind a letter.
    public static func key(_ address: String, variants: CharacterVariants) -> String? {
        let scalars = AddressText.scalars(address, variants: variants)
        guard
            let start = scalars.indices.dropFirst().first(where: {
                scalars[$0].isDigit && !scalars[$0 - 1].isDigit && scalars[$0 - 1].value > 0x7F
                    && scalars[$0 - 1] != "〒"
            })
        else { return nil }
        var key = Array(scalars[max(0, start - 2)..<start])
        appendNumbers(scalars[start...], to: &key)
        return String(scalars: key)
    }

    private static func appendNumbers(_ scalars: ArraySlice<Unicode.Scalar>, to key: inout [Unicode.Scalar]) {
        var rest = scalars
        for position in 0..<3 {
            let digits = rest.prefix { $0.isDigit }
            guard !digits.isEmpty else { break }
            if position > 0 { key.append("-") }
            key += digits
            rest = rest.dropFirst(digits.count)
            guard let mark = marks.first(where: { rest.starts(with: $0) }) else { break }
            rest = rest.dropFirst(mark.count)
        }
    }

    /// What stands between two numbers of a lot, longer ones first.
    private static let marks: [[Unicode.Scalar]] =
        ["番地の", "番地-", "丁目-", "番-", "丁目", "番地", "番", "丁", "の", "-"].map { Array($0.unicodeScalars) }
}
