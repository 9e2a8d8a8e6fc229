internal import Model
internal import Reporting
internal import Text

/// `review/areas.xlsx`: where an organisation works. Places that a person wrote are worth more than the verdict beside them;
/// a note alone counts as undecided.
struct AreaReviewFile: ReviewFile {
    typealias Column = AreaReview.Column

    let path = AreaReview.path
    let inputs = [Column.decision, .correction, .note]
    let verdict = Column.decision
    let needed = [Column.decision, .correction, .file, .sheet, .row]

    func decision(in row: ReviewRow<Column>, about last: LastOutput) throws(StageError) -> ReviewDecision {
        guard let key = row.record(.file, .sheet, .row).flatMap({ last.contentKeys[$0] }) else {
            throw StageError(.decisionUnmatched, at: row.location(.decision), found: "\(row[.file]) \(row[.row])")
        }
        let (verdict, text) = try answer(in: row)
        return ReviewDecision(
            kind: .area, verdict: verdict.rawValue, subjectA: key, subjectB: text, note: row[.note])
    }

    private func answer(in row: ReviewRow<Column>) throws(StageError) -> (AreaDecision.Verdict, String) {
        let word = row[.decision]
        let decision = Self.decision(word)
        guard decision != nil || word.isEmpty || row.isUndecided(.decision) else {
            throw StageError(
                .decisionUnreadable, at: row.location(.decision), found: word,
                expected: AreaReview.Decision.allCases.map(\.rawValue).joined(separator: " / "))
        }
        if !row[.correction].isEmpty { return (.areas, row[.correction]) }
        switch decision {
        case nil: return (.undecided, "")
        case .city: return (.city, "")
        case .asRead: return (.asRead, "")
        case .nowhere: return (.nowhere, "")
        case .areas:
            throw StageError(
                .decisionIncomplete, at: row.location(.correction), found: word, expected: Column.correction.rawValue)
        }
    }

    private static func decision(_ text: String) -> AreaReview.Decision? {
        switch Width.foldedWithoutSpaces(text) {
        case "市全域", "市内全域", "全域", "市全体": .city
        case "このとおり", "この通り", "正しい": .asRead
        case "市内では活動しない", "市内で活動しない", "活動しない", "なし", "市外のみ": .nowhere
        case "地域を書く", "一部の地域", "一部": .areas
        default: nil
        }
    }
}
