public import Analysis

/// Tells by CBC whether constraints can be kept.
public struct ConstraintProgramme: FeasibilityOracle {
    public init() {}

    public func allowedSet(_ constraints: CoverConstraints, preferences: [Double]) -> [Int]? {
        guard constraints.included.isDisjoint(with: constraints.excluded),
            constraints.included.count <= constraints.size
        else { return nil }
        // Any set will do; a good one is looked for first, which may take CBC too long.
        let most = preferences.max() ?? 0
        for scale in most > 0 ? [1000 / most, 0] : [0] {
            var programme = MixedProgramme()
            for (candidate, preference) in preferences.enumerated() {
                programme.addColumn(
                    objective: preference * scale, lower: constraints.included.contains(candidate) ? 1 : 0,
                    upper: constraints.excluded.contains(candidate) ? 0 : 1, isInteger: true)
            }
            add(constraints, to: &programme)
            guard let outcome = programme.solve(MixedProgramme.Limits(nodes: 1000)) else { continue }
            let set = preferences.indices.filter { outcome.values[$0] > 0.5 }
            if constraints.allow(set) { return set }
            if outcome.isInfeasible { return nil }
        }
        return nil
    }

    private func add(_ constraints: CoverConstraints, to programme: inout MixedProgramme) {
        programme.addRow(programme.columns.indices.map { ($0, 1) }, upper: Double(constraints.size))
        if let budget = constraints.budget {
            programme.addRow(constraints.costs.enumerated().map { ($0, $1) }, upper: budget)
        }
        for group in constraints.groups {
            programme.addRow(
                Set(group.members).sorted().map { ($0, 1) }, lower: Double(group.atLeast),
                upper: group.atMost.map(Double.init) ?? .infinity)
        }
    }
}
