public import ServiceDesk

/// The tables of `list`: one row for each ticket, or for each breach. Ids stand beside names, so that scripts and people
/// both find what they need.
public struct TicketLists {
    private let dataset: Dataset
    private let clocks: ClockTable
    private let vocabulary: StatusVocabulary
    private let names: PeopleNames
    private let policies: [SLAPolicy]
    private let asOf: Instant

    /// The lists of an evaluation's tickets and clocks.
    public init(of clocks: ClockTable, evaluation: Evaluation) {
        self.clocks = clocks
        dataset = evaluation.dataset
        vocabulary = evaluation.vocabulary
        names = PeopleNames(dataset: evaluation.dataset)
        policies = evaluation.policies
        asOf = evaluation.parameters.asOf
    }

    /// Every ticket that exists at as-of, by id.
    public var tickets: ReportTable {
        ReportTable(
            id: "tickets", title: "Tickets", basis: "All tickets that exist at as-of.",
            columns: ticketColumns + [
                TableColumn("created_at", "Created", .instant), TableColumn("category", "Category", .text),
                TableColumn("age_s", "Age", .duration, unit: .calendarTime),
            ]
                + policies.shownClocks.flatMap { clock in
                    [
                        TableColumn(clock.name, clock.title, .state),
                        TableColumn(
                            "\(clock.name)_due_at", "\(clock == .firstResponse ? "Response" : clock.title) due",
                            .instant),
                    ]
                } + [TableColumn("policy", "Policy", .text)],
            rows: ordered(clocks.tickets.indices).map(ticketRow), emptyText: "No tickets.")
    }

    /// Every breach in `(since, as-of]`, the earliest first.
    public func breaches(since: Instant?) -> ReportTable {
        let breaches = clocksInOrder.filter { $0.clock.breachedAt.map { at in since.map { at > $0 } ?? true } ?? false }
        return ReportTable(
            id: "breaches", title: "Breaches", basis: "Clocks that breached up to as-of, by the instant of the breach.",
            columns: ticketColumns + clockColumns + [
                TableColumn("breached_at", "Breached", .instant), TableColumn("stopped_at", "Stopped", .instant),
                TableColumn("target_s", "Target", .duration, unit: .businessTime),
                TableColumn("used_s", "Used", .duration, unit: .businessTime),
            ],
            rows: sorted(breaches) { $0.clock.breachedAt }.map { place, clock in
                ticketCells(clocks.tickets[place]) + clockCells(clocks.tickets[place], clock) + [
                    cell(clock.breachedAt), cell(clock.stoppedAt), cell(clock.target), cell(clock.used),
                ]
            }, emptyText: "No breaches.")
    }

    /// Every clock that runs and is due within its warning lead, the earliest due first.
    public var atRisk: ReportTable {
        let atRisk = clocksInOrder.filter { $0.clock.state == .atRisk }
        return ReportTable(
            id: "at-risk", title: "At risk", basis: "Clocks that run and are due within the warning lead, by due.",
            columns: ticketColumns + clockColumns + [
                TableColumn("started_at", "Started", .instant), TableColumn("due_at", "Due", .instant),
                TableColumn("target_s", "Target", .duration, unit: .businessTime),
                TableColumn("used_s", "Used", .duration, unit: .businessTime),
                TableColumn("remaining_s", "Remaining", .duration, unit: .businessTime),
            ],
            rows: sorted(atRisk) { $0.clock.dueAt }.map { place, clock in
                ticketCells(clocks.tickets[place]) + clockCells(clocks.tickets[place], clock) + [
                    .instant(clock.startedAt), cell(clock.dueAt), cell(clock.target), cell(clock.used),
                    cell(clock.target.flatMap { target in clock.used.map { target - $0 } }),
                ]
            }, emptyText: "No clock is at risk.")
    }

    /// Every level that was reached in `(since, as-of]`, the earliest first.
    public func escalations(_ table: EscalationTable, since: Instant?) -> ReportTable {
        let all = table.escalations.filter { entry in since.map { entry.escalation.at > $0 } ?? true }
        let ids = dataset.tickets.id
        // A stable order: by the instant, then by ticket id, then by clock, cycle and level.
        let ordered = all.sorted { left, right in
            let (a, b) = (left.escalation, right.escalation)
            if a.at != b.at { return a.at < b.at }
            let (one, other) = (ids[a.clock.ticket.index], ids[b.clock.ticket.index])
            if one != other { return one < other }
            return (a.clock.ticket, a.clock.clock, a.clock.cycle, a.level)
                < (b.clock.ticket, b.clock.clock, b.clock.cycle, b.level)
        }
        return ReportTable(
            id: "escalations", title: "Escalations",
            basis: "Levels that clocks reached up to as-of, by the instant at which they did.",
            columns: ticketColumns + clockColumns + [
                TableColumn("level", "Level", .text), TableColumn("tell", "Tell", .text),
                TableColumn("tell_agent", "Tell agent", .text), TableColumn("at", "At", .instant),
                TableColumn("state", "State now", .state), TableColumn("due_at", "Due", .instant),
                TableColumn("stopped_at", "Stopped", .instant),
            ],
            rows: ordered.map { escalationRow(table.tickets[$0.ticket], $0.escalation) },
            emptyText: "Nobody had to be told.")
    }

