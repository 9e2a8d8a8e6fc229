internal import Model
internal import Text

/// Turns `relevant` into the conditions that a codebook can say.
struct RelevanceTranslator {
    /// What a name between `${` and `}` stands for in the codebook.
    struct Target {
        let id: String
        let kind: Question.Kind
        /// Names of the choices in the form and ids of the options; none where nothing is chosen.
        let options: [(name: String, id: String)]
    }

    struct Translation {
        /// What can be said; it holds whenever the question is asked.
        var condition: Condition?
        /// Whether the expression says no more than `condition`.
        var isWhole = true
        /// Choices that the question doesn't have, with those that it has.
        var unknownChoices: [(found: String, expected: [String])] = []
    }

    let targets: [String: Target]

    /// - Parameter expression: an XPath expression, or yes and no, which the format takes as well.
    func translation(of expression: String) -> Translation {
        var translation = Translation()
        switch expression.lowercased() {
        case "yes", "true": return translation
        case "no", "false":
            translation.isWhole = false
            return translation
        default: break
        }
        guard let parsed = XPathExpression.parse(expression) else {
            translation.isWhole = false
            return translation
        }
        var conditions: [Condition] = []
        for part in Self.conjuncts(of: parsed) {
            switch meaning(of: part, &translation) {
            case .always: break
            case .when(let condition) where Self.isReadable(condition): conditions.append(condition)
            case .when, .never, .unsaid: translation.isWhole = false
            }
        }
        translation.condition = Self.joined(conditions)
        if translation.condition == nil, !conditions.isEmpty { translation.isWhole = false }
        return translation
    }

    /// All of the conditions, each once; `nil` for none, and for more than can be read back.
    static func joined(_ conditions: [Condition]) -> Condition? {
        guard !conditions.isEmpty, case let joined = conjunction(conditions), isReadable(joined) else { return nil }
        return joined
    }

    private enum Meaning {
        case always, never, unsaid
        case when(Condition)
    }

    /// Long conditions and odd names can't be read back.
    private static func isReadable(_ condition: Condition) -> Bool {
        ConditionParser.parse(condition.description) == condition
    }

    private static func conjuncts(of expression: XPathExpression) -> [XPathExpression] {
        guard case .binary(.and, let left, let right) = expression else { return [expression] }
        return conjuncts(of: left) + conjuncts(of: right)
    }

    // MARK: - Expressions

    private func meaning(of expression: XPathExpression, _ translation: inout Translation) -> Meaning {
        switch expression {
        case .binary(.or, let left, let right):
            let (left, right) = (meaning(of: left, &translation), meaning(of: right, &translation))
            return Self.either(left, right)
        case .binary(.and, let left, let right):
            let (left, right) = (meaning(of: left, &translation), meaning(of: right, &translation))
            return Self.both(left, right)
        case .binary(let symbol, let left, let right):
            return comparison(symbol, left, right, &translation)
        case .call("not", let arguments) where arguments.count == 1:
            return Self.negated(meaning(of: arguments[0], &translation))
        case .call("boolean", let arguments) where arguments.count == 1:
            if case .answer = arguments[0] { return .unsaid }
            return meaning(of: arguments[0], &translation)
        case .call("true", let arguments) where arguments.isEmpty: return .always
        case .call("false", let arguments) where arguments.isEmpty: return .never
        case .call("selected", let arguments) where arguments.count == 2:
            guard let target = target(arguments[0]), let name = Self.literal(arguments[1]) else { return .unsaid }
            return chosen(name, of: target, &translation)
        default: return .unsaid
        }
    }

    private func comparison(
        _ symbol: XPathExpression.Operator, _ left: XPathExpression, _ right: XPathExpression,
        _ translation: inout Translation
    ) -> Meaning {
        guard let mirrored = Self.mirrored[symbol] else { return .unsaid }
        if Self.literal(left) != nil, Self.literal(right) == nil {
            return comparison(mirrored, right, left, &translation)
        }
        guard let value = Self.literal(right) else { return .unsaid }
        switch left {
        case .call("count-selected", let arguments) where arguments.count == 1,
            .call("string-length", let arguments) where arguments.count == 1:
            guard let target = target(arguments[0]), let number = Double(value) else { return .unsaid }
            return counted(target, symbol, number)
        default:
            guard let target = target(left) else { return .unsaid }
            return compared(target, symbol, right, value, &translation)
        }
    }

    /// `count-selected(${q}) > 0`: whether there is an answer at all is all that can be said.
    private func counted(_ target: Target, _ symbol: XPathExpression.Operator, _ number: Double) -> Meaning {
        let limits = [1, number.rounded(.down), number.rounded(.up), number + 1, number + 2].filter { $0 >= 1 }
        let answered = limits.map { Self.holds($0, symbol, number) }
        let blank = Self.holds(0, symbol, number)
        guard let first = answered.first, answered.allSatisfy({ $0 == first }) else { return .unsaid }
        if first == blank { return first ? .always : .never }
        return first ? .when(.anyAnswered([target.id])) : .when(.not(.anyAnswered([target.id])))
    }

