import Model

/// Findings about the rows of one list. A list of another country has every row wrong; the first thousand of a kind
/// are told one by one, and the rest as a number.
struct ListFindings {
    private static let reportedRows = 1000

    let name: String
    fileprivate(set) var all: [Finding] = []
    private var counts: [ProblemCode: Int] = [:]
    private var groups: [ProblemCode: (severity: Severity, row: Int?, column: String?, example: String, count: Int)] =
        [:]

    init(name: String) { self.name = name }

    mutating func add(
        _ severity: Severity, _ code: ProblemCode, row: Int?, column: String? = nil, found: String = "",
        expected: String = ""
    ) {
        counts[code, default: 0] += 1
        guard counts[code, default: 0] <= Self.reportedRows else { return }
        all.append(
            Finding(
                severity, code, at: CellLocation(file: name, row: row, column: column), found: found,
                expected: expected))
    }

    /// For what whole lists have by their nature: one finding with the number and the first example.
    mutating func count(
        _ severity: Severity, _ code: ProblemCode, row: Int?, column: String? = nil, example: String
    ) {
        if groups[code] == nil { groups[code] = (severity, row, column, example, 0) }
        groups[code]?.count += 1
    }

    /// Tells of what was counted, and how many more there were of what was told one by one.
    mutating func finish() {
        for (code, group) in groups.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            all.append(
                Finding(
                    group.severity, code, at: CellLocation(file: name, row: group.row, column: group.column),
                    found: String(group.count), expected: group.example))
        }
        groups = [:]
        for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > Self.reportedRows {
            all.append(
                Finding(.warning, code, at: CellLocation(file: name), found: "+\(count - Self.reportedRows)"))
        }
        counts = [:]
    }
}

extension ListFindings {
    mutating func add(_ severity: Severity, _ problem: Problem) { all.append(Finding(severity, problem)) }
}
