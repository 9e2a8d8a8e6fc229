internal import Linkage
internal import Model
internal import Survey
internal import Text

/// Records → organisations: which records speak of one, and under which id.
struct ResolveStage {
    struct Result {
        /// Indices of records by organisation; the first names it.
        let clusters: [[Int]]
        /// By organisation.
        let ids: [String]
        /// By record; `nil` for rows without a name.
        let links: [RecordLink?]
        let aliases: [IDAlias]
        let contentKeys: [String]
        let doubtful: [Resolution.Doubt]
        let contradicted: [LinkDecision]
        let unmatched: [LinkDecision]
    }

    let reference: ReferenceData
    let previous: PreviousRegister?

    /// - Parameter lots: municipality, town and lot of each record, as far as they were read.
    func run(_ records: [Record], lots: [String?], decisions: [LinkDecision]) -> Result {
        let named = records.indices.filter { !records[$0].name.isEmpty }
        let linkRecords = named.map { linkRecord(records[$0], lot: lots[$0]) }
        let resolution = Linker().resolve(linkRecords, decisions: decisions)
        let clusters = resolution.clusters.map { $0.map { named[$0] } }
        var contentKeys = [String](repeating: "", count: records.count)
        for (index, record) in zip(named, linkRecords) { contentKeys[index] = record.contentKey }
        let ids = ids(of: clusters, contentKeys: contentKeys)
        var links = [RecordLink?](repeating: nil, count: records.count)
        for (index, link) in zip(named, resolution.links) {
            links[index] = RecordLink(
                reference: records[index].reference, organizationID: ids[link.cluster],
                probability: link.probability, decider: link.decider)
        }
        let doubtful = resolution.doubtful.map {
            Resolution.Doubt(a: named[$0.a], b: named[$0.b], probability: $0.probability, reason: $0.reason)
        }
        let aliases = aliases(
            of: linkRecords, decisions: decisions, contentKeys: contentKeys, named: named, ids: ids,
            clusterOfRecord: resolution.links.map(\.cluster))
        return Result(
            clusters: clusters, ids: ids, links: links, aliases: aliases, contentKeys: contentKeys, doubtful: doubtful,
            contradicted: resolution.contradicted, unmatched: resolution.unmatched)
    }

    /// Ids that organisations would have without the decisions that joined them, and those that the previous register
    /// knows for organisations that are one by now.
    private func aliases(
        of linkRecords: [LinkRecord], decisions: [LinkDecision], contentKeys: [String], named: [Int], ids: [String],
        clusterOfRecord: [Int]
    ) -> [IDAlias] {
        var aliases: [String: String] = [:]
        let kept = Set(ids)
        if decisions.contains(where: { $0.verdict == .same }) {
            let apart = Linker().resolve(linkRecords, decisions: decisions.filter { $0.verdict != .same }).clusters
            let apartIDs = self.ids(of: apart.map { $0.map { named[$0] } }, contentKeys: contentKeys)
            for (cluster, id) in zip(apart, apartIDs) where !kept.contains(id) {
                aliases[id] = ids[clusterOfRecord[cluster[0]]]
            }
        }
        for (position, record) in named.enumerated() {
            guard let id = previous?.idByContent([contentKeys[record]]), !kept.contains(id) else { continue }
            aliases[id] = ids[clusterOfRecord[position]]
        }
        return aliases.sorted { $0.key < $1.key }.map { IDAlias(alias: $0.key, organizationID: $0.value) }
    }

    private func linkRecord(_ record: Record, lot: String?) -> LinkRecord {
        LinkRecord(
            reference: record.reference, role: record.role, name: reference.names.normalize(record.name),
            address: record[.address].map { AddressText.key($0, variants: reference.variants) } ?? "",
            lot: lot, telephone: record[.telephone].flatMap(ContactKeys.telephone),
            email: record[.email].flatMap(ContactKeys.email))
    }

    /// The previous register's id wins; a new organisation is named by its first record.
    private func ids(of clusters: [[Int]], contentKeys: [String]) -> [String] {
        var kept: [String?] = clusters.map { _ in nil }
        var used: Set<String> = []
        // Name and address first, for all of them: a name alone must not take the id of one that is known by both.
        for identify in [previous?.idByContent, previous?.idByName].compactMap({ $0 }) {
            for (position, cluster) in clusters.enumerated() where kept[position] == nil {
                guard let id = identify(cluster.map { contentKeys[$0] }), used.insert(id).inserted else { continue }
                kept[position] = id
            }
        }
        let fresh = clusters.indices.filter { kept[$0] == nil }
        let freshIDs = OrganizationID.ids(contentKeys: fresh.map { contentKeys[clusters[$0][0]] }, avoiding: used)
        for (position, id) in zip(fresh, freshIDs) { kept[position] = id }
        return kept.compactMap { $0 }
    }
}
