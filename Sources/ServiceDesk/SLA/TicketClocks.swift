/// Computes the clocks of one ticket after the other, from its history and its policy (`SEMANTICS` 5).
struct TicketClocks: Sendable {
    let policies: [SLAPolicy]
    let asOf: Instant
    let slaDue: ValueColumn<Ticket, Instant>
    /// For each policy and status code, what the resolution clock does in that status.
    private let phases: [[ClockPhase]]
    /// Which status codes stop a first response: Waiting for Customer, and all that are done.
    private let stopsFirstResponse: [Bool]

    init(policies: [SLAPolicy], vocabulary: StatusVocabulary, asOf: Instant, slaDue: ValueColumn<Ticket, Instant>) {
        self.policies = policies
        self.asOf = asOf
        self.slaDue = slaDue
        let codes = vocabulary.names.indices.map { StatusVocabulary.Code($0) }
        phases = policies.map { policy in
            codes.map { code in
                if vocabulary.serviceState(of: code) == .done { return .done }
                return vocabulary.status(of: code).map(policy.pausingStatuses.contains) ?? false ? .paused : .running
            }
        }
        stopsFirstResponse = codes.map {
            vocabulary.serviceState(of: $0) == .done || vocabulary.status(of: $0) == .waitingForCustomer
        }
    }

    /// What a policy's resolution clock does in a status.
    func phase(of status: StatusVocabulary.Code, under policy: Int) -> ClockPhase { phases[policy][Int(status)] }

    /// The clocks of a ticket under its policy, by name, each segment handed to `onSegment`.
    func clocks(
        of history: TicketHistory, under policy: Int,
        onSegment: (SLAClock, ClockSegment) -> Void = { _, _ in }
    ) -> [ClockResult] {
        SLAClock.allCases.compactMap { clock in
            guard let targets = policies[policy].targets[clock] else { return nil }
            let life = clock == .firstResponse ? firstResponseLife(history) : resolutionLife(history, policy)
            return result(of: clock, history, policy, targets, life, onSegment)
        }
    }

    /// Where a clock ends, and why.
    private struct Life {
        var stop: Instant?
        var stoppedBy: ClockStop?
        var source: ResolutionSource?
        /// Whether the ticket was done at a time that nothing tells.
        var isUnmeasurable = false
    }

    private func firstResponseLife(_ history: TicketHistory) -> Life {
        let reply = history.firstReply.flatMap { $0 <= asOf ? $0 : nil }
        if history.isDoneTimeUnknown {
            return Life(stop: reply, stoppedBy: reply.map { _ in .reply }, isUnmeasurable: reply == nil)
        }
        let status = history.statuses.first { stopsFirstResponse[Int($0.status)] && $0.at <= asOf }?.at
        if let reply, status.map({ reply <= $0 }) ?? true { return Life(stop: reply, stoppedBy: .reply) }
        return Life(stop: status, stoppedBy: status.map { _ in .status })
    }

    private func resolutionLife(_ history: TicketHistory, _ policy: Int) -> Life {
        var index = history.statusIndex(at: asOf)
        guard phases[policy][Int(history.statuses[index].status)] == .done else { return Life() }
        while index > 0, phases[policy][Int(history.statuses[index - 1].status)] == .done { index -= 1 }
        let entry = history.statuses[index]
        let unknown = history.isDoneTimeUnknown && index == 0
        return Life(
            stop: unknown ? nil : entry.at, stoppedBy: unknown ? nil : .status, source: entry.source,
            isUnmeasurable: unknown)
    }

    private func result(
        of clock: SLAClock, _ history: TicketHistory, _ policy: Int, _ targets: ClockTargets, _ life: Life,
        _ onSegment: (SLAClock, ClockSegment) -> Void
    ) -> ClockResult? {
        var walk = ClockWalk(
            calendar: targets.calendar,
            restartsOnReopen: clock == .resolution && policies[policy].onReopen == .restart)
        let stored = clock == .resolution && policies[policy].dueSource == .stored ? storedDue(history.ticket) : nil
        var storedBreach: Instant?
        var segments = SegmentCutter(
            history: history, end: life.stop ?? asOf, isStopped: life.stop != nil,
            keepsTarget: policies[policy].onPriorityChange == .keep, targets: targets,
            phases: clock == .resolution ? phases[policy] : nil)
        while let cut = segments.next() {
            onSegment(clock, walk.pass(from: cut.from, to: cut.to, phase: cut.phase, target: cut.target))
            if storedBreach == nil, let stored {
                storedBreach = stored < history.createdAt ? history.createdAt : breach(of: stored, in: cut)
            }
        }
        guard walk.hadTarget else { return nil }
        if stored != nil { walk.replaceBreach(by: storedBreach) }
        var result = ClockResult(
            ticket: history.ticket, clock: clock, state: .notApplicable, target: walk.lastTarget,
            targetPriority: segments.targetPriority, resolutionSource: life.source)
        if life.isUnmeasurable || (walk.lastTarget == nil && walk.breachedAt == nil) { return result }
        result.used = walk.used
        result.stoppedAt = life.stop
        result.stoppedBy = life.stoppedBy
        result.breachedAt = walk.breachedAt
        result.dueAt = stored ?? walk.breachedAt ?? walk.due
        result.state = state(of: result, phase: walk.lastPhase, lead: policies[policy].warningLead)
        return result
    }

