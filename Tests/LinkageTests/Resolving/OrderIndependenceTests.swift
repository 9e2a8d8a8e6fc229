import Linkage
import Model
import TestSupport
import Testing

@Suite struct OrderIndependenceTests {
    private let words = ["ひまわり", "あおぞら", "さくら", "みらい"]
    private let kinds = ["の会", "子ども食堂", "こども食堂", "支援ネット", "支援ネト"]
    private let extras = ["", "", "", "熊本支部", "（事務局）", "第二"]

    private func records(_ generator: inout SeededGenerator) throws -> [LinkRecord] {
        func any<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &generator)] }
        return try (0..<40).map { row in
            try Records.make(
                any(words) + any(kinds) + any(extras), any(Role.allCases), row: row + 2,
                address: any(["", "中央区1-1", "東区2-2"]), lot: any([nil, nil, "lot1", "lot2"]),
                telephone: any([nil, "0961111111", "0962222222", "0963333333"]), email: any([nil, nil, "a@example.jp"]))
        }
    }

    private func decisions(_ records: [LinkRecord], _ generator: inout SeededGenerator) -> [LinkDecision] {
        (0..<4).map { _ in
            LinkDecision(
                a: records[Int.random(in: records.indices, using: &generator)].contentKey,
                b: records[Int.random(in: records.indices, using: &generator)].contentKey,
                verdict: LinkDecision.Verdict.allCases[Int.random(in: 0..<3, using: &generator)])
        }
    }

    private func ids(_ resolution: Resolution, _ records: [LinkRecord]) -> [RecordReference: String] {
        let ids = OrganizationID.ids(contentKeys: resolution.clusters.map { records[$0[0]].contentKey })
        return Dictionary(
            uniqueKeysWithValues: records.indices.map {
                (records[$0].reference, resolution.links[$0].map { ids[$0.cluster] } ?? "")
            })
    }

    @Test(arguments: 0..<40) func shuffledRecordsGiveTheSameOrganisations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let records = try records(&generator)
        let decisions = seed % 2 == 0 ? [] : decisions(records, &generator)
        let expected = try Records.resolve(records, decisions: decisions, among: 0)
        for _ in 0..<5 {
            let shuffled = records.shuffled(using: &generator)
            let resolution = try Records.resolve(shuffled, decisions: decisions, among: 0)
            #expect(resolution.partition(of: shuffled) == expected.partition(of: records))
            #expect(ids(resolution, shuffled) == ids(expected, records))
            #expect(resolution.contradicted == expected.contradicted)
            func links(_ resolution: Resolution, _ records: [LinkRecord]) -> [RecordReference: Resolution.Link?] {
                Dictionary(uniqueKeysWithValues: zip(records.map(\.reference), resolution.links))
            }
            #expect(links(resolution, shuffled) == links(expected, records))
            func doubts(_ resolution: Resolution, _ records: [LinkRecord]) -> [[RecordReference]] {
                resolution.doubtful.map { [records[$0.a].reference, records[$0.b].reference] }
            }
            #expect(doubts(resolution, shuffled) == doubts(expected, records))
        }
    }

    @Test(arguments: 0..<20) func everyRecordIsInOneClusterThatItsLinkNames(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 100 + seed)
        let records = try records(&generator)
        let resolution = try Records.resolve(records, decisions: decisions(records, &generator), among: 0)
        #expect(resolution.clusters.flatMap { $0 }.sorted() == Array(records.indices))
        #expect(resolution.links.count == records.count)
        for (number, cluster) in resolution.clusters.enumerated() {
            #expect(cluster.allSatisfy { resolution.links[$0]?.cluster == number })
            #expect(cluster.map { resolution.links[$0]?.decider == .first } == cluster.indices.map { $0 == 0 })
        }
        for doubt in resolution.doubtful { #expect(!resolution.isOne(doubt.a, doubt.b)) }
    }
}
