import Analysis
import Testing

@Suite struct ShareChangeTests {
    /// Bentur et al. (2009) as in Fagerland, Lydersen and Laake (2014, "Recommended tests and confidence intervals for
    /// paired binomial proportions"): 21 children, 1 before only and 7 after only. By hand: 8/23 − 2/23 ± 1.96 √[(10/23 −
    /// (6/23)²)/23].
    @Test func pairsAreComparedWithOneMoreEitherWay() throws {
        let change = try #require(ShareChange.paired(gained: 7, lost: 1, pairs: 21))
        #expect(abs(change.percentagePoints - 600.0 / 21) < 1e-9)
        #expect(abs(change.interval.lowerBound - 1.34) < 0.01 && abs(change.interval.upperBound - 50.83) < 0.01)
    }

    @Test func aPanelOfAllWhoCouldBeInItHasNoWidth() {
        for population in [40, 30] {
            let change = ShareChange.paired(gained: 6, lost: 2, pairs: 40, population: population)
            #expect(change?.percentagePoints == 10 && change?.interval == 10...10)
        }
    }

    @Test(arguments: [(0, 0, 10), (10, 0, 10), (0, 10, 10), (5, 5, 10), (1, 0, 1)])
    func itHoldsTheChangeAndWidensWithThePopulation(gained: Int, lost: Int, pairs: Int) throws {
        var narrower = 0.0
        for population in [pairs + 1, pairs + 5, pairs * 4, pairs * 100, nil] {
            let change = try #require(
                ShareChange.paired(gained: gained, lost: lost, pairs: pairs, population: population))
            #expect(change.interval.contains(change.percentagePoints))
            #expect(-100 <= change.interval.lowerBound && change.interval.upperBound <= 100)
            let width = change.interval.upperBound - change.interval.lowerBound
            #expect(width >= narrower - 1e-9)
            narrower = width
        }
    }

    @Test(arguments: [(0, 0, 0), (3, 3, 5), (-1, 0, 5), (0, -1, 5)])
    func whatCannotBePairsHasNoChange(gained: Int, lost: Int, pairs: Int) {
        #expect(ShareChange.paired(gained: gained, lost: lost, pairs: pairs) == nil)
    }

    private func wave(_ count: Int, _ base: Int, _ population: Int = 1_000_000_000) -> ShareChange.WaveCount {
        ShareChange.WaveCount(count: count, base: base, population: population)
    }

    private let noPanel = ShareChange.Panel(both: 0, gained: 0, lost: 0, pairs: 0, population: 0)

    /// Newcombe (1998), "Interval estimation for the difference between independent proportions", table II, method 10.
    @Test(arguments: [
        (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ])
    func separateSamplesGiveThePublishedBounds(
        count: Int, base: Int, earlierCount: Int, earlierBase: Int, low: Double, high: Double
    ) throws {
        let change = try #require(
            ShareChange.overlapping(
                earlier: wave(earlierCount, earlierBase), later: wave(count, base), panel: noPanel))
        #expect(abs(change.interval.lowerBound / 100 - low) < 0.000_06)
        #expect(abs(change.interval.upperBound / 100 - high) < 0.000_06)
    }

    /// Where the same answered both times and the population is large, it is the correlation of the answers, phi:
    /// (30·40 − 10·20) / √(50·50·40·60).
    @Test func aCommonSampleCorrelatesAsTheAnswersDo() {
        let panel = ShareChange.Panel(both: 30, gained: 10, lost: 20, pairs: 100, population: 1_000_000_000)
        let phi = 1000 / 6_000_000.0.squareRoot()
        #expect(abs(panel.correlation(earlier: wave(50, 100), later: wave(40, 100)) - phi) < 1e-6)
    }

    @Test func thoseWhoAnswerTwiceMakeTheChangeSharper() throws {
        let panel = ShareChange.Panel(both: 35, gained: 8, lost: 5, pairs: 90, population: 550)
        let (earlier, later) = (wave(60, 145, 619), wave(70, 170, 640))
        let with = try #require(ShareChange.overlapping(earlier: earlier, later: later, panel: panel))
        let without = try #require(ShareChange.overlapping(earlier: earlier, later: later, panel: noPanel))
        #expect(with.percentagePoints == without.percentagePoints)
        #expect(with.interval.lowerBound > without.interval.lowerBound)
        #expect(with.interval.upperBound < without.interval.upperBound)
    }

    /// Answers that are as good as drawn anew: of 600, half answer each time and a quarter both times.
    @Test func answeringByChanceAloneIsNoCorrelation() {
        let panel = ShareChange.Panel(both: 60, gained: 15, lost: 15, pairs: 150, population: 600)
        #expect(panel.correlation(earlier: wave(150, 300, 600), later: wave(150, 300, 600)) == 0)
    }

    @Test func wholePopulationsHaveNoWidthAndAnEmptyWaveHasNoChange() throws {
        let whole = try #require(
            ShareChange.overlapping(earlier: wave(2, 8, 8), later: wave(4, 8, 8), panel: noPanel))
        #expect(whole.percentagePoints == 25 && whole.interval == 25...25)
        #expect(ShareChange.overlapping(earlier: wave(0, 0, 8), later: wave(4, 8, 8), panel: noPanel) == nil)
    }

    @Test func weightedSharesAreComparedByTheirIntervals() {
        let change = ShareChange.between(earlier: (30, 24...37), later: (40, 33...48), correlation: 0)
        #expect(change.percentagePoints == 10)
        #expect(abs(change.interval.lowerBound - (10 - 98.0.squareRoot())) < 1e-9)
        #expect(abs(change.interval.upperBound - (10 + 100.0.squareRoot())) < 1e-9)
    }
}
