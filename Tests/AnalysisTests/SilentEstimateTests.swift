import Analysis
import Testing

@Suite struct SilentEstimateTests {
    private func group(_ respondents: Int, _ silent: Int, _ positive: Int) -> SilentEstimate.Group {
        SilentEstimate.Group(respondents: respondents, silent: silent, positive: positive)
    }

    private func estimate(_ groups: SilentEstimate.Group...) -> SilentEstimate { SilentEstimate(groups) }

    /// By hand: the first has no others, so Jeffreys' (4 + ½) / (9 + 1); the second has the first's rate, 0.45.
    @Test func aGroupWithoutAnswersTakesTheRateOfTheOthers() {
        #expect(abs(estimate(group(9, 20, 4), group(0, 10, 0)).expected - (20 * 0.45 + 10 * 0.45)) < 1e-12)
    }

    /// Jeffreys: 100 · (0 + ½) / (99 + 1).
    @Test func whereNobodyWasSeenToDoItFewAreExpected() {
        #expect(abs(estimate(group(99, 100, 0)).expected - 0.5) < 1e-12)
    }

    /// Splitting respondents into types must not make an unseen activity vanish: 458 · ½ / 146.
    @Test func groupsThatNeverDoItHaveTheRateOfAllTogether() {
        let split = estimate(group(88, 300, 0), group(8, 60, 0), group(36, 60, 0), group(13, 38, 0))
        #expect(abs(split.expected - 458 * 0.5 / 146) < 1e-9)
        #expect(split.probabilityOfNobody < 0.5)
    }

    /// Beta-binomial, by hand: B(½, 2½ + 1) / B(½, 2½) = 2½ / 3 for one silent of whom two others do not do it.
    @Test func theChanceOfNobodyIsThatOfABetaBinomial() {
        #expect(abs(estimate(group(2, 1, 0)).probabilityOfNobody - 2.5 / 3) < 1e-12)
        #expect(estimate(group(50, 0, 10)).probabilityOfNobody == 1)
        #expect(estimate().probabilityOfNobody == 1)
    }

    @Test func withoutAnyAnswerHalfAreExpected() {
        #expect(estimate(group(0, 10, 0)).expected == 5)
        #expect(estimate().expected == 0)
    }

    @Test func itLiesBetweenNobodyAndAllWhoAreSilent() {
        for positive in 0...20 {
            let estimate = estimate(group(20, 30, positive), group(5, 7, min(positive, 5)))
            #expect((0...37).contains(estimate.expected))
            #expect((0...1).contains(estimate.probabilityOfNobody))
        }
    }

    @Test func itGrowsWithThoseWhoDoIt() {
        let values = (0...20).map { estimate(group(20, 30, $0)) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0.expected < $1.expected })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0.probabilityOfNobody > $1.probabilityOfNobody })
    }
}
