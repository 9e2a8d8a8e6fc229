/// Reads tokens as XPath 1.0 does: `or` binds weakest, then `and`, `=`, `<`, `+`, `*`, a sign, `|`.
struct XPathParser {
    private let tokens: [XPathToken]
    private var position = 0
    private var depth = 0

    /// Brackets nest on the stack.
    private static let deepest = 100

    init(tokens: [XPathToken]) { self.tokens = tokens }

    mutating func parseAll() -> XPathExpression? {
        guard let expression = binary(level: 0), position == tokens.count else { return nil }
        return expression
    }

    private static let levels: [[XPathExpression.Operator]] = [
        [.or], [.and], [.equal, .unequal], [.less, .lessOrEqual, .greater, .greaterOrEqual], [.plus, .minus],
        [.times, .div, .mod],
    ]

    private mutating func binary(level: Int) -> XPathExpression? {
        guard level < Self.levels.count else { return unary() }
        guard var left = binary(level: level + 1) else { return nil }
        while let symbol = takeOperator(of: Self.levels[level]) {
            guard let right = binary(level: level + 1) else { return nil }
            left = .binary(symbol, left, right)
        }
        return left
    }

    private mutating func takeOperator(of symbols: [XPathExpression.Operator]) -> XPathExpression.Operator? {
        guard position < tokens.count else { return nil }
        let written: String
        switch tokens[position] {
        case .sign(let sign): written = sign
        case .name(let name): written = name
        default: return nil
        }
        guard let symbol = symbols.first(where: { $0.rawValue == written }) else { return nil }
        position += 1
        return symbol
    }

    private mutating func unary() -> XPathExpression? {
        var isNegative = false
        while take("-") { isNegative.toggle() }
        guard let value = union() else { return nil }
        if case .number(let number) = value { return .number(isNegative ? -number : number) }
        return isNegative ? .opaque : value
    }

    private mutating func union() -> XPathExpression? {
        guard var value = primary() else { return nil }
        while take("|") {
            guard primary() != nil else { return nil }
            value = .opaque
        }
        return value
    }

    private mutating func primary() -> XPathExpression? {
        guard position < tokens.count, depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        switch tokens[position] {
        case .number(let value):
            position += 1
            return .number(value)
        case .text(let text):
            position += 1
            return .text(text)
        case .reference(let name):
            position += 1
            return hasSteps ? path(isPlain: false) : .answer(name)
        case .name(let name) where position + 1 < tokens.count && tokens[position + 1] == .sign("("):
            position += 2
            guard let arguments = arguments() else { return nil }
            return hasSteps ? path(isPlain: name == "current") : .call(name, arguments)
        case .sign("("):
            position += 1
            guard let inner = binary(level: 0), take(")") else { return nil }
            return hasSteps ? path(isPlain: false) : inner
        case .name:
            position += 1
            // A name alone, without `${}`, is no answer of this form.
            return path(isPlain: false)
        case .sign("/"), .sign("//"):
            return path(isPlain: true)
        default:
            return step() ? path(isPlain: true) : nil
        }
    }

    private mutating func arguments() -> [XPathExpression]? {
        var arguments: [XPathExpression] = []
        if take(")") { return arguments }
        repeat {
            guard let argument = binary(level: 0) else { return nil }
            arguments.append(argument)
        } while take(",")
        return take(")") ? arguments : nil
    }

    // MARK: - Paths

    private var hasSteps: Bool {
        position < tokens.count && [.sign("/"), .sign("//"), .sign("[")].contains(tokens[position])
    }

    /// Further steps and predicates.
    /// - Parameter isPlain: whether the path so far leads to the answers of the form, so that its last name is one.
    private mutating func path(isPlain: Bool) -> XPathExpression? {
        var isPlain = isPlain
        var last: String?
        while position < tokens.count {
            if take("[") {
                guard binary(level: 0) != nil, take("]") else { return nil }
                isPlain = false
            } else if take("/") || take("//") {
                last = nil
                if position < tokens.count, case .name(let name) = tokens[position] {
                    position += 1
                    last = name
                } else if !step() {
                    return .opaque
                }
            } else {
                break
            }
        }
        guard isPlain, let last else { return .opaque }
        return .answer(last)
    }

    /// `.`, `..`, `*`, `@name`
    private mutating func step() -> Bool {
        if take("@") {
            position += 1
            return position <= tokens.count
        }
        return take(".") || take("..") || take("*")
    }

    private mutating func take(_ sign: String) -> Bool {
        guard position < tokens.count, tokens[position] == .sign(sign) else { return false }
        position += 1
        return true
    }
}
