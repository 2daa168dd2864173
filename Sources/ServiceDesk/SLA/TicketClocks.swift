/// Computes the clocks of one ticket after the other, from its history and its policy (`SEMANTICS` 5).
struct TicketClocks: Sendable {
    private let plans: [PolicyPlan]
    private let asOf: Instant
    private let slaDue: ValueColumn<Ticket, Instant>
    /// Which status codes stop a first response: Waiting for Customer, and all that are done.
    private let stopsFirstResponse: [Bool]

    init(policies: [SLAPolicy], vocabulary: StatusVocabulary, asOf: Instant, slaDue: ValueColumn<Ticket, Instant>) {
        self.asOf = asOf
        self.slaDue = slaDue
        plans = policies.map { PolicyPlan($0, vocabulary: vocabulary) }
        stopsFirstResponse = vocabulary.names.indices.map { StatusVocabulary.Code($0) }.map {
            vocabulary.serviceState(of: $0) == .done || vocabulary.status(of: $0) == .waitingForCustomer
        }
    }

    /// What a policy's resolution clock does in a status.
    func phase(of status: StatusVocabulary.Code, under policy: Int) -> ClockPhase { plans[policy].phases[Int(status)] }

    /// Adds the clocks of a ticket under its policy, by name, each segment handed to the recorder.
    func add<Recorder: SegmentRecorder>(
        of history: TicketHistory, under policy: Int, to results: inout [ClockResult], segments: inout Recorder
    ) {
        let plan = plans[policy]
        for clock in [plan.firstResponse, plan.resolution] {
            guard let clock else { continue }
            let life = clock.clock == .firstResponse ? firstResponseLife(history) : resolutionLife(history, plan)
            let stored = clock.usesStoredDue ? storedDue(history.ticket) : nil
            if let result = result(of: clock, history, life, stored, &segments) { results.append(result) }
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

    private func resolutionLife(_ history: TicketHistory, _ plan: PolicyPlan) -> Life {
        var index = history.statusIndex(at: asOf)
        guard plan.phases[Int(history.statuses[index].status)] == .done else { return Life() }
        while index > 0, plan.phases[Int(history.statuses[index - 1].status)] == .done { index -= 1 }
        let entry = history.statuses[index]
        let unknown = history.isDoneTimeUnknown && index == 0
        return Life(
            stop: unknown ? nil : entry.at, stoppedBy: unknown ? nil : .status, source: entry.source,
            isUnmeasurable: unknown)
    }

    private func result<Recorder: SegmentRecorder>(
        of plan: ClockPlan, _ history: TicketHistory, _ life: Life, _ stored: Instant?, _ segments: inout Recorder
    ) -> ClockResult? {
        var walk = ClockWalk(restartsOnReopen: plan.restartsOnReopen)
        var storedBreach: Instant?
        var cutter = SegmentCutter(start: history.createdAt, end: life.stop ?? asOf, isStopped: life.stop != nil)
        while let cut = cutter.next(of: history, plan) {
            walk.pass(cut, in: plan.calendar)
            if Recorder.records { segments.record(walk.segment(of: cut, in: plan.calendar), of: plan.clock) }
            if storedBreach == nil, let stored {
                storedBreach = stored < history.createdAt ? history.createdAt : breach(of: stored, in: cut)
            }
        }
        guard walk.hadTarget else { return nil }
        if stored != nil { walk.replaceBreach(by: storedBreach) }
        let priority = cutter.targetPriority(history)
        if life.isUnmeasurable || (walk.lastTarget == nil && walk.breachedAt == nil) {
            return ClockResult(
                ticket: history.ticket, clock: plan.clock, state: .notApplicable, target: walk.lastTarget,
                targetPriority: priority, resolutionSource: life.source)
        }
        let dueAt = stored ?? walk.breachedAt ?? walk.due(in: plan.calendar)
        return ClockResult(
            ticket: history.ticket, clock: plan.clock, state: state(of: walk, life, dueAt, lead: plan.warningLead),
            target: walk.lastTarget, targetPriority: priority, used: walk.used, dueAt: dueAt, stoppedAt: life.stop,
            breachedAt: walk.breachedAt, stoppedBy: life.stoppedBy, resolutionSource: life.source)
    }

    /// When a ticket that is unfinished during a segment breaches a stored due instant: at that instant, or where the
    /// segment begins after it. (One that lies before the creation is breached there, whatever comes.)
    private func breach(of due: Instant, in cut: ClockCut) -> Instant? {
        guard cut.phase != .done, due < cut.to || due < cut.from else { return nil }
        return max(due, cut.from)
    }

    private func storedDue(_ ticket: TicketRow) -> Instant? {
        slaDue[ticket].flatMap { $0.isFinite ? $0 : nil }
    }

    private func state(of walk: ClockWalk, _ life: Life, _ dueAt: Instant?, lead: TimeSpan) -> ClockState {
        if walk.breachedAt != nil { return .breached }
        if life.stop != nil { return .met }
        if walk.lastPhase == .paused { return .paused }
        if let dueAt, dueAt - asOf <= lead { return .atRisk }
        return .running
    }
}

/// Takes the segments of clocks as they are walked through.
protocol SegmentRecorder {
    /// Whether segments are wanted at all; without, they are not even worked out.
    static var records: Bool { get }
    mutating func record(_ segment: ClockSegment, of clock: SLAClock)
}

/// Wants no segments: only what comes out of them counts.
struct NoSegments: SegmentRecorder {
    static var records: Bool { false }
    mutating func record(_ segment: ClockSegment, of clock: SLAClock) {}
}

/// Keeps the segments of each clock, in order.
struct RecordedSegments: SegmentRecorder {
    static var records: Bool { true }
    private(set) var byClock: [SLAClock: [ClockSegment]] = [:]

    mutating func record(_ segment: ClockSegment, of clock: SLAClock) { byClock[clock, default: []].append(segment) }
}
