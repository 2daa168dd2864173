public import ServiceDesk

/// What the KPI report is made from: an evaluation with what it summed up and the rows that the report lists.
public struct KPIInput: Sendable {
    /// The dataset under its policies.
    public var evaluation: Evaluation
    /// The period and the trend.
    public var plan: SummaryPlan
    /// All figures.
    public var summary: Summary
    /// All tickets and their clocks at as-of.
    public var clocks: ClockTable
    /// What is odd about the data, from the reader and from the evaluation.
    public var findings: FindingLog
    /// What every output prints about the report.
    public var context: ReportContext

    /// The input with the given parts.
    public init(
        evaluation: Evaluation, plan: SummaryPlan, summary: Summary, clocks: ClockTable, findings: FindingLog,
        context: ReportContext
    ) {
        self.evaluation = evaluation
        self.plan = plan
        self.summary = summary
        self.clocks = clocks
        self.findings = findings
        self.context = context
    }
}

/// The admin's report: did we keep our promises, how much work is there, who does it, for whom.
///
/// A builder only arranges what the summary holds: every number in here is read from it or from the clock table.
public struct KPIReport {
    let input: KPIInput

    /// The report of an input.
    public static func report(of input: KPIInput) -> Report { KPIReport(input: input).report }

    var summary: Summary { input.summary }
    var plan: SummaryPlan { input.plan }
    var context: ReportContext { input.context }
    var dataset: Dataset { input.evaluation.dataset }
    /// First response and resolution, and what else the policies promise.
    var shownClocks: [SLAClock] { input.evaluation.policies.shownClocks }

    private var report: Report {
        let sections = [
            headline, trend, sla, times, queue, flow, agents, customers, categories, contracts, billing, exceptions,
            differences, quality, tickets,
        ]
        return Report(
            name: "kpi", title: "Service desk KPIs", context: context,
            sections: sections, definitions: Report.definitions(for: sections), checks: checks,
            findings: input.findings.findings)
    }

    /// The sums that must tie beside those of the tables.
    private var checks: [Check] {
        let bridge = summary.bridge
        return [
            Check(
                id: "backlog_bridge", title: "Backlog at start + created + reopened - done = backlog at end",
                left: [
                    CheckTerm("Backlog at start", .count(bridge.opening), at: bridgeCell(0)),
                    CheckTerm("Created", .count(bridge.flow.created), at: bridgeCell(1)),
                    CheckTerm("Reopened", .count(bridge.flow.reopened), at: bridgeCell(2)),
                    CheckTerm("Done", .count(bridge.flow.done), at: bridgeCell(3)).subtracted(),
                ],
                right: [CheckTerm("Backlog at end", .count(bridge.closing), at: bridgeCell(4))]),
            Check(
                id: "queues", title: "AMC queue + Normal queue = backlog",
                left: [
                    CheckTerm("AMC queue", .count(summary.amcQueue.backlog.count)),
                    CheckTerm("Normal queue", .count(summary.normalQueue.backlog.count)),
                ],
                right: [CheckTerm("Backlog", .count(summary.backlog.count))]),
            Check(
                id: "statuses", title: "Tickets of all statuses = tickets at as-of",
                left: [
                    CheckTerm(
                        "All statuses", .count(summary.byStatus.reduce(0, +)),
                        at: .column(table: "tickets_by_status", column: "tickets"))
                ],
                right: [CheckTerm("Tickets at as-of", .count(summary.tickets))]),
        ]
    }

    private func bridgeCell(_ row: Int) -> CheckPlace { .cell(table: "backlog_bridge", row: row, column: "tickets") }

    /// What a table counts that is based on a date inside the period.
    func basis(_ what: String) -> String { "\(what) in \(context.periodTitle)." }

    /// A comparison with the period before; nil when nothing is compared.
    func compared(_ metric: Metric, _ now: Cell, _ previous: Cell, unit: MetricUnit? = nil) -> Comparison? {
        context.previousPeriodTitle.map {
            Comparison(metric, unit: unit, now: now, previous: previous, periodTitle: $0)
        }
    }

    // MARK: Names

    /// The name of an entry of the agents' directory.
    func agentName(_ entry: DirectoryEntry<Agent>) -> String { PeopleNames(dataset: dataset).agent(entry) }

    /// The name of an entry of the customers' directory.
    func customerName(_ entry: DirectoryEntry<Customer>) -> String { PeopleNames(dataset: dataset).customer(entry) }

    /// The name of a ticket's customer.
    func customerName(of ticket: TicketRow) -> Cell {
        dataset.tickets.customer[ticket].map { .text(customerName($0)) } ?? .absent(.notRecorded)
    }

    // MARK: Cells

    /// A length of time, or none where nothing was measured.
    func cell(_ span: TimeSpan?) -> Cell { span.map { .duration($0) } ?? .absent(.noneEligible) }

    /// A part of a whole, or none over nothing.
    func share(_ part: Int, of whole: Int) -> Cell { whole == 0 ? .absent(.noneEligible) : .share(part, of: whole) }

    /// A quotient that is no part of a whole, or none over nothing.
    func ratio(_ part: Int, per whole: Int) -> Cell { whole == 0 ? .absent(.noneEligible) : .ratio(part, per: whole) }

    /// Attainment, or none where no clock was judged.
    func attainment(_ attainment: Attainment) -> Cell { share(attainment.met, of: attainment.eligible) }
}

extension SLAClock {
    /// The metric of the clock's attainment.
    var attainmentMetric: Metric {
        switch self {
        case .claim: .claimAttainment
        case .firstResponse: .firstResponseAttainment
        case .nextResponse: .nextResponseAttainment
        case .periodicUpdate: .periodicUpdateAttainment
        case .resolution: .resolutionAttainment
        }
    }

    /// The metric of the time that the clock takes.
    var timeMetric: Metric {
        switch self {
        case .claim: .claimTime
        case .firstResponse: .firstResponseTime
        case .nextResponse: .nextResponseTime
        case .periodicUpdate: .periodicUpdateTime
        case .resolution: .resolutionTime
        }
    }
}
