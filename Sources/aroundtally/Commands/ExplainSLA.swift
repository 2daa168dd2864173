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
        ]))

    @Argument(
        help: ArgumentHelp("The ticket's id, or the start of it with at least six characters.", valueName: "ticket"))
    var ticket: String

    @OptionGroup var sources: SourceOptions
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
        let output = TableOutput(session: session, zone: desk.zone)
        let style = session.outputStyle
        let texts = explanation.tables.map { table in
            let heading = format == .md ? "## \(table.title)" : style.bold(table.title)
            let body = format == .md ? output.text(of: table).markdown : output.text(of: table).aligned()
            return "\(heading)\n\(VisibleText.escaped(table.basis))\n\n\(body)"
        }
        try session.write(texts.joined(separator: "\n"))
        return desk.status
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
