internal import Model
internal import Reporting
internal import Survey
internal import Text

/// The ledger beside 声掛け候補 in `planner.xlsx`.
struct LedgerLayout: ReviewLayout {
    typealias Column = LedgerReview.Column

    /// Whichever title the sheet is found by.
    var verdict = Column.decision
    let inputs = Column.inputs
    /// A row that was cleared says something too.
    let telling = Column.inputs + [.organizationID]
    /// Without one of the inputs, it would look as if all of them had been cleared.
    let needed = Column.inputs + [.organizationID]
}

extension ReviewRow<LedgerReview.Column> {
    /// Whether anything is written in the columns of the ledger.
    var isFilled: Bool { Column.inputs.contains { !self[$0].isEmpty } }

    /// - Returns: `nil` where nothing is written.
    /// - Throws: `StageError` with everything in the row that can't be read.
    func entry() throws(StageError) -> InvitationEntry? {
        guard isFilled else { return nil }
        var problems: [Problem] = []
        func read<Value>(
            _ column: Column, _ code: ProblemCode, _ expected: String, _ read: (String) -> Value?
        ) -> Value? {
            let text = self[column]
            if text.isEmpty { return nil }
            let value = read(text)
            if value == nil { problems.append(Problem(code, at: location(column), found: text, expected: expected)) }
            return value
        }
        let words = LedgerReview.Decision.allCases.map(\.rawValue).joined(separator: " / ")
        let decision = read(.decision, .decisionUnreadable, words, decision)
        let day = read(.invitedOn, .dateUnreadable, JapaneseDate.examples) {
            (JapaneseDate.parse($0) ?? JapaneseDate.moment(serial: $0))?.date
        }
        let outcome = read(.outcome, .decisionUnreadable, InvitationOutcome.examples, InvitationOutcome.init(written:))
        let consent = read(.leafletConsent, .decisionUnreadable, "○ / ×", Marks.meaning)
        if decision == .pass, outcome == .joined {
            problems.append(
                Problem(
                    .decisionContradicts, at: location(.decision), found: self[.decision],
                    expected: "\(Column.outcome.rawValue)「\(self[.outcome])」"))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return InvitationEntry(
            // Whoever was called was to be called.
            decision: decision ?? (day != nil || outcome != nil ? .invite : .undecided), reason: self[.reason],
            caller: self[.caller], invitedOn: day, method: self[.method], outcome: self[.outcome],
            leafletConsent: consent, note: self[.note])
    }

    private func decision(_ text: String) -> InvitationEntry.Decision? {
        switch Width.foldedWithoutSpaces(text) {
        case "声掛け", "声かけ", "声がけ", "声掛", "声を掛ける", "声をかける", "声掛け済み", "声掛け済", "掛ける", "する", "○", "〇", "◯": .invite
        case "見送り", "見送る", "見送", "掛けない", "声を掛けない", "しない", "×", "✕": .pass
        case "保留", "検討", "検討中", "未定", "次回", "△": .undecided
        default: isUndecided(.decision) ? .undecided : nil
        }
    }
}
