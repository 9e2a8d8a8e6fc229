import Foundation
import Tabular

/// A CSV or a sheet, whole, by the titles of its first row.
struct TableFile {
    let titles: [String]
    let rows: [[String: String]]

    /// - Parameters:
    ///   - sheet: of a workbook; `nil` takes the first one.
    ///   - headerRow: the row of the titles, as a spreadsheet numbers it.
    init(_ url: URL, sheet: String? = nil, headerRow: Int = 1) throws {
        let reader = try TableReader(
            path: url.path, name: url.lastPathComponent, options: TableOptions(sheet: sheet))
        var row = Row()
        var titles: [String] = []
        var rows: [[String: String]] = []
        while try reader.next(into: &row) {
            if row.number < headerRow { continue }
            if row.number == headerRow {
                titles = (0..<row.count).map { row[$0] }
            } else {
                rows.append(
                    Dictionary(
                        titles.enumerated().map { ($1, row[$0]) }, uniquingKeysWith: { first, _ in first }))
            }
        }
        self.titles = titles
        self.rows = rows
    }
}
