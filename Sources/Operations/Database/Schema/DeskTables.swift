/// The product's tables (`SCHEMA`), every column that ever was but those with clear passwords and keys: they are never
/// stored. No foreign keys, because real desks hold rows whose ticket or customer is gone, and none of them is dropped.
enum DeskTables {
    static let all: [TableDefinition] = core + extended

    /// The table of a name, if it is one of the product's.
    static func named(_ name: String) -> TableDefinition? { all.first { $0.name == name } }

    /// Columns of the product that hold clear passwords and keys. They are never selected.
    static let secrets: Set<String> = ["password", "api_key"]

    private typealias Column = ColumnDefinition
    private static let id = Column.column("id", .uuid, isRequired: true)
    private static let createdAt = Column.column("created_at", .instant)
    private static let updatedAt = Column.column("updated_at", .instant)

    private static func texts(_ names: String...) -> [ColumnDefinition] { names.map { .column($0) } }

    private static let core: [TableDefinition] = [
        TableDefinition(
            "customers",
            [id] + texts("company_name", "tally_license", "tally_serial_no") + [
                .column("amc_expiry_date", .date), .column("tss_expiry_date", .date),
            ] + texts("contact_person", "contact_phone", "contact_email") + [createdAt]
                + texts("accountant_name", "accountant_phone", "accountant_email") + [
                    .column("tally_customizations", .json), .column("secret_email"), .column("auth_user_id", .uuid),
                    .column("contact_phone_numbers", .textArray), .column("pinned_note"),
                    .column("tally_software_history", .json),
                ]),
        people("agents"),
        TableDefinition("tickets", ticketColumns),
        TableDefinition(
            "ticket_comments",
            [
                id, .column("ticket_id", .uuid), .column("author"), .column("body"), .column("internal", .boolean),
                createdAt,
            ]),
        TableDefinition(
            "ticket_remarks",
            [id, .column("ticket_id", .uuid), .column("agent_id", .uuid), .column("remark"), .column("stage")] + [
                createdAt, updatedAt, .column("customer_id", .uuid), .column("remark_type"), .column("voice_url"),
                .column("duration_seconds", .integer),
            ]),
        TableDefinition(
            "service_reports",
            [id, .column("ticket_id", .uuid), .column("agent_id", .uuid), .column("solution_provided")] + [
                .column("time_spent_minutes", .integer), .column("parts_used"), .column("remarks"),
                .column("customer_signature_url"), .column("agent_signature_url"), createdAt, updatedAt,
            ]),
        TableDefinition(
            "audit_log",
            [
                id, .column("ticket_id", .uuid), .column("action", isRequired: true), .column("payload", .json),
                .column("performed_by"), createdAt,
            ]),
        TableDefinition(
            "app_settings",
            [id, .column("setting_key"), .column("setting_value", .json), .column("updated_by"), updatedAt]),
    ]

    private static let ticketColumns: [ColumnDefinition] =
        [id, .column("customer_id", .uuid)] + texts("client_ticket_uuid", "created_by", "title", "description") + [
            .column("category"), .column("priority"), .column("status"), .column("assigned_to", .uuid),
            .column("sla_due", .instant), createdAt, updatedAt, .column("billed_at", .instant),
            .column("bill_amount", .numeric), .column("first_assigned_to", .uuid),
            .column("assignment_history", .json), .column("task_status"), .column("completed_at", .instant),
            .column("screenshot_url"),
        ]

    private static func people(_ name: String) -> TableDefinition {
        TableDefinition(
            name,
            [id] + texts("username", "full_name", "role") + [
                createdAt, .column("is_active", .boolean, usual: "1"), .column("auth_user_id", .uuid),
            ])
    }

    private static let extended: [TableDefinition] = [
        TableDefinition(
            "activities",
            [id, .column("account_id", .uuid), .column("contact_id", .uuid), .column("agent_id", .uuid)]
                + texts("type", "subject", "description") + [.column("occurred_at", .instant), createdAt]),
        TableDefinition(
            "contacts",
            [id, .column("account_id", .uuid)] + texts("full_name", "email", "phone", "role") + [
                .column("is_primary", .boolean), .column("is_billing_contact", .boolean), createdAt,
            ]),
        TableDefinition(
            "customer_notes",
            [
                id, .column("customer_id", .uuid), .column("agent_id", .uuid), .column("note"),
                .column("is_pinned", .boolean), createdAt,
            ]),
        TableDefinition(
            "deals",
            [
                id, .column("customer_id", .uuid), .column("title"), .column("stage"), .column("value", .numeric),
                .column("description"), .column("assigned_to", .uuid), .column("expected_close_date", .date), createdAt,
            ]),
        TableDefinition(
            "notifications",
            [id, .column("user_id", .uuid)] + texts("type", "title", "message", "link") + [
                .column("is_read", .boolean), createdAt,
            ]),
        TableDefinition(
            "articles",
            [
                id, .column("title"), .column("content"), .column("tags", .textArray), .column("created_by", .uuid),
                createdAt,
            ]),
        TableDefinition(
            "canned_responses",
            [id] + texts("title", "content", "category") + [.column("created_by", .uuid), createdAt]),
        TableDefinition(
            "leads", [id] + texts("company_name", "status") + [.column("amount", .numeric), createdAt]),
        TableDefinition(
            "chat_messages",
            [id, .column("sender_id", .uuid)] + texts("sender_name", "sender_role", "content") + [
                .column("is_deleted", .boolean), createdAt,
            ]),
        people("moderators"),
        people("accountants"),
    ]
}
