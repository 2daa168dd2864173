public import ServiceDesk

/// One ticket as the database has it, with everything that its clocks go by.
public struct TicketRecord: Sendable {
    /// The row.
    public internal(set) var row: TicketFields
    /// The log's rows of the ticket, in order.
    public internal(set) var events: [LoggedEvent]
    /// Its comments, oldest first.
    public internal(set) var comments: [CommentRow]
    /// Its remarks, oldest first.
    public internal(set) var remarks: [RemarkRow]
    /// The records of work on it, oldest first.
    public internal(set) var serviceReports: [ServiceReportRow]
}

/// The columns of a ticket.
public struct TicketFields: Sendable {
    /// The ticket.
    public let id: EntityID<Ticket>
    /// Whose it is.
    public internal(set) var customer: EntityID<Customer>?
    /// The caller's own name of its intake.
    public internal(set) var clientKey: String?
    /// Who made it, as written.
    public internal(set) var createdBy: String?
    /// Its texts.
    public internal(set) var title, description, category: String?
    /// Its priority and status, as written.
    public internal(set) var priority, status: String?
    /// Who has it, and who had it first.
    public internal(set) var assignedTo, firstAssignedTo: EntityID<Agent>?
    /// Its instants.
    public internal(set) var slaDue, createdAt, updatedAt, billedAt, completedAt, breachedAt: Instant?
    /// The amount of its bill, as written.
    public internal(set) var billAmount: String?
    /// Who had it when, as the present app reads it.
    public internal(set) var assignmentHistory: JSONValue
    /// What the present app shows of the work.
    public internal(set) var taskStatus: String?
    /// Where a picture lies.
    public internal(set) var screenshotURL: String?
    /// Its running number; nil where the row has none yet.
    public internal(set) var number: Int64?
    /// How often it was changed.
    public internal(set) var version: Int64

    /// The columns in the order of `SCHEMA`, then our own: what every statement reads.
    static let columns = """
        id, customer_id, client_ticket_uuid, created_by, title, description, category, priority, status, assigned_to, \
        sla_due, created_at, updated_at, billed_at, bill_amount, first_assigned_to, assignment_history, task_status, \
        completed_at, screenshot_url, breached_at, number, version
        """

    /// The columns of a row of an answer; nil when its id is none.
    init?(_ row: SQLRow) {
        guard let id = row.id("id", of: Ticket.self) else { return nil }
        self.id = id
        customer = row.id("customer_id")
        clientKey = row.text("client_ticket_uuid")
        createdBy = row.text("created_by")
        title = row.text("title")
        description = row.text("description")
        category = row.text("category")
        priority = row.text("priority")
        status = row.text("status")
        assignedTo = row.id("assigned_to")
        firstAssignedTo = row.id("first_assigned_to")
        slaDue = row.instant("sla_due")
        createdAt = row.instant("created_at")
        updatedAt = row.instant("updated_at")
        billedAt = row.instant("billed_at")
        completedAt = row.instant("completed_at")
        breachedAt = row.instant("breached_at")
        billAmount = row.text("bill_amount")
        assignmentHistory = row.json("assignment_history")
        taskStatus = row.text("task_status")
        screenshotURL = row.text("screenshot_url")
        number = row.integer("number")
        version = row.integer("version") ?? 1
    }

    /// What people call the ticket.
    public var name: String { number.map { "T-\($0)" } ?? id.text }
}

/// A row of the log.
public struct LoggedEvent: Sendable {
    /// Its place in the chain.
    public let sequence: Int64?
    /// What happened, as written.
    public let action: String
    /// What was kept of it.
    public let payload: JSONValue
    /// Who did it, as written.
    public let performedBy: String?
    /// When.
    public let createdAt: Instant?

    init(sequence: Int64? = nil, action: String, payload: JSONValue, performedBy: String?, createdAt: Instant?) {
        self.sequence = sequence
        self.action = action
        self.payload = payload
        self.performedBy = performedBy
        self.createdAt = createdAt
    }

    init(_ row: SQLRow) {
        self.init(
            sequence: row.integer("seq"), action: row.text("action") ?? "", payload: row.json("payload"),
            performedBy: row.text("performed_by"), createdAt: row.instant("created_at"))
    }

