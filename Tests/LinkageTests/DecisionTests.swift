import Linkage
import Model
import Testing

@Suite struct DecisionTests {
    private let phone = "0961234567"

    private func decide(_ a: LinkRecord, _ verdict: LinkDecision.Verdict, _ b: LinkRecord) -> LinkDecision {
        LinkDecision(a: a.contentKey, b: b.contentKey, verdict: verdict)
    }

    @Test func aDecisionHasNoDirection() {
        #expect(LinkDecision(a: "x", b: "y", verdict: .same) == LinkDecision(a: "y", b: "x", verdict: .same))
    }

    @Test func theContentKeyIsNameAndAddress() {
        let record = Records.make("ＮＰＯ法人　ひまわりの会", row: 7, address: "手取本町1-1")
        #expect(record.contentKey == "ひまわりの会|手取本町1-1")
    }

    @Test func sameJoinsWhatNothingElseWould() {
        let (a, b) = (Records.make("ひまわりの会", row: 2), Records.make("あおぞら食堂", .response, row: 2))
        let resolution = Linker().resolve([a, b], decisions: [decide(a, .same, b)])
        #expect(resolution.clusters == [[0, 1]] && resolution.contradicted.isEmpty)
    }

    @Test func differentKeepsRecordsOfOneNameApart() {
        let a = Records.make("ひまわりの会", row: 2, address: "中央区")
        let b = Records.make("ひまわりの会", .response, row: 2, address: "東区")
        let resolution = Linker().resolve([a, b], decisions: [decide(a, .different, b)])
        #expect(resolution.clusters == [[0], [1]] && resolution.doubtful.isEmpty)
    }

    @Test func differentKeepsASlipApartAndOutOfTheReview() {
        let a = Records.make("ひまわりの会熊本", row: 2, telephone: phone)
        let b = Records.make("ひまわりの会本", .response, row: 2, telephone: phone)
        let resolution = Linker().resolve([a, b], decisions: [decide(a, .different, b)])
        #expect(resolution.clusters.count == 2 && resolution.doubtful.isEmpty)
    }

    @Test func whatIsKeptApartStaysWholeOnItsSide() {
        let here = Records.make("ひまわりの会", row: 2, address: "中央区")
        let there = Records.make("ひまわりの会", row: 3, address: "東区")
        let records = [
            here, there, Records.make("ひまわりの会", .response, row: 2, address: "東区"),
            Records.make("ひまわりの会", .response, row: 3, address: "中央区"),
        ]
        let resolution = Linker().resolve(records, decisions: [decide(here, .different, there)])
        #expect(resolution.clusters == [[0, 3], [1, 2]])
    }

    @Test func differentHoldsForAllThatIsJoinedToEither() {
        // b joins a by its name; c may not join b since a person kept it from a.
        let a = Records.make("ひまわりの会熊本", row: 2)
        let b = Records.make("ひまわりの会熊本", .member, row: 2, telephone: phone)
        let c = Records.make("ひまわりの会本", .response, row: 2, telephone: phone)
        let resolution = Linker().resolve([a, b, c], decisions: [decide(a, .different, c)])
        #expect(resolution.clusters == [[0, 1], [2]] && resolution.doubtful.isEmpty)
    }

    @Test func undecidedChangesNothingAndStaysInTheReview() {
        let a = Records.make("ひまわり子ども食堂", row: 2, telephone: phone)
        let b = Records.make("ひまわりこども食堂", .response, row: 2, telephone: phone)
        let before = Linker().resolve([a, b], decisions: [])
        let after = Linker().resolve([a, b], decisions: [decide(a, .undecided, b)])
        #expect(after.clusters == before.clusters && after.doubtful == before.doubtful)
        #expect(after.doubtful.count == 1)
    }

    @Test func aDecisionThatContradictsOthersIsNotCarriedOutAndSaid() {
        let (a, b) = (Records.make("あ", row: 2), Records.make("い", row: 3))
        let c = Records.make("う", row: 4)
        let decisions = [decide(a, .same, b), decide(b, .same, c), decide(a, .different, c)]
        let resolution = Linker().resolve([a, b, c], decisions: decisions)
        #expect(resolution.clusters == [[0, 1], [2]])
        #expect(resolution.contradicted == [decisions[1]])
    }

    @Test func ofTwoThatContradictAThirdTheEarlierIsCarriedOut() {
        let (a, b) = (Records.make("あ", row: 2), Records.make("い", row: 3))
        let c = Records.make("う", row: 4)
        let decisions = [decide(b, .same, c), decide(a, .different, c), decide(a, .same, b)]
        let resolution = Linker().resolve([a, b, c], decisions: decisions)
        #expect(resolution.clusters == [[0], [1, 2]])
        #expect(resolution.contradicted == [decisions[2]])
    }

    @Test func sameAndDifferentOfOnePairMeansDifferent() {
        let (a, b) = (Records.make("あ", row: 2), Records.make("い", row: 3))
        let decisions = [decide(a, .same, b), decide(a, .different, b)]
        for order in [decisions, decisions.reversed()] {
            let resolution = Linker().resolve([a, b], decisions: order)
            #expect(resolution.clusters == [[0], [1]])
            #expect(resolution.contradicted == [decisions[0]])
        }
    }

    @Test func aContradictionIsSaidOnceHoweverManyRecordsItConcerns() {
        let (a, b) = (Records.make("あ", row: 2), Records.make("い", row: 3))
        let records = [a, b, Records.make("あ", .response, row: 2), Records.make("い", .response, row: 3)]
        let decisions = [decide(a, .different, b), decide(a, .same, b)]
        #expect(Linker().resolve(records, decisions: decisions).contradicted == [decisions[1]])
    }

    @Test func aDecisionOnRecordsThatAreGoneIsHarmless() {
        let a = Records.make("あ", row: 2)
        let decision = LinkDecision(a: a.contentKey, b: "い|", verdict: .same)
        let resolution = Linker().resolve([a], decisions: [decision])
        #expect(resolution.clusters == [[0]] && resolution.contradicted.isEmpty)
    }

    @Test func equalContentCanBeKeptApart() {
        let (a, b) = (Records.make("あ", row: 2), Records.make("あ", row: 3))
        let decision = LinkDecision(a: a.contentKey, b: a.contentKey, verdict: .different)
        #expect(Linker().resolve([a, b], decisions: [decision]).clusters == [[0], [1]])
    }
}
