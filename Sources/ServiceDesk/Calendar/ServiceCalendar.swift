/// Working hours with holidays: when business time passes.
public struct ServiceCalendar: Sendable {
    /// Its name in the policy file.
    public let name: String

    /// Round the clock, every day; built in.
    public static let always = ServiceCalendar(name: "24x7")

    init(name: String) { self.name = name }

    /// The business time from one instant to another; negative when `end` is before `start`.
    public func elapsed(from start: Instant, to end: Instant) -> TimeSpan { end - start }

    /// The first instant at which the business time since `start` has reached `target`; nil when the working time ends
    /// before.
    public func due(from start: Instant, target: TimeSpan) -> Instant? { start + target }
}
