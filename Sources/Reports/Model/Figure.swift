import ServiceDesk

/// The value of a metric in a report.
public struct Figure: Sendable {
    /// What is measured.
    public var metric: Metric
    /// Which statistic of a distribution this is.
    public var statistic: Statistic?
    /// The slice it is about, such as a clock or a priority; nil for everything.
    public var slice: String?
    /// The value.
    public var value: Cell
    /// What its number counts or measures; business time and calendar time of one metric differ in it.
    public var unit: MetricUnit
    /// How many cases it rests on.
    public var n: Int?
    /// What those cases are, in the plural: `clocks judged`.
    public var nTitle: String
    /// Numbers that belong beside it: met, breached, excluded.
    public var parts: [FigurePart]
    /// How it compares with the period before.
    public var comparison: Comparison?
    /// Whether it is good news by itself.
    public var tone: Tone

    /// A figure; the unit is the metric's unless said otherwise.
    public init(
        _ metric: Metric, _ value: Cell, statistic: Statistic? = nil, slice: String? = nil, unit: MetricUnit? = nil,
        n: Int? = nil, nTitle: String = "tickets", parts: [FigurePart] = [], comparison: Comparison? = nil,
        tone: Tone = .neutral
    ) {
        self.metric = metric
        self.statistic = statistic
        self.slice = slice
        self.value = value
        self.unit = unit ?? metric.unit
        self.n = n
        self.nTitle = nTitle
        self.parts = parts
        self.comparison = comparison
        self.tone = tone
    }

    /// The metric's title with what sets this figure apart: `Resolution time, median, business time`.
    public var title: String { ([metric.title] + qualifiers).joined(separator: ", ") }

    /// What sets this figure apart from others of its metric.
    public var qualifiers: [String] {
        var words: [String] = []
        if let slice { words.append(slice) }
        if let statistic { words.append(statistic.title) }
        switch unit {
        case .businessTime: words.append("business time")
        case .calendarTime: words.append("calendar time")
        default: break
        }
        return words
    }

    private static func snakeCase(_ words: String) -> String {
        String(words.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// What makes the figure unique in its report.
    public var key: String {
        [metric.id, slice.map(Figure.snakeCase), statistic?.rawValue, unit.timeName].compactMap { $0 }
            .joined(separator: ".")
    }
}

/// A statistic of a distribution. Median and p90 come first, the mean last.
public enum Statistic: String, CaseIterable, Hashable, Sendable {
    /// Half of the cases are at or below it.
    case median
    /// Nine of ten cases are at or below it.
    case p90
    /// The arithmetic mean.
    case mean
    /// The largest.
    case maximum

    /// The words that people read.
    public var title: String {
        switch self {
        case .median: "median"
        case .p90: "90th percentile"
        case .mean: "mean"
        case .maximum: "longest"
        }
    }
}

/// A number beside a figure.
public struct FigurePart: Hashable, Sendable {
    /// The key in JSON.
    public var key: String
    /// What it is, in the plural where it counts: `met`.
    public var title: String
    /// The number.
    public var value: Cell

    /// A number and what it is.
    public init(key: String, title: String, value: Cell) {
        self.key = key
        self.title = title
        self.value = value
    }
}

/// A figure beside that of the period before, already in words.
public struct Comparison: Hashable, Sendable {
    /// The period before, in words.
    public var periodTitle: String
    /// The value then.
    public var previous: Cell
    /// Where it went.
    public var direction: Direction
    /// By how much, in words: `up 3.2 points`.
    public var words: String
    /// Whether that is good news.
    public var tone: Tone

    /// Where a figure went.
    public enum Direction: String, Hashable, Sendable {
        /// More, less, the same, or not to be compared.
        case up, down, unchanged, unknown
    }

    /// A comparison with the given parts.
    public init(periodTitle: String, previous: Cell, direction: Direction, words: String, tone: Tone) {
        self.periodTitle = periodTitle
        self.previous = previous
        self.direction = direction
        self.words = words
        self.tone = tone
    }

    /// Compares two values of a metric, and says in words by how much they differ.
    public init(_ metric: Metric, unit: MetricUnit? = nil, now: Cell, previous: Cell, periodTitle: String) {
        self.periodTitle = periodTitle
        self.previous = previous
        guard let change = Change(from: previous, to: now, unit: unit ?? metric.unit) else {
            direction = .unknown
            words = "no comparison"
            tone = .neutral
            return
        }
        direction = change.direction
        words = change.words
        switch (change.direction, metric.better) {
        case (.up, .higher), (.down, .lower): tone = .good
        case (.up, .lower), (.down, .higher): tone = .bad
        default: tone = .neutral
        }
    }
}

/// By how much a value changed, in the words of its kind.
private struct Change {
    let direction: Comparison.Direction
    let words: String

    init?(from previous: Cell, to now: Cell, unit: MetricUnit) {
        let order: Int
        let size: String
        switch (previous, now) {
        case (.count(let before), .count(let after)):
            order = Change.order(before, after)
            size = IndianGrouping.group(after > before ? after &- before : before &- after)
        case (.money(let before), .money(let after)):
            order = Change.order(before.value, after.value)
            size = CellText.money(Paise(after > before ? after.value &- before.value : before.value &- after.value))
        case (.duration(let before), .duration(let after)):
            order = Change.order(before.wholeSeconds, after.wholeSeconds)
            size = CellText.duration(order > 0 ? after - before : before - after, unit: unit)
        default:
            guard let before = previous.quotient?.value, let after = now.quotient?.value else { return nil }
            // Compared as they are printed: a change nobody can see in the two numbers is none.
            let places = unit == .share ? 1000.0 : 10.0
            guard let now = Int(exactly: (after * places).rounded()),
                let then = Int(exactly: (before * places).rounded())
            else { return nil }
            let tenths = now - then
            order = tenths.signum()
            size = "\(tenths.magnitude / 10).\(tenths.magnitude % 10)" + (unit == .share ? " points" : "")
        }
        direction = order == 0 ? .unchanged : order > 0 ? .up : .down
        words = order == 0 ? "unchanged" : "\(order > 0 ? "up" : "down") \(size)"
    }

    private static func order<Value: Comparable>(_ before: Value, _ after: Value) -> Int {
        before == after ? 0 : after > before ? 1 : -1
    }
}
