import Model
import Testing

@testable import Linkage

@Suite struct LinkExplanationTests {
    private let phone = "0961234567"

    private func explain(_ records: [LinkRecord], _ decisions: [LinkDecision] = []) -> [Resolution.Link] {
        Linker().resolve(records, decisions: decisions).links
    }

    private func link(_ decider: RecordLink.Decider, _ probability: Double, cluster: Int = 0) -> Resolution.Link {
        Resolution.Link(cluster: cluster, probability: probability, decider: decider)
    }

    @Test func theFirstRecordStandsForItselfAndNamesForEachOther() {
        let links = explain([Records.make("ひまわりの会", row: 2), Records.make("ひまわりの会", .response, row: 2)])
        #expect(links == [link(.first, 1), link(.name, 1)])
    }

    @Test func aBranchIsLinkedByContactHoweverTheTwoMet() {
        // The list and the answer have no contact; the branch of the list meets the answer of the main office.
        let records = [
            Records.make("ひまわりの会", row: 2), Records.make("ひまわりの会熊本支部", row: 3, telephone: phone),
            Records.make("ひまわりの会", .response, row: 2, telephone: phone),
            Records.make("ひまわりの会熊本支部", .response, row: 3),
        ]
        let contact = link(.contact, Linker.contactProbability)
        #expect(explain(records) == [link(.first, 1), contact, link(.name, 1), contact])
    }

    @Test(arguments: [("あおぞら", "ひまわり"), ("ひまわり", "あおぞら")])
    func aPersonsWordIsNamedWhicheverSideComesFirst(frame: String, response: String) {
        let records = [Records.make(frame, row: 2), Records.make(response, .response, row: 2)]
        let decision = LinkDecision(a: records[0].contentKey, b: records[1].contentKey, verdict: .same)
        #expect(explain(records, [decision]) == [link(.first, 1), link(.person, 1)])
    }

    @Test func recordsThatHangOnAPersonsWordSaySo() {
        let records = [
            Records.make("あおぞら", row: 2), Records.make("ひまわり", .member, row: 2),
            Records.make("ひまわり", .response, row: 2),
        ]
        let decision = LinkDecision(a: records[0].contentKey, b: records[1].contentKey, verdict: .same)
        #expect(explain(records, [decision]) == [link(.first, 1), link(.person, 1), link(.person, 1)])
    }

    @Test func clustersAreNumberedInTheOrderOfTheirFirstRecords() {
        let records = [
            Records.make("う", row: 2), Records.make("い", .response, row: 2), Records.make("あ", row: 3),
            Records.make("い", .response, row: 3),
        ]
        #expect(
            explain(records) == [
                link(.first, 1, cluster: 1), link(.first, 1, cluster: 2), link(.first, 1),
                link(.name, 1, cluster: 2),
            ])
    }
}
