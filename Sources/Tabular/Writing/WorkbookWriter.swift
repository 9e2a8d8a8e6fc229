import CXlsxWriter
import Glibc
public import Model

/// Writes a workbook, one sheet after another and each from top to bottom.
///
/// The same calls give the same bytes. Nothing is on disk before ``close()``; a writer that is let go without it
/// leaves no file.
public final class WorkbookWriter {
    typealias Worksheet = UnsafeMutablePointer<lxw_worksheet>

    /// What was changed on the way: `textCut` with sheet, row and column.
    public private(set) var problems: [Problem] = []

    let location: CellLocation
    private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: WorkbookFormats
    private(set) var names: [String] = []
    /// The sheet that rows go to.
    var current: OpenSheet?
    /// Lists of choices too long to stand in a validation itself; they go to a hidden last sheet.
    var longLists: [[String]] = []

    /// A sheet that is being written.
    struct OpenSheet {
        let layout: WorkbookSheet
        let name: String
        let worksheet: Worksheet
        /// Rows of the sheet from 0, as libxlsxwriter counts.
        let headerRow: Int
        var nextRow: Int
        /// Row on which the next chart beside the table is put.
        var chartRow: Int
        /// How many charts stand below the table.
        var lowerCharts = 0
    }

    /// - Parameters:
    ///   - path: where the file goes; the folder has to be there.
    ///   - name: what messages call it.
    ///   - created: the day that the file says it was made on, never the clock's.
    public init(path: String, name: String, created: CivilDate? = nil) throws(StageError) {
        location = CellLocation(file: name)
        guard let workbook = workbook_new(path) else {
            throw StageError(.outputUnwritable, at: location, found: "libxlsxwriter")
        }
        self.workbook = workbook
        formats = WorkbookFormats(workbook)
        var properties = lxw_doc_properties()
        // 2000-01-01; libxlsxwriter takes 0 for "now".
        properties.created = time_t((created?.daysSince1970 ?? 10_957) * 86_400)
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Begins a sheet; the one before is finished.
    ///
    /// Its name is cut to 31 characters, what Excel forbids in it becomes wide (`/` to `／`), and a name that is taken
    /// gets a number.
    ///
    /// - Returns: the name that it has.
    @discardableResult
    public func addSheet(_ layout: WorkbookSheet) throws(StageError) -> String {
        finishSheet()
        let name = SheetName.sanitised(layout.name, taken: names + [Self.longListSheet])
        let worksheet = try addWorksheet(name)
        var row = 0
        if let title = layout.title {
            write(title, worksheet, row, 0, formats[.title])
            row += 1
        }
        for note in layout.notes {
            write(note, worksheet, row, 0, formats[.note])
            row += 1
        }
        if row > 0 { row += 1 }
        for (column, description) in layout.columns.enumerated() {
            worksheet_set_column(
                worksheet, lxw_col_t(column), lxw_col_t(column), description.shownWidth, nil)
            write(description.title, worksheet, row, column, formats[.header])
        }
        // The filter button covers the end of a title.
        let lines = layout.columns.map { RowHeight.lines($0.title, width: $0.shownWidth - 2) }.max() ?? 1
        setHeight(worksheet, row, lines: lines)
        current = OpenSheet(
            layout: layout, name: name, worksheet: worksheet, headerRow: row, nextRow: row + 1, chartRow: row)
        return name
    }

    /// Appends a row to the sheet.
    ///
    /// - Parameter styles: by column, from 0; other cells are plain.
    /// - Returns: the row as a spreadsheet numbers it, from 1.
    /// - Throws: `outputUnwritable` when the sheet is full (1,048,576 rows).
    @discardableResult
    public func row(_ cells: [WorkbookCell], styles: [Int: CellStyle] = [:]) throws(StageError) -> Int {
        guard let sheet = current else { throw StageError(.outputUnwritable, at: location, found: "no sheet") }
        guard sheet.nextRow < CellReference.rows, cells.count <= CellReference.columns else {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: location.file, sheet: sheet.name),
                found: "> \(CellReference.rows) × \(CellReference.columns)")
        }
        var lines = 1
        for (column, cell) in cells.enumerated() {
            write(cell, sheet, column, styles[column] ?? CellStyle())
            if case .text(let text) = cell, sheet.layout.columns.indices.contains(column) {
                lines = max(lines, RowHeight.lines(text, width: sheet.layout.columns[column].shownWidth))
            }
        }
        setHeight(sheet.worksheet, sheet.nextRow, lines: lines)
        current?.nextRow += 1
        return sheet.nextRow + 1
    }

    /// Finishes the workbook and writes the file. Afterwards there is nothing to close and nowhere to write.
    ///
    /// - Throws: `outputUnwritable`; what is at the path then is no workbook.
    public func close() throws(StageError) {
        guard let workbook else { return }
        finishSheet()
        if !longLists.isEmpty { try writeLongLists() }
        self.workbook = nil
        errno = 0
        let status = workbook_close(workbook)
        guard status == LXW_NO_ERROR else {
            // The library says where it failed, the system says why.
            let words = SystemReason(errno)?.rawValue ?? lxw_strerror(status).map { String(cString: $0) }
            throw StageError(.outputUnwritable, at: location, found: words ?? "")
        }
    }

    func addWorksheet(_ name: String) throws(StageError) -> Worksheet {
        guard let workbook, let worksheet = workbook_add_worksheet(workbook, name) else {
            throw StageError(.outputUnwritable, at: CellLocation(file: location.file, sheet: name), found: name)
        }
        names.append(name)
        return worksheet
    }

    private func setHeight(_ worksheet: Worksheet, _ row: Int, lines: Int) {
        if let points = RowHeight.points(lines: lines) {
            worksheet_set_row(worksheet, lxw_row_t(row), points, nil)
        }
    }

    // MARK: - Cells

    private func write(_ cell: WorkbookCell, _ sheet: OpenSheet, _ column: Int, _ style: CellStyle) {
        let kind = sheet.layout.columns.indices.contains(column) ? sheet.layout.columns[column].kind : .text
        let (worksheet, row) = (sheet.worksheet, sheet.nextRow)
        let (x, y) = (lxw_col_t(column), lxw_row_t(row))
        switch cell {
        case .text(let text):
            write(text, worksheet, row, column, formats[.body(kind == .boolean ? .boolean : .text, style)])
        case .integer(let number):
            worksheet_write_number(worksheet, y, x, Double(number), numberFormat(kind.ofIntegers, style))
        case .number(let number) where number.isFinite:
            worksheet_write_number(worksheet, y, x, number, numberFormat(kind, style))
        case .date(let date):
            if let serial = date.serial {
                worksheet_write_number(worksheet, y, x, serial, formats[.body(.date, style)])
            } else {
                write(date.description, worksheet, row, column, formats[.body(.text, style)])
            }
        case .boolean(true): write("○", worksheet, row, column, formats[.body(.boolean, style)])
        case .boolean(false), .number, .blank: worksheet_write_blank(worksheet, y, x, formats[.body(kind, style)])
        }
    }

    private func numberFormat(_ kind: WorkbookColumn.Kind, _ style: CellStyle) -> WorkbookFormats.Format? {
        switch kind {
        case .integer, .decimal, .percent: formats[.body(kind, style)]
        case .text, .date, .boolean: formats[.general(style)]
        }
    }

    /// Writes a string, which libxlsxwriter never takes for a formula here.
    func write(
        _ text: String, _ worksheet: Worksheet, _ row: Int, _ column: Int, _ format: WorkbookFormats.Format?
    ) {
        let prepared = WorkbookText(text)
        worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), prepared.text, format)
        guard prepared.wasCut else { return }
        let title = current?.layout.columns.dropFirst(column).first?.title
        problems.append(
            Problem(
                .textCut,
                at: CellLocation(file: location.file, sheet: names.last, row: row + 1, column: title),
                found: text, expected: "\(WorkbookText.longest)"))
    }
}

extension WorkbookColumn.Kind {
    /// A count in a column of shares has no decimals.
    fileprivate var ofIntegers: WorkbookColumn.Kind {
        switch self {
        case .decimal, .percent: .integer
        case .text, .integer, .date, .boolean: self
        }
    }
}

extension WorkbookColumn {
    var shownWidth: Double {
        if let width { return width }
        return switch kind {
        case .text: 24
        case .integer, .decimal, .percent, .date: 12
        case .boolean: 8
        }
    }
}

extension CivilDate {
    /// Day of Excel's calendar, which has a 29 February 1900; `nil` before 1900.
    fileprivate var serial: Double? {
        let days = daysSince1970 + 25_569
        if days >= 61 { return Double(days) }
        return days >= 2 ? Double(days - 1) : nil
    }
}
