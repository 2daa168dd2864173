import ServiceDesk

/// Writes what happened to a ticket: the row, the texts, the events, all at one instant.
struct TicketWriter {
    let session: any DatabaseSession
    let caller: Caller
    let at: Instant

    // MARK: - In memory

    /// The ticket after its events: the fold of `TicketState.apply` in the columns, where they differ.
    func apply(
        _ events: [TicketEvent], of command: TicketCommand, from before: TicketState, to record: inout TicketRecord
    ) {
        var state = before
        for event in events {
            state.apply(event, at: at)
            record.events.append(logged(event))
            if case .assigned(let old, let new, let note) = event {
                record.row.assignmentHistory = record.row.assignmentHistory.appending(
                    assignment(from: old, to: new, note: note))
            }
        }
        record.row.take(state, from: before)
        if state.isDone != before.isDone {
            record.row.assignmentHistory = record.row.assignmentHistory.completed(state.isDone ? (at, caller.id) : nil)
        }
        record.row.updatedAt = at
        record.row.version += 1
        appendText(of: command, to: &record)
    }

    /// An event as the log keeps it.
    func logged(_ event: TicketEvent) -> LoggedEvent {
        LoggedEvent(
            action: event.action, payload: event.payload(by: caller), performedBy: caller.name, createdAt: at)
    }

    /// An entry of `assignment_history`, as the present app reads it.
    private func assignment(from old: EntityID<Agent>?, to new: EntityID<Agent>?, note: String?) -> JSONValue {
        [
            "from": .text(old?.text), "to": .text(new?.text), "assigned_by": .string(caller.id),
            "assigned_at": .instant(at), "note": .text(note), "completed": false, "completed_at": nil,
            "completed_by": nil,
        ]
    }

    private func appendText(of command: TicketCommand, to record: inout TicketRecord) {
        switch command {
        case .comment(let id, let body, let isInternal):
            record.comments.append(
                CommentRow(id: id.text, author: caller.name, body: body, isInternal: isInternal, createdAt: at))
        case .remark(let id, let text):
            record.remarks.append(
                RemarkRow(
                    id: id.text, agent: caller.agent, remark: text, stage: record.row.status, type: "text",
                    customer: caller.customer, createdAt: at))
        case .reportService(let work):
            record.serviceReports.append(
                ServiceReportRow(
                    id: work.id.text, agent: caller.agent, minutes: work.minutes, solution: work.solution,
                    parts: work.parts, remarks: work.remarks, customerSignatureURL: work.customerSignatureURL,
                    agentSignatureURL: work.agentSignatureURL, createdAt: at))
        default: break
        }
    }

    // MARK: - In the database

    /// Writes a new row and gives its running number; a dry run takes none.
    func insert(_ row: TicketFields, dryRun: Bool) throws -> Int64? {
        var columns = """
            id, customer_id, client_ticket_uuid, created_by, title, description, category, priority, status, sla_due, \
            created_at, updated_at, task_status, screenshot_url, breached_at, version, unlogged
            """
        var values: [SQLValue] = [
            .id(row.id), .id(row.customer), .text(orNull: row.clientKey), .text(orNull: row.createdBy),
            .text(orNull: row.title), .text(orNull: row.description), .text(orNull: row.category),
            .text(orNull: row.priority), .text(orNull: row.status), .instant(row.slaDue), .instant(row.createdAt),
            .instant(row.updatedAt), .text(orNull: row.taskStatus), .text(orNull: row.screenshotURL),
            .instant(row.breachedAt), .integer(row.version), .integer(0),
        ]
        if dryRun {
            columns += ", number"
            values.append(.integer(0))
        }
        let places = (1...values.count).map { "?\($0)" }.joined(separator: ", ")
        try session.change("INSERT INTO tickets (\(columns)) VALUES (\(places))", values)
        if dryRun { return nil }
        return try session.row("SELECT number FROM tickets WHERE id = ?1", [.id(row.id)])?.integer("number")
    }

