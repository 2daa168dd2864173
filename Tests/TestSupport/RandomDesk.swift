public import ServiceDesk

/// Desks of a seed: few distinct instants, so that everything coincides with everything now and then.
public enum RandomDesk {
    /// The first instant of the desks.
    public static let start = instant("2026-03-02T04:30:00Z")

    /// An instant of the desks: a quarter of an hour of some days, now and then a microsecond beside it.
    public static func moment(_ random: inout SeededGenerator) -> Instant {
        let quarter = Int64.random(in: 0..<300, using: &random)
        let beside = Int64([0, 0, 0, 0, 1, -1].randomElement(using: &random) ?? 0)
        return start + .minutes(quarter * 15) + TimeSpan(microseconds: beside)
    }

    /// A desk of so many tickets with events, replies and rows that do or do not agree.
    public static func desk(seed: UInt64, tickets: Int) -> DeskBuilder {
        var random = SeededGenerator(seed: seed)
        var desk = DeskBuilder()
        for name in ["ravi", "sunita"] { desk.agent(name) }
        desk.customer("Sharma Traders", amc: LocalDate(year: 2026, month: 3, day: 20))
        desk.customer("Mehta & Sons")
        for number in 1...max(1, tickets) { add(number, to: &desk, &random) }
        return desk
    }

    private static let statuses = [
        "New", "Open", "InProgress", "On Hold", "Waiting for Customer", "Resolved", "closed", "Reopened", "BillRaised",
        "BillProcessed", "Pending Vendor",
    ]
    private static let priorities = ["Low", "Normal", "High", "Critical", "urgent", "Critcal"]

    private static func add(_ number: Int, to desk: inout DeskBuilder, _ random: inout SeededGenerator) {
        let status = statuses.randomElement(using: &random)
        let priority = Bool.random(using: &random) ? priorities.randomElement(using: &random) : nil
        let times = (0..<4).map { _ in Int.random(in: 0..<3, using: &random) == 0 ? moment(&random) : nil }
        let created = moment(&random)
        let customer = [0, 1, nil].randomElement(using: &random) ?? nil
        let assignee = [0, 1, nil].randomElement(using: &random) ?? nil
        desk.ticket(number, created: created) {
            $0.status = status
            $0.priority = priority
            $0.updated = times[0]
            $0.completed = times[1]
            $0.billed = times[2]
            $0.slaDue = times[3]
            $0.customer = customer
            $0.assignee = assignee
        }
        for _ in 0..<Int.random(in: 0..<7, using: &random) { addEvent(number, to: &desk, &random) }
        for _ in 0..<Int.random(in: 0..<2, using: &random) {
            desk.remark(number, at: moment(&random), by: [0, nil].randomElement(using: &random) ?? nil)
        }
        if Int.random(in: 0..<4, using: &random) == 0 { desk.serviceReport(number, at: moment(&random), by: 1) }
    }

    private static func addEvent(_ number: Int, to desk: inout DeskBuilder, _ random: inout SeededGenerator) {
        let at = moment(&random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: desk.event(number, "ticket_created", at: at, to: .text(priorities.randomElement(using: &random) ?? ""))
        case 1:
            desk.event(number, "priority_changed", at: at, to: .text(priorities.randomElement(using: &random) ?? ""))
        case 2:
            desk.event(
                number, "assigned", at: at, to: [.agent(0), .agent(1), .null].randomElement(using: &random) ?? .null)
        case 3: desk.event(number, "bill_raised", at: at, amount: Paise(118_000))
        default:
            let from = Bool.random(using: &random) ? statuses.randomElement(using: &random) : nil
            desk.status(number, statuses.randomElement(using: &random) ?? "Open", at: at, from: from)
        }
    }
}
