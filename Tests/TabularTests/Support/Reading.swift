import Model
import Tabular
import Testing

/// All cells of a table, row by row.
func cells(_ reader: TableReader) throws -> [[String]] {
    var row = Row()
    var rows: [[String]] = []
    while try reader.next(into: &row) { rows.append((0..<row.count).map { row[$0] }) }
    return rows
}

func cells(_ bytes: [UInt8], name: String = "表.csv", _ options: TableOptions = TableOptions()) throws -> [[String]] {
    try cells(TableReader(bytes: bytes, name: name, options: options))
}

func cells(_ text: String, _ options: TableOptions = TableOptions()) throws -> [[String]] {
    try cells(Array(text.utf8), options)
}

/// Rows with their numbers.
func numbered(_ reader: TableReader) throws -> [Int: [String]] {
    var row = Row()
    var rows: [Int: [String]] = [:]
    while try reader.next(into: &row) { rows[row.number] = (0..<row.count).map { row[$0] } }
    return rows
}

/// The one problem for which something is refused.
func refusal(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) -> Problem? {
    do {
        try body()
        Issue.record("nothing was refused", sourceLocation: sourceLocation)
    } catch let error as StageError {
        #expect(error.problems.count == 1, sourceLocation: sourceLocation)
        return error.problems.first
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
    return nil
}
