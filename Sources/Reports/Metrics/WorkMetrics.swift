extension Metric {
    /// Work that engineers wrote down.
    public static let loggedMinutes = Metric(
        "logged_minutes", "Logged minutes", .work, question: "How much work was written down?",
        definition: "Sum of the minutes of service reports. Logging is sparse: the coverage stands beside it.",
        population: "service reports", dateBasis: "the report's own time", source: "service_reports.time_spent_minutes",
        unit: .minutes)

    /// Agent events per ticket.
    public static let touches = Metric(
        "touches", "Touches", .work, question: "How many steps did a ticket take?",
        definition: "Events of the log after the creation, replies that the customer saw and service reports, each up "
            + "to the last done of the period / tickets done in the period.",
        population: "tickets done in the period", denominator: "tickets done in the period", dateBasis: "done",
        source: "audit_log, ticket_comments, ticket_remarks, service_reports", unit: .ratio, better: .lower)

    /// Changes of owner.
    public static let reassignments = Metric(
        "reassignments", "Reassignments", .work, question: "How often did tickets change hands?",
        definition: "Changes from one assignee to another. Giving a ticket back to nobody is none.",
        population: "assignment events", dateBasis: "the change",
        source: "audit_log assignments, assignment_history", unit: .events, better: .lower)

    static let workMetrics: [Metric] = [loggedMinutes, touches, reassignments]
}

extension Metric {
    /// Customers by AMC state.
    public static let amcStates = contractStates("amc_contracts", "AMC contracts", column: "amc_expiry_date")

    /// Customers by TSS state.
    public static let tssStates = contractStates("tss_contracts", "TSS contracts", column: "tss_expiry_date")

    private static func contractStates(_ id: String, _ title: String, column: String) -> Metric {
        Metric(
            id, title, .contracts, question: "Who is covered, and whose cover ends soon?",
            definition: "Customers by state: active (more than 30 days left), expiring (0 to 30 days left), expired, "
                + "none. The last day still counts.",
            population: "customers", dateBasis: "local date of as-of", source: "customers.\(column)", unit: .customers,
            differs: "The app ends cover at the start of its last day and leaves customers without a date out.")
    }

    /// Backlog of customers whose AMC is in force.
    public static let amcQueue = Metric(
        "amc_queue", "AMC queue", .contracts, question: "How much unfinished work is for customers with an AMC?",
        definition: "Backlog of customers whose AMC is active or expiring; the Normal queue is the rest.",
        population: "backlog", dateBasis: "as-of", source: "customers.amc_expiry_date, audit_log", unit: .tickets)

    static let contractMetrics: [Metric] = [amcStates, tssStates, amcQueue]
}
