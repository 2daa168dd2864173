/// How much a finding matters.
public enum Severity: String, Sendable {
    /// Something to know; no figure is less right for it.
    case info
    /// A figure may be less right for it.
    case warning
    /// Rows or whole parts are missing.
    case error
}

/// Everything that can be odd about the data: one code each, stable, explained by `explain finding CODE`.
public enum FindingCode: String, CaseIterable, Sendable {
    // Values.
    case unknownStatus = "unknown_status"
    case unknownPriority = "unknown_priority"
    case badValue = "bad_value"
    case amountRounded = "amount_rounded"
    case amountNotFinite = "amount_not_finite"
    case amountOutOfRange = "amount_out_of_range"
    // Rows and references.
    case duplicateID = "duplicate_id"
    case duplicateClientKey = "duplicate_client_key"
    case orphanCustomer = "orphan_customer"
    case orphanAgent = "orphan_agent"
    case orphanTicket = "orphan_ticket"
    // Histories.
    case eventWithoutTime = "event_without_time"
    case eventWithoutValue = "event_without_value"
    case oldValueMismatch = "old_value_mismatch"
    case statusWithoutEvent = "status_without_event"
    case doneTimeUnknown = "done_time_unknown"
    case createdAtMissing = "created_at_missing"
    case clockBackwards = "clock_backwards"
    case skewedTimestamps = "skewed_timestamps"
    // Policies and clocks.
    case noPolicy = "no_policy"
    case slaDueDiffers = "sla_due_differs"
    // Sources.
    case missingTable = "missing_table"
    case missingColumn = "missing_column"
    case noRows = "no_rows"
    case truncated = "truncated"
    case rejectedRow = "rejected_row"
    case keptNewer = "kept_newer"
    case skippedCommand = "skipped_command"
    case unreadableSetting = "unreadable_setting"

    /// How much it matters.
    public var severity: Severity {
        switch self {
        case .truncated, .rejectedRow, .noRows: .error
        case .skewedTimestamps, .skippedCommand, .oldValueMismatch, .duplicateClientKey, .slaDueDiffers, .keptNewer:
            .info
        default: .warning
        }
    }
}

/// Where something was found: a place in a file, or a row of a table where the place is no longer known.
public struct Place: Hashable, Sendable {
    /// The source or the file inside it.
    public var file: String?
    /// The line, from 1.
    public var line: Int?
    /// The column in bytes, from 1.
    public var column: Int?
    /// The table.
    public var table: String?
    /// The row's id.
    public var id: String?

    /// A place in a file.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// A row of a table.
    public init(table: String, id: String?) {
        self.table = table
        self.id = id
    }

    /// The place as people read it: `tickets.csv:1042:7`, or `tickets 0b1c2d3e-…`.
    public var description: String {
        if let file {
            return [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
        }
        return [table, id].compactMap { $0 }.joined(separator: " ")
    }
}

/// One instance of a finding.
public struct FindingExample: Hashable, Sendable {
    /// Where it is.
    public var place: Place
    /// What stands there.
    public var text: String
    /// What is odd about it, as a sentence without a full stop.
    public var sentence: String
    /// What to do, when there is something to do.
    public var hint: String?
    /// The line of the source, for a caret to point into.
    public var sourceLine: String?

    /// One instance.
    public init(place: Place, text: String, sentence: String, hint: String? = nil, sourceLine: String? = nil) {
        self.place = place
        self.text = text
        self.sentence = sentence
        self.hint = hint
        self.sourceLine = sourceLine
    }
}
