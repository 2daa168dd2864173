import Testing
import TestSupport

@testable import ServiceDesk

/// Random calendars against the slow oracle: a failure names its seed.
struct RandomCalendarTests {
    /// The first of March 2026 and the dates around that calendars and questions fall on: both changes of the clocks,
    /// and the missing day of Apia in a world of its own.
    private static func span(of zone: TimeZoneRules) -> (first: LocalDate, days: Int) {
        zone.identifier == "Pacific/Apia" ? (date(2011, 12, 20), 25) : (date(2026, 3, 1), 260)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
        LocalDate(year: year, month: month, day: day) ?? LocalDate(daysSinceEpoch: 0)
    }

    /// A calendar of quarters of an hour, with exceptions near the changes of the clocks.
    private static func version(_ zone: TimeZoneRules, _ dice: inout CalendarDice) -> CalendarVersion {
        let (first, days) = span(of: zone)
        func time(_ dice: inout CalendarDice, upTo last: Int) -> TimeOfDay {
            TimeOfDay(seconds: Int.random(in: 0...last, using: &dice) * 900) ?? .midnight
        }
        func intervals(_ dice: inout CalendarDice) -> [WorkingInterval] {
            (0..<Int.random(in: 0...3, using: &dice)).compactMap { _ in
                WorkingInterval(opens: time(&dice, upTo: 95), closes: time(&dice, upTo: 96))
            }
        }
        func randomDate(_ dice: inout CalendarDice) -> LocalDate {
            // Half of the exceptions on days at which some zone changes its clocks.
            let changes = [28, 29, 35, 7, 8, 189, 190, 217, 238, 239, 245].filter { $0 < days }
            let change = (changes.randomElement(using: &dice) ?? 0) + Int.random(in: -1...1, using: &dice)
            return first.adding(days: Bool.random(using: &dice) ? change : Int.random(in: 0..<days, using: &dice))
        }
        var week: [Weekday: [WorkingInterval]] = [:]
        for day in Weekday.allCases { week[day] = intervals(&dice) }
        let holidays = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
            let date = randomDate(&dice)
            let yearly = Holiday.Day.yearly(month: date.civil.month, day: date.civil.day)
            return Holiday(Bool.random(using: &dice) ? yearly : .once(date))
        }
        var specialDays: [LocalDate: [WorkingInterval]] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &dice) { specialDays[randomDate(&dice)] = intervals(&dice) }
        let breaks = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
            Break(date: randomDate(&dice), intervals: intervals(&dice))
        }
        return CalendarVersion(
            timeZone: zone, week: week, holidays: holidays,
            specialDays: specialDays.map { SpecialDay(date: $0.key, intervals: $0.value) }, breaks: breaks)
    }

    private static func versions(_ zone: TimeZoneRules, _ dice: inout CalendarDice) -> [CalendarVersion] {
        let one = version(zone, &dice)
        guard Int.random(in: 0..<4, using: &dice) == 0 else { return [one] }
        let other = version(SampleZones.all.randomElement(using: &dice) ?? zone, &dice)
        let (first, days) = span(of: zone)
        let seam = first.adding(days: Int.random(in: 0..<days, using: &dice))
        return [one.valid(until: seam), other.valid(from: seam.adding(days: Int.random(in: 1...3, using: &dice)))]
    }

    @Test("Intervals, elapsed and due agree with the oracle", arguments: SampleZones.all.map(\.identifier))
    func agreesWithTheOracle(_ identifier: String) throws {
        let zone = try #require(SampleZones.all.first { $0.identifier == identifier })
        let (first, days) = Self.span(of: zone)
        for seed in UInt64(1)...40 {
            var dice = CalendarDice(seed: seed)
            let versions = Self.versions(zone, &dice)
            // A horizon that begins or ends inside the dates now and then makes the exact path meet the tables.
            let horizon = [2026..<2027, 2026..<2040, 2000..<2026, 2005..<2012, 2011..<2027].randomElement(using: &dice)
            let calendar = ServiceCalendar(name: "random", versions: versions, horizon: horizon ?? 2026..<2027)
            let oracle = CalendarOracle(versions, from: first.adding(days: -3), to: first.adding(days: days + 3))
            let from = Instant.seconds(Int64(first.daysSinceEpoch) * 86_400)
            let to = Instant.seconds(Int64(first.daysSinceEpoch + Int32(days)) * 86_400)
            #expect(
                calendar.workingIntervals(from: from, to: to) == oracle.intervals.compactMap { $0.clipped(from, to) },
                "seed \(seed)")
            for _ in 0..<40 {
                check(calendar, oracle, in: from..<to, "seed \(seed)", &dice)
            }
        }
    }

    private func check(
        _ calendar: ServiceCalendar, _ oracle: CalendarOracle, in range: Range<Instant>, _ seed: Testing.Comment,
        _ dice: inout CalendarDice
    ) {
        func instant() -> Instant {
            if Bool.random(using: &dice), let interval = oracle.intervals.randomElement(using: &dice) {
                let boundary = Bool.random(using: &dice) ? interval.start : interval.end
                let near = boundary + TimeSpan(microseconds: Int64.random(in: -1...1, using: &dice))
                return min(max(near, range.lowerBound), range.upperBound)
            }
            let bounds = range.lowerBound.microseconds...range.upperBound.microseconds
            return Instant(microseconds: Int64.random(in: bounds, using: &dice))
        }
        let start = instant()
        let end = instant()
        let worked = calendar.elapsed(from: start, to: end)
        #expect(worked == oracle.elapsed(from: start, to: end), seed)
        #expect(calendar.isWorking(at: start) == oracle.isWorking(at: start), seed)
        // The oracle's list ends with the dates, the calendar does not: ask only for what is worked before the end.
        let rest = oracle.elapsed(from: start, to: range.upperBound)
        let target = TimeSpan(microseconds: Int64.random(in: 0...max(rest.microseconds, 1), using: &dice))
        for target in [target, worked, .zero, rest] where target >= .zero && target <= rest {
            guard let due = oracle.due(from: start, target: target), due <= range.upperBound else { continue }
            #expect(calendar.due(from: start, target: target) == due, seed)
            #expect(calendar.elapsed(from: start, to: due) == target, seed)
        }
        let middle = instant()
        #expect(calendar.elapsed(from: start, to: middle) + calendar.elapsed(from: middle, to: end) == worked, seed)
    }
}

extension Period {
    fileprivate func clipped(_ from: Instant, _ to: Instant) -> Period? {
        let clipped = Period(start: max(start, from), end: min(end, to))
        return clipped.start < clipped.end ? clipped : nil
    }
}

extension CalendarVersion {
    fileprivate func valid(from: LocalDate? = nil, until: LocalDate? = nil) -> CalendarVersion {
        CalendarVersion(
            firstDate: from, lastDate: until, timeZone: timeZone, week: week, holidays: holidays,
            specialDays: specialDays, breaks: breaks)
    }
}
