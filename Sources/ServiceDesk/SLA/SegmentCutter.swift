/// A stretch of a clock's life in which neither its target nor its phase changes, before anything is measured in it.
struct ClockCut {
    let from: Instant
    let to: Instant
    let phase: ClockPhase
    let target: TimeSpan?
    /// The priority that sets the target at its start.
    let priority: Priority
}

/// Cuts the life of a clock into segments at every change of its target and of its phase.
///
/// The history and the plan are handed to each call and not kept: holding on to them for every clock of every ticket
/// would cost more than the cutting.
struct SegmentCutter {
    private let start: Instant
    private let end: Instant
    /// Whether `end` is where the clock stopped; a change at that very instant then no longer counts.
    private let isStopped: Bool
    private var from: Instant
    private var statusIndex = 0
    private var priorityIndex = 0
    private var isFinished = false

    init(start: Instant, end: Instant, isStopped: Bool) {
        self.start = start
        self.end = end
        self.isStopped = isStopped
        from = start
    }

    /// The cutter of a clock that starts when the ticket has had a past already.
    init(start: Instant, end: Instant, isStopped: Bool, in history: TicketHistory, _ plan: ClockPlan) {
        self.init(start: start, end: end, isStopped: isStopped)
        statusIndex = history.statusIndex(at: start)
        if !plan.keepsTarget { priorityIndex = history.priorityIndex(at: start) }
    }

    /// Whether the last segment has been cut, and nothing has stopped the clock in it.
    var endsOpen: Bool { isFinished && !isStopped }

    /// The priority that sets the target at present.
    func targetPriority(_ history: TicketHistory) -> Priority { history.priorities[priorityIndex].value }

    private func target(_ history: TicketHistory, _ plan: ClockPlan) -> TimeSpan? {
        plan.target(of: targetPriority(history))
    }

    private func phase(_ history: TicketHistory, _ plan: ClockPlan) -> ClockPhase {
        guard !plan.alwaysRuns else { return .running }
        // A clock that stops at its very start was running, unless it was paused just before.
        if isStopped && end == start {
            return plan.phases[Int(history.statusBefore)] == .paused ? .paused : .running
        }
        return plan.phases[Int(history.statuses[statusIndex].status)]
    }

    /// The next segment, or nil after the last one.
    @inline(__always)
    mutating func next(of history: TicketHistory, _ plan: ClockPlan) -> ClockCut? {
        guard !isFinished else { return nil }
        let start = from
        let phase = phase(history, plan)
        let priority = targetPriority(history)
        let target = plan.target(of: priority)
        while let change = nextChange(history, plan) {
            advance(to: change, history, plan)
            if self.phase(history, plan) != phase || self.target(history, plan) != target {
                from = change
                return ClockCut(from: start, to: change, phase: phase, target: target, priority: priority)
            }
        }
        isFinished = true
        return ClockCut(from: start, to: end, phase: phase, target: target, priority: priority)
    }

    /// The next instant at which the status or the priority changes before the life ends.
    private func nextChange(_ history: TicketHistory, _ plan: ClockPlan) -> Instant? {
        var next = Instant.infinity
        if !plan.alwaysRuns, statusIndex + 1 < history.statuses.count { next = history.statuses[statusIndex + 1].at }
        if !plan.keepsTarget, priorityIndex + 1 < history.priorities.count {
            next = min(next, history.priorities[priorityIndex + 1].at)
        }
        return next < end || (next == end && !isStopped) ? next : nil
    }

    private mutating func advance(to instant: Instant, _ history: TicketHistory, _ plan: ClockPlan) {
        if !plan.alwaysRuns, statusIndex + 1 < history.statuses.count, history.statuses[statusIndex + 1].at == instant {
            statusIndex += 1
        }
        if !plan.keepsTarget, priorityIndex + 1 < history.priorities.count,
            history.priorities[priorityIndex + 1].at == instant
        {
            priorityIndex += 1
        }
    }
}
