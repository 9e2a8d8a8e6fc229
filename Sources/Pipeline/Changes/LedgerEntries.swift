internal import Model
internal import Survey

/// Whom the city invited since the wave before, the latest word on each: what the files of this wave say, and what people
/// wrote into the workbook of the one before, beside the list itself.
struct LedgerEntries {
    struct Entry {
        let organizationID: String
        let outcome: InvitationReview.Outcome
        let date: CivilDate?
        let reference: RecordReference
    }

    /// In the order of ids.
    let all: [Entry]

    /// - Parameter earlierWave: id of the wave before.
    init(_ evidence: Evidence, earlierWave: String) {
        var entries: [String: Entry] = [:]
        func add(_ entry: Entry) {
            if let known = entries[entry.organizationID], !Self.isLater(entry, than: known) { return }
            entries[entry.organizationID] = entry
        }
        for (index, record) in evidence.read.records.enumerated() where record.role == .invitation {
            guard let id = evidence.resolved.links[index]?.organizationID else { continue }
            add(
                Entry(
                    organizationID: id, outcome: InvitationReview.Outcome(written: record[.invitationOutcome] ?? ""),
                    date: record.date?.date, reference: record.reference))
        }
        for invitation in evidence.recorded.entries(ofWave: earlierWave) {
            add(
                Entry(
                    organizationID: invitation.organizationID,
                    outcome: InvitationReview.Outcome(written: invitation.outcome), date: invitation.invitedOn,
                    reference: invitation.reference))
        }
        all = entries.values.sorted { $0.organizationID < $1.organizationID }
    }

    /// By date; without one, by place in the file.
    private static func isLater(_ entry: Entry, than other: Entry) -> Bool {
        if let date = entry.date, let before = other.date, date != before { return before < date }
        return other.reference < entry.reference
    }
}

extension InvitationReview.Outcome {
    fileprivate init(written text: String) {
        self =
            switch InvitationOutcome(written: text) {
            case .joined: .joined
            case .declined: .declined
            case .undecided: .undecided
            case nil: .unread
            }
    }
}
