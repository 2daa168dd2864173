/// The offsets of one time zone over the years, as a value that is handed in: the core reads no time zone data itself.
public struct TimeZoneRules: Hashable, Sendable {
    /// The zone's IANA name, such as `Asia/Kolkata`.
    public let identifier: String
    /// Instants at which the offset changes, in seconds since 1970-01-01T00:00Z, ascending.
    public let transitions: [Int64]
    /// Seconds east of UTC: `offsets[i]` holds before `transitions[i]`, the last one after the last transition.
    public let offsets: [Int]
    /// The first of the 28 years whose changes repeat for ever; nil when the last offset holds for ever.
    public let repeatingYear: Int?
    /// The second from which on a year is read as one of the 28 years.
    private let repeatsFrom: Int64

    /// The rules with the given changes, or nil when they do not fit together.
    ///
    /// Of a zone that changes its clocks every year the transitions need only reach to the end of 28 years from
    /// `repeatingYear` on: after them each year has the changes of the year among them that begins on the same day of
    /// the week and is leap or not as it is. The 28 years must not contain a year that is divisible by 100.
    public init?(identifier: String, transitions: [Int64], offsets: [Int], repeatingYear: Int? = nil) {
        guard offsets.count == transitions.count + 1 else { return nil }
        guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        if let repeatingYear {
            guard (repeatingYear...repeatingYear + 27).allSatisfy({ $0 % 100 != 0 }) else { return nil }
        }
        self.init(identifier: identifier, changes: transitions, offsets: offsets, repeatingYear: repeatingYear)
    }

    /// A zone that never changes its offset.
    public init(identifier: String, fixedOffsetSeconds: Int) {
        self.init(identifier: identifier, changes: [], offsets: [fixedOffsetSeconds], repeatingYear: nil)
    }

    private init(identifier: String, changes: [Int64], offsets: [Int], repeatingYear: Int?) {
        self.identifier = identifier
        transitions = changes
        self.offsets = offsets
        self.repeatingYear = repeatingYear
        let end = repeatingYear.flatMap { LocalDate(year: $0 + 28, month: 1, day: 1) }
        repeatsFrom = end.map { Int64($0.daysSinceEpoch) * 86_400 } ?? Int64.max
    }

    /// Coordinated Universal Time.
    public static let utc = TimeZoneRules(identifier: "UTC", fixedOffsetSeconds: 0)

