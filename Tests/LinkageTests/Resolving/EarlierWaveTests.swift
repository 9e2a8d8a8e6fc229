import Linkage
import Model
import Testing

/// Which organisations of a wave earlier waves know.
@Suite("Organisations across waves") struct EarlierWaveTests {
    /// The ids that the organisation of a record had in earlier waves.
    private func known(_ record: Int, _ resolution: Resolution) throws -> [String] {
        resolution.knownIDs[try #require(resolution.links[record]).cluster]
    }

    /// A list of last year and of this year, with `others` that stay as they are.
    private func resolve(_ records: [LinkRecord], others: Int = 200) throws -> Resolution {
        let staying = try (0..<others).flatMap { number in
            try [
                Records.make(
                    "残る団体その\(number)番", row: 5000 + number, telephone: "09800\(20000 + number)", knownAs: "k\(number)"),
                Records.make("残る団体その\(number)番", row: 5000 + number, telephone: "09800\(20000 + number)"),
            ]
        }
        return try Records.resolve(records + staying, among: 0)
    }

    @Test(
        "who moved, changed the name a little, or incorporated is the same",
        arguments: [
            ("moved", "みどりの里子ども食堂", "みどりの里子ども食堂", "出水9-9", "0969999999"),
            ("moved, and the telephone stayed", "みどりの里", "みどりの里", "出水9-9", "0961111111"),
            ("a word more", "みどりの里", "みどりの里ネットワーク", "手取本町1-1", "0961111111"),
            ("a word less", "みどりの里すこやか広場", "みどりの里", "手取本町1-1", "0961111111"),
            ("incorporated", "みどりの里", "一般社団法人みどりの里", "手取本町1-1", "0961111111"),
            ("incorporated and moved", "みどりの里子ども食堂", "特定非営利活動法人みどりの里子ども食堂", "出水9-9", "0961111111"),
        ])
    func changes(what: String, before: String, after: String, lot: String, telephone: String) throws {
        let records = try [
            Records.make(before, row: 2, lot: "手取本町1-1", telephone: "0961111111", knownAs: "omidori"),
            Records.make(after, row: 7, lot: lot, telephone: telephone),
        ]
        #expect(try known(1, try resolve(records)) == ["omidori"], "\(what)")
    }

    @Test(
        "a new organisation in the office of one that is gone is a new one, and a person is asked where it could be it")
    func newInOldOffice() throws {
        let office = (lot: "手取本町1-1", telephone: "0961111111")
        let before = try Records.make(
            "みどりの里", row: 2, lot: office.lot, telephone: office.telephone, knownAs: "omidori")
        for name in ["第二みどりの里", "みどりの里家族会", "あかね防災士会"] {
            let resolution = try resolve([
                before, try Records.make(name, row: 7, lot: office.lot, telephone: office.telephone),
            ])
            #expect(try known(1, resolution).isEmpty, "\(name)")
            #expect(resolution.isAsked(0, 1), "\(name)")
        }
    }

    @Test("a sister that comes to an office where the first one stays is a new one, and nobody is asked")
    func newBesideOld() throws {
        let office = (lot: "手取本町1-1", telephone: "0961111111")
        func make(_ name: String, row: Int, knownAs id: String? = nil) throws -> LinkRecord {
            try Records.make(name, row: row, lot: office.lot, telephone: office.telephone, knownAs: id)
        }
        let resolution = try resolve([
            make("みどりの里", row: 2, knownAs: "omidori"), make("みどりの里", row: 7), make("みどりの里家族会", row: 8),
        ])
        #expect(try known(1, resolution) == ["omidori"])
        #expect(try known(2, resolution).isEmpty)
        #expect(!resolution.isAsked(0, 2))
    }

    @Test("those who are gone are no organisations of this wave")
    func gone() throws {
        let gone = try Records.make("みどりの里", row: 2, telephone: "0961111111", knownAs: "omidori")
        let resolution = try resolve([gone])
        #expect(resolution.clusters.count == 200 && resolution.links[0] == nil)
        #expect(!resolution.knownIDs.joined().contains("omidori"))
    }

    @Test("what an earlier wave brought together stays together, and what it knows under two ids stays two")
    func earlierResolution() throws {
        let records = try [
            Records.make("みどりの里", row: 2, telephone: "0961111111", knownAs: "omidori"),
            Records.make("あかね会", .response, row: 3, telephone: "0962222222", knownAs: "omidori"),
            Records.make("あおぞら学習支援の会", row: 4, telephone: "0963333333", knownAs: "oaozora"),
            Records.make("あおぞら学習支援の会", row: 5, telephone: "0963333334", knownAs: "osora"),
            // This year's: under both names of the first, and under the telephone of one of the others.
            Records.make("みどりの里", row: 2, telephone: "0961111111"),
            Records.make("あかね会", .response, row: 3, telephone: "0962222222"),
            Records.make("あおぞら学習支援の会", row: 5, telephone: "0963333334"),
        ]
        let resolution = try resolve(records)
        #expect(resolution.isOne(4, 5))
        #expect(try known(4, resolution) == ["omidori"])
        #expect(try known(6, resolution) == ["osora"])
    }

    @Test("a person's word joins two that earlier waves knew as two")
    func decisions() throws {
        let records = try [
            Records.make("みどりの里", row: 2, address: "a", telephone: "0961111111", knownAs: "omidori"),
            Records.make("あかね会", row: 3, address: "b", telephone: "0962222222", knownAs: "oakane"),
            Records.make("みどりの里", row: 2, address: "a", telephone: "0961111111"),
            Records.make("あかね会", row: 3, address: "b", telephone: "0962222222"),
        ]
        let decision = LinkDecision(a: records[2].contentKey, b: records[3].contentKey, verdict: .same)
        let resolution = try Records.resolve(records, decisions: [decision])
        #expect(resolution.isOne(2, 3))
        #expect(Set(try known(2, resolution)) == ["omidori", "oakane"])
    }
}
