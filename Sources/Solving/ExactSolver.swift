public import Analysis

/// Chooses and proves: greedy, exchanges and a tree of Lagrangian bounds (``CoverSearch``), and for what the tree leaves
/// open, where it is small enough, CBC under a limit on nodes.
///
/// Without a limit on time the result doesn't depend on the clock. When the limit strikes, what is given is what was found
/// before anything was asked of the clock, and ``CoverSolution/isCutByTime`` says so.
public struct ExactSolver: Solver {
    private let search: CoverSearch
    private let maximumNodes: Int

    /// - Parameters:
    ///   - maximumNodes: of CBC's search tree; only asked with thorough effort.
    ///   - isOver: whether time is up; `nil` for no limit on time.
    public init(
        effort: CoverSearch.Effort = .usual, maximumNodes: Int = 2000, isOver: (@Sendable () -> Bool)? = nil
    ) {
        search = CoverSearch(effort: effort, oracle: ConstraintProgramme(), isOver: isOver)
        self.maximumNodes = effort == .thorough && isOver == nil ? maximumNodes : 0
    }

    public func solve(
        _ problem: CoverProblem, _ constraints: CoverConstraints
    ) throws(CoverConflict) -> CoverSolution {
        guard maximumNodes > 0 else { return try search.solve(problem, constraints) }
        return try search.solve(problem, constraints) { open in
            guard open.problem.pairCount <= Self.largest else { return nil }
            var programme = CoverProgramme(open)
            return programme.solve(MixedProgramme.Limits(nodes: maximumNodes), rounds: 5)
        }
    }

    /// Entries of a problem that CBC gets through in reasonable time.
    private static let largest = 10_000
}
