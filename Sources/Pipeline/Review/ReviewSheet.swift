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

/// Reads a review file back, whatever sheets were added to it. Columns are found by their titles, so that sorting,
/// filtering, hiding and moving them does no harm.
struct ReviewSheet<Layout: ReviewLayout> {
    private let layout: Layout
    /// What messages call the file, which may be the workbook saved as CSV.
    private let name: String
    private var filled: [ReviewRow<Layout.Column>] = []

    /// - Parameter sheets: names of those that are read; `nil` for a text.
    /// - Returns: the rows that a person filled in; `nil` where no sheet has the title of the verdict.
    /// - Throws: `StageError` when the file can't be read to its last byte, or a column that is needed was taken out or is
    ///   there twice.
    static func filledRows(
        of layout: Layout, at place: String, name: String, sheets: [String?]
    ) throws(StageError) -> [ReviewRow<Layout.Column>]? {
        var reading = ReviewSheet(layout: layout, name: name)
        var isFound = false
        for sheet in sheets {
            let table = try TableReader(
                path: place, name: name, options: TableOptions(sheet: sheet, spreadsMergedCells: false))
            if try reading.read(table) { isFound = true }
        }
        return isFound ? reading.filled : nil
    }

    private init(layout: Layout, name: String) {
        self.layout = layout
        self.name = name
    }

    /// - Returns: whether the sheet has the title of the verdict.
    private mutating func read(_ table: TableReader) throws(StageError) -> Bool {
        var row = Row()
        guard let columns = try header(table, row: &row) else { return false }
        var merged = MergedInputs(table.mergedRanges, columns: layout.inputs.compactMap { columns[$0] })
        while try table.next(into: &row) {
            let texts = (0..<row.count).map { merged.text(row.number, $0, Width.trimmed(row[$0])) }
            let found = ReviewRow(
                row: CellLocation(file: name, sheet: table.sheet, row: row.number),
                cells: columns.mapValues { $0 < texts.count ? texts[$0] : merged.text(row.number, $0, "") })
            // The titles once more, as a copied range brings them.
            if NearestNames.titleKey(found[layout.verdict]) == NearestNames.titleKey(layout.verdict.rawValue) {
                continue
            }
            if layout.telling.contains(where: { !found[$0].isEmpty }) { filled.append(found) }
        }
        guard table.problems.isEmpty else { throw StageError(table.problems) }
        return true
    }

    /// The header is the first row that has the title of the verdict; titles and notes may stand above it.
    private func header(_ table: TableReader, row: inout Row) throws(StageError) -> [Layout.Column: Int]? {
        let verdict = NearestNames.titleKey(layout.verdict.rawValue)
        while try table.next(into: &row) {
            let titles = (0..<row.count).map { NearestNames.titleKey(row[$0]) }
            guard titles.contains(verdict) else { continue }
            var columns: [Layout.Column: Int] = [:]
            var problems: [Problem] = []
            let location = CellLocation(file: name, sheet: table.sheet, row: row.number)
            for column in Layout.Column.allCases {
                let places = titles.indices.filter { titles[$0] == NearestNames.titleKey(column.rawValue) }
                columns[column] = places.first
                let matters = layout.needed.contains(column) || layout.inputs.contains(column)
                if places.count > 1, matters {
                    problems.append(Problem(.columnAmbiguous, at: location, found: column.rawValue))
                } else if places.isEmpty, layout.needed.contains(column) {
                    problems.append(
                        Problem(
                            .columnMissing, at: location, found: column.rawValue,
                            expected: (0..<row.count).map { row[$0] }.joined(separator: ", ")))
                }
            }
            guard problems.isEmpty else { throw StageError(problems) }
            return columns
        }
        return nil
    }
}

/// Cells that a person merged across rows, which say the same for each of them.
private struct MergedInputs {
    private let ranges: [CellRange]
    private var texts: [CellRange: String] = [:]

    /// - Parameter columns: from 0, where a person writes.
    init(_ ranges: [CellRange], columns: [Int]) {
        self.ranges = ranges.filter { $0.rows.count > 1 && columns.contains($0.columns.lowerBound - 1) }
    }

    /// - Parameters:
    ///   - column: from 0.
    ///   - text: as it stands in the cell.
    mutating func text(_ row: Int, _ column: Int, _ text: String) -> String {
        guard let range = ranges.first(where: { $0.rows.contains(row) && $0.columns.lowerBound == column + 1 }) else {
            return text
        }
        if row == range.rows.lowerBound { texts[range] = text }
        return texts[range] ?? text
    }
}
