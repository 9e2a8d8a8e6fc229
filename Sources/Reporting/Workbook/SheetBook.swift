import Model
import Tabular

/// A workbook before it is written: sheets with their rows.
struct SheetBook {
    /// A sheet with its rows.
    struct Sheet {
        struct Line {
            var cells: [WorkbookCell]
            /// By column, from 0.
            var styles: [Int: CellStyle] = [:]
        }

        struct Chart {
            let kind: WorkbookChart.Kind
            let place: WorkbookChart.Place
            let title: String
            let labelColumn: Int
            let valueColumn: Int
            /// Of the sheet, from 0.
            let lines: Range<Int>
        }

        let layout: WorkbookSheet
        /// Made as they are written where there can be many.
        let lines: any Collection<Line>
        var charts: [Chart] = []
    }

    let path: String
    /// The day that the file says it was made on.
    let created: CivilDate
    let sheets: [Sheet]

    var rowCount: Int { sheets.reduce(0) { $0 + $1.lines.count } }

    /// Writes the file.
    /// - Returns: what was changed on the way.
    func write(to place: String) throws(StageError) -> [Problem] {
        let writer = try WorkbookWriter(path: place, name: path, created: created)
        for sheet in sheets {
            try writer.addSheet(sheet.layout)
            try write(sheet.lines, charts: sheet.charts, to: writer)
        }
        try writer.close()
        return writer.problems
    }

    private func write(
        _ lines: some Collection<Sheet.Line>, charts: [Sheet.Chart], to writer: WorkbookWriter
    ) throws(StageError) {
        var rows: [Int] = []
        for line in lines { rows.append(try writer.row(line.cells, styles: line.styles)) }
        for chart in charts where !chart.lines.isEmpty {
            try writer.add(
                WorkbookChart(
                    chart.kind, chart.place, title: chart.title, labelColumn: chart.labelColumn,
                    valueColumn: chart.valueColumn,
                    rows: rows[chart.lines.lowerBound]...rows[chart.lines.upperBound - 1]))
        }
    }
}

extension WorkbookCell {
    static func integer(_ value: Int?) -> WorkbookCell { value.map { .integer($0) } ?? .blank }
    static func number(_ value: Double?) -> WorkbookCell { value.map { .number($0) } ?? .blank }
    /// Blank for an empty text.
    static func words(_ text: String?) -> WorkbookCell { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank }
    static func words(_ list: [String], separator: String = "、") -> WorkbookCell {
        words(list.joined(separator: separator))
    }
    /// A share between 0 and 1 in per cent.
    static func percent(ofShare share: Double?) -> WorkbookCell { number(share.map { $0 * 100 }) }
}
