/// The business time since the start of the horizon, as a function of the instant, and its inverse; microseconds both.
///
/// The function grows by one with each microsecond that is worked and stands still between. Within the horizon both
/// directions are one row of a table (`NearTime`), outside they are worked out from the calendar (`DistantTime`).
struct BusinessTime: Sendable {
    private let near: NearTime
    private let distant: DistantTimeBox

    init(hours: WorkingTime, horizon: Range<Int>) {
        near = NearTime(hours: hours, horizon: horizon)
        distant = DistantTimeBox(hours: hours, near: near, horizon: horizon)
    }

    /// The business time from the start of the horizon until an instant; negative before it.
    func business(until instant: Int64) -> Int64 {
        near.contains(instant) ? near.business(until: instant) : distant.value.business(until: instant)
    }

    /// The first instant until which so much business time has passed; nil when it never has.
    func instant(of business: Int64) -> Int64? {
        near.contains(business: business) ? near.instant(of: business) : distant.value.instant(of: business)
    }

    /// Whether it ever grows.
    var isEver: Bool { near.total > 0 || distant.value.isEver }
}

/// Business time within the horizon: constant-time tables, without a branch that depends on the instant.
///
/// Time is cut into buckets of 19 hours, and business time into buckets about as long as a working interval. A bucket
/// knows up to two intervals, or two boundaries between intervals; the rare bucket with more of them names its first
/// interval, and the rest is a short walk.
struct NearTime: Sendable {
    private struct Interval {
        let opens: Int64
        let closes: Int64
        /// The business time until `opens`.
        let before: Int64
        var businessEnd: Int64 { before + (closes - opens) }
    }

    private struct InstantBucket {
        var before: Int64
        var firstOpens = Int64.max
        var firstCloses = Int64.max
        /// `Int64.min` where the bucket has more than two intervals.
        var secondOpens = Int64.max
        /// The index of the first interval where the bucket has more than two.
        var secondCloses = Int64.max
    }

    private struct BusinessBucket {
        /// What is added to business time to get an instant, up to the first boundary.
        var shift: Int64
        var firstBoundary = Int64.max
        var firstGap: Int64 = 0
        var secondBoundary = Int64.max
        /// Where the bucket has more than two boundaries, the index of its first interval, counted down from -1.
        var secondGap: Int64 = 0
    }

    private static let instantBits: Int64 = 36

    private let start: Int64
    private let length: Int64
    /// All business time within the horizon.
    let total: Int64
    private let businessBits: Int64
    private let intervals: [Interval]
    private let instantBuckets: [InstantBucket]
    private let businessBuckets: [BusinessBucket]

    init(hours: WorkingTime, horizon: Range<Int>) {
        start = YearKind.firstDay(of: horizon.lowerBound) * 86_400_000_000
        let end = YearKind.firstDay(of: horizon.upperBound) * 86_400_000_000
        length = end - start
        var business: Int64 = 0
        let periods = hours.intervals(from: Instant(microseconds: start), to: Instant(microseconds: end))
        intervals = periods.map { period in
            let opens = period.start.microseconds
            let closes = period.end.microseconds
            defer { business += closes - opens }
            return Interval(opens: opens, closes: closes, before: business)
        }
        total = business
        instantBuckets = NearTime.instantBuckets(intervals, start: start, length: length)
        // A bucket shorter than two mean intervals seldom holds more than two boundaries.
        let mean = intervals.isEmpty ? 1 : max(1, total / Int64(intervals.count))
        businessBits = min(Int64(63 - mean.leadingZeroBitCount) + 1, 40)
        businessBuckets = NearTime.businessBuckets(intervals, bits: businessBits, total: total)
    }

    /// Whether the tables know the business time until an instant.
    func contains(_ instant: Int64) -> Bool { UInt64(bitPattern: instant &- start) < UInt64(bitPattern: length) }

    /// Whether the tables know the instant of a business time.
    func contains(business: Int64) -> Bool { business > 0 && business <= total }

