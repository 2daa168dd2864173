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
    let calendar: ServiceCalendar
    /// Whether a reopening begins again with nothing used.
    let restartsOnReopen: Bool

    /// The business time used so far.
    private(set) var used = TimeSpan.zero
    /// The first breach.
    private(set) var breachedAt: Instant?
    /// When the last running segment was due.
    private(set) var due: Instant?
    /// What the clock did in its last segment.
    private(set) var lastPhase = ClockPhase.running
    /// The target of the last segment.
    private(set) var lastTarget: TimeSpan?
    /// Whether a target was in force in any segment.
    private(set) var hadTarget = false

    init(calendar: ServiceCalendar, restartsOnReopen: Bool) {
        self.calendar = calendar
        self.restartsOnReopen = restartsOnReopen
    }

    /// Goes through `[from, to)`.
    mutating func pass(from: Instant, to: Instant, phase: ClockPhase, target: TimeSpan?) -> ClockSegment {
        if lastPhase == .done && phase != .done && restartsOnReopen { used = .zero }
        lastPhase = phase
        lastTarget = target
        hadTarget = hadTarget || target != nil
        guard phase == .running else {
            due = nil
            return ClockSegment(
                from: from, to: to, phase: phase, target: target, counted: .zero, used: used, due: nil)
        }
        let remaining = target.map { $0 - used }
        due = remaining.flatMap { calendar.due(from: from, target: max($0, .zero)) }
        if breachedAt == nil, let remaining {
            if remaining < .zero {
                // Only a lowered target does this: more is used already than is promised now.
                breachedAt = from
            } else if let due, due < to {
                breachedAt = due
            }
        }
        let counted = calendar.elapsed(from: from, to: to)
        used = used + counted
        return ClockSegment(from: from, to: to, phase: phase, target: target, counted: counted, used: used, due: due)
    }

    /// Replaces the breach that the walk found, where a stored due instant is what was promised.
    mutating func replaceBreach(by instant: Instant?) { breachedAt = instant }
}
