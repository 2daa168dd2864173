/// What has happened to a ticket. The log's action is the event's name in snake case.
public enum TicketEvent: Hashable, Sendable {
    /// A ticket was raised.
    case ticketCreated(Intake)
    /// Its status moved; an unknown old status is as it was spelled.
    case statusChanged(from: TicketStatus, to: Status, reason: String?)
    /// It was given to somebody, or to nobody.
    case assigned(from: EntityID<Agent>?, to: EntityID<Agent>?, note: String?)
    /// Its priority moved.
    case priorityChanged(from: Priority, to: Priority, reason: String?)
    /// Its category moved.
    case categoryChanged(from: String?, to: String, reason: String?)
    /// It was resolved and its bill raised, in one.
    case ticketResolvedBillRaised(Bill, from: TicketStatus, reason: String?, replaces: Bill?)
    /// A bill was raised, in place of one that a reopening had left.
    case billRaised(Bill, from: TicketStatus, replaces: Bill?)
    /// The bill was paid.
    case billProcessed(Bill, reference: String?, reason: String?, from: TicketStatus)
    /// The bill was taken back, or its payment.
    case billCancelled(Bill, reason: String, from: TicketStatus, to: Status)
    /// A comment was written.
    case commentAdded(EntityID<Comment>, isInternal: Bool)
    /// A remark was written.
    case remarkAdded(EntityID<Remark>)
    /// Work was recorded.
    case serviceReportAdded(EntityID<ServiceReport>, minutes: Int64)
    /// It was handed up.
    case escalated(reason: String, from: Priority, to: Priority, agent: EntityID<Agent>)

    /// The action in the log.
    public var action: String {
        switch self {
        case .ticketCreated: "ticket_created"
        case .statusChanged: "status_changed"
        case .assigned: "assigned"
        case .priorityChanged: "priority_changed"
        case .categoryChanged: "category_changed"
        case .ticketResolvedBillRaised: "ticket_resolved_bill_raised"
        case .billRaised: "bill_raised"
        case .billProcessed: "bill_processed"
        case .billCancelled: "bill_cancelled"
        case .commentAdded: "comment_added"
        case .remarkAdded: "remark_added"
        case .serviceReportAdded: "service_report_added"
        case .escalated: "escalated"
        }
    }

    /// What the log keeps of the event and of who did it.
    public func payload(by caller: Caller) -> JSONValue {
        .object(
            members + [
                JSONMember("performed_by_id", .string(caller.id)),
                JSONMember("performed_by_role", .string(caller.storedRole)),
            ])
    }

    private var members: [JSONMember] {
        switch self {
        case .ticketCreated(let intake):
            var members = [
                JSONMember("title", .string(intake.title)), JSONMember("priority", .text(intake.priority.storedWord)),
                JSONMember("category", .text(intake.category)),
                JSONMember("client_ticket_uuid", .text(intake.clientKey)),
                JSONMember("source", .string(intake.source.rawValue)),
            ]
            if let given = intake.givenPriority { members.append(JSONMember("given_priority", .string(given))) }
            return members
        case .statusChanged(let old, let new, let reason):
            return TicketEvent.move(.string(old.word), .string(new.name)) + TicketEvent.reason(reason)
        case .assigned(let old, let new, let note):
            return TicketEvent.move(.text(old?.text), .text(new?.text)) + [JSONMember("note", .text(note))]
        case .priorityChanged(let old, let new, let reason):
            return TicketEvent.move(.text(old.storedWord), .text(new.storedWord)) + TicketEvent.reason(reason)
        case .categoryChanged(let old, let new, let reason):
            return TicketEvent.move(.text(old), .string(new)) + TicketEvent.reason(reason)
        case .ticketResolvedBillRaised(let bill, let old, let reason, let replaced):
            return bill.members + TicketEvent.move(old, .billRaised) + TicketEvent.reason(reason)
                + TicketEvent.replaced(replaced)
        case .billRaised(let bill, let old, let replaced):
            return bill.members + TicketEvent.move(old, .billRaised) + TicketEvent.replaced(replaced)
        case .billProcessed(let bill, let reference, let reason, let old):
            return bill.members + [JSONMember("reference", .text(reference))] + TicketEvent.reason(reason)
                + TicketEvent.move(old, .billProcessed)
        case .billCancelled(let bill, let reason, let old, let new):
            return bill.members + TicketEvent.reason(reason) + TicketEvent.move(old, new)
        case .commentAdded(let id, let isInternal):
            return [JSONMember("id", .string(id.text)), JSONMember("internal", .bool(isInternal))]
        case .remarkAdded(let id): return [JSONMember("id", .string(id.text))]
        case .serviceReportAdded(let id, let minutes):
            return [JSONMember("id", .string(id.text)), JSONMember("minutes", .integer(minutes))]
        case .escalated(let reason, let old, let new, let agent):
            return TicketEvent.reason(reason) + TicketEvent.move(.text(old.storedWord), .text(new.storedWord))
                + [JSONMember("to_agent", .string(agent.text))]
        }
    }

    private static func move(_ old: JSONValue, _ new: JSONValue) -> [JSONMember] {
        [JSONMember("from", old), JSONMember("to", new)]
    }

    private static func move(_ old: TicketStatus, _ new: Status) -> [JSONMember] {
        move(.string(old.word), .string(new.name))
    }

    private static func reason(_ reason: String?) -> [JSONMember] { [JSONMember("reason", .text(reason))] }

    /// The amount of the bill that a new one replaces.
    private static func replaced(_ bill: Bill?) -> [JSONMember] {
        bill.map { [JSONMember("replaces", .amount($0.amount))] } ?? []
    }
}

/// A ticket's bill.
public struct Bill: Hashable, Sendable {
    /// What it is about; nil where an imported row does not say.
    public var amount: Paise?
    /// Its number in the books.
    public var number: String?

    /// A bill.
    public init(amount: Paise?, number: String? = nil) {
        self.amount = amount
        self.number = number
    }

    fileprivate var members: [JSONMember] {
        [JSONMember("amount", .amount(amount)), JSONMember("number", .text(number))]
    }
}

extension Priority {
    /// The word that is stored; untriaged is NULL.
    public var storedWord: String? { self == .untriaged ? nil : title }

    /// A step up: untriaged goes to High, Urgent stays.
    public var raised: Priority {
        switch self {
        case .urgent, .high: .urgent
        case .medium, .untriaged: .high
        case .low: .medium
        }
    }
}
