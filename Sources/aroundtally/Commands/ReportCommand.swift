import ArgumentParser
import Ingest
import Operations
import Reports
import ServiceDesk

/// `report NAME`: a report as a workbook, a page and JSON.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports as XLSX, HTML and JSON.",
        discussion: ReportKPI.examples([
            (
                "aroundtally report kpi backup.sql --as-of 2026-03-31 --policy sla.yaml -o reports/",
                "kpi.xlsx, kpi.html and kpi.json in a folder"
            )
        ]),
        subcommands: [ReportKPI.self])

    @OptionGroup var global: GlobalOptions
}

/// `report kpi`: the admin's report.
struct ReportKPI: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpi",
        abstract: "Attainment, backlog, flow, times, queues, agents, customers, contracts: the admin's report.",
        discussion: examples([
            (
                "aroundtally report kpi backup.sql --as-of 2026-03-31 --policy sla.yaml -o reports/",
                "kpi.xlsx, kpi.html and kpi.json in a folder"
            ),
            ("aroundtally report kpi backup.sql --from 2026-01-01 --to 2026-04-01 --html q4.html", "a quarter"),
            ("aroundtally report kpi backup.sql", "the headline figures on the terminal"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions

    @Option(
        help: ArgumentHelp(
            "Count a clock into the period in which it was due or breached, stopped, or its ticket was created.",
            valueName: "due|stopped|created"))
    var cohort: Cohort = .due

    @Option(help: ArgumentHelp("Write the workbook here.", valueName: "file"))
    var xlsx: String?

    @Option(help: ArgumentHelp("Write the page here.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("Write the JSON here.", valueName: "file"))
    var json: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        let desk = try Desk.open(session, sources, filters, keepsTitles: true)
        let report = KPIReport.report(of: input(desk))
        let outputs = ReportOutputs(xlsx: xlsx, html: html, json: json, folder: global.output, name: report.name)
        if outputs.isEmpty {
            try ReportOutputs.write(headlineOf: report, as: format, session, zone: desk.zone)
        } else {
            try outputs.write(report, session)
        }
        if global.check, let failed = report.allChecks.first(where: { !$0.outcome.ties }) {
            throw Failure(.checkFailed, "a sum does not tie: \(failed.title)")
        }
        return desk.status
    }

    private func input(_ desk: Desk) -> KPIInput {
        let plan = SummaryPlan(
            asOf: desk.asOf, zone: desk.zone, from: desk.period.from, to: desk.period.to, cohort: cohort)
        let both = SummaryAndClocks(
            summary: SummaryBuilder(plan: plan, evaluation: desk.evaluation), clocks: ClockTable())
        let (sink, findings) = desk.evaluation.run(into: both)
        return KPIInput(
            evaluation: desk.evaluation, plan: plan, summary: sink.summary.summary, clocks: sink.clocks,
            findings: desk.allFindings(findings), context: context(desk, plan))
    }

    private func context(_ desk: Desk, _ plan: SummaryPlan) -> ReportContext {
        let words = PeriodWords(plan: plan, isWholeMonth: desk.period.from == nil && desk.period.to == nil)
        let counted = plan.cohort == .due ? [] : [ReportFilter(name: "cohort", value: plan.cohort.rawValue)]
        return desk.reportContext(
            period: plan.period, title: words.title, previousTitle: words.previousTitle,
            filters: filters.notes + counted)
    }
}

extension FilterOptions {
    /// The filters as a report names them.
    var notes: [ReportFilter] {
        let lists = [
            ("customer", customer), ("agent", agent), ("priority", priority),
            ("category", category), ("amc", amc.map(\.rawValue)),
        ]
        let ends = [("from", from), ("to", to)].compactMap { name, value in
            value.map { ReportFilter(name: name, value: $0) }
        }
        return ends
            + lists.filter { !$0.1.isEmpty }.map { ReportFilter(name: $0.0, value: $0.1.joined(separator: ", ")) }
    }
}

/// A summary and the clock table, made in one pass over the tickets.
struct SummaryAndClocks: TicketSink {
    var summary: SummaryBuilder
    var clocks: ClockTable

    mutating func take(_ ticket: TicketSnapshot, clocks results: [ClockResult], history: TicketHistory) {
        summary.take(ticket, clocks: results, history: history)
        clocks.take(ticket, clocks: results, history: history)
    }

    mutating func join(_ next: SummaryAndClocks) {
        summary.join(next.summary)
        clocks.join(next.clocks)
    }
}
