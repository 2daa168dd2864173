import Synchronization

/// Business time outside of the horizon, exact for every instant there is.
///
/// Time zones change irregularly for some centuries and policies name single dates; before and after these years each
/// year is like any other that begins on the same day of the week and is leap or not, and the Gregorian calendar as a
/// whole repeats itself after 400 years. So the irregular years are summed up month by month, with sixty regular ones on
/// each side as models for all the others.
struct DistantTime: Sendable {
    private let hours: WorkingTime
    /// The years that are summed up month by month.
    private let years: Range<Int>
    /// The business time until the start of each month of `years`, and of the month after.
    private let months: [Int64]
    private let early: Cycle
    private let late: Cycle

    /// Four hundred years, each with the year of `years` that it is like.
    private struct Cycle {
        let firstYear: Int
        let models: [Int]
        /// The business time until the start of each of the years, and of the one after, from the start of the first.
        let sums: [Int64]
        /// The business time until the start of the first.
        let before: Int64
        var total: Int64 { sums[400] }
    }

    init(hours: WorkingTime, near: NearTime, horizon: Range<Int>) {
        self.hours = hours
        let unlike = hours.unlikeYears
        let first = min(unlike.lowerBound, horizon.lowerBound) - 61
        let years = first..<max(unlike.upperBound, horizon.upperBound) + 61
        self.years = years
        let months = DistantTime.months(of: years, hours: hours, near: near, horizon: horizon)
        self.months = months
        func cycle(firstYear: Int, modelsFrom: Int) -> Cycle {
            let models = (firstYear..<firstYear + 400).map { YearKind(of: $0).firstYear(from: modelsFrom) }
            let lengths = models.map { months[($0 + 1 - first) * 12] - months[($0 - first) * 12] }
            return Cycle(
                firstYear: firstYear, models: models,
                sums: lengths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) },
                before: 0)
        }
        let early = cycle(firstYear: first - 400, modelsFrom: first)
        let late = cycle(firstYear: years.upperBound, modelsFrom: years.upperBound - 60)
        self.early = Cycle(
            firstYear: early.firstYear, models: early.models, sums: early.sums, before: months[0] - early.total)
        self.late = Cycle(
            firstYear: late.firstYear, models: late.models, sums: late.sums, before: months[months.count - 1])
    }

    /// Whether any year has working time.
    var isEver: Bool { months[months.count - 1] > months[0] }

    private static func months(
        of years: Range<Int>, hours: WorkingTime, near: NearTime, horizon: Range<Int>
    ) -> [Int64] {
        var sum: Int64 = 0
        var sums: [Int64] = [0]
        var atHorizon: Int64 = 0
        for year in years {
            if year == horizon.lowerBound { atHorizon = sum }
            for month in 1...12 {
                let start = monthStart(year, month)
                let end = monthStart(year, month + 1)
                if near.contains(start.microseconds), near.contains(end.microseconds) {
                    sum += near.business(until: end.microseconds) - near.business(until: start.microseconds)
                } else {
                    sum += hours.length(from: start, to: end)
                }
                sums.append(sum)
            }
        }
        return sums.map { $0 - atHorizon }
    }

    private static func monthStart(_ year: Int, _ month: Int) -> Instant {
        let date = LocalDate(year: month == 13 ? year + 1 : year, month: month == 13 ? 1 : month, day: 1)
        return .seconds(Int64(date?.daysSinceEpoch ?? 0) * 86_400)
    }

    func business(until instant: Int64) -> Int64 {
        let year = LocalDate(
            daysSinceEpoch: Int32(clamping: instant.flooredDivision(by: 86_400_000_000).quotient)
        ).civil.year
        guard !years.contains(year) else { return summed(until: instant) }
        let cycle = year < years.lowerBound ? early : late
        let (count, position) = Int64(year - cycle.firstYear).flooredDivision(by: 400)
        let model = cycle.models[Int(position)]
        let moved = instant &- (YearKind.firstDay(of: year) - YearKind.firstDay(of: model)) &* 86_400_000_000
        let inYear = summed(until: moved) - months[(model - years.lowerBound) * 12]
        // The parts may leave the range where their sum does not.
        return cycle.before &+ count &* cycle.total &+ cycle.sums[Int(position)] &+ inYear
    }

    func instant(of business: Int64) -> Int64? {
        if business > months[0], business <= months[months.count - 1] { return summedInstant(of: business) }
        let cycle = business <= months[0] ? early : late
        guard cycle.total > 0 else { return nil }
        let (inRange, overflow) = business.subtractingReportingOverflow(cycle.before)
        guard !overflow else { return nil }
        // An amount that is reached exactly at the end of a year belongs to that year.
        var (count, rest) = inRange.flooredDivision(by: cycle.total)
        if rest == 0 { (count, rest) = (count - 1, cycle.total) }
        let position = partition(cycle.sums) { $0 < rest } - 1
        let model = cycle.models[position]
        let year = cycle.firstYear + Int(count) * 400 + position
        guard abs(year) < 400_000 else { return nil }
        let sum = months[(model - years.lowerBound) * 12] + rest - cycle.sums[position]
        guard let instant = summedInstant(of: sum) else { return nil }
        let days = YearKind.firstDay(of: year) - YearKind.firstDay(of: model)
        let (shift, tooFar) = days.multipliedReportingOverflow(by: 86_400_000_000)
        let (moved, beyond) = instant.addingReportingOverflow(shift)
        return tooFar || beyond || moved == Int64.max ? nil : moved
    }

    /// The business time until an instant of `years`.
    private func summed(until instant: Int64) -> Int64 {
        let instant = Instant(microseconds: instant)
        let civil = TimeZoneRules.utc.localDate(of: instant).civil
        let sum = months[(civil.year - years.lowerBound) * 12 + civil.month - 1]
        return sum + hours.length(from: DistantTime.monthStart(civil.year, civil.month), to: instant)
    }

    /// The instant of a business time that is reached within `years`.
    private func summedInstant(of business: Int64) -> Int64? {
        let index = partition(months) { $0 < business } - 1
        let (year, month) = (years.lowerBound + index / 12, index % 12 + 1)
        var left = business - months[index]
        let start = DistantTime.monthStart(year, month)
        for interval in hours.intervals(from: start, to: DistantTime.monthStart(year, month + 1)) {
            let length = interval.end.microseconds - interval.start.microseconds
            if left <= length { return interval.start.microseconds + left }
            left -= length
        }
        return nil
    }

    /// The index of the first element that does not belong to the front.
    private func partition(_ sums: [Int64], inFront: (Int64) -> Bool) -> Int {
        var low = 0
        var high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if inFront(sums[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Works the distant sums out when they are first asked for: hardly any ticket lies outside of the horizon.
final class DistantTimeBox: Sendable {
    private let hours: WorkingTime
    private let near: NearTime
    private let horizon: Range<Int>
    private let made = Mutex<DistantTime?>(nil)

    init(hours: WorkingTime, near: NearTime, horizon: Range<Int>) {
        self.hours = hours
        self.near = near
        self.horizon = horizon
    }

    var value: DistantTime {
        made.withLock { made in
            let value = made ?? DistantTime(hours: hours, near: near, horizon: horizon)
            made = value
            return value
        }
    }
}
