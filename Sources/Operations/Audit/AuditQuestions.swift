public import ServiceDesk

/// An audit row, as people and programs read it.
public struct AuditRow: Sendable {
    /// Its running number.
    public let seq: Int64
    /// Its id.
    public let id: String
    /// The ticket.
    public let ticket: String?
    /// What happened.
    public let action: String
    /// What belongs to it.
    public let payload: JSONValue
    /// Who did it.
    public let performedBy: String?
    /// When.
    public let at: Instant?
    /// Its hash, in hexadecimal digits.
    public let hash: String
}

extension HelpDesk {
    /// Rows of the log, the newest first.
    /// - Parameter ticket: a ticket as people name it; all rows when nil.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func auditRows(ticket: String?, limit: Int, by claim: CallerClaim) throws -> [AuditRow] {
        try refusing {
            try look { transaction in
                let caller = try transaction.caller(claim)
                try caller.check(.showAudit)
                let id = try ticket.map { try TicketFinder(session: transaction.session, caller: caller).ticket($0) }
                return try AuditLog.rows(ticket: id, limit: limit, in: transaction.session)
            }
        }
    }
}

extension AuditLog {
    /// Rows of the log, the newest first.
    /// - Parameters:
    ///   - ticket: rows of this ticket only, by its id.
    ///   - limit: at the most so many.
    public static func rows(
        ticket: EntityID<Ticket>?, limit: Int, in session: any DatabaseSession
    ) throws -> [AuditRow] {
        let columns = "seq, id, ticket_id, action, payload, performed_by, created_at, hash"
        let rows =
            if let ticket {
                try session.rows(
                    "SELECT \(columns) FROM audit_log WHERE ticket_id = ?1 ORDER BY seq DESC LIMIT ?2",
                    [.id(ticket), .count(limit)])
            } else {
                try session.rows("SELECT \(columns) FROM audit_log ORDER BY seq DESC LIMIT ?1", [.count(limit)])
            }
        return rows.map { row in
            AuditRow(
                seq: row.integer("seq") ?? 0, id: row.text("id") ?? "", ticket: row.text("ticket_id"),
                action: row.text("action") ?? "",
                payload: row.text("payload").flatMap { try? JSONValue(parsing: $0) } ?? .null,
                performedBy: row.text("performed_by"), at: row.instant("created_at"),
                hash: hexadecimal(row.bytes("hash") ?? []))
        }
    }
}
