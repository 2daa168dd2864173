import ServiceDesk

/// A table in a snapshot: what it writes stands beside how it is read back.
extension TicketTable {
    /// The block of titles, which is only looked at when they are wanted.
    static let titleBlock = "tickets.title"

    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("tickets.id", id)
        writer.add("tickets.customer_id", customer)
        writer.add("tickets.has_client_key", hasClientKey)
        if let title { writer.add(TicketTable.titleBlock, title) }
        writer.add("tickets.created_by", createdBy)
        writer.add("tickets.category", category)
        writer.add("tickets.priority", priority)
        writer.add("tickets.status", status)
        writer.add("tickets.assigned_to", assignedTo)
        writer.add("tickets.sla_due", slaDue)
        writer.add("tickets.created_at", createdAt)
        writer.add("tickets.updated_at", updatedAt)
        writer.add("tickets.billed_at", billedAt)
        writer.add("tickets.completed_at", completedAt)
        writer.add("tickets.bill_amount", billAmount)
    }

    init(
        from reader: SnapshotColumnReader, withTitles: Bool, customers: Directory<Customer>, agents: Directory<Agent>
    ) throws(SnapshotDamage) {
        let id: ColumnValues<EntityID<Ticket>> = try reader.values("tickets.id")
        let count = id.count
        self.init(
            id: id, customer: try reader.references("tickets.customer_id", count: count, to: customers),
            hasClientKey: try reader.bitmap("tickets.has_client_key", count: count),
            title: withTitles ? try reader.texts(TicketTable.titleBlock, count: count) : nil,
            createdBy: try reader.words("tickets.created_by", count: count),
            category: try reader.words("tickets.category", count: count),
            priority: try reader.words("tickets.priority", count: count),
            status: try reader.words("tickets.status", count: count),
            assignedTo: try reader.references("tickets.assigned_to", count: count, to: agents),
            slaDue: try reader.column("tickets.sla_due", count: count),
            createdAt: try reader.column("tickets.created_at", count: count),
            updatedAt: try reader.column("tickets.updated_at", count: count),
            billedAt: try reader.column("tickets.billed_at", count: count),
            completedAt: try reader.column("tickets.completed_at", count: count),
            billAmount: try reader.column("tickets.bill_amount", count: count))
    }
}

extension CustomerTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("customers.id", id)
        writer.add("customers.company_name", companyName)
        writer.add("customers.amc_expiry_date", amcExpiry)
        writer.add("customers.tss_expiry_date", tssExpiry)
    }

    init(from reader: SnapshotColumnReader) throws(SnapshotDamage) {
        let id: ColumnValues<EntityID<Customer>> = try reader.values("customers.id")
        self.init(
            id: id, companyName: try reader.texts("customers.company_name", count: id.count),
            amcExpiry: try reader.column("customers.amc_expiry_date", count: id.count),
            tssExpiry: try reader.column("customers.tss_expiry_date", count: id.count))
    }
}

extension AgentTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("agents.id", id)
        writer.add("agents.username", username)
        writer.add("agents.full_name", fullName)
        writer.add("agents.role", role)
        writer.add("agents.is_active", isActive)
    }

    init(from reader: SnapshotColumnReader) throws(SnapshotDamage) {
        let id: ColumnValues<EntityID<Agent>> = try reader.values("agents.id")
        self.init(
            id: id, username: try reader.texts("agents.username", count: id.count),
            fullName: try reader.texts("agents.full_name", count: id.count),
            role: try reader.words("agents.role", count: id.count),
            isActive: try reader.bitmap("agents.is_active", count: id.count))
    }
}

extension Directory {
    func write(_ name: String, to writer: inout SnapshotColumnWriter) { writer.add(name, ids) }

    init(_ name: String, rowCount: Int, from reader: SnapshotColumnReader) throws(SnapshotDamage) {
        let ids = try reader.strings(name)
        guard rowCount <= ids.count else { throw SnapshotDamage(reason: "is damaged: \(name) has too few entries") }
        self.init(ids: ids, rowCount: rowCount)
    }
}

