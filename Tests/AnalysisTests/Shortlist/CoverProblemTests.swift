import Analysis
import TestSupport
import Testing

@Suite("The expected cover of a set")
struct CoverProblemTests {
    private let problem = CoverProblem(weights: [5, 3, 2, 0.5], candidates: [[0, 1], [1, 2], [], [3]])

    @Test(
        "a cell counts once",
        arguments: [
            ([], 0), ([0], 8), ([1], 5), ([0, 1], 10), ([2], 0), ([0, 0], 8), ([3, 1, 0, 2], 10.5),
        ] as [([Int], Double)])
    func deterministic(picks: [Int], value: Double) {
        #expect(problem.value(of: picks) == value)
    }

    @Test("a second candidate fills what the first leaves open")
    func expected() {
        let problem = CoverProblem(
            weights: [100, 10], candidateCount: 2,
            pairs: [
                .init(candidate: 1, cell: 0, probability: 0.5), .init(candidate: 0, cell: 0, probability: 0.8),
                .init(candidate: 1, cell: 1, probability: 0.3),
            ])
        #expect(abs(problem.value(of: [0]) - 80) < 1e-9)
        #expect(abs(problem.value(of: [0, 1]) - 93) < 1e-9)
        #expect(!problem.isDeterministic && problem.pairCount == 3)
    }

    @Test("pairs come in any order, of doubles the first counts, and those without a chance don't")
    func pairs() {
        let problem = CoverProblem(
            weights: [1, 1, 1], candidateCount: 1,
            pairs: [(2, 1), (0, 0.5), (0, 1), (1, 0)].map { .init(candidate: 0, cell: $0.0, probability: $0.1) })
        #expect(problem.cells(of: 0) == [0, 2] && problem.probabilities(of: 0) == [0.5, 1])
    }

    @Test("another pick never loses, and adds less the more there are", arguments: 0..<20, Probabilities.allCases)
    func submodular(seed: UInt64, probabilities: Probabilities) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let problem = CoverProblem.random(
                cells: 0...12, candidates: 1...8, probabilities: probabilities.values, &generator)
            let all = Array(0..<problem.candidateCount).shuffled(using: &generator)
            let (newcomer, others) = (all[0], Array(all.dropFirst()))
            let few = Array(others.prefix(Int.random(in: 0...others.count, using: &generator)))
            let gainOnFew = problem.value(of: few + [newcomer]) - problem.value(of: few)
            let gainOnAll = problem.value(of: all) - problem.value(of: others)
            #expect(gainOnAll >= -1e-9 && gainOnAll <= gainOnFew + 1e-9)
        }
    }
}