    /// When a ticket that is unfinished during a segment breaches a stored due instant: at that instant, or where the
    /// segment begins after it. (One that lies before the creation is breached there, whatever comes.)
    private func breach(of due: Instant, in cut: SegmentCutter.Cut) -> Instant? {
        guard cut.phase != .done, due < cut.to || due < cut.from else { return nil }
        return max(due, cut.from)
    }

    private func storedDue(_ ticket: TicketRow) -> Instant? {
        slaDue[ticket].flatMap { $0.isFinite ? $0 : nil }
    }

    private func state(of result: ClockResult, phase: ClockPhase, lead: TimeSpan) -> ClockState {
        if result.breachedAt != nil { return .breached }
        if result.stoppedAt != nil { return .met }
        if phase == .paused { return .paused }
        if let due = result.dueAt, due - asOf <= lead { return .atRisk }
        return .running
    }
}

/// Cuts the life of a clock into segments at every change of its target and of its phase.
private struct SegmentCutter {
    let history: TicketHistory
    let end: Instant
    /// Whether `end` is where the clock stopped; a change at that very instant then no longer counts.
    let isStopped: Bool
    let keepsTarget: Bool
    let targets: ClockTargets
    /// What the clock does in each status; nil for a clock that always runs.
    let phases: [ClockPhase]?

    private var from: Instant
    private var statusIndex = 0
    private var priorityIndex = 0
    private var isFinished = false

    init(
        history: TicketHistory, end: Instant, isStopped: Bool, keepsTarget: Bool, targets: ClockTargets,
        phases: [ClockPhase]?
    ) {
        self.history = history
        self.end = end
        self.isStopped = isStopped
        self.keepsTarget = keepsTarget
        self.targets = targets
        self.phases = phases
        from = history.createdAt
    }

    /// The priority that sets the target at present.
    var targetPriority: Priority { history.priorities[priorityIndex].value }

    private var target: TimeSpan? { targets.target(of: targetPriority) }

    private var phase: ClockPhase {
        guard let phases else { return .running }
        // A clock that stops at its very start was running, unless it was paused just before.
        if isStopped && end == history.createdAt {
            return phases[Int(history.statusBefore)] == .paused ? .paused : .running
        }
        return phases[Int(history.statuses[statusIndex].status)]
    }

    typealias Cut = (from: Instant, to: Instant, phase: ClockPhase, target: TimeSpan?)

    /// The next segment, or nil after the last one.
    mutating func next() -> Cut? {
        guard !isFinished else { return nil }
        let start = from
        let phase = self.phase
        let target = self.target
        while let change = nextChange() {
            advance(to: change)
            if self.phase != phase || self.target != target {
                from = change
                return (start, change, phase, target)
            }
        }
        isFinished = true
        return (start, end, phase, target)
    }

    /// The next instant at which the status or the priority changes before the life ends.
    private func nextChange() -> Instant? {
        var next = Instant.infinity
        if phases != nil, statusIndex + 1 < history.statuses.count { next = history.statuses[statusIndex + 1].at }
        if !keepsTarget, priorityIndex + 1 < history.priorities.count {
            next = min(next, history.priorities[priorityIndex + 1].at)
        }
        return next < end || (next == end && !isStopped) ? next : nil
    }

    private mutating func advance(to instant: Instant) {
        if phases != nil, statusIndex + 1 < history.statuses.count, history.statuses[statusIndex + 1].at == instant {
            statusIndex += 1
        }
        if !keepsTarget, priorityIndex + 1 < history.priorities.count,
            history.priorities[priorityIndex + 1].at == instant
        {
            priorityIndex += 1
        }
    }
}
