import Analysis
import TestSupport
import Testing

@Suite struct InequalityTests {
    @Test func aShortfallIsCountedAndMeasuredByPeople() throws {
        let shortfall = try #require(Inequality.shortfall([0, 0.5, 2, 1], people: [1, 2, 1, 4], below: 1))
        #expect(shortfall.share == 0.375 && shortfall.depth == 0.25)
        #expect(Inequality.shortfall([1, 2], people: [0, 0], below: 1) == nil)
        let none = try #require(Inequality.shortfall([1, 2], people: [3, 4], below: 1))
        #expect(none.share == 0 && none.depth == 0)
    }

    @Test func theGiniCoefficientRunsFromEqualToAllForOne() throws {
        #expect(Inequality.gini([3, 3, 3], people: [1, 5, 2]) == 0)
        for count in [2, 5, 100] {
            let one = [1.0] + [Double](repeating: 0, count: count - 1)
            let gini = try #require(Inequality.gini(one, people: [Double](repeating: 1, count: count)))
            #expect(isClose(gini, 1 - 1 / Double(count)))
        }
        #expect(isClose(try #require(Inequality.gini([3, 1], people: [1, 1])), 0.25))
        #expect(Inequality.gini([0, 0], people: [1, 1]) == nil && Inequality.gini([], people: []) == nil)
        #expect(Inequality.gini([1], people: [0]) == nil)
    }

    /// Half the mean difference between two people, over the mean (Gini 1912).
    @Test(arguments: 0..<10) func theGiniCoefficientIsTheMeanDifferenceOfPairs(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let access = (0..<60).map { _ in Double(Int.random(in: 0...20, using: &generator)) }
        let people = (0..<60).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
        let all = people.reduce(0, +)
        let total = zip(access, people).reduce(0) { $0 + $1.0 * $1.1 }
        var difference = 0.0
        for i in 0..<60 { for j in 0..<60 { difference += people[i] * people[j] * abs(access[i] - access[j]) } }
        let gini = try #require(Inequality.gini(access, people: people))
        #expect(isClose(gini, difference / (2 * all * total), within: 1e-10))
    }
}
