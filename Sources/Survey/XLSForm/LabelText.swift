internal import Text

/// The label of an XLSForm as plain text.
struct LabelText: Equatable {
    let text: String
    /// Whether the label shows the answer to another question; `…` stands in its place.
    let showsAnswers: Bool

    init(_ label: String) {
        var text = label
        var showsAnswers = false
        // Most labels are plain, and lists are long.
        if label.utf8.contains(where: { "<&$*_#[\\".utf8.contains($0) }) {
            text = Self.withoutEntities(Self.withoutTags(text))
            showsAnswers = text.contains(/\$\{[^{}]*\}/)
            text = Self.withoutMarkdown(text.replacing(/\$\{[^{}]*\}/, with: "…"))
        }
        self.showsAnswers = showsAnswers
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func withoutTags(_ label: String) -> String {
        guard label.contains("<") else { return label }
        var text = label.replacing(/<!--.*?-->/, with: "")
        text = text.replacing(/(?i)<\/?(?:br|p|div|li|ul|ol|tr|td|h[1-6])\b[^<>]*>/, with: " ")
        return text.replacing(/<\/?[A-Za-z][^<>]*>/, with: "")
    }

    /// What ODK and KoboToolbox show as markdown: headings, emphasis, links.
    private static func withoutMarkdown(_ label: String) -> String {
        // A mark behind a backslash is itself; it waits as a private character until the others are gone.
        var text = label.replacing(/\\([*_#\[\]()\\])/) { match in
            String(marks.firstIndex(of: Character(String(match.1))).map { waiting[$0] } ?? " ")
        }
        text = text.replacing(/(?m)^[ \t]*#{1,6}[ \t]+/, with: "")
        text = text.replacing(/\[([^\[\]]*)\]\([^()\s]*\)/) { String($0.1) }
        text = text.replacing(/\*\*([^*]+)\*\*/) { String($0.1) }
        text = text.replacing(/__([^_]+)__/) { String($0.1) }
        // A single mark only where a word begins or ends, as in names_with_lines and 3*4 it means itself.
        text = text.replacing(/(^|[^\w*])\*([^*\s](?:[^*]*[^*\s])?)\*($|[^\w*])/) { "\($0.1)\($0.2)\($0.3)" }
        text = text.replacing(/(^|[^\w])_([^_\s](?:[^_]*[^_\s])?)_($|[^\w])/) { "\($0.1)\($0.2)\($0.3)" }
        return String(text.map { character in waiting.firstIndex(of: character).map { marks[$0] } ?? character })
    }

    private static let marks = Array("*_#[]()\\")
    private static let waiting = Array("\u{F0000}\u{F0001}\u{F0002}\u{F0003}\u{F0004}\u{F0005}\u{F0006}\u{F0007}")

    private static func withoutEntities(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing(/&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,5});/) { match in
            let name = String(match.1)
            if let known = entities[name] { return known }
            let digits = name.dropFirst(name.hasPrefix("#x") || name.hasPrefix("#X") ? 2 : 1)
            let radix = name.dropFirst().first?.lowercased() == "x" ? 16 : 10
            guard name.hasPrefix("#"), let value = UInt32(digits, radix: radix), value > 0x20,
                !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(value)
            else { return name.hasPrefix("#") ? " " : String(match.0) }
            return String(scalar)
        }
    }

    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]
}
