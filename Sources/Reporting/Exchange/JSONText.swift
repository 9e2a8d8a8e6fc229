import Model

/// The few forms of JSON (RFC 8259) that are written here, members in the order given.
enum JSONText {
    static func object(_ members: [(name: String, value: String)]) -> String {
        let lines = members.map { "  \(string($0.name)): \($0.value)" }
        return "{\n" + lines.joined(separator: ",\n") + "\n}"
    }

    /// An object on one line.
    static func line(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { "\(string($0.name)): \($0.value)" }.joined(separator: ", ") + "}"
    }

    static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    /// `null` for what JSON has no number for.
    static func number(_ value: Double) -> String { value.isFinite ? MachineText.number(value) : "null" }

    static func string(_ text: String) -> String { QuotedText.quoted(text) }
}
