import Foundation
import Reporting
import Tabular

/// A review file of an output, filled in as a person would.
struct ReviewWorkbook {
    private let url: URL
    private let sheet: String
    var titles: [String]
    var rows: [[String: String]]

    init(_ path: String, sheet: String, headerRow: Int, in output: URL) throws {
        url = output.appending(path: path)
        self.sheet = sheet
        // `save` writes the titles into row 1.
        let saved = try TableFile(url)
        let table = saved.titles.first == "判定" ? saved : try TableFile(url, headerRow: headerRow)
        titles = table.titles
        rows = table.rows
    }

    /// Writes it back, with the titles in row 1.
    func save() throws {
        let writer = try WorkbookWriter(path: url.path, name: url.lastPathComponent)
        _ = try writer.addSheet(WorkbookSheet(name: sheet, columns: titles.map { WorkbookColumn($0) }))
        for row in rows { _ = try writer.row(titles.map { .text(row[$0] ?? "") }) }
        try writer.close()
    }
}

extension ReviewWorkbook {
    static func links(in output: URL) throws -> ReviewWorkbook {
        try ReviewWorkbook(
            LinkReview.path, sheet: LinkReview.sheetName, headerRow: LinkReview.headerRow, in: output)
    }

    static func addresses(in output: URL) throws -> ReviewWorkbook {
        try ReviewWorkbook(
            AddressReview.path, sheet: AddressReview.sheetName, headerRow: AddressReview.headerRow, in: output)
    }

    static func areas(in output: URL) throws -> ReviewWorkbook {
        try ReviewWorkbook(AreaReview.path, sheet: AreaReview.sheetName, headerRow: AreaReview.headerRow, in: output)
    }

    static func pairs(in output: URL) throws -> ReviewWorkbook {
        try ReviewWorkbook(PairReview.path, sheet: PairReview.sheetName, headerRow: PairReview.headerRow, in: output)
    }

    static func themes(in output: URL) throws -> ReviewWorkbook {
        try ReviewWorkbook(
            ThemeReview.path, sheet: ThemeReview.sheetName, headerRow: ThemeReview.headerRow, in: output)
    }

    /// Fills cells of the row of an address.
    static func fill(_ address: String, _ cells: [AddressReview.Column: String], in wave: AddressWave) throws {
        var review = try addresses(in: wave.output)
        for index in review.rows.indices where review.rows[index][AddressReview.Column.address.rawValue] == address {
            for (column, text) in cells { review.rows[index][column.rawValue] = text }
        }
        try review.save()
    }

    func column(_ column: AddressReview.Column) -> [String] { rows.map { $0[column.rawValue] ?? "" } }
}
