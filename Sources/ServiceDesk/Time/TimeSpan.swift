/// A length of time in microseconds: a target, time used, an age. May be negative.
///
/// Named `TimeSpan` because `Duration` belongs to the standard library.
@frozen
public struct TimeSpan: Hashable, Comparable, Sendable {
    /// The length in microseconds.
    public let microseconds: Int64

    /// A length of the given number of microseconds.
    @inlinable
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// No time at all.
    public static let zero = TimeSpan(microseconds: 0)

    /// A length in whole seconds; a length beyond the range is the longest there is.
    public static func seconds(_ seconds: Int64) -> TimeSpan { TimeSpan(seconds, times: 1_000_000) }

    /// A length in minutes.
    public static func minutes(_ minutes: Int64) -> TimeSpan { TimeSpan(minutes, times: 60_000_000) }

    /// A length in hours.
    public static func hours(_ hours: Int64) -> TimeSpan { TimeSpan(hours, times: 3_600_000_000) }

    private init(_ count: Int64, times unit: Int64) {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        microseconds = overflow ? ((count < 0) != (unit < 0) ? -Int64.max : Int64.max) : product
    }

    /// The length in whole seconds, rounded towards minus infinity.
    @inlinable
    public var wholeSeconds: Int64 {
        let quotient = microseconds / 1_000_000
        return microseconds % 1_000_000 < 0 ? quotient - 1 : quotient
    }

    /// Shorter before longer.
    @inlinable
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.microseconds < right.microseconds }

    /// The sum, held at the ends of the range.
    @inlinable
    public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        let (sum, overflow) = left.microseconds.addingReportingOverflow(right.microseconds)
        return TimeSpan(microseconds: overflow ? (right.microseconds < 0 ? -Int64.max : Int64.max) : sum)
    }

    /// The difference, held at the ends of the range.
    @inlinable
    public static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        let (difference, overflow) = left.microseconds.subtractingReportingOverflow(right.microseconds)
        return TimeSpan(microseconds: overflow ? (right.microseconds < 0 ? Int64.max : -Int64.max) : difference)
    }

    /// So many times the length, held at the ends of the range.
    public func multiplied(by count: Int64) -> TimeSpan { TimeSpan(count, times: microseconds) }

    /// The same length with the opposite sign.
    @inlinable
    public static prefix func - (span: TimeSpan) -> TimeSpan { TimeSpan.zero - span }
}
