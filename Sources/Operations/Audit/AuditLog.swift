public import ServiceDesk

/// Something that happened, on its way into the log.
public struct AuditEntry: Sendable {
    /// The ticket, when it happened to one.
    public var ticket: EntityID<Ticket>?
    /// The name of the event, in snake case.
    public var action: String
    /// What belongs to it.
    public var payload: JSONValue
    /// Who did it.
    public var performedBy: String?
    /// When.
    public var at: Instant

    /// An entry.
    public init(ticket: EntityID<Ticket>?, action: String, payload: JSONValue, performedBy: String?, at: Instant) {
        self.ticket = ticket
        self.action = action
        self.payload = payload
        self.performedBy = performedBy
        self.at = at
    }
}

/// The log of everything that happened, each row holding the hash of the one before.
public enum AuditLog {
    /// Appends entries; they are in the log when the transaction is committed.
    public static func append(_ entries: [AuditEntry], in session: any DatabaseSession) throws {
        var chain = try AuditChain(session)
        for entry in entries {
            try chain.append(
                StoredEvent(
                    id: SecureRandom.uuid(), ticket: entry.ticket?.text, action: entry.action,
                    payload: entry.payload == .null ? nil : entry.payload.canonicalText,
                    performedBy: entry.performedBy, at: entry.at.postgres))
        }
    }
}

/// An audit row as it is stored: texts.
struct StoredEvent {
    var id: String
    var ticket: String?
    var action: String
    /// Canonical JSON.
    var payload: String?
    var performedBy: String?
    var at: String?
}

/// The end of the chain, while rows are appended to it. A server chains by itself.
struct AuditChain {
    private let session: any DatabaseSession
    private var hash = AuditHash()
    private var head: (seq: Int64, hash: [UInt8])

    init(_ session: any DatabaseSession) throws {
        self.session = session
        head = session.backEnd == .sqlite ? try AuditChain.head(in: session) : (0, AuditHash.start)
    }

    /// The last row of the log: its number and hash; 0 and zeros for an empty log.
    static func head(in session: any DatabaseSession) throws -> (seq: Int64, hash: [UInt8]) {
        let row = try session.row("SELECT seq, hash FROM audit_log WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1")
        return (row?.integer("seq") ?? 0, row?.bytes("hash") ?? AuditHash.start)
    }

    mutating func append(_ event: StoredEvent) throws {
        let values: [SQLValue] = [
            .text(event.id), .text(orNull: event.ticket), .text(event.action), .text(orNull: event.payload),
            .text(orNull: event.performedBy), .text(orNull: event.at),
        ]
        guard session.backEnd == .sqlite else {
            try session.change(
                """
                INSERT INTO audit_log (id, ticket_id, action, payload, performed_by, created_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """, values)
            return
        }
        let seq = head.seq + 1
        let own = hash.of(
            previous: head.hash, seq: seq, id: event.id, at: AuditHash.microseconds(event.at),
            actor: event.performedBy, action: event.action, ticket: event.ticket, payload: event.payload)
        try session.change(
            """
            INSERT INTO audit_log (id, ticket_id, action, payload, performed_by, created_at, seq, prev_hash, hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, values + [.integer(seq), .bytes(head.hash), .bytes(own)])
        head = (seq, own)
    }
}
