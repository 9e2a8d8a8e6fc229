internal import Model

extension JSONLine {
    /// A finding of a command that leaves no `findings.csv`.
    init(_ finding: Finding, language: Language) {
        let (problem, location) = (finding.problem, finding.problem.location)
        var members: [String: Value] = [
            "event": .text("finding"), "severity": .text(finding.severity.rawValue),
            "code": .text(problem.code.rawValue), "file": .text(location.file), "found": .text(problem.found),
            "expected": .text(problem.expected), "message": .text(problem.sentence(in: language)),
        ]
        if let sheet = location.sheet { members["sheet"] = .text(sheet) }
        if let row = location.row { members["row"] = .integer(row) }
        if let column = location.column { members["column"] = .text(column) }
        self.init(members)
    }
}
