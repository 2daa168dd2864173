/// A half-open range of time `[start, end)`: what a report covers, a month, a day.
@frozen
public struct Period: Hashable, Sendable {
    /// The first instant inside.
    public let start: Instant
    /// The first instant after it.
    public let end: Instant

    /// The range from `start` up to, not including, `end`.
    @inlinable
    public init(start: Instant, end: Instant) {
        self.start = start
        self.end = end
    }

    /// Whether the instant lies inside.
    @inlinable
    public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
}
