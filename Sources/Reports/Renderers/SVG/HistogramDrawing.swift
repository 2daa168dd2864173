/// Standing bars over ordered classes.
extension ChartCanvas {
    /// Draws the bars and returns the height of the drawing. On a phone the bars lie, since the names would not fit.
    mutating func drawHistogram() -> Double {
        if width == .narrow { return drawBars() }
        let height: Double = 250
        let bottom = height - 26
        let top: Double = 22
        let largest = chart.categories.indices.map(stackTotal).max() ?? 0
        let scale = ChartScale(largest: largest, unit: unit)
        let left = drawValueAxis(scale, top: top, bottom: bottom, right: width.points)
        let pitch = (width.points - left) / Double(max(chart.categories.count, 1))
        let bar = min(pitch * 0.66, 64)
        for index in chart.categories.indices {
            let middle = left + pitch * (Double(index) + 0.5)
            var y = bottom
            for (place, series) in chart.series.enumerated() {
                let size = max(series.values[index].plotted ?? 0, 0) / scale.maximum * (bottom - top)
                rectangle(middle - bar / 2, y - size, bar, size, Self.fill(series, place))
                y -= size
            }
            let values = chart.series.map { text($0.values[index], of: $0) }.joined(separator: " · ")
            label(values, middle, y - 5, anchor: "middle", "t v")
            label(Self.fitted(categoryText(index), to: pitch), middle, bottom + 17, anchor: "middle", "t")
        }
        line(left, bottom, width.points, bottom, "axis")
        return height
    }

    private func stackTotal(_ category: Int) -> Double {
        chart.series.reduce(0) { $0 + max($1.values[category].plotted ?? 0, 0) }
    }

    /// Draws the marks of the values and returns where the drawing may begin.
    mutating func drawValueAxis(_ scale: ChartScale, top: Double, bottom: Double, right: Double) -> Double {
        let left = (scale.marks.map { Self.width(of: scale.text($0)) }.max() ?? 0) + 10
        for mark in scale.marks {
            let y = bottom - scale.position(mark) * (bottom - top)
            line(left, y, right, y, "grid")
            label(scale.text(mark), left - 8, y + 4, anchor: "end", "t a")
        }
        return left
    }
}
