extension Metric {
    /// Unfinished tickets at an instant.
    public static let backlog = Metric(
        "backlog", "Backlog", .queue, question: "How much work is unfinished?",
        definition:
            "Tickets that are open or paused. A stock at an instant, not created minus done. BillRaised is done.",
        population: "tickets", dateBasis: "as-of, or the end of each day", source: "audit_log status events",
        unit: .tickets, better: .lower,
        differs: "The app has three different open sets; one of them counts finished work that awaits its bill.")

    /// The part of the backlog that waits for the customer.
    public static let paused = Metric(
        "paused_now", "Waiting for the customer", .queue, question: "How much of the backlog is the customer's turn?",
        definition: "Tickets of the backlog in Waiting for Customer.", population: "backlog", dateBasis: "as-of",
        source: "audit_log status events", unit: .tickets)

    /// Backlog by age.
    public static let ageing = Metric(
        "ageing", "Age of the backlog", .queue, question: "How old is what is unfinished?",
        definition:
            "as-of minus creation, by the edges 4 h, 24 h, 3 d, 7 d and 30 d; median, 90th percentile, longest.",
        population: "backlog", dateBasis: "as-of", source: "tickets.created_at, after skew", unit: .calendarTime,
        better: .lower,
        differs: "The app ages finished work that awaits its bill, and fresh tickets can have a negative age.")

    /// Backlog without an owner.
    public static let unclaimed = Metric(
        "unclaimed", "Unclaimed", .queue, question: "What does nobody work on?",
        definition: "Tickets of the backlog without an assignee.", population: "backlog", dateBasis: "as-of",
        source: "audit_log assignments, tickets.assigned_to", unit: .tickets, better: .lower,
        differs: "The app's tile counts closed tickets too, or hides all but today's.")

    /// Creation to the first owner.
    public static let timeToClaim = Metric(
        "time_to_claim", "Time to claim", .queue, question: "How long does a ticket wait for an owner?",
        definition: "Creation to the first assignee, in calendar time. A ticket that had an owner from its creation on "
            + "waited for none: it is left out and counted.",
        population: "tickets first assigned in the period, after their creation", dateBasis: "first assignment",
        source: "audit_log assignments, assignment_history, tickets.assigned_to", unit: .calendarTime,
        better: .lower)

    static let queueMetrics: [Metric] = [backlog, paused, ageing, unclaimed, timeToClaim]
}
