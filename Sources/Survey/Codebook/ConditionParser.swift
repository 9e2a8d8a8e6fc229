internal import Model
internal import Text

/// Reads `asked_if`: `3-1 = yes`, `3-1 != no`, `any_answered(2-3, 2-4)`, joined by `and`, `or`, `not` and brackets.
struct ConditionParser {
    /// What a message shows as the right form.
    static let examples = "3-1 = yes, any_answered(2-3, 3-1), 4-1 = yes and not 1-1 = npo"

    private let tokens: [String]
    private var position = 0

    /// `nil` when the text is no condition.
    static func parse(_ text: String) -> Condition? {
        var parser = ConditionParser(tokens: tokens(of: text))
        guard parser.tokens.count <= maximumTokens, let condition = parser.alternatives(),
            parser.position == parser.tokens.count
        else { return nil }
        return condition
    }

    /// Brackets nest on the stack.
    private static let maximumTokens = 1000

    private init(tokens: [String]) { self.tokens = tokens }

    /// Names may hold letters of any script, digits and hyphens; `"…"` keeps what stands between the quotes.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var name = ""
        var isQuoted = false
        func end() {
            if !name.isEmpty { tokens.append(name) }
            name = ""
        }
        for character in Width.folded(text) {
            if character == "\"" {
                end()
                isQuoted.toggle()
            } else if isQuoted {
                name.append(character)
            } else if character.isWhitespace {
                end()
            } else if "(),=!".contains(character) {
                end()
                if character == "=", tokens.last == "!" {
                    tokens[tokens.count - 1] = "!="
                } else {
                    tokens.append(String(character))
                }
            } else {
                name.append(character)
            }
        }
        end()
        return isQuoted ? [] : tokens
    }

    private mutating func alternatives() -> Condition? {
        guard var conditions = conjunction().map({ [$0] }) else { return nil }
        while take("or") {
            guard let next = conjunction() else { return nil }
            conditions.append(next)
        }
        return conditions.count == 1 ? conditions[0] : .any(conditions)
    }

    private mutating func conjunction() -> Condition? {
        guard var conditions = term().map({ [$0] }) else { return nil }
        while take("and") {
            guard let next = term() else { return nil }
            conditions.append(next)
        }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func term() -> Condition? {
        if take("not") { return term().map { .not($0) } }
        if take("(") {
            guard let inner = alternatives(), take(")") else { return nil }
            return inner
        }
        if take("any_answered") { return anyAnswered() }
        guard let question = name() else { return nil }
        let isNegated = take("!=")
        guard isNegated || take("="), let option = name() else { return nil }
        let condition = Condition.chosen(question: question, option: option)
        return isNegated ? .not(condition) : condition
    }

    private mutating func anyAnswered() -> Condition? {
        guard take("(") else { return nil }
        var questions: [String] = []
        repeat {
            guard let question = name() else { return nil }
            questions.append(question)
        } while take(",")
        return take(")") ? .anyAnswered(questions) : nil
    }

    private mutating func take(_ token: String) -> Bool {
        guard position < tokens.count, tokens[position] == token else { return false }
        position += 1
        return true
    }

    private mutating func name() -> String? {
        guard position < tokens.count, !["(", ")", ",", "=", "!=", "!"].contains(tokens[position]) else { return nil }
        position += 1
        return tokens[position - 1]
    }
}
