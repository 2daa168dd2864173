/// How often a promise is kept under two sets of policies, and what changes from the first to the second.
public struct ComparedFigures: Hashable, Sendable {
    /// Clocks judged under the first.
    public var before = Attainment()
    /// Clocks judged under the second.
    public var after = Attainment()
    /// Clocks that the first keeps and the second breaks.
    public var newlyBreached = 0
    /// Clocks that the first breaks and the second keeps.
    public var newlyMet = 0
    /// Clocks late under the first only because they were due at a closing and stopped before the next opening.
    public var lateAfterClosingBefore = 0
    /// The same under the second.
    public var lateAfterClosingAfter = 0

    /// Of no clocks.
    public init() {}

    /// Adds the clocks of another part.
    public static func += (left: inout ComparedFigures, right: ComparedFigures) {
        left.before += right.before
        left.after += right.after
        left.newlyBreached += right.newlyBreached
        left.newlyMet += right.newlyMet
        left.lateAfterClosingBefore += right.lateAfterClosingBefore
        left.lateAfterClosingAfter += right.lateAfterClosingAfter
    }
}

/// A clock that one set of policies keeps and the other breaks.
public struct PolicyMover: Sendable {
    /// The clock under the first.
    public let before: ClockResult
    /// The clock under the second.
    public let after: ClockResult
    /// The places of the ticket's policies in their lists.
    public let policies: (before: Int, after: Int)
    /// By how much the breached one is late, in all time, up to its stop or as-of.
    public let lateness: TimeSpan

    /// Whether the second breaks it.
    public var isNewlyBreached: Bool { after.state == .breached }
}

/// The same history under two sets of policies. Tickets are counted by their creation, for that is the one instant
/// that no policy moves.
public struct PolicyComparison: TicketSink {
    /// A slice of the clocks.
    public enum Slice: Hashable, Sendable {
        case all
        case priority(Priority)
        /// An entry of the customers' directory; nil for tickets without a customer.
        case customer(UInt32?)
        /// The first day of the month of the ticket's creation.
        case month(LocalDate)
    }

    /// A slice of one clock.
    public struct Key: Hashable, Sendable {
        /// The clock.
        public let clock: SLAClock
        /// The slice.
        public let slice: Slice

        /// A slice of a clock.
        public init(clock: SLAClock, slice: Slice) {
            self.clock = clock
            self.slice = slice
        }
    }

    /// The evaluation under the first policies.
    public let before: Evaluation
    /// The evaluation under the second.
    public let after: Evaluation
    /// The figures of every slice that has any.
    public private(set) var figures: [Key: ComparedFigures] = [:]
    /// Every clock whose verdict changes, in the order of the tickets.
    public private(set) var movers: [PolicyMover] = []
    /// How many tickets were looked at.
    public private(set) var tickets = 0
    private let from: Instant?
    private let to: Instant?

    /// A comparison of the tickets that were created in a range, before any has been looked at.
    public init(
        of dataset: Dataset, before first: SLAPolicies, after second: SLAPolicies, parameters: EvaluationParameters,
        filter: TicketFilter = TicketFilter(), from: Instant? = nil, to: Instant? = nil
    ) {
        // One history serves both, so it has what either asks for.
        let readsMessages = (first.policies + second.policies).contains { $0.targets[.nextResponse] != nil }
        before = Evaluation(
            of: dataset, under: first, parameters: parameters, filter: filter, readsMessages: readsMessages)
        after = Evaluation(of: dataset, under: second, parameters: parameters, readsMessages: readsMessages)
        self.from = from
        self.to = to
    }

    /// Looks at every ticket.
    /// - Returns: the comparison, and the findings of the histories.
    public func run() -> (comparison: PolicyComparison, findings: FindingLog) {
        let (sink, findings) = before.run(into: self)
        return (sink, findings)
    }

    /// Counts a ticket's clocks under both.
    public mutating func take(_ ticket: TicketSnapshot, clocks: [ClockResult], history: TicketHistory) {
        if let from, ticket.createdAt < from { return }
        if let to, ticket.createdAt >= to { return }
        tickets += 1
        let second = after.clocks(of: history)
        for clock in clocks {
            let other = second.clocks.first { $0.clock == clock.clock && $0.cycle == clock.cycle }
            count(clock, other, of: ticket, second.policy)
        }
        for clock in second.clocks
        where !clocks.contains(where: { $0.clock == clock.clock && $0.cycle == clock.cycle }) {
            count(nil, clock, of: ticket, second.policy)
        }
    }

    private mutating func count(
        _ first: ClockResult?, _ second: ClockResult?, of ticket: TicketSnapshot, _ policyAfter: Int?
    ) {
        guard let clock = second ?? first else { return }
        var one = ComparedFigures()
        if let first {
            one.before.add(first.state)
            one.lateAfterClosingBefore = before.isLateAfterClosing(first, under: ticket.policy) ? 1 : 0
        }
        if let second {
            one.after.add(second.state)
            one.lateAfterClosingAfter = after.isLateAfterClosing(second, under: policyAfter) ? 1 : 0
        }
        if let first, let second, let policyBefore = ticket.policy, let policyAfter {
            one.newlyBreached = first.state == .met && second.state == .breached ? 1 : 0
            one.newlyMet = first.state == .breached && second.state == .met ? 1 : 0
            if one.newlyBreached + one.newlyMet > 0 {
                let late = one.newlyMet > 0 ? first : second
                let end = late.stoppedAt ?? before.parameters.asOf
                movers.append(
                    PolicyMover(
                        before: first, after: second, policies: (policyBefore, policyAfter),
                        lateness: late.breachedAt.map { end - $0 } ?? .zero))
            }
        }
        guard one != ComparedFigures() else { return }
        let customer = before.dataset.tickets.customer[ticket.ticket]?.code
        let month = before.parameters.zone.localDate(of: ticket.createdAt).startOfMonth
        let slices: [Slice] = [.all, .priority(clock.targetPriority), .customer(customer), .month(month)]
        for slice in slices { figures[Key(clock: clock.clock, slice: slice), default: ComparedFigures()] += one }
    }

    /// Adds the tickets of the rows that come next.
    public mutating func join(_ next: PolicyComparison) {
        tickets += next.tickets
        for (key, figures) in next.figures { self.figures[key, default: ComparedFigures()] += figures }
        movers += next.movers
    }

    /// The figures of a slice; none where nothing was judged.
    public subscript(clock: SLAClock, slice: Slice) -> ComparedFigures {
        figures[Key(clock: clock, slice: slice)] ?? ComparedFigures()
    }
}

extension Evaluation {
    /// The policy of a ticket under these policies, and its clocks.
    func clocks(of history: TicketHistory) -> (policy: Int?, clocks: [ClockResult]) {
        guard let policy = snapshot(of: history).policy else { return (nil, []) }
        var results: [ClockResult] = []
        var unrecorded = NoSegments()
        ticketClocks.add(of: history, under: policy, to: &results, segments: &unrecorded)
        return (policy, results)
    }

    /// Whether a clock is late although no business second has passed since it was due: it was due at a closing, and
    /// stopped before the next opening.
    func isLateAfterClosing(_ clock: ClockResult, under policy: Int?) -> Bool {
        guard clock.state == .breached, let breached = clock.breachedAt, let stopped = clock.stoppedAt,
            clock.used == clock.target, let policy, let calendar = policies[policy].targets[clock.clock]?.calendar
        else { return false }
        return calendar.elapsed(from: breached, to: stopped) == .zero
    }
}