extension EventTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("audit_log.of_ticket", grouping)
        writer.add("audit_log.created_at", at)
        writer.add("audit_log.action", action)
        writer.add("audit_log.old_value", oldValue)
        writer.add("audit_log.new_value", newValue)
        writer.add("audit_log.values", values)
        writer.add("audit_log.amount", amount)
        writer.add("audit_log.performed_by", performedBy)
    }

    init(from reader: SnapshotColumnReader, tickets: Int, agents: Directory<Agent>) throws(SnapshotDamage) {
        let at: ColumnValues<Instant> = try reader.values("audit_log.created_at")
        let count = at.count
        let values = try reader.strings("audit_log.values")
        let action: DictionaryColumn<Event, UInt16> = try reader.words("audit_log.action", count: count)
        let isAssigned = action.dictionary.map { EventAction($0) == .assigned }
        let limit = { isAssigned[Int(action.codes[$0])] ? Int(EventValue.first) + agents.ids.count : values.count }
        self.init(
            grouping: try reader.grouping("audit_log.of_ticket", tickets: tickets, count: count), at: at,
            action: action,
            oldValue: try reader.eventValues("audit_log.old_value", count: count, below: limit),
            newValue: try reader.eventValues("audit_log.new_value", count: count, below: limit), values: values,
            amount: try reader.sparse("audit_log.amount", count: count),
            performedBy: try reader.words("audit_log.performed_by", count: count))
    }
}

extension AssignmentTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("assignment_history.of_ticket", grouping)
        writer.add("assignment_history.assigned_at", at)
        writer.add("assignment_history.from", oldValue)
        writer.add("assignment_history.to", newValue)
    }

    init(from reader: SnapshotColumnReader, tickets: Int, agents: Directory<Agent>) throws(SnapshotDamage) {
        let at: ColumnValues<Instant> = try reader.values("assignment_history.assigned_at")
        let limit = { (_: Int) in Int(EventValue.first) + agents.ids.count }
        self.init(
            grouping: try reader.grouping("assignment_history.of_ticket", tickets: tickets, count: at.count), at: at,
            oldValue: try reader.eventValues("assignment_history.from", count: at.count, below: limit),
            newValue: try reader.eventValues("assignment_history.to", count: at.count, below: limit))
    }
}

extension CommentTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("ticket_comments.of_ticket", grouping)
        writer.add("ticket_comments.created_at", at)
        writer.add("ticket_comments.author", author)
        writer.add("ticket_comments.is_public", isPublic)
    }

    init(from reader: SnapshotColumnReader, tickets: Int) throws(SnapshotDamage) {
        let at: ColumnValues<Instant> = try reader.values("ticket_comments.created_at")
        self.init(
            grouping: try reader.grouping("ticket_comments.of_ticket", tickets: tickets, count: at.count), at: at,
            author: try reader.words("ticket_comments.author", count: at.count),
            isPublic: try reader.bitmap("ticket_comments.is_public", count: at.count))
    }
}

extension RemarkTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("ticket_remarks.of_ticket", grouping)
        writer.add("ticket_remarks.created_at", at)
        writer.add("ticket_remarks.agent_id", agent)
    }

    init(from reader: SnapshotColumnReader, tickets: Int, agents: Directory<Agent>) throws(SnapshotDamage) {
        let at: ColumnValues<Instant> = try reader.values("ticket_remarks.created_at")
        self.init(
            grouping: try reader.grouping("ticket_remarks.of_ticket", tickets: tickets, count: at.count), at: at,
            agent: try reader.references("ticket_remarks.agent_id", count: at.count, to: agents))
    }
}

extension ServiceReportTable {
    func write(to writer: inout SnapshotColumnWriter) {
        writer.add("service_reports.of_ticket", grouping)
        writer.add("service_reports.created_at", at)
        writer.add("service_reports.agent_id", agent)
        writer.add("service_reports.time_spent_minutes", timeSpentMinutes)
    }

    init(from reader: SnapshotColumnReader, tickets: Int, agents: Directory<Agent>) throws(SnapshotDamage) {
        let at: ColumnValues<Instant> = try reader.values("service_reports.created_at")
        self.init(
            grouping: try reader.grouping("service_reports.of_ticket", tickets: tickets, count: at.count), at: at,
            agent: try reader.references("service_reports.agent_id", count: at.count, to: agents),
            timeSpentMinutes: try reader.column("service_reports.time_spent_minutes", count: at.count))
    }
}