    /// Seconds east of UTC in force at an instant. O(log of the number of transitions).
    public func offsetSeconds(at instant: Instant) -> Int {
        guard !transitions.isEmpty else { return offsets[0] }
        let second = instant.flooredSeconds
        return offsets[transitionIndex(after: second - shift(of: second))]
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

    /// How many seconds later a second lies than the one whose rules apply to it.
    private func shift(of second: Int64) -> Int64 {
        guard second >= repeatsFrom, let repeatingYear else { return 0 }
        let days = second.flooredDivision(by: 86_400).quotient
        let year = LocalDate(daysSinceEpoch: Int32(clamping: days)).civil.year
        let model = YearKind(of: year).firstYear(from: repeatingYear)
        return (YearKind.firstDay(of: year) - YearKind.firstDay(of: model)) * 86_400
    }

    /// The offset in force during the whole of the range of seconds, when it does not change inside.
    func constantOffset(from start: Int64, to end: Int64) -> Int? {
        guard !transitions.isEmpty else { return offsets[0] }
        let shift = shift(of: start)
        let index = transitionIndex(after: start - shift)
        return index == transitions.count || end - shift <= transitions[index] ? offsets[index] : nil
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

    /// What the wall clock reading `microseconds` (since 1970-01-01T00:00 of the wall clock) means; an instant beyond
    /// the range is an infinity.
    public func reading(localMicroseconds: Int64) -> Reading {
        let (second, fraction) = localMicroseconds.flooredDivision(by: 1_000_000)
        let shift = shift(of: second)
        func instant(_ second: Int64) -> Instant {
            .seconds(second + shift) + TimeSpan(microseconds: fraction)
        }
        switch reading(second: second - shift) {
        case .once(let only): return .once(instant(only))
        case .twice(let first, let last): return .twice(first: instant(first), last: instant(last))
        case .never(let after): return .never(after: .seconds(after + shift))
        }
    }

    private enum SecondReading {
        case once(Int64)
        case twice(Int64, Int64)
        case never(Int64)
    }

    private func reading(second: Int64) -> SecondReading {
        // No offset is beyond a day and a half, so every reading of this clock lies within these transitions.
        let from = transitionIndex(after: second - 129_600)
        let to = transitionIndex(after: second + 129_600)
        var found: [Int64] = []
        for index in from...to {
            let candidate = second - Int64(offsets[index])
            let begins = index == 0 || transitions[index - 1] <= candidate
            let ends = index == transitions.count || candidate < transitions[index]
            if begins && ends { found.append(candidate) }
        }
        if let first = found.first, let last = found.last { return first == last ? .once(first) : .twice(first, last) }
        for index in from..<to where second - Int64(offsets[index]) >= transitions[index] {
            if second - Int64(offsets[index + 1]) < transitions[index] { return .never(transitions[index]) }
        }
        return .once(second - Int64(offsets[to]))
    }

    /// The first instant at which the wall clock shows a second, or the first after the gap that skips it.
    func firstInstant(of localSecond: Int64) -> Instant {
        switch reading(localMicroseconds: Instant.seconds(localSecond).microseconds) {
        case .once(let instant), .twice(let instant, _), .never(let instant): instant
        }
    }

    /// The last instant at which the wall clock shows a second, or the first after the gap that skips it.
    func lastInstant(of localSecond: Int64) -> Instant {
        switch reading(localMicroseconds: Instant.seconds(localSecond).microseconds) {
        case .once(let instant), .twice(_, let instant), .never(let instant): instant
        }
    }

    /// The first instant of a local date.
    public func startOfDay(_ date: LocalDate) -> Instant {
        guard date.isFinite else { return date == .infinity ? .infinity : .negativeInfinity }
        let (local, overflow) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: 86_400_000_000)
        // Dates further away than the range of an instant.
        guard !overflow, abs(local) < Int64.max - 200_000_000_000 else {
            return date.daysSinceEpoch < 0 ? .negativeInfinity : .infinity
        }
        return firstInstant(of: local / 1_000_000)
    }

    /// The half-open span of a local date.
    public func day(_ date: LocalDate) -> Period {
        Period(start: startOfDay(date), end: startOfDay(date.adding(days: 1)))
    }

    /// The years outside of which the clocks repeat themselves: before the first year the offset is constant, from the
    /// end on it is constant or changes in each year as in any other year of its kind.
    var unlikeYears: Range<Int>? {
        guard let first = transitions.first, let last = transitions.last else { return nil }
        func year(_ second: Int64) -> Int {
            LocalDate(daysSinceEpoch: Int32(clamping: second.flooredDivision(by: 86_400).quotient)).civil.year
        }
        let end = repeatingYear ?? (year(last) + 2)
        return min(year(first) - 1, end)..<end
    }
}

/// What decides on which days of the week a year's dates fall: the day it begins on, and whether it is leap.
struct YearKind: Hashable {
    private let firstWeekday: Weekday
    private let isLeap: Bool

    init(of year: Int) {
        firstWeekday = LocalDate(daysSinceEpoch: Int32(clamping: YearKind.firstDay(of: year))).weekday
        isLeap = LocalDate.isLeap(year)
    }

    /// The first year of this kind from a year on. Any 28 years have all fourteen kinds, unless they contain a year
    /// divisible by 100; any 60 years have them in any case.
    func firstYear(from start: Int) -> Int {
        (start..<start + 60).first { YearKind(of: $0) == self } ?? start
    }

    /// Days from 1970-01-01 to the first of January.
    static func firstDay(of year: Int) -> Int64 {
        let before = year - 1
        func floored(_ divisor: Int) -> Int { before >= 0 ? before / divisor : (before - divisor + 1) / divisor }
        return Int64(365 * before + floored(4) - floored(100) + floored(400) - 719_162)
    }
}

extension Instant {
    /// Whole seconds since the epoch, rounded towards minus infinity.
    var flooredSeconds: Int64 { microseconds.flooredDivision(by: 1_000_000).quotient }

    /// The point so many seconds after the epoch; beyond the range it is the infinity on that side.
    static func seconds(_ seconds: Int64) -> Instant {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard overflow else { return Instant(microseconds: product) }
        return seconds < 0 ? .negativeInfinity : .infinity
    }
}

extension Int64 {
    /// Quotient and remainder of a division that rounds towards minus infinity.
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