    /// Whether it tells of an internal comment, which customers do not see.
    public var isInternal: Bool { action == "comment_added" && payload["internal"] == .bool(true) }
}

/// A comment.
public struct CommentRow: Sendable {
    /// Its columns.
    public let id, author, body: String?
    /// Whether only agents see it; nil where the row does not say.
    public let isInternal: Bool?
    /// When.
    public let createdAt: Instant?
}

/// A remark.
public struct RemarkRow: Sendable {
    /// Its columns.
    public let id: String?
    /// The agent who wrote it; none means a customer did.
    public let agent: EntityID<Agent>?
    /// The text and its kind.
    public let remark, stage, type: String?
    /// Whose remark it is, when it is a customer's.
    public let customer: EntityID<Customer>?
    /// When.
    public let createdAt: Instant?
}

/// A record of work.
public struct ServiceReportRow: Sendable {
    /// Its columns.
    public let id: String?
    /// The agent who wrote it.
    public let agent: EntityID<Agent>?
    /// The minutes that were worked.
    public let minutes: Int64?
    /// What was done, with what, and what else there is to say.
    public let solution, parts, remarks: String?
    /// Where the signatures lie.
    public let customerSignatureURL, agentSignatureURL: String?
    /// When.
    public let createdAt: Instant?
}

extension SQLRow {
    /// A column's JSON; null for no value and for what is none.
    func json(_ column: String) -> JSONValue {
        text(column).flatMap { try? JSONValue(parsing: $0) } ?? .null
    }
}

extension TicketRecord {
    /// Reads a ticket; nil when there is none.
    static func read(_ id: EntityID<Ticket>, in session: any DatabaseSession) throws -> TicketRecord? {
        let row = try session.row("SELECT \(TicketFields.columns) FROM tickets WHERE id = ?1", [.id(id)])
        guard let fields = row.flatMap(TicketFields.init) else { return nil }
        return try read(fields, in: session)
    }

    /// Reads what belongs to a ticket.
    static func read(_ fields: TicketFields, in session: any DatabaseSession) throws -> TicketRecord {
        let id = SQLValue.id(fields.id)
        let events = try session.rows(
            """
            SELECT seq, action, payload, performed_by, created_at FROM audit_log WHERE ticket_id = ?1
            ORDER BY created_at, seq
            """, [id])
        let comments = try session.rows(
            "SELECT id, author, body, internal, created_at FROM ticket_comments WHERE ticket_id = ?1 ORDER BY created_at, id",
            [id])
        let remarks = try session.rows(
            """
            SELECT id, agent_id, remark, stage, remark_type, customer_id, created_at FROM ticket_remarks
            WHERE ticket_id = ?1 ORDER BY created_at, id
            """, [id])
        let reports = try session.rows(
            """
            SELECT id, agent_id, time_spent_minutes, solution_provided, parts_used, remarks, customer_signature_url,
                agent_signature_url, created_at
            FROM service_reports WHERE ticket_id = ?1 ORDER BY created_at, id
            """, [id])
        return TicketRecord(
            row: fields, events: events.map(LoggedEvent.init), comments: comments.map(CommentRow.init),
            remarks: remarks.map(RemarkRow.init), serviceReports: reports.map(ServiceReportRow.init))
    }
}

extension CommentRow {
    init(_ row: SQLRow) {
        self.init(
            id: row.text("id"), author: row.text("author"), body: row.text("body"),
            isInternal: row.boolean("internal"), createdAt: row.instant("created_at"))
    }
}

extension RemarkRow {
    init(_ row: SQLRow) {
        self.init(
            id: row.text("id"), agent: row.id("agent_id"), remark: row.text("remark"), stage: row.text("stage"),
            type: row.text("remark_type"), customer: row.id("customer_id"), createdAt: row.instant("created_at"))
    }
}

extension ServiceReportRow {
    init(_ row: SQLRow) {
        self.init(
            id: row.text("id"), agent: row.id("agent_id"), minutes: row.integer("time_spent_minutes"),
            solution: row.text("solution_provided"), parts: row.text("parts_used"), remarks: row.text("remarks"),
            customerSignatureURL: row.text("customer_signature_url"),
            agentSignatureURL: row.text("agent_signature_url"), createdAt: row.instant("created_at"))
    }
}
