internal import Model
internal import Tabular
internal import Text

/// A row of a review file as a person left it.
struct ReviewRow<Column: RawRepresentable<String> & Hashable> {
    /// Of the row as a whole.
    fileprivate let row: CellLocation
    fileprivate let cells: [Column: String]

    /// Trimmed; empty where the column was taken out.
    subscript(column: Column) -> String { cells[column] ?? "" }

    func location(_ column: Column) -> CellLocation { row.column(column.rawValue) }
}

/// Reads a review file back. Columns are found by their titles, so that sorting, filtering and moving them does no harm.
enum ReviewSheet {
    /// - Returns: the rows that a person filled in.
    /// - Throws: `StageError` when the file can't be read or a column that is needed was taken out.
    static func filledRows<File: ReviewFile>(
        of file: File, at place: String
    ) throws(StageError) -> [ReviewRow<File.Column>] {
        let table = try TableReader(path: place, name: file.path)
        var row = Row()
        let columns = try header(of: file, table, row: &row)
        var filled: [ReviewRow<File.Column>] = []
        while try table.next(into: &row) {
            let found = ReviewRow(
                row: CellLocation(file: file.path, sheet: table.sheet, row: row.number),
                cells: columns.mapValues { Width.trimmed(row[$0]) })
            if file.inputs.contains(where: { !found[$0].isEmpty }) { filled.append(found) }
        }
        return filled
    }

    /// The header is the first row that has the title of the verdict; titles and notes may stand above it.
    private static func header<File: ReviewFile>(
        of file: File, _ table: TableReader, row: inout Row
    ) throws(StageError) -> [File.Column: Int] {
        let verdict = NearestNames.titleKey(file.verdict.rawValue)
        while try table.next(into: &row) {
            let titles = (0..<row.count).map { NearestNames.titleKey(row[$0]) }
            guard titles.contains(verdict) else { continue }
            var columns: [File.Column: Int] = [:]
            for column in File.Column.allCases {
                columns[column] = titles.firstIndex(of: NearestNames.titleKey(column.rawValue))
            }
            let missing = file.needed.filter { columns[$0] == nil }
            guard missing.isEmpty else {
                let location = CellLocation(file: file.path, sheet: table.sheet, row: row.number)
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
            .columnMissing, at: CellLocation(file: file.path, sheet: table.sheet), found: file.verdict.rawValue)
    }
}
