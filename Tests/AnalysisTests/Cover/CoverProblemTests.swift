import Analysis
import TestSupport
import Testing

@Suite struct CoverProblemTests {
    private let problem = CoverProblem(weights: [5, 3, 2, 0.5], candidates: [[0, 1], [1, 2], [], [3]])

    @Test(
        arguments: [
            ([], 0), ([0], 8), ([1], 5), ([0, 1], 10), ([2], 0), ([0, 0], 8), ([3, 1, 0, 2], 10.5),
        ] as [([Int], Double)])
    func aCellCountsOnce(picks: [Int], value: Double) {
        #expect(problem.value(of: picks) == value)
    }

    @Test(arguments: 0..<20) func anotherPickNeverLosesAndAddsLessTheMoreThereAre(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let problem = CoverProblem.random(cells: 0...12, candidates: 1...8, &generator)
            let all = Array(problem.candidates.indices).shuffled(using: &generator)
            let (newcomer, others) = (all[0], Array(all.dropFirst()))
            let few = Array(others.prefix(Int.random(in: 0...others.count, using: &generator)))
            let gainOnFew = problem.value(of: few + [newcomer]) - problem.value(of: few)
            let gainOnAll = problem.value(of: all) - problem.value(of: others)
            #expect(gainOnFew >= 0 && gainOnAll >= 0)
            #expect(gainOnAll <= gainOnFew)
        }
    }

    @Test(arguments: 0..<20) func anotherCandidateNeverLowersWhatCanBeReached(seed: UInt64) {
        var generator = SeededGenerator(seed: 300 + seed)
        let problem = CoverProblem.random(cells: 1...12, candidates: 1...8, &generator)
        let fewer = CoverProblem(weights: problem.weights, candidates: problem.candidates.dropLast())
        for size in 0...4 { #expect(problem.bestValue(size: size) >= fewer.bestValue(size: size)) }
    }
}
