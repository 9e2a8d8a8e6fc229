import Analysis
import TestSupport
import Testing

@Suite("What is told about a shortlist")
struct AroundTheShortlistTests {
    @Test(
        "a curve rises, flattens under its bounds, and ends at the list itself", arguments: 0..<10,
        Probabilities.allCases)
    func curve(seed: UInt64, probabilities: Probabilities) throws {
        var generator = SeededGenerator(seed: seed)
        let problem = CoverProblem.random(
            cells: 10...20, candidates: 6...9, probabilities: probabilities.values, &generator)
        let points = try CoverCurve(problem, CoverConstraints(size: 5), solver: CoverSearch()).points
        #expect(points.map(\.size) == [1, 2, 3, 4, 5])
        for point in points {
            let best = problem.bestValue(size: point.size)
            #expect(abs(point.value - best) <= 1e-9 * best && point.upperBound >= best * (1 - 1e-12))
        }
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.value <= $1.value })
    }

    @Test("a later aim decides only between choices that are equal in the earlier one")
    func lexicographic() throws {
        let problem = CoverProblem(weights: [0, 0, 0, 0], candidates: [[0], [1, 2], [1, 3]])
        // First: cells 0 and 1 alike; then: cell 3 above all.
        let aims: [[Double]] = [[1, 1, 0, 0], [0, 0, 5, 900]]
        let both = try LexicographicCover(problem, levels: aims, CoverConstraints(size: 2), solver: CoverSearch())
        #expect(both.solution.picks.map(\.candidate).sorted() == [0, 2])
        #expect(both.levels.map(\.value) == [2, 900] && both.levels.map(\.upperBound) == [2, 900])
        let turned = try LexicographicCover(
            problem, levels: aims.reversed(), CoverConstraints(size: 1), solver: CoverSearch())
        #expect(turned.solution.picks.map(\.candidate) == [2] && turned.levels.map(\.value) == [900, 1])
    }

    @Test("the aims are kept in order on random problems", arguments: 0..<30)
    func lexicographicByTrying(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 60 + seed)
        let problem = CoverProblem.random(cells: 4...12, candidates: 3...8, &generator)
        let aims = (0..<3).map { _ in problem.weights.map { _ in Double(Int.random(in: 0...3, using: &generator)) } }
        let found = try LexicographicCover(problem, levels: aims, CoverConstraints(size: 3), solver: CoverSearch())
        var sets = (0..<(1 << problem.candidateCount)).filter { $0.nonzeroBitCount <= 3 }
        for (aim, level) in zip(aims, found.levels) {
            let weighted = problem.weighted(aim)
            let values = sets.map { set in
                weighted.value(of: (0..<problem.candidateCount).filter { set >> $0 & 1 == 1 })
            }
            let best = values.max() ?? 0
            #expect(level.value == best && level.upperBound == best)
            sets = zip(sets, values).filter { $1 == best }.map(\.0)
        }
    }
}
