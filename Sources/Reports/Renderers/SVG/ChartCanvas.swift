import ServiceDesk

/// The width for which a chart is drawn. A page holds one drawing for each and shows the one that fits, since shrunken
/// text cannot be read on a phone.
enum ChartWidth: String {
    case narrow, medium, wide

    var points: Double {
        switch self {
        case .narrow: 330
        case .medium: 560
        case .wide: 1136
        }
    }
}

/// A drawing in the making: a chart, the width it is for, and the marks and words that every shape shares.
struct ChartCanvas {
    let chart: Chart
    let width: ChartWidth
    let words: CellText
    var markup = MarkupWriter()

    init(chart: Chart, width: ChartWidth, words: CellText) {
        self.chart = chart
        self.width = width
        self.words = words
    }

    /// The size of text in the drawing.
    var textSize: Double { 12 }

    /// The unit of the values.
    var unit: MetricUnit { chart.series.first?.unit ?? .none }

    /// A value of the chart in words.
    func text(_ cell: Cell, of series: ChartSeries) -> String { words.text(cell, unit: series.unit) }

    /// A category in words; a date without its year where the axis is about one year.
    func categoryText(_ index: Int) -> String {
        if case .date(let date) = chart.categories[index], date.isFinite {
            if let first = chart.categories.first, case .date(let start) = first, start.isFinite,
                start.civil.year != date.civil.year || chart.categories.last.map(Self.year) != date.civil.year
            {
                return CellText.date(date)
            }
            return String(CellText.date(date).split(separator: " ").prefix(2).joined(separator: " "))
        }
        return words.text(chart.categories[index])
    }

    private static func year(_ category: Cell) -> Int? {
        if case .date(let date) = category, date.isFinite { return Int(date.civil.year) }
        return nil
    }

    /// The classes for the fill of a series: its tone, or its place.
    static func fill(_ series: ChartSeries, _ index: Int) -> String {
        switch series.tone {
        case .good: "f-good"
        case .bad: "f-bad"
        case .warning: "f-warning"
        case .neutral: "f-\(index % 4 + 1)"
        }
    }

    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let size = tenths.magnitude
        let sign = tenths < 0 ? "-" : ""
        return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
    }

    /// A number that reads back as the same number, without a fraction where it has none.
    static func exact(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) {
        guard width > 0, height > 0 else { return }
        markup.empty(
            "rect",
            [
                "x": Self.number(x), "y": Self.number(y), "width": Self.number(width), "height": Self.number(height),
                "class": style,
            ])
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        markup.empty(
            "line",
            [
                "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
                "class": style,
            ])
    }

    mutating func label(_ text: String, _ x: Double, _ y: Double, anchor: String = "start", _ style: String = "t") {
        markup.element(
            "text", ["x": Self.number(x), "y": Self.number(y), "text-anchor": anchor, "class": style], text)
    }

    /// Writes the drawing as an element, with the title and the finding that a screen reader says.
    func write(height: Double, to page: inout MarkupWriter) {
        let size = Self.number(width.points)
        let tall = Self.number(height)
        let id = "c-\(chart.id)-\(width.rawValue)"
        page.element(
            "svg",
            [
                "class": "w-\(width.rawValue)", "viewBox": "0 0 \(size) \(tall)", "width": size, "height": tall,
                "role": "img", "aria-labelledby": "\(id)-t \(id)-d",
            ]
        ) { svg in
            svg.element("title", ["id": "\(id)-t"], chart.title)
            svg.element("desc", ["id": "\(id)-d"], chart.finding)
            svg.append(markup)
        }
        page.line()
    }

    /// The width of a text, near enough to place it.
    static func width(of text: String, size: Double = 12) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x20, 0x2c, 0x2e, 0x69, 0x6c, 0x74, 0x66, 0x6a, 0x49: sum + 0.32 * size
            case 0x25, 0x4d, 0x57, 0x6d, 0x77: sum + 0.95 * size
            case 0x41...0x5a: sum + 0.7 * size
            case 0x0900...0x097f: sum + (scalar.properties.generalCategory == .nonspacingMark ? 0 : 0.6 * size)
            default: sum + 0.57 * size
            }
        }
    }

    /// The text cut to a width, with an ellipsis; the table under the chart has all of it.
    static func fitted(_ text: String, to space: Double) -> String {
        let text = VisibleText.singleLine(text)
        guard width(of: text) > space else { return text }
        var cut = text
        while !cut.isEmpty && width(of: cut + "…") > space { cut.removeLast() }
        return cut + "…"
    }
}
