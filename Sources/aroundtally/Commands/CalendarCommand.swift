import ArgumentParser
import ServiceDesk

/// `calendar`: what a service calendar says about single instants and months.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "When is something due, how much business time has passed, what does a month look like.",
        discussion: CalendarDue.examples([
            ("aroundtally calendar due --policy sla.yaml --start 2026-11-06T18:00 --target 4h", "when it is due"),
            (
                "aroundtally calendar elapsed --policy sla.yaml --start 2026-11-06 --end 2026-11-09",
                "business time between"
            ),
            ("aroundtally calendar show --policy sla.yaml --month 2026-11", "a month, date by date"),
        ]),
        subcommands: [CalendarDue.self, CalendarElapsed.self, CalendarShow.self, CalendarImportHolidays.self])

    @OptionGroup var global: GlobalOptions
}

/// The calendar to ask.
struct CalendarOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The calendar of the policy file; 24x7 always exists.", valueName: "name"))
    var calendar: String?
}

/// `calendar due`: the instant at which a target is reached.
struct CalendarDue: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "The instant at which a target is reached.",
        discussion: examples([
            ("aroundtally calendar due --policy sla.yaml --start 2026-11-06T18:00 --target 4h", "one instant, in UTC"),
            ("aroundtally calendar due --policy sla.yaml --batch < questions.jsonl", "an answer for every line"),
        ]))

    @OptionGroup var options: CalendarOptions

    @Option(help: ArgumentHelp("The instant to start from.", valueName: "moment"))
    var start: String?

    @Option(help: ArgumentHelp("The business time to reach: 90m, 4h, 1d12h, PT4H or seconds.", valueName: "duration"))
    var target: String?

    @Flag(help: "Answer JSON lines from standard input: {\"id\", \"start\", \"target_s\"}.")
    var batch = false

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let question = try CalendarQuestion(session, calendarName: options.calendar)
        guard !batch else { return try question.answerLines(session) }
        guard let start, let target else { throw Failure.usage("due needs --start and --target, or --batch") }
        try session.write(question.due(start: start, target: target).rfc3339 + "\n")
        return .done
    }
}

/// `calendar elapsed`: the business time between two instants.
struct CalendarElapsed: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "elapsed",
        abstract: "The business time between two instants, in seconds.",
        discussion: examples([
            ("aroundtally calendar elapsed --policy sla.yaml --start 2026-11-06 --end 2026-11-09T12:00", "in seconds"),
            ("aroundtally calendar elapsed --policy sla.yaml --batch < questions.jsonl", "an answer for every line"),
        ]))

    @OptionGroup var options: CalendarOptions

    @Option(help: ArgumentHelp("The first instant.", valueName: "moment"))
    var start: String?

    @Option(help: ArgumentHelp("The last instant; before the first the answer is negative.", valueName: "moment"))
    var end: String?

    @Flag(help: "Answer JSON lines from standard input: {\"id\", \"start\", \"end\"}.")
    var batch = false

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let question = try CalendarQuestion(session, calendarName: options.calendar)
        guard !batch else { return try question.answerLines(session) }
        guard let start, let end else { throw Failure.usage("elapsed needs --start and --end, or --batch") }
        try session.write(JSONValue.seconds(question.elapsed(start: start, end: end)).compactText + "\n")
        return .done
    }
}

/// `calendar show`: a month, date by date.
struct CalendarShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A month, date by date: hours, business time, holidays.",
        discussion: examples([("aroundtally calendar show --policy sla.yaml --month 2026-11", "November 2026")]))

    @OptionGroup var options: CalendarOptions

    @Option(help: ArgumentHelp("The month, such as 2026-11.", valueName: "month"))
    var month: String

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.write(CalendarQuestion(session, calendarName: options.calendar).month(month))
        return .done
    }
}
