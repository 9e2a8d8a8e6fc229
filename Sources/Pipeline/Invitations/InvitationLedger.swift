internal import Model
internal import Survey

/// Whom the city invited before and how that ended, and what this wave's answers say of joining.
struct InvitationLedger {
    struct Entry {
        let organizationID: String
        let outcome: InvitationOutcome
        let date: CivilDate?
        let reference: RecordReference
        /// Whose ledger it is; `nil` for this wave's.
        let earlierWave: String?
        /// 0 for this wave.
        let wavesAgo: Int

        /// Whether a person wrote it into the workbook, rather than into a file of the wave.
        var isRecorded: Bool { reference.file == Decisions.file }

        init(
            organizationID: String, outcome: InvitationOutcome, date: CivilDate?, reference: RecordReference,
            earlierWave: String?, wavesAgo: Int
        ) {
            self.organizationID = organizationID
            self.outcome = outcome
            self.date = date
            self.reference = reference
            self.earlierWave = earlierWave
            self.wavesAgo = wavesAgo
        }

        /// `nil` where the outcome can't be read.
        init?(_ invitation: Invitation, earlierWave: String?, wavesAgo: Int) {
            guard let outcome = InvitationOutcome(written: invitation.outcome) else { return nil }
            self.init(
                organizationID: invitation.organizationID, outcome: outcome, date: invitation.invitedOn,
                reference: invitation.reference, earlierWave: earlierWave, wavesAgo: wavesAgo)
        }
    }

    /// Outcomes that could not be read, by organisation.
    private let unread: [String: String]
    /// The latest of each organisation, in whatever wave it was.
    private let entries: [String: Entry]
    /// Those that were members in an earlier wave and are none now.
    private let former: Set<String>
    /// What the question about joining was answered, by organisation; only answers that count.
    private let wishes: [String: String]
    let findings: [Finding]

    /// Ids of the options of the question about joining.
    private enum Wish {
        static let wants = "wants"
        static let declines = "declines"
        static let joined = "joined"
    }

    init(_ evidence: Evidence) {
        let records = evidence.read.records
        let profiles = evidence.profilesByID
        let question = evidence.inputs.questionnaire.first(.wishToJoin)
        var entries = Self.earlierEntries(evidence)
        var unread: [String: String] = [:]
        var wishes: [String: String] = [:]
        var findings: [Finding] = []
        for (index, record) in records.enumerated() {
            guard let id = evidence.resolved.links[index]?.organizationID else { continue }
            let isMember = profiles[id]?.organization.isMember == true
            let column = Self.outcomeColumn(of: record, in: evidence.inputs)
            if record.role == .invitation {
                let text = record[.invitationOutcome] ?? ""
                guard let outcome = InvitationOutcome(written: text) else {
                    unread[id] = text
                    findings.append(
                        Finding(
                            .warning, .invitationOutcomeUnknown, at: record.reference.location.column(column),
                            found: text, expected: InvitationOutcome.examples))
                    continue
                }
                let entry = Entry(
                    organizationID: id, outcome: outcome, date: record.date?.date, reference: record.reference,
                    earlierWave: nil, wavesAgo: 0)
                if let known = entries[id], !Self.isLater(entry, than: known) { continue }
                entries[id] = entry
            } else if record.role == .response, evidence.consolidated.counts[index], let question,
                let wish = record.answers[question.id]?.chosen.first
            {
                wishes[id] = wish
                if wish == Wish.joined, !isMember {
                    findings.append(
                        Finding(
                            .warning, .joinedButNotMember,
                            at: record.reference.location.column("\(question.id) \(question.label)"),
                            found: record.name))
                }
            }
        }
        for row in evidence.recorded.own {
            guard let invitation = row.invitation, let entry = Entry(invitation, earlierWave: nil, wavesAgo: 0) else {
                continue
            }
            if let known = entries[row.organizationID], !Self.isLater(entry, than: known) { continue }
            entries[row.organizationID] = entry
        }
        former = Set(
            evidence.knowledge.standings.filter(\.isMember).map(\.organizationID).filter {
                profiles[$0]?.organization.isMember == false
            })
        for entry in entries.values.sorted(by: { $0.reference < $1.reference })
        where entry.outcome == .joined && entry.wavesAgo == 0 {
            guard let organization = profiles[entry.organizationID]?.organization, !organization.isMember else {
                continue
            }
            findings.append(
                Finding(.warning, .joinedButNotMember, at: entry.reference.location, found: organization.name))
        }
        self.entries = entries
        self.unread = unread
        self.wishes = wishes
        self.findings = findings
    }

