import Foundation
import Reporting
import Tabular
import TestSupport

/// 声掛け候補 of an output, filled in as a person would.
struct LedgerSheet {
    typealias Column = LedgerReview.Column

    private let url: URL
    /// From the row of the titles on.
    var cells: [[String]]
    var sheetName = LedgerReview.sheetName
    var sheetsBehind: [(name: String, cells: [[String]])] = []

    init(in output: URL) throws {
        url = output.appending(path: LedgerReview.path)
        let reader = try TableReader(
            path: url.path, name: LedgerReview.path, options: TableOptions(sheet: LedgerReview.sheetName))
        var row = Row()
        var cells: [[String]] = []
        while try reader.next(into: &row) {
            let texts = (0..<row.count).map { row[$0] }
            if !cells.isEmpty || texts.contains(Column.decision.rawValue) { cells.append(texts) }
        }
        let width = cells.first?.count ?? 0
        self.cells = cells.map { $0 + Array(repeating: "", count: max(0, width - $0.count)) }
    }

    func place(_ column: Column) -> Int { cells[0].firstIndex(of: column.rawValue) ?? 0 }

    /// Names in the order of the sheet.
    var names: [String] { cells.dropFirst().map { $0[place(.name)] } }

    subscript(name: String, column: Column) -> String {
        get { cells.first { $0[place(.name)] == name }?[place(column)] ?? "" }
        set {
            for index in cells.indices where cells[index][place(.name)] == name {
                cells[index][place(column)] = newValue
            }
        }
    }

    /// What the columns of the ledger hold, without blanks.
    func inputs(_ name: String) -> [Column: String] {
        Dictionary(uniqueKeysWithValues: Column.inputs.map { ($0, self[name, $0]) }).filter { !$0.value.isEmpty }
    }

    mutating func remove(_ columns: [Column]) {
        let places = Set(columns.map(place))
        cells = cells.map { row in row.indices.filter { !places.contains($0) }.map { row[$0] } }
    }

    mutating func rename(_ column: Column, _ title: String) { cells[0][place(column)] = title }

    func save() throws {
        let writer = try WorkbookWriter(path: url.path, name: LedgerReview.path)
        for (name, cells) in [(sheetName, cells)] + sheetsBehind {
            _ = try writer.addSheet(WorkbookSheet(name: name, columns: (cells.first ?? []).map { WorkbookColumn($0) }))
            for row in cells.dropFirst() { _ = try writer.row(row.map { .text($0) }) }
        }
        try writer.close()
    }

    /// Fills cells of the row of an organisation and saves.
    static func fill(_ name: String, _ cells: [Column: String], in output: URL) throws {
        var sheet = try LedgerSheet(in: output)
        for (column, text) in cells { sheet[name, column] = text }
        try sheet.save()
    }
}
