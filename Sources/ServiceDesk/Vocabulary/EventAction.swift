/// What an action of the audit log means for histories (`SCHEMA`, "What the audit log really contains").
public enum EventAction: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
    /// `ticket_created`; may carry a priority.
    case ticketCreated
    /// `ticket_status_changed`, `status_changed`.
    case statusChanged
    /// `assigned`, `ticket_assigned`.
    case assigned
    /// `priority_changed`.
    case priorityChanged
    /// `category_changed`.
    case categoryChanged
    /// `ticket_resolved_bill_raised` and `bill_raised`: a move to BillRaised as well.
    case billRaised
    /// `bill_processed`: a move to BillProcessed as well.
    case billProcessed
    /// `bill_cancelled`: a move to its `to`, else to Resolved, as well.
    case billCancelled
    /// Anything else; it moves nothing.
    case other

    /// The meaning of an action as written.
    public init(_ action: String) {
        switch action {
        case "ticket_created": self = .ticketCreated
        case "ticket_status_changed", "status_changed": self = .statusChanged
        case "assigned", "ticket_assigned": self = .assigned
        case "priority_changed": self = .priorityChanged
        case "category_changed": self = .categoryChanged
        case "ticket_resolved_bill_raised", "bill_raised": self = .billRaised
        case "bill_processed": self = .billProcessed
        case "bill_cancelled": self = .billCancelled
        default: self = .other
        }
    }

    /// The payload keys of the new value, in order of preference.
    public var newValueKeys: [String] {
        switch self {
        case .ticketCreated: ["priority"]
        case .statusChanged: ["to", "new_status", "new"]
        case .assigned, .priorityChanged, .categoryChanged: ["to", "new"]
        case .billCancelled: ["to"]
        case .billRaised, .billProcessed, .other: []
        }
    }

    /// The payload keys of the old value, in order of preference.
    public var oldValueKeys: [String] {
        switch self {
        case .statusChanged: ["from", "old_status", "old"]
        case .assigned, .priorityChanged, .categoryChanged: ["from", "old"]
        case .ticketCreated, .billRaised, .billProcessed, .billCancelled, .other: []
        }
    }

    /// Whether a null in the payload is a value: untriaged, nobody.
    public var nullIsValue: Bool {
        switch self {
        case .ticketCreated, .assigned, .priorityChanged: true
        case .statusChanged, .categoryChanged, .billRaised, .billProcessed, .billCancelled, .other: false
        }
    }

    /// Whether the payload may hold an `amount`.
    public var hasAmount: Bool {
        switch self {
        case .billRaised, .billProcessed, .billCancelled: true
        case .ticketCreated, .statusChanged, .assigned, .priorityChanged, .categoryChanged, .other: false
        }
    }
}
