import ArgumentParser
import Reports
import ServiceDesk

/// `policy compare A B SOURCE…`: the same history under two policy files.
struct PolicyCompare: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "The same history under two policy files: what would change, where, and why.",
        discussion: examples([
            ("aroundtally policy compare today.yaml tomorrow.yaml backup.sql", "on the terminal"),
            (
                "aroundtally policy compare a.yaml b.yaml backup.sql --from 2026-01-01 --to 2026-04-01 -o whatif/",
                "tickets of a quarter, as workbook, page and JSON"
            ),
        ]))

    @Argument(help: ArgumentHelp("The policy file to start from.", valueName: "before"))
    var before: String

    @Argument(help: ArgumentHelp("The policy file to compare with it.", valueName: "after"))
    var after: String

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions

    @Option(help: ArgumentHelp("Write the workbook here.", valueName: "file"))
    var xlsx: String?

    @Option(help: ArgumentHelp("Write the page here.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("Write the JSON here.", valueName: "file"))
    var json: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        let first = try PolicySource.read(before, session)
        let second = try PolicySource.read(after, session)
        let desk = try Desk.open(session, sources, filters, keepsTitles: true, under: first)
        let comparison = PolicyComparison(
            of: desk.dataset, before: first, after: second, parameters: desk.evaluation.parameters,
            filter: try filters.ticketFilter(), from: desk.period.from, to: desk.period.to)
        let (compared, findings) = comparison.run()
        let report = PolicyCompareReport.report(
            of: compared, names: shortNames, findings: desk.allFindings(findings),
            context: context(desk, first, second))
        let outputs = ReportOutputs(xlsx: xlsx, html: html, json: json, folder: global.output, name: report.name)
        guard outputs.isEmpty else {
            try outputs.write(report, session)
            return desk.status
        }
        let text = TextTableRenderer(timeZone: desk.zone)
        switch format {
        case .json: try session.write(JSONReportRenderer().value(of: report))
        case .md: try session.write(text.markdown(report))
        default: try session.write(text.terminal(report))
        }
        return desk.status
    }

    /// The files' names without their folders, as long as those tell them apart.
    private var shortNames: (before: String, after: String) {
        let short = [before, after].map { String($0.split(separator: "/").last ?? Substring($0)) }
        return short[0] == short[1] ? (before, after) : (short[0], short[1])
    }

    private func context(_ desk: Desk, _ first: SLAPolicies, _ second: SLAPolicies) -> ReportContext {
        let start = desk.period.from ?? desk.dataset.inventory.createdMin ?? desk.asOf
        let end = max(start, min(desk.period.to ?? desk.asOf, desk.asOf))
        let isWhole = desk.period.from == nil && desk.period.to == nil
        let period = Period(start: min(start, end), end: end)
        var context = desk.reportContext(
            period: period, title: isWhole ? "all of the history" : PeriodWords.range(period, desk.zone),
            filters: filters.notes)
        context.policySource = "\(before), \(after)"
        context.calendars = [first, second].flatMap { policies in
            policies.calendarNotes.map { CalendarNote(name: "\($0.name) (\(policies.source))", hours: $0.hours) }
        }
        return context
    }
}
