public import ServiceDesk

/// How somebody says who is asking; what is behind it says the database.
public enum CallerClaim: Hashable, Sendable {
    /// Nobody was named.
    case nobody
    /// An agent's username.
    case agent(String)
    /// A portal user's e-mail address.
    case portalUser(String)
    /// A customer's API key.
    case accessKey(String)
    /// The token of a session that `login` left.
    case session(String)

    /// Whether it is a customer's program.
    public var isAccessKey: Bool {
        if case .accessKey = self { true } else { false }
    }

    /// What the log of intakes calls it before anybody knows who it is; never a secret.
    var name: String? {
        switch self {
        case .nobody, .session: nil
        case .agent(let name), .portalUser(let name): name
        case .accessKey(let key): APIKey.prefix(of: key)
        }
    }
}

/// Finds out who is asking.
struct CallerReader {
    let session: any DatabaseSession
    let agents: [AgentRecord]
    let now: Instant

    /// The caller behind a claim.
    /// - Throws: `Refusal` of the rank `caller`.
    func caller(_ claim: CallerClaim) throws -> Caller {
        switch claim {
        case .nobody: throw Refusal.noCaller
        case .agent(let name): return try agent(AgentRecord.find(name, among: agents), named: name)
        case .portalUser(let email):
            let user = try PortalUserRow.find(email: email, in: session)
            return try portalUser(user, named: email)
        case .accessKey(let key): return try accessKey(key)
        case .session(let token):
            guard let holder = try Sessions.holder(of: token, at: now, in: session) else {
                throw Refusal.sessionEnded
            }
            if let agent = agents.first(where: { $0.id.text == holder }) {
                return try self.agent(agent, named: agent.username)
            }
            let user = try PortalUserRow.find(id: holder, in: session)
            return try portalUser(user, named: holder)
        }
    }

    private func agent(_ agent: AgentRecord?, named name: String) throws -> Caller {
        guard let agent, let role = agent.role else { throw Refusal.unknownCaller(name) }
        guard agent.isEnabled else { throw Refusal.disabledCaller(agent.username) }
        return Caller(
            .agent(agent.id), role: role, storedRole: agent.storedRole, name: agent.username,
            withdrawn: try RolePermissions.read(in: session).withdrawn(from: role))
    }

    private func portalUser(_ user: PortalUserRow?, named name: String) throws -> Caller {
        guard let user else { throw Refusal.unknownCaller(name) }
        guard user.isEnabled else { throw Refusal.disabledCaller(user.email) }
        return Caller(
            .portalUser(user.id, of: user.customer), role: user.role, name: user.email,
            withdrawn: try RolePermissions.read(in: session).withdrawn(from: user.role))
    }

    private func accessKey(_ key: String) throws -> Caller {
        guard let row = try AccessKeyRow.find(key, in: session), row.isValid(at: now) else {
            throw Refusal.invalidKey
        }
        return Caller(
            .accessKey(row.id, of: row.customer), role: .apiKey, name: row.prefix,
            withdrawn: try RolePermissions.read(in: session).withdrawn(from: .apiKey))
    }
}

/// A user of a customer, as the database has it.
public struct PortalUserRow: Sendable {
    /// The user.
    public let id: EntityID<PortalUser>
    /// Whose user it is.
    public let customer: EntityID<Customer>
    /// The address to log in with.
    public let email: String
    /// Customer Admin or Customer Member.
    public let role: Role
    /// Whether the user may ask for anything.
    public let isEnabled: Bool

    init?(_ row: SQLRow) {
        guard let id = row.id("id", of: PortalUser.self), let customer = row.id("customer_id", of: Customer.self),
            let role = row.text("role").flatMap({ Role($0) }), role == .customerAdmin || role == .customerMember
        else { return nil }
        self.id = id
        self.customer = customer
        self.role = role
        email = row.text("email") ?? ""
        isEnabled = row.boolean("is_active") ?? true
    }

    static let columns = "id, customer_id, email, role, is_active"

    static func find(email: String, in session: any DatabaseSession) throws -> PortalUserRow? {
        try session.row(
            "SELECT \(columns) FROM portal_users WHERE email_key = ?1", [.text(Word.folded(email))]
        ).flatMap(PortalUserRow.init)
    }

    static func find(id: String, in session: any DatabaseSession) throws -> PortalUserRow? {
        guard let id = EntityID<PortalUser>(id) else { return nil }
        return try session.row("SELECT \(columns) FROM portal_users WHERE id = ?1", [.id(id)]).flatMap(
            PortalUserRow.init)
    }
}

/// A customer's key, as the database has it: its hash, and enough of it for people to tell it from others.
struct AccessKeyRow {
    let id: EntityID<AccessKey>
    let customer: EntityID<Customer>
    let prefix: String
    let createdAt, validUntil, revokedAt: Instant?

    static let columns = "id, customer_id, prefix, created_at, valid_until, revoked_at"

    init?(_ row: SQLRow) {
        guard let id = row.id("id", of: AccessKey.self), let customer = row.id("customer_id", of: Customer.self) else {
            return nil
        }
        self.id = id
        self.customer = customer
        prefix = row.text("prefix") ?? ""
        createdAt = row.instant("created_at")
        validUntil = row.instant("valid_until")
        revokedAt = row.instant("revoked_at")
    }

    /// The row of a key; found by its hash, so that nothing compares secrets letter by letter.
    static func find(_ key: String, in session: any DatabaseSession) throws -> AccessKeyRow? {
        try session.row("SELECT \(columns) FROM api_keys WHERE hash = ?1", [.bytes(APIKey.hash(of: key))])
            .flatMap(AccessKeyRow.init)
    }

    func isValid(at now: Instant) -> Bool {
        revokedAt == nil && (validUntil.map { now < $0 } ?? true)
    }
}

/// What the settings say about roles (`role_permissions`): they may only take rights away.
///
///     {"Support": {"ticket close": false}}
struct RolePermissions {
    private let value: JSONValue

    static func read(in session: any DatabaseSession) throws -> RolePermissions {
        let row = try session.row(
            "SELECT setting_value FROM app_settings WHERE setting_key = ?1", [.text("role_permissions")])
        return RolePermissions(value: row?.json("setting_value") ?? .null)
    }

    /// The commands that a role may not give, whatever the tables say.
    func withdrawn(from role: Role) -> Set<TicketVerb> {
        guard case .object(let roles) = value else { return [] }
        var verbs: Set<TicketVerb> = []
        for entry in roles where Role(entry.key) == role {
            guard case .object(let permissions) = entry.value else { continue }
            for permission in permissions where permission.value == .bool(false) {
                verbs.formUnion(TicketVerb.allCases.filter { Word.key($0.words) == Word.key(permission.key) })
            }
        }
        return verbs
    }
}
