public import ServiceDesk

/// Somebody who works at the desk, as the database has it.
public struct AgentRecord: Sendable {
    /// The agent.
    public let id: EntityID<Agent>
    /// The name to log in with.
    public let username: String
    /// The name that people read.
    public let fullName: String?
    /// The role as stored.
    public let storedRole: String
    /// Whether the agent may work.
    public let isEnabled: Bool
    /// When the row was made.
    public let createdAt: Instant?

    /// The role; nil when it is none of ours.
    public var role: Role? { Role(storedRole).flatMap { $0.isAgent ? $0 : nil } }

    /// The agent as somebody to give a ticket to.
    var assignee: Assignee { Assignee(id: id, username: username, role: role, isEnabled: isEnabled) }

    static let columns = "id, username, full_name, role, is_active, created_at"

    init?(_ row: SQLRow) {
        guard let id = row.id("id", of: Agent.self) else { return nil }
        self.id = id
        username = row.text("username") ?? ""
        fullName = row.text("full_name")
        storedRole = row.text("role") ?? ""
        isEnabled = row.boolean("is_active") ?? true
        createdAt = row.instant("created_at")
    }

    /// Everybody in `agents`, in the order of their ids: the same on both back ends.
    static func all(in session: any DatabaseSession) throws -> [AgentRecord] {
        try session.rows("SELECT \(columns) FROM agents").compactMap(AgentRecord.init).sorted { $0.id < $1.id }
    }

    /// The agent of a username or an id. Usernames are one without case and outer blanks; where an old desk has two
    /// that differ in that only, each is named exactly as it is spelled.
    static func find(_ name: String, among agents: [AgentRecord]) -> AgentRecord? {
        if let id = EntityID<Agent>(name), let agent = agents.first(where: { $0.id == id }) { return agent }
        if let agent = agents.first(where: { $0.username == name }) { return agent }
        let alike = agents.filter { Word.folded($0.username) == Word.folded(name) }
        return alike.count == 1 ? alike.first : nil
    }
}
