/// Which tickets an analysis looks at; a nil list leaves all in.
public struct TicketFilter: Hashable, Sendable {
    /// Ids in lower case or company names of customers.
    public var customers: Set<String>?
    /// Ids in lower case, usernames or full names of the agents who have the ticket at as-of.
    public var agents: Set<String>?
    /// Priorities at as-of.
    public var priorities: Set<Priority>?
    /// Categories, folded.
    public var categories: Set<String>?
    /// AMC states at as-of.
    public var amc: Set<ContractState>?

    /// The filter that leaves all tickets in.
    public init() {}

    /// Whether all tickets pass.
    public var passesEverything: Bool { self == TicketFilter() }
}

/// A filter made ready for one dataset: names looked up once.
struct FilterMatcher: Sendable {
    private let filter: TicketFilter
    private let dataset: Dataset
    private let customers: Set<UInt32>?
    private let agents: Set<UInt32>?
    private let categories: [Bool]?

    init(_ filter: TicketFilter, dataset: Dataset) {
        self.filter = filter
        self.dataset = dataset
        customers = filter.customers.map { wanted in
            FilterMatcher.entries(of: dataset.customerDirectory.ids, wanted) { row in
                row < dataset.customers.count ? [dataset.customers.companyName[CustomerRow(row)]] : []
            }
        }
        agents = filter.agents.map { wanted in
            FilterMatcher.entries(of: dataset.agentDirectory.ids, wanted) { row in
                guard row < dataset.agents.count else { return [] }
                return [dataset.agents.username[AgentRow(row)], dataset.agents.fullName[AgentRow(row)]]
            }
        }
        categories = filter.categories.map { wanted in
            dataset.tickets.category.dictionary.enumerated().map { $0 != 0 && wanted.contains(Word.folded($1)) }
        }
    }

    private static func entries(
        of ids: [String], _ wanted: Set<String>, names: (Int) -> [String?]
    ) -> Set<UInt32> {
        let folded = Set(wanted.map(Word.folded))
        let found = ids.indices.filter { index in
            folded.contains(ids[index])
                || names(index).contains { $0.map { folded.contains(Word.folded($0)) } ?? false }
        }
        return Set(found.map { UInt32($0) })
    }

    /// Whether a ticket passes.
    func passes(_ ticket: TicketSnapshot, amcToday: @autoclosure () -> ContractState) -> Bool {
        if let customers, !customers.contains(dataset.tickets.customer.codes[ticket.ticket.index]) { return false }
        if let agents, !(ticket.assignee.map { agents.contains($0.code) } ?? false) { return false }
        if let wanted = filter.priorities, !wanted.contains(ticket.priority) { return false }
        if let categories, !categories[dataset.tickets.category.code(ticket.ticket)] { return false }
        if let wanted = filter.amc, !wanted.contains(amcToday()) { return false }
        return true
    }
}