    private func escalationRow(_ snapshot: TicketSnapshot, _ escalation: Escalation) -> [Cell] {
        let level = policies[escalation.policy].levels[escalation.clock.clock]?[escalation.level]
        let owner = level?.tell == "owner" ? escalation.owner : nil
        return ticketCells(snapshot) + clockCells(snapshot, escalation.clock) + [
            level.map { .text($0.pointText) } ?? .absent(.notRecorded),
            level.map { .text($0.tell) } ?? .absent(.notRecorded),
            owner.map { .text(names.agent($0)) } ?? .absent(.notApplicable), .instant(escalation.at),
            .state(escalation.clock.state.name, escalation.clock.state.tone), cell(escalation.clock.dueAt),
            cell(escalation.clock.stoppedAt),
        ]
    }

    private typealias PlacedClock = (place: Int, clock: ClockResult)

    /// All clocks with their tickets' places, by ticket id, then clock, then cycle.
    private var clocksInOrder: [PlacedClock] {
        ordered(clocks.tickets.indices).flatMap { place in clocks.clocks(of: place).map { (place, $0) } }
    }

    /// By an instant of theirs, those without one last; equal ones stay in order.
    private func sorted(_ placed: [PlacedClock], by instant: (PlacedClock) -> Instant?) -> [PlacedClock] {
        placed.enumerated().sorted { left, right in
            let (a, b) = (instant(left.element) ?? .infinity, instant(right.element) ?? .infinity)
            return a != b ? a < b : left.offset < right.offset
        }.map(\.element)
    }

    private var clockColumns: [TableColumn] {
        [
            TableColumn("clock", "Clock", .text), TableColumn("cycle", "Cycle", .count),
            TableColumn("policy", "Policy", .text),
        ]
    }

    private func clockCells(_ snapshot: TicketSnapshot, _ clock: ClockResult) -> [Cell] {
        [.text(clock.clock.name), .count(clock.cycle), policyCell(snapshot)]
    }

    private func cell(_ instant: Instant?) -> Cell { instant.map { .instant($0) } ?? .absent(.notApplicable) }

    private func cell(_ span: TimeSpan?) -> Cell { span.map { .duration($0) } ?? .absent(.notApplicable) }

    private func ordered(_ places: Range<Int>) -> [Int] {
        let ids = dataset.tickets.id
        return places.sorted { ids[clocks.tickets[$0].ticket.index] < ids[clocks.tickets[$1].ticket.index] }
    }

    private var ticketColumns: [TableColumn] {
        [
            TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
            TableColumn("customer_id", "Customer id", .text), TableColumn("customer", "Customer", .text),
            TableColumn("status", "Status", .text), TableColumn("service_state", "Service state", .text),
            TableColumn("priority", "Priority", .text), TableColumn("assigned_to", "Assigned to id", .text),
            TableColumn("agent", "Agent", .text),
        ]
    }

    private func ticketCells(_ snapshot: TicketSnapshot) -> [Cell] {
        let ticket = snapshot.ticket
        let customer = dataset.tickets.customer[ticket]
        return [
            .text(dataset.tickets.id[ticket.index].text),
            dataset.tickets.title?[ticket].map { .text($0) } ?? .absent(.notRecorded),
            customer.map { .text(dataset.customerDirectory.id(of: $0)) } ?? .absent(.notRecorded),
            customer.map { .text(names.customer($0)) } ?? .absent(.notRecorded),
            .text(vocabulary.names[Int(snapshot.status)]), .text(snapshot.clockServiceState.name),
            snapshot.priority == .untriaged ? .absent(.notRecorded) : .text(snapshot.priority.name),
            snapshot.assignee.map { .text(dataset.agentDirectory.id(of: $0)) } ?? .absent(.notRecorded),
            snapshot.assignee.map { .text(names.agent($0)) } ?? .absent(.notRecorded),
        ]
    }

    private func policyCell(_ snapshot: TicketSnapshot) -> Cell {
        snapshot.policy.map { .text(policies[$0].name) } ?? .absent(.notApplicable)
    }

    private func ticketRow(_ place: Int) -> [Cell] {
        let snapshot = clocks.tickets[place]
        let results = clocks.clocks(of: place)
        let clockCells = policies.shownClocks.flatMap { clock -> [Cell] in
            guard let result = results.last(where: { $0.clock == clock }) else {
                return [.absent(.notApplicable), .absent(.notApplicable)]
            }
            return [.state(result.state.name, result.state.tone), cell(result.dueAt)]
        }
        return ticketCells(snapshot) + [
            .instant(snapshot.createdAt),
            dataset.tickets.category[snapshot.ticket].map { .text($0) } ?? .absent(.notRecorded),
            .duration(asOf - snapshot.createdAt),
        ] + clockCells + [policyCell(snapshot)]
    }
}
