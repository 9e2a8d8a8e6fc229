import Tabular

/// A table of the machine-readable output: a header of English names and its rows.
struct DelimitedTable {
    let path: String
    let header: [String]
    let rows: [[String]]
    /// Excel takes UTF-8 for UTF-8 only with one; for the tables that people open there.
    var hasByteOrderMark = false

    var bytes: [UInt8] {
        var writer = CSVWriter(byteOrderMark: hasByteOrderMark)
        writer.row(header)
        for row in rows { writer.row(row) }
        return writer.bytes
    }
}
