import ServiceDesk
import Yams

extension PolicyReader {
    /// The keys of the days in the order of `Weekday`.
    static let dayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The calendars of the file.
    mutating func readCalendars(_ node: Node) {
        guard let entries = entries(node, "calendars") else { return }
        for entry in entries.all {
            guard entry.name != ServiceCalendar.always.name else {
                report(.duplicateName, at: entry.key, "the calendar \"24x7\" is built in", hint: "choose another name")
                continue
            }
            if Word.isBlank(entry.name) { report(.badValue, at: entry.key, "a calendar needs a name") }
            let before = mistakes.count
            let versions = readVersions(entry)
            calendars[entry.name] = .some(nil)
            guard mistakes.count == before else { continue }
            let calendar = ServiceCalendar(name: entry.name, versions: versions.map(\.version))
            if calendar.hasWorkingTime {
                calendars[entry.name] = calendar
                warnIfClosedForWeeks(calendar, at: entry.key)
            } else {
                report(
                    .noWorkingTime, at: entry.key, "the calendar \"\(entry.name)\" has no working time",
                    hint: "give at least one day of its week some hours")
            }
        }
    }

    private typealias VersionNode = (version: CalendarVersion, node: Node)

    private mutating func readVersions(_ entry: Entry) -> [VersionNode] {
        guard let nodes = entry.value.sequence else {
            return readVersion(entry.value, "the calendar \"\(entry.name)\"", key: entry.key).map { [($0, entry.key)] }
                ?? []
        }
        if nodes.isEmpty { report(.wrongKind, at: entry.value, "the calendar \"\(entry.name)\" has no versions") }
        var versions: [VersionNode] = []
        for node in nodes {
            let what = "a version of the calendar \"\(entry.name)\""
            guard let version = readVersion(node, what, key: node) else { continue }
            if let other = versions.first(where: { $0.version.overlaps(version) }) {
                let line = other.node.mark.map { "; the other one begins on line \($0.line)" } ?? ""
                report(
                    .overlappingVersions, at: node,
                    "two versions of the calendar \"\(entry.name)\" are valid on one date" + line,
                    hint: "end the earlier one with valid: {until: …} on the day before")
            }
            versions.append((version, node))
        }
        return versions
    }

    private mutating func readVersion(_ node: Node, _ what: String, key: Node) -> CalendarVersion? {
        let keys = ["timezone", "week", "holidays", "special_days", "breaks", "valid"]
        guard let entries = mapping(node, what, keys: keys) else { return nil }
        var timeZone: TimeZoneRules?
        if let entry = entries["timezone"] {
            timeZone = zone(entry.value)
        } else {
            report(.missingKey, at: key, "\(what) has no timezone", hint: "add timezone: Asia/Kolkata")
        }
        let valid = readValidity(entries["valid"])
        let week = readWeek(entries["week"])
        let holidays = readHolidays(entries["holidays"])
        let specialDays = readDates(entries["special_days"]).map { SpecialDay(date: $0.date, intervals: $0.intervals) }
        let breaks = readDates(entries["breaks"]).map { Break(date: $0.date, intervals: $0.intervals) }
        guard let timeZone else { return nil }
        return CalendarVersion(
            firstDate: valid.first, lastDate: valid.last, timeZone: timeZone, week: week, holidays: holidays,
            specialDays: specialDays, breaks: breaks)
    }

    /// The first and the last date of `valid`.
    mutating func readValidity(_ entry: Entry?) -> (first: LocalDate?, last: LocalDate?) {
        guard let entry, let valid = mapping(entry.value, "valid", keys: ["from", "until"]) else { return (nil, nil) }
        var first: LocalDate?
        var last: LocalDate?
        if let from = valid["from"] { first = date(from.value) }
        if let until = valid["until"] { last = date(until.value) }
        if let first, let last, last < first {
            report(.badValue, at: entry.value, "valid ends on \(last.iso), before it begins on \(first.iso)")
        }
        return (first, last)
    }

    // MARK: Hours

    private mutating func readWeek(_ entry: Entry?) -> [Weekday: [WorkingInterval]] {
        guard let entry, !entry.value.isNull else { return [:] }
        guard let days = entries(entry.value, "week") else { return [:] }
        var week: [Weekday: [WorkingInterval]] = [:]
        for day in days.all {
            guard let index = PolicyReader.dayKeys.firstIndex(of: day.name) else {
                let short = String(day.name.lowercased().prefix(3))
                let meant = PolicyReader.dayKeys.contains(short) ? "did you mean \"\(short)\"?" : nil
                report(
                    .unknownKey, at: day.key, "unknown day \"\(day.name)\" in week",
                    hint: meant ?? didYouMean(day.name, among: PolicyReader.dayKeys))
                continue
            }
            guard let weekday = Weekday(rawValue: index) else { continue }
            week[weekday] = readIntervals(day.value, "the hours of \(day.name)")
        }
        return week
    }

    private mutating func readIntervals(_ node: Node, _ what: String) -> [WorkingInterval] {
        let hint = "write [\"10:00-19:00\"], or [] for no hours"
        guard let items = list(node, what, hint: hint) else { return [] }
        return items.compactMap { readInterval($0, what) }
    }

