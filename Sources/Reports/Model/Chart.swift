/// A picture of series over shared categories. What it shows is also said in a sentence and in a table.
public struct Chart: Sendable {
    /// A word for links and JSON; unique in the report.
    public var id: String
    /// The title that people read.
    public var title: String
    /// The shape.
    public var kind: ChartKind
    /// What there is to see, in one sentence.
    public var finding: String
    /// What the categories are: `Month`.
    public var categoryTitle: String
    /// The categories, in the order in which they are drawn.
    public var categories: [Cell]
    /// One or more rows of values, each as long as the categories.
    public var series: [ChartSeries]
    /// How many of all things are drawn by name; nil when all are.
    public var coverage: ChartCoverage?

    /// A chart with the given parts.
    public init(
        id: String, title: String, kind: ChartKind, finding: String, categoryTitle: String, categories: [Cell],
        series: [ChartSeries], coverage: ChartCoverage? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.finding = finding
        self.categoryTitle = categoryTitle
        self.categories = categories
        self.series = series
        self.coverage = coverage
    }
}

/// The shape of a chart.
public enum ChartKind: String, CaseIterable, Hashable, Sendable {
    /// A bar for each category, lying, for names.
    case bar
    /// Lying bars whose parts are the series.
    case stackedBar = "stacked_bar"
    /// A line for each series over time.
    case line
    /// A filled line over time.
    case area
    /// Standing bars over ordered classes, such as ages.
    case histogram
    /// A grid of shades: series down, categories across.
    case heatGrid = "heat_grid"
    /// A small line without axes.
    case sparkline
}

/// One row of values of a chart.
public struct ChartSeries: Sendable {
    /// The key in JSON.
    public var key: String
    /// The name in the legend.
    public var title: String
    /// What the values count or measure.
    public var unit: MetricUnit
    /// The values; an absent one leaves a gap.
    public var values: [Cell]
    /// Whether the series stands for something good or bad.
    public var tone: Tone

    /// A series with the given values.
    public init(key: String, title: String, unit: MetricUnit, values: [Cell], tone: Tone = .neutral) {
        self.key = key
        self.title = title
        self.unit = unit
        self.values = values
        self.tone = tone
    }
}

/// How much of everything a chart draws by name.
public struct ChartCoverage: Hashable, Sendable {
    /// How many are drawn by name.
    public var shown: Int
    /// How many there are.
    public var of: Int
    /// What they are, in the plural.
    public var noun: String

    /// Whether the rest is drawn as one category, Other.
    public var hasOther: Bool

    /// The first `shown` of all; the rest is one category, Other, or not drawn.
    public init(shown: Int, of: Int, noun: String, hasOther: Bool = true) {
        self.shown = shown
        self.of = of
        self.noun = noun
        self.hasOther = hasOther
    }

    /// The words under the chart.
    public var words: String { "Top \(shown) of \(of) \(noun); the rest is \(hasOther ? "Other" : "in the table")." }
}
