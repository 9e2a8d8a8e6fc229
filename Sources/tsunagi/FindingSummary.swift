internal import Model

/// Findings for the terminal: severity, how many, and the first example of each kind.
struct FindingSummary {
    let findings: [Finding]
    let language: Language

    var lines: [String] {
        var groups: [(code: ProblemCode, severity: Severity, first: Finding, count: Int)] = []
        for finding in findings {
            if let known = groups.firstIndex(where: {
                $0.code == finding.problem.code && $0.severity == finding.severity
            }) {
                groups[known].count += 1
            } else {
                groups.append((finding.problem.code, finding.severity, finding, 1))
            }
        }
        return groups.sorted { ($1.severity, $0.code.rawValue) < ($0.severity, $1.code.rawValue) }
            .map { group in
                let example = group.first.problem.message(in: language)
                switch language {
                case .japanese:
                    return "\(group.severity.label(in: language)) \(group.count)件 \(group.code.rawValue)　例：\(example)"
                case .english:
                    return
                        "\(group.severity.label(in: language)) ×\(group.count) \(group.code.rawValue), for example \(example)"
                }
            }
    }
}
