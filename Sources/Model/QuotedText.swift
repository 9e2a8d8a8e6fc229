/// A text in double quotes, as JSON (RFC 8259) writes it, and YAML too.
public enum QuotedText {
    /// What JSON forbids within the quotes is escaped, all else stays as it is.
    ///
    /// - Parameter isEscaped: what else is to be escaped; of characters up to U+FFFF.
    public static func quoted(
        _ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool = { _ in false }
    ) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || isEscaped(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
