/// What shorter and longer lists are worth.
public struct CoverCurve: Sendable {
    public struct Point: Sendable, Hashable {
        public let size: Int
        public let value: Double
        /// No set of so many is worth more.
        public let upperBound: Double
    }

    /// For each size from 1; the last is that of the constraints.
    public let points: [Point]

    /// - Parameter solver: greedy and exchanges are enough for a curve.
    public init(
        _ problem: CoverProblem, _ constraints: CoverConstraints, solver: some Solver
    ) throws(CoverConflict) {
        var points: [Point] = []
        var reached = 0.0
        for size in max(1, constraints.included.count)..<max(2, constraints.size + 1) {
            var shorter = constraints
            shorter.size = size
            // Lower bounds may ask for more places than a short list has.
            guard let solution = try? solver.solve(problem, shorter) else { continue }
            // A longer list is never worth less.
            reached = max(reached, solution.value)
            points.append(Point(size: size, value: reached, upperBound: max(reached, solution.upperBound)))
        }
        self.points = points
    }
}
