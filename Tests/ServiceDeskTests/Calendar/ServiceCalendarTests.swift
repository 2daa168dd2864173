import Testing
import TestSupport

@testable import ServiceDesk

/// What the specification says about calendars, sentence by sentence.
struct ServiceCalendarTests {
    private func hours(_ texts: String...) throws -> [WorkingInterval] {
        try texts.map { text in
            let ends = try text.split(separator: "-").map { try #require(TimeOfDay(String($0))) }
            return try #require(WorkingInterval(opens: ends[0], closes: ends[1]))
        }
    }

    private func date(_ text: String) throws -> LocalDate {
        let bytes = Array(text.utf8)
        guard case .date(let date) = InstantText.readDate(bytes.span) else { throw UnreadableTime(text: text) }
        return date
    }

    private struct UnreadableTime: Error { let text: String }

    private func at(_ text: String) throws -> Instant {
        guard case .instant(let instant) = InstantText.read(text) else { throw UnreadableTime(text: text) }
        return instant
    }

    private func daily(
        _ zone: TimeZoneRules, _ texts: String..., holidays: [Holiday] = [], special: [String: [String]] = [:],
        breaks: [String: [String]] = [:]
    ) throws -> ServiceCalendar {
        let intervals = try texts.flatMap { try hours($0) }
        let version = CalendarVersion(
            timeZone: zone, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, intervals) }),
            holidays: holidays,
            specialDays: try special.map {
                try SpecialDay(date: date($0.key), intervals: $0.value.flatMap { try hours($0) })
            },
            breaks: try breaks.map { try Break(date: date($0.key), intervals: $0.value.flatMap { try hours($0) }) })
        return ServiceCalendar(name: "test", versions: [version], horizon: 2026..<2027)
    }

    private func worked(_ calendar: ServiceCalendar, _ from: String, _ to: String) throws -> [String] {
        try calendar.workingIntervals(from: at(from), to: at(to)).map { "\($0.start.rfc3339)/\($0.end.rfc3339)" }
    }

    @Test("Round the clock is plain time")
    func roundTheClock() throws {
        let start = try at("2026-03-01T04:52:33.123456Z")
        #expect(ServiceCalendar.always.due(from: start, target: .hours(4)) == start + .hours(4))
        #expect(ServiceCalendar.always.due(from: start, target: .zero) == start)
        #expect(ServiceCalendar.always.elapsed(from: start, to: start + .hours(-3)) == .hours(-3))
        #expect(ServiceCalendar.always.isWorking(at: start))
        #expect(ServiceCalendar.always.hasWorkingTime)
        let last = Instant(microseconds: .max - 5)
        #expect(ServiceCalendar.always.due(from: last, target: TimeSpan(microseconds: 10)) == nil)
    }

    @Test("A target reached exactly at closing is due at closing, one microsecond more on the next morning")
    func closing() throws {
        let calendar = try daily(SampleZones.kolkata, "10:00-19:00")
        let opening = try at("2026-11-02T04:30:00Z")
        #expect(calendar.due(from: opening, target: .hours(9)) == (try at("2026-11-02T13:30:00Z")))
        let more = TimeSpan.hours(9) + TimeSpan(microseconds: 1)
        #expect(calendar.due(from: opening, target: more) == (try at("2026-11-03T04:30:00.000001Z")))
        #expect(calendar.due(from: opening, target: .hours(18)) == (try at("2026-11-03T13:30:00Z")))
    }

    @Test("Without a target due is the start while working, else the next opening; closing is not working")
    func noTarget() throws {
        let calendar = try daily(SampleZones.kolkata, "10:00-19:00")
        let next = try at("2026-11-03T04:30:00Z")
        #expect(calendar.due(from: try at("2026-11-02T12:00:00Z"), target: .zero) == (try at("2026-11-02T12:00:00Z")))
        #expect(calendar.due(from: try at("2026-11-02T13:30:00Z"), target: .zero) == next)
        #expect(
            calendar.due(from: try at("2026-11-02T13:29:59.999999Z"), target: .zero)?.rfc3339
                == "2026-11-02T13:29:59.999999Z")
        #expect(calendar.due(from: try at("2026-11-02T20:00:00Z"), target: .zero) == next)
        #expect(calendar.due(from: next, target: .zero) == next)
        #expect(calendar.nextOpening(after: try at("2026-11-02T13:30:00Z")) == next)
        #expect(calendar.isWorking(at: next))
        #expect(!calendar.isWorking(at: try at("2026-11-02T13:30:00Z")))
        #expect(!calendar.isWorking(at: next - TimeSpan(microseconds: 1)))
    }

    @Test("Elapsed of a reversed pair is as long with a minus")
    func reversed() throws {
        let calendar = try daily(SampleZones.kolkata, "10:00-19:00")
        let (early, late) = (try at("2026-11-02T00:00:00Z"), try at("2026-11-05T10:00:00Z"))
        #expect(calendar.elapsed(from: late, to: early) == -calendar.elapsed(from: early, to: late))
    }

    @Test("A holiday removes what came over from the day before, and leaves its own evening's morning after")
    func pastMidnight() throws {
        let sunday = try daily(SampleZones.kolkata, "22:00-06:00", holidays: [Holiday(.once(date("2026-11-08")))])
        #expect(
            try worked(sunday, "2026-11-07T12:00:00Z", "2026-11-09T12:00:00Z") == [
                "2026-11-07T16:30:00Z/2026-11-07T18:30:00Z", "2026-11-08T18:30:00Z/2026-11-09T00:30:00Z",
            ])
    }

    @Test("A special day's night spills beside the next date's week hours, unless that is a holiday or special")
    func specialSpill() throws {
        let free = try daily(TimeZoneRules.utc, "10:00-12:00", special: ["2026-11-07": ["20:00-04:00"]])
        #expect(
            try worked(free, "2026-11-07T00:00:00Z", "2026-11-09T00:00:00Z") == [
                "2026-11-07T20:00:00Z/2026-11-08T04:00:00Z", "2026-11-08T10:00:00Z/2026-11-08T12:00:00Z",
            ])
        let holiday = try daily(
            TimeZoneRules.utc, "10:00-12:00", holidays: [Holiday(.once(date("2026-11-08")))],
            special: ["2026-11-07": ["20:00-04:00"]])
        #expect(
            try worked(holiday, "2026-11-07T00:00:00Z", "2026-11-09T00:00:00Z")
                == ["2026-11-07T20:00:00Z/2026-11-08T00:00:00Z"])
        let special = try daily(
            TimeZoneRules.utc, "10:00-12:00", special: ["2026-11-07": ["20:00-04:00"], "2026-11-08": ["09:00-10:00"]])
        #expect(
            try worked(special, "2026-11-08T00:00:00Z", "2026-11-09T00:00:00Z")
                == ["2026-11-08T09:00:00Z/2026-11-08T10:00:00Z"])
    }

    @Test("A special day wins over a holiday, and a break over both; a break past midnight is two breaks")
    func precedence() throws {
        let calendar = try daily(
            TimeZoneRules.utc, "00:00-24:00", holidays: [Holiday(.yearly(month: 11, day: 7))],
            special: ["2026-11-07": ["10:00-24:00"]], breaks: ["2026-11-07": ["23:00-01:00", "12:00-13:00"]])
        #expect(
            try worked(calendar, "2026-11-07T00:00:00Z", "2026-11-09T00:00:00Z") == [
                "2026-11-07T10:00:00Z/2026-11-07T12:00:00Z", "2026-11-07T13:00:00Z/2026-11-07T23:00:00Z",
                "2026-11-08T01:00:00Z/2026-11-09T00:00:00Z",
            ])
    }

    @Test("A yearly holiday of 29 February applies in leap years only")
    func leapHoliday() throws {
        let calendar = try daily(TimeZoneRules.utc, "10:00-12:00", holidays: [Holiday(.yearly(month: 2, day: 29))])
        #expect(!calendar.isWorking(at: try at("2028-02-29T11:00:00Z")))
        #expect(calendar.isWorking(at: try at("2027-02-28T11:00:00Z")))
        #expect(calendar.isWorking(at: try at("2027-03-01T11:00:00Z")))
    }

    @Test("A day is 23 hours long when the clock goes forward and 25 when it goes back")
    func longAndShortDays() throws {
        let calendar = try daily(SampleZones.london, "00:00-24:00", holidays: [Holiday(.once(date("2026-01-01")))])
        #expect(
            calendar.elapsed(from: try at("2026-03-29T00:00:00Z"), to: try at("2026-03-29T23:00:00Z")) == .hours(23))
        #expect(
            calendar.elapsed(from: try at("2026-10-24T23:00:00Z"), to: try at("2026-10-26T00:00:00Z")) == .hours(25))
    }

    @Test("An opening or closing inside the gap moves to the first instant after it")
    func gap() throws {
        let opening = try daily(SampleZones.london, "01:30-03:00")
        #expect(
            try worked(opening, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z")
                == ["2026-03-29T01:00:00Z/2026-03-29T02:00:00Z"])
        let closing = try daily(SampleZones.london, "00:30-01:30")
        #expect(
            try worked(closing, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z")
                == ["2026-03-29T00:30:00Z/2026-03-29T01:00:00Z"])
        let inside = try daily(SampleZones.london, "01:15-01:45")
        #expect(try worked(inside, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z") == [])
    }

    @Test(
        "Of a repeated wall clock the first is the opening and the last the closing, and what comes to overlap merges")
    func overlap() throws {
        let calendar = try daily(SampleZones.london, "01:00-01:30", "01:45-05:00")
        #expect(
            try worked(calendar, "2026-10-24T23:00:00Z", "2026-10-25T12:00:00Z")
                == ["2026-10-25T00:00:00Z/2026-10-25T05:00:00Z"])
        let broken = try daily(SampleZones.london, "00:00-04:00", breaks: ["2026-10-25": ["01:15-01:30"]])
        #expect(
            try worked(broken, "2026-10-24T23:00:00Z", "2026-10-25T12:00:00Z")
                == ["2026-10-24T23:00:00Z/2026-10-25T04:00:00Z"])
    }

    @Test("A date that the zone skips has no working time")
    func missingDate() throws {
        let version = CalendarVersion(
            timeZone: SampleZones.apia, week: [.friday: try hours("00:00-24:00"), .saturday: try hours("10:00-11:00")])
        let calendar = ServiceCalendar(name: "apia", versions: [version], horizon: 2011..<2012)
        // 2011-12-30 would have been a Friday.
        #expect(
            try worked(calendar, "2011-12-25T00:00:00Z", "2012-01-01T00:00:00Z")
                == ["2011-12-30T20:00:00Z/2011-12-30T21:00:00Z"])
    }

    @Test("Versions give the hours of their own dates, also where they change the zone")
    func versions() throws {
        let old = CalendarVersion(
            lastDate: try date("2026-03-31"), timeZone: TimeZoneRules.utc, week: [.tuesday: try hours("22:00-06:00")])
        let new = CalendarVersion(
            firstDate: try date("2026-04-01"), timeZone: SampleZones.kolkata,
            week: [.tuesday: try hours("23:00-03:00"), .wednesday: try hours("10:00-11:00")])
        let calendar = ServiceCalendar(name: "moved", versions: [old, new], horizon: 2026..<2027)
        // 2026-03-31 is a Tuesday; what comes over to Wednesday is the new version's.
        #expect(
            try worked(calendar, "2026-03-31T00:00:00Z", "2026-04-02T00:00:00Z") == [
                "2026-03-31T18:30:00Z/2026-03-31T21:30:00Z", "2026-03-31T22:00:00Z/2026-04-01T00:00:00Z",
                "2026-04-01T04:30:00Z/2026-04-01T05:30:00Z",
            ])
    }

    @Test("When the working time ends there is no due instant, and at its very end there is")
    func endOfTime() throws {
        let version = CalendarVersion(
            timeZone: TimeZoneRules.utc, week: [:],
            specialDays: [SpecialDay(date: try date("2026-05-01"), intervals: try hours("10:00-12:00"))])
        let calendar = ServiceCalendar(name: "once", versions: [version], horizon: 2026..<2027)
        let start = try at("2026-01-01T00:00:00Z")
        #expect(calendar.due(from: start, target: .hours(2)) == (try at("2026-05-01T12:00:00Z")))
        #expect(calendar.due(from: start, target: .hours(2) + TimeSpan(microseconds: 1)) == nil)
        #expect(calendar.due(from: try at("2026-05-01T12:00:00Z"), target: .zero) == nil)
        #expect(calendar.hasWorkingTime)
        // The same from far outside of the tables.
        #expect(
            calendar.due(from: try at("0001-01-01T00:00:00Z"), target: .hours(1)) == (try at("2026-05-01T11:00:00Z")))
        #expect(calendar.due(from: try at("9999-01-01T00:00:00Z"), target: .zero) == nil)
    }

    @Test("A calendar without working time is known as such")
    func noWorkingTime() throws {
        #expect(!ServiceCalendar(name: "none", versions: []).hasWorkingTime)
        let closed = CalendarVersion(
            timeZone: TimeZoneRules.utc, week: [.monday: try hours("10:00-12:00")],
            holidays: (1...12).flatMap { month in (1...31).map { Holiday(.yearly(month: month, day: $0)) } })
        #expect(!ServiceCalendar(name: "holidays", versions: [closed], horizon: 2026..<2027).hasWorkingTime)
        let later = CalendarVersion(
            firstDate: try date("2300-01-01"), timeZone: TimeZoneRules.utc, week: [.monday: try hours("10:00-12:00")])
        #expect(ServiceCalendar(name: "later", versions: [later], horizon: 2026..<2027).hasWorkingTime)
    }

    @Test("Far outside of the tables the answers are those of a table that reaches there", arguments: SampleZones.all)
    func distant(_ zone: TimeZoneRules) throws {
        let version = CalendarVersion(
            timeZone: zone,
            week: [.monday: try hours("10:00-13:30", "14:00-19:00"), .saturday: try hours("22:00-06:00")],
            holidays: [Holiday(.yearly(month: 2, day: 29)), Holiday(.yearly(month: 12, day: 31))],
            specialDays: [SpecialDay(date: try date("2400-06-01"), intervals: try hours("08:00-20:00"))])
        let near = ServiceCalendar(name: "near", versions: [version], horizon: 2026..<2027)
        for years in [1195..<1200, 1899..<1902, 2399..<2402, 2998..<3001, 9995..<10_000] {
            let far = ServiceCalendar(name: "far", versions: [version], horizon: years)
            var dice = CalendarDice(seed: UInt64(years.lowerBound))
            let first = YearKind.firstDay(of: years.lowerBound) * 86_400_000_000
            let last = YearKind.firstDay(of: years.upperBound) * 86_400_000_000 - 86_400_000_000 * 30
            for _ in 0..<30 {
                let start = Instant(microseconds: Int64.random(in: first..<last, using: &dice))
                let end = Instant(microseconds: Int64.random(in: first..<last, using: &dice))
                let elapsed = near.elapsed(from: start, to: end)
                #expect(elapsed == far.elapsed(from: start, to: end))
                let target = TimeSpan.hours(Int64.random(in: 0...40, using: &dice))
                let due = try #require(near.due(from: start, target: target))
                #expect(due == far.due(from: start, target: target))
                #expect(near.elapsed(from: start, to: due) == target)
            }
            let sum = near.workingIntervals(from: Instant(microseconds: first), to: Instant(microseconds: last))
                .reduce(TimeSpan.zero) { $0 + ($1.end - $1.start) }
            #expect(sum == near.elapsed(from: Instant(microseconds: first), to: Instant(microseconds: last)))
        }
    }

    @Test("A target that ends exactly where a bucket of the tables ends is due at the closing")
    func bucketBoundary() throws {
        // 2^16 seconds a day: after 2^14 days the business time is a multiple of every bucket length near it.
        let version = CalendarVersion(
            timeZone: .utc,
            week: Dictionary(uniqueKeysWithValues: try Weekday.allCases.map { ($0, try hours("00:00-18:12:16")) }))
        let calendar = ServiceCalendar(name: "binary", versions: [version])
        let start = try at("1970-01-01T00:00:00Z")
        for days in [1, 4096, 8192, 16_384, 32_768] as [Int64] {
            let due = Instant.seconds((days - 1) * 86_400 + 65_536)
            #expect(calendar.due(from: start, target: .seconds(days * 65_536)) == due)
        }
    }

    @Test("A target that ends exactly where four hundred years end is due at their last closing")
    func cycleBoundary() throws {
        let calendar = try daily(TimeZoneRules.utc, "10:00-19:00")
        // The tables end with 2026, and sixty-one years of models follow.
        for (start, due) in [
            ("2088-01-01T00:00:00Z", "2487-12-31T19:00:00Z"), ("2088-01-01T10:00:00Z", "2487-12-31T19:00:00Z"),
            ("1538-01-01T00:00:00Z", "1937-12-31T19:00:00Z"), ("2488-01-01T00:00:00Z", "2887-12-31T19:00:00Z"),
        ] {
            #expect(calendar.due(from: try at(start), target: .hours(9 * 146_097))?.rfc3339 == due)
        }
        #expect(
            calendar.due(from: try at("1137-12-31T19:00:00Z"), target: .hours(9 * 146_097))?.rfc3339
                == "1537-12-31T19:00:00Z")
    }

    @Test("The ends of the range of instants neither trap nor lie")
    func extremes() throws {
        let calendar = try daily(SampleZones.london, "09:00-17:00")
        let day: Int64 = 86_400_000_000
        let ends: [Int64] = [.min, .min + 1, .min + day, -1, 0, 1, .max - day, .max - 1, .max]
        let instants = ends.map { Instant(microseconds: $0) }
        for start in instants {
            for end in instants {
                #expect(calendar.elapsed(from: start, to: end) == -calendar.elapsed(from: end, to: start))
                #expect(start > end || calendar.elapsed(from: start, to: end) >= .zero)
            }
            let targets: [Int64] = [.min, -1, 0, 1, 1_000_000, .max]
            for target in targets {
                let span = TimeSpan(microseconds: target)
                guard let due = calendar.due(from: start, target: span) else { continue }
                #expect(due >= start)
                #expect(target <= 0 || calendar.elapsed(from: start, to: due) == span)
            }
            _ = calendar.isWorking(at: start)
            #expect(calendar.workingIntervals(from: start, to: start) == [])
        }
        #expect(calendar.due(from: .infinity, target: .hours(1)) == nil)
        #expect(calendar.due(from: .negativeInfinity, target: .hours(1)) == nil)
    }

    @Test("Every tiny week agrees with the oracle")
    func tinyWeeks() throws {
        // Two intervals of quarters around midnight and a change of the clocks, on two days, with or without a holiday.
        let zone = SampleZones.repeatedMidnight
        let choices: [[WorkingInterval]] = [
            [], try hours("00:00-00:15"), try hours("23:00-00:15"), try hours("23:15-24:00"), try hours("00:00-24:00"),
            try hours("00:15-00:45", "23:30-23:45"), try hours("01:00-02:15"),
        ]
        let (first, last) = (try date("2026-10-22"), try date("2026-10-28"))
        for saturday in choices {
            for sunday in choices {
                for holidays in [
                    [], [Holiday(.once(try date("2026-10-25")))], [Holiday(.once(try date("2026-10-24")))],
                ] {
                    let version = CalendarVersion(
                        timeZone: zone, week: [.saturday: saturday, .sunday: sunday], holidays: holidays)
                    let calendar = ServiceCalendar(name: "tiny", versions: [version], horizon: 2026..<2027)
                    let oracle = CalendarOracle([version], from: first, to: last)
                    let from = try at("2026-10-23T00:00:00Z")
                    let to = try at("2026-10-27T00:00:00Z")
                    #expect(calendar.workingIntervals(from: from, to: to) == oracle.intervals)
                    for quarter in stride(from: Int64(0), to: 96 * 2, by: 3) {
                        let start = try at("2026-10-24T12:00:00Z") + .minutes(15 * quarter)
                        #expect(calendar.elapsed(from: start, to: to) == oracle.elapsed(from: start, to: to))
                        for target in [TimeSpan.zero, .minutes(15), .minutes(40)] {
                            guard let due = oracle.due(from: start, target: target) else { continue }
                            #expect(calendar.due(from: start, target: target) == due)
                        }
                    }
                }
            }
        }
    }
}
