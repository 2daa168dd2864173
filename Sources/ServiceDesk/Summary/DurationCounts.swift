/// Durations in whole seconds, rounded down, and how often each occurs: exact, and the same whatever the order in which
/// parts are added (`DISTRIBUTION` 5).
public struct DurationCounts: Hashable, Sendable {
    private var counts: [Int64: Int] = [:]

    /// No durations.
    public init() {}

    /// How many durations there are.
    public private(set) var count = 0

    /// Counts a duration.
    public mutating func add(_ duration: TimeSpan) {
        counts[duration.wholeSeconds, default: 0] += 1
        count += 1
    }

    /// Adds the durations of another part.
    public static func += (left: inout DurationCounts, right: DurationCounts) {
        left.counts.merge(right.counts, uniquingKeysWith: +)
        left.count += right.count
    }

    /// The value below which so many hundredths of the durations lie, interpolated linearly between neighbours (type 7,
    /// Excel's `PERCENTILE.INC`); nil without durations.
    public func percentile(_ hundredths: Int) -> TimeSpan? {
        guard count > 0 else { return nil }
        let scaled = (count - 1) * hundredths
        let (below, rest) = scaled.quotientAndRemainder(dividingBy: 100)
        let ordered = counts.sorted { $0.key < $1.key }
        let low = value(at: below, in: ordered)
        let high = rest == 0 ? low : value(at: below + 1, in: ordered)
        return TimeSpan(microseconds: low * 1_000_000 + (high - low) * Int64(rest) * 10_000)
    }

    private func value(at position: Int, in ordered: [(key: Int64, value: Int)]) -> Int64 {
        var passed = 0
        for (seconds, count) in ordered {
            passed += count
            if position < passed { return seconds }
        }
        return ordered.last?.key ?? 0
    }

    /// The value in the middle; nil without durations.
    public var median: TimeSpan? { percentile(50) }

    /// The value below which nine tenths lie; nil without durations.
    public var p90: TimeSpan? { percentile(90) }

    /// The sum of all durations.
    public var total: TimeSpan {
        counts.reduce(.zero) { $0 + TimeSpan.seconds($1.key).multiplied(by: Int64($1.value)) }
    }

    /// The arithmetic mean, rounded down to a microsecond; nil without durations.
    public var mean: TimeSpan? {
        count == 0 ? nil : TimeSpan(microseconds: total.microseconds / Int64(count))
    }

    /// The longest; nil without durations.
    public var longest: TimeSpan? { counts.keys.max().map { .seconds($0) } }

    /// How many durations lie in `[from, to)`.
    public func count(from: TimeSpan, to: TimeSpan?) -> Int {
        counts.reduce(0) { sum, entry in
            let duration = TimeSpan.seconds(entry.key)
            return duration >= from && to.map { duration < $0 } ?? true ? sum + entry.value : sum
        }
    }
}

/// Durations measured twice: in working time, and in all time.
public struct MeasuredDurations: Hashable, Sendable {
    /// In working time.
    public var business = DurationCounts()
    /// In all time.
    public var calendar = DurationCounts()

    /// No durations.
    public init() {}

    mutating func add(business: TimeSpan, calendar: TimeSpan) {
        self.business.add(business)
        self.calendar.add(calendar)
    }

    /// Adds the durations of another part.
    public static func += (left: inout MeasuredDurations, right: MeasuredDurations) {
        left.business += right.business
        left.calendar += right.calendar
    }
}
