import Model

/// データの質: the findings by code with a first example, then one by one.
struct QualitySection {
    /// Findings that the page lists one by one; `findings.csv` has them all.
    static let listedFindings = 300
    private let findings: [Finding]

    init(_ findings: [Finding]) { self.findings = findings }

    var value: PageValue {
        let listed = findings.prefix(Self.listedFindings)
        return [
            "isEmpty": .flag(findings.isEmpty),
            "kinds": .list(FindingKind.kinds(of: findings).map(Self.kind)),
            "findings": .list(listed.map(Self.finding)),
            "total": .number(findings.count),
            "listed": .number(listed.count),
            "isCut": .flag(listed.count < findings.count),
        ]
    }

    private static func kind(_ kind: FindingKind) -> PageValue {
        [
            "severity": .text(kind.severity.word), "severityStyle": .text("severity-" + kind.severity.rawValue),
            "code": .text(kind.code.rawValue), "count": .number(kind.count),
            "example": .text(kind.example.message(in: .japanese)),
        ]
    }

    private static func finding(_ finding: Finding) -> PageValue {
        [
            "severity": .text(finding.severity.word),
            "severityStyle": .text("severity-" + finding.severity.rawValue),
            "place": .text(finding.problem.location.description(in: .japanese)),
            "sentence": .text(finding.problem.sentence(in: .japanese)),
        ]
    }
}

/// Findings of one code and severity, counted.
struct FindingKind {
    let severity: Severity
    let code: ProblemCode
    let count: Int
    /// The first that was met.
    let example: Problem

    /// The gravest first, then the most frequent, then in the order of the codes' names.
    static func kinds(of findings: [Finding]) -> [FindingKind] {
        struct Key: Hashable {
            let severity: Severity
            let code: ProblemCode
        }
        var groups: [Key: (count: Int, example: Problem)] = [:]
        for finding in findings {
            let key = Key(severity: finding.severity, code: finding.problem.code)
            groups[key, default: (0, finding.problem)].count += 1
        }
        return groups.map { key, group in
            FindingKind(severity: key.severity, code: key.code, count: group.count, example: group.example)
        }
        .sorted { ($1.severity, $1.count, $0.code.rawValue) < ($0.severity, $0.count, $1.code.rawValue) }
    }
}
