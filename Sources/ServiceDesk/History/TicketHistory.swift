/// Where the time of a status comes from (`SEMANTICS` 3.4).
public enum ResolutionSource: UInt8, CaseIterable, Hashable, Sendable {
    /// An event of the log, or the row's own status at the instant of the last one.
    case event
    /// The row's `completed_at`, `billed_at`, latest service report or `updated_at`.
    case completedAt, billedAt, serviceReport, updatedAt
    /// Nothing says when.
    case unknown

    /// The word in output.
    public var name: String {
        switch self {
        case .event: "event"
        case .completedAt: "completed_at"
        case .billedAt: "billed_at"
        case .serviceReport: "service_report"
        case .updatedAt: "updated_at"
        case .unknown: "unknown"
        }
    }
}

/// From an instant on, a value holds.
public struct Change<Value: Sendable>: Sendable {
    /// Since when.
    public let at: Instant
    /// What holds.
    public var value: Value

    /// The value from the instant on.
    @inlinable
    public init(at: Instant, value: Value) {
        self.at = at
        self.value = value
    }
}

/// A status that holds from an instant on, and where that instant comes from.
public struct StatusChange: Sendable {
    /// Since when.
    public let at: Instant
    /// What holds.
    public var status: StatusVocabulary.Code
    /// Where `at` comes from.
    public var source: ResolutionSource
}

/// The life of one ticket, worked out from all the data whatever the as-of, which only cuts it: every list starts at
/// the ticket's creation and ascends strictly.
public struct TicketHistory: Sendable {
    /// The ticket.
    public internal(set) var ticket = TicketRow(position: 0)
    /// When it was raised.
    public internal(set) var createdAt = Instant(microseconds: 0)
    /// What its status was, and since when.
    public internal(set) var statuses: [StatusChange] = []
    /// The status just before the first one: the old value of the first status event, else New.
    public internal(set) var statusBefore = StatusVocabulary.Code(Status.new.rawValue)
    /// Whether it was done at a time that nothing tells, so that its clocks cannot be measured.
    public internal(set) var isDoneTimeUnknown = false
    /// What its priority was, and since when.
    public internal(set) var priorities: [Change<Priority>] = []
    /// Who had it, and since when; nil is nobody.
    public internal(set) var assignees: [Change<DirectoryEntry<Agent>?>] = []
    /// Every reply by an agent that the customer saw, oldest first, whenever it was.
    public internal(set) var replies: [Instant] = []
    /// The customer's messages and the agents' replies in the order in which they were sent, the customer first where
    /// both fall together; empty when no policy asks for them.
    var conversation: [Utterance] = []

    /// Room for a history; a reader fills it, again and again.
    public init() {}

    /// Every message of the customer, oldest first, whenever it was; empty when no policy asks for them.
    public var messages: [Instant] { conversation.filter { !$0.isReply }.map(\.at) }

    /// The first reply by an agent that the customer saw, whenever it was.
    public var firstReply: Instant? { replies.first }

    /// The place of the status in force at an instant, not before the creation.
    public func statusIndex(at instant: Instant) -> Int { TicketHistory.index(at: instant, in: statuses, \.at) }

    /// The place of the priority in force at an instant, not before the creation.
    func priorityIndex(at instant: Instant) -> Int { TicketHistory.index(at: instant, in: priorities, \.at) }

    /// The priority in force at an instant, not before the creation.
    public func priority(at instant: Instant) -> Priority { priorities[priorityIndex(at: instant)].value }

    /// Who had the ticket at an instant, not before the creation.
    public func assignee(at instant: Instant) -> DirectoryEntry<Agent>? {
        assignees[TicketHistory.index(at: instant, in: assignees, \.at)].value
    }

    /// The last entry that begins at or before an instant; lists are short, and most instants lie at their end.
    private static func index<Element>(
        at instant: Instant, in changes: [Element], _ at: (Element) -> Instant
    ) -> Int {
        var index = changes.count - 1
        while index > 0, at(changes[index]) > instant { index -= 1 }
        return index
    }
}

/// Something that was said on a ticket where the customer could read it.
struct Utterance {
    /// When it was sent, which may be before the ticket was created.
    let sent: Instant
    /// When it counts, not before the creation.
    let at: Instant
    /// Whether an agent said it.
    let isReply: Bool

    /// The order in which things were said; at one instant the customer speaks first.
    static func precedes(_ left: Utterance, _ right: Utterance) -> Bool {
        left.sent != right.sent ? left.sent < right.sent : !left.isReply && right.isReply
    }
}
