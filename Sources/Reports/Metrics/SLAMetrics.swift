extension Metric {
    private static let clockDifference =
        "The app tests one response target, in round-the-clock minutes, against updated_at; a desk where nothing is "
        + "measurable shows 0 %."

    /// Attainment of the first response clock.
    public static let firstResponseAttainment = attainment(
        "attainment_first_response", "First response attainment", clock: "first response",
        question: "How often did customers hear from us in time?", differs: clockDifference)

    /// Attainment of the resolution clock.
    public static let resolutionAttainment = attainment(
        "attainment_resolution", "Resolution attainment", clock: "resolution",
        question: "How often was the work finished in time?", differs: clockDifference)

    /// Attainment of the claim clock.
    public static let claimAttainment = attainment(
        "attainment_claim", "Claim attainment", clock: "claim",
        question: "How often did somebody take a ticket in time?")

    /// Attainment of the next response clock.
    public static let nextResponseAttainment = attainment(
        "attainment_next_response", "Next response attainment", clock: "next response",
        question: "How often did customers who wrote again hear from us in time?")

    /// Attainment of the periodic update clock.
    public static let periodicUpdateAttainment = attainment(
        "attainment_periodic_update", "Periodic update attainment", clock: "periodic update",
        question: "How often did customers hear from us as regularly as promised?")

    private static func attainment(
        _ id: String, _ title: String, clock: String, question: String, differs: String? = nil
    ) -> Metric {
        Metric(
            id, title, .sla, question: question,
            definition: "met / (met + breached). A clock that is open past its due instant is breached, and so is one "
                + "that was breached once and finished later. Running, paused and inapplicable clocks are counted beside "
                + "it and never in it. Nothing judged: no value, never 0 %.",
            clock: clock, population: "clocks that were judged in the period", denominator: "met + breached",
            dateBasis: "the instant of judgement: breached_at, else due_at, else stopped_at",
            source: "SLA evaluation of tickets, audit_log, replies and the policy (SEMANTICS 5 and 6)",
            unit: .share, better: .higher, differs: differs)
    }

    /// The time until the customer hears from the desk.
    public static let firstResponseTime = Metric(
        "first_response_time", "First response time", .sla,
        question: "How long does a customer wait until somebody answers?",
        definition: "Creation to the stop of the first response clock: the first reply by an agent that the customer "
            + "can see, or the first time the ticket waits for the customer or is done. Median, 90th percentile, mean; "
            + "percentiles interpolate linearly (PERCENTILE.INC) over whole seconds.",
        clock: "first response", population: "tickets whose first response lies in the period",
        dateBasis: "first response", source: "ticket_comments, ticket_remarks, service_reports, audit_log",
        unit: .businessTime, better: .lower,
        differs: "The app measures no response; it compares a response target with the time of the last edit.")

    /// The time until somebody takes a ticket, in working time.
    public static let claimTime = Metric(
        "claim_time", "Claim time", .sla, question: "How long does a ticket wait until somebody takes it?",
        definition: "Creation to the stop of the claim clock: the first instant with an assignee, or done. "
            + timeStatistics,
        clock: "claim", population: "tickets that were claimed in the period", dateBasis: "claim",
        source: "audit_log assignments, else assignment_history and assigned_to", unit: .businessTime, better: .lower)

    /// The time until a customer who wrote again hears from the desk.
    public static let nextResponseTime = Metric(
        "next_response_time", "Next response time", .sla,
        question: "How long does a customer who writes again wait until somebody answers?",
        definition:
            "From the first message that waits for an answer, after the first reply, to the next reply that the "
            + "customer can see, or done; once per exchange. " + timeStatistics,
        clock: "next response", population: "exchanges whose answer lies in the period", dateBasis: "answer",
        source: "ticket_comments, ticket_remarks, service_reports, audit_log", unit: .businessTime, better: .lower)

    /// The time between two updates.
    public static let periodicUpdateTime = Metric(
        "periodic_update_time", "Time between updates", .sla,
        question: "How long does a customer go without hearing from us?",
        definition: "From creation, and from each reply that the customer can see while the ticket is not done, to the "
            + "next one, or done; pauses left out where the policy says so. " + timeStatistics,
        clock: "periodic update", population: "cycles that ended in the period", dateBasis: "end of the cycle",
        source: "ticket_comments, ticket_remarks, service_reports, audit_log", unit: .businessTime, better: .lower)

    private static let timeStatistics =
        "Median, 90th percentile, mean; percentiles interpolate linearly (PERCENTILE.INC) over whole seconds."

    /// The time until the work is finished.
    public static let resolutionTime = Metric(
        "resolution_time", "Resolution time", .sla, question: "How long does it take until the work is finished?",
        definition: "Creation to the last entry into a done status at or before as-of, pauses included. Median, 90th "
            + "percentile, mean; percentiles interpolate linearly (PERCENTILE.INC) over whole seconds.",
        clock: "resolution", population: "tickets done at as-of whose last done lies in the period",
        dateBasis: "last done",
        source: "audit_log status events; else completed_at, billed_at, service report, updated_at (SEMANTICS 3.4)",
        unit: .businessTime, better: .lower,
        differs: "The app's average runs from creation to updated_at, which any later edit or bill moves.")

    /// Business time that the resolution clock counted.
    public static let timeUsed = Metric(
        "time_used", "Time used of the target", .sla, question: "How much of the promised time did the work take?",
        definition: "Business time while the clock ran, until its stop or as-of, without pauses.",
        clock: "either", population: "clocks with a target",
        dateBasis: "the instant of judgement", source: "SLA evaluation (used_s of the sla command)",
        unit: .businessTime, better: .lower)

    /// Clocks whose due instant comes soon.
    public static let atRiskNow = Metric(
        "at_risk_now", "At risk now", .sla, question: "Which promises break next unless somebody acts?",
        definition:
            "Running clocks that are due within the warning lead (60 minutes unless the policy says otherwise).",
        clock: "either", population: "running clocks at as-of", dateBasis: "as-of",
        source: "SLA evaluation (state at_risk)", unit: .clocks, better: .lower,
        differs:
            "The app tests a stored sla_due that nothing ever writes, and counts finished work that awaits its bill.")

    /// Clocks open past their due instant.
    public static let overdueNow = Metric(
        "overdue_now", "Overdue now", .sla, question: "How many promises are broken and still open?",
        definition: "Breached clocks that have not stopped.",
        clock: "either", population: "clocks of the backlog at as-of", dateBasis: "as-of",
        source: "SLA evaluation (state breached, not stopped)", unit: .clocks, better: .lower,
        differs: "The app counts tickets in BillRaised, whose work is finished, as overdue.")

    static let slaMetrics: [Metric] = [
        firstResponseAttainment, resolutionAttainment, claimAttainment, nextResponseAttainment,
        periodicUpdateAttainment, firstResponseTime, resolutionTime, claimTime, nextResponseTime, periodicUpdateTime,
        timeUsed, atRiskNow, overdueNow,
    ]
}
