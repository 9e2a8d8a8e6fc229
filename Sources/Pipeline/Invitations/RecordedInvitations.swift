internal import Linkage
internal import Model

/// What people wrote into the ledgers of `planner.xlsx`, with the organisations of now.
struct RecordedInvitations {
    struct Row {
        let organizationID: String
        let waveID: String
        let entry: InvitationEntry
        /// The row of `decisions.csv`.
        let reference: RecordReference

        /// As the register keeps it; `nil` where nobody was invited.
        var invitation: Invitation? {
            entry.isInvitation
                ? Invitation(
                    organizationID: organizationID, waveID: waveID, invitedOn: entry.invitedOn, outcome: entry.outcome,
                    reference: reference) : nil
        }
    }

    private struct Subject: Hashable {
        let organizationID: String
        let waveID: String
    }

    /// Of this wave, in the order of ids.
    let own: [Row]
    /// Of earlier waves, as far as this wave's file holds them; in the order of ids.
    let late: [Row]
    /// Of waves before, with the ids of now.
    private let handedOn: [Invitation]
    /// What was said of the leaflet in any wave, by organisation.
    let leafletConsents: [String: [(date: CivilDate?, isGiven: Bool)]]
    let findings: [Finding]

    /// - Parameter knowledge: with the ids of now.
    init(
        _ stated: [StatedInvitation], wave: Wave, resolved: ResolveStage.Result, earlier: [EarlierRecord],
        knowledge: EarlierKnowledge
    ) {
        let ids = stated.isEmpty ? [:] : Self.ids(resolved, earlier)
        let idsByName = Self.idsByName(ids)
        let current = Set(resolved.ids)
        let earlierWaves = Set(knowledge.waves.map(\.id))
        var rows: [Subject: Row] = [:]
        var spokenOf: Set<Subject> = []
        var consents: [String: [(date: CivilDate?, isGiven: Bool)]] = [:]
        var findings: [Finding] = []
        for invitation in stated {
            let (waveID, entry) = (invitation.statement.waveID, invitation.statement.entry)
            let name = LinkRecord.name(inContentKey: invitation.contentKey)
            guard let id = ids[invitation.contentKey] ?? idsByName[name],
                waveID == wave.id ? current.contains(id) : earlierWaves.contains(waveID)
            else {
                if let row = invitation.row {
                    findings.append(Self.unmatched(invitation.contentKey, row))
                }
                continue
            }
            if let entry, let isGiven = entry.leafletConsent {
                consents[id, default: []].append((entry.invitedOn, isGiven))
            }
            // What earlier waves say comes with their register.
            guard let row = invitation.row else { continue }
            let subject = Subject(organizationID: id, waveID: waveID)
            spokenOf.insert(subject)
            rows[subject] = entry.map {
                Row(
                    organizationID: id, waveID: waveID, entry: $0,
                    reference: RecordReference(file: Decisions.file, sheet: nil, row: row))
            }
        }
        let sorted = rows.values.sorted { ($0.organizationID, $0.waveID) < ($1.organizationID, $1.waveID) }
        own = sorted.filter { $0.waveID == wave.id }
        late = sorted.filter { $0.waveID != wave.id }
        handedOn = knowledge.invitations.filter { invitation in
            invitation.reference.file != Decisions.file
                || !spokenOf.contains(
                    Subject(organizationID: invitation.organizationID, waveID: invitation.waveID))
        }
        leafletConsents = consents
        self.findings = findings
    }

    /// Organisations by the content keys of their records.
    private static func ids(_ resolved: ResolveStage.Result, _ earlier: [EarlierRecord]) -> [String: String] {
        let aliases = Dictionary(
            resolved.aliases.map { ($0.alias, $0.organizationID) }, uniquingKeysWith: { first, _ in first })
        let own = zip(resolved.contentKeys, resolved.links).compactMap { key, link in
            link.map { (key, $0.organizationID) }
        }
        let before = earlier.map { ($0.contentKey, aliases[$0.organizationID] ?? $0.organizationID) }
        return Dictionary(own + before, uniquingKeysWith: { first, _ in first })
    }

    /// Of names that one organisation alone has: an address that was put right must not cost the entry.
    private static func idsByName(_ ids: [String: String]) -> [String: String] {
        Dictionary(grouping: ids.keys) { LinkRecord.name(inContentKey: $0) }.compactMapValues { keys in
            let found = Set(keys.compactMap { ids[$0] })
            return found.count == 1 ? found.first : nil
        }
    }

    /// With the name alone: an address may be withheld.
    private static func unmatched(_ contentKey: String, _ row: Int) -> Finding {
        Finding(
            .info, .decisionUnmatched, at: CellLocation(file: Decisions.file, row: row, column: "subject_a"),
            found: LinkRecord.name(inContentKey: contentKey))
    }

    /// Of ledgers of earlier waves, whoever kept them.
    var earlier: [Invitation] { handedOn + late.compactMap(\.invitation) }

    /// What people wrote into the ledger of a wave before this one, with the wave before the name of a file of its folder.
    func entries(ofWave id: String) -> [Invitation] {
        let before = handedOn.filter { $0.waveID == id && $0.reference.file == Decisions.file }.map { invitation in
            Invitation(
                organizationID: invitation.organizationID, waveID: id, invitedOn: invitation.invitedOn,
                outcome: invitation.outcome,
                reference: RecordReference(
                    file: "\(id):\(Decisions.file)", sheet: nil, row: invitation.reference.row))
        }
        return before + late.filter { $0.waveID == id }.compactMap(\.invitation)
    }
}
