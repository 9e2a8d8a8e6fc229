import Analysis
import Solving
import TestSupport
import Testing

/// Two ways that have nothing in common come to the same end.
@Suite("The integer programme in CBC")
struct MixedIntegerSolverTests {
    @Test(
        "with tangents it is as good as trying them all", arguments: CoverCase.Kind.allCases, Probabilities.allCases)
    func small(kind: CoverCase.Kind, probabilities: Probabilities) throws {
        for seed in UInt64(300)..<312 {
            let trial = CoverCase(kind, seed: seed, probabilities: probabilities)
            guard let best = trial.problem.bestValue(trial.constraints) else { continue }
            let solution = try MixedIntegerSolver().solve(trial.problem, trial.constraints)
            #expect(abs(solution.value - best) <= 1e-6 * max(1, best), "seed \(seed)")
            #expect(solution.upperBound >= best * (1 - 1e-6), "seed \(seed)")
            #expect(solution.upperBound <= best * (1 + 1e-4) + 1e-6, "seed \(seed)")
        }
    }

    @Test("it agrees with the tree on the fixture", arguments: [18, 50])
    func fixture(size: Int) throws {
        let problem = try CoverFixture.problem()
        let constraints = CoverConstraints(size: size)
        let solution = try MixedIntegerSolver().solve(problem, constraints)
        #expect(try solution.value == ExactSolver().solve(problem, constraints).value)
        #expect(solution.isOptimal)
    }

    @Test("whether constraints can be kept is told rightly", arguments: 0..<100)
    func feasibility(seed: UInt64) {
        let trial = CoverCase(.all, seed: 4000 + seed, probabilities: .certain)
        let preferences = (0..<trial.problem.candidateCount).map { Double(trial.problem.cells(of: $0).count) }
        let set = ConstraintProgramme().allowedSet(trial.constraints, preferences: preferences)
        #expect((set == nil) == (trial.problem.bestValue(trial.constraints) == nil))
        if let set { #expect(trial.constraints.allow(set)) }
    }
}
