import Analysis
import Testing

@Suite struct IntervalTests {
    /// Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3 (score).
    @Test(arguments: [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
    func aLargePopulationGivesThePublishedBounds(count: Int, base: Int, low: Double, high: Double) throws {
        let interval = try #require(Share.interval(count, of: base, population: 1_000_000_000))
        #expect(abs(interval.lowerBound / 100 - low) < 0.000_05)
        #expect(abs(interval.upperBound / 100 - high) < 0.000_05)
    }

    /// By hand: n = 145 · 618 / 474 = 189.05, then Wilson's formula for 40/145.
    @Test func aFinitePopulationNarrowsIt() throws {
        let interval = try #require(Share.interval(40, of: 145, population: 619))
        #expect(abs(interval.lowerBound - 21.709_445) < 1e-5)
        #expect(abs(interval.upperBound - 34.355_713) < 1e-5)
    }

    @Test func nothingIsUncertainWhenEverybodyAnswered() {
        #expect(Share.interval(3, of: 8, population: 8) == 37.5...37.5)
        #expect(Share.interval(3, of: 8, population: 5) == 37.5...37.5)
    }

    @Test(arguments: [(0, 20), (20, 20), (7, 20), (1, 1), (0, 1), (72, 145)])
    func itHoldsTheShareAndWidensWithThePopulation(count: Int, base: Int) throws {
        let share = Double(count) / Double(base) * 100
        var narrower = share...share
        for population in [base + 1, base + 10, base * 2, base * 10, base * 1000] {
            let interval = try #require(Share.interval(count, of: base, population: population))
            #expect((0...100).contains(interval.lowerBound) && (0...100).contains(interval.upperBound))
            #expect(interval.lowerBound <= share + 1e-9 && share - 1e-9 <= interval.upperBound)
            #expect(interval.lowerBound <= narrower.lowerBound + 1e-9)
            #expect(narrower.upperBound <= interval.upperBound + 1e-9)
            narrower = interval
        }
    }

    @Test func successAndFailureMirrorEachOther() throws {
        let (a, b) = (Share.interval(13, of: 50, population: 200), Share.interval(37, of: 50, population: 200))
        let (low, high) = (try #require(a), try #require(b))
        #expect(abs(low.lowerBound + high.upperBound - 100) < 1e-9)
        #expect(abs(low.upperBound + high.lowerBound - 100) < 1e-9)
    }

    @Test func moreConfidenceIsWider() throws {
        let usual = try #require(Share.interval(13, of: 50, population: 200))
        let wider = try #require(Share.interval(13, of: 50, population: 200, z: 2.575_829))
        #expect(wider.lowerBound < usual.lowerBound && usual.upperBound < wider.upperBound)
    }
}
