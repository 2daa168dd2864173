import CXlsx
import ServiceDesk

/// The numbers that the charts draw, one block for each chart.
extension XLSXBook {
    mutating func writeChartData() throws(XLSXError) {
        var sheet = try workbook.addReservedSheet(plan.chartData)
        let bold = try workbook.format(CellStyle(isBold: true, size: 11))
        let head = try workbook.format(CellStyle(isBold: true, background: SheetColor.tint))
        let muted = try workbook.format(CellStyle(color: SheetColor.muted))
        try sheet.write(text: facts(title: "Chart data", rows: nil), 0, 0, bold)
        try sheet.setWidth(30, from: 0, to: 0)
        try sheet.setWidth(18, from: 1, to: 12)
        for chart in report.charts {
            guard let row = plan.chartRows[chart.id] else { continue }
            try sheet.write(text: chart.title, row, 0, bold)
            try sheet.write(text: chart.finding, row, 1, muted)
            try sheet.write(text: chart.categoryTitle, row + 1, 0, head)
            for (index, series) in chart.series.enumerated() {
                try sheet.write(text: series.title, row + 1, index + 1, head)
            }
            try writeValues(chart, from: row + 2, &sheet)
        }
        try sheet.setUpPrint(repeatedRow: nil, footer: footer)
    }

    private mutating func writeValues(_ chart: Chart, from row: Int, _ sheet: inout Worksheet) throws(XLSXError) {
        let plain = try workbook.format(CellStyle())
        for (index, category) in chart.categories.enumerated() {
            // Text even for dates: a date axis of LibreOffice draws the points of a day on one line.
            try sheet.write(text: words.text(category), row + index, 0, plain)
            for (column, series) in chart.series.enumerated() {
                let cell = series.values[index]
                let format = try workbook.format(
                    CellStyle(number: NumberFormat.of(cell.kind, cell), alignment: .right))
                // Excel draws a text as 0; an empty cell leaves the gap that there is.
                guard cell.absence == nil else {
                    try sheet.writeBlank(row + index, column + 1, format)
                    continue
                }
                try write(cell, .value, row + index, column + 1, format, &sheet)
            }
        }
    }
}

/// A chart of our report as a chart of Excel.
extension XLSXBook {
    /// Which charts a workbook can draw.
    static func isNative(_ chart: Chart) -> Bool {
        chart.kind != .heatGrid && chart.kind != .sparkline && !chart.categories.isEmpty
    }

    mutating func nativeChart(_ chart: Chart) throws(XLSXError) -> UnsafeMutablePointer<lxw_chart> {
        let native = try workbook.addChart(Self.type(of: chart.kind))
        guard let row = plan.chartRows[chart.id] else { return native }
        let first = UInt32(row + 2)
        let last = UInt32(row + 1 + chart.categories.count)
        for (index, series) in chart.series.enumerated() {
            guard let line = chart_add_series(native, nil, nil) else {
                throw .refused(operation: "a series of \(chart.title)", reason: "unknown")
            }
            chart_series_set_categories(line, plan.chartData, first, 0, last, 0)
            chart_series_set_values(line, plan.chartData, first, UInt16(index + 1), last, UInt16(index + 1))
            chart_series_set_name(line, VisibleText.singleLine(series.title))
            Self.paint(line, chart, series, index)
        }
        dress(native, chart)
        return native
    }

    private static func type(of kind: ChartKind) -> lxw_chart_type {
        switch kind {
        case .bar: LXW_CHART_BAR
        case .stackedBar: LXW_CHART_BAR_STACKED
        // The library drops the limits of an area chart's axis, and an axis that does not begin at 0 would mislead.
        case .line, .sparkline, .area: LXW_CHART_LINE
        case .histogram, .heatGrid: LXW_CHART_COLUMN_STACKED
        }
    }

    /// The colours of the page; a second series is hatched or dashed, so that it differs on grey paper too.
    private static func paint(
        _ line: UnsafeMutablePointer<lxw_chart_series>, _ chart: Chart, _ series: ChartSeries, _ index: Int
    ) {
        let color = series.tone == .bad ? SheetColor.bad : SheetColor.series[index % SheetColor.series.count]
        var stroke = lxw_chart_line()
        stroke.color = color
        stroke.width = 2.25
        switch chart.kind {
        case .line, .sparkline, .area:
            if index > 0 { stroke.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
            chart_series_set_line(line, &stroke)
            let marker = index == 0 ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_SQUARE
            chart_series_set_marker_type(line, UInt8(marker.rawValue))
            chart_series_set_marker_size(line, 5)
            var fill = lxw_chart_fill()
            fill.color = color
            chart_series_set_marker_fill(line, &fill)
            chart_series_set_marker_line(line, &stroke)
        case .bar, .stackedBar, .histogram, .heatGrid:
            if index == 0 {
                var fill = lxw_chart_fill()
                fill.color = color
                chart_series_set_fill(line, &fill)
            } else {
                var pattern = lxw_chart_pattern()
                pattern.fg_color = 0xFFFFFF
                pattern.bg_color = color
                pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
                chart_series_set_pattern(line, &pattern)
            }
        }
    }

    /// Title, axes and legend, calm: grey lines, no border, labels where the axis is left out.
    private func dress(_ native: UnsafeMutablePointer<lxw_chart>, _ chart: Chart) {
        let scale = ChartScale(linesOf: chart)
        let axis = scale.minimum > 0 ? " (axis from \(scale.text(scale.minimum)))" : ""
        chart_title_set_name(native, VisibleText.singleLine(chart.title + axis))
        var font = lxw_chart_font()
        font.size = 11
        font.bold = 1
        font.color = lxw_color_t(SheetColor.ink)
        chart_title_set_name_font(native, &font)
        if chart.series.count == 1 {
            chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
        }
        // Of lying bars X is the axis of the values: the library names axes by where they stand.
        let isLying = chart.kind == .bar || chart.kind == .stackedBar
        let categories = chart_axis_get(native, isLying ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X)
        let values = chart_axis_get(native, isLying ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y)
        if chart.categories.count > 16 {
            chart_axis_set_interval_unit(categories, UInt16(clamping: (chart.categories.count + 7) / 8))
        }
        chart_axis_set_min(values, scale.minimum)
        if chart.series.first?.unit == .share { chart_axis_set_max(values, 1) }
        if let number = axisFormat(chart) { chart_axis_set_num_format(values, number) }
        var grid = lxw_chart_line()
        grid.color = lxw_color_t(SheetColor.rule)
        grid.width = 0.75
        chart_axis_major_gridlines_set_visible(values, 1)
        chart_axis_major_gridlines_set_line(values, &grid)
        if isLying {
            // The first category on top, as in the table; the axis would then move to the top as well.
            chart_axis_set_reverse(categories)
            chart_axis_set_label_position(values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
        }
        if isLying || chart.kind == .histogram {
            chart_set_series_gap(native, 60)
        }
        var border = lxw_chart_line()
        border.color = lxw_color_t(SheetColor.rule)
        chart_chartarea_set_line(native, &border)
    }

    private func axisFormat(_ chart: Chart) -> String? {
        let cell = chart.series.first?.values.first { $0.absence == nil }
        guard let kind = cell?.kind else { return nil }
        return kind == .share ? "0%" : NumberFormat.of(kind)
    }
}
