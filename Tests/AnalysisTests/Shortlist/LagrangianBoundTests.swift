import TestSupport
import Testing

@testable import Analysis

@Suite("The Lagrangian bound")
struct LagrangianBoundTests {
    @Test("no set is worth more than the bound, however few steps were made", arguments: 0..<15, Probabilities.allCases)
    func valid(seed: UInt64, probabilities: Probabilities) {
        var generator = SeededGenerator(seed: seed)
        let problem = CoverProblem.random(
            cells: 1...20, candidates: 2...10, probabilities: probabilities.values, &generator)
        for size in 1...4 {
            let best = problem.bestValue(size: size)
            var bound = LagrangianBound(Self.whole(problem, size))
            for _ in 0..<30 {
                bound.iterate(target: best * 0.9)
                #expect(bound.bound >= best * (1 - 1e-12))
            }
        }
    }

    @Test("what is set in or out leaves every better set possible", arguments: 0..<15, Probabilities.allCases)
    func fixing(seed: UInt64, probabilities: Probabilities) {
        var generator = SeededGenerator(seed: 70 + seed)
        let problem = CoverProblem.random(
            cells: 5...20, candidates: 4...9, probabilities: probabilities.values, &generator)
        let size = 3
        let value = problem.bestValue(size: size) * 0.98
        var bound = LagrangianBound(Self.whole(problem, size))
        for _ in 0..<60 { bound.iterate(target: value) }
        let (picked, free) = bound.fixed(above: value)
        for set in 0..<(1 << problem.candidateCount) where set.nonzeroBitCount <= size {
            let picks = (0..<problem.candidateCount).filter { set >> $0 & 1 == 1 }
            // A set with a place left is as good as a larger one.
            guard problem.value(of: picks) > value + 1e-9, picks.count == min(size, problem.candidateCount) else {
                continue
            }
            #expect(picks.allSatisfy { picked.contains($0) || free.contains($0) })
            #expect(Set(picked).isSubset(of: picks))
        }
    }

    @Test("cells with the same candidates are put together, and what is picked is taken off")
    func reduction() {
        let problem = CoverProblem(weights: [4, 2, 3, 5, 7], candidates: [[0, 1, 3], [0, 1], [2], [3]])
        let rows = ConstraintRows(CoverConstraints(size: 3), candidateCount: 4)
        let cover = ReducedCover(problem, rows, picked: [3], free: [0, 1], merges: true)
        #expect(cover.problem.weights == [6] && cover.base == 5 && cover.rows.size == 2)
        #expect(cover.candidates == [0, 1])
    }

    private static func whole(_ problem: CoverProblem, _ size: Int) -> ReducedCover {
        ReducedCover(
            problem, ConstraintRows(CoverConstraints(size: size), candidateCount: problem.candidateCount), picked: [],
            free: Array(0..<problem.candidateCount), merges: true)
    }
}
