import CXlsxWriter
public import Model

/// What a sheet gets once its rows are known: filter, lists, print set-up.
extension WorkbookWriter {
    func finishSheet() {
        guard let sheet = current else { return }
        current = nil
        let worksheet = sheet.worksheet
        let columns = sheet.layout.columns.count
        let (header, last) = (lxw_row_t(sheet.headerRow), lxw_row_t(max(sheet.nextRow - 1, sheet.headerRow)))
        setPrinting(worksheet, header: header)
        worksheet_freeze_panes(worksheet, header + 1, lxw_col_t(sheet.layout.frozenColumns))
        guard columns > 0 else { return }
        if sheet.layout.hasFilter { worksheet_autofilter(worksheet, header, 0, last, lxw_col_t(columns - 1)) }
        for (column, description) in sheet.layout.columns.enumerated() where !description.choices.isEmpty {
            addList(description, worksheet, lxw_col_t(column), header + 1, max(last, header + 1))
        }
        if last > header {
            // Postcodes are text on purpose; Excel need not mark each.
            let range = "A\(sheet.headerRow + 2):\(SheetColumn.letters(columns - 1))\(last + 1)"
            worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range)
        }
    }

    private func setPrinting(_ worksheet: Worksheet, header: lxw_row_t) {
        worksheet_set_landscape(worksheet)
        // A4.
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6)
        worksheet_repeat_rows(worksheet, header, header)
        worksheet_set_footer(worksheet, "&L&A&R&P / &N")
    }

    /// A drop-down list. Excel takes 255 characters in the list itself, without commas; others stand in cells.
    private func addList(
        _ column: WorkbookColumn, _ worksheet: Worksheet, _ index: lxw_col_t, _ first: lxw_row_t, _ last: lxw_row_t
    ) {
        var validation = lxw_data_validation()
        validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_error = UInt8((column.takesOtherValues ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON).rawValue)
        let length = column.choices.reduce(column.choices.count - 1) { $0 + $1.utf16.count }
        if length <= 255, !column.choices.contains(where: { $0.contains(",") || $0.isEmpty }) {
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            withCStrings(column.choices) { list in
                validation.value_list = list
                worksheet_data_validation_range(worksheet, first, index, last, index, &validation)
            }
        } else {
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            withCStrings([longListFormula(column.choices)]) { formula in
                validation.value_formula = formula[0]
                worksheet_data_validation_range(worksheet, first, index, last, index, &validation)
            }
        }
    }

    static var longListSheet: String { "_choices" }

    private func longListFormula(_ choices: [String]) -> String {
        let place: Int
        if let known = longLists.firstIndex(of: choices) {
            place = known
        } else {
            longLists.append(choices)
            place = longLists.count - 1
        }
        let letters = SheetColumn.letters(place)
        return "='\(Self.longListSheet)'!$\(letters)$1:$\(letters)$\(choices.count)"
    }

    func writeLongLists() throws(StageError) {
        let worksheet = try addWorksheet(Self.longListSheet)
        for (column, choices) in longLists.enumerated() {
            for (row, choice) in choices.enumerated() { write(choice, worksheet, row, column, nil) }
        }
        worksheet_hide(worksheet)
    }

    /// Puts a chart to the right of the columns, below the charts that are there already.
    ///
    /// - Throws: `outputUnwritable` where there is no sheet.
    public func add(_ chart: WorkbookBarChart) throws(StageError) {
        guard let workbook, let sheet = current,
            let drawing = workbook_add_chart(workbook, UInt8(LXW_CHART_BAR.rawValue))
        else { throw StageError(.outputUnwritable, at: location, found: chart.title) }
        let (first, last) = (chart.rows?.lowerBound ?? sheet.headerRow + 2, chart.rows?.upperBound ?? sheet.nextRow)
        guard last >= first, let series = chart_add_series(drawing, nil, nil) else { return }
        let (top, bottom) = (lxw_row_t(first - 1), lxw_row_t(last - 1))
        let (label, value) = (lxw_col_t(chart.labelColumn), lxw_col_t(chart.valueColumn))
        chart_series_set_categories(series, sheet.name, top, label, bottom, label)
        chart_series_set_values(series, sheet.name, top, value, bottom, value)
        chart_series_set_labels(series)
        chart_title_set_name(drawing, WorkbookText(chart.title).text)
        chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        // The first row on top, as in the table: the labels stand on the vertical axis here.
        chart_axis_set_reverse(drawing.pointee.y_axis)
        // Each bar carries its value. Excel would begin an axis of similar values well above 0.
        chart_axis_set_min(drawing.pointee.x_axis, 0)
        chart_axis_off(drawing.pointee.x_axis)
        chart_axis_major_gridlines_set_visible(drawing.pointee.x_axis, 0)
        let height = max(8, (last - first + 1) * 24 / 20 + 5)
        var options = lxw_chart_options()
        options.x_scale = 1.2
        options.y_scale = Double(height) * 20 / 288
        worksheet_insert_chart_opt(
            sheet.worksheet, lxw_row_t(sheet.chartRow), lxw_col_t(sheet.layout.columns.count + 1), drawing, &options)
        current?.chartRow += height + 2
    }
}

enum SheetColumn {
    /// `A` for 0, `AA` for 26.
    static func letters(_ index: Int) -> String {
        var (letters, rest) = ("", index + 1)
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// Calls `body` with C strings and a `NULL` behind the last.
private func withCStrings(_ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void) {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count + 1)
    defer { pointers.deallocate() }
    for (index, string) in strings.enumerated() {
        let bytes = string.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (place, byte) in bytes.enumerated() { copy[place] = byte }
        pointers[index] = copy
    }
    pointers[strings.count] = nil
    body(pointers)
    for index in strings.indices { pointers[index]?.deallocate() }
}
