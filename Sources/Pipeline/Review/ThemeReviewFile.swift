internal import Model
internal import Reporting
internal import Text

/// `review/themes.xlsx`: what a free text says. Labels that a person wrote are worth more than the verdict beside them; a
/// note alone counts as undecided.
struct ThemeReviewFile: ReviewFile {
    typealias Column = ThemeReview.Column

    /// All that a text can be coded to.
    let taxonomy: Taxonomy

    let path = ThemeReview.path
    let inputs = [Column.decision, .correction, .note]
    let verdict = Column.decision
    let needed = [Column.decision, .correction, .subject, .text, .assigned, .guess1, .guess2]

    func decision(in row: ReviewRow<Column>, about last: LastOutput) throws(StageError) -> ReviewDecision {
        guard last.texts.contains(TextReview.key(row[.text])), let subject = ThemeReview.subject(row[.subject]) else {
            throw StageError(.decisionUnmatched, at: row.location(.decision), found: row[.text])
        }
        let (verdict, ids) = try answer(in: row, subject)
        return ReviewDecision(
            kind: Decisions.Kind(subject), verdict: verdict.rawValue, subjectA: row[.text],
            subjectB: ids.joined(separator: ";"), note: row[.note])
    }

    private func answer(
        in row: ReviewRow<Column>, _ subject: ActivitySubject
    ) throws(StageError) -> (TextVerdict, [String]) {
        let word = row[.decision]
        let decision = Self.decision(word)
        guard decision != nil || word.isEmpty || row.isUndecided(.decision) else { throw unreadable(word, in: row) }
        if !row[.correction].isEmpty { return (.assigned, try row.ids(.correction, among: known(subject))) }
        switch decision {
        case nil: return (.undecided, [])
        case .noCode: return (.noCode, [])
        case .elsewhere:
            throw StageError(
                .decisionIncomplete, at: row.location(.correction), found: word, expected: Column.correction.rawValue)
        case .guess1, .guess2, .both, .asRead:
            let columns = decision?.columns ?? []
            guard columns.allSatisfy({ !row[$0].isEmpty }) else { throw unreadable(word, in: row) }
            var ids: [String] = []
            for column in columns { ids += try row.ids(column, among: known(subject)) }
            return (.assigned, ids)
        }
    }

    /// What a text can be coded to.
    private func known(_ subject: ActivitySubject) -> [(id: String, label: String)] {
        switch subject {
        case .theme: taxonomy.themes.filter { !$0.isResidual }.map { ($0.id, $0.label) }
        case .supportType: taxonomy.supportTypes.filter { !$0.isResidual }.map { ($0.id, $0.label) }
        }
    }

    /// The words that the row leaves to choose from.
    private func unreadable(_ word: String, in row: ReviewRow<Column>) -> StageError {
        let open = ThemeReview.Decision.allCases.filter { decision in
            decision.columns.allSatisfy { !row[$0].isEmpty }
        }
        return StageError(
            .decisionUnreadable, at: row.location(.decision), found: word,
            expected: open.map(\.rawValue).joined(separator: " / "))
    }

    private static func decision(_ text: String) -> ThemeReview.Decision? {
        switch Width.foldedWithoutSpaces(text) {
        case "候補1", "1", "①": .guess1
        case "候補2", "2", "②": .guess2
        case "候補1と2", "候補1と候補2", "両方", "1と2": .both
        case "このとおり", "この通り", "正しい": .asRead
        case "該当なし", "なし", "どれでもない": .noCode
        case "別の内容", "別", "別のもの": .elsewhere
        default: nil
        }
    }
}
