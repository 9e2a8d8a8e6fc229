internal import Model
internal import Survey

/// What the ledger of this wave means for its list: who isn't proposed again, and who stays since an answer is awaited.
struct LedgerConditions {
    /// Passed over, in the order of ids.
    private let passed: [RecordedInvitations.Row]
    /// Ids of those that are to be asked, or were and have not decided.
    let waiting: [String]

    /// - Parameters:
    ///   - isOpen: whether an organisation can be invited at all.
    ///   - must: ids that `wave.yaml` wants in any case.
    ///   - mustNot: ids that it does not want.
    init(_ rows: [RecordedInvitations.Row], isOpen: (String) -> Bool, must: [String], mustNot: [String]) {
        let (must, mustNot) = (Set(must), Set(mustNot))
        passed = rows.filter { $0.entry.decision == .pass && !must.contains($0.organizationID) }
        waiting = rows.filter {
            $0.entry.decision == .invite && InvitationOutcome(written: $0.entry.outcome) == .undecided
        }.map(\.organizationID).filter { isOpen($0) && !mustNot.contains($0) }
    }

    var passedIDs: [String] { passed.map(\.organizationID) }

    /// - Parameters:
    ///   - name: of an organisation, by its id.
    ///   - keepsWaiting: whether those that are waited for could stay.
    func constraints(name: (String) -> String, keepsWaiting: Bool) -> [ExplainedShortlist.Constraint] {
        var sentences = passed.map { row in
            let reason = row.entry.reason.isEmpty ? "" : "。理由：\(row.entry.reason)"
            return "「\(name(row.organizationID))」を候補に入れない（声掛けの記録で見送り\(reason)）"
        }
        if !waiting.isEmpty {
            sentences.append(
                keepsWaiting
                    ? "声掛けの結果を待っている\(waiting.count)団体を、候補に残す（声掛けの記録）"
                    : "声掛けの結果を待っている\(waiting.count)団体は、ほかの条件と両立しないため、必ずしも候補に残していない（声掛けの記録）")
        }
        return sentences.map { ExplainedShortlist.Constraint(name: $0, isFromLedger: true) }
    }
}
