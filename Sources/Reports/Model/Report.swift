public import ServiceDesk

/// A report as a value: everything that its files say, before anybody decides how they look.
///
/// A builder evaluates, sums and sorts; the renderers for XLSX, HTML and JSON only format. So the three always agree.
public struct Report: Sendable {
    /// The word in the command and in file names: `kpi`.
    public var name: String
    /// The title that people read.
    public var title: String
    /// What the report describes and from what; printed by every renderer.
    public var context: ReportContext
    /// The parts, in reading order; the first is the headline.
    public var sections: [Section]
    /// What the figures and columns mean.
    public var definitions: [Metric]
    /// Sums that must tie, besides those that every table with a total has.
    public var checks: [Check]
    /// What is odd about the data.
    public var findings: [Finding]

    /// A report of the given parts.
    public init(
        name: String, title: String, context: ReportContext, sections: [Section], definitions: [Metric],
        checks: [Check] = [], findings: [Finding] = []
    ) {
        self.name = name
        self.title = title
        self.context = context
        self.sections = sections
        self.definitions = definitions
        self.checks = checks
        self.findings = findings
    }

    /// The name and version of the JSON shape.
    public var schema: String { "aroundtally.\(name)/1" }

    /// The metrics that sections show, in the order of the catalogue: what a report has to define.
    public static func definitions(for sections: [Section]) -> [Metric] {
        let columns = sections.flatMap { $0.tables.flatMap { $0.columns.compactMap(\.metric) } }
        let used = Set(sections.flatMap { $0.figures.map(\.metric) } + columns)
        return Metric.catalogue.filter(used.contains)
    }

    /// All figures, in reading order.
    public var figures: [Figure] { sections.flatMap(\.figures) }

    /// All tables, in reading order.
    public var tables: [ReportTable] { sections.flatMap(\.tables) }

    /// All charts, in reading order.
    public var charts: [Chart] { sections.flatMap(\.charts) }
}

/// A part of a report that answers one group of questions.
public struct Section: Sendable {
    /// A word for links; unique in the report.
    public var id: String
    /// The heading.
    public var title: String
    /// What the part answers, in a sentence or two.
    public var lead: String?
    /// What it shows.
    public var blocks: [Block]

    /// A part with the given blocks.
    public init(id: String, title: String, lead: String? = nil, blocks: [Block]) {
        self.id = id
        self.title = title
        self.lead = lead
        self.blocks = blocks
    }

    /// The figures of all its blocks.
    public var figures: [Figure] {
        blocks.flatMap { block -> [Figure] in if case .figures(let figures) = block { figures } else { [] } }
    }

    /// The tables among its blocks.
    public var tables: [ReportTable] {
        blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
    }

    /// The charts among its blocks.
    public var charts: [Chart] {
        blocks.compactMap { block in if case .chart(let chart) = block { chart } else { nil } }
    }
}

/// Something that a section shows.
public enum Block: Sendable {
    /// Figures side by side.
    case figures([Figure])
    /// A table.
    case table(ReportTable)
    /// A chart.
    case chart(Chart)
    /// The life of a clock; pages draw it.
    case timeline(Timeline)
    /// A remark on how to read the rest.
    case note(String)
}
