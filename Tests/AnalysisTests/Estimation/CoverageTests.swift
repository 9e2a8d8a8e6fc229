import Analysis
import TestSupport
import Testing

/// Do intervals hold the truth as often as they say? Draws of respondents from populations that are known in full.
@Suite struct CoverageTests {
    @Test(arguments: [1, 2] as [UInt64])
    func weightedIntervalsHoldTheTruthWherePlainOnesFail(seed: UInt64) throws {
        let population = KnownPopulation(seed: seed)
        var generator = SeededGenerator(seed: 1_000 + seed)
        var (weighted, plain) = ([Int](repeating: 0, count: 3), [Int](repeating: 0, count: 3))
        for _ in 0..<1_000 {
            let respondents = population.respondents(&generator)
            let raked = try Raking().weights(
                baseWeights: respondents.map { _ in 1 },
                categories: respondents.flatMap { [population.types[$0], population.wards[$0]] },
                margins: population.margins)
            let shares = WeightedShares(raked)
            for (index, question) in population.questions.enumerated() {
                let counted = respondents.map { question.counted[$0] }
                let base = respondents.map { question.base[$0] }
                let share = try #require(shares.share(of: counted, in: base))
                if share.interval.contains(question.percent) { weighted[index] += 1 }
                let size = base.count(where: \.self)
                let count = zip(counted, base).count { $0 && $1 }
                let usual = try #require(Share.interval(count, of: size, population: question.population))
                if usual.contains(question.percent) { plain[index] += 1 }
            }
        }
        #expect(weighted.prefix(2).allSatisfy { (930...970).contains($0) }, "\(weighted)")
        // Where few count, chance comes in whole answers, and the interval is on the safe side.
        #expect(weighted[2] >= 930, "\(weighted)")
        #expect(plain.prefix(2).allSatisfy { $0 < 850 }, "\(plain)")
    }

    /// One wave's respondents mostly answer again; some units are in one frame only.
    @Test(arguments: [(0.25, 0.3), (0.6, 0.15)]) func changesHoldTheTruth(rate: Double, share: Double) throws {
        var generator = SeededGenerator(seed: 77)
        let waves = TwoWaves(share: share, &generator)
        var (paired, all) = (0, 0)
        for _ in 0..<1_000 {
            let draw = waves.draw(rate: rate, &generator)
            let change = try #require(
                ShareChange.paired(
                    gained: draw.panel.gained, lost: draw.panel.lost, pairs: draw.panel.pairs,
                    population: draw.panel.population))
            if change.interval.contains(waves.pairedChange) { paired += 1 }
            let other = try #require(
                ShareChange.overlapping(earlier: draw.earlier, later: draw.later, panel: draw.panel))
            if other.interval.contains(waves.change) { all += 1 }
        }
        #expect((930...975).contains(paired))
        #expect((930...970).contains(all))
    }

    @Test func chapmansIntervalHoldsTheTruth() throws {
        var generator = SeededGenerator(seed: 5)
        var held = 0
        for _ in 0..<1_000 {
            var (first, second, shared) = (0, 0, 0)
            for _ in 0..<500 {
                let (a, b) = (generator.chance(0.4), generator.chance(0.3))
                if a { first += 1 }
                if b { second += 1 }
                if a && b { shared += 1 }
            }
            let estimate = try #require(ChapmanEstimate(first: first, second: second, shared: shared))
            if estimate.interval.contains(500) { held += 1 }
        }
        #expect((925...970).contains(held))
    }
}
