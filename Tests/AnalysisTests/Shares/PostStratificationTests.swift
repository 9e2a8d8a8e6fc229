import Analysis
import Testing

@Suite struct PostStratificationTests {
    private func stratum(_ population: Int, _ respondents: Int, _ base: Int, _ count: Int) -> Share.Stratum {
        Share.Stratum(population: population, respondents: respondents, base: base, count: count)
    }

    /// By hand: one answer stands for 10 in the first and for 2 in the second: (10·5 + 2·5) / (10·10 + 2·20) = 60/140.
    @Test func eachAnswerStandsForAllOfItsStratum() throws {
        let share = try #require(Share.postStratified([stratum(100, 10, 10, 5), stratum(50, 25, 20, 5)]))
        #expect(abs(share - 300.0 / 7) < 1e-12)
    }

    @Test func equalRatesOfAnswersLeaveThePlainShare() throws {
        let share = try #require(Share.postStratified([stratum(40, 10, 8, 2), stratum(80, 20, 12, 3)]))
        #expect(abs(share - 25) < 1e-12)
    }

    @Test func aStratumWithoutAnswersCannotBeStoodFor() throws {
        #expect(Share.postStratified([stratum(100, 10, 10, 5), stratum(500, 0, 0, 0)]) == 50)
    }

    @Test func withoutABaseThereIsNoShare() {
        #expect(Share.postStratified([]) == nil)
        #expect(Share.postStratified([stratum(100, 10, 0, 0)]) == nil)
        #expect(Share.postStratified([stratum(100, 0, 0, 0)]) == nil)
    }
}
