import Analysis
import TestSupport
import Testing

@Suite struct CollapseTests {
    /// Rakes one margin, each category with so many respondents.
    private func raked(
        _ respondents: [Int], _ populations: [Double], _ rule: RakingMargin.CollapseRule = .others, minimum: Int = 5
    ) throws -> RakedWeights {
        let categories = respondents.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        return try Raking(minimumRespondents: minimum).weights(
            baseWeights: categories.map { _ in 1 }, categories: categories,
            margins: [RakingMargin(populations: populations, collapseRule: rule)])
    }

    private func groups(
        _ respondents: [Int], _ populations: [Double], _ rule: RakingMargin.CollapseRule = .others, minimum: Int = 5
    ) throws -> [[Int]] {
        try raked(respondents, populations, rule, minimum: minimum).collapsed.map(\.categories)
    }

    @Test func whatHasEnoughRespondentsIsLeftAlone() throws {
        #expect(try groups([5, 8, 20], [10, 10, 30]) == [])
        #expect(try groups([4, 8, 20], [10, 10, 30], minimum: 4) == [])
    }

    @Test func sparseCategoriesBecomeOne() throws {
        #expect(try groups([4, 20, 3, 30], [10, 40, 10, 90]) == [[0, 2]])
    }

    @Test func whatIsStillSparseIsJoinedByTheNextSmallest() throws {
        #expect(try groups([2, 20, 1, 9], [10, 40, 10, 90]) == [[0, 2, 3]])
        #expect(try groups([30, 20, 1], [60, 40, 10]) == [[1, 2]])
    }

    @Test func aCategoryWithoutRespondentsIsStoodForByOthers() throws {
        let raked = try raked([10, 0, 6], [40, 14, 18], minimum: 1)
        #expect(raked.collapsed.map(\.categories) == [[1, 2]])
        #expect(raked.collapsed.map(\.margin) == [0])
        #expect(raked.collapsed.map(\.respondents) == [6] && raked.collapsed.map(\.population) == [32])
        #expect(abs(raked.weights.reduce(0, +) - 72) < 1e-9)
    }

    /// Respondents of a type that the frame doesn't know.
    @Test func aCategoryWithoutPopulationJoinsAnother() throws {
        let raked = try raked([10, 7, 6], [40, 0, 18])
        #expect(raked.collapsed.map(\.categories) == [[1, 2]])
        #expect(raked.weights.allSatisfy { $0 > 0 })
    }

    @Test func whatHasNeitherIsLeftAlone() throws {
        #expect(try groups([10, 0, 6], [40, 0, 18]) == [])
    }

    @Test func neighborsAreJoinedInTheirOrder() throws {
        let rule = RakingMargin.CollapseRule.neighbors([[3, 1], [0], [3], [2]])
        #expect(try groups([2, 20, 9, 30], [10, 40, 10, 90], rule) == [[0, 3]])
        #expect(try groups([2, 20, 3, 30], [10, 40, 10, 90], rule) == [[0, 2, 3]])
    }

    @Test func twoSparseNeighborsMayBeEnoughTogether() throws {
        let rule = RakingMargin.CollapseRule.neighbors([[1], [0], []])
        #expect(try groups([2, 4, 30], [10, 40, 10], rule) == [[0, 1]])
    }

    @Test(arguments: [[], [[]], [[0], [1], [2]], [[7, -1], [], []]])
    func withoutANeighborTheSmallestIsJoined(neighbors: [[Int]]) throws {
        #expect(try groups([2, 20, 30], [10, 40, 10], .neighbors(neighbors)) == [[0, 1]])
    }

    @Test func fewRespondentsInAllAreOneGroup() throws {
        let raked = try raked([1, 1, 1], [10, 20, 30])
        #expect(raked.collapsed.map(\.categories) == [[0, 1, 2]])
        #expect(raked.weights.allSatisfy { abs($0 - 20) < 1e-9 } && raked.converged)
    }

    @Test(arguments: 0..<60) func afterwardsNoGroupIsSparseAndNobodyIsLost(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let size = Int.random(in: 1...8, using: &generator)
        var respondents = (0..<size).map { _ in Int.random(in: 0...9, using: &generator) }
        respondents[0] += 5
        let populations = (0..<size).map { _ in Double(Int.random(in: 0...30, using: &generator)) }
        guard populations.contains(where: { $0 > 0 }) else { return }
        let lists = (0..<size).map { _ in (0..<2).map { _ in Int.random(in: 0..<size, using: &generator) } }
        for rule in [RakingMargin.CollapseRule.others, .neighbors(lists)] {
            let raked = try raked(respondents, populations, rule)
            #expect(raked.converged && abs(raked.weights.reduce(0, +) - populations.reduce(0, +)) < 1e-6)
            let collapsed = Set(raked.collapsed.flatMap(\.categories))
            #expect(collapsed.count == raked.collapsed.reduce(0) { $0 + $1.categories.count })
            #expect(raked.collapsed.allSatisfy { $0.respondents >= 5 && $0.population > 0 })
            for category in 0..<size where !collapsed.contains(category) {
                let isUnused = respondents[category] == 0 && populations[category] == 0
                #expect(isUnused || (respondents[category] >= 5 && populations[category] > 0))
            }
        }
    }
}
