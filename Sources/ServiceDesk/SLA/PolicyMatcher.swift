/// Finds the policy of a ticket: the first whose conditions match it at its creation (`SEMANTICS` 5).
struct PolicyMatcher: Sendable {
    private let conditions: [PolicyCondition]
    /// Whether the first policy takes every ticket, so that nothing has to be looked at.
    private let firstMatchesEverything: Bool
    private let dataset: Dataset
    private let zone: TimeZoneRules
    /// For each policy and each category code, whether the policy's list has it; nil where there is no list.
    private let categories: [[Bool]?]
    /// For each policy and each entry of the customers' directory, whether the policy's list names it; nil where there
    /// is no list.
    private let customers: [[Bool]?]
    /// Whether any policy asks how a ticket came in.
    private let readsChannels: Bool
    private let agentMade: Bitmap
    /// Whether any policy is valid for a time only.
    private let readsDates: Bool

    init(policies: [SLAPolicy], dataset: Dataset, zone: TimeZoneRules) {
        conditions = policies.map(\.condition)
        firstMatchesEverything = conditions.first?.matchesEverything ?? false
        self.dataset = dataset
        self.zone = zone
        categories = policies.map { policy in
            policy.condition.categories.map { wanted in
                dataset.tickets.category.dictionary.enumerated().map { index, text in
                    index != 0 && wanted.contains(text.lowercased())
                }
            }
        }
        readsChannels = policies.contains { $0.condition.channels != nil }
        agentMade = readsChannels ? TimestampSkew.appMade(in: dataset) : Bitmap(repeating: false, count: 0)
        readsDates = policies.contains { $0.condition.firstDate != nil || $0.condition.lastDate != nil }
        customers = policies.map { policy in
            policy.condition.customers.map { wanted in
                dataset.customerDirectory.ids.enumerated().map { entry, id in
                    guard !wanted.contains(id), entry < dataset.customers.count else { return wanted.contains(id) }
                    return dataset.customers.companyName[CustomerRow(entry)].map(wanted.contains) ?? false
                }
            }
        }
    }

    /// The place of a ticket's policy in the list, or nil when none matches; `contracts` are those at its creation.
    func policy(of history: TicketHistory, _ contracts: (amc: ContractState, tss: ContractState)) -> Int? {
        if firstMatchesEverything { return 0 }
        let priority = history.priority(at: history.createdAt)
        let customer = dataset.tickets.customer[history.ticket]
        let category = dataset.tickets.category.code(history.ticket)
        let channel = readsChannels ? channel(of: history.ticket) : .portal
        let date = readsDates ? zone.localDate(of: history.createdAt) : .infinity
        return conditions.indices.first { index in
            if let first = conditions[index].firstDate, date < first { return false }
            if let last = conditions[index].lastDate, last < date { return false }
            if let wanted = conditions[index].channels, !wanted.contains(channel) { return false }
            if let wanted = conditions[index].priorities, !wanted.contains(priority) { return false }
            if let wanted = categories[index], !wanted[category] { return false }
            if let wanted = conditions[index].amc, !wanted.contains(contracts.amc) { return false }
            if let wanted = conditions[index].tss, !wanted.contains(contracts.tss) { return false }
            if let wanted = customers[index] { return customer.map { wanted[Int($0.code)] } ?? false }
            return true
        }
    }

    /// How a ticket came in.
    private func channel(of ticket: TicketRow) -> Channel {
        if agentMade[ticket.index] { return .app }
        return dataset.tickets.hasClientKey[ticket.index] ? .tally : .portal
    }

    /// The customer's row, or nil when there is none.
    func customerRow(of ticket: TicketRow) -> CustomerRow? {
        dataset.tickets.customer[ticket].flatMap(dataset.customerDirectory.row(of:))
    }

    /// How the customer's contracts stood on the local date of creation; `none` without a known customer.
    func contractsAtCreation(of history: TicketHistory) -> (amc: ContractState, tss: ContractState) {
        contracts(of: history.ticket, on: zone.localDate(of: history.createdAt))
    }

    /// How the customer's contracts stand on a date.
    func contracts(of ticket: TicketRow, on date: LocalDate) -> (amc: ContractState, tss: ContractState) {
        guard let customer = customerRow(of: ticket) else { return (.none, .none) }
        return (
            ContractState(expiry: dataset.customers.amcExpiry[customer], on: date),
            ContractState(expiry: dataset.customers.tssExpiry[customer], on: date)
        )
    }
}
