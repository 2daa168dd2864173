public import ServiceDesk

/// The rows of `sla`: one for each ticket, clock and cycle, in the order of ticket id, then clock, then cycle. Columns, spelling and
/// order are a contract (`docs/commands.md`).
public struct ClockRows {
    /// The columns, as CSV headers and JSON keys.
    public static let columns = [
        "ticket_id", "customer_id", "clock", "policy", "priority", "status", "service_state", "created_at", "target_s",
        "used_s", "due_at", "stopped_at", "state", "breached_at", "amc_at_creation", "assigned_to",
        "resolution_source", "cycle", "stopped_by",
    ]

    private let dataset: Dataset
    private let clocks: ClockTable
    private let policyNames: [String]
    private let statusNames: [String]
    /// Places in `clocks.tickets`, by ticket id.
    private let order: [Int]

    /// The rows of an evaluation's clocks.
    public init(of clocks: ClockTable, evaluation: Evaluation) {
        dataset = evaluation.dataset
        self.clocks = clocks
        policyNames = evaluation.policies.map(\.name)
        statusNames = evaluation.vocabulary.names
        order = EntityID<Ticket>.order(of: clocks.tickets.map(\.ticket), in: evaluation.dataset.tickets.id)
    }

    /// How many rows there are.
    public var count: Int { clocks.clocks.count }

    /// Writes all rows as CSV, without the header.
    public func write<Sink: ByteSink>(to csv: inout CSVWriter<Sink>, guardsFormulas: Bool) throws {
        let words = EncodedWords(rows: self, guardsFormulas: guardsFormulas)
        for place in order {
            let ticket = clocks.tickets[place]
            for clock in clocks.clocks(of: place) { try write(clock, of: ticket, words, to: &csv) }
        }
    }

    private func write<Sink: ByteSink>(
        _ clock: ClockResult, of ticket: TicketSnapshot, _ words: EncodedWords, to csv: inout CSVWriter<Sink>
    ) throws {
        csv.field(dataset.tickets.id[ticket.ticket.index])
        csv.field(dataset.tickets.customer[ticket.ticket].map { Int($0.code) }, of: words.customers)
        csv.field(Int(clock.clock.rawValue), of: words.clocks)
        csv.field(ticket.policy, of: words.policies)
        csv.field(Int(ticket.priority.rawValue), of: words.priorities)
        csv.field(Int(ticket.status), of: words.statuses)
        csv.field(Int(ticket.clockServiceState.rawValue), of: words.serviceStates)
        csv.field(ticket.createdAt)
        csv.field(seconds: clock.target)
        csv.field(seconds: clock.used)
        csv.field(clock.dueAt)
        csv.field(clock.stoppedAt)
        csv.field(Int(clock.state.rawValue), of: words.clockStates)
        csv.field(clock.breachedAt)
        csv.field(Int(ticket.amcAtCreation.rawValue), of: words.contracts)
        csv.field(ticket.assignee.map { Int($0.code) }, of: words.agents)
        csv.field(clock.resolutionSource.map { Int($0.rawValue) }, of: words.sources)
        csv.field(integer: Int64(clock.cycle))
        csv.field(clock.stoppedBy.map { Int($0.rawValue) }, of: words.stops)
        try csv.endRow()
    }

    /// Hands every row to `body` as a JSON object.
    public func forEachJSON(_ body: (JSONValue) throws -> Void) rethrows {
        for place in order {
            let ticket = clocks.tickets[place]
            for clock in clocks.clocks(of: place) { try body(json(clock, of: ticket)) }
        }
    }

    private func json(_ clock: ClockResult, of ticket: TicketSnapshot) -> JSONValue {
        let customer = dataset.tickets.customer[ticket.ticket].map { dataset.customerDirectory.id(of: $0) }
        return [
            "ticket_id": .string(dataset.tickets.id[ticket.ticket.index].text),
            "customer_id": .text(customer),
            "clock": .string(clock.clock.name),
            "policy": .text(ticket.policy.map { policyNames[$0] }),
            "priority": ticket.priority == .untriaged ? .null : .string(ticket.priority.name),
            "status": .string(statusNames[Int(ticket.status)]),
            "service_state": .string(ticket.clockServiceState.name),
            "created_at": .instant(ticket.createdAt),
            "target_s": .seconds(clock.target),
            "used_s": .seconds(clock.used),
            "due_at": .instant(clock.dueAt),
            "stopped_at": .instant(clock.stoppedAt),
            "state": .string(clock.state.name),
            "breached_at": .instant(clock.breachedAt),
            "amc_at_creation": .string(ticket.amcAtCreation.name),
            "assigned_to": .text(ticket.assignee.map { dataset.agentDirectory.id(of: $0) }),
            "resolution_source": .text(clock.resolutionSource?.name),
            "cycle": .count(clock.cycle),
            "stopped_by": .text(clock.stoppedBy?.name),
        ]
    }

    /// The words of the vocabularies as CSV fields, encoded once.
    private struct EncodedWords {
        let customers, clocks, policies, priorities, statuses, serviceStates, clockStates, contracts, agents, sources,
            stops: EncodedTexts

        init(rows: ClockRows, guardsFormulas: Bool) {
            func encode(_ texts: [String]) -> EncodedTexts { EncodedTexts(texts, guardsFormulas: guardsFormulas) }
            customers = encode(rows.dataset.customerDirectory.ids)
            clocks = encode(SLAClock.allCases.map(\.name))
            policies = encode(rows.policyNames)
            priorities = encode(Priority.allCases.map { $0 == .untriaged ? "" : $0.name })
            statuses = encode(rows.statusNames)
            serviceStates = encode(ServiceState.allCases.map(\.name))
            clockStates = encode(ClockState.allCases.map(\.name))
            contracts = encode(ContractState.allCases.map(\.name))
            agents = encode(rows.dataset.agentDirectory.ids)
            sources = encode(ResolutionSource.allCases.map(\.name))
            stops = encode(ClockStop.allCases.map(\.name))
        }
    }
}
