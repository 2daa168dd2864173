/// Computes the clocks of one ticket after the other, from its history and its policy (`SEMANTICS` 5).
struct TicketClocks: Sendable {
    private let plans: [PolicyPlan]
    private let asOf: Instant
    private let slaDue: ValueColumn<Ticket, Instant>

    init(policies: [SLAPolicy], vocabulary: StatusVocabulary, asOf: Instant, slaDue: ValueColumn<Ticket, Instant>) {
        self.asOf = asOf
        self.slaDue = slaDue
        plans = policies.map { PolicyPlan($0, vocabulary: vocabulary) }
    }

    /// What a policy's resolution clock does in a status.
    func phase(of status: StatusVocabulary.Code, under policy: Int) -> ClockPhase { plans[policy].phases[Int(status)] }

    /// Whether somebody is told about clocks of a policy.
    func hasLevels(_ policy: Int) -> Bool { plans[policy].hasLevels }

    /// Adds the clocks of a ticket under its policy, by name and cycle, each segment handed to the recorder.
    func add<Recorder: SegmentRecorder>(
        of history: TicketHistory, under policy: Int, to results: inout [ClockResult], segments: inout Recorder
    ) {
        let plan = plans[policy]
        if let clock = plan.claim {
            add(clock, history, history.claimLife(plan, upTo: asOf), nil, &results, &segments)
        }
        if let clock = plan.firstResponse {
            add(clock, history, history.firstResponseLife(plan, upTo: asOf), nil, &results, &segments)
        }
        if let clock = plan.nextResponse {
            add(clock, history, history.exchanges(plan, upTo: asOf), nil, &results, &segments)
        }
        if let clock = plan.periodicUpdate {
            add(clock, history, history.updates(plan, upTo: asOf), nil, &results, &segments)
        }
        guard let clock = plan.resolution else { return }
        let stored = clock.usesStoredDue ? storedDue(history.ticket) : nil
        if plan.startsNewClock {
            add(clock, history, history.resolutionCycles(plan, upTo: asOf), stored, &results, &segments)
        } else {
            add(clock, history, history.resolutionLife(plan, upTo: asOf), stored, &results, &segments)
        }
    }

    private func add<Recorder: SegmentRecorder>(
        _ plan: ClockPlan, _ history: TicketHistory, _ lives: [ClockLife], _ stored: Instant?,
        _ results: inout [ClockResult], _ segments: inout Recorder
    ) {
        for life in lives { add(plan, history, life, stored, &results, &segments) }
    }

    /// Walks through one life and adds what comes out; nothing when no target was ever in force.
    private func add<Recorder: SegmentRecorder>(
        _ plan: ClockPlan, _ history: TicketHistory, _ life: ClockLife, _ stored: Instant?,
        _ results: inout [ClockResult], _ segments: inout Recorder
    ) {
        var walk = ClockWalk(restartsOnReopen: plan.restartsOnReopen)
        var storedBreach: Instant?
        var cutter = cutter(of: life, history, plan)
        while let cut = cutter.next(of: history, plan) {
            walk.pass(cut, in: plan.calendar)
            if Recorder.records {
                segments.record(
                    RecordedCut(
                        segment: walk.segment(of: cut, in: plan.calendar), plan: plan, life: life, storedDue: stored,
                        endsOpen: cutter.endsOpen))
            }
            if storedBreach == nil, let stored {
                storedBreach = stored < life.start ? life.start : breach(of: stored, in: cut)
            }
        }
        guard walk.hadTarget else { return }
        if stored != nil { walk.replaceBreach(by: storedBreach) }
        let priority = cutter.targetPriority(history)
        if life.isUnmeasurable || (walk.lastTarget == nil && walk.breachedAt == nil) {
            results.append(
                ClockResult(
                    ticket: history.ticket, clock: plan.clock, cycle: life.cycle, startedAt: life.start,
                    state: .notApplicable, target: walk.lastTarget, targetPriority: priority,
                    resolutionSource: life.source))
            return
        }
        let dueAt = stored ?? walk.breachedAt ?? walk.due(in: plan.calendar)
        results.append(
            ClockResult(
                ticket: history.ticket, clock: plan.clock, cycle: life.cycle, startedAt: life.start,
                state: state(of: walk, life, dueAt, lead: plan.warningLead), target: walk.lastTarget,
                targetPriority: priority, used: walk.used, dueAt: dueAt, stoppedAt: life.stop,
                breachedAt: walk.breachedAt, stoppedBy: life.stoppedBy, resolutionSource: life.source))
    }

    private func cutter(of life: ClockLife, _ history: TicketHistory, _ plan: ClockPlan) -> SegmentCutter {
        let end = life.stop ?? asOf
        guard life.start != history.createdAt else {
            return SegmentCutter(start: life.start, end: end, isStopped: life.stop != nil)
        }
        return SegmentCutter(start: life.start, end: end, isStopped: life.stop != nil, in: history, plan)
    }

    /// When a ticket that is unfinished during a segment breaches a stored due instant: at that instant, or where the
    /// segment begins after it. (One that lies before the start is breached there, whatever comes.)
    private func breach(of due: Instant, in cut: ClockCut) -> Instant? {
        guard cut.phase != .done, due < cut.to || due < cut.from else { return nil }
        return max(due, cut.from)
    }

    private func storedDue(_ ticket: TicketRow) -> Instant? {
        slaDue[ticket].flatMap { $0.isFinite ? $0 : nil }
    }

    private func state(of walk: ClockWalk, _ life: ClockLife, _ dueAt: Instant?, lead: WarningLead) -> ClockState {
        if walk.breachedAt != nil { return .breached }
        if life.stop != nil { return .met }
        if walk.lastPhase == .paused { return .paused }
        switch lead {
        case .time(let lead):
            if let dueAt, dueAt - asOf <= lead { return .atRisk }
        case .share(let share):
            if let target = walk.lastTarget, target - walk.used <= share.of(target) { return .atRisk }
        }
        return .running
    }
}

/// A segment as a recorder is told of it.
struct RecordedCut {
    let segment: ClockSegment
    let plan: ClockPlan
    let life: ClockLife
    /// The stored instant that counts in place of the computed one.
    let storedDue: Instant?
    /// Whether it ends at as-of, with the clock not stopped.
    let endsOpen: Bool
}

/// Takes the segments of clocks as they are walked through.
protocol SegmentRecorder {
    /// Whether segments are wanted at all; without, they are not even worked out.
    static var records: Bool { get }
    mutating func record(_ cut: RecordedCut)
}

/// Wants no segments: only what comes out of them counts.
struct NoSegments: SegmentRecorder {
    static var records: Bool { false }
    mutating func record(_ cut: RecordedCut) {}
}

/// Keeps the segments of each clock and cycle, in order.
struct RecordedSegments: SegmentRecorder {
    static var records: Bool { true }
    private(set) var byCycle: [ClockCycle: [ClockSegment]] = [:]

    mutating func record(_ cut: RecordedCut) {
        byCycle[ClockCycle(clock: cut.plan.clock, cycle: cut.life.cycle), default: []].append(cut.segment)
    }
}

/// One cycle of one clock of a ticket.
public struct ClockCycle: Hashable, Sendable {
    /// The clock.
    public let clock: SLAClock
    /// The cycle, from 1.
    public let cycle: Int

    /// A cycle of a clock.
    public init(clock: SLAClock, cycle: Int) {
        self.clock = clock
        self.cycle = cycle
    }
}
