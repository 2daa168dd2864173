import Testing
import TestSupport

@testable import ServiceDesk

struct TimeZoneRulesTests {
    private func at(_ text: String) -> Instant {
        guard case .instant(let instant) = InstantText.read(text) else { return .infinity }
        return instant
    }

    private func local(_ text: String) -> Int64 {
        guard case .local(let microseconds) = InstantText.read(text) else { return .min }
        return microseconds
    }

    @Test("A wall clock reading in a gap does not exist, in an overlap it is twice")
    func readings() {
        let london = SampleZones.london
        #expect(london.reading(localMicroseconds: local("2026-06-01T12:00")) == .once(at("2026-06-01T11:00Z")))
        #expect(london.reading(localMicroseconds: local("2026-03-29T01:00")) == .never(after: at("2026-03-29T01:00Z")))
        #expect(
            london.reading(localMicroseconds: local("2026-03-29T01:59:59")) == .never(after: at("2026-03-29T01:00Z")))
        #expect(london.reading(localMicroseconds: local("2026-03-29T02:00")) == .once(at("2026-03-29T01:00Z")))
        #expect(
            london.reading(localMicroseconds: local("2026-10-25T01:30"))
                == .twice(first: at("2026-10-25T00:30Z"), last: at("2026-10-25T01:30Z")))
        #expect(london.reading(localMicroseconds: local("2026-10-25T02:00")) == .once(at("2026-10-25T02:00Z")))
    }

    @Test("Lord Howe changes by half an hour")
    func halfHour() {
        let zone = SampleZones.lordHowe
        #expect(
            zone.reading(localMicroseconds: local("2026-04-05T01:45"))
                == .twice(first: at("2026-04-04T14:45Z"), last: at("2026-04-04T15:15Z")))
        #expect(zone.reading(localMicroseconds: local("2026-10-04T02:15")) == .never(after: at("2026-10-03T15:30Z")))
        #expect(zone.day(LocalDate(daysSinceEpoch: 20_548)).length == .hours(24) + .minutes(30))
    }

    @Test("Santiago's day begins at one o'clock in September, and its Saturday in April is 25 hours long")
    func midnightChanges() throws {
        let zone = SampleZones.santiago
        let september = try #require(LocalDate(year: 2026, month: 9, day: 6))
        #expect(zone.startOfDay(september) == at("2026-09-06T04:00Z"))
        #expect(zone.localDate(of: at("2026-09-06T03:59:59Z")) == september.adding(days: -1))
        let april = try #require(LocalDate(year: 2026, month: 4, day: 4))
        #expect(zone.day(april).length == .hours(25))
    }

    @Test("Apia's missing day is empty and begins where the next one does")
    func missingDay() throws {
        let zone = SampleZones.apia
        let missing = try #require(LocalDate(year: 2011, month: 12, day: 30))
        #expect(zone.startOfDay(missing) == at("2011-12-30T10:00Z"))
        #expect(zone.startOfDay(missing.adding(days: 1)) == at("2011-12-30T10:00Z"))
        #expect(zone.localDate(of: at("2011-12-30T09:59:59Z")) == missing.adding(days: -1))
        #expect(zone.localDate(of: at("2011-12-30T10:00Z")) == missing.adding(days: 1))
    }

    @Test("A midnight that is repeated begins its date the first time")
    func repeatedMidnight() throws {
        let zone = SampleZones.repeatedMidnight
        let date = try #require(LocalDate(year: 2026, month: 10, day: 25))
        #expect(zone.startOfDay(date) == at("2026-10-24T23:00Z"))
        #expect(
            zone.reading(localMicroseconds: local("2026-10-25T00:00"))
                == .twice(first: at("2026-10-24T23:00Z"), last: at("2026-10-25T00:00Z")))
    }

    @Test("The last 28 years repeat for ever, by the day of the week")
    func repeating() {
        let london = SampleZones.london
        // The last Sundays of March and October.
        #expect(london.offsetSeconds(at: at("2500-03-28T00:59:59Z")) == 0)
        #expect(london.offsetSeconds(at: at("2500-03-28T01:00:00Z")) == 3600)
        #expect(london.offsetSeconds(at: at("9999-10-31T00:59:59Z")) == 3600)
        #expect(london.offsetSeconds(at: at("9999-10-31T01:00:00Z")) == 0)
        #expect(london.reading(localMicroseconds: local("9999-03-28T01:30")) == .never(after: at("9999-03-28T01:00Z")))
    }

    @Test("Local dates and readings at the ends of the range do not trap")
    func extremes() {
        for zone in SampleZones.all {
            for microseconds in [Int64.min, .min + 1, .max - 1, .max] {
                let instant = Instant(microseconds: microseconds)
                _ = zone.day(zone.localDate(of: instant))
                _ = zone.reading(localMicroseconds: microseconds)
                _ = zone.offsetSeconds(at: instant)
            }
            for days in [Int32.min, .min + 1, -106_751_991, 106_751_991, .max - 1, .max] {
                _ = zone.day(LocalDate(daysSinceEpoch: days))
            }
        }
    }

    @Test("Every instant is what its own wall clock reads as, in each zone")
    func roundTrip() {
        var dice = CalendarDice(seed: 7)
        for zone in SampleZones.all {
            for _ in 0..<500 {
                let instant = Instant(
                    microseconds: Int64.random(in: -3_000_000_000_000_000...9_000_000_000_000_000, using: &dice))
                switch zone.reading(localMicroseconds: zone.localMicroseconds(at: instant)) {
                case .once(let only): #expect(only == instant)
                case .twice(let first, let last): #expect(first == instant || last == instant)
                case .never: Issue.record("\(zone.identifier) does not know \(instant.rfc3339)")
                }
                let day = zone.day(zone.localDate(of: instant))
                #expect(day.contains(instant) || zone.identifier == "Test/Repeated_Midnight")
            }
        }
    }

    @Test("Years of 28 that do not repeat are refused, and lists that do not fit")
    func refused() {
        #expect(TimeZoneRules(identifier: "x", transitions: [1], offsets: [0]) == nil)
        #expect(TimeZoneRules(identifier: "x", transitions: [2, 1], offsets: [0, 1, 2]) == nil)
        #expect(TimeZoneRules(identifier: "x", transitions: [], offsets: [0], repeatingYear: 2090) == nil)
    }
}

extension Period {
    fileprivate var length: TimeSpan { end - start }
}
