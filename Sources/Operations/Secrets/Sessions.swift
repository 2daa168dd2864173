public import ServiceDesk

/// Who is logged in. A session ends twelve hours after it was last used, seven days after it began, and when its
/// holder's password changes or the holder is disabled.
public enum Sessions {
    private static let idleLimit = TimeSpan(microseconds: 12 * 3_600_000_000)
    private static let fullLimit = TimeSpan(microseconds: 7 * 86_400_000_000)

    /// Begins a session.
    /// - Parameter holder: the id of an agent or of a portal user.
    /// - Returns: the token, which only the holder keeps.
    public static func begin(holder: String, at now: Instant, in session: any DatabaseSession) throws -> String {
        let token = hexadecimal(SecureRandom.bytes(32))
        try session.change(
            "INSERT INTO sessions (token_hash, holder_id, created_at, last_seen_at) VALUES (?1, ?2, ?3, ?3)",
            [.bytes(hash(token)), .text(holder), .instant(now)])
        return token
    }

    /// The id of the holder of a token; nil when the session has ended or never was.
    public static func holder(of token: String, at now: Instant, in session: any DatabaseSession) throws -> String? {
        let row = try session.row(
            "SELECT holder_id, created_at, last_seen_at, revoked_at FROM sessions WHERE token_hash = ?1",
            [.bytes(hash(token))])
        guard let row, row["revoked_at"] == .null, let began = row.instant("created_at"),
            let seen = row.instant("last_seen_at"), now < began + fullLimit, now < seen + idleLimit
        else { return nil }
        return row.text("holder_id")
    }

    /// Notes that a session was used.
    public static func touch(_ token: String, at now: Instant, in session: any DatabaseSession) throws {
        try session.change(
            "UPDATE sessions SET last_seen_at = ?2 WHERE token_hash = ?1 AND revoked_at IS NULL",
            [.bytes(hash(token)), .instant(now)])
    }

    /// Ends a session.
    public static func end(_ token: String, at now: Instant, in session: any DatabaseSession) throws {
        try session.change(
            "UPDATE sessions SET revoked_at = ?2 WHERE token_hash = ?1 AND revoked_at IS NULL",
            [.bytes(hash(token)), .instant(now)])
    }

    /// Ends all sessions of a holder: the password changed, or the holder was disabled.
    public static func endAll(of holder: String, at now: Instant, in session: any DatabaseSession) throws {
        try session.change(
            "UPDATE sessions SET revoked_at = ?2 WHERE holder_id = ?1 AND revoked_at IS NULL",
            [.text(holder), .instant(now)])
    }

    private static func hash(_ token: String) -> [UInt8] { Digest.sha256(Array(token.utf8)) }
}
