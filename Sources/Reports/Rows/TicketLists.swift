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
                TableColumn("first_response", "First response", .state),
                TableColumn("first_response_due_at", "Response due", .instant),
                TableColumn("resolution", "Resolution", .state),
                TableColumn("resolution_due_at", "Resolution due", .instant),
                TableColumn("policy", "Policy", .text),
            ],
            rows: ordered(clocks.tickets.indices).map(ticketRow), emptyText: "No tickets.")
    }

    /// Every breach in `(since, as-of]`, the earliest first.
    public func breaches(since: Instant?) -> ReportTable {
        let places = ordered(clocks.tickets.indices)
        let breaches = places.flatMap { place in clocks.clocks(of: place).map { (place, $0) } }
            .filter { $0.1.breachedAt.map { at in since.map { at > $0 } ?? true } ?? false }
        // A stable order: by the breach, then by ticket id, then by clock.
        let sorted = breaches.enumerated().sorted { left, right in
            let (a, b) = (left.element.1.breachedAt ?? asOf, right.element.1.breachedAt ?? asOf)
            return a != b ? a < b : left.offset < right.offset
        }.map(\.element)
        return ReportTable(
            id: "breaches", title: "Breaches", basis: "Clocks that breached up to as-of, by the instant of the breach.",
            columns: ticketColumns + [
                TableColumn("clock", "Clock", .text), TableColumn("policy", "Policy", .text),
                TableColumn("breached_at", "Breached", .instant), TableColumn("stopped_at", "Stopped", .instant),
                TableColumn("target_s", "Target", .duration, unit: .businessTime),
                TableColumn("used_s", "Used", .duration, unit: .businessTime),
            ],
            rows: sorted.map { breachRow($0.0, $0.1) }, emptyText: "No breaches.")
    }

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

    private func ticketCells(_ place: Int) -> [Cell] {
        let snapshot = clocks.tickets[place]
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
        let clockCells = SLAClock.allCases.flatMap { clock -> [Cell] in
            guard let result = results.first(where: { $0.clock == clock }) else {
                return [.absent(.notApplicable), .absent(.notApplicable)]
            }
            return [
                .state(result.state.name, result.state.tone),
                result.dueAt.map { .instant($0) } ?? .absent(.notApplicable),
            ]
        }
        return ticketCells(place) + [
            .instant(snapshot.createdAt),
            dataset.tickets.category[snapshot.ticket].map { .text($0) } ?? .absent(.notRecorded),
            .duration(asOf - snapshot.createdAt),
        ] + clockCells + [policyCell(snapshot)]
    }

    private func breachRow(_ place: Int, _ clock: ClockResult) -> [Cell] {
        ticketCells(place) + [
            .text(clock.clock.name), policyCell(clocks.tickets[place]),
            clock.breachedAt.map { .instant($0) } ?? .absent(.notApplicable),
            clock.stoppedAt.map { .instant($0) } ?? .absent(.notApplicable),
            clock.target.map { .duration($0) } ?? .absent(.notApplicable),
            clock.used.map { .duration($0) } ?? .absent(.notApplicable),
        ]
    }
}
