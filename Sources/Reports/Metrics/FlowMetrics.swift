extension Metric {
    /// New tickets.
    public static let created = Metric(
        "created", "Created", .flow, question: "How much work came in?", definition: "Tickets created in the period.",
        population: "tickets", dateBasis: "creation", source: "tickets.created_at, after skew (SEMANTICS 3.9)",
        unit: .tickets,
        differs: "The app drops a ticket created exactly at midnight and counts at most 1,000 rows.")

    /// Entries into a done status.
    public static let done = Metric(
        "done", "Done", .flow, question: "How much work was finished?",
        definition: "Entries into a done status (Resolved, Closed, BillRaised, BillProcessed) from one that is not. "
            + "A ticket that is finished twice counts twice.",
        population: "status events", dateBasis: "done", source: "audit_log status events, else SEMANTICS 3.4",
        unit: .events, better: .higher,
        differs: "The app counts tickets created in the period that are Resolved or Closed today.")

    /// Returns from done to not done.
    public static let reopened = Metric(
        "reopened", "Reopened", .flow, question: "How much finished work came back?",
        definition: "Changes from a done status to one that is not done.",
        population: "status events", dateBasis: "reopening", source: "audit_log status events", unit: .events,
        better: .lower, differs: "No code of the app ever sets Reopened, so the app shows none.")

    /// Growth of the backlog.
    public static let netFlow = Metric(
        "net_flow", "Net flow", .flow, question: "Does the backlog grow?",
        definition: "created + reopened - done: by so much the backlog grew.", population: "events of the period",
        dateBasis: "each event's own instant", source: "the three metrics above", unit: .tickets, better: .lower)

    /// Done over created.
    public static let clearance = Metric(
        "clearance", "Clearance", .flow, question: "Do we finish as much as comes in?",
        definition: "done / (created + reopened); above 100 % the backlog shrinks.", population: "events of the period",
        denominator: "created + reopened", dateBasis: "each event's own instant", source: "created, reopened, done",
        unit: .share, better: .higher)

    /// The bridge from one backlog to the next.
    public static let bridge = Metric(
        "backlog_bridge", "Backlog bridge", .flow, question: "How did the backlog get from there to here?",
        definition: "backlog at start + created + reopened - done = backlog at end. It must close exactly.",
        population: "tickets", dateBasis: "each event's own instant; a start counts what happened strictly before it",
        source: "tickets, audit_log (SEMANTICS 6)", unit: .tickets)

    /// How often finished work came back.
    public static let reopenRate = Metric(
        "reopen_rate", "Reopen rate", .flow, question: "How often was finished work not finished?",
        definition: "Tickets done in the period that were reopened at least once after it, by as-of / tickets done "
            + "in the period. For the period before, the same time after its end counts.",
        population: "tickets done in the period", denominator: "tickets done in the period", dateBasis: "done",
        source: "audit_log status events", unit: .share, better: .lower)

    /// Solved with a single reply.
    public static let firstContactResolution = Metric(
        "first_contact_resolution", "First-contact resolution", .flow,
        question: "How often did one answer settle it?",
        definition:
            "Tickets with exactly one reply by an agent from their creation to 7 days after they were done, and "
            + "not reopened within these 7 days / tickets done. A ticket whose 7 days are not over at as-of is left out "
            + "and counted. A ticket done twice counts from the last time in the period.",
        population: "tickets done in the period, with their 7 days over", denominator: "the same tickets",
        dateBasis: "done", source: "ticket_comments, ticket_remarks, service_reports, audit_log", unit: .share,
        better: .higher)

    static let flowMetrics: [Metric] = [
        created, done, reopened, netFlow, clearance, bridge, reopenRate, firstContactResolution,
    ]
}
