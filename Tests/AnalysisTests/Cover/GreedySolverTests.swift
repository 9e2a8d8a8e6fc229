import Analysis
import TestSupport
import Testing

@Suite struct GreedySolverTests {
    @Test func itTakesWhatAddsMostOneAfterAnother() {
        // Candidate 0 alone is worth most; beside it 1 adds 4 and 2 adds 5.
        let problem = CoverProblem(weights: [6, 4, 5, 1], candidates: [[0, 1], [1, 3], [2], [3]])
        let solution = GreedySolver().solve(problem, size: 3)
        #expect(
            solution.picks == [
                CoverSolution.Pick(candidate: 0, gain: 10, newCells: [0, 1]),
                CoverSolution.Pick(candidate: 2, gain: 5, newCells: [2]),
                CoverSolution.Pick(candidate: 1, gain: 1, newCells: [3]),
            ])
        #expect(solution.value == 16 && solution.upperBound == 16 && solution.method == "greedy")
    }

    @Test func itMayMissTheBestAndItsBoundSaysSo() {
        // The classic trap: 1 and 2 together fill all of it, the greedy choice starts with 0.
        let problem = CoverProblem(weights: [3, 3, 3, 3, 1], candidates: [[0, 1, 4], [0, 2], [1, 3]])
        let solution = GreedySolver().solve(problem, size: 2)
        #expect(solution.picks.map(\.candidate) == [0, 1] && solution.value == 10)
        #expect(problem.bestValue(size: 2) == 12 && solution.upperBound >= 12)
    }

    @Test func tiesGoToTheOneThatComesFirst() {
        let problem = CoverProblem(weights: [1, 1, 1, 1], candidates: [[2], [0], [3], [1]])
        #expect(GreedySolver().solve(problem, size: 3).picks.map(\.candidate) == [0, 1, 2])
    }

    @Test func tiesGoToTheFirstAlsoWhenItsGainHasShrunk() {
        // After 0, candidate 1 is worth no longer 5 but 3, as much as candidate 2.
        let problem = CoverProblem(weights: [4, 2, 3, 3], candidates: [[0, 1], [1, 2], [3]])
        #expect(GreedySolver().solve(problem, size: 2).picks.map(\.candidate) == [0, 1])
    }

    @Test func whatAddsNothingIsNotPicked() {
        let problem = CoverProblem(weights: [5, 0], candidates: [[0], [0], [1], []])
        let solution = GreedySolver().solve(problem, size: 4)
        #expect(solution.picks.map(\.candidate) == [0])
        #expect(solution.value == 5 && solution.upperBound == 5)
    }

    @Test(arguments: [
        CoverProblem(weights: [], candidates: []), CoverProblem(weights: [1, 2], candidates: []),
        CoverProblem(weights: [], candidates: [[], []]), CoverProblem(weights: [0, 0], candidates: [[0], [1]]),
    ])
    func anEmptyProblemHasAnEmptySolution(problem: CoverProblem) {
        let solution = GreedySolver().solve(problem, size: 3)
        #expect(solution.picks.isEmpty && solution.value == 0 && solution.upperBound == 0)
    }

    @Test func noPlaceMeansNoPick() {
        let solution = GreedySolver().solve(CoverProblem(weights: [1], candidates: [[0]]), size: 0)
        #expect(solution.picks.isEmpty && solution.value == 0 && solution.upperBound == 0)
    }

    @Test(arguments: 0..<40) func theBestLiesBetweenItsValueAndItsBound(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let problem = CoverProblem.random(cells: 0...15, candidates: 0...9, &generator)
            for size in 1...4 {
                let solution = GreedySolver().solve(problem, size: size)
                let best = problem.bestValue(size: size)
                #expect(solution.value <= best && best <= solution.upperBound)
                #expect(solution.value >= best * (1 - 1 / 2.718_281_8), "Nemhauser, Wolsey and Fisher 1978")
            }
        }
    }

    @Test(arguments: 0..<20) func thePicksAddUpAndShrink(seed: UInt64) {
        var generator = SeededGenerator(seed: 500 + seed)
        let problem = CoverProblem.random(cells: 5...60, candidates: 5...40, &generator)
        let solution = GreedySolver().solve(problem, size: 10)
        #expect(solution.picks.count <= 10)
        #expect(solution.value == problem.value(of: solution.picks.map(\.candidate)))
        #expect(solution.value == solution.picks.reduce(0) { $0 + $1.gain })
        #expect(zip(solution.picks, solution.picks.dropFirst()).allSatisfy { $0.gain >= $1.gain })
        var filled: Set<Int> = []
        for pick in solution.picks {
            #expect(pick.newCells == problem.candidates[pick.candidate].filter { !filled.contains($0) })
            #expect(pick.gain == pick.newCells.reduce(0) { $0 + problem.weights[$1] } && pick.gain > 0)
            filled.formUnion(pick.newCells)
        }
    }

    @Test(arguments: 0..<20) func lazyEvaluationPicksWhatThePlainGreedyPicks(seed: UInt64) {
        var generator = SeededGenerator(seed: 900 + seed)
        let problem = CoverProblem.random(cells: 5...60, candidates: 5...40, &generator)
        var plain: [Int] = []
        for _ in 0..<10 {
            let value = problem.value(of: plain)
            let gains = problem.candidates.indices.map { problem.value(of: plain + [$0]) - value }
            guard let best = gains.max(), best > 0, let pick = gains.firstIndex(of: best) else { break }
            plain.append(pick)
        }
        #expect(GreedySolver().solve(problem, size: 10).picks.map(\.candidate) == plain)
    }

    @Test(arguments: 0..<10) func aLongerListBeginsWithTheShorterOne(seed: UInt64) {
        var generator = SeededGenerator(seed: 700 + seed)
        let problem = CoverProblem.random(cells: 5...60, candidates: 5...40, &generator)
        let longest = GreedySolver().solve(problem, size: 12).picks
        for size in 0..<12 {
            #expect(GreedySolver().solve(problem, size: size).picks == Array(longest.prefix(size)))
        }
    }
}
