/// What the engine adds: columns of the product's tables, and tables of its own. On a server the tables lie in the
/// schema `aroundtally`, where no other role looks in.
enum OwnTables {
    /// Columns beside the product's. `unlogged` counts the versions of a ticket that came without an event of ours: one
    /// when the row was imported or written by another program; every row that the engine creates says 0.
    static let ticketColumns: [ColumnDefinition] = [
        .column("version", .integer, usual: "1", isRequired: true),
        .column("unlogged", .integer, usual: "1", isRequired: true),
        .column("breached_at", .instant),
    ]

    /// The columns of ours that an export holds and an import takes over.
    static let exportedTicketColumns: [ColumnDefinition] = [
        .column("number", .integer), .column("version", .integer), .column("breached_at", .instant),
    ]

    /// The chain of audit rows: a running number, the hash of the row before, the row's own.
    static let auditColumns: [ColumnDefinition] = [
        .column("prev_hash", .bytes), .column("hash", .bytes),
    ]

    static let all: [TableDefinition] = [
        // What each row was when it was last imported, so that a row that comes again changes nothing.
        TableDefinition(
            "imported_rows",
            [
                .column("table_name", isRequired: true), .column("row_id", .uuid, isRequired: true),
                .column("digest", .bytes, isRequired: true),
            ],
            rules: ["PRIMARY KEY (table_name, row_id)"]),
        // Passwords of agents, moderators, accountants and portal users, as PHC strings.
        TableDefinition(
            "password_hashes",
            [
                .column("holder_id", .uuid, isRequired: true), .column("phc", isRequired: true),
                .column("changed_at", .instant),
            ],
            rules: ["PRIMARY KEY (holder_id)"]),
        // People of a customer who may speak for it: role is `Customer Admin` or `Customer Member`.
        TableDefinition(
            "portal_users",
            [
                .column("id", .uuid, isRequired: true), .column("customer_id", .uuid, isRequired: true),
                .column("email", isRequired: true), .column("email_key", isRequired: true),
                .column("role", isRequired: true), .column("is_active", .boolean, usual: "1", isRequired: true),
                .column("created_at", .instant),
            ],
            rules: ["PRIMARY KEY (id)", "UNIQUE (email_key)"]),
        // Keys of customers: SHA-256 of the key, and its first eight characters for people.
        TableDefinition(
            "api_keys",
            [
                .column("id", .uuid, isRequired: true), .column("customer_id", .uuid, isRequired: true),
                .column("prefix", isRequired: true), .column("hash", .bytes, isRequired: true),
                .column("scopes", isRequired: true), .column("created_at", .instant), .column("valid_until", .instant),
                .column("revoked_at", .instant),
            ],
            rules: ["PRIMARY KEY (id)", "UNIQUE (hash)"]),
        // Who logged in: SHA-256 of the token. The holder is an agent or a portal user.
        TableDefinition(
            "sessions",
            [
                .column("token_hash", .bytes, isRequired: true), .column("holder_id", .uuid, isRequired: true),
                .column("created_at", .instant, isRequired: true), .column("last_seen_at", .instant, isRequired: true),
                .column("revoked_at", .instant),
            ],
            rules: ["PRIMARY KEY (token_hash)"]),
        // Failed logins, by account and by address.
        TableDefinition(
            "throttle",
            [
                .column("subject", isRequired: true), .column("failures", .integer, isRequired: true),
                .column("first_failure_at", .instant, isRequired: true),
                .column("blocked_until", .instant, isRequired: true),
            ],
            rules: ["PRIMARY KEY (subject)"]),
        // The content of the first intake with a key, and the ticket that it made.
        TableDefinition(
            "intake_keys",
            [
                .column("customer_id", .uuid, isRequired: true), .column("client_key", isRequired: true),
                .column("content", .json, isRequired: true), .column("ticket_id", .uuid, isRequired: true),
                .column("created_at", .instant, isRequired: true),
            ],
            rules: ["UNIQUE (customer_id, client_key)"]),
        // Every intake, also a refused or replayed one: outcome is `created`, `replayed` or `refused`.
        TableDefinition(
            "intakes",
            [
                .column("id", .uuid, isRequired: true), .column("received_at", .instant, isRequired: true),
                .column("source", isRequired: true), .column("caller"), .column("customer_id", .uuid),
                .column("client_key"), .column("payload", .json), .column("outcome", isRequired: true),
                .column("exit", .integer, isRequired: true), .column("sentence"), .column("ticket_id", .uuid),
            ]),
    ]
}
