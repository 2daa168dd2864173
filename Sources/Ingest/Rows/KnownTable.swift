/// The tables of `SCHEMA`, in its order.
enum KnownTable: String, CaseIterable, Sendable {
    case customers, agents, tickets
    case ticketComments = "ticket_comments"
    case ticketRemarks = "ticket_remarks"
    case serviceReports = "service_reports"
    case auditLog = "audit_log"
    case activities, contacts
    case customerNotes = "customer_notes"
    case deals, notifications, articles
    case cannedResponses = "canned_responses"
    case leads
    case chatMessages = "chat_messages"
    case appSettings = "app_settings"
    case moderators, accountants

    /// The tables whose absence makes figures less right.
    static let core: [KnownTable] = [
        .customers, .agents, .tickets, .ticketComments, .ticketRemarks, .serviceReports, .auditLog,
    ]

    /// The columns that the reader takes something from, and whether their absence is worth a finding.
    var columns: [(name: String, matters: Bool)] {
        switch self {
        case .customers:
            [("id", true), ("company_name", true), ("amc_expiry_date", true), ("tss_expiry_date", true)]
        case .agents:
            [("id", true), ("username", true), ("full_name", true), ("role", true), ("is_active", false)]
        case .tickets:
            [
                ("id", true), ("customer_id", true), ("client_ticket_uuid", false), ("created_by", false),
                ("title", false), ("category", true), ("priority", true), ("status", true), ("assigned_to", true),
                ("sla_due", false), ("created_at", true), ("updated_at", true), ("billed_at", false),
                ("bill_amount", false), ("assignment_history", false), ("completed_at", false),
            ]
        case .ticketComments:
            [("id", true), ("ticket_id", true), ("author", true), ("internal", true), ("created_at", true)]
        case .ticketRemarks: [("id", true), ("ticket_id", true), ("agent_id", true), ("created_at", true)]
        case .serviceReports:
            [
                ("id", true), ("ticket_id", true), ("agent_id", true), ("time_spent_minutes", false),
                ("created_at", true),
            ]
        case .auditLog:
            [
                ("id", true), ("ticket_id", true), ("action", true), ("payload", true), ("performed_by", true),
                ("created_at", true),
            ]
        case .appSettings: [("id", false), ("setting_key", true), ("setting_value", true)]
        default: [("id", false)]
        }
    }

    /// Whether a row is an event or a reply, which an unreadable instant or ticket id makes worthless.
    var isHappening: Bool {
        switch self {
        case .auditLog, .ticketComments, .ticketRemarks, .serviceReports: true
        default: false
        }
    }

    /// Whether rows hold passwords or keys: their text is never repeated in a message.
    var holdsSecrets: Bool {
        switch self {
        case .customers, .agents, .moderators, .accountants: true
        default: false
        }
    }
}

/// How the rows of one COPY block or one CSV file are laid out.
final class RowLayout: Sendable {
    /// The table as it is counted: a known name, or any other.
    let tableName: String
    let known: KnownTable?
    let format: FieldFormat
    /// The file that findings name.
    let file: String
    /// How many fields a row has; in INSERT statements the last of them is what stands between two rows.
    let fieldCount: Int
    /// Where each of the table's `columns` stands, or -1.
    let positions: [Int]
    let isCSV: Bool
    let isInsert: Bool
    /// Of INSERT statements: the bytes up to `VALUES`, which the next ones probably begin with, too.
    let insertHead: [UInt8]
    /// What the bytes are written in, when that is not UTF-8.
    let encoding: SingleByteEncoding?

    /// What is handed on of its rows, when they are not made into a dataset.
    let raw: RawLayout?

    init(
        table: String, known: KnownTable?, columns: [String], format: FieldFormat, file: String,
        insertHead: [UInt8] = [], encoding: SingleByteEncoding? = nil, raw: RawColumns?
    ) {
        self.encoding = encoding
        self.raw = known.flatMap { RawLayout(raw, table: $0.rawValue, columns: columns) }
        tableName = table
        self.known = known
        self.format = format
        self.file = file
        self.insertHead = insertHead
        positions = known?.columns.map { column in columns.firstIndex(of: column.name) ?? -1 } ?? []
        if case .csv = format { isCSV = true } else { isCSV = false }
        if case .insert = format { isInsert = true } else { isInsert = false }
        fieldCount = columns.count + (isInsert ? 1 : 0)
    }

    /// The known columns that the source lacks although they matter.
    var missingColumns: [String] {
        guard let known else { return [] }
        return zip(known.columns, positions).filter { $0.matters && $1 < 0 }.map(\.0.name)
    }
}
