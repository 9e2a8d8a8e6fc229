import Analysis
import Model
import Testing

@Suite struct GapRulesTests {
    private func kind(
        members: Int, known: Int, blank: Int = 0, nobody: Double = 1, rules: GapRules = GapRules()
    ) -> GapKind {
        rules.kind(
            GapRules.Counts(members: members, known: known, membersBlank: blank), probabilityOfNobody: nobody)
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

    @Test func everyKindCanBeReachedAndHasALabelOfItsOwn() {
        #expect(Set(GapKind.allCases.map(\.label)).count == GapKind.allCases.count)
        #expect(GapKind.allCases.allSatisfy { !$0.label.isEmpty })
    }
}
