internal import Model

/// One JSON object on a line, with its keys in the order of the alphabet.
struct JSONLine {
    enum Value {
        case text(String)
        case integer(Int)
        case number(Double)
    }

    let text: String

    init(_ members: [String: Value]) {
        let parts = members.sorted { $0.key < $1.key }.map { "\(QuotedText.quoted($0.key)):\(Self.text(of: $0.value))" }
        text = "{\(parts.joined(separator: ","))}"
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .text(let text): QuotedText.quoted(text)
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? "\(number)" : "null"
        }
    }
}
