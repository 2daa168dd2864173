/// All tickets, a column each, in input order without duplicates. Immutable; made by a reader.
public struct TicketTable: Sendable {
    /// The ticket's UUID.
    public let id: ColumnValues<EntityID<Ticket>>
    /// Whose ticket it is.
    public let customer: ReferenceColumn<Ticket, Customer>
    /// Which tickets carry a `client_ticket_uuid` that is not blank: raised from inside Tally.
    public let hasClientKey: Bitmap
    /// What it is about; nil when no reader asked for it.
    public let title: TextColumn<Ticket>?
    /// An agent's id for tickets made in the app, a name for others.
    public let createdBy: DictionaryColumn<Ticket, UInt32>
    /// The category as written.
    public let category: DictionaryColumn<Ticket, UInt32>
    /// The priority as written.
    public let priority: DictionaryColumn<Ticket, UInt16>
    /// The status as written.
    public let status: DictionaryColumn<Ticket, UInt16>
    /// Who has it.
    public let assignedTo: ReferenceColumn<Ticket, Agent>
    /// A due instant that was stored with the ticket.
    public let slaDue: ValueColumn<Ticket, Instant>
    /// When it was raised, as written (`Skew` moves it).
    public let createdAt: ValueColumn<Ticket, Instant>
    /// When its row last changed, as written (`Skew` moves it).
    public let updatedAt: ValueColumn<Ticket, Instant>
    /// When its bill was raised.
    public let billedAt: ValueColumn<Ticket, Instant>
    /// When it was completed.
    public let completedAt: ValueColumn<Ticket, Instant>
    /// The amount of its bill.
    public let billAmount: ValueColumn<Ticket, Paise>

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        id: ColumnValues<EntityID<Ticket>>, customer: ReferenceColumn<Ticket, Customer>, hasClientKey: Bitmap,
        title: TextColumn<Ticket>?, createdBy: DictionaryColumn<Ticket, UInt32>,
        category: DictionaryColumn<Ticket, UInt32>, priority: DictionaryColumn<Ticket, UInt16>,
        status: DictionaryColumn<Ticket, UInt16>, assignedTo: ReferenceColumn<Ticket, Agent>,
        slaDue: ValueColumn<Ticket, Instant>, createdAt: ValueColumn<Ticket, Instant>,
        updatedAt: ValueColumn<Ticket, Instant>, billedAt: ValueColumn<Ticket, Instant>,
        completedAt: ValueColumn<Ticket, Instant>, billAmount: ValueColumn<Ticket, Paise>
    ) {
        let lengths = [
            customer.count, hasClientKey.count, title?.count ?? id.count, createdBy.count, category.count,
            priority.count, status.count, assignedTo.count, slaDue.count, createdAt.count, updatedAt.count,
            billedAt.count, completedAt.count, billAmount.count,
        ]
        precondition(lengths.allSatisfy { $0 == id.count }, "ticket columns differ in length: \(id.count), \(lengths)")
        self.id = id
        self.customer = customer
        self.hasClientKey = hasClientKey
        self.title = title
        self.createdBy = createdBy
        self.category = category
        self.priority = priority
        self.status = status
        self.assignedTo = assignedTo
        self.slaDue = slaDue
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.billedAt = billedAt
        self.completedAt = completedAt
        self.billAmount = billAmount
    }

    /// How many tickets there are.
    public var count: Int { id.count }

    /// All rows, in order.
    public var rows: some Sequence<TicketRow> { (0..<id.count).lazy.map { TicketRow($0) } }
}
