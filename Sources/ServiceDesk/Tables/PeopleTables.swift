/// All customers, in input order without duplicates.
public struct CustomerTable: Sendable {
    /// The customer's UUID.
    public let id: ColumnValues<EntityID<Customer>>
    /// The company's name.
    public let companyName: TextColumn<Customer>
    /// The last day of its annual maintenance contract.
    public let amcExpiry: ValueColumn<Customer, LocalDate>
    /// The last day of its Tally Software Services.
    public let tssExpiry: ValueColumn<Customer, LocalDate>

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        id: ColumnValues<EntityID<Customer>>, companyName: TextColumn<Customer>,
        amcExpiry: ValueColumn<Customer, LocalDate>,
        tssExpiry: ValueColumn<Customer, LocalDate>
    ) {
        precondition(
            [companyName.count, amcExpiry.count, tssExpiry.count].allSatisfy { $0 == id.count },
            "customer columns differ in length")
        self.id = id
        self.companyName = companyName
        self.amcExpiry = amcExpiry
        self.tssExpiry = tssExpiry
    }

    /// How many customers there are.
    public var count: Int { id.count }
}

/// All agents, in input order without duplicates.
public struct AgentTable: Sendable {
    /// The agent's UUID.
    public let id: ColumnValues<EntityID<Agent>>
    /// The name to log in with.
    public let username: TextColumn<Agent>
    /// The name that people read.
    public let fullName: TextColumn<Agent>
    /// The role as written.
    public let role: DictionaryColumn<Agent, UInt16>
    /// Which agents may work; true where nothing is said.
    public let isActive: Bitmap

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        id: ColumnValues<EntityID<Agent>>, username: TextColumn<Agent>, fullName: TextColumn<Agent>,
        role: DictionaryColumn<Agent, UInt16>, isActive: Bitmap
    ) {
        precondition(
            [username.count, fullName.count, role.count, isActive.count].allSatisfy { $0 == id.count },
            "agent columns differ in length")
        self.id = id
        self.username = username
        self.fullName = fullName
        self.role = role
        self.isActive = isActive
    }

    /// How many agents there are.
    public var count: Int { id.count }
}
