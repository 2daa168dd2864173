/// What can be asked of the desk beside its tickets: people, customers, settings, the log.
public enum DeskVerb: UInt8, CaseIterable, Hashable, Sendable {
    /// Agents.
    case addAgent, updateAgent, showAgent, listAgents, enableAgent, disableAgent, setPassword
    /// Customers, their keys and their users.
    case addCustomer, updateCustomer, showCustomer, listCustomers, createKey, rotateKey, revokeKey, plugin, invite
    /// Settings.
    case getSetting, setSetting, listSettings
    /// The log of intakes, and the bills.
    case listIntakes, showIntake, listBills
    /// The audit log, and the database as a whole.
    case showAudit, verifyAudit, importRows, export, backup

    /// How it is typed.
    public var words: String {
        switch self {
        case .addAgent: "agent add"
        case .updateAgent: "agent update"
        case .showAgent: "agent show"
        case .listAgents: "agent list"
        case .enableAgent: "agent enable"
        case .disableAgent: "agent disable"
        case .setPassword: "agent password"
        case .addCustomer: "customer add"
        case .updateCustomer: "customer update"
        case .showCustomer: "customer show"
        case .listCustomers: "customer list"
        case .createKey: "customer api-key create"
        case .rotateKey: "customer api-key rotate"
        case .revokeKey: "customer api-key revoke"
        case .plugin: "customer plugin"
        case .invite: "customer invite"
        case .getSetting: "setting get"
        case .setSetting: "setting set"
        case .listSettings: "setting list"
        case .listIntakes: "ticket intake list"
        case .showIntake: "ticket intake show"
        case .listBills: "bill list"
        case .showAudit: "audit show"
        case .verifyAudit: "audit verify"
        case .importRows: "import"
        case .export: "export"
        case .backup: "backup"
        }
    }

    /// The roles that may do it, with what the right reaches; an Admin may do everything.
    public var roles: [Role: Right.Reach] {
        switch self {
        case .addAgent, .updateAgent, .showAgent, .enableAgent, .disableAgent, .setPassword, .getSetting,
            .setSetting, .listSettings, .importRows, .export, .backup:
            [.admin: .any]
        case .listAgents, .listIntakes, .showIntake, .showAudit, .verifyAudit, .createKey, .revokeKey, .plugin:
            [.admin: .any, .supportHead: .any]
        case .addCustomer, .listCustomers: [.admin: .any, .supportHead: .any, .sales: .any]
        case .updateCustomer, .showCustomer:
            [.admin: .any, .supportHead: .any, .sales: .any, .customerAdmin: .company]
        case .rotateKey, .invite: [.admin: .any, .supportHead: .any, .customerAdmin: .company]
        case .listBills: Dictionary(uniqueKeysWithValues: Role.agents.map { ($0, Right.Reach.any) })
        }
    }
}

extension Caller {
    /// Refuses what the caller's role may not do to the desk.
    public func check(_ verb: DeskVerb) throws(Refusal) {
        guard verb.roles[role] != nil else { throw .deskRole(verb, role) }
    }
}
