public import ServiceDesk

/// Values as people read them: Indian grouping, rupees, local time. Every renderer for people uses these words.
public struct CellText: Sendable {
    private let timeZone: TimeZoneRules

    /// The words in a report's time zone.
    public init(timeZone: TimeZoneRules) { self.timeZone = timeZone }

    /// A cell in words.
    public func text(_ cell: Cell, unit: MetricUnit = .none) -> String {
        if let absence = cell.absence { return CellText.absence(absence) }
        switch cell {
        case .text(let text): return text
        case .state(let text, _): return text
        case .count(let count): return IndianGrouping.group(count)
        case .duration(let span): return CellText.duration(span, unit: unit)
        case .instant(let instant): return self.instant(instant)
        case .date(let date): return CellText.date(date)
        case .share(let part, let whole): return CellText.percent(part, of: whole)
        case .ratio(let part, let whole): return CellText.decimal(part, per: whole)
        case .money(let paise): return CellText.money(paise)
        case .absent(let absence): return CellText.absence(absence)
        }
    }

    /// A point in local time: `23 Nov 2026, 18:00`.
    public func instant(_ instant: Instant) -> String {
        guard instant.isFinite else { return instant == .infinity ? "never ends" : "before all time" }
        let local = timeZone.localMicroseconds(at: instant)
        let day = local >= 0 ? local / 86_400_000_000 : (local - 86_399_999_999) / 86_400_000_000
        let minutes = (local - day * 86_400_000_000) / 60_000_000
        let date = CellText.date(LocalDate(daysSinceEpoch: Int32(clamping: day)))
        return "\(date), \(CellText.padded(minutes / 60)):\(CellText.padded(minutes % 60))"
    }

    /// The instant that a report describes: `31 Mar 2026, end of day` where it is the midnight that ends a day.
    public func asOf(_ instant: Instant) -> String {
        guard instant.isFinite else { return self.instant(instant) }
        let (day, rest) = timeZone.localMicroseconds(at: instant).quotientAndRemainder(dividingBy: 86_400_000_000)
        guard rest == 0 else { return self.instant(instant) }
        return "\(CellText.date(LocalDate(daysSinceEpoch: Int32(clamping: day - 1)))), end of day"
    }

    /// A period in words: whole days by their first and last, anything else by its two instants.
    public func period(_ period: Period) -> String {
        let (first, end) = (instant(period.start), instant(period.end))
        guard first.hasSuffix(", 00:00"), end.hasSuffix(", 00:00"), period.start < period.end else {
            return "\(first) up to, not including, \(end)"
        }
        return "\(first.dropLast(7)) to \(asOf(period.end).dropLast(12)), whole days"
    }

    /// The first eight characters of an id that is a UUID, which tell tickets apart; any other id as it is.
    public static func shortTicket(_ id: String) -> String {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [8, 4, 4, 4, 12], id.allSatisfy({ $0.isHexDigit || $0 == "-" }) else { return id }
        return String(parts[0])
    }

    /// The zone with its offset: `Asia/Kolkata (UTC+05:30)`.
    public func zone(at instant: Instant) -> String {
        let offset = timeZone.offsetSeconds(at: instant)
        let minutes = Int64(offset.magnitude / 60)
        let sign = offset < 0 ? "-" : "+"
        return "\(timeZone.identifier) (UTC\(sign)\(CellText.padded(minutes / 60)):\(CellText.padded(minutes % 60)))"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// A month: `Mar 2026`.
    static func month(_ month: LocalDate) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, number, _) = month.civil
        return "\(names[number - 1]) \(year)"
    }

    /// A date: `23 Nov 2026`.
    public static func date(_ date: LocalDate) -> String {
        guard date.isFinite else { return date == .infinity ? "no end" : "before all time" }
        let (year, month, day) = date.civil
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// How many, grouped the Indian way.
    public static func count(_ count: Int) -> String { IndianGrouping.group(count) }

    /// An amount: `₹12,34,567.00`.
    public static func money(_ paise: Paise) -> String {
        let grouped = paise.grouped
        return grouped.hasPrefix("-") ? "-₹\(grouped.dropFirst())" : "₹\(grouped)"
    }

    /// A length of time. A day of business time would mean eight hours to one reader and 24 to another, so business
    /// time stays in hours; calendar time goes over to days from 48 hours on.
    public static func duration(_ span: TimeSpan, unit: MetricUnit) -> String {
        let seconds = span.wholeSeconds
        let sign = seconds < 0 ? "-" : ""
        let size = Int64(clamping: seconds.magnitude)
        let minutes = size / 60
        if size == 0 { return "0 min" }
        if size < 60 { return "\(sign)\(size) s" }
        if minutes < 60 { return "\(sign)\(minutes) min" }
        if unit == .calendarTime && minutes >= 48 * 60 {
            return "\(sign)\(IndianGrouping.group(Int(minutes / 1440))) d \(minutes % 1440 / 60) h"
        }
        return "\(sign)\(IndianGrouping.group(Int(minutes / 60))) h \(padded(minutes % 60)) min"
    }

    /// A share in percent with one decimal, half up. What is not all never reads as 100 %, what is not nothing never
    /// as 0 %.
    public static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part >= 0 else { return decimal(part, per: whole, times: 100) + "%" }
        let (product, overflow) = part.multipliedReportingOverflow(by: 2000)
        guard !overflow else { return decimal(part, per: whole, times: 100) + "%" }
        let tenths = (product / whole + 1) / 2
        if tenths == 0 && part > 0 { return "<0.1%" }
        if tenths == 1000 && part < whole { return "99.9%" }
        return "\(IndianGrouping.group(tenths / 10)).\(tenths % 10)%"
    }

    /// A quotient with one decimal.
    public static func decimal(_ part: Int, per whole: Int, times factor: Double = 1) -> String {
        guard whole != 0 else { return absence(.noneEligible) }
        let tenths = (Double(part) / Double(whole) * factor * 10).rounded()
        guard let number = Int(exactly: tenths) else { return absence(.notApplicable) }
        let size = number.magnitude
        return "\(number < 0 ? "-" : "")\(IndianGrouping.group(UInt64(size / 10))).\(size % 10)"
    }

    /// Why there is nothing to show.
    public static func absence(_ absence: Absence) -> String {
        switch absence {
        case .notApplicable: "n/a"
        case .noneEligible: "n/a (0 eligible)"
        case .tooFew(let n): "n/a (n = \(n))"
        case .notRecorded: "not recorded"
        }
    }

    private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
