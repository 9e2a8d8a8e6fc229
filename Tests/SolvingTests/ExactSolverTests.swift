import Analysis
import Solving
import TestSupport
import Testing

@Suite("The exact solver")
struct ExactSolverTests {
    @Test("the known optimum of the fixture is found and proven", arguments: [(18, 4903.0), (50, 5359)])
    func known(size: Int, optimum: Double) throws {
        let problem = try CoverFixture.problem()
        let solution = try ExactSolver().solve(problem, CoverConstraints(size: size))
        #expect(solution.value == optimum && solution.upperBound == optimum && solution.isOptimal)
        #expect(solution.picks.count <= size)
        #expect(problem.value(of: solution.picks.map(\.candidate)) == optimum)
    }

    @Test("the expected cover of the fixture is what CBC's best bound allows, and proven")
    func expected() throws {
        let solution = try ExactSolver().solve(CoverFixture.problem(expected: true), CoverConstraints(size: 18))
        #expect(abs(solution.value - 4239.973) < 0.001 && solution.isOptimal)
    }

    @Test(
        "with constraints of every kind it is as good as trying them all, or says that none can be kept",
        arguments: CoverCase.Kind.allCases, Probabilities.allCases)
    func constraints(kind: CoverCase.Kind, probabilities: Probabilities) throws {
        var solved = 0
        for seed in UInt64(0)..<40 {
            let trial = CoverCase(kind, seed: seed, probabilities: probabilities)
            let best = trial.problem.bestValue(trial.constraints)
            do {
                let solution = try ExactSolver().solve(trial.problem, trial.constraints)
                let value = try #require(best, "seed \(seed): \(solution)")
                #expect(trial.constraints.allow(solution.picks.map(\.candidate)), "seed \(seed)")
                #expect(abs(solution.value - value) <= 1e-9 * max(1, value), "seed \(seed)")
                #expect(solution.upperBound >= value * (1 - 1e-12), "seed \(seed)")
                #expect(solution.isOptimal, "seed \(seed)")
                solved += 1
            } catch is CoverConflict {
                #expect(best == nil, "seed \(seed)")
            }
        }
        #expect(solved > 0)
    }

    @Test("constraints that clash are named, and any but one of them can be kept", arguments: 0..<60)
    func clash(seed: UInt64) throws {
        let trial = CoverCase(.all, seed: 1000 + seed, probabilities: .certain)
        guard trial.problem.bestValue(trial.constraints) == nil else { return }
        let conflict = #expect(throws: CoverConflict.self) {
            try ExactSolver().solve(trial.problem, trial.constraints)
        }
        let clashing = try #require(conflict).constraints
        #expect(!clashing.isEmpty)
        let count = trial.problem.candidateCount
        let others = trial.constraints.all.filter { !clashing.contains($0) }
        let only = others.reduce(trial.constraints) { $0.without($1, candidateCount: count) }
        #expect(trial.problem.bestValue(only) == nil)
        for constraint in clashing {
            #expect(trial.problem.bestValue(only.without(constraint, candidateCount: count)) != nil, "\(constraint)")
        }
    }

    @Test("a clash of two is told as two")
    func clashOfTwo() throws {
        let problem = CoverProblem(weights: [1, 1, 1], candidates: [[0], [1], [2]])
        let constraints = CoverConstraints(
            size: 3, budget: 9, costs: [1, 1, 1], excluded: [2],
            groups: [.init(members: [0, 1], atLeast: 2), .init(members: [1, 0], atMost: 1)])
        let conflict = #expect(throws: CoverConflict.self) { try ExactSolver().solve(problem, constraints) }
        #expect(conflict?.constraints == [.atLeast(group: 0), .atMost(group: 1)])
    }

    @Test("what a constraint costs is what could be reached without it", arguments: 0..<20)
    func prices(seed: UInt64) throws {
        let trial = CoverCase(.all, seed: 2000 + seed, probabilities: .mixed)
        guard let value = trial.problem.bestValue(trial.constraints) else { return }
        let prices = try ExactSolver().prices(trial.problem, trial.constraints, value: value)
        for constraint in trial.constraints.all {
            var relaxed = trial.constraints.without(constraint, candidateCount: trial.problem.candidateCount)
            if constraint == .size { relaxed.size = trial.constraints.size + 1 }
            let gain = try #require(trial.problem.bestValue(relaxed)) - value
            let price = prices.first { $0.constraint == constraint }?.price ?? 0
            #expect(abs(price - gain) <= 1e-7, "\(constraint)")
        }
    }

    @Test("solves at the same time don't disturb each other")
    func concurrent() async throws {
        let problem = try CoverFixture.problem()
        let constraints = CoverConstraints(
            size: 18, groups: [.init(members: Array(0..<40), atLeast: 10), .init(members: Array(40..<145), atMost: 6)])
        let expected = try ExactSolver().solve(problem, constraints).picks
        try await withThrowingTaskGroup(of: [CoverSolution.Pick].self) { group in
            for _ in 0..<6 { group.addTask { try ExactSolver().solve(problem, constraints).picks } }
            for try await picks in group { #expect(picks == expected) }
        }
    }

    @Test("thorough work with CBC at its end stays within the bounds of the quick one")
    func thorough() throws {
        var generator = SeededGenerator(seed: 8)
        let problem = CoverProblem.random(cells: 30...30, candidates: 16...16, probabilities: [0.5, 0.9], &generator)
        let quick = try ExactSolver(effort: .quick).solve(problem, CoverConstraints(size: 6))
        let thorough = try ExactSolver(effort: .thorough).solve(problem, CoverConstraints(size: 6))
        #expect(quick.value <= thorough.value * (1 + 1e-12) && thorough.upperBound <= quick.upperBound * (1 + 1e-12))
        #expect(thorough.isOptimal)
    }
}
