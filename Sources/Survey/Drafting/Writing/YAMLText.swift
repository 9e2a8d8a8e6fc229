internal import Model

/// Writes values as YAML that reads back as the same text, with quotation marks only where they are needed.
enum YAMLText {
    /// A scalar for block style or, with `inFlow`, for `{…}` and `[…]`.
    static func scalar(_ text: String, inFlow: Bool = false) -> String {
        isPlain(text, inFlow: inFlow) ? text : QuotedText.quoted(text, escaping: isControl)
    }

    static func list(_ texts: [String]) -> String {
        "[" + texts.map { scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
    }

    /// A remark, each line behind `#`; nothing for an empty text.
    static func comment(_ text: String, indent: Int = 0) -> String {
        text.split(whereSeparator: \.isNewline)
            .map { String(repeating: " ", count: indent) + "# \($0)\n" }.joined()
    }

    /// Numbers, dates and words such as `yes` are quoted, so that other programs read them as text as well.
    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.value > 0x20, last.value > 0x20, last != "\u{3000}", first != "\u{3000}",
            !"-?:,[]{}#&*!|>'\"%@`=~<+.".unicodeScalars.contains(first), !("0"..."9").contains(first),
            !text.unicodeScalars.contains(where: isControl), !text.contains(": "), !text.contains(" #"),
            !text.hasSuffix(":")
        else { return false }
        if inFlow, text.contains(where: { ",[]{}:".contains($0) }) { return false }
        return !["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(text.lowercased())
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
            || scalar.value == 0x2029 || scalar.value == 0xFEFF
    }
}
