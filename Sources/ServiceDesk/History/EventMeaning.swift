/// What an event leaves behind: one meaning, for the reader of histories, which asks with the codes of its columns, and
/// for the write path, which asks with values of its own (`TicketState`).
extension EventAction {
    /// The status that an event of this kind leaves; nil when it moves none.
    /// - Parameters:
    ///   - written: the event's usable new value.
    ///   - known: how the asker writes a status of the vocabulary.
    @inlinable
    public func status<Value>(written: Value?, known: (Status) -> Value) -> Value? {
        switch self {
        case .statusChanged: written
        case .billRaised: known(.billRaised)
        case .billProcessed: known(.billProcessed)
        case .billCancelled: written ?? known(.resolved)
        case .ticketCreated, .assigned, .priorityChanged, .categoryChanged, .other: nil
        }
    }

    /// What an event of this kind leaves of the bill; nil when it is not about one.
    /// - Parameter written: the event's usable new status; asked for only where it matters.
    public func billing(written: @autoclosure () -> Status?) -> BillingState? {
        switch self {
        case .billRaised: .raised
        case .billProcessed: .processed
        case .billCancelled: written() == .billRaised ? .raised : BillingState.none
        case .ticketCreated, .statusChanged, .assigned, .priorityChanged, .categoryChanged, .other: nil
        }
    }

    /// Whether an event of this kind is a move of the status.
    public var movesStatus: Bool { status(written: Status.new) { $0 } != nil }

    /// Whether an event of this kind says what the priority is.
    public var movesPriority: Bool { self == .ticketCreated || self == .priorityChanged }

    /// Whether an event of this kind says who has the ticket.
    public var movesAssignee: Bool { self == .assigned }

    /// The kinds that say what the priority is; a ticket's own creation counts before any other event there.
    static let priorityMoves = allCases.filter(\.movesPriority)

    /// The kinds that say who has the ticket.
    static let assigneeMoves = allCases.filter(\.movesAssignee)
}

extension BillingState {
    /// What a status says about the bill where no event does; nil when it says nothing.
    public init?(_ status: Status) {
        switch status {
        case .billRaised: self = .raised
        case .billProcessed: self = .processed
        case .new, .open, .inProgress, .onHold, .waitingForCustomer, .resolved, .closed, .reopened: return nil
        }
    }
}
