import ArgumentParser
import Reports
import ServiceDesk

/// `list`: rows to work through.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tickets, breaches, risks and escalations as rows to filter, sort and hand on.",
        discussion: ListTickets.examples([
            ("aroundtally list tickets backup.sql --where 'service_state = open' --sort -age_s", "the oldest first"),
            ("aroundtally list breaches backup.sql --since 2026-03-30 --as-of 2026-03-31", "what broke on that day"),
            ("aroundtally list escalations backup.sql --since 2026-03-30 --as-of 2026-03-31", "who has to be told"),
        ]),
        subcommands: [ListTickets.self, ListBreaches.self, ListAtRisk.self, ListEscalations.self])

    @OptionGroup var global: GlobalOptions
}

/// Which rows of a list are shown, and how.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Rows that fulfil this: status = Open and priority in (urgent, high).", valueName: "condition"))
    var condition: String?

    // What follows is the column even where it starts with a dash.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Sort by this column; a leading - turns the order around.", valueName: "column"))
    var sort: String?

    @Option(help: ArgumentHelp("Only these columns, in this order, with commas between.", valueName: "columns"))
    var columns: String?

    @Option(help: ArgumentHelp("At the most so many rows.", valueName: "n"))
    var limit: Int?

    mutating func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit takes a number that is not negative.") }
    }

    /// The table with what was selected; a wrong word is a usage error that points at it.
    func applied(to table: ReportTable) throws(Failure) -> ReportTable {
        let selection = RowSelection(
            condition: condition, sort: sort,
            columns: columns.map { $0.split(separator: ",").map { $0.trimmingBlanks } }, limit: limit)
        do {
            return try selection.applied(to: table)
        } catch {
            switch error {
            case .condition(let mistake):
                throw Failure(
                    .usage, mistake.sentence, at: Place(file: "--where", line: 1, column: mistake.column),
                    hint: mistake.hint, sourceLine: condition)
            case .column(let name, let hint): throw Failure.usage("there is no column \"\(name)\"", hint: hint)
            }
        }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// `list tickets`: every ticket at as-of.
struct ListTickets: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets",
        abstract: "Every ticket at as-of with its clocks.",
        discussion: examples([
            ("aroundtally list tickets backup.sql --where 'resolution = at_risk'", "what breaks next"),
            (
                "aroundtally list tickets backup.sql --agent ravi --columns ticket_id,title,status",
                "one agent's tickets"
            ),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try ListOutput.write(session, sources, filters, selection, name: "tickets") { desk, lists in
            ListOutput.rows(of: lists.tickets, with: "created_at", in: desk.period)
        }
    }
}

/// The start of a list of what happened up to as-of.
struct SinceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only what happened after this moment.", valueName: "moment"))
    var since: String?

    /// The moment; a date is the end of its day, as for as-of, so that daily runs follow each other without a gap.
    func instant(_ session: Session, _ zone: TimeZoneRules) throws -> Instant? {
        try since.map { try session.moments("--since", zone).read($0, dateMeans: .end) }
    }
}

/// `list breaches`: every breach up to as-of.
struct ListBreaches: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaches",
        abstract: "Every clock that breached, by the instant of the breach.",
        discussion: examples([
            ("aroundtally list breaches backup.sql --since 2026-03-30 --as-of 2026-03-31", "what broke on that day"),
            ("aroundtally list breaches backup.sql --where 'stopped_at is null'", "what is still open"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var window: SinceOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try ListOutput.write(session, sources, filters, selection, name: "breaches") { desk, lists in
            ListOutput.rows(
                of: lists.breaches(since: try window.instant(session, desk.zone)), with: "breached_at",
                in: desk.period)
        }
    }
}

/// `list at-risk`: what breaks next.
struct ListAtRisk: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "at-risk",
        abstract: "Every running clock that is due within its warning lead, the earliest first.",
        discussion: examples([
            ("aroundtally list at-risk backup.sql --policy sla.yaml", "what breaks next unless somebody acts"),
            ("aroundtally list at-risk backup.sql --agent ravi --format jsonl", "one agent's, for a program"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try ListOutput.write(session, sources, filters, selection, name: "at_risk") { desk, lists in
            ListOutput.rows(of: lists.atRisk, with: "due_at", in: desk.period)
        }
    }
}

/// `list escalations`: who has to be told.
struct ListEscalations: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalations",
        abstract: "Every level of the policy that a clock reached, by the instant at which it did; each once.",
        discussion: examples([
            ("aroundtally list escalations backup.sql --since 2026-03-30 --as-of 2026-03-31", "of that day"),
            ("aroundtally list escalations backup.sql --where 'tell = support_head'", "for one role"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var window: SinceOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try ListOutput.write(session, sources, filters, selection, name: "escalations") { desk, lists in
            let (escalations, _) = desk.evaluation.run(into: EscalationTable(of: desk.evaluation))
            return ListOutput.rows(
                of: lists.escalations(escalations, since: try window.instant(session, desk.zone)), with: "at",
                in: desk.period)
        }
    }
}

/// What all lists share: reading, evaluating, selecting, writing.
enum ListOutput {
    static func write(
        _ session: Session, _ sources: SourceOptions, _ filters: FilterOptions, _ selection: SelectionOptions,
        name: String, _ table: (Desk, TicketLists) throws -> ReportTable
    ) throws -> ExitStatus {
        let format = try session.format([.table, .json, .jsonl, .csv, .md])
        let desk = try Desk.open(session, sources, filters, keepsTitles: true)
        let (clocks, findings) = desk.clocks()
        session.messages.print(findings)
        let all = try table(desk, TicketLists(of: clocks, evaluation: desk.evaluation))
        var selected = try selection.applied(to: all)
        if selection.columns == nil && (format == .table || format == .md) { selected = forPeople(selected) }
        let envelope = desk.envelope("aroundtally.\(name)/1", findings: desk.allFindings(findings))
        try TableOutput(session: session, zone: desk.zone).write(selected, as: format, envelope)
        return desk.status
    }

    /// The table without ids that have a name beside them.
    private static func forPeople(_ table: ReportTable) -> ReportTable {
        let shown = table.columns.indices.filter { !["customer_id", "assigned_to"].contains(table.columns[$0].key) }
        var table = table
        table.rows = TableRows(table.rows.map { row in shown.map { row[$0] } })
        table.total = table.total.map { row in shown.map { row[$0] } }
        table.columns = shown.map { table.columns[$0] }
        return table
    }

    /// The rows that happened in `--from` to `--to`, where those are given, by an instant of theirs.
    static func rows(
        of table: ReportTable, with key: String, in period: (from: Instant?, to: Instant?)
    ) -> ReportTable {
        guard period.from != nil || period.to != nil, let column = table.columnIndex(key) else { return table }
        var table = table
        let kept = table.rows.filter { row in
            guard case .instant(let instant) = row[column] else { return false }
            return period.from.map { $0 <= instant } ?? true && period.to.map { instant < $0 } ?? true
        }
        table.rows = TableRows(kept)
        return table
    }
}
