/// Lines and filled lines over time.
extension ChartCanvas {
    /// Draws the lines and returns the height of the drawing.
    mutating func drawLines(filled: Bool) -> Double {
        let height: Double = width == .narrow ? 220 : 260
        let bottom = height - 26
        let top: Double = 16
        let scale = ChartScale(linesOf: chart)
        let endSpace = (chart.series.map { Self.width(of: endWords($0)) }.max() ?? 0) + 14
        let right = width.points - endSpace
        let left = drawValueAxis(scale, top: top, bottom: bottom, right: right)
        let last = max(chart.categories.count - 1, 1)
        func x(_ index: Int) -> Double { left + 6 + (right - left - 6) * Double(index) / Double(last) }
        func y(_ value: Double) -> Double { bottom - scale.position(value) * (bottom - top) }
        line(left, bottom, right, bottom, "axis")
        for (index, series) in chart.series.enumerated() {
            let points = series.values.map(\.plotted)
            if filled { drawFill(points, x, y, bottom) }
            drawLine(points, index, x, y)
            drawPoints(series, index, x, y)
        }
        drawEndWords(x(chart.categories.count - 1) + 9, y)
        drawCategories(x, bottom + 17)
        return height
    }

    /// A path for every stretch without a gap.
    private mutating func drawLine(
        _ points: [Double?], _ index: Int, _ x: (Int) -> Double, _ y: (Double) -> Double
    ) {
        var path = ""
        var isDown = false
        for (place, point) in points.enumerated() {
            guard let point else {
                isDown = false
                continue
            }
            path += "\(isDown ? "L" : "M")\(Self.number(x(place))) \(Self.number(y(point)))"
            isDown = true
        }
        markup.empty("path", ["d": path, "class": "l l-\(index % 4 + 1)"])
    }

    private mutating func drawFill(
        _ points: [Double?], _ x: (Int) -> Double, _ y: (Double) -> Double, _ bottom: Double
    ) {
        var stretch: [(Double, Double)] = []
        var path = ""
        func close() -> String {
            guard let first = stretch.first, let last = stretch.last else { return "" }
            let upper = stretch.map { "L\(Self.number($0.0)) \(Self.number($0.1))" }.joined()
            return
                "M\(Self.number(first.0)) \(Self.number(bottom))\(upper)L\(Self.number(last.0)) \(Self.number(bottom))Z"
        }
        for (place, point) in points.enumerated() {
            if let point {
                stretch.append((x(place), y(point)))
            } else {
                path += close()
                stretch = []
            }
        }
        path += close()
        markup.empty("path", ["d": path, "class": "area"])
    }

    /// A mark on each point: round, square or pointed by series, so that lines differ without colour.
    private mutating func drawPoints(
        _ series: ChartSeries, _ index: Int, _ x: (Int) -> Double, _ y: (Double) -> Double
    ) {
        // More points than this would run into each other; then only the last has a mark.
        let room = width.points / Double(max(chart.categories.count, 1)) > 14
        for (place, cell) in series.values.enumerated() {
            guard let value = cell.plotted, room || place == series.values.count - 1 else { continue }
            drawPoint(index, x(place), y(value), "\(categoryText(place)): \(text(cell, of: series)) \(series.title)")
        }
    }

    private mutating func drawPoint(_ index: Int, _ x: Double, _ y: Double, _ words: String) {
        let style = "m m-\(index % 4 + 1)"
        switch index % 4 {
        case 0:
            markup.element("circle", ["cx": Self.number(x), "cy": Self.number(y), "r": "3", "class": style]) {
                $0.element("title", words)
            }
        case 1:
            let (left, top) = (Self.number(x - 3), Self.number(y - 3))
            markup.element("rect", ["x": left, "y": top, "width": "6", "height": "6", "class": style]) {
                $0.element("title", words)
            }
        default:
            let down = index % 4 == 3 ? -1.0 : 1.0
            let path =
                "M\(Self.number(x)) \(Self.number(y - 4 * down))L\(Self.number(x + 4)) \(Self.number(y + 3 * down))"
                + "L\(Self.number(x - 4)) \(Self.number(y + 3 * down))Z"
            markup.element("path", ["d": path, "class": style]) { $0.element("title", words) }
        }
    }

    private func endWords(_ series: ChartSeries) -> String {
        let value = series.values.last.map { text($0, of: series) } ?? ""
        return chart.series.count > 1 ? "\(series.title) \(value)" : value
    }

    /// The name and last value of each line at its end, moved apart where they would touch.
    private mutating func drawEndWords(_ x: Double, _ y: (Double) -> Double) {
        var ends = chart.series.compactMap { series in
            series.values.last?.plotted.map { (y: y($0) + 4, words: endWords(series)) }
        }
        ends.sort { $0.y < $1.y }
        var floor = -Double.infinity
        for end in ends {
            let place = max(end.y, floor + 15)
            label(end.words, x, place, "t v")
            floor = place
        }
    }

    /// As many categories as there is room for, the last always among them.
    private mutating func drawCategories(_ x: (Int) -> Double, _ baseline: Double) {
        let count = chart.categories.count
        guard count > 0 else { return }
        let widest = (chart.categories.indices.map { Self.width(of: categoryText($0)) }.max() ?? 0) + 12
        let pitch = count > 1 ? x(1) - x(0) : widest
        let every = max(1, Int((widest / max(pitch, 0.1)).rounded(.up)))
        for index in stride(from: count - 1, through: 0, by: -every) {
            let middle = x(index)
            let half = Self.width(of: categoryText(index)) / 2
            label(categoryText(index), max(middle, half), baseline, anchor: "middle", "t a")
        }
    }

    /// A small line without axes.
    mutating func drawSparkline() -> Double {
        let height: Double = 44
        let values = chart.series.first?.values.map(\.plotted) ?? []
        let largest = max(values.compactMap { $0 }.max() ?? 0, 1e-9)
        let words = chart.series.first.map(endWords) ?? ""
        let right = min(width.points, 330) - Self.width(of: words) - 14
        let last = max(values.count - 1, 1)
        func x(_ index: Int) -> Double { 4 + (right - 4) * Double(index) / Double(last) }
        func y(_ value: Double) -> Double { height - 6 - value / largest * (height - 14) }
        drawLine(values, 0, x, y)
        if let value = values.last ?? nil {
            drawPoint(0, x(values.count - 1), y(value), words)
            label(words, x(values.count - 1) + 9, y(value) + 4, "t v")
        }
        return height
    }
}
