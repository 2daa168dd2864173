/// The offsets of one time zone over the years, as a value that is handed in: the core reads no time zone data itself.
public struct TimeZoneRules: Hashable, Sendable {
    /// The zone's IANA name, such as `Asia/Kolkata`.
    public let identifier: String
    /// Instants at which the offset changes, in seconds since 1970-01-01T00:00Z, ascending.
    public let transitions: [Int64]
    /// Seconds east of UTC: `offsets[i]` holds before `transitions[i]`, the last one after the last transition.
    public let offsets: [Int]

    /// The rules with the given changes, or nil when the two lists do not fit together.
    public init?(identifier: String, transitions: [Int64], offsets: [Int]) {
        guard offsets.count == transitions.count + 1 else { return nil }
        guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        self.identifier = identifier
        self.transitions = transitions
        self.offsets = offsets
    }

    /// A zone that never changes its offset.
    public init(identifier: String, fixedOffsetSeconds: Int) {
        self.identifier = identifier
        transitions = []
        offsets = [fixedOffsetSeconds]
    }

    /// Coordinated Universal Time.
    public static let utc = TimeZoneRules(identifier: "UTC", fixedOffsetSeconds: 0)

    /// Seconds east of UTC in force at an instant. O(log of the number of transitions).
    public func offsetSeconds(at instant: Instant) -> Int {
        guard !transitions.isEmpty else { return offsets[0] }
        return offsets[transitionIndex(after: instant.flooredSeconds)]
    }

    /// How many transitions lie at or before the second.
    func transitionIndex(after second: Int64) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The wall clock at an instant, in microseconds since 1970-01-01T00:00 of the wall clock.
    public func localMicroseconds(at instant: Instant) -> Int64 {
        (instant + TimeSpan.seconds(Int64(offsetSeconds(at: instant)))).microseconds
    }

    /// The local date at an instant; an infinite instant has an infinite date.
    public func localDate(of instant: Instant) -> LocalDate {
        guard instant.isFinite else { return instant == .infinity ? .infinity : .negativeInfinity }
        let (days, _) = localMicroseconds(at: instant).flooredDivision(by: 86_400_000_000)
        return LocalDate(daysSinceEpoch: Int32(clamping: days))
    }

    /// What a wall clock reading means in this zone.
    public enum Reading: Hashable, Sendable {
        /// The clock shows it once.
        case once(Instant)
        /// The clock shows it twice, because it was put back.
        case twice(first: Instant, last: Instant)
        /// The clock never shows it, because it was put forward; the first instant after the gap.
        case never(after: Instant)
    }

    /// What the wall clock reading `microseconds` (since 1970-01-01T00:00 of the wall clock) means.
    public func reading(localMicroseconds: Int64) -> Reading {
        let (second, fraction) = localMicroseconds.flooredDivision(by: 1_000_000)
        func instant(_ offset: Int) -> Instant {
            Instant(microseconds: (second - Int64(offset)) * 1_000_000 + fraction)
        }
        // No offset is beyond a day and a half, so every reading of this clock lies within these transitions.
        let from = transitionIndex(after: second - 129_600)
        let to = transitionIndex(after: second + 129_600)
        var found: [Instant] = []
        for index in from...to {
            let candidate = second - Int64(offsets[index])
            let begins = index == 0 || transitions[index - 1] <= candidate
            let ends = index == transitions.count || candidate < transitions[index]
            if begins && ends { found.append(instant(offsets[index])) }
        }
        if let first = found.first, let last = found.last {
            return first == last ? .once(first) : .twice(first: first, last: last)
        }
        for index in from..<to where second - Int64(offsets[index]) >= transitions[index] {
            if second - Int64(offsets[index + 1]) < transitions[index] {
                return .never(after: Instant(microseconds: transitions[index] * 1_000_000))
            }
        }
        return .once(instant(offsets[to]))
    }

    /// The first instant of a local date.
    public func startOfDay(_ date: LocalDate) -> Instant {
        guard date.isFinite else { return date == .infinity ? .infinity : .negativeInfinity }
        let (local, overflow) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: 86_400_000_000)
        // Dates further away than the range of an instant.
        guard !overflow, abs(local) < Int64.max - 200_000_000_000 else {
            return date.daysSinceEpoch < 0 ? .negativeInfinity : .infinity
        }
        switch reading(localMicroseconds: local) {
        case .once(let instant), .twice(let instant, _), .never(let instant): return instant
        }
    }

    /// The half-open span of a local date.
    public func day(_ date: LocalDate) -> Period {
        Period(start: startOfDay(date), end: startOfDay(date.adding(days: 1)))
    }
}

extension Instant {
    /// Whole seconds since the epoch, rounded towards minus infinity.
    var flooredSeconds: Int64 { microseconds.flooredDivision(by: 1_000_000).quotient }
}

extension Int64 {
    /// Quotient and remainder of a division that rounds towards minus infinity.
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
