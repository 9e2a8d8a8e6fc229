internal import Model
internal import Tabular
internal import Text

/// A table of the shortlist's inputs, read row by row, with its columns found by their titles.
struct ShortlistTable {
    let name: String
    private let reader: TableReader
    private let header: HeaderRow
    private var row = Row()

    /// - Parameter required: titles; each may have others that mean the same.
    /// - Throws: `StageError` when the file can't be read, has no header or lacks one of `required`.
    init(path: String, name: String, requiring required: [[String]]) throws(StageError) {
        reader = try TableReader(path: path, name: name)
        self.name = name
        let header = try HeaderRow(of: reader, name: name, row: &row)
        self.header = header
        let missing = required.filter { $0.allSatisfy { !header.keys.contains($0) } }
        guard missing.isEmpty else {
            throw StageError(
                missing.map {
                    Problem(
                        .columnMissing, at: header.location, found: $0[0],
                        expected: header.titles.joined(separator: ", "))
                })
        }
    }

    func title(_ column: Int) -> String { header.titles[column] }

    func column(_ names: [String]) -> Int? { names.lazy.compactMap { header.keys.firstIndex(of: $0) }.first }

    /// - Throws: `columnMissing` with the nearest titles.
    func column(titled title: String) throws(StageError) -> Int {
        guard let column = header.column(titled: title) else { throw StageError([header.missing(title)]) }
        return column
    }

    /// Goes on to the next row that isn't blank.
    ///
    /// - Returns: whether there was one.
    mutating func next() throws(StageError) -> Bool {
        repeat {
            guard try reader.next(into: &row) else {
                // A table that isn't read whole must not be taken for whole.
                guard reader.problems.isEmpty else { throw StageError(reader.problems) }
                return false
            }
        } while row.isBlank
        return true
    }

    var rowNumber: Int { row.number }

    func text(_ column: Int?) -> String {
        guard let column else { return "" }
        return Width.trimmed(row[column])
    }

    func location(_ column: Int?) -> CellLocation {
        CellLocation(file: name, sheet: reader.sheet, row: row.number, column: column.map { header.titles[$0] })
    }

    var location: CellLocation { CellLocation(file: name, sheet: reader.sheet) }

    /// A number within limits, or what is wrong with it.
    func number(_ column: Int, in range: ClosedRange<Double>, expected: String) -> Result<Double, ShortlistMistake> {
        let text = text(column)
        if let number = Double(text), number.isFinite, range.contains(number) { return .success(number) }
        return .failure(
            ShortlistMistake(
                finding: Finding(.error, .rowNotUsed, at: location(column), found: text, expected: expected)))
    }
}

struct ShortlistMistake: Error {
    let finding: Finding
}