    func business(until instant: Int64) -> Int64 {
        let bucket = instantBuckets[Int((instant &- start) &>> NearTime.instantBits)]
        guard bucket.secondOpens != Int64.min else { return walk(until: instant, from: Int(bucket.secondCloses)) }
        let first = min(max(instant, bucket.firstOpens), bucket.firstCloses) &- bucket.firstOpens
        let second = min(max(instant, bucket.secondOpens), bucket.secondCloses) &- bucket.secondOpens
        return bucket.before &+ first &+ second
    }

    func instant(of business: Int64) -> Int64 {
        let bucket = businessBuckets[Int(business &>> businessBits)]
        guard bucket.secondGap >= 0 else { return walk(to: business, from: Int(-1 - bucket.secondGap)) }
        // At a boundary itself the instant is the closing, so the gap counts only after it.
        let first = business > bucket.firstBoundary ? bucket.firstGap : 0
        let second = business > bucket.secondBoundary ? bucket.secondGap : 0
        return business &+ bucket.shift &+ first &+ second
    }

    private func walk(until instant: Int64, from index: Int) -> Int64 {
        var index = index
        while index + 1 < intervals.count, intervals[index + 1].opens <= instant { index += 1 }
        let interval = intervals[index]
        return interval.before + min(max(instant, interval.opens), interval.closes) - interval.opens
    }

    private func walk(to business: Int64, from index: Int) -> Int64 {
        var index = index
        while intervals[index].businessEnd < business { index += 1 }
        return intervals[index].opens + (business - intervals[index].before)
    }

    private static func instantBuckets(_ intervals: [Interval], start: Int64, length: Int64) -> [InstantBucket] {
        var next = 0
        return (0...(length - 1) >> instantBits).map { number in
            let bucketStart = start + number << instantBits
            let bucketEnd = bucketStart + 1 << instantBits
            while next < intervals.count, intervals[next].closes <= bucketStart { next += 1 }
            let before = next < intervals.count ? intervals[next].before : intervals.last?.businessEnd ?? 0
            var bucket = InstantBucket(before: before)
            if next < intervals.count, intervals[next].opens < bucketEnd {
                bucket.firstOpens = intervals[next].opens
                bucket.firstCloses = intervals[next].closes
            }
            if next + 1 < intervals.count, intervals[next + 1].opens < bucketEnd {
                bucket.secondOpens = intervals[next + 1].opens
                bucket.secondCloses = intervals[next + 1].closes
            }
            if next + 2 < intervals.count, intervals[next + 2].opens < bucketEnd {
                bucket.secondOpens = Int64.min
                bucket.secondCloses = Int64(next)
            }
            return bucket
        }
    }

    private static func businessBuckets(_ intervals: [Interval], bits: Int64, total: Int64) -> [BusinessBucket] {
        guard !intervals.isEmpty else { return [] }
        var next = 0
        return (0...total >> bits).map { number in
            let bucketStart = number << bits
            let bucketEnd = bucketStart + 1 << bits
            // A business time is reached in the interval that it ends, so an interval that ends here is still needed.
            while next + 1 < intervals.count, intervals[next].businessEnd < bucketStart { next += 1 }
            func gap(after index: Int) -> Int64? {
                guard index + 1 < intervals.count, intervals[index].businessEnd < bucketEnd else { return nil }
                return intervals[index + 1].opens - intervals[index].closes
            }
            var bucket = BusinessBucket(shift: intervals[next].opens - intervals[next].before)
            if let gap = gap(after: next) {
                bucket.firstBoundary = intervals[next].businessEnd
                bucket.firstGap = gap
            }
            if let gap = gap(after: next + 1) {
                bucket.secondBoundary = intervals[next + 1].businessEnd
                bucket.secondGap = gap
            }
            if gap(after: next + 2) != nil { bucket.secondGap = -1 - Int64(next) }
            return bucket
        }
    }
}
