internal import Model
internal import Tabular
internal import Text

/// The titles of a table: its first row that isn't blank.
struct HeaderRow {
    let titles: [String]
    /// As titles are compared.
    let keys: [String]
    let location: CellLocation

    /// - Parameter row: afterwards the row of titles.
    /// - Throws: `headerMissing`
    init(of table: TableReader, name: String, row: inout Row) throws(StageError) {
        repeat {
            guard try table.next(into: &row) else {
                throw StageError(.headerMissing, at: CellLocation(file: name, sheet: table.sheet), expected: "1")
            }
        } while row.isBlank
        titles = (0..<row.count).map { [row] in row[$0] }
        keys = titles.map(NearestNames.titleKey)
        location = CellLocation(file: name, sheet: table.sheet, row: row.number)
    }

    /// The first column with a title.
    func column(titled title: String) -> Int? { keys.firstIndex(of: NearestNames.titleKey(title)) }

    /// A column that isn't there, with the titles that are near.
    func missing(_ title: String) -> Problem {
        Problem(
            .columnMissing, at: location, found: title,
            expected: NearestNames.suggestions(for: title, among: titles).joined(separator: ", "))
    }
}
