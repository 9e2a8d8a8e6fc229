internal import Model
internal import Survey

/// Whom the ledger of this wave names, the latest row of each.
struct LedgerEntries {
    struct Entry {
        let organizationID: String
        let outcome: InvitationReview.Outcome
        let date: CivilDate?
        let reference: RecordReference
    }

    /// In the order of ids.
    let all: [Entry]

    init(_ evidence: Evidence) {
        var entries: [String: Entry] = [:]
        for (index, record) in evidence.read.records.enumerated() where record.role == .invitation {
            guard let id = evidence.resolved.links[index]?.organizationID else { continue }
            let entry = Entry(
                organizationID: id, outcome: InvitationReview.Outcome(written: record[.invitationOutcome] ?? ""),
                date: record.date?.date, reference: record.reference)
            if let known = entries[id], !Self.isLater(entry, than: known) { continue }
            entries[id] = entry
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
