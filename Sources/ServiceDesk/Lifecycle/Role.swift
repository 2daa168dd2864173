/// What somebody is to the desk; rights are given to roles.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    /// The six roles of agents. Support engineers are stored as `Support` or `Agent`, with the same rights.
    case admin, supportHead, supportEngineer, accountant, sales, moderator
    /// The users of a customer: one who manages the company's access, one who does not, and its program.
    case customerAdmin, customerMember, apiKey

    /// The roles of people who work at the desk.
    public static let agents: [Role] = [.admin, .supportHead, .supportEngineer, .accountant, .sales, .moderator]

    /// The roles of a customer.
    public static let customers: [Role] = [.customerAdmin, .customerMember, .apiKey]

    /// The spelling that is stored, which is the present app's.
    public var title: String {
        switch self {
        case .admin: "Admin"
        case .supportHead: "Support Head"
        case .supportEngineer: "Support"
        case .accountant: "Accountant"
        case .sales: "Sales"
        case .moderator: "Moderator"
        case .customerAdmin: "Customer Admin"
        case .customerMember: "Customer Member"
        case .apiKey: "API Key"
        }
    }

    /// The word on the command line.
    public var word: String {
        switch self {
        case .admin: "admin"
        case .supportHead: "support-head"
        case .supportEngineer: "support"
        case .accountant: "accountant"
        case .sales: "sales"
        case .moderator: "moderator"
        case .customerAdmin: "customer-admin"
        case .customerMember: "customer-member"
        case .apiKey: "api-key"
        }
    }

    /// Whether it is a role of somebody at the desk.
    public var isAgent: Bool { Role.agents.contains(self) }

    /// Whether tickets may be given to somebody with this role.
    public var takesTickets: Bool { [.supportEngineer, .supportHead, .admin].contains(self) }

    /// The role of a stored or typed spelling, or nil; `Agent` is a support engineer.
    public init?(_ text: String) {
        let key = Word.key(text)
        if key == "agent" {
            self = .supportEngineer
        } else if let role = Role.allCases.first(where: { Word.key($0.title) == key }) {
            self = role
        } else {
            return nil
        }
    }
}
