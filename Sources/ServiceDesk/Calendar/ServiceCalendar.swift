/// Working hours with holidays: when business time passes.
///
/// A calendar is what was said (`versions`), read as real time (`WorkingTime`), summed up (`BusinessTime`). The two
/// questions of every SLA are then one addition apart: `elapsed` is a difference of sums, `due` is the instant at which
/// the sum has grown by the target.
///
/// ```swift
/// let office = ServiceCalendar(
///     name: "office",
///     versions: [CalendarVersion(timeZone: kolkata, week: [.monday: [tenToSeven]])])
/// let due = office.due(from: created, target: .hours(4))
/// ```
///
/// Both take constant time within the calendar's horizon, usually 1970 to 2100, whatever the calendar has in it; outside
/// of it the answers are exact too, some microseconds later.
public struct ServiceCalendar: Sendable {
    /// Its name in the policy file.
    public let name: String
    /// The arrangements of hours, no two of which are in force on one date; none round the clock.
    public let versions: [CalendarVersion]
    /// Whether it is the built-in calendar that never closes: its business time is plain time.
    public let isAlways: Bool
    private let sums: BusinessTime

    /// Round the clock, every day; built in.
    public static let always = ServiceCalendar(name: "24x7")

    private init(name: String) {
        self.name = name
        versions = []
        isAlways = true
        sums = BusinessTime(hours: WorkingTime(versions: []), horizon: 1970..<1971)
    }

    /// The calendar of the given arrangements.
    public init(name: String, versions: [CalendarVersion]) {
        self.init(name: name, versions: versions, horizon: ServiceCalendar.usualHorizon)
    }

    /// The calendar with constant-time answers in the given years of UTC.
    init(name: String, versions: [CalendarVersion], horizon: Range<Int>) {
        self.name = name
        self.versions = versions
        isAlways = false
        sums = BusinessTime(hours: WorkingTime(versions: versions), horizon: horizon)
    }

    /// The years in which tickets usually lie.
    static let usualHorizon = 1970..<2100

    /// Whether there is any working time at all; a policy refuses a calendar without.
    public var hasWorkingTime: Bool { isAlways || sums.isEver }

    /// The business time from one instant to another; negative, and as long, when `end` is before `start`. An infinity
    /// counts as the end of the range of instants.
    public func elapsed(from start: Instant, to end: Instant) -> TimeSpan {
        guard !isAlways else { return end - start }
        return TimeSpan(microseconds: sums.business(until: end.microseconds))
            - TimeSpan(microseconds: sums.business(until: start.microseconds))
    }

    /// The first instant at which the business time since `start` has reached `target`.
    ///
    /// A target that is reached exactly at a closing is due at that closing, not at the next opening. Without a target
    /// (zero, or less) it is `start` itself when somebody works then, else the next opening. Nil when the working time
    /// ends before, and for an infinite `start`.
    public func due(from start: Instant, target: TimeSpan) -> Instant? {
        guard start.isFinite else { return nil }
        guard !isAlways else {
            let due = start + max(target, .zero)
            return due.isFinite ? due : nil
        }
        let used = sums.business(until: start.microseconds)
        // Before the first microsecond that is worked after `start` comes `start`, or the opening.
        guard target > .zero else { return sums.instant(of: used &+ 1).map { Instant(microseconds: $0 - 1) } }
        let (business, overflow) = used.addingReportingOverflow(target.microseconds)
        return overflow ? nil : sums.instant(of: business).map(Instant.init(microseconds:))
    }

    /// The first instant from which `span` of business time passes until `instant`; nil where there is not so much.
    public func instant(before instant: Instant, by span: TimeSpan) -> Instant? {
        guard instant.isFinite else { return nil }
        guard !isAlways else {
            let earlier = instant - span
            return earlier.isFinite ? earlier : nil
        }
        let (business, overflow) = sums.business(until: instant.microseconds)
            .subtractingReportingOverflow(span.microseconds)
        return overflow ? nil : sums.instant(of: business).map(Instant.init(microseconds:))
    }

    /// Whether somebody works: from each opening up to, not including, the closing.
    public func isWorking(at instant: Instant) -> Bool {
        guard instant.isFinite else { return false }
        guard !isAlways else { return true }
        return sums.business(until: instant.microseconds + 1) > sums.business(until: instant.microseconds)
    }

    /// The first instant from `instant` on at which somebody works: itself, or the next opening; nil when there is none.
    public func nextOpening(after instant: Instant) -> Instant? { due(from: instant, target: .zero) }

    /// The working intervals inside a period of time, in order; they neither overlap nor touch.
    public func workingIntervals(from start: Instant, to end: Instant) -> [Period] {
        guard start < end else { return [] }
        return isAlways
            ? [Period(start: start, end: end)] : WorkingTime(versions: versions).intervals(from: start, to: end)
    }
}

/// The real time inside the working hours of all versions.
struct WorkingTime: Sendable {
    let versions: [CalendarVersion]

    /// The intervals inside a period of time, in order, merged where they overlap or touch.
    func intervals(from start: Instant, to end: Instant) -> [Period] {
        // Two days to each side, for no date begins or ends further from its place in UTC.
        let firstDay = Int32(clamping: start.microseconds.flooredDivision(by: 86_400_000_000).quotient - 2)
        let lastDay = Int32(clamping: end.microseconds.flooredDivision(by: 86_400_000_000).quotient + 2)
        var intervals: [Period] = []
        for version in versions { version.appendIntervals(from: firstDay, through: lastDay, to: &intervals) }
        var clipped = merged(intervals)
        clipped.removeAll { $0.end <= start || end <= $0.start }
        if let first = clipped.first { clipped[0] = Period(start: max(first.start, start), end: first.end) }
        if let last = clipped.last {
            clipped[clipped.count - 1] = Period(start: last.start, end: min(last.end, end))
        }
        return clipped
    }

    /// The working time inside a period, in microseconds.
    func length(from start: Instant, to end: Instant) -> Int64 {
        intervals(from: start, to: end).reduce(0) { $0 &+ ($1.end.microseconds &- $1.start.microseconds) }
    }

    private func merged(_ intervals: [Period]) -> [Period] {
        var merged: [Period] = []
        merged.reserveCapacity(intervals.count)
        // Nearly always in order already: repeated midnights and versions in another order than that of time are not.
        let ordered = zip(intervals, intervals.dropFirst()).allSatisfy { $0.start <= $1.start }
        for interval in ordered ? intervals : intervals.sorted(by: { $0.start < $1.start }) {
            if let last = merged.last, interval.start <= last.end {
                merged[merged.count - 1] = Period(start: last.start, end: max(last.end, interval.end))
            } else {
                merged.append(interval)
            }
        }
        return merged
    }

    /// The years of UTC outside of which every year is like any other of its kind, to the second.
    var unlikeYears: Range<Int> {
        var years: [Int] = []
        for version in versions {
            if let unlike = version.timeZone.unlikeYears { years += [unlike.lowerBound, unlike.upperBound] }
            for date in version.singledOutDates where date.isFinite {
                years += [date.civil.year - 1, date.civil.year + 2]
            }
        }
        guard let first = years.min(), let last = years.max() else { return 2000..<2000 }
        return first..<last
    }
}
