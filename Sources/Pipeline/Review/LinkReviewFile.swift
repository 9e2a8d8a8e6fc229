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
        guard let verdict = Self.verdict(row[.decision]) else {
            throw StageError(
                .decisionUnreadable, at: row.location(.decision), found: row[.decision],
                expected: LinkReview.Decision.allCases.map(\.rawValue).joined(separator: " / "))
        }
        guard let a = last.contentKeys[of: row, .fileA, .sheetA, .rowA],
            let b = last.contentKeys[of: row, .fileB, .sheetB, .rowB]
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
        case "", "保留", "不明": .undecided
        default: nil
        }
    }
}

extension [RecordReference: String] {
    /// The content key of the record that three cells name; `nil` when they were changed.
    fileprivate subscript(
        of row: ReviewRow<LinkReview.Column>, file: LinkReview.Column, sheet: LinkReview.Column,
        number: LinkReview.Column
    ) -> String? {
        guard let number = Int(row[number]) else { return nil }
        return self[
            RecordReference(file: row[file], sheet: row[sheet].isEmpty ? nil : row[sheet], row: number)]
    }
}
