extension Metric {
    /// Bills raised.
    public static let billsRaised = Metric(
        "bills_raised", "Bills raised", .billing, question: "How much work was billed?",
        definition: "Bill events that raised a bill.", population: "bill events", dateBasis: "raised",
        source: "audit_log bill events", unit: .bills,
        differs: "The app counts tickets by today's status and dates them by the last edit.")

    /// Their amount.
    public static let amountRaised = Metric(
        "amount_raised", "Amount raised", .billing, question: "For how much?",
        definition: "Sum of the amounts of bills raised, exact to the paisa. Bills without an amount are counted.",
        population: "bill events with an amount", dateBasis: "raised", source: "audit_log payload, tickets.bill_amount",
        unit: .rupees, better: .higher)

    /// Bills processed.
    public static let billsProcessed = Metric(
        "bills_processed", "Bills processed", .billing, question: "How many bills went through?",
        definition: "Bill events that processed a bill.", population: "bill events", dateBasis: "processed",
        source: "audit_log bill events", unit: .bills, better: .higher)

    /// Their amount.
    public static let amountProcessed = Metric(
        "amount_processed", "Amount processed", .billing, question: "For how much?",
        definition: "Sum of the amounts of bills processed, exact to the paisa.",
        population: "bill events with an amount", dateBasis: "processed",
        source: "audit_log payload, tickets.bill_amount", unit: .rupees, better: .higher,
        differs: "The app adds every amount of a Closed ticket and leaves processed ones out.")

    /// Bills raised and not processed.
    public static let billsOutstanding = Metric(
        "bills_outstanding", "Bills outstanding", .billing, question: "What is billed and not yet processed?",
        definition: "Opening raised + raised - processed - cancelled = closing raised, in count and amount.",
        population: "bills", dateBasis: "as-of", source: "audit_log bill events", unit: .rupees, better: .lower)

    static let billingMetrics: [Metric] = [
        billsRaised, amountRaised, billsProcessed, amountProcessed, billsOutstanding,
    ]
}

extension Metric {
    /// Oddities of the data.
    public static let findings = Metric(
        "findings", "Findings", .quality, question: "What is odd about the data?",
        definition:
            "Values, rows and histories that are not as they should be, by code; explain finding CODE says more.",
        population: "everything that was read", dateBasis: "none", source: "reader and evaluation", unit: .rows,
        better: .lower)

    /// Rows that could not be read.
    public static let rejects = Metric(
        "rejects", "Rejected rows", .quality, question: "What could not be read at all?",
        definition: "Rows left out because their id, or something that an event cannot do without, is unreadable.",
        population: "rows of the sources", dateBasis: "none", source: "reader", unit: .rows, better: .lower)

    /// Rows with skewed clocks.
    public static let skewedRows = Metric(
        "skewed_rows", "Rows moved for skewed clocks", .quality,
        question: "How many times were written in local time as if it were UTC?",
        definition: "Rows whose updated_at or created_at was moved back by 5 h 30 min (SEMANTICS 3.9).",
        population: "tickets", dateBasis: "none", source: "tickets, audit_log", unit: .rows)

    /// How many done tickets have an event that says so.
    public static let doneByEvent = Metric(
        "done_by_event", "Done with an event", .quality, question: "How far can done times be trusted?",
        definition: "Tickets done at as-of whose done time comes from a status event / tickets done at as-of. The "
            + "others take it from completed_at, billed_at, a service report or updated_at, or it is unknown.",
        population: "tickets done at as-of", denominator: "tickets done at as-of", dateBasis: "as-of",
        source: "resolution_source of the sla command", unit: .share, better: .higher)

    static let qualityMetrics: [Metric] = [findings, rejects, skewedRows, doneByEvent]
}
