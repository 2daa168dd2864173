public import ServiceDesk

/// What is said about an agent; nil leaves it as it is.
public struct AgentChange: Hashable, Sendable {
    /// What people read.
    public var fullName: String?
    /// What the agent may do.
    public var role: Role?
    /// Whether the agent may work.
    public var isEnabled: Bool?
    /// A new password.
    public var password: String?

    /// No change.
    public init(fullName: String? = nil, role: Role? = nil, isEnabled: Bool? = nil, password: String? = nil) {
        self.fullName = fullName
        self.role = role
        self.isEnabled = isEnabled
        self.password = password
    }
}

extension HelpDesk {
    /// Adds an agent. On a desk without agents anybody adds the first one, who is an Admin.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func addAgent(
        _ username: String, _ change: AgentChange, by claim: CallerClaim, dryRun: Bool = false
    ) throws -> (agent: AgentRecord, isFirst: Bool) {
        let hash = try passwordHash(change.password)
        return try refusing {
            try transact(dryRun: dryRun) { desk in
                let isFirst = desk.context.agents.isEmpty
                if isFirst {
                    guard change.role == .admin else {
                        throw Refusal.usage("the first agent of a desk is an Admin", hint: "--role admin")
                    }
                } else {
                    try desk.caller(claim).check(.addAgent)
                }
                guard desk.context.agents.allSatisfy({ Word.folded($0.username) != Word.folded(username) }) else {
                    throw Refusal.exists("the agent \(username)")
                }
                if Word.isBlank(username) { throw Refusal.missingField("the username") }
                let id = desk.newID(of: Agent.self)
                try desk.session.change(
                    """
                    INSERT INTO agents (id, username, full_name, role, is_active, created_at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    """,
                    [
                        .id(id), .text(username), .text(orNull: change.fullName),
                        .text((change.role ?? .supportEngineer).title), .boolean(true), .instant(desk.now),
                    ])
                if let hash { try PasswordStore.set(hash, for: id.text, at: desk.now, in: desk.session) }
                let performer = isFirst ? username : try desk.caller(claim).name
                try desk.note("agent_added", ["id": .string(id.text), "username": .string(username)], by: performer)
                return (try desk.storedAgent(id), isFirst)
            }
        }
    }

    /// Changes an agent.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func updateAgent(
        _ name: String, _ verb: DeskVerb, _ change: AgentChange, by claim: CallerClaim, dryRun: Bool = false
    ) throws -> AgentRecord {
        let hash = try passwordHash(change.password)
        return try refusing {
            try transact(dryRun: dryRun) { desk in
                let caller = try desk.caller(claim)
                guard let agent = AgentRecord.find(name, among: desk.context.agents) else {
                    throw Refusal.unknownAgent(name)
                }
                try caller.check(verb)
                try desk.checkLastAdmin(agent, change)
                try desk.session.change(
                    "UPDATE agents SET full_name = ?2, role = ?3, is_active = ?4 WHERE id = ?1",
                    [
                        .id(agent.id), .text(orNull: change.fullName ?? agent.fullName),
                        .text(change.role?.title ?? agent.storedRole),
                        .boolean(change.isEnabled ?? agent.isEnabled),
                    ])
                if let hash { try PasswordStore.set(hash, for: agent.id.text, at: desk.now, in: desk.session) }
                if change.isEnabled == false {
                    try Sessions.endAll(of: agent.id.text, at: desk.now, in: desk.session)
                }
                try desk.note(
                    verb.pastTense, ["id": .string(agent.id.text), "username": .string(agent.username)],
                    by: caller.name)
                return try desk.storedAgent(agent.id)
            }
        }
    }

    /// All agents, by username.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func agents(by claim: CallerClaim) throws -> [AgentRecord] {
        try refusing {
            try look { desk in
                try desk.caller(claim).check(.listAgents)
                return desk.context.agents.sorted { ($0.username, $0.id) < ($1.username, $1.id) }
            }
        }
    }

    /// An agent.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func agent(_ name: String, by claim: CallerClaim) throws -> AgentRecord {
        try refusing {
            try look { desk in
                let caller = try desk.caller(claim)
                guard let agent = AgentRecord.find(name, among: desk.context.agents) else {
                    throw Refusal.unknownAgent(name)
                }
                if agent.id != caller.agent { try caller.check(.showAgent) }
                return agent
            }
        }
    }

    /// The hash of a new password, made outside the transaction, for it takes its time.
    private func passwordHash(_ password: String?) throws -> String? {
        guard let password else { return nil }
        do throws(PasswordFault) { try Password.check(password) } catch {
            throw RefusedCommand(.usage(error.sentence, hint: nil))
        }
        return Password.hash(password)
    }

    /// The usernames of all agents, for people to read; no secret, and asked for by every answer.
    /// - Throws: `DatabaseError`.
    public func agentNames() throws -> [EntityID<Agent>: String] {
        try look { desk in
            Dictionary(desk.context.agents.map { ($0.id, $0.username) }) { first, _ in first }
        }
    }

    /// Who a claim is.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func caller(_ claim: CallerClaim) throws -> Caller {
        try refusing { try look { try $0.caller(claim) } }
    }
}

extension DeskTransaction {
    fileprivate func storedAgent(_ id: EntityID<Agent>) throws -> AgentRecord {
        let row = try session.row("SELECT \(AgentRecord.columns) FROM agents WHERE id = ?1", [.id(id)])
        guard let agent = row.flatMap(AgentRecord.init) else { throw Refusal.unknownAgent(id.text) }
        return agent
    }

    /// A desk without an Admin could never have one again.
    fileprivate func checkLastAdmin(_ agent: AgentRecord, _ change: AgentChange) throws {
        let stays = (change.isEnabled ?? agent.isEnabled) && (change.role ?? agent.role) == .admin
        let others = context.agents.contains { $0.id != agent.id && $0.isEnabled && $0.role == .admin }
        if agent.isEnabled, agent.role == .admin, !stays, !others { throw Refusal.lastAdmin(agent.username) }
    }

    /// Appends what happened to the desk, not to a ticket, to the log. Never secrets.
    func note(_ action: String, _ payload: JSONValue, by name: String) throws {
        try AuditLog.append(
            [AuditEntry(ticket: nil, action: action, payload: payload, performedBy: name, at: now)], in: session)
    }
}

extension DeskVerb {
    /// What the log calls a change of an agent.
    fileprivate var pastTense: String {
        switch self {
        case .enableAgent: "agent_enabled"
        case .disableAgent: "agent_disabled"
        case .setPassword: "agent_password_changed"
        default: "agent_updated"
        }
    }
}
