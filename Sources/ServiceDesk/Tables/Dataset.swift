/// All tables of a run, in memory, with ids resolved and events grouped by ticket.
public struct Dataset: Sendable {
    /// Where the rows come from, in the order in which they were read.
    public let sources: [String]
    /// The tickets.
    public let tickets: TicketTable
    /// The customers.
    public let customers: CustomerTable
    /// Every customer that is named anywhere.
    public let customerDirectory: Directory<Customer>
    /// The agents, and moderators and accountants, who have tables of their own in some databases.
    public let agents: AgentTable
    /// Everybody who is named as an agent anywhere.
    public let agentDirectory: Directory<Agent>
    /// The audit log.
    public let events: EventTable
    /// The assignments that tickets carry themselves.
    public let assignments: AssignmentTable
    /// The comments.
    public let comments: CommentTable
    /// The remarks.
    public let remarks: RemarkTable
    /// The service reports.
    public let serviceReports: ServiceReportTable
    /// What the data's own settings say about targets.
    public let workflowConfig: WorkflowConfig
    /// What was counted while reading, before duplicates were merged.
    public let inventory: Inventory
    /// What the reader found.
    public let findings: FindingLog

    /// The dataset of the given tables.
    public init(
        sources: [String], tickets: TicketTable, customers: CustomerTable, customerDirectory: Directory<Customer>,
        agents: AgentTable, agentDirectory: Directory<Agent>, events: EventTable, assignments: AssignmentTable,
        comments: CommentTable, remarks: RemarkTable, serviceReports: ServiceReportTable,
        workflowConfig: WorkflowConfig, inventory: Inventory, findings: FindingLog
    ) {
        self.sources = sources
        self.tickets = tickets
        self.customers = customers
        self.customerDirectory = customerDirectory
        self.agents = agents
        self.agentDirectory = agentDirectory
        self.events = events
        self.assignments = assignments
        self.comments = comments
        self.remarks = remarks
        self.serviceReports = serviceReports
        self.workflowConfig = workflowConfig
        self.inventory = inventory
        self.findings = findings
    }
}

extension Dataset {
    /// A dataset of which only is said what its sources hold: its tables have no rows.
    public init(
        sources: [String], workflowConfig: WorkflowConfig, inventory: Inventory, findings: FindingLog
    ) {
        self.init(
            sources: sources, tickets: .empty, customers: .empty, customerDirectory: Directory(ids: [], rowCount: 0),
            agents: .empty, agentDirectory: Directory(ids: [], rowCount: 0), events: .empty, assignments: .empty,
            comments: .empty, remarks: .empty, serviceReports: .empty, workflowConfig: workflowConfig,
            inventory: inventory, findings: findings)
    }
}

/// The `workflow_config` row of `app_settings`: first response minutes by priority, where it names them.
public struct WorkflowConfig: Hashable, Sendable {
    /// Minutes of the priorities that the row names; `urgent` has gone before `critical`, `medium` before `normal`.
    public let firstResponseMinutes: [Priority: Int64]

    /// The configuration with the given minutes.
    public init(firstResponseMinutes: [Priority: Int64] = [:]) { self.firstResponseMinutes = firstResponseMinutes }
}

/// What is in the sources, counted row by row before duplicates are merged: what `inspect` shows.
public struct Inventory: Sendable {
    /// The rows of one table.
    public struct TableCount: Hashable, Sendable {
        /// The table's name.
        public var name: String
        /// Whether the engine knows it (`SCHEMA`); others are only named.
        public var isKnown: Bool
        /// Rows kept.
        public var rows: Int
        /// Rows that could not be read.
        public var rejected: Int

        /// The count of a table.
        public init(name: String, isKnown: Bool, rows: Int = 0, rejected: Int = 0) {
            self.name = name
            self.isKnown = isKnown
            self.rows = rows
            self.rejected = rejected
        }
    }

    /// How often a raw value stands in a column; nil is NULL.
    public typealias ValueCounts = [String?: Int]

    /// The tables that the sources have, in the order of `SCHEMA`, then the unknown ones by name.
    public var tables: [TableCount] = []
    /// Tickets by raw status.
    public var ticketsByStatus: ValueCounts = [:]
    /// Tickets by raw priority.
    public var ticketsByPriority: ValueCounts = [:]
    /// The earliest finite `created_at` of a ticket, as stored.
    public var createdMin: Instant?
    /// The latest finite `created_at` of a ticket, as stored.
    public var createdMax: Instant?
    /// The sum of the bill amounts that are in range.
    public var billAmountSum: Paise = .zero
    /// The sum of the minutes of all service reports.
    public var timeSpentMinutesSum: Int64 = 0
    /// Customers by AMC expiry date; nil is NULL.
    public var amcExpiry: [LocalDate?: Int] = [:]
    /// Customers by TSS expiry date; nil is NULL.
    public var tssExpiry: [LocalDate?: Int] = [:]

    /// An inventory of nothing.
    public init() {}
}
