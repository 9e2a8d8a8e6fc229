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
        for row in rows { writer.row(row.map(Self.printable)) }
        return writer.bytes
    }

    /// Control characters other than tab and line ends become U+FFFD: with a NUL in it, few programs take a file for
    /// text. Pages and workbooks do the same.
    private static func printable(_ cell: String) -> String {
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
        guard cell.utf8.contains(where: isControl) else { return cell }
        return String(decoding: cell.utf8.flatMap { isControl($0) ? [0xEF, 0xBF, 0xBD] : [$0] }, as: UTF8.self)
    }
}
