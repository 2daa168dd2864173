/// A user of a customer in the portal.
public enum PortalUser {}
/// A key with which a customer's program calls.
public enum AccessKey {}

/// Who asks for something: an agent, a user of a customer, or a customer's program.
public struct Caller: Hashable, Sendable {
    /// Whose hands they are.
    public enum Identity: Hashable, Sendable {
        /// A row of `agents`.
        case agent(EntityID<Agent>)
        /// A user of a customer.
        case portalUser(EntityID<PortalUser>, of: EntityID<Customer>)
        /// A customer's program.
        case accessKey(EntityID<AccessKey>, of: EntityID<Customer>)
    }

    /// Whose hands they are.
    public let identity: Identity
    /// What they are to the desk.
    public let role: Role
    /// The role as stored: `Agent` and `Support` are the same role.
    public let storedRole: String
    /// What the log calls them: the username, the e-mail address, or the first characters of the key.
    public let name: String
    /// What the settings take away from their role (`role_permissions`); settings never add.
    public let withdrawn: Set<TicketVerb>

    /// A caller.
    public init(
        _ identity: Identity, role: Role, storedRole: String? = nil, name: String, withdrawn: Set<TicketVerb> = []
    ) {
        self.identity = identity
        self.role = role
        self.storedRole = storedRole ?? role.title
        self.name = name
        self.withdrawn = withdrawn
    }

    /// The agent that asks, or nil.
    public var agent: EntityID<Agent>? {
        if case .agent(let id) = identity { id } else { nil }
    }

    /// The only customer that the caller may know of; nil for agents, who know all.
    public var customer: EntityID<Customer>? {
        switch identity {
        case .agent: nil
        case .portalUser(_, of: let customer), .accessKey(_, of: let customer): customer
        }
    }

    /// The caller's own id as text.
    public var id: String {
        switch identity {
        case .agent(let id): id.text
        case .portalUser(let id, of: _): id.text
        case .accessKey(let id, of: _): id.text
        }
    }

    /// Whether the tickets of a customer exist for the caller.
    public func knows(ticketsOf other: EntityID<Customer>?) -> Bool { customer == nil || customer == other }
}

/// Somebody whom a ticket may be given to, as far as that matters.
public struct Assignee: Hashable, Sendable {
    /// The agent.
    public let id: EntityID<Agent>
    /// The username.
    public let username: String
    /// The agent's role; nil when it is no role of ours.
    public let role: Role?
    /// Whether the agent may work.
    public let isEnabled: Bool

    /// An agent to give a ticket to.
    public init(id: EntityID<Agent>, username: String, role: Role?, isEnabled: Bool) {
        self.id = id
        self.username = username
        self.role = role
        self.isEnabled = isEnabled
    }
}
