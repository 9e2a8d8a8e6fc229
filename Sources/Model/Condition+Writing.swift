extension Condition: CustomStringConvertible {
    /// As the codebook writes it.
    public var description: String {
        switch self {
        case .chosen(let question, let option): "\(Self.name(question)) = \(Self.name(option))"
        case .anyAnswered(let questions): "any_answered(\(questions.map(Self.name).joined(separator: ", ")))"
        case .not(let condition): "not \(condition.bracketed)"
        case .all(let conditions): conditions.map(\.bracketed).joined(separator: " and ")
        case .any(let conditions): conditions.map(\.bracketed).joined(separator: " or ")
        }
    }

    /// In brackets where `and`, `or` or `not` would tear it apart.
    private var bracketed: String {
        switch self {
        case .chosen, .anyAnswered, .not: description
        case .all, .any: "(\(description))"
        }
    }

    private static func name(_ name: String) -> String {
        name.contains { $0.isWhitespace || "(),=!".contains($0) } ? "\"\(name)\"" : name
    }
}
