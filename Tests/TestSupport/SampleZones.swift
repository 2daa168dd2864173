public import ServiceDesk

/// Zones whose changes are worked out from their rules, so that tests of the core need no time zone data.
public enum SampleZones {
    /// India: no changes in our time.
    public static let kolkata = TimeZoneRules(identifier: "Asia/Kolkata", fixedOffsetSeconds: 19_800)

    /// The last Sundays of March and October, at one o'clock UTC.
    public static let london = yearly("Europe/London", standard: 0, summer: 3600) { year in
        (sunday(year, 3, onOrAfter: 25) + 3600, sunday(year, 10, onOrAfter: 25) + 3600)
    }

    /// The second Sunday of March and the first of November, at two o'clock on the wall.
    public static let newYork = yearly("America/New_York", standard: -18_000, summer: -14_400) { year in
        (sunday(year, 3, onOrAfter: 8) + 7 * 3600, sunday(year, 11, onOrAfter: 1) + 6 * 3600)
    }

    /// Half an hour only, and the southern way round: summer time is left in April and entered in October.
    public static let lordHowe = southern("Australia/Lord_Howe", standard: 37_800, summer: 39_600) { year in
        (sunday(year, 4, onOrAfter: 1) - 9 * 3600, sunday(year, 10, onOrAfter: 1) - 8 * 3600 - 1800)
    }

    /// Changes at midnight: the day in September begins at one o'clock, the Saturday in April repeats its last hour.
    public static let santiago = southern("America/Santiago", standard: -14_400, summer: -10_800) { year in
        (sunday(year, 4, onOrAfter: 2) + 3 * 3600, sunday(year, 9, onOrAfter: 2) + 4 * 3600)
    }

    /// Crosses the date line at the end of 2011-12-29: the next date is skipped.
    public static let apia = zone(
        "Pacific/Apia", [(day(2011, 12, 30) + 10 * 3600, 50_400)], before: -36_000)

    /// Put back from a minute past midnight to a minute past eleven: the midnight itself is repeated.
    public static let repeatedMidnight = zone(
        "Test/Repeated_Midnight",
        [(day(2026, 3, 29) + 3600, 3600), (day(2026, 10, 25) - 3600 + 900, 0)], before: 0)

    /// All of them.
    public static let all = [kolkata, london, newYork, lordHowe, santiago, apia, repeatedMidnight, .utc]

    /// A zone with changes in 1980 to 2128, of which the last 28 years repeat for ever.
    private static func yearly(
        _ name: String, standard: Int, summer: Int, changes: (Int) -> (Int64, Int64)
    ) -> TimeZoneRules {
        let pairs = (1980...2128).flatMap { year in
            let (first, second) = changes(year)
            return [(first, summer), (second, standard)]
        }
        return zone(name, pairs, before: standard, repeatingYear: 2101)
    }

    private static func southern(
        _ name: String, standard: Int, summer: Int, changes: (Int) -> (Int64, Int64)
    ) -> TimeZoneRules {
        let pairs = (1980...2128).flatMap { year in
            let (first, second) = changes(year)
            return [(first, standard), (second, summer)]
        }
        return zone(name, pairs, before: summer, repeatingYear: 2101)
    }

    private static func zone(
        _ name: String, _ changes: [(Int64, Int)], before: Int, repeatingYear: Int? = nil
    ) -> TimeZoneRules {
        let rules = TimeZoneRules(
            identifier: name, transitions: changes.map(\.0), offsets: [before] + changes.map(\.1),
            repeatingYear: repeatingYear)
        guard let rules else { preconditionFailure("the changes of \(name) are not in order") }
        return rules
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        Int64(LocalDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0) * 86_400
    }

    /// The midnight, as in UTC, of the first Sunday from a day of the month on.
    private static func sunday(_ year: Int, _ month: Int, onOrAfter first: Int) -> Int64 {
        var date = LocalDate(year: year, month: month, day: first) ?? LocalDate(daysSinceEpoch: 0)
        while date.weekday != .sunday { date = date.adding(days: 1) }
        return Int64(date.daysSinceEpoch) * 86_400
    }
}
