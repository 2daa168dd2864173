/// A ticket as far as its life goes, and the two halves of its rules: `decide` judges and changes nothing, `apply`
/// changes and judges nothing.
///
///     var ticket = TicketState(id: id)
///     for event in try ticket.decide(.create(intake), by: caller, at: now) { ticket.apply(event, at: now) }
///
/// `apply` accepts every event, for dumps hold histories that no rule of ours would have allowed; only `decide` refuses.
public struct TicketState: Hashable, Sendable {
    /// The ticket.
    public let id: EntityID<Ticket>
    /// What people call it: its running number, else its id.
    public var name: String
    /// Whose it is; nil for a ticket before its creation, and for an imported one of nobody.
    public var customer: EntityID<Customer>?
    /// Its status; nil before its creation.
    public var status: TicketStatus?
    /// Its priority.
    public var priority: Priority
    /// What it is about.
    public var category: String?
    /// Who has it.
    public var assignee: EntityID<Agent>?
    /// Who had it first.
    public var firstAssignee: EntityID<Agent>?
    /// What became of its bill.
    public var billing: BillingState
    /// The bill; nil when there is none.
    public var bill: Bill?
    /// When its bill was raised.
    public var billedAt: Instant?
    /// When it was done.
    public var completedAt: Instant?
    /// What the present app shows of the work: open, in progress, completed.
    public var taskStatus: TaskStatus
    /// How often it was changed.
    public var version: Int64
    /// When it was last changed.
    public var lastEventAt: Instant?

    /// A ticket before its creation.
    public init(id: EntityID<Ticket>) {
        self.id = id
        name = id.text
        priority = .untriaged
        billing = .none
        taskStatus = .open
        version = 0
    }

    /// Whether the work is done.
    public var isDone: Bool { status?.known?.serviceState == .done }

    // MARK: - Changes

    /// Changes the ticket as an event tells.
    public mutating func apply(_ event: TicketEvent, at instant: Instant) {
        let action = EventAction(event.action)
        let effect = event.effect
        if let status = action.status(written: effect.status, known: { $0 }) { move(to: status, at: instant) }
        if let billing = action.billing(written: effect.status) { self.billing = billing }
        if action.movesPriority, let priority = effect.priority { self.priority = priority }
        if action.movesAssignee, let assignee = effect.assignee {
            self.assignee = assignee
            firstAssignee = firstAssignee ?? assignee
        }
        applyRest(of: event, at: instant)
        lastEventAt = lastEventAt.map { max($0, instant) } ?? instant
    }

    /// What an event changes beside the values that have histories.
    private mutating func applyRest(of event: TicketEvent, at instant: Instant) {
        switch event {
        case .ticketCreated(let intake):
            customer = intake.customer
            category = intake.category
            status = TicketStatus(.new)
        case .categoryChanged(_, let new, _): category = new
        case .ticketResolvedBillRaised(let bill, _, _, _), .billRaised(let bill, _, _):
            self.bill = bill
            billedAt = instant
        case .billCancelled where billing == .none:
            bill = nil
            billedAt = nil
        case .statusChanged, .assigned, .priorityChanged, .billProcessed, .billCancelled, .commentAdded, .remarkAdded,
            .serviceReportAdded, .escalated:
            break
        }
    }

    /// Entering done notes when, leaving it forgets.
    private mutating func move(to status: Status, at instant: Instant) {
        let wasDone = isDone
        self.status = TicketStatus(status)
        guard isDone != wasDone else { return }
        completedAt = isDone ? instant : nil
        taskStatus = isDone ? .completed : .inProgress
    }
}

/// A status as a row has it: one of the vocabulary, or a word that nobody knows, which counts as open.
public struct TicketStatus: Hashable, Sendable {
    /// The word: ours for a known status, else as it is spelled.
    public let word: String
    /// The status of the vocabulary.
    public let known: Status?

    /// A status of the vocabulary.
    public init(_ status: Status) {
        word = status.name
        known = status
    }

    /// The status of a row; nil for a word that says nothing.
    public init?(row word: String?) {
        guard let word, !Word.isBlank(word) else { return nil }
        known = Status(word)
        self.word = known?.name ?? word
    }

    /// The status whose rules hold.
    public var ruling: Status { known ?? .open }
}

/// What the present app shows of the work on a ticket.
public enum TaskStatus: String, Hashable, Sendable {
    /// Nothing was done yet, something is to be done again, all is done.
    case open
    case inProgress = "in_progress"
    case completed
}

extension TicketEvent {
    /// The values that an event sets, as far as they have histories; what they mean says `EventAction`.
    struct Effect {
        var status: Status?
        var priority: Priority?
        var assignee: EntityID<Agent>??
    }

    var effect: Effect {
        switch self {
        case .ticketCreated(let intake): Effect(priority: intake.priority)
        case .statusChanged(_, let new, _), .billCancelled(_, _, _, let new): Effect(status: new)
        case .assigned(_, let new, _): Effect(assignee: .some(new))
        case .priorityChanged(_, let new, _): Effect(priority: new)
        case .categoryChanged, .ticketResolvedBillRaised, .billRaised, .billProcessed, .commentAdded, .remarkAdded,
            .serviceReportAdded, .escalated:
            Effect()
        }
    }
}
