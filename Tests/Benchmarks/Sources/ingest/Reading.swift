internal import Tabular

/// What is measured: a whole file through the reader, in a process of its own.
enum Reading {
    /// Goes over every row; the cells stay bytes.
    static func rows(_ path: String) throws -> String {
        let reader = try TableReader(path: path, name: path)
        var row = Row()
        var (rows, cells) = (0, 0)
        while try reader.next(into: &row) {
            rows += 1
            cells += row.count
        }
        return "\(rows) \(cells)"
    }

    /// Makes a text of every cell, as a caller does who keeps them.
    static func texts(_ path: String) throws -> String {
        let reader = try TableReader(path: path, name: path)
        var row = Row()
        var (rows, bytes) = (0, 0)
        while try reader.next(into: &row) {
            rows += 1
            for cell in 0..<row.count { bytes += row[cell].utf8.count }
        }
        return "\(rows) \(bytes)"
    }
}
