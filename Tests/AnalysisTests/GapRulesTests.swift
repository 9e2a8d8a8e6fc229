import Analysis
import Model
import Testing

@Suite struct GapRulesTests {
    private func kind(
        members: Int, known: Int, blank: Int = 0, expected: Double = 0, rules: GapRules = GapRules()
    ) -> GapKind {
        rules.kind(
            GapRules.Counts(members: members, known: known, membersBlank: blank), expectedUnknown: expected)
    }

    @Test(arguments: [
        (2, 2, 0, GapKind.covered), (5, 9, 3, .covered), (1, 1, 0, .thin), (1, 8, 2, .thin), (0, 1, 0, .recruitable),
        (0, 3, 2, .recruitable), (0, 0, 1, .checkMember), (0, 0, 0, .absent),
    ])
    func theStrongestKnownSupportDecides(members: Int, known: Int, blank: Int, gap: GapKind) {
        #expect(kind(members: members, known: known, blank: blank) == gap)
    }

    /// e^−x = 0.8 at x = 0.22314….
    @Test(arguments: [(0, GapKind.absent), (0.2231, .absent), (0.2232, .unknown), (3, .unknown), (1000, .unknown)])
    func thoseWhoDidNotAnswerMayDoIt(expected: Double, gap: GapKind) {
        #expect(kind(members: 0, known: 0, expected: expected) == gap)
    }

    @Test func whatIsExpectedSaysNothingWhereSomebodyIsKnown() {
        #expect(kind(members: 0, known: 1, expected: 1000) == .recruitable)
        #expect(kind(members: 0, known: 0, blank: 1, expected: 1000) == .checkMember)
    }

    @Test func theThresholdIsThePlanners() {
        #expect(kind(members: 0, known: 0, expected: 0.5, rules: GapRules(absentProbability: 0.6)) == .absent)
        #expect(kind(members: 0, known: 0, expected: 0, rules: GapRules(absentProbability: 1)) == .absent)
        #expect(kind(members: 0, known: 0, expected: 0.01, rules: GapRules(absentProbability: 1)) == .unknown)
        #expect(kind(members: 0, known: 0, expected: 1000, rules: GapRules(absentProbability: 0)) == .absent)
    }

    @Test func everyKindCanBeReachedAndHasALabelOfItsOwn() {
        #expect(Set(GapKind.allCases.map(\.label)).count == GapKind.allCases.count)
        #expect(GapKind.allCases.allSatisfy { !$0.label.isEmpty })
    }
}

@Suite struct SilentEstimateTests {
    private func group(_ respondents: Int, _ silent: Int, _ positive: Int) -> SilentEstimate.Group {
        SilentEstimate.Group(respondents: respondents, silent: silent, positive: positive)
    }

    /// By hand: overall (4 + ½) / (9 + 1) = 0.45; 20 · (4 + 0.45) / (9 + 1) + 10 · 0.45 / 1 = 8.9 + 4.5.
    @Test func aGroupWithoutAnswersTakesTheRateOfAll() {
        #expect(abs(SilentEstimate.expected([group(9, 20, 4), group(0, 10, 0)]) - 13.4) < 1e-12)
    }

    /// By hand: overall (0 + ½) / (99 + 1) = 0.005; 100 · 0.005 / (99 + 1) = 0.005.
    @Test func whereNobodyDoesItLittleIsExpected() {
        #expect(abs(SilentEstimate.expected([group(99, 100, 0)]) - 0.005) < 1e-12)
    }

    @Test func withoutAnyAnswerHalfAreExpected() {
        #expect(SilentEstimate.expected([group(0, 10, 0)]) == 5)
        #expect(SilentEstimate.expected([]) == 0)
    }

    @Test func itLiesBetweenNobodyAndAllWhoAreSilent() {
        for positive in 0...20 {
            let expected = SilentEstimate.expected([group(20, 30, positive), group(5, 7, min(positive, 5))])
            #expect((0...37).contains(expected))
        }
    }

    @Test func itGrowsWithThoseWhoDoIt() {
        let values = (0...20).map { SilentEstimate.expected([group(20, 30, $0)]) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    }
}
