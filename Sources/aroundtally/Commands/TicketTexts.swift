import ArgumentParser
import Operations
import ServiceDesk

/// `ticket comment`: write a comment.
struct TicketComment: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment", abstract: "Write a comment on a ticket.",
        discussion: examples([
            ("aroundtally ticket comment T-1042 'Which release?' --as ravi", "the customer sees it"),
            ("aroundtally ticket comment T-1042 --text-file notes.txt --internal --as ravi", "only the desk sees it"),
        ]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Argument(help: "The text.")
    var text: String?
    @Option(help: ArgumentHelp("A file with the text; - is standard input.", valueName: "file"))
    var textFile: String?
    @Flag(help: "Only agents see it.")
    var `internal` = false
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let text = try TextInput(session).text(text, file: textFile, "the text", "--text-file")
            let body = try Refusal.required(text, "the text")
            let isInternal = self.internal
            try desk.change(ticket, change) { transaction in
                .comment(id: transaction.newID(), body: body, isInternal: isInternal)
            }
        }
    }
}

/// `ticket remark`: write a remark, which the customer sees.
struct TicketRemark: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "remark", abstract: "Write a remark on a ticket, which the customer sees.",
        discussion: examples([("aroundtally ticket remark T-1042 'Called at noon' --as ravi", "a reply")]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Argument(help: "The text.")
    var text: String?
    @Option(help: ArgumentHelp("A file with the text; - is standard input.", valueName: "file"))
    var textFile: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let given = try TextInput(session).text(text, file: textFile, "the text", "--text-file")
            let text = try Refusal.required(given, "the text")
            try desk.change(ticket, change) { .remark(id: $0.newID(), text: text) }
        }
    }
}

/// `ticket service-report`: record work.
struct TicketServiceReport: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "service-report", abstract: "Record the work on a ticket.",
        discussion: examples([
            ("aroundtally ticket service-report T-1042 --minutes 45 --solution 'Rewrote data' --as ravi", "45 minutes")
        ]))

    @Argument(help: "The ticket.")
    var ticket: String
    @Option(help: ArgumentHelp("The minutes that were worked.", valueName: "n"))
    var minutes: Int64?
    @Option(help: "What was done.")
    var solution: String?
    @Option(help: ArgumentHelp("A file with what was done; - is standard input.", valueName: "file"))
    var solutionFile: String?
    @Option(help: "Parts that were used.")
    var parts: String?
    @Option(help: "What else there is to say.")
    var remarks: String?
    @Option(help: ArgumentHelp("Where the customer's signature lies.", valueName: "url"))
    var customerSignature: String?
    @Option(help: ArgumentHelp("Where the agent's signature lies.", valueName: "url"))
    var agentSignature: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let minutes = try Refusal.required(minutes, "--minutes")
            guard (0...Int64(Int32.max)).contains(minutes) else {
                throw Refusal.usage("--minutes takes a number that is not negative", hint: nil)
            }
            let text = try TextInput(session).text(solution, file: solutionFile, "--solution", "--solution-file")
            var record = ServiceRecord(
                id: desk.desk.newID(), minutes: minutes, solution: try Refusal.required(text, "--solution"))
            record.parts = try TextInput.optional(parts, "--parts")
            record.remarks = try TextInput.optional(remarks, "--remarks")
            record.customerSignatureURL = try TextInput.optional(customerSignature, "--customer-signature")
            record.agentSignatureURL = try TextInput.optional(agentSignature, "--agent-signature")
            let work = record
            try desk.change(ticket, change) { _ in .reportService(work) }
        }
    }
}
