internal import Model

/// Findings for the terminal one by one, the first of each kind; of the others only how many there are.
struct FindingList {
    /// Of one kind.
    static let shown = 10

    let findings: [Finding]
    let language: Language

    var lines: [String] {
        var lines: [String] = []
        var counts: [Kind: Int] = [:]
        var order: [Kind] = []
        for finding in findings {
            let kind = Kind(severity: finding.severity, code: finding.problem.code)
            if counts[kind] == nil { order.append(kind) }
            let rest = Self.rest(finding.problem)
            counts[kind, default: 0] += rest ?? 1
            if rest == nil, counts[kind, default: 0] <= Self.shown {
                lines.append(kind.severity.label(in: language) + " " + finding.problem.message(in: language))
            }
        }
        for kind in order {
            guard let count = counts[kind], count > Self.shown else { continue }
            let (severity, others) = (kind.severity.label(in: language), (count - Self.shown).grouped)
            switch language {
            case .japanese: lines.append("\(severity) \(kind.code.rawValue)　ほか\(others)件")
            case .english: lines.append("\(severity) \(kind.code.rawValue), \(others) more")
            }
        }
        return lines
    }

    private struct Kind: Hashable {
        let severity: Severity
        let code: ProblemCode
    }

    /// Readers tell a thousand rows of a kind, and then how many more there are: `+500`.
    private static func rest(_ problem: Problem) -> Int? {
        guard problem.location.row == nil, problem.found.hasPrefix("+") else { return nil }
        return Int(problem.found.dropFirst())
    }
}

extension Int {
    /// `277,207`
    var grouped: String {
        var text = ""
        for (index, digit) in String(magnitude).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + String(text.reversed())
    }
}
