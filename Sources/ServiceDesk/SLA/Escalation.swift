/// A level that a clock has reached: somebody was told, once.
public struct Escalation: Sendable {
    /// The clock as it stands at as-of.
    public let clock: ClockResult
    /// Its policy's place in the list.
    public let policy: Int
    /// The level's place among those of its clock.
    public let level: Int
    /// When it was reached.
    public let at: Instant
    /// Who had the ticket then.
    public let owner: DirectoryEntry<Agent>?
}

/// Every level that the clocks have reached up to as-of, in the order of the ticket table, then clock, cycle and level.
public struct EscalationTable: TicketSink {
    /// How each ticket with an escalation stands.
    public private(set) var tickets: [TicketSnapshot] = []
    /// The escalations, each with its ticket's place in `tickets`.
    public private(set) var escalations: [(ticket: Int, escalation: Escalation)] = []
    private let ticketClocks: TicketClocks

    /// A table of no escalations under an evaluation's policies.
    public init(of evaluation: Evaluation) { ticketClocks = evaluation.ticketClocks }

    /// Works out the levels that a ticket's clocks have reached.
    public mutating func take(_ ticket: TicketSnapshot, clocks: [ClockResult], history: TicketHistory) {
        guard let policy = ticket.policy, ticketClocks.hasLevels(policy) else { return }
        var finder = LevelFinder()
        var results: [ClockResult] = []
        ticketClocks.add(of: history, under: policy, to: &results, segments: &finder)
        guard !finder.reached.isEmpty else { return }
        let ordered = finder.reached.sorted { left, right in
            (left.key.cycle.clock.rawValue, left.key.cycle.cycle, left.key.level)
                < (right.key.cycle.clock.rawValue, right.key.cycle.cycle, right.key.level)
        }
        for (key, at) in ordered {
            guard let clock = results.first(where: { $0.clock == key.cycle.clock && $0.cycle == key.cycle.cycle })
            else { continue }
            let escalation = Escalation(
                clock: clock, policy: policy, level: key.level, at: at, owner: history.assignee(at: at))
            escalations.append((tickets.count, escalation))
        }
        tickets.append(ticket)
    }

    /// Appends the escalations of the rows that come next.
    public mutating func join(_ next: EscalationTable) {
        let base = tickets.count
        tickets.append(contentsOf: next.tickets)
        escalations.append(contentsOf: next.escalations.map { ($0.ticket + base, $0.escalation) })
    }
}

/// Finds when each level was reached first, from the same segments as the due instant.
private struct LevelFinder: SegmentRecorder {
    struct Key: Hashable {
        let cycle: ClockCycle
        let level: Int
    }

    static var records: Bool { true }
    private(set) var reached: [Key: Instant] = [:]

    mutating func record(_ cut: RecordedCut) {
        guard !cut.plan.levels.isEmpty, !cut.life.isUnmeasurable, let target = cut.segment.target else { return }
        let cycle = ClockCycle(clock: cut.plan.clock, cycle: cut.life.cycle)
        for (index, level) in cut.plan.levels.enumerated() {
            let key = Key(cycle: cycle, level: index)
            guard reached[key] == nil else { continue }
            let threshold = level.threshold(of: target)
            let at =
                cut.storedDue.map { stored(due: $0, shift: threshold - target, cut) }
                ?? computed(threshold: threshold, cut)
            if let at { reached[key] = at }
        }
    }

    /// When the used time reaches a threshold inside a running segment. One that is passed already, because the target
    /// was lowered or the level lies before the start, is reached where the segment begins, if it lasts at all.
    private func computed(threshold: TimeSpan, _ cut: RecordedCut) -> Instant? {
        let segment = cut.segment
        guard segment.phase == .running else { return nil }
        let remaining = threshold - (segment.used - segment.counted)
        guard remaining <= segment.counted else { return nil }
        let at = remaining < .zero ? segment.from : cut.plan.calendar.due(from: segment.from, target: remaining)
        return at.flatMap { isInside($0, cut) ? $0 : nil }
    }

    /// The instant so much business time away from a stored due one, while the ticket is not done.
    private func stored(due: Instant, shift: TimeSpan, _ cut: RecordedCut) -> Instant? {
        guard cut.segment.phase != .done else { return nil }
        let calendar = cut.plan.calendar
        let shifted =
            shift < .zero
            ? calendar.instant(before: due, by: -shift)
            : shift == .zero ? due : calendar.due(from: due, target: shift)
        guard let shifted else { return nil }
        let at = max(shifted, cut.segment.from)
        return isInside(at, cut) ? at : nil
    }

    /// A segment that goes on after as-of has reached what lies at as-of; one that ends has not reached its end.
    private func isInside(_ at: Instant, _ cut: RecordedCut) -> Bool {
        at < cut.segment.to || (cut.endsOpen && at == cut.segment.to)
    }
}
