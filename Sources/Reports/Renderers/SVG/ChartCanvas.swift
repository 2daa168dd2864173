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
struct ChartCanvas: SVGCanvas {
    let chart: Chart
    let width: ChartWidth
    let words: CellText
    var markup = MarkupWriter()

    init(chart: Chart, width: ChartWidth, words: CellText) {
        self.chart = chart
        self.width = width
        self.words = words
    }

    var caption: (id: String, title: String, finding: String) { (chart.id, chart.title, chart.finding) }

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

    /// A number that reads back as the same number, without a fraction where it has none.
    static func exact(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }

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
