import Model

/// `shortlist_summary.json`: how good the combination is and under which conditions it was found.
struct ShortlistSummary {
    static let path = "shortlist_summary.json"
    private let shortlist: ExplainedShortlist

    init(_ shortlist: ExplainedShortlist) { self.shortlist = shortlist }

    var bytes: [UInt8] {
        let result = shortlist.shortlist
        let object = JSONText.object([
            ("objective", JSONText.number(result.objective)),
            ("upper_bound", JSONText.number(result.upperBound)),
            ("optimality_gap", JSONText.number(result.optimalityGapPercent)),
            ("method", JSONText.string(result.method)),
            ("k", String(result.size)),
            ("preset", JSONText.string(shortlist.preset)),
            ("constraints", JSONText.array(shortlist.constraints.map(JSONText.string))),
            ("note", JSONText.string(FixedWording.shortlistCaveat)),
        ])
        return Array((object + "\n").utf8)
    }
}

/// The few forms of JSON (RFC 8259) that are written here, members in the order given.
enum JSONText {
    static func object(_ members: [(name: String, value: String)]) -> String {
        let lines = members.map { "  \(string($0.name)): \($0.value)" }
        return "{\n" + lines.joined(separator: ",\n") + "\n}"
    }

    static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    /// `null` for what JSON has no number for.
    static func number(_ value: Double) -> String { value.isFinite ? MachineText.number(value) : "null" }

    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
