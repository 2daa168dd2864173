public import ServiceDesk

/// An intake in the log of intakes.
public struct IntakeRow: Sendable {
    /// The intake.
    public let id: String
    /// When it came.
    public let receivedAt: Instant?
    /// By which way, and from whom.
    public let source, caller: String?
    /// Whose it is.
    public let customer: EntityID<Customer>?
    /// Its key.
    public let clientKey: String?
    /// What it said.
    public let payload: JSONValue
    /// What became of it: created, replayed or refused.
    public let outcome: String
    /// What the command exited with.
    public let exit: Int64
    /// Why it was refused; nil when it was not.
    public let sentence: String?
    /// The ticket that it made or found.
    public let ticket: EntityID<Ticket>?

    static let columns =
        "id, received_at, source, caller, customer_id, client_key, payload, outcome, exit, sentence, ticket_id"

    init(_ row: SQLRow) {
        id = row.text("id") ?? ""
        receivedAt = row.instant("received_at")
        source = row.text("source")
        caller = row.text("caller")
        customer = row.id("customer_id")
        clientKey = row.text("client_key")
        payload = row.json("payload")
        outcome = row.text("outcome") ?? ""
        exit = row.integer("exit") ?? 0
        sentence = row.text("sentence")
        ticket = row.id("ticket_id")
    }
}

extension HelpDesk {
    /// The intakes, the newest first.
    /// - Parameter outcome: only those that were created, replayed or refused.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func intakes(outcome: String?, limit: Int?, by claim: CallerClaim) throws -> [IntakeRow] {
        try refusing {
            try look { desk in
                try desk.caller(claim).check(.listIntakes)
                let rows = try desk.session.rows(
                    "SELECT \(IntakeRow.columns) FROM intakes ORDER BY received_at DESC, id LIMIT ?1",
                    [.count(limit ?? Int(Int32.max))]
                ).map(IntakeRow.init)
                return rows.filter { outcome == nil || $0.outcome == outcome }
            }
        }
    }

    /// An intake by its id.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func intake(_ id: String, by claim: CallerClaim) throws -> IntakeRow {
        try refusing {
            try look { desk in
                let caller = try desk.caller(claim)
                let row = try EntityID<Intake>(id).flatMap { id in
                    try desk.session.row("SELECT \(IntakeRow.columns) FROM intakes WHERE id = ?1", [.id(id)])
                }
                guard let row else { throw Refusal.unknownIntake(id) }
                try caller.check(.showIntake)
                return IntakeRow(row)
            }
        }
    }
}
