import ArgumentParser
import Reports
import ServiceDesk

/// `explain sla TICKET`: the ledger of each clock, line by line.
struct ExplainSLA: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla",
        abstract: "How a ticket's clocks came to what they say, segment by segment.",
        discussion: examples([
            ("aroundtally explain sla 0b1c2d3e backup.sql --policy sla.yaml", "by the start of its id"),
            ("aroundtally explain sla 0b1c2d3e-0000-4000-8000-000000000001 backup.sql --format json", "for a program"),
            ("aroundtally explain sla 0b1c2d3e backup.sql --html ticket.html", "a page with drawings, to send on"),
        ]))

    @Argument(
        help: ArgumentHelp("The ticket's id, or the start of it with at least six characters.", valueName: "ticket"))
    var ticket: String

    @OptionGroup var sources: SourceOptions

    @Option(help: ArgumentHelp("Write a page with drawings here.", valueName: "file"))
    var html: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        let desk = try Desk.open(session, sources, FilterOptions.none(), keepsTitles: true)
        let row = try find(ticket, in: desk.dataset)
        guard let ledger = desk.evaluation.ledger(of: row) else {
            throw Failure(
                .inputMissing, "the ticket does not exist at \(desk.asOf.rfc3339), or has no creation",
                hint: "a later --as-of may show it")
        }
        let explanation = ClockExplanation(of: ledger, evaluation: desk.evaluation)
        if format == .json {
            let envelope = desk.envelope("aroundtally.explain_sla/1", findings: desk.dataset.findings)
            try session.write(envelope.document(data: explanation.json))
            return desk.status
        }
        if let html {
            let context = desk.reportContext(
                period: Period(start: ledger.snapshot.createdAt, end: desk.asOf), title: "clock by clock",
                filters: [])
            try ReportOutputs(xlsx: nil, html: html, json: nil, folder: nil, name: "explain_sla")
                .write(explanation.report(context, findings: desk.dataset.findings), session)
            return desk.status
        }
        try session.write(explanation.parts.map { text(of: $0, format, session, desk.zone) }.joined(separator: "\n"))
        return desk.status
    }

    /// A table with its heading, and the drawing that belongs to it.
    private func text(
        of part: ClockExplanation.Part, _ format: OutputFormat, _ session: Session, _ zone: TimeZoneRules
    ) -> String {
        let table = part.table
        let rows = TableOutput(session: session, zone: zone).text(of: table)
        let isMarkdown = format == .md
        let heading = isMarkdown ? "## \(table.title)" : session.outputStyle.bold(table.title)
        let body = isMarkdown ? rows.markdown : rows.aligned()
        let drawing =
            part.timeline.map { TimelineText(timeZone: zone).draw($0) }
            .map { isMarkdown ? "\n```text\n\($0)```\n" : "\n\($0)" } ?? ""
        return "\(heading)\n\(VisibleText.escaped(table.basis))\n\n\(body)\(drawing)"
    }

    /// The ticket of an id or of the only id that starts so.
    private func find(_ text: String, in dataset: Dataset) throws(Failure) -> TicketRow {
        if let id = EntityID<Ticket>(text), let index = dataset.tickets.id.firstIndex(of: id) {
            return TicketRow(index)
        }
        let prefix = text.lowercased()
        let matches = dataset.tickets.id.indices.filter { dataset.tickets.id[$0].text.hasPrefix(prefix) }
        if prefix.utf8.count >= 6, matches.count == 1 { return TicketRow(matches[0]) }
        let candidates = matches.prefix(5).map { dataset.tickets.id[$0].text }
        let hint: String
        if matches.isEmpty {
            hint = "aroundtally list tickets shows the ids"
        } else {
            hint = "write more of it: \(candidates.joined(separator: ", "))\(matches.count > 5 ? ", …" : "")"
        }
        let sentence =
            switch matches.count {
            case 0: "there is no ticket \"\(text)\""
            case 1: "\"\(text)\" is too short: the start of an id has six characters or more"
            default: "several tickets start with \"\(text)\""
            }
        throw Failure(.inputMissing, sentence, hint: hint)
    }
}
