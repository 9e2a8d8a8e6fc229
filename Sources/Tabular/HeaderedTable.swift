public import Model

/// A small CSV of reference data, whole in memory, with its columns found by their exact names in row 1.
public struct HeaderedTable: Sendable {
    public struct Record: Sendable {
        /// Row of the file, from 2.
        public let number: Int
        /// In the order of the titles; may be shorter.
        public let cells: [String]
        fileprivate let columns: [String: Int]

        /// The cell under a title that was required or is known to be there; empty otherwise.
        public subscript(title: String) -> String {
            guard let index = columns[title], index < cells.count else { return "" }
            return cells[index]
        }
    }

    public let name: String
    public let titles: [String]
    public let records: [Record]
    /// `nil` for a workbook.
    public let encoding: TextEncoding?

    /// - Throws: `StageError` when the file can't be read to its last byte, has no header or lacks one of `required`.
    public init(path: String, name: String, requiring required: [String]) throws(StageError) {
        let reader = try TableReader(path: path, name: name)
        var row = Row()
        guard try reader.next(into: &row) else {
            throw StageError(.headerMissing, at: CellLocation(file: name), expected: "1")
        }
        let titles = (0..<row.count).map { row[$0] }
        let columns = Dictionary(titles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let missing = required.filter { columns[$0] == nil }
        guard missing.isEmpty else {
            throw StageError(
                missing.map {
                    Problem(
                        .columnMissing, at: CellLocation(file: name, row: 1), found: $0,
                        expected: titles.joined(separator: ", "))
                })
        }
        var records: [Record] = []
        while try reader.next(into: &row) {
            guard !row.isBlank else { continue }
            records.append(Record(number: row.number, cells: (0..<row.count).map { row[$0] }, columns: columns))
        }
        // A table that isn't read whole must not be taken for whole.
        guard reader.problems.isEmpty else { throw StageError(reader.problems) }
        encoding = reader.encoding
        self.name = name
        self.titles = titles
        self.records = records
    }

    public func location(_ record: Record, _ title: String) -> CellLocation {
        CellLocation(file: name, row: record.number, column: title)
    }
}
