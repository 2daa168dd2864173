public import ArgumentParser
public import Ingest
public import ServiceDesk

/// How a command writes its rows.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv, md
}

extension DateOrder: ExpressibleByArgument {}

extension AppClock: ExpressibleByArgument {}

extension Cohort: ExpressibleByArgument {}

extension ColourChoice: ExpressibleByArgument {}

/// The flags that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: ArgumentHelp("The database when no source is named.", valueName: "source"))
    var database: String?

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Service calendars and SLA policies.", valueName: "file"))
    var policy: String?

    @Option(help: ArgumentHelp("The moment that the figures describe (default: now).", valueName: "moment"))
    var asOf: String?

    @Option(name: .customLong("timezone"), help: ArgumentHelp("The report's time zone.", valueName: "zone"))
    var timeZone: String?

    @Option(help: "What the app's clock was set to.")
    var appClock: AppClock?

    @Option(help: "How data is written.")
    var format: OutputFormat?

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where data goes; - is standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("How many threads work (default: one per core).", valueName: "n"))
    var threads: Int?

    @Flag(help: "Fail, and write nothing, when a row could not be read.")
    var strict = false

    @Flag(help: "Exit 1 when a check of the command fails.")
    var check = false

    @Option(help: ArgumentHelp("Write rows that could not be read to this CSV file.", valueName: "file"))
    var rejects: String?

    @Flag(help: "Leave text in CSV as it is: no ' before a formula.")
    var csvRaw = false

    @Flag(name: .shortAndLong, help: "Errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more: files, timings, where settings come from.")
    var verbose = false

    @Option(help: "Colours.")
    var color: ColourChoice?

    @Flag(help: "No progress on the terminal.")
    var noProgress = false

    /// The flags as they are typed, for the manual pages.
    static let names = [
        "--db", "--config", "--policy", "--as-of", "--timezone", "--app-clock", "--format", "--output", "--threads",
        "--strict", "--check", "--rejects", "--csv-raw", "--quiet", "--verbose", "--color", "--no-progress",
        "--version",
        "--help",
    ]

    mutating func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
        if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }
}

/// What a dump or a CSV file does not say about itself.
struct SourceOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Dumps, CSV files or folders, snapshots, databases; - is standard input.", valueName: "source"))
    var sources: [String] = []

    @Option(help: ArgumentHelp("Which database of a dump that holds several.", valueName: "name"))
    var database: String?

    @Option(help: ArgumentHelp("The word that stands for NULL in CSV.", valueName: "word"))
    var nullWord: String?

    @Option(
        name: .customLong("input-timezone"),
        help: ArgumentHelp("The zone of instants that have no offset.", valueName: "zone"))
    var inputTimeZone: String?

    @Option(help: "How dates such as 03/04/2026 read.")
    var dateOrder: DateOrder?

    @Flag(help: "Compare every checksum of a snapshot, also of what the command does not need.")
    var verify = false

    @OptionGroup(title: "Limits of the input")
    var limits: LimitOptions
}

/// A contract state, or the two that are in force.
enum ContractFilter: String, CaseIterable, ExpressibleByArgument {
    case inForce = "in_force"
    case active, expiring, expired, none
}

/// Which tickets an analysis is about.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("From this moment on; a date is its first instant.", valueName: "moment"))
    var from: String?

    @Option(help: ArgumentHelp("Up to, not including, this moment; a date is its first instant.", valueName: "moment"))
    var to: String?

    @Option(help: ArgumentHelp("Tickets of this customer: id or company.", valueName: "customer"))
    var customer: [String] = []

    @Option(help: ArgumentHelp("Tickets of this agent: id, username or name.", valueName: "agent"))
    var agent: [String] = []

    @Option(help: "Tickets of this priority.")
    var priority: [String] = []

    @Option(help: "Tickets of this category.")
    var category: [String] = []

    @Option(help: "Tickets of customers whose AMC is in this state.")
    var amc: [ContractFilter] = []

    /// No filters: for commands that look at one ticket. Options that were never parsed must not be read.
    static func none() throws -> FilterOptions { try FilterOptions.parse([]) }

    /// The filters that were given, as the envelope shows them.
    func json(from: Instant?, to: Instant?) -> JSONValue {
        var members: [JSONMember] = []
        if let from { members.append(JSONMember("from", .instant(from))) }
        if let to { members.append(JSONMember("to", .instant(to))) }
        let lists = [
            ("customer", customer), ("agent", agent), ("priority", priority), ("category", category),
            ("amc", amc.map(\.rawValue)),
        ]
        for (key, values) in lists where !values.isEmpty {
            members.append(JSONMember(key, .array(values.map(JSONValue.string))))
        }
        return .object(members)
    }
}
