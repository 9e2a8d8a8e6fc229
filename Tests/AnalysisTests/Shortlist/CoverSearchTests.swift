import Analysis
import TestSupport
import Testing

@Suite("Searching for a shortlist")
struct CoverSearchTests {
    @Test("picks come in the order in which each adds most, with the cells that it is the first to fill")
    func order() throws {
        // Candidate 0 alone is worth most; beside it 1 adds 4 and 2 adds 5.
        let problem = CoverProblem(weights: [6, 4, 5, 1], candidates: [[0, 1], [1, 3], [2], [3]])
        let solution = try CoverSearch().solve(problem, CoverConstraints(size: 3))
        #expect(solution.picks.map(\.candidate) == [0, 2, 1])
        #expect(solution.picks.map(\.gain) == [10, 5, 1])
        #expect(solution.picks.map(\.newCells) == [[0, 1], [2], [3]])
        #expect(solution.value == 16 && solution.upperBound == 16 && solution.isOptimal)
    }

    @Test("where the greedy choice misses the best, it is found all the same")
    func trap() throws {
        // 1 and 2 together fill all but a bit; the greedy choice starts with 0.
        let problem = CoverProblem(weights: [3, 3, 3, 3, 1], candidates: [[0, 1, 4], [0, 2], [1, 3]])
        let solution = try CoverSearch().solve(problem, CoverConstraints(size: 2))
        #expect(solution.value == 12 && solution.upperBound == 12)
        #expect(solution.picks.map(\.candidate) == [1, 2])
    }

    @Test(
        "it is as good as trying them all, and says so", arguments: 0..<20, Probabilities.allCases)
    func asGoodAsTrying(seed: UInt64, probabilities: Probabilities) throws {
        var generator = SeededGenerator(seed: seed)
        for fractions in [false, true] {
            let problem = CoverProblem.random(
                cells: 0...18, candidates: 0...9, probabilities: probabilities.values, fractions: fractions, &generator
            )
            for size in [0, 1, 2, 4, 20] {
                let solution = try CoverSearch().solve(problem, CoverConstraints(size: size))
                let best = problem.bestValue(size: size)
                #expect(abs(solution.value - best) <= best * 1e-9, "\(size)")
                #expect(solution.upperBound >= best * (1 - 1e-12) && solution.isOptimal, "\(solution)")
            }
        }
    }

    @Test(
        "the quick effort is never above the best, and its bound never below", arguments: 0..<40, Probabilities.allCases
    )
    func quick(seed: UInt64, probabilities: Probabilities) throws {
        var generator = SeededGenerator(seed: 500 + seed)
        let problem = CoverProblem.random(
            cells: 5...20, candidates: 5...10, probabilities: probabilities.values, &generator)
        for size in 1...5 {
            let solution = try CoverSearch(effort: .quick).solve(problem, CoverConstraints(size: size))
            let best = problem.bestValue(size: size)
            #expect(solution.value <= best * (1 + 1e-12) && best <= solution.upperBound * (1 + 1e-12))
            #expect(solution.value >= best * (1 - 1 / 2.718_281_8), "Nemhauser, Wolsey and Fisher 1978")
        }
    }

    @Test("the picks add up, shrink, and no exchange of one is better", arguments: 0..<8, Probabilities.allCases)
    func consistent(seed: UInt64, probabilities: Probabilities) throws {
        var generator = SeededGenerator(seed: 900 + seed)
        let problem = CoverProblem.random(
            cells: 30...80, candidates: 20...50, probabilities: probabilities.values, &generator)
        let solution = try CoverSearch(effort: .quick).solve(problem, CoverConstraints(size: 8))
        let set = solution.picks.map(\.candidate)
        #expect(Set(set).count == set.count && set.count <= 8)
        #expect(abs(solution.value - problem.value(of: set)) <= 1e-9 * solution.value)
        #expect(zip(solution.picks, solution.picks.dropFirst()).allSatisfy { $0.gain >= $1.gain * (1 - 1e-9) })
        for gone in set {
            let others = set.filter { $0 != gone }
            for newcomer in 0..<problem.candidateCount where !set.contains(newcomer) {
                #expect(problem.value(of: others + [newcomer]) <= solution.value * (1 + 1e-9))
            }
        }
    }

