import Analysis
import TestSupport
import Testing

@Suite struct WeightedShareTests {
    /// As many respondents of a population without known margins, the first of them counted.
    private func plain(_ count: Int, of respondents: Int, population: Double) throws -> WeightedShare? {
        let raked = try Raking().weights(
            baseWeights: [Double](repeating: 1, count: respondents),
            categories: [Int](repeating: 0, count: respondents), margins: [RakingMargin(populations: [population])])
        return WeightedShares(raked).share(
            of: (0..<respondents).map { $0 < count }, in: [Bool](repeating: true, count: respondents))
    }

    /// Cochran (1977), "Sampling Techniques", equation 3.8: (1 − n/N) p(1 − p) / (n − 1).
    @Test func equalWeightsGiveTheTextbooksStandardErrorAndAlmostThePlainInterval() throws {
        let share = try #require(try plain(40, of: 145, population: 619))
        let expected = ((1 - 145.0 / 619) * (40.0 / 145) * (105.0 / 145) / 144).squareRoot() * 100
        #expect(abs(share.percent - 4000.0 / 145) < 1e-9 && abs(share.standardError - expected) < 1e-6)
        #expect(abs(share.effectiveSampleSize - 145) < 1e-9)
        let usual = try #require(Share.interval(40, of: 145, population: 619))
        #expect(abs(share.interval.lowerBound - usual.lowerBound) < 0.05)
        #expect(abs(share.interval.upperBound - usual.upperBound) < 0.05)
    }

    @Test(arguments: [0, 20]) func nobodyOrEverybodyStillLeavesAnInterval(count: Int) throws {
        let share = try #require(try plain(count, of: 20, population: 100))
        let usual = try #require(Share.interval(count, of: 20, population: 100))
        #expect(share.standardError < 1e-9 && share.interval.contains(share.percent))
        #expect(abs(share.interval.lowerBound - usual.lowerBound) < 0.3)
        #expect(abs(share.interval.upperBound - usual.upperBound) < 0.3)
    }

    @Test(arguments: [0, 3, 8]) func nothingIsUncertainWhenEverybodyAnswered(count: Int) throws {
        let share = try #require(try plain(count, of: 8, population: 8))
        #expect(share.interval == share.percent...share.percent && share.standardError == 0)
    }

    @Test func anEmptyBaseHasNoShare() throws {
        let raked = try Raking().weights(
            baseWeights: [1, 1], categories: [0, 0], margins: [RakingMargin(populations: [9])])
        #expect(WeightedShares(raked).share(of: [true, true], in: [false, false]) == nil)
    }

    @Test func oneAnswerSaysLittle() throws {
        let share = try #require(try plain(1, of: 1, population: 50))
        #expect(share.percent == 100 && share.interval.upperBound == 100 && share.interval.lowerBound < 25)
    }

    /// By hand: the answers of the two categories stand for 10 and for 2 each: (10·5 + 2·5) / (10·10 + 2·20).
    @Test func eachAnswerStandsForItsWeight() throws {
        let respondents = [Int](repeating: 0, count: 10) + [Int](repeating: 1, count: 25)
        let raked = try Raking().weights(
            baseWeights: respondents.map { _ in 1 }, categories: respondents,
            margins: [RakingMargin(populations: [100, 50])])
        let counted = respondents.indices.map { $0 < 5 || (10..<15).contains($0) }
        let base = respondents.indices.map { $0 < 30 }
        let share = try #require(WeightedShares(raked).share(of: counted, in: base))
        #expect(abs(share.percent - 300.0 / 7) < 1e-9)
    }

    @Test(arguments: 0..<10) func theStandardErrorIsThatOfRakingAgainWithoutEach(seed: UInt64) throws {
        let sample = RandomSample(seed: seed, respondents: 40)
        let full = try sample.raked(without: nil)
        let share = try #require(WeightedShares(full).share(of: sample.counted, in: sample.base))
        #expect(abs(share.percent / 100 - sample.share(full.weights)) < 1e-9)
        var variance = 0.0
        for respondent in 0..<40 {
            let weights = try sample.raked(without: respondent).weights
            let difference = sample.share(weights, without: respondent) - share.percent / 100
            variance += max(0, 1 - 1 / full.weights[respondent]) * difference * difference * 39 / 40
        }
        #expect(abs(share.standardError / 100 - variance.squareRoot()) < 1e-6)
    }

    @Test(arguments: 0..<10) func thoseWhoCountAndThoseWhoDoNotMirrorEachOther(seed: UInt64) throws {
        let sample = RandomSample(seed: 100 + seed, respondents: 60)
        let shares = WeightedShares(try sample.raked(without: nil))
        let some = try #require(shares.share(of: sample.counted, in: sample.base))
        let others = try #require(shares.share(of: sample.counted.map { !$0 }, in: sample.base))
        #expect(abs(some.percent + others.percent - 100) < 1e-9)
        #expect(abs(some.interval.lowerBound + others.interval.upperBound - 100) < 1e-9)
        #expect(abs(some.standardError - others.standardError) < 1e-9)
        #expect((0...100).contains(some.interval.lowerBound) && (0...100).contains(some.interval.upperBound))
        let wider = try #require(shares.share(of: sample.counted, in: sample.base, z: 2.575_829))
        #expect(wider.interval.lowerBound < some.interval.lowerBound)
        #expect(wider.interval.upperBound > some.interval.upperBound)
    }

