public import ServiceDesk

/// What is promised, and where: what the clocks of a ticket go by.
public struct ServiceTerms: Sendable {
    /// The policies in force; nil takes the usual ones, with the minutes of the desk's own settings.
    public let policies: SLAPolicies?
    /// The zone of local dates.
    public let zone: TimeZoneRules

    /// The terms of the given policies.
    public init(policies: SLAPolicies?, zone: TimeZoneRules) {
        self.policies = policies
        self.zone = zone
    }
}

/// A ticket as it stands at an instant: the row, its life, its clocks.
public struct TicketView: Sendable {
    /// What the database has.
    public internal(set) var record: TicketRecord
    /// The instant that this describes.
    public let at: Instant
    /// Its life.
    public let state: TicketState
    /// Its clocks, as of the instant.
    public let clocks: [ClockResult]
    /// What its status means for the clocks.
    public let serviceState: ServiceState
    /// What became of its bill.
    public let billingState: BillingState
    /// When resolution is due; nil while paused or without a promise.
    public let resolutionDue: Instant?
    /// When resolution was late.
    public let resolutionBreach: Instant?

    /// How a ticket stands.
    init(
        _ record: TicketRecord, customer: CustomerTerms?, _ context: DeskContext, _ terms: ServiceTerms,
        at instant: Instant
    ) {
        let dataset = TicketDataset.make(record, customer: customer, context)
        let policies = terms.policies ?? .byDefault(for: context.workflow)
        // One ticket cannot show what is skewed; rows of our own never are.
        let evaluation = Evaluation(
            of: dataset, under: policies,
            parameters: EvaluationParameters(asOf: instant, zone: terms.zone, appClock: .utc))
        let ledger = evaluation.ledger(of: TicketRow(0))
        let moves = ledger.map {
            BillingReader(dataset: dataset, vocabulary: evaluation.vocabulary).moves(of: $0.history, upTo: instant)
        }
        let status = TicketStatus(row: record.row.status) ?? TicketStatus(.new)
        self.record = record
        at = instant
        clocks = ledger?.results ?? []
        serviceState = ledger?.snapshot.clockServiceState ?? status.ruling.serviceState
        billingState = moves.map { $0.last?.state ?? .none } ?? status.known.flatMap(BillingState.init) ?? .none
        let resolution = clocks.first { $0.clock == .resolution }
        resolutionDue = serviceState == .paused ? nil : resolution?.dueAt
        resolutionBreach = resolution?.breachedAt
        state = TicketState(record, status: status, billing: billingState)
    }

    /// Reads a ticket and how it stands; nil when there is none.
    static func read(
        _ id: EntityID<Ticket>, _ context: DeskContext, _ terms: ServiceTerms, at instant: (TicketRecord) -> Instant,
        in session: any DatabaseSession
    ) throws -> TicketView? {
        guard let record = try TicketRecord.read(id, in: session) else { return nil }
        return try of(record, context, terms, at: instant(record), in: session)
    }

    /// How a ticket that was read stands.
    static func of(
        _ record: TicketRecord, _ context: DeskContext, _ terms: ServiceTerms, at instant: Instant,
        in session: any DatabaseSession
    ) throws -> TicketView {
        let customer = try record.row.customer.flatMap { try CustomerTerms.read($0, in: session) }
        return TicketView(record, customer: customer, context, terms, at: instant)
    }
}

extension TicketRecord {
    /// When the ticket last changed as far as its log tells; nothing of ours happens before.
    var lastEventAt: Instant? {
        (events.map(\.createdAt) + [row.createdAt]).compactMap { $0 }.filter(\.isFinite).max()
    }
}

extension TicketState {
    /// The life of a ticket as its row and its log tell it.
    init(_ record: TicketRecord, status: TicketStatus, billing: BillingState) {
        let row = record.row
        self.init(id: row.id)
        name = row.name
        customer = row.customer
        self.status = status
        priority = row.priority.flatMap { Priority($0) } ?? .untriaged
        category = row.category
        assignee = row.assignedTo
        firstAssignee = row.firstAssignedTo
        self.billing = billing
        let numbers = record.events.filter { EventAction($0.action) == .billRaised }.map { $0.payload["number"] }
        var number: String?
        if case .string(let text) = numbers.last { number = text }
        bill = billing == .none ? nil : Bill(amount: row.billAmount.flatMap { Paise($0) }, number: number)
        billedAt = row.billedAt
        completedAt = row.completedAt
        taskStatus = row.taskStatus.flatMap(TaskStatus.init) ?? .open
        version = row.version
        lastEventAt = record.lastEventAt
    }
}
