public import Analysis

/// Solves the whole problem as a mixed-integer programme in CBC. It is there for comparison and as a second proof;
/// ``ExactSolver`` is faster.
public struct MixedIntegerSolver: Solver {
    private let limits: MixedProgramme.Limits
    private let rounds: Int

    /// - Parameters:
    ///   - maximumNodes: of each search tree.
    ///   - rounds: how often tangents are added at most.
    public init(maximumNodes: Int = 100_000, rounds: Int = 30) {
        limits = MixedProgramme.Limits(nodes: maximumNodes)
        self.rounds = rounds
    }

    public func solve(
        _ problem: CoverProblem, _ constraints: CoverConstraints
    ) throws(CoverConflict) -> CoverSolution {
        let first = try CoverSearch(effort: .quick, oracle: ConstraintProgramme()).solve(problem, constraints)
        let open = OpenCover(problem, constraints)
        var programme = CoverProgramme(open)
        guard let answer = programme.solve(limits, rounds: rounds) else { return first }
        let set = open.whole(answer.picks)
        return CoverSolution(
            ordering: constraints.allow(set) && problem.value(of: set) > first.value
                ? set : first.picks.map(\.candidate),
            of: problem, constraints, upperBound: answer.bound, method: "milp")
    }
}
