/// Lying bars, for names and for classes on a phone: the label, the bar with its parts, the values in words.
extension ChartCanvas {
    /// Draws bars and returns the height of the drawing.
    mutating func drawBars() -> Double {
        let stackedLabels = width == .narrow
        let longest = chart.categories.indices.map { Self.width(of: categoryText($0)) }.max() ?? 0
        let labelSpace = stackedLabels ? 0 : min(longest + 12, width.points * 0.34)
        let valueSpace = (chart.categories.indices.map { Self.width(of: barWords($0)) }.max() ?? 0) + 10
        let barSpace = max(width.points - labelSpace - valueSpace, 40)
        let largest = chart.categories.indices.map(barTotal).max() ?? 0
        let pitch: Double = stackedLabels ? 44 : 30
        var top: Double = 4
        for index in chart.categories.indices {
            let barTop = stackedLabels ? top + 17 : top + 5
            let label = Self.fitted(categoryText(index), to: stackedLabels ? width.points : labelSpace - 10)
            if stackedLabels {
                self.label(label, 0, top + 11, "t")
            } else {
                self.label(label, labelSpace - 10, top + 19, anchor: "end", "t")
            }
            let end = drawBar(index, labelSpace, barTop, largest > 0 ? barSpace / largest : 0)
            self.label(barWords(index), end + 6, barTop + 14, "t v")
            top += pitch
        }
        line(labelSpace, 2, labelSpace, top - 2, "axis")
        return top + 2
    }

    private mutating func drawBar(_ category: Int, _ left: Double, _ top: Double, _ factor: Double) -> Double {
        var x = left
        for (index, series) in chart.series.enumerated() {
            let size = max(series.values[category].plotted ?? 0, 0) * factor
            // A part that is there stays visible, however small.
            let drawn = size > 0 ? max(size, 1.5) : 0
            rectangle(x, top, drawn, 19, Self.fill(series, index))
            x += drawn
        }
        return x
    }

    private func barTotal(_ category: Int) -> Double {
        chart.series.reduce(0) { $0 + max($1.values[category].plotted ?? 0, 0) }
    }

    /// The values in the order of the legend: `58 · 9`.
    private func barWords(_ category: Int) -> String {
        chart.series.map { text($0.values[category], of: $0) }.joined(separator: " · ")
    }
}
