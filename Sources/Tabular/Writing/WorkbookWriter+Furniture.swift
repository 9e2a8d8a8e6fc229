import CXlsxWriter
import Model

/// What a sheet gets once its rows are known: filter, lists, print set-up.
extension WorkbookWriter {
    func finishSheet() {
        guard let sheet = current else { return }
        current = nil
        let worksheet = sheet.worksheet
        let columns = sheet.layout.columns.count
        let (header, last) = (lxw_row_t(sheet.headerRow), lxw_row_t(max(sheet.nextRow - 1, sheet.headerRow)))
        setPrinting(worksheet, sheet.layout, header: header)
        worksheet_freeze_panes(worksheet, header + 1, lxw_col_t(sheet.layout.frozenColumns))
        guard columns > 0 else { return }
        if sheet.layout.hasFilter { worksheet_autofilter(worksheet, header, 0, last, lxw_col_t(columns - 1)) }
        for (column, description) in sheet.layout.columns.enumerated() where !description.choices.isEmpty {
            addList(description, worksheet, lxw_col_t(column), header + 1, max(last, header + 1))
        }
        guard last > header else { return }
        for (column, description) in sheet.layout.columns.enumerated() {
            if let full = description.fullBar { addBars(worksheet, lxw_col_t(column), header + 1, last, full: full) }
        }
        // Postcodes are text on purpose; Excel need not mark each.
        let range = "A\(sheet.headerRow + 2):\(SheetColumn.letters(columns - 1))\(last + 1)"
        worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range)
    }

    /// A bar behind each number, from 0 to `full`.
    private func addBars(
        _ worksheet: Worksheet, _ column: lxw_col_t, _ first: lxw_row_t, _ last: lxw_row_t, full: Double
    ) {
        var bars = lxw_conditional_format()
        bars.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        bars.data_bar_2010 = 1
        bars.bar_solid = 1
        bars.bar_no_border = 1
        bars.bar_color = 0xA9_CC_E8
        bars.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        bars.min_value = 0
        bars.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        bars.max_value = full
        worksheet_conditional_format_range(worksheet, first, column, last, column, &bars)
    }

    /// Wider tables are printed on two sheets of paper side by side: on one, nobody could read them. In widths of a digit.
    private static var widestOnPaper: Double { 260 }

    private func setPrinting(_ worksheet: Worksheet, _ layout: WorkbookSheet, header: lxw_row_t) {
        worksheet_set_landscape(worksheet)
        // A4.
        worksheet_set_paper(worksheet, 9)
        let isWide = layout.columns.reduce(0) { $0 + $1.shownWidth } > Self.widestOnPaper
        worksheet_fit_to_pages(worksheet, isWide ? 2 : 1, 0)
        if isWide, layout.frozenColumns > 0 {
            worksheet_repeat_columns(worksheet, 0, lxw_col_t(layout.frozenColumns - 1))
        }
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
