internal import Text

/// An expression of the column `relevant`: XPath 1.0 with `${name}` for the answer to a question. What the import
/// can't use, such as steps with predicates, is kept as ``opaque``.
indirect enum XPathExpression: Sendable, Equatable {
    enum Operator: String, Sendable {
        case or
        case and
        case equal = "="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case div
        case mod
        case union = "|"
    }

    case number(Double)
    case text(String)
    /// `${q1}`, or a path such as `../q1` that ends in a name.
    case answer(String)
    case call(String, [XPathExpression])
    case binary(Operator, XPathExpression, XPathExpression)
    case opaque

    /// - Returns: `nil` when it is no expression, or a monstrous one.
    static func parse(_ text: String) -> XPathExpression? {
        guard let tokens = XPathToken.tokens(of: text) else { return nil }
        var parser = XPathParser(tokens: tokens)
        return parser.parseAll()
    }

    /// Names between `${` and `}`, also in what is no expression.
    static func references(in text: String) -> [String] {
        text.matches(of: /\$\{([^{}]*)\}/).map { name(inBraces: $0.1) }
    }

    /// `last-saved#` before a name asks for the answer of the form sent before.
    static func name(inBraces text: some StringProtocol) -> String {
        Width.trimmed(String(text.split(separator: "#", omittingEmptySubsequences: false).last ?? ""))
    }
}

enum XPathToken: Equatable {
    case number(Double)
    case text(String)
    case reference(String)
    case name(String)
    /// One of `( ) [ ] , / // . .. @ | + - * = != < <= > >=`
    case sign(String)

    /// More are no condition that a person wrote.
    private static let most = 2000

    /// `nil` where a quotation mark or a brace is not closed, a character means nothing, or there are too many.
    static func tokens(of text: String) -> [XPathToken]? {
        var tokens: [XPathToken] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if tokens.count < most, let token = token(at: &rest, first) {
                tokens.append(token)
            } else {
                return nil
            }
        }
        return tokens
    }

    private static func token(at rest: inout Substring, _ first: Character) -> XPathToken? {
        if let closing = quotationMarks[first] {
            let inside = rest.dropFirst()
            guard let end = inside.firstIndex(where: { closing.contains($0) }) else { return nil }
            rest = inside[inside.index(after: end)...]
            return .text(String(inside[..<end]))
        }
        if rest.hasPrefix("${") {
            guard let end = rest.firstIndex(of: "}") else { return nil }
            let inside = rest[..<end].dropFirst(2)
            rest = rest[rest.index(after: end)...]
            return inside.contains("#") ? .name("last-saved") : .reference(XPathExpression.name(inBraces: inside))
        }
        if first.isASCII, first.isNumber || first == ".",
            let match = rest.prefixMatch(of: /[0-9]+(?:\.[0-9]*)?|\.[0-9]+/), let value = Double(match.output)
        {
            rest = rest[match.range.upperBound...]
            return .number(value)
        }
        for sign in [
            "!=", "<=", ">=", "//", "..", "(", ")", "[", "]", ",", "/", ".", "@", "|", "+", "-", "*", "=", "<", ">",
        ]
        where rest.hasPrefix(sign) {
            rest = rest.dropFirst(sign.count)
            return .sign(sign)
        }
        let name = rest.prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
        rest = rest[name.endIndex...]
        return name.isEmpty ? nil : .name(String(name))
    }

    /// Excel makes typographic ones of what people type.
    private static let quotationMarks: [Character: String] = [
        "'": "'", "\"": "\"", "‘": "’'", "’": "’'", "“": "”\"", "”": "”\"",
    ]
}