    /// The latest of each organisation in the ledgers of earlier waves. What could not be read was said then.
    private static func earlierEntries(_ evidence: Evidence) -> [String: Entry] {
        let knowledge = evidence.knowledge
        let ages = Dictionary(uniqueKeysWithValues: knowledge.waves.enumerated().map { ($1.id, $0) })
        var entries: [String: Entry] = [:]
        for invitation in evidence.recorded.earlier {
            guard let age = ages[invitation.waveID],
                let entry = Entry(invitation, earlierWave: knowledge.waves[age].label, wavesAgo: age + 1)
            else { continue }
            if let known = entries[entry.organizationID], !isLater(entry, than: known) { continue }
            entries[entry.organizationID] = entry
        }
        return entries
    }

    /// Of this wave's ledger and of earlier ones, as they go into the register.
    static func invitations(of evidence: Evidence) -> [Invitation] {
        let own = evidence.read.records.enumerated().compactMap { index, record -> Invitation? in
            guard record.role == .invitation, let link = evidence.resolved.links[index] else { return nil }
            return Invitation(
                organizationID: link.organizationID, waveID: evidence.inputs.wave.id, invitedOn: record.date?.date,
                outcome: record[.invitationOutcome] ?? "", reference: record.reference)
        }
        return evidence.recorded.earlier + own + evidence.recorded.own.compactMap(\.invitation)
    }

    private static func outcomeColumn(of record: Record, in inputs: WaveInputs) -> String {
        let source = inputs.description.sources.first { $0.file == record.reference.file }
        return source?.columns[.invitationOutcome] ?? RecordField.invitationOutcome.rawValue
    }

    /// By date; without one, by wave. Of one day, what was written into the workbook comes after the files that it was made
    /// of; else the place in the file decides.
    private static func isLater(_ entry: Entry, than other: Entry) -> Bool {
        if let date = entry.date, let before = other.date, date != before { return before < date }
        if entry.wavesAgo != other.wavesAgo { return entry.wavesAgo < other.wavesAgo }
        if entry.isRecorded != other.isRecorded { return entry.isRecorded }
        return other.reference < entry.reference
    }

    /// What the ledger says of an organisation that its caller should know, in words.
    func remark(on id: String) -> String? {
        if let text = unread[id] { return "前の声掛け：結果「\(text)」が読めません" }
        if former.contains(id) { return "以前の参加団体（いまの名簿にありません）" }
        guard let entry = entries[id] else { return nil }
        let wave = entry.earlierWave.map { "（\($0)）" } ?? ""
        if entry.wavesAgo == 0, entry.isRecorded, entry.outcome == .undecided {
            return "声掛け中：返事待ち・検討中"
        }
        return switch entry.outcome {
        case .undecided: "前の声掛け\(wave)：返事待ち・検討中"
        case .declined: "前の声掛け\(wave)：辞退"
        case .joined: "前の声掛け\(wave)：参加（参加団体の名簿にありません）"
        }
    }

    /// Whether an organisation isn't to be proposed: it declined, in this wave's answer or when it was invited, or said yes
    /// and only the list of members doesn't know yet.
    /// - Parameters:
    ///   - returnAfter: after so many waves one that declined may be asked again.
    ///   - wavesSince: how many waves began after a day.
    func isBarred(_ id: String, returnAfter: Int?, wavesSince: (CivilDate) -> Int) -> Bool {
        if let wish = wishes[id], wish == Wish.declines || wish == Wish.joined { return true }
        guard let entry = entries[id] else { return false }
        switch entry.outcome {
        // Whoever left after joining can be asked again.
        case .joined: return !former.contains(id)
        case .undecided: return false
        case .declined:
            guard let date = entry.date else { return true }
            // Who wishes to join now has thought again.
            if wishes[id] == Wish.wants, wavesSince(date) > 0 { return false }
            return returnAfter.map { wavesSince(date) < $0 } ?? true
        }
    }

    /// How many invitations ended, and how many still wait.
    ///
    /// Without those that people write down while they work through this wave's list: the first answers would turn over the
    /// list that a meeting decided on, and who answers first isn't like the others.
    var outcomes: (joined: [String], declined: [String], undecided: Int) {
        let sorted = entries.values.filter { !$0.isRecorded || $0.wavesAgo > 0 }
            .sorted { $0.organizationID < $1.organizationID }
        return (
            sorted.filter { $0.outcome == .joined }.map(\.organizationID),
            sorted.filter { $0.outcome == .declined }.map(\.organizationID),
            sorted.count { $0.outcome == .undecided }
        )
    }
}
