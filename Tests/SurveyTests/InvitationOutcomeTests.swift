import Survey
import Testing

@Suite("How an invitation ended")
struct InvitationOutcomeTests {
    @Test(
        "as ledgers write it",
        arguments: [
            ("参加", InvitationOutcome.joined), ("参加済み", .joined), ("承諾（R7.1.8）", .joined), ("○", .joined),
            ("辞退", .declined), ("辞退（多忙のため）", .declined), ("参加しない", .declined), ("×", .declined),
            ("検討中", .undecided), (" 保留 ", .undecided), ("", .undecided), ("返事待ち：役員会の後", .undecided),
        ])
    func words(text: String, outcome: InvitationOutcome) {
        #expect(InvitationOutcome(written: text) == outcome)
    }

    @Test("other words mean nothing", arguments: ["うーん", "参加したい人がいる", "（多忙）"])
    func others(text: String) { #expect(InvitationOutcome(written: text) == nil) }
}
