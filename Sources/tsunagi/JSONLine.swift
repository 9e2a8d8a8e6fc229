/// One JSON object on a line, with its keys in the order of the alphabet.
struct JSONLine {
    enum Value {
        case text(String)
        case integer(Int)
        case number(Double)
    }

    let text: String

    init(_ members: [String: Value]) {
        let parts = members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\(Self.text(of: $0.value))" }
        text = "{\(parts.joined(separator: ","))}"
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? "\(number)" : "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let hexadecimal = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
