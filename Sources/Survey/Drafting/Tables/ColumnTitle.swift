internal import Text

/// What the title of a column says, without what stands around it.
struct ColumnTitle: Sendable {
    let upper: String
    let lower: String
    /// `upper / lower`, or the one title.
    let shown: String

    /// Without remarks in brackets, numbers of questions, stars and marks of required answers.
    static func bare(_ title: String) -> String {
        var text = ""
        var depth = 0
        for character in Width.folded(title) {
            if "([【〔<".contains(character) {
                depth += 1
            } else if ")]】〕>".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0, !"*※:：".contains(character) {
                text.append(character.isNewline ? " " : character)
            }
        }
        let bare = Width.trimmed(text)
        return bare.isEmpty ? Width.trimmed(Width.folded(title)) : bare
    }
}

/// The number of a question as its title begins: 問2-2, Q2-2, ２－２, 2-2.
struct QuestionNumber: Sendable, Hashable {
    /// `2-2`
    let text: String
    /// What comes behind it.
    let rest: String

    init?(_ title: String, words: SurveyWords) {
        let folded = Width.trimmed(Width.folded(title))
        var rest = folded[...]
        var hasPrefix = false
        for open in ["【", "[", "(", "〔", "<"] where rest.hasPrefix(open) { rest = rest.dropFirst() }
        for prefix in words.all(.questionPrefix).sorted(by: { $0.count > $1.count })
        where rest.lowercased().hasPrefix(prefix) {
            let behind = rest.dropFirst(prefix.count).drop { $0 == " " || $0 == "." }
            guard behind.first.map(Self.isDigit) ?? false else { continue }
            (rest, hasPrefix) = (behind, true)
            break
        }
        var parts: [String] = []
        while let digit = rest.first, Self.isDigit(digit), parts.count < 3 {
            let digits = rest.prefix(while: Self.isDigit)
            guard digits.count <= 2 else { return nil }
            parts.append(String(Int(digits) ?? 0))
            rest = rest.dropFirst(digits.count)
            let next = rest.dropFirst()
            guard let mark = rest.first, "-‐−ー–―.の".contains(mark), let first = next.first, Self.isDigit(first) else {
                break
            }
            rest = next
        }
        let isSeparated = rest.first.map { " .．、:)]】〕>_".contains($0) } ?? true
        let isUnit = words.all(.notQuestionUnit).contains { rest.hasPrefix($0) }
        guard !parts.isEmpty,
            hasPrefix || parts.count > 1 && !isUnit || isSeparated && parts.count == 1 && !rest.isEmpty
        else { return nil }
        text = parts.joined(separator: "-")
        self.rest = Width.trimmed(String(rest.drop { " .．、:)]】〕>_-".contains($0) }))
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