    /// Only one respondent is in the first category of one margin and the second of the other; the 20 units by which the
    /// margins differ hang on them, and without them the margins can't be met.
    @Test func marginsThatHangOnOneAnswerStillGiveAStandardError() throws {
        let categories = (0..<6).flatMap { _ in [0, 0] } + [0, 1] + (0..<6).flatMap { _ in [1, 1] }
        let raked = try Raking(minimumRespondents: 1).weights(
            baseWeights: [Double](repeating: 1, count: 13), categories: categories,
            margins: [RakingMargin(populations: [60, 40]), RakingMargin(populations: [40, 60])])
        #expect(raked.converged && abs(raked.weights[6] - 20) < 1e-6)
        let shares = WeightedShares(raked)
        for counted in 0..<13 {
            let share = try #require(
                shares.share(of: (0..<13).map { $0 == counted }, in: [Bool](repeating: true, count: 13)))
            #expect((1...40).contains(share.standardError) && share.interval.contains(share.percent))
        }
    }

    /// By hand: weights 10, 10, 10 and 5; the share is 15/35, and without each 5/35, 20/35, 20/35 and 10/30.
    @Test func aCategoryOfOneAnswerStillGivesAStandardError() throws {
        let raked = try Raking(minimumRespondents: 1).weights(
            baseWeights: [1, 1, 1, 1], categories: [0, 0, 0, 1], margins: [RakingMargin(populations: [30, 5])])
        let share = try #require(
            WeightedShares(raked).share(of: [true, false, false, true], in: [true, true, true, true]))
        #expect(abs(share.percent - 1500.0 / 35) < 1e-9 && abs(share.standardError - 29.681) < 1e-3)
    }

    @Test func aCategoryOfOneAnswerOfSeveralMarginsStillGivesAStandardError() throws {
        let raked = try Raking(minimumRespondents: 1).weights(
            baseWeights: [Double](repeating: 1, count: 6), categories: [0, 0, 0, 1, 1, 0, 1, 1, 2, 0, 0, 1],
            margins: [RakingMargin(populations: [20, 20, 5]), RakingMargin(populations: [25, 20])])
        let share = try #require(
            WeightedShares(raked).share(
                of: [true, false, false, true, true, false], in: [Bool](repeating: true, count: 6)))
        #expect((1...100).contains(share.standardError))
    }

    /// One of five who all answered counts, and none of ten who stand for a hundred: that nobody of the hundred counts
    /// isn't said.
    @Test func whatRestsOnOneAnswerIsNotTakenAsCertain() throws {
        let categories = [Int](repeating: 0, count: 5) + [Int](repeating: 1, count: 10)
        let raked = try Raking().weights(
            baseWeights: [Double](repeating: 1, count: 15), categories: categories,
            margins: [RakingMargin(populations: [5, 100])])
        let share = try #require(
            WeightedShares(raked).share(of: (0..<15).map { $0 == 0 }, in: [Bool](repeating: true, count: 15)))
        #expect(share.standardError < 1e-6 && abs(share.percent - 100.0 / 105) < 1e-9)
        #expect(share.interval.upperBound > 15)
    }
}

/// Respondents of two variables with unlike base weights, of whom some are of the base and some count.
private struct RandomSample {
    let baseWeights: [Double]
    let categories: [Int]
    let counted: [Bool]
    let base: [Bool]

    init(seed: UInt64, respondents: Int) {
        var generator = SeededGenerator(seed: seed)
        baseWeights = (0..<respondents).map { _ in [1, 1, 2.5].randomElement(using: &generator) ?? 1 }
        categories = (0..<respondents).flatMap { _ in
            [Int.random(in: 0..<2, using: &generator), Int.random(in: 0..<3, using: &generator)]
        }
        counted = (0..<respondents).map { _ in Bool.random(using: &generator) }
        base = (0..<respondents).map { _ in Int.random(in: 0..<4, using: &generator) > 0 }
    }

    private func kept(without left: Int?) -> [Int] { baseWeights.indices.filter { $0 != left } }

    func raked(without left: Int?) throws -> RakedWeights {
        let kept = kept(without: left)
        return try Raking(minimumRespondents: 1).weights(
            baseWeights: kept.map { baseWeights[$0] }, categories: kept.flatMap { categories[$0 * 2...$0 * 2 + 1] },
            margins: [RakingMargin(populations: [90, 60]), RakingMargin(populations: [40, 70, 40])])
    }

    func share(_ weights: [Double], without left: Int? = nil) -> Double {
        var (numerator, denominator) = (0.0, 0.0)
        for (respondent, weight) in zip(kept(without: left), weights) where base[respondent] {
            denominator += weight
            if counted[respondent] { numerator += weight }
        }
        return numerator / denominator
    }
}
