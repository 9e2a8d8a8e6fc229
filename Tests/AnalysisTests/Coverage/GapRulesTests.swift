import Analysis
import Model
import Testing

@Suite struct GapRulesTests {
    private func kind(
        members: Int, known: Int, blank: Int = 0, nobody: Double = 1, rules: GapRules = GapRules()
    ) -> GapKind {
        rules.kind(
            CellCounts(members: members, known: known, membersBlank: blank), probabilityOfNobody: nobody)
    }

    @Test(arguments: [
        (2, 2, 0, GapKind.covered), (5, 9, 3, .covered), (1, 1, 0, .thin), (1, 8, 2, .thin), (0, 1, 0, .recruitable),
        (0, 3, 2, .recruitable), (0, 0, 1, .checkMember), (0, 0, 0, .absent),
    ])
    func theStrongestKnownSupportDecides(members: Int, known: Int, blank: Int, gap: GapKind) {
        #expect(kind(members: members, known: known, blank: blank) == gap)
    }

    @Test(arguments: [(1.0, GapKind.absent), (0.8, .absent), (0.799, .unknown), (0, .unknown)])
    func thoseWhoDidNotAnswerMayDoIt(nobody: Double, gap: GapKind) {
        #expect(kind(members: 0, known: 0, nobody: nobody) == gap)
    }

    @Test func whatIsUnknownSaysNothingWhereSomebodyIsKnown() {
        #expect(kind(members: 0, known: 1, nobody: 0) == .recruitable)
        #expect(kind(members: 0, known: 0, blank: 1, nobody: 0) == .checkMember)
    }

    @Test func theThresholdIsThePlanners() {
        #expect(kind(members: 0, known: 0, nobody: 0.6, rules: GapRules(absentProbability: 0.6)) == .absent)
        #expect(kind(members: 0, known: 0, nobody: 0.99, rules: GapRules(absentProbability: 1)) == .unknown)
        #expect(kind(members: 0, known: 0, nobody: 0, rules: GapRules(absentProbability: 0)) == .absent)
    }

    @Test(
        "a claim without a case counts as much as the planner says",
        arguments: [
            (1.0, 2, 0, GapKind.covered), (0.5, 2, 1, .thin), (0.5, 4, 4, .covered), (0.1, 20, 20, .covered),
            (0.5, 1, 1, .thin), (0, 1, 1, .checkMember), (0, 3, 1, .covered), (0, 2, 1, .thin),
        ])
    func evidence(weight: Double, members: Int, withoutCase: Int, gap: GapKind) {
        var counts = CellCounts(members: members, known: members)
        counts.membersWithoutCase = withoutCase
        counts.knownWithoutCase = withoutCase
        #expect(GapRules(weightWithoutCase: weight).kind(counts, probabilityOfNobody: 1) == gap)
    }

    @Test func aKnownOrganizationComesBeforeAMemberWhoseClaimDoesNotCount() {
        var counts = CellCounts(members: 1, known: 2)
        counts.membersWithoutCase = 1
        #expect(GapRules(weightWithoutCase: 0).kind(counts, probabilityOfNobody: 1) == .recruitable)
    }

    @Test func everyKindCanBeReachedAndHasALabelOfItsOwn() {
        #expect(Set(GapKind.allCases.map(\.label)).count == GapKind.allCases.count)
        #expect(GapKind.allCases.allSatisfy { !$0.label.isEmpty })
    }
}
