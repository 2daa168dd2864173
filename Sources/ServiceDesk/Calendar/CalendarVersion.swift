/// The hours of a desk while one arrangement is in force: a week in a time zone, with its exceptions.
///
/// Holidays, special days and breaks act on each local date by itself. An interval past midnight is two intervals on two
/// dates, so a holiday on Sunday also removes what came over from Saturday, and one on Saturday leaves it.
public struct CalendarVersion: Sendable {
    /// The first date on which it is in force; nil since ever.
    public let firstDate: LocalDate?
    /// The last date on which it is in force; nil for good.
    public let lastDate: LocalDate?
    /// The zone whose wall clock and dates it means.
    public let timeZone: TimeZoneRules
    /// The hours of each day of the week, as written.
    public let week: [Weekday: [WorkingInterval]]
    /// The dates without work.
    public let holidays: [Holiday]
    /// The dates with hours of their own.
    public let specialDays: [SpecialDay]
    /// What is taken out of single dates.
    public let breaks: [Break]

    /// The hours of the days of the week, with what comes over from the day before.
    private let weekHours: [WorkingHours]
    /// The hours of every date that a single date of the policy touches.
    private let singleDates: [LocalDate: WorkingHours]
    /// Yearly holidays, by month and day.
    private let yearlyHolidays: Set<Int>

    /// The arrangement with the given parts.
    public init(
        firstDate: LocalDate? = nil, lastDate: LocalDate? = nil, timeZone: TimeZoneRules,
        week: [Weekday: [WorkingInterval]], holidays: [Holiday] = [], specialDays: [SpecialDay] = [],
        breaks: [Break] = []
    ) {
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.timeZone = timeZone
        self.week = week
        self.holidays = holidays
        self.specialDays = specialDays
        self.breaks = breaks
        let exceptions = Exceptions(holidays: holidays, specialDays: specialDays, breaks: breaks)
        let weekHours = Weekday.allCases.map { weekday in
            let before = Weekday(rawValue: (weekday.rawValue + 6) % 7) ?? weekday
            return (week[weekday] ?? []).onTheirDate.united(with: (week[before] ?? []).onTheNextDate)
        }
        self.weekHours = weekHours
        yearlyHolidays = exceptions.yearlyHolidays
        singleDates = Dictionary(
            uniqueKeysWithValues: exceptions.touchedDates.map { date in
                (date, exceptions.hours(on: date, week: weekHours[date.weekday.rawValue]))
            })
    }

    /// Whether it is in force on a local date.
    public func isInForce(on date: LocalDate) -> Bool {
        (firstDate.map { $0 <= date } ?? true) && (lastDate.map { date <= $0 } ?? true)
    }

    /// The hours of a local date by the wall clock; none while another version is in force.
    public func hours(on date: LocalDate) -> WorkingHours {
        guard isInForce(on: date) else { return .none }
        if let hours = singleDates[date] { return hours }
        if !yearlyHolidays.isEmpty, yearlyHolidays.contains(Exceptions.yearlyKey(of: date)) { return .none }
        return weekHours[date.weekday.rawValue]
    }

    /// The holiday that falls on a local date, special hours or not.
    public func holiday(on date: LocalDate) -> Holiday? { holidays.first { $0.falls(on: date) } }

    /// Whether a local date has hours of its own.
    public func isSpecialDay(_ date: LocalDate) -> Bool { specialDays.contains { $0.date == date } }

    /// Adds the working intervals of a local date as the real time between opening and closing, in order.
    ///
    /// An opening that the clock skips is the first instant after the gap, a closing too; of a repeated wall clock the
    /// first is the opening and the last is the closing; `24:00` is the first instant of the next date.
    func appendIntervals(on date: LocalDate, to intervals: inout [Period]) {
        let hours = hours(on: date)
        guard !hours.isEmpty else { return }
        let midnight = Int64(date.daysSinceEpoch) * Int64(TimeOfDay.secondsPerDay)
        let offset = timeZone.constantOffset(from: midnight - 172_800, to: midnight + 259_200)
        for range in hours.ranges {
            let opening: Instant
            let closing: Instant
            if let offset {
                opening = .seconds(midnight + Int64(range.lowerBound - offset))
                closing = .seconds(midnight + Int64(range.upperBound - offset))
            } else {
                opening = timeZone.firstInstant(of: midnight + Int64(range.lowerBound))
                let endsDate = range.upperBound == TimeOfDay.secondsPerDay
                let end = midnight + Int64(range.upperBound)
                closing = endsDate ? timeZone.firstInstant(of: end) : timeZone.lastInstant(of: end)
            }
            // Hours inside a gap of the clock have no time at all.
            if opening < closing { intervals.append(Period(start: opening, end: closing)) }
        }
    }

    /// The local dates named one by one, between whose first and last the weeks are not all alike.
    var singledOutDates: [LocalDate] {
        singleDates.keys + [firstDate, lastDate?.adding(days: 1)].compactMap(\.self)
    }
}

/// The exceptions of a version by date: how a date's hours come about.
private struct Exceptions {
    let yearlyHolidays: Set<Int>
    private let holidays: Set<LocalDate>
    private let specialDays: [LocalDate: [WorkingInterval]]
    private let breaks: [LocalDate: [WorkingInterval]]

    init(holidays: [Holiday], specialDays: [SpecialDay], breaks: [Break]) {
        var single: Set<LocalDate> = []
        var yearly: Set<Int> = []
        for holiday in holidays {
            switch holiday.day {
            case .once(let date): single.insert(date)
            case .yearly(let month, let day): yearly.insert(month * 32 + day)
            }
        }
        self.holidays = single
        yearlyHolidays = yearly
        self.specialDays = Dictionary(specialDays.map { ($0.date, $0.intervals) }, uniquingKeysWith: +)
        self.breaks = Dictionary(breaks.map { ($0.date, $0.intervals) }, uniquingKeysWith: +)
    }

    static func yearlyKey(of date: LocalDate) -> Int {
        let civil = date.civil
        return civil.month * 32 + civil.day
    }

    /// The dates whose hours may differ from the week's and the yearly holidays'. Special days and breaks may run past
    /// midnight.
    var touchedDates: Set<LocalDate> {
        let running = Array(specialDays.keys) + Array(breaks.keys)
        return holidays.union(running).union(running.map { $0.adding(days: 1) })
    }

    /// What `week` becomes on a date.
    func hours(on date: LocalDate, week: WorkingHours) -> WorkingHours {
        let dayBefore = date.adding(days: -1)
        let removed = (breaks[date] ?? []).onTheirDate.united(with: (breaks[dayBefore] ?? []).onTheNextDate)
        if let special = specialDays[date] { return special.onTheirDate.without(removed) }
        if holidays.contains(date) || yearlyHolidays.contains(Exceptions.yearlyKey(of: date)) { return .none }
        return week.united(with: (specialDays[dayBefore] ?? []).onTheNextDate).without(removed)
    }
}
