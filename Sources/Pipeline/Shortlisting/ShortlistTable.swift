internal import Model
internal import Tabular
internal import Text

/// A table of the shortlist's inputs, read row by row, with its columns found by their titles.
struct ShortlistTable {
    let name: String
    let titles: [String]
    private let reader: TableReader
    private let columns: [String: Int]
    private let header: CellLocation
    private var row = Row()

    /// - Parameter required: titles; each may have others that mean the same.
    /// - Throws: `StageError` when the file can't be read, has no header or lacks one of `required`.
    init(path: String, name: String, requiring required: [[String]]) throws(StageError) {
        reader = try TableReader(path: path, name: name)
        self.name = name
        repeat {
            guard try reader.next(into: &row) else {
                throw StageError(.headerMissing, at: CellLocation(file: name, sheet: reader.sheet), expected: "1")
            }
        } while row.isBlank
        let titles = (0..<row.count).map { [row] in row[$0] }
        self.titles = titles
        header = CellLocation(file: name, sheet: reader.sheet, row: row.number)
        columns = Dictionary(
            titles.enumerated().map { (NearestNames.titleKey($1), $0) }, uniquingKeysWith: { first, _ in first })
        let missing = required.filter { [columns] in $0.allSatisfy { columns[$0] == nil } }
        guard missing.isEmpty else {
            throw StageError(
                missing.map { [header] in
                    Problem(.columnMissing, at: header, found: $0[0], expected: titles.joined(separator: ", "))
                })
        }
    }

    func column(_ names: [String]) -> Int? { names.lazy.compactMap { columns[$0] }.first }

    /// - Throws: `columnMissing` with the nearest titles.
    func column(titled title: String) throws(StageError) -> Int {
        if let column = columns[NearestNames.titleKey(title)] { return column }
        throw StageError(
            .columnMissing, at: header, found: title,
            expected: NearestNames.suggestions(for: title, among: titles).joined(separator: ", "))
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
        CellLocation(file: name, sheet: reader.sheet, row: row.number, column: column.map { titles[$0] })
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
