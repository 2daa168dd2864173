/// What a clock does during a segment of its life.
public enum ClockPhase: UInt8, Sendable {
    /// Its time counts.
    case running
    /// It is the customer's turn.
    case paused
    /// The ticket is done, and reopened later.
    case done
}

/// A stretch of a clock's life in which neither its target nor its phase changes: `[from, to)`.
public struct ClockSegment: Sendable {
    /// The first instant inside.
    public let from: Instant
    /// The first instant after it.
    public let to: Instant
    /// What the clock does.
    public let phase: ClockPhase
    /// The promised business time in force; nil when there is none.
    public let target: TimeSpan?
    /// The priority that sets it.
    public let priority: Priority
    /// What was used before and counts no more, because the clock begins again with this segment.
    public let dropped: TimeSpan
    /// The business time that counts in this segment.
    public let counted: TimeSpan
    /// The business time used at its end.
    public let used: TimeSpan
    /// When the target is reached if the clock goes on running; nil when it does not run, has no target, or the working
    /// time ends before.
    public let due: Instant?
}

/// Walks through the life of a clock, segment by segment, and finds what it used, when it was due and when it breached
/// (`SEMANTICS` 5). One walk serves every clock; what differs comes in as the phases and the targets.
struct ClockWalk {
    /// Whether a reopening begins again with nothing used.
    let restartsOnReopen: Bool

    /// What the restart at the start of the last segment took away.
    private var dropped = TimeSpan.zero
    /// The business time used so far.
    private(set) var used = TimeSpan.zero
    /// The first breach.
    private(set) var breachedAt: Instant?
    /// What the clock did in its last segment.
    private(set) var lastPhase = ClockPhase.running
    /// The target of the last segment.
    private(set) var lastTarget: TimeSpan?
    /// Whether a target was in force in any segment.
    private(set) var hadTarget = false
    /// Where the last segment began, and what was used then.
    private var from = Instant.negativeInfinity
    private var usedBefore = TimeSpan.zero

    init(restartsOnReopen: Bool) { self.restartsOnReopen = restartsOnReopen }

    /// Goes through a segment.
    @inline(__always)
    mutating func pass(_ cut: ClockCut, in calendar: ServiceCalendar) {
        dropped = .zero
        if lastPhase == .done && cut.phase != .done && restartsOnReopen {
            dropped = used
            used = .zero
        }
        lastPhase = cut.phase
        lastTarget = cut.target
        hadTarget = hadTarget || cut.target != nil
        from = cut.from
        usedBefore = used
        guard cut.phase == .running else { return }
        let counted = calendar.elapsed(from: cut.from, to: cut.to)
        used = used + counted
        if breachedAt == nil, let target = cut.target {
            breachedAt = breach(in: cut, remaining: target - usedBefore, counted: counted, calendar)
        }
    }

    /// The breach in a segment, if there is one. While less counts than remains nothing can be due before the end, and
    /// that is how nearly every segment goes.
    private func breach(
        in cut: ClockCut, remaining: TimeSpan, counted: TimeSpan, _ calendar: ServiceCalendar
    ) -> Instant? {
        // Only a lowered target does this: more is used already than is promised now.
        if remaining < .zero { return cut.from }
        guard counted >= remaining, let due = due(in: calendar), due < cut.to else { return nil }
        return due
    }

    /// When the last segment was due: the instant at which the target is reached if the clock goes on running. Nil when
    /// it does not run, has no target, or the working time ends before.
    func due(in calendar: ServiceCalendar) -> Instant? {
        guard lastPhase == .running, let lastTarget else { return nil }
        return calendar.due(from: from, target: max(lastTarget - usedBefore, .zero))
    }

    /// The segment that was passed last.
    func segment(of cut: ClockCut, in calendar: ServiceCalendar) -> ClockSegment {
        ClockSegment(
            from: cut.from, to: cut.to, phase: cut.phase, target: cut.target, priority: cut.priority,
            dropped: dropped, counted: used - usedBefore, used: used, due: due(in: calendar))
    }

    /// Replaces the breach that the walk found, where a stored due instant is what was promised.
    mutating func replaceBreach(by instant: Instant?) { breachedAt = instant }
}
