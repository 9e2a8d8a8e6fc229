/// Several aims in order: the first counts most, and the others only decide between choices that are equal in all before.
///
/// The aims are added up with factors so large that no gain in a later aim outweighs the least difference in an earlier
/// one. Where the weights are whole numbers, or have at most four decimals, and every a_jc is 1, that difference is known
/// and the order is exact; otherwise differences below a millionth of an aim's total count as equal.
public struct LexicographicCover: Sendable {
    public let solution: CoverSolution
    /// What the picks fill of each aim, and what no other set could exceed: of the first aim alone, of the second given
    /// the first, and so on.
    public let levels: [Level]

    public struct Level: Sendable, Hashable {
        public let value: Double
        public let upperBound: Double
    }

    /// - Parameter levels: the weights of the cells for each aim, the most important first; not empty.
    public init(
        _ problem: CoverProblem, levels: [[Double]], _ constraints: CoverConstraints, solver: some Solver
    ) throws(CoverConflict) {
        var combined = problem.weighted(levels[0])
        var solution = try solver.solve(combined, constraints)
        var bounds = [solution.upperBound]
        for level in levels.dropFirst() {
            let next = problem.weighted(level)
            let total = level.reduce(0, +)
            let factor = total > 0 ? Self.factor(combined, above: total) : 1
            combined = problem.weighted(zip(combined.weights, level).map { $0 * factor + $1 })
            let isSettled = solution.isOptimal
            let earlier = solution.value
            solution = try solver.solve(combined, constraints)
            let own = next.value(of: solution.picks.map(\.candidate))
            // What the aims before reach is the most that they can; only then is the rest a bound for this one.
            let rest = solution.upperBound - earlier * factor
            bounds.append(isSettled ? min(total, max(own, rest)) : total)
        }
        let set = solution.picks.map(\.candidate)
        self.solution = solution
        self.levels = zip(levels, bounds).map {
            let value = problem.weighted($0).value(of: set)
            return Level(value: value, upperBound: max(value, $1))
        }
    }

    private static func factor(_ problem: CoverProblem, above total: Double) -> Double {
        let step = problem.step
        let least = step > 0 ? step : problem.weights.reduce(0, +) * 1e-6
        return least > 0 ? (total / least + 1).rounded(.up) : 1
    }
}
