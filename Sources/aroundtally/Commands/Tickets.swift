import ArgumentParser
import Operations
import ServiceDesk

/// `ticket`: raise tickets and work on them.
struct Tickets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket",
        abstract: "Raise tickets, work on them and look at them.",
        discussion: TicketCreate.examples([
            ("aroundtally ticket create --customer 'Anand Sweets' --title 'GST return fails' --as meera", "raise one"),
            ("aroundtally ticket claim T-1042 --as ravi", "take it"),
            ("aroundtally ticket resolve T-1042 --solution 'Patched' --as ravi", "finish it"),
        ]),
        subcommands: [
            TicketCreate.self, TicketShow.self, TicketList.self, TicketClaim.self, TicketUnclaim.self,
            TicketAssign.self, TicketEscalate.self, TicketPriority.self, TicketCategory.self, TicketStatusCommand.self,
            TicketComment.self, TicketRemark.self, TicketServiceReport.self, TicketResolve.self, TicketClose.self,
            TicketReopen.self, TicketHistoryCommand.self, TicketIntake.self,
        ])

    @OptionGroup var global: GlobalOptions
}

extension DeskAccess {
    /// Tickets for people, with the names of agents.
    func text() throws -> TicketText {
        TicketText(zone: zone, names: try desk.agentNames())
    }

    /// Changes a ticket and writes how it stands after it.
    func change(
        _ ticket: String, _ options: ChangeOptions, _ command: (DeskTransaction) throws -> TicketCommand
    ) throws {
        let terms = try terms(options)
        try write(try desk.change(ticket, by: claim, terms, command), dryRun: terms.isDryRun)
    }

    /// Writes what a command did.
    func write(_ answer: TicketAnswer, dryRun: Bool) throws {
        if try session.format([.table, .json]) == .json {
            let envelope = envelope("ticket", asOf: answer.view.at, dryRun: dryRun)
            try session.write(envelope.document(data: .object(TicketDocument.json(answer))))
        } else {
            try session.write(try text().answer(answer, dryRun: dryRun))
        }
    }
}

// MARK: - Holding

/// `ticket claim`: take a ticket that nobody has.
struct TicketClaim: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Take a ticket that nobody has.",
        discussion: examples([("aroundtally ticket claim T-1042 --as ravi", "it is yours")]))

    @Argument(help: "The ticket: id, six or more of its first characters, or T-1042.")
    var ticket: String
    @Option(help: "A word about it.")
    var note: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let note = try TextInput.optional(note, "--note")
            try desk.change(ticket, change) { _ in .claim(note: note) }
        }
    }
}

/// `ticket unclaim`: give a ticket back.
struct TicketUnclaim: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "unclaim", abstract: "Give back a ticket that you have.",
        discussion: examples([("aroundtally ticket unclaim T-1042 --note 'on leave' --as ravi", "nobody has it")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "A word about it.")
    var note: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let note = try TextInput.optional(note, "--note")
            try desk.change(ticket, change) { _ in .unclaim(note: note) }
        }
    }
}

/// `ticket assign`: give tickets to an agent, all or none.
struct TicketAssign: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give tickets to an agent: all of them, or none.",
        discussion: examples([("aroundtally ticket assign --to ravi T-1042 T-1043 --as meera", "both are Ravi's")]))

    @Argument(help: "The tickets.")
    var tickets: [String] = []
    @Option(help: ArgumentHelp("The agent: username or id.", valueName: "agent"))
    var to: String?
    @Option(help: "A word about it.")
    var note: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let to = try Refusal.required(to, "--to")
            let note = try TextInput.optional(note, "--note")
            guard !tickets.isEmpty else { throw Refusal.usage("no ticket is named", hint: nil) }
            guard tickets.count == 1 || change.ifVersion == nil else {
                throw Refusal.usage("--if-version is about one ticket", hint: "assign them one by one")
            }
            let terms = try desk.terms(change)
            let answers = try desk.desk.assign(tickets, to: to, note: note, by: desk.claim, terms)
            if tickets.count == 1, let answer = answers.first {
                return try desk.write(answer, dryRun: terms.isDryRun)
            }
            guard try session.format([.table, .json]) == .json else {
                let text = try desk.text()
                return try session.write(answers.map { text.answer($0, dryRun: terms.isDryRun) }.joined())
            }
            let rows = answers.map { JSONValue.object(Array(TicketDocument.json($0).dropLast())) }
            let envelope = desk.envelope("ticket", asOf: answers.first?.view.at, dryRun: terms.isDryRun)
            try session.write(envelope.document(data: ["tickets": .array(rows)]))
        }
    }
}

