internal import Analysis
internal import Model
internal import Tabular
internal import Text

/// A table of points: a row for each, with its id, its coordinates in metres and an amount.
struct PointTable {
    let name: String
    /// Those whose numbers can be used.
    private(set) var points = AccessPoints()
    private(set) var rowCount = 0
    /// Rows, from 0 and ascending, in which a number can't be used; they have no point.
    private(set) var unusedRows: [Int] = []
    private(set) var ids = IdentifierList()
    private(set) var findings: [Finding] = []

    /// The field of the amount: `pop` or `cap`.
    private let amount: String
    private let columns: PointColumns

    /// Greater numbers are no metres on this earth.
    private static let largestCoordinate = 1e8
    /// Degrees are not greater than this.
    private static let largestDegree = 180.0

    /// - Parameters:
    ///   - path: `-` for standard input.
    ///   - amount: the field of the amount.
    ///   - titles: of columns by field, where they are not called like the field.
    ///   - option: with which a column is named, for messages.
    ///   - isCancelled: asked every few thousand rows.
    /// - Throws: `StageError` with what is wrong with the file or its columns, `coordinatesInDegrees`; `RunCancelled`.
    init(
        path: String, amount: String, titles: [String: String], option: String, isCancelled: () -> Bool
    ) throws {
        name = path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "")
        self.amount = amount
        let table = try TableReader(path: path == "-" ? "/dev/stdin" : path, name: name)
        var row = Row()
        columns = try PointColumns(
            of: table, name: name, fields: ["id", "x", "y", amount], titles: titles, option: option, row: &row)
        while try table.next(into: &row) {
            guard !row.isBlank else { continue }
            if rowCount % 4096 == 4095, isCancelled() { throw RunCancelled() }
            read(row, sheet: table.sheet)
        }
        ids.finish()
        findings += table.problems.map { Finding(.error, $0) }
        if rowCount == 0 { findings.append(Finding(.warning, .sourceEmpty, at: location(nil, nil, table.sheet))) }
        try refuseDegrees(table.sheet)
    }

    private mutating func read(_ row: Row, sheet: String?) {
        let x = number(row, 1, sheet) { $0.magnitude <= Self.largestCoordinate }
        let y = number(row, 2, sheet) { $0.magnitude <= Self.largestCoordinate }
        let amount = number(row, 3, sheet, AccessPoints.isAmount)
        if let x, let y, let amount {
            points.append(x: x, y: y, amount: amount)
        } else {
            unusedRows.append(rowCount)
        }
        rowCount += 1
        let isBlank = row.isBlank(columns.indexes[0])
        let first = row.withBytes(at: columns.indexes[0]) { ids.append($0, row: row.number) }
        if isBlank {
            findings.append(Finding(.warning, .pointWithoutID, at: location(row.number, 0, sheet)))
        } else if let first {
            findings.append(
                Finding(
                    .warning, .pointDoubled, at: location(row.number, 0, sheet), found: row[columns.indexes[0]],
                    expected: "\(first)"))
        }
    }

    private mutating func number(
        _ row: Row, _ field: Int, _ sheet: String?, _ isUsable: (Double) -> Bool
    ) -> Double? {
        let index = columns.indexes[field]
        if let value = row.withBytes(at: index, { DecimalNumber.value($0) }), isUsable(value) { return value }
        findings.append(
            Finding(
                .error, .numberWanted, at: location(row.number, field, sheet),
                found: row.isBlank(index) ? "" : row[index],
                expected: field == 3 ? "≥ 0" : "m"))
        return nil
    }

    /// Points that are all near the origin are degrees, and distances between them would be no metres.
    private func refuseDegrees(_ sheet: String?) throws(StageError) {
        guard points.count > 0, !(0..<points.count).contains(where: { isBeyondDegrees($0) }) else { return }
        throw StageError(
            .coordinatesInDegrees, at: location(nil, 1, sheet),
            found: "\(ShortestNumber.text(points.x[0])), \(ShortestNumber.text(points.y[0]))")
    }

    private func isBeyondDegrees(_ point: Int) -> Bool {
        max(points.x[point].magnitude, points.y[point].magnitude) > Self.largestDegree
    }

    private func location(_ row: Int?, _ field: Int?, _ sheet: String?) -> CellLocation {
        CellLocation(file: name, sheet: sheet, row: row, column: field.map { columns.titles[columns.indexes[$0]] })
    }
}

/// Which columns of a table hold the fields.
struct PointColumns {
    let titles: [String]
    /// For each field.
    let indexes: [Int]

    /// - Parameter row: afterwards the row of titles, the first that isn't blank.
    /// - Throws: `headerMissing`, `columnMissing` with the nearest titles, `columnAmbiguous`.
    init(
        of table: TableReader, name: String, fields: [String], titles wanted: [String: String], option: String,
        row: inout Row
    ) throws(StageError) {
        let header = try HeaderRow(of: table, name: name, row: &row)
        var indexes: [Int] = []
        var problems: [Problem] = []
        for field in fields {
            let title = wanted[field] ?? field
            let places = Self.places(of: title, in: header)
            if places.count == 1 {
                indexes.append(places[0])
            } else if places.isEmpty {
                problems.append(header.missing(title))
            } else {
                problems.append(
                    Problem(
                        .columnAmbiguous, at: header.location, found: title,
                        expected: places.map { "\(option) \(field)=\($0 + 1)" }.joined(separator: ", ")))
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        titles = header.titles
        self.indexes = indexes
    }

    /// Columns with a title; where there is none, a number says the column itself.
    private static func places(of title: String, in header: HeaderRow) -> [Int] {
        let key = NearestNames.titleKey(title)
        let places = header.keys.indices.filter { header.keys[$0] == key }
        guard places.isEmpty, let number = Int(key), header.keys.indices.contains(number - 1) else { return places }
        return [number - 1]
    }
}