    @Test("another candidate never lowers the value", arguments: 0..<8, Probabilities.allCases)
    func monotone(seed: UInt64, probabilities: Probabilities) throws {
        var generator = SeededGenerator(seed: 300 + seed)
        let problem = CoverProblem.random(
            cells: 10...30, candidates: 8...20, probabilities: probabilities.values, &generator)
        var last = 0.0
        for count in stride(from: 2, through: problem.candidateCount, by: 3) {
            let pairs = (0..<count).flatMap { candidate in
                zip(problem.cells(of: candidate), problem.probabilities(of: candidate)).map {
                    CoverProblem.Pair(candidate: candidate, cell: $0, probability: $1)
                }
            }
            let fewer = CoverProblem(weights: problem.weights, candidateCount: count, pairs: pairs)
            let value = try CoverSearch().solve(fewer, CoverConstraints(size: 4)).value
            #expect(value >= last * (1 - 1e-9))
            last = value
        }
    }

    @Test("ties go to the candidates that come first, and are told")
    func ties() throws {
        let problem = CoverProblem(weights: [4, 1, 1, 1], candidates: [[2], [0], [3], [1], [0]])
        let solution = try CoverSearch().solve(problem, CoverConstraints(size: 2))
        #expect(solution.picks.map(\.candidate) == [1, 0])
        #expect(solution.picks.map(\.tiedWith) == [[4], [2, 3]])
        let alone = try CoverSearch().solve(
            CoverProblem(weights: [4, 1], candidates: [[0], [1]]), CoverConstraints(size: 1))
        #expect(alone.picks.map(\.tiedWith) == [[]])
    }

    @Test("the same problem gives the same result each time", arguments: 0..<5)
    func repeated(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 40 + seed)
        let problem = CoverProblem.random(cells: 40...50, candidates: 20...25, probabilities: [0.5, 1], &generator)
        let first = try CoverSearch().solve(problem, CoverConstraints(size: 5))
        let again = try CoverSearch().solve(problem, CoverConstraints(size: 5))
        #expect(first.picks == again.picks && first.upperBound == again.upperBound)
    }

    @Test("what adds nothing is not picked, and no place means no pick")
    func nothing() throws {
        let problem = CoverProblem(weights: [5, 0], candidates: [[0], [0], [1], []])
        #expect(try CoverSearch().solve(problem, CoverConstraints(size: 4)).picks.map(\.candidate) == [0])
        let none = try CoverSearch().solve(problem, CoverConstraints(size: 0))
        #expect(none.picks.isEmpty && none.value == 0 && none.upperBound == 0)
    }

    @Test("when time is up, what didn't ask the clock is given, and it is said")
    func timeLimit() throws {
        var generator = SeededGenerator(seed: 5)
        // Many overlaps at random: no bound closes the gap at the root.
        let problem = CoverProblem(
            weights: (0..<150).map { _ in Double(Int.random(in: 1...50, using: &generator)) },
            candidates: (0..<100).map { _ in (0..<150).filter { _ in Int.random(in: 0..<10, using: &generator) == 0 } })
        let constraints = CoverConstraints(size: 10)
        let quick = try CoverSearch(effort: .quick).solve(problem, constraints)
        try #require(!quick.isOptimal)
        let cut = try CoverSearch(effort: .thorough) { true }.solve(problem, constraints)
        #expect(cut.isCutByTime && !quick.isCutByTime)
        #expect(cut.picks == quick.picks && cut.upperBound == quick.upperBound)
    }
}
