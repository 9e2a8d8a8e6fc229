extension Solver {
    /// What each constraint costs: the value that could be reached without it, less the value with it. Those that cost
    /// nothing are left out. The price of the size is that of its last place: what one more would add.
    public func prices(
        _ problem: CoverProblem, _ constraints: CoverConstraints, value: Double
    ) throws(CoverConflict) -> [(constraint: CoverConstraints.Constraint, price: Double)] {
        var prices: [(CoverConstraints.Constraint, Double)] = []
        for constraint in constraints.all {
            var relaxed = constraints.without(constraint, candidateCount: problem.candidateCount)
            if constraint == .size { relaxed.size = constraints.size + 1 }
            let price = try solve(problem, relaxed).value - value
            if price > value * 1e-9 { prices.append((constraint, price)) }
        }
        return prices
    }
}
