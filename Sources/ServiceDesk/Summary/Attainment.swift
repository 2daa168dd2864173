/// By which of its instants a clock is counted into a period.
public enum Cohort: String, CaseIterable, Sendable {
    /// When it breached, else when it was due, else when it stopped (`SEMANTICS` 6).
    case due
    /// When it stopped; a breached clock that is still open when it breached.
    case stopped
    /// When its ticket was created.
    case created
}

extension ClockResult {
    /// The instant by which the clock is counted into a period.
    public func cohortInstant(_ cohort: Cohort, createdAt: Instant) -> Instant? {
        switch cohort {
        case .due: breachedAt ?? dueAt ?? stoppedAt
        case .stopped: stoppedAt ?? breachedAt
        case .created: createdAt
        }
    }
}

/// How many clocks were met and breached, and how many are counted beside them, never among them (`SEMANTICS` 6).
public struct Attainment: Hashable, Sendable {
    /// Stopped in time.
    public var met = 0
    /// Unfinished when due, stopped since or not.
    public var breached = 0

    /// Of no clocks.
    public init() {}

    /// Clocks that attainment counts.
    public var eligible: Int { met + breached }

    /// Counts a clock that was met or breached.
    mutating func add(_ state: ClockState) {
        switch state {
        case .met: met += 1
        case .breached: breached += 1
        case .atRisk, .running, .paused, .notApplicable: break
        }
    }

    /// Adds the clocks of another part.
    public static func += (left: inout Attainment, right: Attainment) {
        left.met += right.met
        left.breached += right.breached
    }
}

/// How many clocks stand in each state at as-of, whatever the period.
public struct ClockStates: Hashable, Sendable {
    /// Clocks by `ClockState.rawValue`.
    public private(set) var counts = [Int](repeating: 0, count: ClockState.allCases.count)
    /// Unfinished clocks that are past due.
    public var overdue = 0

    /// Of no clocks.
    public init() {}

    /// How many clocks stand in a state.
    public subscript(state: ClockState) -> Int { counts[Int(state.rawValue)] }

    mutating func add(_ clock: ClockResult) {
        counts[Int(clock.state.rawValue)] += 1
        if clock.state == .breached && clock.stoppedAt == nil { overdue += 1 }
    }

    /// Adds the clocks of another part.
    public static func += (left: inout ClockStates, right: ClockStates) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
        left.overdue += right.overdue
    }
}
