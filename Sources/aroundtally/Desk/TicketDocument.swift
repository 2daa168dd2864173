import Operations
import ServiceDesk

/// Tickets of the desk as JSON and as people read them. Keys are a contract (`docs/schemas/ticket.schema.json`).
enum TicketDocument {
    /// A ticket: every column, and how it stands.
    static func json(_ view: TicketView) -> JSONValue {
        let row = view.record.row
        return [
            "id": .string(row.id.text), "customer_id": .text(row.customer?.text),
            "client_ticket_uuid": .text(row.clientKey), "created_by": .text(row.createdBy), "title": .text(row.title),
            "description": .text(row.description), "category": .text(row.category), "priority": .text(row.priority),
            "status": .text(row.status), "assigned_to": .text(row.assignedTo?.text), "sla_due": .instant(row.slaDue),
            "created_at": .instant(row.createdAt), "updated_at": .instant(row.updatedAt),
            "billed_at": .instant(row.billedAt),
            "bill_amount": .text(row.billAmount.map { Paise($0)?.decimal ?? $0 }),
            "first_assigned_to": .text(row.firstAssignedTo?.text), "assignment_history": row.assignmentHistory,
            "task_status": .text(row.taskStatus), "completed_at": .instant(row.completedAt),
            "screenshot_url": .text(row.screenshotURL), "breached_at": .instant(row.breachedAt),
            "number": row.number.map(JSONValue.integer) ?? .null, "version": .integer(row.version),
            "service_state": .string(view.serviceState.name), "billing_state": .string(view.billingState.name),
            "sla": .array(view.clocks.map(clock)),
        ]
    }

    private static func clock(_ clock: ClockResult) -> JSONValue {
        [
            "clock": .string(clock.clock.name), "state": .string(clock.state.name), "due_at": .instant(clock.dueAt),
            "target_s": .seconds(clock.target), "used_s": .seconds(clock.used),
        ]
    }

    /// What happened.
    static func json(_ event: LoggedEvent) -> JSONValue {
        [
            "action": .string(event.action), "payload": event.payload, "performed_by": .text(event.performedBy),
            "created_at": .instant(event.createdAt),
        ]
    }

    /// What a command answers with.
    static func json(_ answer: TicketAnswer) -> [JSONMember] {
        [
            JSONMember("ticket", json(answer.view)), JSONMember("events", .array(answer.events.map(json))),
            JSONMember("replayed", .bool(answer.isReplayed)),
        ]
    }

    /// What `ticket show` has beside a ticket.
    static func texts(of view: TicketView) -> [JSONMember] {
        [
            JSONMember("comments", .array(view.record.comments.map(json))),
            JSONMember("remarks", .array(view.record.remarks.map(json))),
            JSONMember("service_reports", .array(view.record.serviceReports.map(json))),
        ]
    }

    private static func json(_ comment: CommentRow) -> JSONValue {
        [
            "id": .text(comment.id), "author": .text(comment.author), "body": .text(comment.body),
            "internal": comment.isInternal.map(JSONValue.bool) ?? .null, "created_at": .instant(comment.createdAt),
        ]
    }

    private static func json(_ remark: RemarkRow) -> JSONValue {
        [
            "id": .text(remark.id), "agent_id": .text(remark.agent?.text), "customer_id": .text(remark.customer?.text),
            "remark": .text(remark.remark), "stage": .text(remark.stage), "remark_type": .text(remark.type),
            "created_at": .instant(remark.createdAt),
        ]
    }

    private static func json(_ report: ServiceReportRow) -> JSONValue {
        [
            "id": .text(report.id), "agent_id": .text(report.agent?.text),
            "solution_provided": .text(report.solution),
            "time_spent_minutes": report.minutes.map(JSONValue.integer) ?? .null, "parts_used": .text(report.parts),
            "remarks": .text(report.remarks), "customer_signature_url": .text(report.customerSignatureURL),
            "agent_signature_url": .text(report.agentSignatureURL), "created_at": .instant(report.createdAt),
        ]
    }
}

/// A refusal as JSON (`docs/schemas/refusal.schema.json`).
enum RefusalDocument {
    static func json(_ refused: RefusedCommand) -> JSONValue {
        .object([JSONMember("schema", "aroundtally.refusal/1")] + members(refused))
    }

    /// The error, and the ticket where the caller may see it.
    static func members(_ refused: RefusedCommand) -> [JSONMember] {
        let refusal = refused.refusal
        let error: JSONValue = [
            "code": .string(refusal.code), "message": .string(refusal.message), "hint": .text(refusal.hint),
            "exit": .integer(Int64(refusal.exitCode)),
        ]
        let data = refused.ticket.map { ticket -> [JSONMember] in
            [JSONMember("data", ["ticket": TicketDocument.json(ticket)])]
        }
        return [JSONMember("error", error)] + (data ?? [])
    }
}
