import ServiceDesk

/// Draws charts as SVG. The geometry depends on the chart and the width alone.
enum ChartDrawing {
    /// The widths a chart is drawn for; many categories earn the whole page.
    static func widths(_ chart: Chart) -> [ChartWidth] {
        spansPage(chart) ? [.wide, .medium, .narrow] : [.medium, .narrow]
    }

    /// Whether a chart takes the whole width of the page.
    static func spansPage(_ chart: Chart) -> Bool {
        (chart.kind == .line || chart.kind == .area) && chart.categories.count > 16
    }

    /// Writes the drawing for a width.
    static func write(_ chart: Chart, width: ChartWidth, words: CellText, to page: inout MarkupWriter) {
        var canvas = ChartCanvas(chart: chart, width: width, words: words)
        let height =
            switch chart.kind {
            case .bar, .stackedBar: canvas.drawBars()
            case .line: canvas.drawLines(filled: false)
            case .area: canvas.drawLines(filled: true)
            case .histogram: canvas.drawHistogram()
            case .heatGrid: canvas.drawHeatGrid()
            case .sparkline: canvas.drawSparkline()
            }
        canvas.write(height: height, to: &page)
    }
}
