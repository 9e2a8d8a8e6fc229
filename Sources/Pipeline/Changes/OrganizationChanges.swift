internal import Analysis
internal import Model
internal import Survey
internal import Text

/// Organisations of two waves, side by side.
struct OrganizationChanges {
    private let evidence: Evidence
    private let earlier: EarlierFacts
    private let offices: OfficeComparison
    private let names: NameNormalizer
    private let closedNotes: [String]
    /// Rows of this wave, by organisation; in the order of the roles, then of the files.
    private let records: [String: [Record]]

    init(_ evidence: Evidence, _ earlier: EarlierFacts) {
        self.evidence = evidence
        self.earlier = earlier
        offices = OfficeComparison(evidence.inputs)
        names = evidence.inputs.reference.names
        closedNotes = evidence.inputs.description.closedNotes
        records = Dictionary(
            zip(evidence.resolved.ids, evidence.resolved.clusters).map { id, cluster in
                (
                    id,
                    cluster.map { evidence.read.records[$0] }.sorted {
                        ($0.role, $0.reference) < ($1.role, $1.reference)
                    }
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// By kind, then by name.
    func run() -> [OrganizationChange] {
        let ids = Set(records.keys).union(earlier.standings.keys)
        let order = Dictionary(
            OrganizationChange.Kind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func key(_ change: OrganizationChange) -> (Int, String, String) {
            (order[change.kind] ?? 0, change.name, change.organizationID)
        }
        return ids.flatMap(changes).sorted { key($0) < key($1) }
    }

    private func changes(_ id: String) -> [OrganizationChange] {
        let (before, now) = (earlier.standings[id], evidence.profilesByID[id]?.organization)
        var differences: OrganizationComparison.Differences = []
        if before != nil, let now { differences = self.differences(now) }
        return OrganizationComparison.kinds(
            earlier: before.map {
                OrganizationComparison.Standing(
                    isListed: $0.isInFrame, isMember: $0.isMember, isClosed: closedWord($0.notes) != nil)
            },
            later: now.map {
                OrganizationComparison.Standing(
                    isListed: $0.isInFrame, isMember: $0.isMember, isClosed: closedWord(frameNotes(id)) != nil)
            }, isKnown: earlier.knownIDs.contains(id), differences
        ).map { change($0, id, before, now) }
    }

    // MARK: What is different

    private func differences(_ now: Organization) -> OrganizationComparison.Differences {
        var differences: OrganizationComparison.Differences = []
        let before = earlier.records[now.id] ?? []
        let addresses = before.compactMap { $0.record[.address] }
        if let address = now.address, offices.hasMoved(to: address, from: addresses) { differences.insert(.office) }
        guard !before.isEmpty, !before.contains(where: { $0.record.name == now.name }) else { return differences }
        let earlierNames = before.map { names.normalize($0.record.name) }
        let name = names.normalize(now.name)
        let isKnown = earlierNames.contains {
            $0.core == name.core || $0.looseCore == name.looseCore || Self.isSlip($0.core, name.core)
        }
        if !isKnown { differences.insert(.name) }
        let forms = Set(earlierNames.compactMap(\.legalFormID))
        if let form = now.legalForm, !forms.contains(form) {
            differences.insert(forms.isEmpty ? .legalFormGained : .legalForm)
        }
        return differences
    }

    /// Whether two longer names are the same but for one letter that is missing or another one: more likely a slip than a
    /// name.
    private static func isSlip(_ a: String, _ b: String) -> Bool {
        let (first, second) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        let shorter = min(first.count, second.count)
        guard shorter >= leastLettersOfSlip, abs(first.count - second.count) <= 1 else { return false }
        let front = zip(first, second).prefix { $0 == $1 }.count
        let back = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        return front + back >= max(first.count, second.count) - 1
    }

    private static let leastLettersOfSlip = 6

    private func frameNotes(_ id: String) -> [String] {
        (records[id] ?? []).filter { $0.role == .frame }.compactMap { $0[.note] }
    }

    private func closedWord(_ notes: [String]) -> String? {
        closedNotes.first { word in notes.contains { $0.contains(word) } }
    }

    // MARK: As it is told

    private func change(
        _ kind: OrganizationChange.Kind, _ id: String, _ before: EarlierFacts.Standing?, _ now: Organization?
    ) -> OrganizationChange {
        let isWithheld = before?.isLocationWithheld == true || now?.isLocationWithheld == true
        let said = said(kind, id, before, now)
        let hidesPlace = kind == .moved && isWithheld
        return OrganizationChange(
            kind: kind, organizationID: id, name: now?.name ?? before?.name ?? id,
            before: hidesPlace ? "" : said.before, after: hidesPlace ? "" : said.after, isPlaceWithheld: hidesPlace,
            reference: reference(kind, id), earlierReference: earlierReference(kind, id))
    }

    private func said(
        _ kind: OrganizationChange.Kind, _ id: String, _ before: EarlierFacts.Standing?, _ now: Organization?
    ) -> (before: String, after: String) {
        switch kind {
        case .new, .added, .leftList, .joined, .left: ("", "")
        // The word alone: a note can name people.
        case .closed: ("", closedWord(frameNotes(id)) ?? "")
        case .moved:
            (earlier.records[id]?.lazy.compactMap { $0.record[.address] }.first ?? "", now?.address ?? "")
        case .renamed, .incorporated, .legalFormChanged: (before?.name ?? "", now?.name ?? "")
        }
    }

    private func reference(_ kind: OrganizationChange.Kind, _ id: String) -> RecordReference? {
        func first(_ roles: Role...) -> RecordReference? {
            roles.lazy.compactMap { role in records[id]?.first { $0.role == role }?.reference }.first
        }
        return switch kind {
        case .new, .added, .closed: first(.frame)
        case .joined: first(.member)
        default: first(.frame, .member, .response)
        }
    }

    private func earlierReference(_ kind: OrganizationChange.Kind, _ id: String) -> RecordReference? {
        switch kind {
        case .leftList: earlier.reference(of: id, .frame)
        case .left: earlier.reference(of: id, .member)
        default: earlier.reference(of: id, .frame, .member, .response)
        }
    }
}
