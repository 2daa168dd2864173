public import ServiceDesk

/// Slows down guessing: after a few failures within a quarter of an hour every further one doubles the wait, from a
/// second to a quarter of an hour. The table lasts, so starting anew does not help.
public struct Throttle: Sendable {
    /// What is counted: `account:meera`, `address:192.0.2.7`.
    public let subject: String
    /// How many failures are free.
    public let limit: Int64

    private static let window = TimeSpan(microseconds: 15 * 60 * 1_000_000)

    /// The throttle of an account: five failures. Names are one without case and outer blanks.
    public static func account(_ name: String) -> Throttle {
        Throttle(subject: "account:" + Word.folded(name), limit: 5)
    }

    /// The throttle of an address: twenty failures.
    public static func address(_ address: String) -> Throttle { Throttle(subject: "address:" + address, limit: 20) }

    /// Until when nothing may be tried; nil when something may.
    public func blockedUntil(at now: Instant, in session: any DatabaseSession) throws -> Instant? {
        let row = try session.row("SELECT blocked_until FROM throttle WHERE subject = ?1", [.text(subject)])
        guard let until = row?.instant("blocked_until"), now < until else { return nil }
        return until
    }

    /// Counts a failure. It must be counted before the answer is given.
    public func fail(at now: Instant, in session: any DatabaseSession) throws {
        let row = try session.row(
            "SELECT failures, first_failure_at, blocked_until FROM throttle WHERE subject = ?1", [.text(subject)])
        var failures: Int64 = 1
        var first = now
        if let row, let earlier = row.integer("failures"), let began = row.instant("first_failure_at"),
            let blocked = row.instant("blocked_until"), now < max(began, blocked) + Throttle.window
        {
            failures = earlier + 1
            first = began
        }
        var blocked = now
        if failures >= limit {
            let seconds = min(Int64(1) << min(failures - limit, 10), 900)
            blocked = now + TimeSpan(microseconds: seconds * 1_000_000)
        }
        try session.change("DELETE FROM throttle WHERE subject = ?1", [.text(subject)])
        try session.change(
            "INSERT INTO throttle (subject, failures, first_failure_at, blocked_until) VALUES (?1, ?2, ?3, ?4)",
            [.text(subject), .integer(failures), .instant(first), .instant(blocked)])
    }

    /// Forgets the failures: the right password was given.
    public func succeed(in session: any DatabaseSession) throws {
        try session.change("DELETE FROM throttle WHERE subject = ?1", [.text(subject)])
    }
}
