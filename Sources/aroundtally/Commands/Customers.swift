import ArgumentParser
import Operations
import ServiceDesk

/// `customer`: whom the desk serves.
struct Customers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer",
        abstract: "Whom the desk serves: contracts, contacts, API keys, users.",
        discussion: CustomerAdd.examples([
            ("aroundtally customer add 'Anand Sweets' --amc-expiry 2026-12-31 --as meera", "with an AMC"),
            ("aroundtally customer api-key create --customer 'Anand Sweets' --as meera", "shown once"),
        ]),
        subcommands: [
            CustomerAdd.self, CustomerUpdate.self, CustomerShow.self, CustomerList.self, CustomerKey.self,
            CustomerPlugin.self, CustomerInvite.self,
        ])

    @OptionGroup var global: GlobalOptions
}

/// What can be said about a customer.
struct CustomerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The last day of the AMC.", valueName: "date"))
    var amcExpiry: String?
    @Option(help: ArgumentHelp("The last day of the TSS.", valueName: "date"))
    var tssExpiry: String?
    @Option(help: "The Tally licence.")
    var tallyLicense: String?
    @Option(help: "The serial number of Tally.")
    var tallySerialNo: String?
    @Option(help: "Whom to speak to.")
    var contactPerson: String?
    @Option(help: "Their telephone.")
    var contactPhone: String?
    @Option(help: "Their e-mail address.")
    var contactEmail: String?
    @Option(help: "Who keeps the books.")
    var accountantName: String?
    @Option(help: "Their telephone.")
    var accountantPhone: String?
    @Option(help: "Their e-mail address.")
    var accountantEmail: String?
    @Option(help: "A note that everybody at the desk sees.")
    var pinnedNote: String?

    /// The values that were given; a blank one takes the value away.
    func values() throws -> [CustomerColumn: String?] {
        let given: [(CustomerColumn, String?, String)] = [
            (.amcExpiry, amcExpiry, "--amc-expiry"), (.tssExpiry, tssExpiry, "--tss-expiry"),
            (.tallyLicense, tallyLicense, "--tally-license"), (.tallySerialNumber, tallySerialNo, "--tally-serial-no"),
            (.contactPerson, contactPerson, "--contact-person"), (.contactPhone, contactPhone, "--contact-phone"),
            (.contactEmail, contactEmail, "--contact-email"), (.accountantName, accountantName, "--accountant-name"),
            (.accountantPhone, accountantPhone, "--accountant-phone"),
            (.accountantEmail, accountantEmail, "--accountant-email"), (.pinnedNote, pinnedNote, "--pinned-note"),
        ]
        var values: [CustomerColumn: String?] = [:]
        for (column, text, name) in given {
            guard let text else { continue }
            let value = TextInput.presence(try TextInput.checked(text, name))
            if column.isDate, let value, InstantText.readDate(value) == .unreadable {
                throw Refusal.usage("\(name): \"\(text)\" is no date", hint: "write it as 2026-12-31")
            }
            values[column] = .some(value)
        }
        return values
    }
}

/// Customers as JSON.
enum CustomerDocument {
    static func json(_ customer: CustomerRecord) -> JSONValue {
        .object(
            [JSONMember("id", .string(customer.id.text))]
                + CustomerColumn.allCases.map { JSONMember($0.rawValue, .text(customer.values[$0])) }
                + [JSONMember("created_at", .instant(customer.createdAt))])
    }
}

extension DeskAccess {
    /// Writes a customer.
    func write(_ customer: CustomerRecord, dryRun: Bool = false) throws {
        let document = envelope("customer", dryRun: dryRun).document(
            data: ["customer": CustomerDocument.json(customer)])
        try write(CustomerDocument.json(customer), document)
    }

    /// Writes a document, for people its members that say something, a line each.
    func write(_ members: JSONValue, _ document: JSONValue) throws {
        if try session.format([.table, .json]) == .json { return try session.write(document) }
        guard case .object(let members) = members else { return }
        var text = ""
        for member in members where member.value != .null {
            var words = member.value.compactText
            if case .string(let plain) = member.value { words = plain }
            text += VisibleText.escaped("\(member.key.replacing("_", with: " ")): \(words)") + "\n"
        }
        try session.write(text)
    }
}

