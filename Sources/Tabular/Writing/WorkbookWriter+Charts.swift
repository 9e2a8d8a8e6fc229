import CXlsxWriter
public import Model

extension WorkbookWriter {
    private typealias Drawing = UnsafeMutablePointer<lxw_chart>
    private typealias Series = UnsafeMutablePointer<lxw_chart_series>

    /// Puts a chart on the sheet. Without rows it has none.
    ///
    /// - Throws: `outputUnwritable` where there is no sheet.
    public func add(_ chart: WorkbookChart) throws(StageError) {
        guard let workbook, let sheet = current,
            let drawing = workbook_add_chart(workbook, UInt8(chart.kind.type.rawValue))
        else { throw StageError(.outputUnwritable, at: location, found: chart.title) }
        let (first, last) = (chart.rows?.lowerBound ?? sheet.headerRow + 2, chart.rows?.upperBound ?? sheet.nextRow)
        guard last >= first, let series = chart_add_series(drawing, nil, nil) else { return }
        let (top, bottom) = (lxw_row_t(first - 1), lxw_row_t(last - 1))
        let (label, value) = (lxw_col_t(chart.labelColumn), lxw_col_t(chart.valueColumn))
        chart_series_set_categories(series, sheet.name, top, label, bottom, label)
        chart_series_set_values(series, sheet.name, top, value, bottom, value)
        chart_title_set_name(drawing, WorkbookText(chart.title).text)
        var font = lxw_chart_font()
        font.size = 11
        font.bold = 1
        chart_title_set_name_font(drawing, &font)
        chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        switch chart.kind {
        case .bars: drawBars(drawing, series)
        case .curve: drawCurve(drawing, series, titles: sheet.layout.columns.map(\.title), chart)
        }
        place(drawing, chart, rowCount: last - first + 1)
    }

    private func drawBars(_ drawing: Drawing, _ series: Series) {
        chart_series_set_labels(series)
        // The first row on top, as in the table: the labels stand on the vertical axis here.
        chart_axis_set_reverse(drawing.pointee.y_axis)
        // Each bar carries its value. Excel would begin an axis of similar values well above 0.
        chart_axis_set_min(drawing.pointee.x_axis, 0)
        chart_axis_off(drawing.pointee.x_axis)
        chart_axis_major_gridlines_set_visible(drawing.pointee.x_axis, 0)
    }

    private func drawCurve(_ drawing: Drawing, _ series: Series, titles: [String], _ chart: WorkbookChart) {
        let (x, y) = (drawing.pointee.x_axis, drawing.pointee.y_axis)
        chart_axis_set_name(x, WorkbookText(titles[chart.labelColumn]).text)
        chart_axis_set_name(y, WorkbookText(titles[chart.valueColumn]).text)
        chart_axis_set_min(x, 0)
        chart_axis_set_min(y, 0)
        chart_axis_set_max(y, 100)
        chart_axis_set_num_format(y, "0")
    }

    private func place(_ drawing: Drawing, _ chart: WorkbookChart, rowCount: Int) {
        guard let sheet = current else { return }
        // In rows of the usual height, 20 pixels; a chart as the library makes it has 480 by 288 pixels.
        let height = chart.kind == .curve ? 18 : max(8, rowCount * 24 / 20 + 5)
        var options = lxw_chart_options()
        options.x_scale = Double(chart.place.width) / 480
        options.y_scale = Double(height) * 20 / 288
        switch chart.place {
        case .beside:
            let column = lxw_col_t(sheet.layout.columns.count + 1)
            worksheet_insert_chart_opt(sheet.worksheet, lxw_row_t(sheet.chartRow), column, drawing, &options)
            current?.chartRow += height + 2
        case .below:
            options.x_offset = Int32(sheet.lowerCharts * (chart.place.width + 16))
            worksheet_insert_chart_opt(sheet.worksheet, lxw_row_t(sheet.nextRow + 1), 0, drawing, &options)
            current?.lowerCharts += 1
        }
    }
}

extension WorkbookChart.Place {
    /// Pixels.
    fileprivate var width: Int {
        switch self {
        case .beside: 576
        case .below: 504
        }
    }
}

extension WorkbookChart.Kind {
    fileprivate var type: lxw_chart_type {
        switch self {
        case .bars: LXW_CHART_BAR
        case .curve: LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS
        }
    }
}
