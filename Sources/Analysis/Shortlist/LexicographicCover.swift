/// Several aims in order: the first counts most, and the others only decide between choices that are equal in all before.
///
/// The aims are added up with factors so large that no gain in a later aim outweighs the least difference in an earlier
/// one. Where the weights of an aim are whole numbers, or have at most four decimals, and its cells are filled for sure,
/// that difference is known and the order is exact; otherwise differences below a ten-thousandth of an aim's total count as
/// equal. A bound within a millionth of an aim's total counts as met.
public struct LexicographicCover: Sendable {
    public let solution: CoverSolution
    /// What the picks fill of each aim, and what no other set could exceed: of the first aim alone, of the second given
    /// the first, and so on.
    public let levels: [Level]
    /// Whether a limit on time struck in any of the aims.
    public let isCutByTime: Bool

    public struct Level: Sendable, Hashable {
        public let value: Double
        public let upperBound: Double

        public init(value: Double, upperBound: Double) {
            self.value = value
            self.upperBound = upperBound
        }
    }

    /// - Parameter levels: the weights of the cells for each aim, the most important first; not empty.
    public init(
        _ problem: CoverProblem, levels: [[Double]], _ constraints: CoverConstraints, solver: some Solver
    ) throws(CoverConflict) {
        var solutions: [(solution: CoverSolution, weights: [Double])] = []
        for count in 1...levels.count {
            let weights = Self.combined(problem, levels: levels.prefix(count))
            solutions.append((try solver.solve(problem.weighted(weights), constraints), weights))
        }
        let solution = solutions[levels.count - 1].solution
        let set = solution.picks.map(\.candidate)
        self.solution = solution
        isCutByTime = solutions.contains(where: \.solution.isCutByTime)
        self.levels = levels.indices.map { index in
            let value = problem.weighted(levels[index]).value(of: set)
            let bound = Self.bound(problem, levels, index, solutions[index], before: solutions)
            let isMet = bound - value <= levels[index].reduce(0, +) * Self.tolerance
            return Level(value: value, upperBound: isMet ? value : bound)
        }
    }

    /// As a share of an aim's total: sums of all aims can't tell smaller differences.
    private static let tolerance = 1e-6

    /// All aims as one sum of weights.
    ///
    /// - Parameter levels: not empty.
    public static func combined(_ problem: CoverProblem, levels: some BidirectionalCollection<[Double]>) -> [Double] {
        var combined = [Double](repeating: 0, count: problem.cellCount)
        for level in levels.reversed() {
            let later = combined.reduce(0, +)
            let factor = later > 0 ? Self.factor(problem, level, above: later) : 1
            for cell in combined.indices { combined[cell] += level[cell] * factor }
        }
        return combined
    }

    private static func factor(_ problem: CoverProblem, _ level: [Double], above later: Double) -> Double {
        let total = level.reduce(0, +)
        let step = problem.step(of: level)
        let least = step > 0 ? step : total * 1e-4
        return least > 0 ? (later / least).rounded(.up) + 1 : 1
    }

    /// What no set can exceed in an aim, given the best in the aims before it.
    private static func bound(
        _ problem: CoverProblem, _ levels: [[Double]], _ index: Int,
        _ own: (solution: CoverSolution, weights: [Double]),
        before: [(solution: CoverSolution, weights: [Double])]
    ) -> Double {
        let total = levels[index].reduce(0, +)
        guard index > 0 else { return own.solution.upperBound }
        guard before[..<index].allSatisfy(\.solution.isOptimal) else { return total }
        // What the aims before reach is the most that they can; only then is the rest a bound for this one.
        let set = own.solution.picks.map(\.candidate)
        let earlier = zip(own.weights, levels[index]).map { max(0, $0 - $1) }
        let rest = own.solution.upperBound - problem.weighted(earlier).value(of: set)
        return min(total, rest + own.solution.value * CoverSolution.tolerance)
    }
}