    /// Writes a row that was read at a version. Another program that came in between makes the transaction run again.
    func update(_ row: TicketFields, from version: Int64) throws {
        let changed = try session.change(
            """
            UPDATE tickets SET category = ?3, priority = ?4, status = ?5, assigned_to = ?6, sla_due = ?7,
                updated_at = ?8, billed_at = ?9, bill_amount = ?10, first_assigned_to = ?11,
                assignment_history = ?12, task_status = ?13, completed_at = ?14, breached_at = ?15, version = ?16
            WHERE id = ?1 AND version = ?2
            """,
            [
                .id(row.id), .integer(version), .text(orNull: row.category), .text(orNull: row.priority),
                .text(orNull: row.status), .id(row.assignedTo), .instant(row.slaDue), .instant(row.updatedAt),
                .instant(row.billedAt), .text(orNull: row.billAmount), .id(row.firstAssignedTo),
                row.assignmentHistory == .null ? .null : .text(row.assignmentHistory.compactText),
                .text(orNull: row.taskStatus), .instant(row.completedAt), .instant(row.breachedAt),
                .integer(row.version),
            ])
        guard changed == 1 else { throw DatabaseError.conflict("the ticket changed while it was being changed") }
    }

    /// Writes the text that a command carries.
    func insertText(of command: TicketCommand, ticket: TicketState) throws {
        switch command {
        case .comment(let id, let body, let isInternal):
            try session.change(
                """
                INSERT INTO ticket_comments (id, ticket_id, author, body, internal, created_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """,
                [.id(id), .id(ticket.id), .text(caller.name), .text(body), .boolean(isInternal), .instant(at)])
        case .remark(let id, let text):
            try session.change(
                """
                INSERT INTO ticket_remarks (id, ticket_id, agent_id, remark, stage, remark_type, customer_id, created_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """,
                [
                    .id(id), .id(ticket.id), .id(caller.agent), .text(text), .text(orNull: ticket.status?.word),
                    .text("text"), .id(caller.customer), .instant(at),
                ])
        case .reportService(let work):
            try session.change(
                """
                INSERT INTO service_reports (id, ticket_id, agent_id, solution_provided, time_spent_minutes, parts_used,
                    remarks, customer_signature_url, agent_signature_url, created_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                """,
                [
                    .id(work.id), .id(ticket.id), .id(caller.agent), .text(work.solution), .integer(work.minutes),
                    .text(orNull: work.parts), .text(orNull: work.remarks), .text(orNull: work.customerSignatureURL),
                    .text(orNull: work.agentSignatureURL), .instant(at),
                ])
        default: break
        }
    }

    /// Appends events to the log.
    func log(_ events: [TicketEvent], ticket: EntityID<Ticket>) throws -> [LoggedEvent] {
        let logged = events.map(self.logged)
        try AuditLog.append(
            logged.map { event in
                AuditEntry(
                    ticket: ticket, action: event.action, payload: event.payload, performedBy: event.performedBy, at: at
                )
            }, in: session)
        return logged
    }
}

extension TicketFields {
    /// A new ticket.
    init(id: EntityID<Ticket>, _ intake: Intake, by caller: Caller, at: Instant) {
        self.id = id
        customer = intake.customer
        clientKey = intake.clientKey
        createdBy = caller.agent?.text ?? caller.name
        title = intake.title
        description = intake.description
        category = intake.category
        priority = intake.priority.storedWord
        status = Status.new.name
        createdAt = at
        updatedAt = at
        assignmentHistory = .null
        taskStatus = TaskStatus.open.rawValue
        screenshotURL = intake.screenshotURL
        version = 1
    }

    /// Takes over what a change left of a ticket's life; columns that it did not touch stay as they are spelled.
    mutating func take(_ after: TicketState, from before: TicketState) {
        if after.status != before.status { status = after.status?.word }
        if after.priority != before.priority { priority = after.priority.storedWord }
        if after.bill != before.bill { billAmount = after.bill?.amount?.decimal }
        if after.taskStatus != before.taskStatus { taskStatus = after.taskStatus.rawValue }
        category = after.category
        assignedTo = after.assignee
        firstAssignedTo = after.firstAssignee
        billedAt = after.billedAt
        completedAt = after.completedAt
    }
}

extension JSONValue {
    /// A list with one more element; anything else becomes a list of it.
    fileprivate func appending(_ element: JSONValue) -> JSONValue {
        if case .array(let elements) = self { return .array(elements + [element]) }
        return .array([element])
    }

    /// The list of assignments with its last one completed, or not.
    fileprivate func completed(_ by: (at: Instant, id: String)?) -> JSONValue {
        guard case .array(var elements) = self, case .object(let members) = elements.last else { return self }
        let rest = members.filter { !["completed", "completed_at", "completed_by"].contains($0.key) }
        elements[elements.count - 1] = .object(
            rest + [
                JSONMember("completed", .bool(by != nil)), JSONMember("completed_at", .instant(by?.at)),
                JSONMember("completed_by", .text(by?.id)),
            ])
        return .array(elements)
    }
}
