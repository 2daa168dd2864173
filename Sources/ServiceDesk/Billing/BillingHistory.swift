/// A move of a ticket's bill.
public struct BillMove: Hashable, Sendable {
    /// When.
    public let at: Instant
    /// What the bill became.
    public let state: BillingState
    /// The amount that the event carries, else the row's.
    public let amount: Paise?
}

/// Works out what became of tickets' bills (`SEMANTICS` 2): as the bill events leave it, and without bill events by the
/// status. A bill that was raised or processed and not taken back stays so in every status.
public struct BillingReader: Sendable {
    private let dataset: Dataset
    private let actions: [EventAction]
    private let vocabulary: StatusVocabulary

    /// A reader of a dataset.
    public init(dataset: Dataset, vocabulary: StatusVocabulary) {
        self.dataset = dataset
        self.vocabulary = vocabulary
        actions = dataset.events.action.dictionary.enumerated().map { $0 == 0 ? .other : EventAction($1) }
    }

    /// The moves of a ticket's bill up to an instant, oldest first.
    public func moves(of history: TicketHistory, upTo asOf: Instant) -> [BillMove] {
        let events = dataset.events
        let rowAmount = dataset.tickets.billAmount[history.ticket]
        var moves: [BillMove] = []
        for row in events.grouping.rows(of: history.ticket) {
            let at = max(events.at[row], history.createdAt)
            guard at <= asOf, let state = state(after: row) else { continue }
            moves.append(BillMove(at: at, state: state, amount: events.amount[row] ?? rowAmount))
        }
        return moves.isEmpty ? statusMoves(of: history, upTo: asOf, amount: rowAmount) : moves
    }

    /// What the bill is after an event; nil when the event is not about a bill.
    private func state(after row: Int) -> BillingState? {
        let to = dataset.events.newValue[row]
        return actions[Int(dataset.events.action.codes[row])].billing(
            written: to < EventValue.first ? nil : Status(dataset.events.values[Int(to)]))
    }

    /// Without bill events the statuses tell.
    private func statusMoves(of history: TicketHistory, upTo asOf: Instant, amount: Paise?) -> [BillMove] {
        var moves: [BillMove] = []
        for change in history.statuses where change.at <= asOf {
            guard let state = vocabulary.status(of: change.status).flatMap(BillingState.init) else { continue }
            if moves.last?.state != state { moves.append(BillMove(at: change.at, state: state, amount: amount)) }
        }
        return moves
    }
}
