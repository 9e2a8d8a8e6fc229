import Analysis
import Solving
import TestSupport
import Testing

@Suite struct ExactSolverTests {
    @Test(arguments: [(18, 4903.0, "greedy+milp"), (50, 5359, "greedy")])
    func theKnownOptimumOfTheFixtureIsFoundAndProven(size: Int, optimum: Double, method: String) throws {
        let problem = try CoverFixture.problem()
        #expect(problem.weights.count == 200 && problem.candidates.count == 145)
        let solution = ExactSolver().solve(problem, size: size)
        #expect(solution.value == optimum)
        #expect(solution.upperBound == optimum && solution.method == method)
        #expect(solution.picks.count <= size)
        #expect(problem.value(of: solution.picks.map(\.candidate)) == optimum)
    }

    @Test func itBeatsTheGreedyChoice() throws {
        let problem = try CoverFixture.problem()
        let greedy = GreedySolver().solve(problem, size: 18)
        #expect(greedy.value == 4871 && greedy.upperBound > 4903)
        let exact = ExactSolver().solve(problem, size: 18)
        #expect(exact.value > greedy.value && exact.method == "greedy+milp")
    }

    @Test(arguments: 0..<30) func itIsAsGoodAsTryingThemAll(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for fractions in [false, true] {
            let problem = CoverProblem.random(
                cells: 3...18, candidates: 1...10, fractions: fractions, &generator)
            for size in [1, 2, 4] {
                let solution = ExactSolver().solve(problem, size: size)
                let best = problem.bestValue(size: size)
                #expect(abs(solution.value - best) <= best * 1e-9)
                #expect(solution.upperBound >= solution.value)
                #expect(solution.upperBound <= best * (1 + 1e-9), "not proven")
                #expect(solution.picks.count <= size)
            }
        }
    }

    @Test(arguments: 0..<20) func thePicksComeInTheOrderInWhichTheyAddMost(seed: UInt64) {
        var generator = SeededGenerator(seed: 100 + seed)
        let problem = CoverProblem.random(cells: 20...40, candidates: 10...25, &generator)
        let solution = ExactSolver().solve(problem, size: 6)
        #expect(zip(solution.picks, solution.picks.dropFirst()).allSatisfy { $0.gain >= $1.gain })
        #expect(solution.picks.allSatisfy { $0.gain > 0 })
        #expect(Set(solution.picks.map(\.candidate)).count == solution.picks.count)
        var filled: Set<Int> = []
        for pick in solution.picks {
            #expect(pick.newCells == problem.candidates[pick.candidate].filter { !filled.contains($0) })
            filled.formUnion(pick.newCells)
        }
        #expect(solution.value == problem.value(of: solution.picks.map(\.candidate)))
    }

    @Test func morePlacesThanCandidatesTakeAllThatAddSomething() {
        let problem = CoverProblem(weights: [5, 3, 0], candidates: [[0], [0, 1], [2], []])
        let solution = ExactSolver().solve(problem, size: 100)
        #expect(solution.picks.map(\.candidate) == [1] && solution.value == 8 && solution.upperBound == 8)
    }

    @Test(arguments: [
        CoverProblem(weights: [], candidates: []), CoverProblem(weights: [1, 2], candidates: []),
        CoverProblem(weights: [], candidates: [[], []]), CoverProblem(weights: [0, 0], candidates: [[0], [1]]),
        CoverProblem(weights: [4], candidates: [[], []]),
    ])
    func aProblemWithNothingToGainHasAnEmptySolution(problem: CoverProblem) {
        let solution = ExactSolver().solve(problem, size: 3)
        #expect(solution.picks.isEmpty && solution.value == 0 && solution.upperBound == 0)
    }

    @Test func noPlaceMeansNoPick() throws {
        let solution = ExactSolver().solve(try CoverFixture.problem(), size: 0)
        #expect(solution.picks.isEmpty && solution.value == 0 && solution.upperBound == 0)
    }

    @Test func theSameProblemGivesTheSamePicks() throws {
        let problem = try CoverFixture.problem()
        let first = ExactSolver().solve(problem, size: 18)
        for _ in 0..<4 {
            let again = ExactSolver().solve(problem, size: 18)
            #expect(again.picks == first.picks && again.upperBound == first.upperBound)
        }
    }

    @Test func solvesAtTheSameTimeDontDisturbEachOther() async throws {
        let problem = try CoverFixture.problem()
        let values = await withTaskGroup(of: Double.self) { group in
            for _ in 0..<6 { group.addTask { ExactSolver().solve(problem, size: 18).value } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: 4903, count: 6))
    }

    @Test(arguments: [0, 1, 3]) func aLimitOnNodesStillGivesAHonestBound(nodes: Int) throws {
        let problem = try CoverFixture.problem()
        let solution = ExactSolver(maximumNodes: nodes).solve(problem, size: 18)
        #expect((4871...4903).contains(solution.value))
        #expect(solution.upperBound >= 4903 - 1e-6)
        let again = ExactSolver(maximumNodes: nodes).solve(problem, size: 18)
        #expect(again.picks == solution.picks && again.upperBound == solution.upperBound)
    }
}
