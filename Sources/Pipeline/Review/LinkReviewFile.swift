internal import Linkage
internal import Model
internal import Reporting
internal import Text

/// `review/links.xlsx`: whether two organisations are one. A note without a verdict counts as 保留.
struct LinkReviewFile: ReviewFile {
    typealias Column = LinkReview.Column

    let path = LinkReview.path
    let inputs = [Column.decision, .note]
    let verdict = Column.decision
    let needed = [Column.decision, .fileA, .sheetA, .rowA, .fileB, .sheetB, .rowB]

    func decision(in row: ReviewRow<Column>, about last: LastOutput) throws(StageError) -> ReviewDecision {
        let isUndecided = row[.decision].isEmpty || row.isUndecided(.decision)
        guard let verdict = isUndecided ? .undecided : Self.verdict(row[.decision]) else {
            throw StageError(
                .decisionUnreadable, at: row.location(.decision), found: row[.decision],
                expected: LinkReview.Decision.allCases.map(\.rawValue).joined(separator: " / "))
        }
        guard let a = row.record(.fileA, .sheetA, .rowA).flatMap({ last.contentKeys[$0] }),
            let b = row.record(.fileB, .sheetB, .rowB).flatMap({ last.contentKeys[$0] })
        else {
            throw StageError(
                .decisionUnmatched, at: row.location(.decision),
                found: "\(row[.fileA]) \(row[.rowA]) / \(row[.fileB]) \(row[.rowB])")
        }
        return ReviewDecision(kind: .link, verdict: verdict.rawValue, subjectA: a, subjectB: b, note: row[.note])
    }

    private static func verdict(_ text: String) -> LinkDecision.Verdict? {
        switch Width.foldedWithoutSpaces(text) {
        case "同一", "同じ", "同": .same
        case "別", "別団体", "異なる": .different
        default: nil
        }
    }
}
