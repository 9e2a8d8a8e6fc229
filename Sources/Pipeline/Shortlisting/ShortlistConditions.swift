internal import Analysis
internal import Model
internal import Text

/// The constraints of the standalone command, and how its options call them.
struct ShortlistConditions {
    private(set) var constraints: CoverConstraints
    private(set) var findings: [Finding] = []
    /// As the options write them, without the size.
    private(set) var texts: [String] = []
    private let organizations: [ShortlistTables.Organization]
    private let size: Int
    private let groups: [(bound: Shortlisting.GroupBound, isLower: Bool)]

    /// - Throws: `StageError` with every organisation and every value that there is none of.
    init(_ request: Shortlisting, _ tables: ShortlistTables) throws(StageError) {
        organizations = tables.organizations
        size = request.size
        groups = request.atLeast.map { ($0, true) } + request.atMost.map { ($0, false) }
        constraints = CoverConstraints(
            size: request.size, budget: request.budget, costs: organizations.map(\.cost))
        var problems: [Problem] = []
        constraints.included = Set(Self.places(request.must, "--must", tables, &problems))
        constraints.excluded = Set(Self.places(request.mustNot, "--must-not", tables, &problems))
        for (index, (bound, isLower)) in groups.enumerated() {
            let members = organizations.indices.filter { organizations[$0].groupValues[index] == bound.value }
            if members.isEmpty {
                let values = Set(organizations.map { $0.groupValues[index] }).filter { !$0.isEmpty }.sorted()
                problems.append(
                    Problem(
                        .valueUnknown, at: CellLocation(file: tables.organizationTable, column: bound.column),
                        found: bound.value,
                        expected: NearestNames.nearest(to: bound.value, among: values).joined(separator: ", ")))
            }
            constraints.groups.append(
                CoverConstraints.Group(
                    members: members, atLeast: isLower ? bound.count : 0, atMost: isLower ? nil : bound.count))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        texts = constraints.all.dropFirst().map { text($0) }
        if request.size > organizations.count {
            findings.append(
                Finding(
                    .warning, .candidatesFew, at: CellLocation(file: tables.organizationTable),
                    found: "\(organizations.count)", expected: "\(request.size)"))
        }
    }

    private static func places(
        _ ids: [String], _ option: String, _ tables: ShortlistTables, _ problems: inout [Problem]
    ) -> [Int] {
        ids.compactMap { id in
            if let known = tables.organizationIDs[id], let place = known { return place }
            let nearest = NearestNames.nearest(to: id, among: tables.organizations.map(\.id))
            problems.append(
                Problem(
                    .valueUnknown, at: CellLocation(file: option), found: id, expected: nearest.joined(separator: ", "))
            )
            return nil
        }
    }

    /// As an option writes it.
    func text(_ constraint: CoverConstraints.Constraint) -> String {
        switch constraint {
        case .size: "-k \(size)"
        case .budget: "--budget \(constraints.budget.map(ShortestNumber.text) ?? "")"
        case .included(let candidate): "--must \(organizations[candidate].id)"
        case .excluded(let candidate): "--must-not \(organizations[candidate].id)"
        case .atLeast(let group): "--at-least \(groups[group].bound.text)"
        case .atMost(let group): "--at-most \(groups[group].bound.text)"
        }
    }

    func failure(_ conflict: CoverConflict) -> StageError {
        StageError(
            .constraintsClash, at: CellLocation(file: "shortlist"),
            found: "", expected: conflict.constraints.map { text($0) }.joined(separator: ", "))
    }
}
