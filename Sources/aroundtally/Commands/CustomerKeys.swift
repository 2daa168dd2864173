import ArgumentParser
import Operations
import ServiceDesk

/// `customer api-key`: the keys of a customer's programs.
struct CustomerKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api-key", abstract: "The keys with which a customer's programs ask.",
        discussion: KeyCreate.examples([
            ("aroundtally customer api-key create --customer 'Anand Sweets' --as meera", "shown once"),
            ("aroundtally customer api-key rotate --customer 'Anand Sweets' --grace 7d --as meera", "a new one"),
        ]),
        subcommands: [KeyCreate.self, KeyRotate.self, KeyRevoke.self])

    @OptionGroup var global: GlobalOptions
}

extension DeskAccess {
    /// Writes a new key; this is the only time that it is shown.
    fileprivate func write(_ made: (customer: CustomerRecord, key: String, prefix: String), dryRun: Bool) throws {
        let data: JSONValue = [
            "customer_id": .string(made.customer.id.text), "key": .string(made.key), "prefix": .string(made.prefix),
        ]
        session.messages.tell("Keep the key now: it is shown this once and stored as a hash.")
        if try session.format([.table, .json]) == .json {
            try session.write(envelope("api_key", dryRun: dryRun).document(data: ["api_key": data]))
        } else {
            try session.write(made.key + "\n")
        }
    }
}

/// `customer api-key create`: make a key.
struct KeyCreate: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key for a customer; it is shown once.",
        discussion: examples([
            ("aroundtally customer api-key create --customer 'Anand Sweets' --as meera", "shown once")
        ])
    )

    @Option(help: ArgumentHelp("The customer: company or id.", valueName: "customer"))
    var customer: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let made = try desk.desk.makeKey(.createKey, for: customer, by: desk.claim, dryRun: dryRun.dryRun)
            try desk.write(made, dryRun: dryRun.dryRun)
        }
    }
}

/// `customer api-key rotate`: make a new key in place of the old ones.
struct KeyRotate: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Make a new key; the old ones end at once, or after a grace.",
        discussion: examples([
            ("aroundtally customer api-key rotate --customer 'Anand Sweets' --grace 7d --as meera", "a week's overlap")
        ]))

    @Option(help: ArgumentHelp("The customer: company or id.", valueName: "customer"))
    var customer: String?
    @Option(help: ArgumentHelp("How long the old keys stay valid, such as 7d.", valueName: "duration"))
    var grace: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let grace = try grace.map { try KeyRotate.duration($0) } ?? .zero
            let made = try desk.desk.makeKey(
                .rotateKey, for: customer, grace: grace, by: desk.claim, dryRun: dryRun.dryRun)
            try desk.write(made, dryRun: dryRun.dryRun)
        }
    }

    private static func duration(_ text: String) throws(Refusal) -> TimeSpan {
        guard case .span(let span) = DurationText.read(text), span >= .zero else {
            throw .usage("--grace: \"\(text)\" is no duration", hint: "write it as 7d, 12h or P7D")
        }
        return span
    }
}

/// `customer api-key revoke`: end all keys of a customer.
struct KeyRevoke: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End all keys of a customer at once.",
        discussion: examples([
            ("aroundtally customer api-key revoke --customer 'Anand Sweets' --as meera", "no key works")
        ])
    )

    @Option(help: ArgumentHelp("The customer: company or id.", valueName: "customer"))
    var customer: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let count = try desk.desk.revokeKeys(of: customer, by: desk.claim, dryRun: dryRun.dryRun)
            let data: JSONValue = ["revoked": .count(count)]
            try desk.write(data, desk.envelope("api_key", dryRun: dryRun.dryRun).document(data: data))
        }
    }
}

/// `customer plugin`: what the plugin inside Tally is set up with.
struct CustomerPlugin: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "What the plugin inside a customer's Tally is set up with; no secrets.",
        discussion: examples([
            ("aroundtally customer plugin --customer 'Anand Sweets' --as meera", "settings to type in")
        ])
    )

    @Option(help: ArgumentHelp("The customer: company or id.", valueName: "customer"))
    var customer: String?
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let record = try desk.desk.customer(customer, .plugin, by: desk.claim)
            let prefixes = try desk.desk.keyPrefixes(of: record.id)
            let priorities = Priority.triaged.map(\.title) + ["Normal", "Critical"]
            let data: JSONValue = [
                "customer_id": .string(record.id.text), "company_name": .string(record.name),
                "tally_serial_no": .text(record.values[.tallySerialNumber]),
                "api_key_prefixes": .array(prefixes.map(JSONValue.string)),
                "priorities": .array(priorities.map(JSONValue.string)),
                "fields": ["title", "description", "category", "priority", "client_key"],
                "escaping": .string(#"JSON: \" for a quote, \\ for a backslash, \n for a line end, UTF-8 throughout"#),
            ]
            try desk.write(data, desk.envelope("plugin").document(data: ["plugin": data]))
        }
    }
}
