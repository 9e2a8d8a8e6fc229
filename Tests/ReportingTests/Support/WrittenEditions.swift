import Foundation
import Model
import Reporting
import Tabular
import TestSupport

/// The editions of a report in a folder of their own, to look into.
struct WrittenEditions {
    let folder: ScratchFolder
    let files: [WrittenFile]

    init(_ report: RunReport = TestReport.make(), language: Language = .japanese) throws {
        folder = try ScratchFolder()
        files = try Editions(report: report, version: "1.2.3", language: language).write(to: folder.url)
    }

    func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.url.appending(path: path))) }
    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// Everything that a reader of the file can come across: the cells of all sheets of a workbook, the text of others.
    func content(_ path: String) throws -> String {
        guard path.hasSuffix(".xlsx") else { return try text(path) }
        return try sheetNames(path).map { name in
            name + "\n" + (try rows(path, sheet: name)).map { $0.joined(separator: "\t") }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    func sheetNames(_ path: String) throws -> [String] { try TableReader.sheets(path: place(path), name: path) }

    /// Cells of the rows that hold anything.
    func rows(_ path: String, sheet: String? = nil) throws -> [[String]] {
        try numberedRows(path, sheet: sheet).map(\.cells)
    }

    /// Rows that hold anything, numbered as a spreadsheet does.
    func numberedRows(_ path: String, sheet: String? = nil) throws -> [(number: Int, cells: [String])] {
        var options = TableOptions()
        options.sheet = sheet
        let reader = try TableReader(path: place(path), name: path, options: options)
        var rows: [(number: Int, cells: [String])] = []
        var row = Row()
        while try reader.next(into: &row) { rows.append((row.number, (0..<row.count).map { row[$0] })) }
        return rows
    }

    func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: place(path))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    func place(_ path: String) -> String { folder.url.appending(path: path).path }
}
