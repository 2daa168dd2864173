extension Metric {
    /// Clocks that another policy breaks.
    public static let newlyBreached = Metric(
        "newly_breached", "Newly breached", .sla, question: "Which promises would the other policy break?",
        definition: "Clocks that the first policy file keeps and the second breaks, on the same history.",
        clock: "either", population: "clocks that both judge", dateBasis: "creation of the ticket",
        source: "SLA evaluation under both policy files", unit: .clocks, better: .lower)

    /// Clocks that another policy keeps.
    public static let newlyMet = Metric(
        "newly_met", "Newly met", .sla, question: "Which broken promises would the other policy have kept?",
        definition: "Clocks that the first policy file breaks and the second keeps, on the same history.",
        clock: "either", population: "clocks that both judge", dateBasis: "creation of the ticket",
        source: "SLA evaluation under both policy files", unit: .clocks, better: .higher)

    /// Clocks that are late only because they were due at a closing.
    public static let lateAfterClosing = Metric(
        "late_after_closing", "Late only after closing", .sla,
        question: "How many promises were broken without a working second being lost?",
        definition: "Breached clocks that were due at a closing time and stopped before the next opening: all that was "
            + "promised was used, and not a second more.",
        clock: "either", population: "breached clocks that have stopped", dateBasis: "creation of the ticket",
        source: "SLA evaluation (breached_at, stopped_at and the calendar)", unit: .clocks, better: .lower)

    static let policyMetrics: [Metric] = [newlyBreached, newlyMet, lateAfterClosing]
}
