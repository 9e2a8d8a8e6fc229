internal import Model
internal import Reporting
internal import Tabular
internal import Text

/// A row of `review/links.xlsx` as a person left it.
struct ReviewedLink {
    let location: CellLocation
    /// `nil` when the cells that say which row is meant were changed.
    let a: RecordReference?
    let b: RecordReference?
    let verdict: String
    let note: String
    /// What the cells say of the two rows, for a message.
    let shown: String

    var isBlank: Bool { verdict.isEmpty && note.isEmpty }
}

/// Reads `review/links.xlsx` back. Columns are found by their titles, so that sorting, filtering and moving them does
/// no harm.
struct LinkReviewReader {
    /// - Throws: `StageError` when the file can't be read or a column that is needed was taken out.
    static func read(path: String, name: String) throws(StageError) -> [ReviewedLink] {
        let table = try TableReader(path: path, name: name)
        var row = Row()
        let columns = try header(table, row: &row, name: name)
        var links: [ReviewedLink] = []
        while try table.next(into: &row) {
            func cell(_ column: LinkReview.Column) -> String { columns[column].map { Width.trimmed(row[$0]) } ?? "" }
            func reference(
                _ file: LinkReview.Column, _ sheet: LinkReview.Column, _ number: LinkReview.Column
            ) -> RecordReference? {
                let name = cell(sheet)
                return Int(cell(number)).map {
                    RecordReference(file: cell(file), sheet: name.isEmpty ? nil : name, row: $0)
                }
            }
            links.append(
                ReviewedLink(
                    location: CellLocation(
                        file: name, sheet: table.sheet, row: row.number, column: LinkReview.Column.decision.rawValue),
                    a: reference(.fileA, .sheetA, .rowA), b: reference(.fileB, .sheetB, .rowB),
                    verdict: cell(.decision), note: cell(.note),
                    shown: "\(cell(.fileA)) \(cell(.rowA)) / \(cell(.fileB)) \(cell(.rowB))"))
        }
        return links
    }

    /// The header is the first row that has the title of the verdict; titles and notes may stand above it.
    private static func header(
        _ table: TableReader, row: inout Row, name: String
    ) throws(StageError) -> [LinkReview.Column: Int] {
        let verdict = NearestNames.titleKey(LinkReview.Column.decision.rawValue)
        while try table.next(into: &row) {
            let titles = (0..<row.count).map { NearestNames.titleKey(row[$0]) }
            guard titles.contains(verdict) else { continue }
            var columns: [LinkReview.Column: Int] = [:]
            for column in LinkReview.Column.allCases {
                columns[column] = titles.firstIndex(of: NearestNames.titleKey(column.rawValue))
            }
            let missing = needed.filter { columns[$0] == nil }
            guard missing.isEmpty else {
                let location = CellLocation(file: name, sheet: table.sheet, row: row.number)
                throw StageError(
                    missing.map { column in
                        Problem(
                            .columnMissing, at: location, found: column.rawValue,
                            expected: (0..<row.count).map { row[$0] }.joined(separator: ", "))
                    })
            }
            return columns
        }
        throw StageError(
            .columnMissing, at: CellLocation(file: name, sheet: table.sheet),
            found: LinkReview.Column.decision.rawValue)
    }

    /// Without these a decision can't be brought back to its records.
    private static let needed: [LinkReview.Column] = [.decision, .fileA, .sheetA, .rowA, .fileB, .sheetB, .rowB]
}
