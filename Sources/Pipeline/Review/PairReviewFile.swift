internal import Model
internal import Reporting
internal import Store
internal import Text

/// `review/pairs.xlsx`: which support types go with a theme. Labels that a person wrote are worth more than the verdict
/// beside them; a note alone counts as undecided.
struct PairReviewFile: ReviewFile {
    typealias Column = PairReview.Column

    /// Of the labels.
    let taxonomy: Taxonomy

    let path = PairReview.path
    let inputs = [Column.decision, .types, .note]
    let verdict = Column.decision
    let needed = [Column.decision, .types, .theme, .file, .sheet, .row]

    func decision(in row: ReviewRow<Column>, about last: LastOutput) throws(StageError) -> ReviewDecision {
        guard let record = row.record(.file, .sheet, .row), let key = last.contentKeys[record],
            let named = last.activities[record],
            let theme = taxonomy.themes.first(where: { $0.label == row[.theme] }), named.themeIDs.contains(theme.id)
        else {
            throw StageError(
                .decisionUnmatched, at: row.location(.decision), found: "\(row[.file]) \(row[.row]) \(row[.theme])")
        }
        let types = taxonomy.supportTypes(goingWith: theme.id, of: named.supportTypeIDs)
        let (verdict, chosen) = try answer(in: row, types: types.map { ($0, taxonomy.label(.supportType, $0)) })
        return ReviewDecision(
            kind: .pair, verdict: verdict.rawValue, subjectA: key,
            subjectB: PairDecision.subject(theme: theme.id, types: chosen), note: row[.note])
    }

    /// - Parameter types: those that the organisation named and that can go with the theme.
    private func answer(
        in row: ReviewRow<Column>, types: [(id: String, label: String)]
    ) throws(StageError) -> (PairDecision.Verdict, [String]) {
        let word = row[.decision]
        let decision = row.isUndecided(.decision) ? .undecided : Self.decision(word)
        guard decision != nil || word.isEmpty else {
            throw StageError(
                .decisionUnreadable, at: row.location(.decision), found: word,
                expected: PairReview.Decision.allCases.map(\.rawValue).joined(separator: " / "))
        }
        let chosen = try row.ids(.types, among: types)
        if !chosen.isEmpty { return (.types, chosen) }
        switch decision {
        case nil, .undecided: return (.undecided, [])
        case .all: return (.all, [])
        case .nothing: return (.none, [])
        case .types:
            throw StageError(
                .decisionIncomplete, at: row.location(.types), found: word, expected: Column.types.rawValue)
        }
    }

    private static func decision(_ text: String) -> PairReview.Decision? {
        switch Width.foldedWithoutSpaces(text) {
        case "すべて", "全て", "全部", "このとおり", "この通り": .all
        case "種類を書く", "一部", "一部の種類": .types
        case "どれもしない", "していない", "しない", "なし": .nothing
        default: nil
        }
    }
}
