/// Text of a file of the survey as it stands in a line of Markdown, never at its beginning.
enum MarkdownText {
    /// On one line, with `\` before every sign that Markdown, or HTML within it, would take for its own. Control characters
    /// become U+FFFD; marks that turn the direction of what follows go.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "|", "~", "$": result += ["\\", scalar]
            case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
            case "\u{0}"..."\u{1F}", "\u{7F}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension PageValue {
    static func markdown(_ text: String) -> PageValue { .trusted(MarkdownText.escaped(text)) }
}
