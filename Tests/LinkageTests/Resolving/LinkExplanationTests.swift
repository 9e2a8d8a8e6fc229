import Linkage
import Model
import Testing

/// How each record hangs on the one that names its organisation.
@Suite("Links of records") struct LinkExplanationTests {
    private let phone = "0961234567"

    private func deciders(_ resolution: Resolution, _ count: Int) -> [RecordLink.Decider?] {
        (0..<count).map { resolution.links[$0]?.decider }
    }

    @Test("the first record stands for itself; a name that would do alone is what a link rests on")
    func names() throws {
        let records = try [
            Records.make("ほたる学習支援の会", row: 2, telephone: phone),
            Records.make("ほたる学習支援の会", .response, row: 2, telephone: phone),
        ]
        let resolution = try Records.resolve(records)
        #expect(deciders(resolution, 2) == [.first, .name])
        #expect(resolution.links[0]?.probability == 1)
        #expect((0.99...1).contains(try #require(resolution.links[1]).probability))
    }

    @Test("a slip rests on the contact, and so does whoever hangs on it")
    func contacts() throws {
        let records = try [
            Records.make("ほたるの会水前寺", row: 2, telephone: phone),
            Records.make("ほたるの会水寺", .response, row: 2, telephone: phone),
        ]
        #expect(deciders(try Records.resolve(records), 2) == [.first, .contact])
    }

    @Test("a person's word is named, whichever side comes first", arguments: [("あおぞら", "ひまわり"), ("ひまわり", "あおぞら")])
    func persons(frame: String, response: String) throws {
        let records = try [Records.make(frame, row: 2), Records.make(response, .response, row: 2)]
        let decision = LinkDecision(a: records[0].contentKey, b: records[1].contentKey, verdict: .same)
        let resolution = try Records.resolve(records, decisions: [decision])
        #expect(deciders(resolution, 2) == [.first, .person])
        #expect(resolution.links[1]?.probability == 1)
    }

    @Test("records that hang on a person's word say so, with the probability of the weakest link")
    func weakest() throws {
        let records = try [
            Records.make("あおぞら防災の会", row: 2), Records.make("ひまわり学習支援塾", .member, row: 2, telephone: phone),
            Records.make("ひまわり学支援塾", .response, row: 2, telephone: phone),
        ]
        let decision = LinkDecision(a: records[0].contentKey, b: records[1].contentKey, verdict: .same)
        let resolution = try Records.resolve(records, decisions: [decision])
        #expect(deciders(resolution, 3) == [.first, .person, .contact])
        let probabilities = resolution.links.prefix(3).compactMap { $0?.probability }
        #expect(probabilities[0] == 1 && probabilities[1] == 1 && probabilities[2] < 1)
    }

    @Test("clusters are numbered in the order of their first records")
    func numbers() throws {
        let records = try [
            Records.make("うみの会", row: 2), Records.make("いその会", .response, row: 2, telephone: phone),
            Records.make("あまの会", row: 3), Records.make("いその会", .response, row: 3, telephone: phone),
        ]
        let resolution = try Records.resolve(records)
        #expect(resolution.clusters(of: records) == [[2], [0], [1, 3]])
        for (number, cluster) in resolution.clusters.enumerated() {
            #expect(cluster.allSatisfy { resolution.links[$0]?.cluster == number })
        }
    }

    @Test("what the comparisons say adds up, and makes the probability where there is no other partner")
    func bits() throws {
        let records = try [
            Records.make("ほたる学習支援の会", row: 2, lot: "町1-1", telephone: phone, representative: "山田花子"),
            Records.make(
                "NPO法人ほたる学習支援の会", .response, row: 2, lot: "町1-1", telephone: phone, representative: "山田花子"),
        ]
        let pair = try #require(try Records.resolve(records).pairs.first)
        let bits = pair.bits
        let sum =
            bits.prior + bits.name + bits.contact + bits.representative + bits.corporateNumber + bits.legalForm
            + bits.unclaimed
        #expect(abs(bits.total - sum) < 1e-9)
        #expect(pair.outcome == .linked && pair.representative == .same && pair.contact == .several)
        #expect(pair.probability > 0.999)
    }
}
