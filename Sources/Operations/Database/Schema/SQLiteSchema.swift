/// The engine's own file.
enum SQLiteSchema {
    /// Version 1.
    static var first: [String] {
        var statements: [String] = []
        for table in DeskTables.all { statements.append(extended(table).createInSQLite) }
        statements += OwnTables.all.map(\.createInSQLite)
        return statements + indexes + triggers
    }

    /// A table of the product with our columns. Audit rows are in the order of the chain.
    private static func extended(_ table: TableDefinition) -> TableDefinition {
        switch table.name {
        case "tickets":
            TableDefinition(
                table.name, table.columns + [.column("number", .integer)] + OwnTables.ticketColumns, rules: table.rules)
        case "audit_log":
            TableDefinition(
                table.name, [.column("seq", .integer)] + table.columns + OwnTables.auditColumns,
                rules: ["PRIMARY KEY (seq)", "UNIQUE (id)"])
        default: table
        }
    }

    private static let indexes = [
        "CREATE UNIQUE INDEX tickets_number ON tickets (number)",
        "CREATE INDEX tickets_customer ON tickets (customer_id)",
        "CREATE INDEX audit_log_ticket ON audit_log (ticket_id)",
        "CREATE INDEX ticket_comments_ticket ON ticket_comments (ticket_id)",
        "CREATE INDEX ticket_remarks_ticket ON ticket_remarks (ticket_id)",
        "CREATE INDEX service_reports_ticket ON service_reports (ticket_id)",
        "CREATE INDEX agents_username ON agents (username)",
        "CREATE INDEX api_keys_customer ON api_keys (customer_id)",
        "CREATE INDEX intakes_received ON intakes (received_at)",
    ]

    /// Tickets get a running number; audit rows are only ever appended, each to the last one.
    private static let triggers = [
        """
        CREATE TRIGGER tickets_number_given AFTER INSERT ON tickets WHEN NEW.number IS NULL BEGIN
            UPDATE tickets SET number = (SELECT coalesce(max(number), 0) + 1 FROM tickets) WHERE rowid = NEW.rowid;
        END
        """,
        """
        CREATE TRIGGER audit_log_continues BEFORE INSERT ON audit_log
        WHEN NEW.prev_hash IS NOT coalesce((SELECT hash FROM audit_log ORDER BY seq DESC LIMIT 1), zeroblob(32))
        BEGIN SELECT RAISE(ABORT, 'an audit row must continue the chain'); END
        """,
        """
        CREATE TRIGGER audit_log_stays BEFORE UPDATE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'audit rows cannot be changed'); END
        """,
        """
        CREATE TRIGGER audit_log_remains BEFORE DELETE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'audit rows cannot be deleted'); END
        """,
    ]
}
