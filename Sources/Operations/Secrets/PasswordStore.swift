public import ServiceDesk

/// The table of password hashes.
public enum PasswordStore {
    /// Sets the password of an agent or portal user and ends all sessions of the old one.
    public static func set(
        _ phc: String, for holder: String, at now: Instant, in session: any DatabaseSession
    ) throws {
        try session.change("DELETE FROM password_hashes WHERE holder_id = ?1", [.text(holder)])
        try session.change(
            "INSERT INTO password_hashes (holder_id, phc, changed_at) VALUES (?1, ?2, ?3)",
            [.text(holder), .text(phc), .instant(now)])
        try Sessions.endAll(of: holder, at: now, in: session)
    }

    /// The hash of an agent or portal user, as a PHC string; nil when there is none.
    public static func hash(of holder: String, in session: any DatabaseSession) throws -> String? {
        try session.row("SELECT phc FROM password_hashes WHERE holder_id = ?1", [.text(holder)])?.text("phc")
    }
}
