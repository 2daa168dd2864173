/// A named number and what it means, once for all outputs.
///
/// From the catalogue come the definitions in every report, `explain metric ID` and `docs/metrics.md`. What a number
/// means is settled by `SEMANTICS`; an entry only says it in the words of the people who read the number.
public struct Metric: Hashable, Sendable {
    /// The stable word for it: `attainment_resolution`.
    public let id: String
    /// The name that people read.
    public let title: String
    /// The part of the catalogue.
    public let group: MetricGroup
    /// The question that it answers.
    public let question: String
    /// How it is worked out.
    public let definition: String
    /// The SLA clock that it reads, in words; nil when none.
    public let clock: String?
    /// What is counted or measured.
    public let population: String
    /// Out of what; nil unless the metric is a quotient.
    public let denominator: String?
    /// The date that puts a case into a period.
    public let dateBasis: String
    /// The tables and columns that it is made from, and the rule.
    public let source: String
    /// What it counts or measures.
    public let unit: MetricUnit
    /// Which way is good news.
    public let better: Better
    /// Why it differs from the number in the AroundTally app, where there is one.
    public let differs: String?

    /// Which way is good news.
    public enum Better: Hashable, Sendable {
        /// More is better, less is better, neither says anything by itself.
        case higher, lower, neither
    }

    init(
        _ id: String, _ title: String, _ group: MetricGroup, question: String, definition: String,
        clock: String? = nil, population: String, denominator: String? = nil, dateBasis: String, source: String,
        unit: MetricUnit, better: Better = .neither, differs: String? = nil
    ) {
        self.id = id
        self.title = title
        self.group = group
        self.question = question
        self.definition = definition
        self.clock = clock
        self.population = population
        self.denominator = denominator
        self.dateBasis = dateBasis
        self.source = source
        self.unit = unit
        self.better = better
        self.differs = differs
    }

    /// Every metric, in the order of the groups.
    public static let catalogue: [Metric] =
        slaMetrics + policyMetrics + flowMetrics + queueMetrics + workMetrics + contractMetrics + billingMetrics
        + qualityMetrics

    /// The metric of an id.
    public static func named(_ id: String) -> Metric? { catalogue.first { $0.id == id } }

    /// The entry as label and text, in reading order, without what does not apply.
    public var entry: [(label: String, text: String)] {
        let all: [(String, String?)] = [
            ("Question", question), ("Definition", definition), ("Clock", clock), ("Population", population),
            ("Denominator", denominator), ("Date basis", dateBasis), ("Source", source),
            ("Unit", unitTitle), ("Differs from the app", differs),
        ]
        return all.compactMap { label, text in text.map { (label, $0) } }
    }

    private var unitTitle: String {
        switch unit {
        case .share: "share, 0 to 1 in JSON"
        case .businessTime, .calendarTime: "time; business time and calendar time side by side, seconds in JSON"
        case .rupees: "rupees, exact to the paisa"
        default: unit.rawValue
        }
    }
}

/// The parts of the catalogue.
public enum MetricGroup: String, CaseIterable, Hashable, Sendable {
    /// The parts, in order.
    case sla, flow, queue, work, contracts, billing, quality

    /// The heading.
    public var title: String {
        switch self {
        case .sla: "SLA and time to serve"
        case .flow: "Flow"
        case .queue: "Queue at as-of"
        case .work: "Work"
        case .contracts: "AMC and TSS"
        case .billing: "Billing"
        case .quality: "Data quality"
        }
    }
}
