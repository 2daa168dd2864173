import ArgumentParser
import Operations
import ServiceDesk

/// `ticket show`: a ticket with all that was written about it.
struct TicketShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A ticket as it stands, with comments, remarks and service reports.",
        discussion: examples([("aroundtally ticket show T-1042 --as ravi", "all about it")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let view = try desk.desk.show(ticket, by: desk.claim)
            guard try session.format([.table, .json]) == .json else {
                return try session.write(try desk.text().full(view))
            }
            let members = TicketDocument.json(TicketAnswer(view: view)) + TicketDocument.texts(of: view)
            try session.write(desk.envelope("ticket", asOf: view.at).document(data: .object(members)))
        }
    }
}

/// `ticket history`: what happened to a ticket.
struct TicketHistoryCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "What happened to a ticket, oldest first.",
        discussion: examples([("aroundtally ticket history T-1042 --as ravi", "every event")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let view = try desk.desk.show(ticket, as: .history, by: desk.claim)
            let answer = TicketAnswer(view: view, events: view.record.events)
            guard try session.format([.table, .json]) == .json else {
                let text = try desk.text()
                return try session.write(text.state(view) + text.events(answer.events))
            }
            let envelope = desk.envelope("ticket", asOf: view.at)
            try session.write(envelope.document(data: .object(TicketDocument.json(answer))))
        }
    }
}

/// `ticket list`: tickets, the newest first.
struct TicketList: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tickets of the desk as they stand, the newest first.",
        discussion: examples([
            ("aroundtally ticket list --unclaimed --as ravi", "what nobody has"),
            ("aroundtally ticket list --agent ravi --status 'In Progress' --as meera", "what Ravi works on"),
        ]))

    @Option(help: "In this status.")
    var status: [String] = []
    @Option(help: "Of this priority.")
    var priority: [String] = []
    @Option(help: ArgumentHelp("Of this customer: company or id.", valueName: "customer"))
    var customer: String?
    @Option(help: ArgumentHelp("Of this agent: username or id.", valueName: "agent"))
    var agent: String?
    @Flag(help: "Only those that nobody has.")
    var unclaimed = false
    @Option(help: ArgumentHelp("At the most so many.", valueName: "n"))
    var limit: Int?
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            var selection = TicketSelection()
            selection.statuses = Set(try status.map { try Refusal.status($0) })
            selection.priorities = Set(try priority.map { try IntakeRequest.priority($0) })
            selection.customer = customer
            selection.agent = agent
            selection.isUnclaimed = unclaimed
            selection.limit = try TextInput.limit(limit)
            try desk.write(selection, schema: "ticket_list")
        }
    }
}

extension DeskAccess {
    /// Writes the tickets of a selection.
    func write(_ selection: TicketSelection, schema: String) throws {
        let views = try desk.list(selection, by: claim)
        let names = try desk.agentNames()
        let words = TicketText(zone: zone, names: names)
        let rows = views.map { view in
            let row = view.record.row
            return (
                object: TicketDocument.json(view),
                cells: [
                    row.name, row.status ?? "", view.state.priority.title, row.category ?? "",
                    row.assignedTo.map { names[$0] ?? $0.text } ?? "", words.moment(row.slaDue),
                    view.billingState == .none ? "" : view.billingState.name,
                    view.state.bill?.amount?.grouped ?? "", row.title ?? "",
                ]
            )
        }
        let columns: [RowsOutput.Column] = [
            .init(title: "Ticket"), .init(title: "Status"), .init(title: "Priority"), .init(title: "Category"),
            .init(title: "Agent"), .init(title: "Due"), .init(title: "Bill"), .init(title: "Amount", side: .right),
            .init(title: "Title"),
        ]
        try RowsOutput(session: session).write(
            rows, as: columns, under: "tickets", envelope(schema, asOf: views.first?.at))
    }
}

/// `ticket intake`: every intake with its outcome.
struct TicketIntake: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "Every intake with its outcome, the refused ones too.",
        discussion: IntakeList.examples([("aroundtally ticket intake list --outcome refused --as meera", "what failed")]
        ),
        subcommands: [IntakeList.self, IntakeShow.self])

    @OptionGroup var global: GlobalOptions
}

/// `ticket intake list`: intakes, the newest first.
struct IntakeList: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Intakes, the newest first.",
        discussion: examples([("aroundtally ticket intake list --limit 20 --as meera", "the latest")]))

    @Option(help: "Only those that were created, replayed or refused.")
    var outcome: String?
    @Option(help: ArgumentHelp("At the most so many.", valueName: "n"))
    var limit: Int?
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            if let outcome, !["created", "replayed", "refused"].contains(outcome) {
                throw Refusal.usage("there is no outcome \"\(outcome)\"", hint: "one of created, replayed, refused")
            }
            let intakes = try desk.desk.intakes(outcome: outcome, limit: try TextInput.limit(limit), by: desk.claim)
            let words = TicketText(zone: desk.zone, names: [:])
            let rows = intakes.map { intake in
                (
                    object: IntakeDocument.json(intake),
                    cells: [
                        intake.id, words.moment(intake.receivedAt), intake.source ?? "", intake.caller ?? "",
                        intake.outcome, intake.sentence ?? intake.ticket?.text ?? "",
                    ]
                )
            }
            let columns = ["Intake", "Received", "Source", "Caller", "Outcome", "Result"]
            try RowsOutput(session: session).write(
                rows, as: columns.map { .init(title: $0) }, under: "intakes", desk.envelope("intake_list"))
        }
    }
}

/// `ticket intake show`: one intake with what it sent.
struct IntakeShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "An intake with what it sent.",
        discussion: examples([
            ("aroundtally ticket intake show 0b1c2d3e-0000-4000-8000-000000000001 --as meera", "all of it")
        ]))

    @Argument(help: "The intake's id.")
    var intake: String
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let intake = IntakeDocument.json(try desk.desk.intake(intake, by: desk.claim))
            let document = desk.envelope("intake").document(data: ["intake": intake])
            try desk.write(["intake": intake], document)
        }
    }
}

/// Intakes as JSON.
private enum IntakeDocument {
    static func json(_ intake: IntakeRow) -> JSONValue {
        [
            "id": .string(intake.id), "received_at": .instant(intake.receivedAt), "source": .text(intake.source),
            "caller": .text(intake.caller), "customer_id": .text(intake.customer?.text),
            "client_key": .text(intake.clientKey), "payload": intake.payload, "outcome": .string(intake.outcome),
            "exit": .integer(intake.exit), "sentence": .text(intake.sentence),
            "ticket_id": .text(intake.ticket?.text),
        ]
    }
}
