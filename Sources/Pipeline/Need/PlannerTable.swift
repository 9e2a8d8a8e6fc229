internal import Model
internal import Tabular
internal import Text

/// A field of a table that planners fill in, with the titles that its column can have, the one of the reference first.
protocol PlannerField: Hashable, CaseIterable {
    var titles: [String] { get }
}

/// A small table that a planner fills in, CSV or workbook, its columns found by any of their titles; columns of other
/// titles are not used.
struct PlannerTable<Field: PlannerField> {
    struct Row {
        /// As a spreadsheet numbers it.
        let number: Int
        fileprivate let cells: [Field: String]

        /// Without the spaces around it; empty where there is no such column.
        subscript(field: Field) -> String { cells[field] ?? "" }
    }

    let name: String
    /// Rows with a value in one of the columns that are used.
    private(set) var rows: [Row] = []
    private let sheet: String?
    private let titles: [Field: String]

    /// - Parameter required: at least one field of each group has to have a column.
    /// - Throws: `StageError` when the file can't be read to its end, or with every column that it lacks or has twice.
    init(path: String, name: String, requiring required: [[Field]]) throws(StageError) {
        let reader = try TableReader(path: path, name: name)
        var row = Tabular.Row()
        let header = try HeaderRow(of: reader, name: name, row: &row)
        let columns = try Self.columns(header, required)
        while try reader.next(into: &row) {
            var cells: [Field: String] = [:]
            for (field, column) in columns where !row.isBlank(column) { cells[field] = Width.trimmed(row[column]) }
            if !cells.isEmpty { rows.append(Row(number: row.number, cells: cells)) }
        }
        // A table that isn't read whole must not be taken for whole.
        guard reader.problems.isEmpty else { throw StageError(reader.problems) }
        self.name = name
        sheet = reader.sheet
        titles = columns.mapValues { header.titles[$0] }
    }

    func has(_ field: Field) -> Bool { titles[field] != nil }

    /// The cell of a row; the row where the table has no such column.
    func location(_ row: Row, _ field: Field) -> CellLocation {
        CellLocation(file: name, sheet: sheet, row: row.number, column: titles[field])
    }

    /// The table, or one of its columns.
    func location(_ field: Field? = nil) -> CellLocation {
        CellLocation(file: name, sheet: sheet, column: field.flatMap { titles[$0] ?? $0.titles[0] })
    }

    private static func columns(_ header: HeaderRow, _ required: [[Field]]) throws(StageError) -> [Field: Int] {
        var problems: [Problem] = []
        var columns: [Field: Int] = [:]
        for field in Field.allCases {
            let keys = field.titles.map(NearestNames.titleKey)
            guard let key = keys.first(where: header.keys.contains) else { continue }
            let places = header.keys.indices.filter { header.keys[$0] == key }
            columns[field] = places[0]
            if places.count > 1 {
                problems.append(Problem(.keyDouble, at: header.location, found: header.titles[places[1]]))
            }
        }
        for group in required where group.allSatisfy({ columns[$0] == nil }) {
            problems.append(header.missing(group[0].titles[0]))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return columns
    }
}