/// `ticket escalate`: hand a ticket up.
struct TicketEscalate: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalate",
        abstract: "Raise the priority by a step and give the ticket to a Support Head.",
        discussion: examples([
            ("aroundtally ticket escalate T-1042 --reason 'filing is due today' --as ravi", "to the least loaded one")
        ]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "Why.")
    var reason: String?
    @Option(help: ArgumentHelp("The Support Head (default: the one with the fewest tickets).", valueName: "agent"))
    var to: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let reason = try TextInput.checked(try Refusal.required(reason, "--reason"), "--reason")
            try desk.change(ticket, change) { transaction in
                let head = try to.map { try transaction.agent(named: $0) } ?? transaction.leastLoadedHead()
                return .escalate(to: head, reason: reason)
            }
        }
    }
}

// MARK: - What it is

/// `ticket priority`: set the priority.
struct TicketPriority: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "priority", abstract: "Set a ticket's priority; what is promised is computed anew.",
        discussion: examples([("aroundtally ticket priority T-1042 Urgent --as meera", "it is urgent")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Argument(help: "Urgent, High, Medium or Low.")
    var priority: String
    @Option(help: "Why.")
    var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let priority = try IntakeRequest.priority(priority)
            let reason = try TextInput.optional(reason, "--reason")
            try desk.change(ticket, change) { _ in .setPriority(priority, reason: reason) }
        }
    }
}

/// `ticket category`: set the category.
struct TicketCategory: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Set a ticket's category.",
        discussion: examples([("aroundtally ticket category T-1042 GST --as meera", "it is about GST")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Argument(help: "The category.")
    var category: String
    @Option(help: "Why.")
    var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let category = try TextInput.checked(category, "the category")
            let reason = try TextInput.optional(reason, "--reason")
            try desk.change(ticket, change) { _ in .setCategory(category, reason: reason) }
        }
    }
}

/// `ticket status`: set the status of work in progress.
struct TicketStatusCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Set a ticket to Open, In Progress, On Hold or Waiting for Customer.",
        discussion: examples([("aroundtally ticket status T-1042 'In Progress' --as ravi", "work begins")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Argument(help: "The status.")
    var status: String
    @Option(help: "Why.")
    var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let status = try Refusal.status(status)
            let reason = try TextInput.optional(reason, "--reason")
            try desk.change(ticket, change) { _ in .setStatus(status, reason: reason) }
        }
    }
}

// MARK: - The end, and the beginning again

/// `ticket resolve`: finish the work, with or without a bill.
struct TicketResolve: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Finish the work on a ticket; with --bill, raise its bill as well.",
        discussion: examples([
            ("aroundtally ticket resolve T-1042 --solution 'Data rewritten' --as ravi", "it is resolved"),
            ("aroundtally ticket resolve T-1042 --bill 1500 --as ravi", "it is resolved and its bill raised"),
        ]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "What was done.")
    var solution: String?
    @Option(help: ArgumentHelp("A file with what was done; - is standard input.", valueName: "file"))
    var solutionFile: String?
    @Option(help: "The same as --solution.")
    var reason: String?
    @Option(help: ArgumentHelp("Raise a bill of this amount.", valueName: "amount"))
    var bill: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let amount = try bill.map { try Refusal.amount($0, "--bill") }
            if solution != nil, reason != nil {
                throw Refusal.usage("--solution and --reason are given at once", hint: "a solution is the reason")
            }
            let text = try TextInput(session).text(
                solution ?? reason, file: solutionFile, "--solution", "--solution-file")
            let solution = TextInput.presence(text)
            try desk.change(ticket, change) { _ in
                amount.map { .resolveWithBill($0, solution: solution) } ?? .resolve(solution: solution)
            }
        }
    }
}

/// `ticket close`: end a ticket.
struct TicketClose: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "End a ticket.",
        discussion: examples([
            ("aroundtally ticket close T-1042 --as customer:owner@anand.example", "the customer agrees")
        ]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "Why.")
    var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let reason = try TextInput.optional(reason, "--reason")
            try desk.change(ticket, change) { _ in .close(reason: reason) }
        }
    }
}

/// `ticket reopen`: begin the work again.
struct TicketReopen: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Begin the work on a ticket again.",
        discussion: examples([
            ("aroundtally ticket reopen T-1042 --reason 'fails again' --as ravi", "the clock goes on")
        ]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "Why.")
    var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let reason = try TextInput.checked(try Refusal.required(reason, "--reason"), "--reason")
            try desk.change(ticket, change) { _ in .reopen(reason: reason) }
        }
    }
}
