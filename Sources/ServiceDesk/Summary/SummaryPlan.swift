/// What a summary is of: the period, and the months and days of its trends. The same for every part, so that parts add
/// up place by place.
public struct SummaryPlan: Sendable {
    /// How many months a trend shows, the last one included.
    public static let trendMonths = 13

    /// The instant that the figures describe.
    public let asOf: Instant
    /// The report's time zone.
    public let zone: TimeZoneRules
    /// By which of its instants a clock is counted into a period.
    public let cohort: Cohort
    /// What the report covers; it ends at as-of at the latest.
    public let period: Period
    /// What the period is compared with: the same part of the month before, or the same length just before.
    public let previousPeriod: Period
    /// The first days of the trend's months, oldest first.
    public let months: [LocalDate]
    /// The first day of the trend.
    public let firstDay: LocalDate
    /// How many days the trend has; the last one contains the last instant of the period.
    public let dayCount: Int

    /// The plan of a period; without one it is the month that contains the last instant before as-of.
    public init(asOf: Instant, zone: TimeZoneRules, from: Instant? = nil, to: Instant? = nil, cohort: Cohort = .due) {
        self.asOf = asOf
        self.cohort = cohort
        self.zone = zone
        let lastInstant = min(to ?? asOf, asOf) - TimeSpan(microseconds: 1)
        let lastDay = zone.localDate(of: lastInstant)
        let monthStart = zone.startOfDay(lastDay.startOfMonth)
        let start = from ?? monthStart
        let end = max(start, min(to ?? asOf, asOf))
        period = Period(start: start, end: end)
        if from == nil && to == nil {
            // Half a month is compared with half a month.
            let before = zone.startOfDay(lastDay.startOfMonth(adding: -1))
            let isWhole = end == zone.startOfDay(lastDay.startOfMonth(adding: 1))
            previousPeriod = Period(start: before, end: isWhole ? start : min(start, before + (end - start)))
        } else {
            previousPeriod = Period(start: start - (end - start), end: start)
        }
        months = (0..<SummaryPlan.trendMonths).map {
            lastDay.startOfMonth(adding: $0 + 1 - SummaryPlan.trendMonths)
        }
        firstDay = lastDay.startOfMonth(adding: 1 - SummaryPlan.trendMonths)
        dayCount = firstDay.days(until: lastDay) + 1
    }

    /// Whether an instant lies in a period; one that ends at as-of includes as-of.
    public func contains(_ instant: Instant, in period: Period) -> Bool {
        period.contains(instant) || (instant == period.end && instant == asOf && period.start <= instant)
    }

    /// The instant that lies as far behind the end of the period before as as-of lies behind the end of the period: what
    /// became of tickets is counted up to it, so that both periods had the same time.
    public var previousAsOf: Instant { previousPeriod.end + (asOf - period.end) }

    /// The instant at which the trend starts.
    public var trendStart: Instant { zone.startOfDay(firstDay) }

    /// The day of the trend on which an instant lies, or nil outside; as-of itself belongs to the last day.
    func day(of instant: Instant) -> Int? {
        let day = firstDay.days(until: zone.localDate(of: instant))
        if day == dayCount && instant == asOf { return dayCount - 1 }
        return (0..<dayCount).contains(day) ? day : nil
    }

    /// The month of the trend in which an instant lies, or nil outside.
    func month(of instant: Instant) -> Int? {
        guard let day = day(of: instant) else { return nil }
        let date = firstDay.adding(days: day)
        return months.lastIndex { $0 <= date }
    }
}
