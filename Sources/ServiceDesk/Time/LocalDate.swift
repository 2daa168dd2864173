/// A date of the proleptic Gregorian calendar, without a time zone: days since 1970-01-01.
///
/// The ends of the range stand for Postgres' `infinity` and `-infinity`, which a contract's expiry date may be.
@frozen
public struct LocalDate: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Days since 1970-01-01; `Int32.max` and `Int32.min` are the infinities.
    public let daysSinceEpoch: Int32

    /// The date so many days after 1970-01-01.
    @inlinable
    public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

    /// Postgres' `infinity`.
    public static let infinity = LocalDate(daysSinceEpoch: Int32.max)

    /// Postgres' `-infinity`.
    public static let negativeInfinity = LocalDate(daysSinceEpoch: Int32.min)

    /// Whether this is a date and neither infinity.
    @inlinable
    public var isFinite: Bool { daysSinceEpoch != Int32.max && daysSinceEpoch != Int32.min }

    /// The date of a year, month and day, or nil when there is no such date or it does not fit.
    ///
    /// Years are astronomical: year 0 is 1 BC. The arithmetic is `days_from_civil` of Howard Hinnant's
    /// "chrono-Compatible Low-Level Date Algorithms".
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), abs(year) <= 5_900_000 else { return nil }
        guard day >= 1, day <= LocalDate.daysInMonth(month, of: year) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        guard let days = Int32(exactly: era * 146_097 + dayOfEra - 719_468) else { return nil }
        daysSinceEpoch = days
    }

    /// How many days the month has.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Year (astronomical), month and day; Hinnant's `civil_from_days`.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSinceEpoch) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (Int(daysSinceEpoch) + 3) % 7
        return Weekday(rawValue: index < 0 ? index + 7 : index) ?? .monday
    }

    /// The date so many days later, held inside the range.
    public func adding(days: Int) -> LocalDate {
        guard isFinite else { return self }
        let sum = Int(daysSinceEpoch).addingReportingOverflow(days)
        guard !sum.overflow else { return days < 0 ? .negativeInfinity : .infinity }
        return LocalDate(daysSinceEpoch: Int32(clamping: sum.partialValue))
    }

    /// How many days later `other` is.
    public func days(until other: LocalDate) -> Int { Int(other.daysSinceEpoch) - Int(daysSinceEpoch) }

    /// The first day of this date's month.
    public var startOfMonth: LocalDate { adding(days: 1 - civil.day) }

    /// The first day of the month so many months later.
    public func startOfMonth(adding months: Int) -> LocalDate {
        let (year, month, _) = civil
        let count = year * 12 + (month - 1) + months
        let floored = count >= 0 ? count / 12 : (count - 11) / 12
        return LocalDate(year: floored, month: count - floored * 12 + 1, day: 1) ?? self
    }

    /// Earlier before later.
    @inlinable
    public static func < (left: LocalDate, right: LocalDate) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }
}

/// A day of the week; weeks start on Monday.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    /// The seven days in order.
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
