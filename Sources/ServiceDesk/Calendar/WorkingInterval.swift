/// Hours as written in a policy: from an opening to a closing by the wall clock. A closing that is not after its opening
/// lies on the next date: `22:00-06:00` is `22:00-24:00` on its own date and `00:00-06:00` on the next.
public struct WorkingInterval: Hashable, Sendable {
    /// When work begins.
    public let opens: TimeOfDay
    /// When work ends.
    public let closes: TimeOfDay

    /// The interval between two times, or nil when they are equal or the opening is `24:00`.
    public init?(opens: TimeOfDay, closes: TimeOfDay) {
        guard opens != closes, opens != .endOfDay else { return nil }
        self.opens = opens
        self.closes = closes
    }

    /// Whether the closing lies on the next date.
    public var runsPastMidnight: Bool { closes < opens }

    /// The part on the date for which the interval is written.
    public var onItsDate: WorkingHours {
        WorkingHours([opens.seconds..<(runsPastMidnight ? TimeOfDay.secondsPerDay : closes.seconds)])
    }

    /// The part that comes over to the next date.
    public var onTheNextDate: WorkingHours {
        runsPastMidnight ? WorkingHours([0..<closes.seconds]) : .none
    }

    /// The interval as written: `22:00-06:00`.
    public var text: String { "\(opens.text)-\(closes.text)" }
}

/// The hours of one date by the wall clock: disjoint ranges of seconds since midnight, ascending, that do not touch.
///
/// Hours form an algebra: `united` adds what is worked, `without` takes breaks out.
public struct WorkingHours: Hashable, Sendable {
    /// The ranges, in seconds since midnight.
    public let ranges: [Range<Int>]

    /// A date on which nobody works.
    public static let none = WorkingHours([])

    /// The hours in any of the ranges.
    public init(_ ranges: [Range<Int>]) {
        var merged: [Range<Int>] = []
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    /// Whether nobody works.
    public var isEmpty: Bool { ranges.isEmpty }

    /// How many seconds the wall clock counts inside the hours.
    public var seconds: Int { ranges.reduce(0) { $0 + $1.count } }

    /// The hours that are in either.
    public func united(with other: WorkingHours) -> WorkingHours {
        other.isEmpty ? self : WorkingHours(ranges + other.ranges)
    }

    /// The hours that are not in `other`.
    public func without(_ other: WorkingHours) -> WorkingHours {
        WorkingHours(
            other.ranges.reduce(ranges) { left, removed in
                left.flatMap { range in
                    [
                        range.clamped(to: Int.min..<removed.lowerBound),
                        range.clamped(to: removed.upperBound..<Int.max),
                    ]
                }
            })
    }

    /// The hours in any of several.
    static func union(_ parts: some Sequence<WorkingHours>) -> WorkingHours { WorkingHours(parts.flatMap(\.ranges)) }
}

extension Sequence<WorkingInterval> {
    /// What all the intervals leave on their own date.
    var onTheirDate: WorkingHours { .union(map(\.onItsDate)) }
    /// What all the intervals bring to the next date.
    var onTheNextDate: WorkingHours { .union(map(\.onTheNextDate)) }
}