/// `customer add`: add a customer.
struct CustomerAdd: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a customer.",
        discussion: examples([
            ("aroundtally customer add 'Anand Sweets' --amc-expiry 2026-12-31 --as meera", "with an AMC")
        ]))

    @Argument(help: "The company's name.")
    var company: String
    @OptionGroup var options: CustomerOptions
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            var values = try options.values().compactMapValues { $0 }
            values[.companyName] = try TextInput.checked(company, "the company's name")
            let customer = try desk.desk.addCustomer(values, by: desk.claim, dryRun: dryRun.dryRun)
            try desk.write(customer, dryRun: dryRun.dryRun)
        }
    }
}

/// `customer update`: change a customer.
struct CustomerUpdate: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a customer; a blank value takes it away.",
        discussion: examples([
            ("aroundtally customer update 'Anand Sweets' --amc-expiry 2027-12-31 --as meera", "the AMC is renewed")
        ]))

    @Argument(help: "The customer: company or id (a customer's own users may leave it out).")
    var customer: String?
    @Option(help: "A new name for the company.")
    var companyName: String?
    @OptionGroup var options: CustomerOptions
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            var values = try options.values()
            if let companyName { values[.companyName] = try TextInput.checked(companyName, "--company-name") }
            guard !values.isEmpty else { throw Refusal.usage("nothing is to be changed", hint: nil) }
            let changed = try desk.desk.updateCustomer(customer, values, by: desk.claim, dryRun: dryRun.dryRun)
            try desk.write(changed, dryRun: dryRun.dryRun)
        }
    }
}

/// `customer show`: a customer.
struct CustomerShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A customer.",
        discussion: examples([("aroundtally customer show 'Anand Sweets' --as meera", "contracts and contacts")]))

    @Argument(help: "The customer: company or id (a customer's own users may leave it out).")
    var customer: String?
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            try desk.write(try desk.desk.customer(customer, .showCustomer, by: desk.claim))
        }
    }
}

/// `customer list`: all customers.
struct CustomerList: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All customers, by name.",
        discussion: examples([("aroundtally customer list --as meera", "contracts and contacts")]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let shown: [CustomerColumn] = [.amcExpiry, .tssExpiry, .contactPerson, .contactPhone]
            let rows = try desk.desk.customers(by: desk.claim).map { customer in
                (
                    object: CustomerDocument.json(customer),
                    cells: [customer.name] + shown.map { customer.values[$0] ?? "" } + [customer.id.text]
                )
            }
            let columns = ["Company", "AMC expiry", "TSS expiry", "Contact", "Telephone", "Id"]
            try RowsOutput(session: session).write(
                rows, as: columns.map { .init(title: $0) }, under: "customers", desk.envelope("customer_list"))
        }
    }
}

/// `customer invite`: make a user of a customer.
struct CustomerInvite: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make somebody a user of a customer, at once.",
        discussion: examples([
            (
                "aroundtally customer invite owner@anand.example --customer 'Anand Sweets' --role admin --as meera",
                "may close and reopen the company's tickets"
            )
        ]))

    @Argument(help: "The e-mail address.")
    var email: String
    @Option(help: ArgumentHelp("The customer: company or id.", valueName: "customer"))
    var customer: String?
    @Option(help: "admin or member.")
    var role: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let roles: [String: Role] = ["admin": .customerAdmin, "member": .customerMember]
            let word = try Refusal.required(role, "--role")
            guard let role = roles[word] else {
                throw Refusal.usage("there is no role \"\(word)\" of a customer", hint: "admin or member")
            }
            let email = try TextInput.checked(email, "the e-mail address")
            let user = try desk.desk.invite(email, to: customer, as: role, by: desk.claim, dryRun: dryRun.dryRun)
            let data: JSONValue = [
                "id": .string(user.id.text), "customer_id": .string(user.customer.text), "email": .string(user.email),
                "role": .string(user.role.title), "is_active": .bool(user.isEnabled),
            ]
            try desk.write(data, desk.envelope("user", dryRun: dryRun.dryRun).document(data: ["user": data]))
        }
    }
}
