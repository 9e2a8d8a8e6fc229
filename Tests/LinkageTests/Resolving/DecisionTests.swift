import Linkage
import Model
import Testing

@Suite struct DecisionTests {
    private let phone = "0961234567"

    private func decide(_ a: LinkRecord, _ verdict: LinkDecision.Verdict, _ b: LinkRecord) -> LinkDecision {
        LinkDecision(a: a.contentKey, b: b.contentKey, verdict: verdict)
    }

    @Test func aDecisionHasNoDirection() throws {
        #expect(LinkDecision(a: "x", b: "y", verdict: .same) == LinkDecision(a: "y", b: "x", verdict: .same))
    }

    @Test func theContentKeyIsNameAndAddress() throws {
        let record = try Records.make("ＮＰＯ法人　ひまわりの会", row: 7, address: "手取本町1-1")
        #expect(record.contentKey == "ひまわりの会|手取本町1-1")
    }

    @Test func sameJoinsWhatNothingElseWould() throws {
        let (a, b) = try (Records.make("ひまわりの会", row: 2), Records.make("あおぞら食堂", .response, row: 2))
        let records = [a, b]
        let resolution = try Records.resolve(records, decisions: [decide(a, .same, b)])
        #expect(resolution.clusters(of: records) == [[0, 1]] && resolution.contradicted.isEmpty)
    }

    @Test func differentKeepsRecordsOfOneNameApart() throws {
        let a = try Records.make("ひまわりの会", row: 2, address: "中央区", lot: "中央区")
        let b = try Records.make("ひまわりの会", .response, row: 2, address: "東区", lot: "東区")
        let records = [a, b]
        let resolution = try Records.resolve(records, decisions: [decide(a, .different, b)])
        #expect(resolution.clusters(of: records) == [[0], [1]] && resolution.doubtful.isEmpty)
    }

    @Test func differentKeepsASlipApartAndOutOfTheReview() throws {
        let a = try Records.make("ひまわりの会熊本", row: 2, telephone: phone)
        let b = try Records.make("ひまわりの会本", .response, row: 2, telephone: phone)
        let records = [a, b]
        let resolution = try Records.resolve(records, decisions: [decide(a, .different, b)])
        #expect(resolution.clusters(of: records).count == 2 && resolution.doubtful.isEmpty)
    }

    @Test func whatIsKeptApartStaysWholeOnItsSide() throws {
        let here = try Records.make("ひまわりの会", row: 2, address: "中央区", lot: "中央区")
        let there = try Records.make("ひまわりの会", row: 3, address: "東区", lot: "東区")
        let records = try [
            here, there, Records.make("ひまわりの会", .response, row: 2, address: "東区", lot: "東区"),
            Records.make("ひまわりの会", .response, row: 3, address: "中央区", lot: "中央区"),
        ]
        let resolution = try Records.resolve(records, decisions: [decide(here, .different, there)])
        #expect(resolution.clusters(of: records) == [[0, 3], [1, 2]])
    }

    @Test func differentHoldsForAllThatIsJoinedToEither() throws {
        // b joins a by its name; c may not join b since a person kept it from a.
        let a = try Records.make("ひまわりの会熊本", row: 2)
        let b = try Records.make("ひまわりの会熊本", .member, row: 2, telephone: phone)
        let c = try Records.make("ひまわりの会本", .response, row: 2, telephone: phone)
        let records = [a, b, c]
        let resolution = try Records.resolve(records, decisions: [decide(a, .different, c)])
        #expect(resolution.clusters(of: records) == [[0, 1], [2]] && resolution.doubtful.isEmpty)
    }

    @Test func undecidedChangesNothingAndStaysInTheReview() throws {
        let a = try Records.make("ひまわり防災", row: 2, telephone: phone, representative: "山田花子")
        let b = try Records.make("ひまわり防災すこやか", .response, row: 2, telephone: phone, representative: "山田花子")
        let before = try Records.resolve([a, b], decisions: [])
        let after = try Records.resolve([a, b], decisions: [decide(a, .undecided, b)])
        #expect(after.clusters == before.clusters && after.doubtful == before.doubtful)
        #expect(after.doubtful.count == 1)
    }

    @Test func aDecisionThatContradictsOthersIsNotCarriedOutAndSaid() throws {
        let (a, b) = try (Records.make("あ", row: 2), Records.make("い", row: 3))
        let c = try Records.make("う", row: 4)
        let decisions = [decide(a, .same, b), decide(b, .same, c), decide(a, .different, c)]
        let records = [a, b, c]
        let resolution = try Records.resolve(records, decisions: decisions)
        #expect(resolution.clusters(of: records) == [[0, 1], [2]])
        #expect(resolution.contradicted == [decisions[1]])
    }

    @Test func ofTwoThatContradictAThirdTheEarlierIsCarriedOut() throws {
        let (a, b) = try (Records.make("あ", row: 2), Records.make("い", row: 3))
        let c = try Records.make("う", row: 4)
        let decisions = [decide(b, .same, c), decide(a, .different, c), decide(a, .same, b)]
        let records = [a, b, c]
        let resolution = try Records.resolve(records, decisions: decisions)
        #expect(resolution.clusters(of: records) == [[0], [1, 2]])
        #expect(resolution.contradicted == [decisions[2]])
    }

    @Test func sameAndDifferentOfOnePairMeansDifferent() throws {
        let (a, b) = try (Records.make("あ", row: 2), Records.make("い", row: 3))
        let decisions = [decide(a, .same, b), decide(a, .different, b)]
        for order in [decisions, decisions.reversed()] {
            let records = [a, b]
            let resolution = try Records.resolve(records, decisions: order)
            #expect(resolution.clusters(of: records) == [[0], [1]])
            #expect(resolution.contradicted == [decisions[0]])
        }
    }

    @Test func aContradictionIsSaidOnceHoweverManyRecordsItConcerns() throws {
        let (a, b) = try (Records.make("あ", row: 2), Records.make("い", row: 3))
        let records = try [a, b, Records.make("あ", .response, row: 2), Records.make("い", .response, row: 3)]
        let decisions = [decide(a, .different, b), decide(a, .same, b)]
        #expect(try Records.resolve(records, decisions: decisions).contradicted == [decisions[1]])
    }

    @Test func aDecisionOnRecordsThatAreGoneIsHarmless() throws {
        let a = try Records.make("あ", row: 2)
        let decision = LinkDecision(a: a.contentKey, b: "い|", verdict: .same)
        let records = [a]
        let resolution = try Records.resolve(records, decisions: [decision])
        #expect(resolution.clusters(of: records) == [[0]] && resolution.contradicted.isEmpty)
    }

    @Test func equalContentCanBeKeptApart() throws {
        let (a, b) = try (Records.make("あ", row: 2), Records.make("あ", row: 3))
        let decision = LinkDecision(a: a.contentKey, b: a.contentKey, verdict: .different)
        #expect(try Records.resolve([a, b], decisions: [decision]).clusters(of: [a, b]) == [[0], [1]])
    }

    @Test func whatAPersonJoinedTellsNobodyApart() throws {
        // Another name than that of the first; an answer under a third name is close to the first alone.
        let records = try [
            Records.make("あおぞら作業所", row: 2, lot: "町1-1", telephone: phone),
            Records.make("第二あおぞら作業所", .member, row: 2, address: "b"),
            Records.make("あおぞら作業所熊本支部", .response, row: 2, lot: "町1-1", telephone: phone),
        ]
        let resolution = try Records.resolve(records, decisions: [decide(records[0], .same, records[1])])
        #expect(resolution.clusters(of: records) == [[0, 1, 2]])
    }
}