    private mutating func readInterval(_ node: Node, _ what: String) -> WorkingInterval? {
        guard let text = text(node, "an interval in \(what)") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            TimeOfDay(String(part.drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed()))
        }
        guard parts.count == 2, let opens = parts[0], let closes = parts[1] else {
            report(
                .badValue, at: node, "\"\(text)\" is no interval of times",
                hint: "write HH:MM-HH:MM with two digits each, from 00:00 to 24:00")
            return nil
        }
        guard opens != closes else {
            report(
                .badValue, at: node, "\"\(text)\" opens and closes at the same time",
                hint: "write 00:00-24:00 for a whole day")
            return nil
        }
        guard let interval = WorkingInterval(opens: opens, closes: closes) else {
            report(.badValue, at: node, "\"\(text)\" opens at 24:00", hint: "write 00:00 on the next day")
            return nil
        }
        if closes.seconds == 86_340 || closes.seconds == 86_399 {
            warn(
                .endsBeforeMidnight, at: node, "the hours \"\(text)\" end just before midnight",
                hint: "write \(opens.text)-24:00 when the day goes on to midnight")
        }
        return interval
    }

    // MARK: Dates

    private mutating func readHolidays(_ entry: Entry?) -> [Holiday] {
        guard let entry, !entry.value.isNull else { return [] }
        guard let items = list(entry.value, "holidays") else { return [] }
        return items.compactMap { readHoliday($0) }
    }

    private mutating func readHoliday(_ node: Node) -> Holiday? {
        if node.scalar != nil { return date(node).map { Holiday(.once($0)) } }
        guard let entries = mapping(node, "a holiday", keys: ["date", "yearly", "name"]) else { return nil }
        var name: String?
        if let entry = entries["name"] { name = text(entry.value, "the name of a holiday") }
        switch (entries["date"], entries["yearly"]) {
        case (let once?, nil): return date(once.value).map { Holiday(.once($0), name: name) }
        case (nil, let yearly?): return yearlyDay(yearly.value).map { Holiday($0, name: name) }
        case (.some, .some(let yearly)):
            report(.badValue, at: yearly.key, "a holiday is either on one date or yearly, and this is both")
        case (nil, nil):
            report(
                .missingKey, at: node, "a holiday has no date", hint: "write {date: 2026-01-26} or {yearly: \"01-26\"}")
        }
        return nil
    }

    private mutating func yearlyDay(_ node: Node) -> Holiday.Day? {
        guard let text = text(node, "yearly") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, let month = Int(digits: parts[0], count: 2), let day = Int(digits: parts[1], count: 2) {
            // A leap year has every day there is.
            if LocalDate(year: 2000, month: month, day: day) != nil { return .yearly(month: month, day: day) }
            report(.badValue, at: node, "no year has the date \"\(text)\"")
        } else {
            report(.badValue, at: node, "\"\(text)\" is no day of the year", hint: "write \"MM-DD\", such as \"08-15\"")
        }
        return nil
    }

    private typealias DateHours = (date: LocalDate, intervals: [WorkingInterval])

    private mutating func readDates(_ entry: Entry?) -> [DateHours] {
        guard let entry, !entry.value.isNull, let dates = entries(entry.value, entry.name) else { return [] }
        return dates.all.compactMap { dated in
            let intervals = readIntervals(dated.value, "the date \(dated.name)")
            return date(dated.key).map { ($0, intervals) }
        }
    }

    /// A date as `YYYY-MM-DD`.
    mutating func date(_ node: Node) -> LocalDate? {
        guard let text = text(node, "a date") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Int(digits: parts[0], count: 4), let month = Int(digits: parts[1], count: 2),
            let day = Int(digits: parts[2], count: 2)
        else {
            report(.badValue, at: node, "\"\(text)\" is no date", hint: "write YYYY-MM-DD")
            return nil
        }
        if let date = LocalDate(year: year, month: month, day: day) { return date }
        report(.badValue, at: node, "the date \"\(text)\" does not exist")
        return nil
    }

    // MARK: Warnings

    /// Warns of a calendar without work for two weeks or more, in the years that its dates name and the month to each
    /// side.
    private mutating func warnIfClosedForWeeks(_ calendar: ServiceCalendar, at key: Node) {
        let named = calendar.versions.flatMap { version in
            version.holidays.compactMap { holiday -> Int? in
                if case .once(let date) = holiday.day { return date.civil.year }
                return nil
            } + version.specialDays.map(\.date.civil.year)
                + [version.firstDate, version.lastDate].compactMap { $0?.civil.year }
        }
        let first = max(named.min() ?? 2024, 1970)
        let last = min(named.max() ?? 2024, first + 60)
        guard let zone = calendar.versions.first?.timeZone, first <= last,
            let from = LocalDate(year: first - 1, month: 12, day: 1),
            let to = LocalDate(year: last + 1, month: 2, day: 1)
        else { return }
        let intervals = calendar.workingIntervals(from: zone.startOfDay(from), to: zone.startOfDay(to))
        for (before, after) in zip(intervals, intervals.dropFirst()) {
            let closed = after.start - before.end
            guard closed >= .hours(14 * 24) else { continue }
            let days = closed.wholeSeconds / 86_400
            warn(
                .closedForWeeks, at: key,
                "the calendar \"\(calendar.name)\" is closed for \(days) days from "
                    + zone.localDate(of: before.end).iso)
            return
        }
    }
}

extension CalendarVersion {
    /// Whether there is a date on which both are in force.
    fileprivate func overlaps(_ other: CalendarVersion) -> Bool {
        func begins(_ version: CalendarVersion) -> LocalDate { version.firstDate ?? .negativeInfinity }
        func ends(_ version: CalendarVersion) -> LocalDate { version.lastDate ?? .infinity }
        return begins(self) <= ends(other) && begins(other) <= ends(self)
    }
}

extension Int {
    /// The number of exactly so many digits.
    fileprivate init?(digits: Substring, count: Int) {
        guard digits.utf8.count == count, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.init(digits)
    }
}
