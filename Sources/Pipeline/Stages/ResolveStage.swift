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
        /// Pairs that were weighed and came to something, the most probable first.
        let pairs: [RecordPair]
        /// How many pairs were compared.
        let candidateCount: Int
        let contradicted: [LinkDecision]
        let unmatched: [LinkDecision]

        /// Pairs for a person to look at.
        var doubtful: [RecordPair] { pairs.filter { $0.outcome == .review } }
    }

    let reference: ReferenceData
    let lexicon: NameLexicon
    let model: LinkModel
    let earlier: EarlierWaves

    /// - Parameters: municipality, town and lot of each record, and of each earlier one, as far as they were read.
    func run(
        _ records: [Record], lots: [String?], earlierLots: [String?], decisions: [LinkDecision]
    ) -> Result {
        let named = records.indices.filter { !records[$0].name.isEmpty }
        let known = zip(earlier.records, earlierLots).map { known, lot in
            linkRecord(known.record, lot: lot, wavesAgo: earlier.age(of: known), knownID: known.organizationID)
        }
        let linkRecords = named.map { linkRecord(records[$0], lot: lots[$0]) } + known
        let resolution = Resolver(lexicon: lexicon, model: model).resolve(linkRecords, decisions: decisions)

        let ids = ids(of: resolution, contentKeys: linkRecords.map(\.contentKey))
        var contentKeys = [String](repeating: "", count: records.count)
        var links = [RecordLink?](repeating: nil, count: records.count)
        for (position, index) in named.enumerated() {
            contentKeys[index] = linkRecords[position].contentKey
            links[index] = resolution.links[position].map { link in
                RecordLink(
                    reference: records[index].reference, organizationID: ids[link.cluster],
                    probability: link.probability, decider: link.decider)
            }
        }
        return Result(
            clusters: resolution.clusters.map { $0.map { named[$0] } }, ids: ids, links: links,
            aliases: aliases(of: linkRecords, resolution, ids: ids, decisions: decisions), contentKeys: contentKeys,
            pairs: resolution.pairs.map { RecordPair($0, named: named) }, candidateCount: resolution.candidateCount,
            contradicted: resolution.contradicted, unmatched: resolution.unmatched)
    }

    private func linkRecord(
        _ record: Record, lot: String?, wavesAgo: Int = 0, knownID: String? = nil
    ) -> LinkRecord {
        let variants = reference.variants
        let address = record[.address].map { AddressText.key($0, variants: variants) } ?? ""
        return LinkRecord(
            reference: record.reference, role: record.role,
            entry: LinkEntry(
                name: reference.names.normalize(record.name),
                telephone: record[.telephone].flatMap(ContactKeys.telephone),
                email: record[.email].flatMap(ContactKeys.email),
                postalCode: record[.postalCode].flatMap(ContactKeys.postalCode),
                // Where the gazetteer doesn't know the town, the text still tells whether two have one office.
                lot: lot ?? LotText.key(address, variants: variants) ?? address,
                representative: record[.representative].flatMap { PersonName.key($0, variants: variants) },
                corporateNumber: record[.corporateNumber].flatMap(CorporateNumber.thirteenDigits)),
            address: address, wavesAgo: wavesAgo,
            knownID: knownID)
    }

    /// The id that earlier waves know; a new organisation is named by its first record.
    private func ids(of resolution: Resolution, contentKeys: [String]) -> [String] {
        var used: Set<String> = []
        // A person can have said that what was one organisation is two: the first keeps the id.
        var ids = resolution.knownIDs.map { known in known.first { used.insert($0).inserted } }
        let fresh = ids.indices.filter { ids[$0] == nil }
        used.formUnion(resolution.knownIDs.joined())
        let freshIDs = OrganizationID.ids(
            contentKeys: fresh.map { contentKeys[resolution.clusters[$0][0]] }, avoiding: used)
        for (position, id) in zip(fresh, freshIDs) { ids[position] = id }
        return ids.compactMap { $0 }
    }

    /// Ids that organisations had, or would have, without the decisions that joined them.
    private func aliases(
        of records: [LinkRecord], _ resolution: Resolution, ids: [String], decisions: [LinkDecision]
    ) -> [IDAlias] {
        var aliases: [String: String] = [:]
        let kept = Set(ids)
        for (id, known) in zip(ids, resolution.knownIDs) {
            for other in known where !kept.contains(other) { aliases[other] = id }
        }
        if decisions.contains(where: { $0.verdict == .same }) {
            let apart = Resolver(lexicon: lexicon, model: model)
                .resolve(records, decisions: decisions.filter { $0.verdict != .same })
            let apartIDs = self.ids(of: apart, contentKeys: records.map(\.contentKey))
            for (cluster, id) in zip(apart.clusters, apartIDs) where !kept.contains(id) {
                aliases[id] = resolution.links[cluster[0]].map { ids[$0.cluster] }
            }
        }
        return aliases.sorted { $0.key < $1.key }.map { IDAlias(alias: $0.key, organizationID: $0.value) }
    }
}
