import ArgumentParser
import Operations
import ServiceDesk

/// `bill`: the bills of tickets.
struct Bills: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bill",
        abstract: "Raise the bills of tickets, note their payment, take them back.",
        discussion: BillRaise.examples([
            ("aroundtally bill raise T-1042 --amount 1500 --number B-17 --as asha", "the bill is out"),
            ("aroundtally bill process T-1042 --reference UTR123 --as asha", "it is paid"),
        ]),
        subcommands: [BillRaise.self, BillProcess.self, BillCancel.self, BillList.self])

    @OptionGroup var global: GlobalOptions
}

/// `bill raise`: raise the bill of a ticket that is done.
struct BillRaise: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Raise the bill of a resolved or closed ticket.",
        discussion: examples([("aroundtally bill raise T-1042 --amount 1500.50 --as asha", "the bill is out")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "The amount in rupees, with at most two places.")
    var amount: String?
    @Option(help: "The bill's number in the books.")
    var number: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let amount = try Refusal.amount(try Refusal.required(amount, "--amount"), "--amount")
            let number = try TextInput.optional(number, "--number")
            try desk.change(ticket, change) { _ in .raiseBill(amount, number: number) }
        }
    }
}

/// `bill process`: note that a bill was paid.
struct BillProcess: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "process", abstract: "Note that a ticket's bill was paid.",
        discussion: examples([("aroundtally bill process T-1042 --reference UTR123 --as asha", "it is paid")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: "The payment's reference.")
    var reference: String?
    @Option(help: "A word about it.")
    var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let reference = try TextInput.optional(reference, "--reference")
            let reason = try TextInput.optional(reason, "--reason")
            try desk.change(ticket, change) { _ in .processBill(reference: reference, reason: reason) }
        }
    }
}

/// `bill cancel`: take a bill back, or its payment.
struct BillCancel: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Take back a bill that was raised, or the payment of one that was processed.",
        discussion: examples([("aroundtally bill cancel T-1042 --reason 'wrong amount' --as asha", "no bill")]))

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
            try desk.change(ticket, change) { _ in .cancelBill(reason: reason) }
        }
    }
}

/// `bill list`: tickets with a bill.
struct BillList: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tickets with a bill, the newest first.",
        discussion: examples([("aroundtally bill list --customer 'Anand Sweets' --as asha", "one customer's bills")]))

    @Option(help: ArgumentHelp("Of this customer: company or id.", valueName: "customer"))
    var customer: String?
    @Option(help: ArgumentHelp("At the most so many.", valueName: "n"))
    var limit: Int?
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            var selection = TicketSelection()
            selection.customer = customer
            selection.hasBill = true
            selection.limit = try TextInput.limit(limit)
            try desk.write(selection, schema: "bill_list")
        }
    }
}
