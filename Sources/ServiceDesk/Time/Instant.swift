/// A point in time: microseconds since 1970-01-01T00:00:00Z (`SEMANTICS` 1).
///
/// Like Postgres, whose `timestamptz` knows `infinity` and `-infinity`, the two ends of the range stand for them;
/// they are no points in time, and every rule about histories treats them as missing. Arithmetic never traps: a result
/// beyond the range is the infinity on that side.
@frozen
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Microseconds since the epoch; `Int64.max` and `Int64.min` are the infinities.
    public let microseconds: Int64

    /// The point so many microseconds after the epoch.
    @inlinable
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Postgres' `infinity`: later than every point in time.
    public static let infinity = Instant(microseconds: Int64.max)

    /// Postgres' `-infinity`: earlier than every point in time.
    public static let negativeInfinity = Instant(microseconds: Int64.min)

    /// Whether this is a point in time and neither infinity.
    @inlinable
    public var isFinite: Bool { microseconds != Int64.max && microseconds != Int64.min }

    /// Earlier before later.
    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The point a length of time later. An infinity stays what it is.
    @inlinable
    public static func + (instant: Instant, span: TimeSpan) -> Instant {
        guard instant.isFinite else { return instant }
        let (sum, overflow) = instant.microseconds.addingReportingOverflow(span.microseconds)
        guard overflow else { return Instant(microseconds: sum) }
        return Instant(microseconds: span.microseconds < 0 ? Int64.min : Int64.max)
    }

    /// The point a length of time earlier.
    @inlinable
    public static func - (instant: Instant, span: TimeSpan) -> Instant { instant + -span }

    /// The time from `earlier` to `later`, held at the ends of the range.
    @inlinable
    public static func - (later: Instant, earlier: Instant) -> TimeSpan {
        TimeSpan(microseconds: later.microseconds) - TimeSpan(microseconds: earlier.microseconds)
    }
}
