/// A grid of shades, with the value in each field: the shade only helps the eye.
extension ChartCanvas {
    /// Draws the grid and returns the height of the drawing.
    mutating func drawHeatGrid() -> Double {
        let left = (chart.series.map { Self.width(of: $0.title) }.max() ?? 0) + 10
        let pitch = (width.points - left) / Double(max(chart.categories.count, 1))
        let rowHeight: Double = width == .narrow ? 26 : 30
        let largest = chart.series.flatMap { $0.values.compactMap(\.plotted) }.max() ?? 0
        let top: Double = 22
        let widest = (chart.categories.indices.map { Self.width(of: categoryText($0)) }.max() ?? 0) + 6
        let every = max(1, Int((widest / max(pitch, 0.1)).rounded(.up)))
        for index in stride(from: 0, to: chart.categories.count, by: every) {
            label(categoryText(index), left + pitch * (Double(index) + 0.5), 14, anchor: "middle", "t a")
        }
        for (row, series) in chart.series.enumerated() {
            let y = top + Double(row) * rowHeight
            label(series.title, left - 8, y + rowHeight / 2 + 4, anchor: "end", "t")
            for (column, cell) in series.values.enumerated() {
                let x = left + pitch * Double(column)
                let shade = Self.shade(cell, largest)
                rectangle(x + 1, y + 1, pitch - 2, rowHeight - 2, "h h\(shade)")
                let words = text(cell, of: series)
                guard Self.width(of: words) < pitch else { continue }
                label(words, x + pitch / 2, y + rowHeight / 2 + 4, anchor: "middle", "t ht\(shade)")
            }
        }
        return top + Double(chart.series.count) * rowHeight + 4
    }

    /// One of six shades, 0 for nothing.
    private static func shade(_ cell: Cell, _ largest: Double) -> Int {
        guard let value = cell.plotted, value > 0, largest > 0 else { return 0 }
        return min(5, max(1, Int((value / largest * 5).rounded(.up))))
    }
}
