import Foundation
import Reporting
import TestSupport

/// A review file as a planner's program saved it: cells, what was done to the sheet, and further sheets.
struct EditedReview {
    /// With the titles; the first row of the sheet comes first.
    var cells: [[String]]
    /// `B2:B3`
    var merged: [String] = []
    /// From 1, as the file counts them.
    var hiddenRows: [Int] = []
    var hiddenColumns: [Int] = []
    var sheetsInFront: [OddWorkbook.Sheet] = []
    /// A copy of the sheet, behind it.
    var copy: [[String]]?

    /// As a run wrote it, from the row of the titles on.
    init(_ review: ReviewWorkbook) {
        cells = [review.titles] + review.rows.map { row in review.titles.map { row[$0] ?? "" } }
    }

    /// Of a column of addresses.
    func column(_ column: AddressReview.Column) -> Int { cells[0].firstIndex(of: column.rawValue) ?? 0 }

    /// - Parameter row: from 1 for the first below the titles.
    mutating func fill(_ row: Int, _ column: AddressReview.Column, _ text: String) {
        cells[row][self.column(column)] = text
    }

    mutating func remove(_ columns: [AddressReview.Column]) {
        let places = Set(columns.map(column))
        cells = cells.map { row in row.indices.filter { !places.contains($0) }.map { row[$0] } }
    }

    /// Makes a row at the end that is the same as another.
    mutating func duplicate(_ row: Int) { cells.append(cells[row]) }

    // MARK: Saving

    func save(to url: URL) throws {
        var workbook = OddWorkbook(
            sheets: sheetsInFront + [sheet("判定", cells)] + (copy.map { [sheet("判定 (2)", $0)] } ?? []))
        let part = "xl/worksheets/sheet\(sheetsInFront.count).xml"
        let columns = hiddenColumns.map { "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" }.joined()
        if !columns.isEmpty {
            workbook.parts[part] = workbook.allParts[part]?
                .replacing("<sheetData>", with: "<cols>\(columns)</cols><sheetData>")
        }
        try Data(workbook.bytes).write(to: url)
    }

    /// As Excel writes CSV in Japan, or CSV UTF-8.
    func saveAsText(to url: URL, encoding: String.Encoding = .shiftJIS) throws {
        let lines = cells.map { row in
            row.map { $0.contains { ",\"\n".contains($0) } ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
                .joined(separator: ",")
        }
        let text = lines.joined(separator: "\r\n") + "\r\n"
        let mark = encoding == .utf8 ? Data([0xEF, 0xBB, 0xBF]) : Data()
        try (mark + (text.data(using: encoding, allowLossyConversion: true) ?? Data())).write(to: url)
    }

    private func sheet(_ name: String, _ cells: [[String]]) -> OddWorkbook.Sheet {
        let rows = cells.enumerated().map { number, row in
            let texts = row.enumerated().filter { !$1.isEmpty }.map { column, text in
                #"<c r="\#(Self.letter(column))\#(number + 1)" t="inlineStr"><is><t>\#(Self.escaped(text))</t></is></c>"#
            }
            let hidden = hiddenRows.contains(number + 1) ? " hidden=\"1\"" : ""
            return "<row r=\"\(number + 1)\"\(hidden)>\(texts.joined())</row>"
        }
        let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return OddWorkbook.Sheet(
            name: name, rows: rows.joined(), tail: ranges.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>")
    }

    /// Of a column from 0, up to Z.
    private static func letter(_ column: Int) -> Character { Character(Unicode.Scalar(UInt8(65 + column))) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