    private func compared(
        _ target: Target, _ symbol: XPathExpression.Operator, _ literal: XPathExpression, _ value: String,
        _ translation: inout Translation
    ) -> Meaning {
        if symbol == .equal || symbol == .unequal {
            let isEqual: Meaning
            if value.isEmpty {
                isEqual = .when(.not(.anyAnswered([target.id])))
            } else if case .number(let number) = literal, target.kind == .single {
                isEqual = anyOption(of: target, missing: value, &translation) { Double($0) == number }
            } else {
                isEqual = only(value, of: target, &translation)
            }
            return symbol == .equal ? isEqual : Self.negated(isEqual)
        }
        // The numbers of a scale: those of its points that the comparison holds for.
        guard target.kind == .single, let number = Double(value),
            target.options.contains(where: { Double($0.name) != nil })
        else { return .unsaid }
        return anyOption(of: target, missing: nil, &translation) {
            Double($0).map { Self.holds($0, symbol, number) } ?? false
        }
    }

    // MARK: - Options

    private func chosen(_ name: String, of target: Target, _ translation: inout Translation) -> Meaning {
        guard !target.options.isEmpty else { return .unsaid }
        return anyOption(of: target, missing: name, &translation) { $0 == name }
    }

    /// The answer is this choice; where several can be chosen, this one alone.
    private func only(_ name: String, of target: Target, _ translation: inout Translation) -> Meaning {
        let meaning = chosen(name, of: target, &translation)
        guard target.kind == .multiple, case .when(let condition) = meaning else { return meaning }
        let others = target.options.filter { $0.name != name }
            .map { Condition.chosen(question: target.id, option: $0.id) }
        guard !others.isEmpty else { return meaning }
        return .when(.all([condition, .not(others.count == 1 ? others[0] : .any(others))]))
    }

    /// - Parameter missing: what to report where no choice is meant; `nil` where that is no mistake.
    private func anyOption(
        of target: Target, missing: String?, _ translation: inout Translation, _ isMeant: (String) -> Bool
    ) -> Meaning {
        guard !target.options.isEmpty else { return .unsaid }
        let meant = target.options.filter { isMeant($0.name) }
            .map { Condition.chosen(question: target.id, option: $0.id) }
        guard let first = meant.first else {
            if let missing { translation.unknownChoices.append((missing, target.options.map(\.name))) }
            return missing == nil ? .never : .unsaid
        }
        return .when(meant.count == 1 ? first : .any(meant))
    }

    // MARK: - Parts

    private func target(_ expression: XPathExpression) -> Target? {
        guard case .answer(let name) = expression else { return nil }
        return targets[name]
    }

    private static func literal(_ expression: XPathExpression) -> String? {
        switch expression {
        case .text(let text): Width.trimmed(text)
        // XPath writes whole numbers without a point.
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
        default: nil
        }
    }

    private static func either(_ left: Meaning, _ right: Meaning) -> Meaning {
        switch (left, right) {
        case (.always, _), (_, .always): return .always
        case (.unsaid, _), (_, .unsaid): return .unsaid
        case (.never, let other), (let other, .never): return other
        case (.when(let left), .when(let right)):
            return .when(disjunction(alternatives(of: left) + alternatives(of: right)))
        }
    }

    private static func both(_ left: Meaning, _ right: Meaning) -> Meaning {
        switch (left, right) {
        case (.never, _), (_, .never): .never
        case (.unsaid, _), (_, .unsaid): .unsaid
        case (.always, let other), (let other, .always): other
        case (.when(let left), .when(let right)): .when(conjunction([left, right]))
        }
    }

    /// Each once; conditions that are joined already are taken apart.
    private static func conjunction(_ conditions: [Condition]) -> Condition {
        var parts: [Condition] = []
        for condition in conditions {
            let inner = if case .all(let inner) = condition { inner } else { [condition] }
            for part in inner where !parts.contains(part) { parts.append(part) }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private static func alternatives(of condition: Condition) -> [Condition] {
        if case .any(let conditions) = condition { conditions } else { [condition] }
    }

    /// With all that ask for any answer in one.
    private static func disjunction(_ conditions: [Condition]) -> Condition {
        var parts: [Condition] = []
        for condition in conditions where !parts.contains(condition) {
            if case .anyAnswered(let more) = condition,
                let index = parts.firstIndex(where: { if case .anyAnswered = $0 { true } else { false } }),
                case .anyAnswered(let ids) = parts[index]
            {
                parts[index] = .anyAnswered(ids + more.filter { !ids.contains($0) })
            } else {
                parts.append(condition)
            }
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private static func negated(_ meaning: Meaning) -> Meaning {
        switch meaning {
        case .always: .never
        case .never: .always
        case .unsaid: .unsaid
        case .when(.not(let inner)): .when(inner)
        case .when(let condition): .when(.not(condition))
        }
    }

    private static let mirrored: [XPathExpression.Operator: XPathExpression.Operator] = [
        .equal: .equal, .unequal: .unequal, .less: .greater, .greater: .less, .lessOrEqual: .greaterOrEqual,
        .greaterOrEqual: .lessOrEqual,
    ]

    private static func holds(_ a: Double, _ symbol: XPathExpression.Operator, _ b: Double) -> Bool {
        switch symbol {
        case .equal: a == b
        case .unequal: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        default: false
        }
    }
}
