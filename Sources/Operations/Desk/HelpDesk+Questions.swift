public import ServiceDesk

/// Which tickets a list shows.
public struct TicketSelection: Hashable, Sendable {
    /// In these statuses.
    public var statuses: Set<Status> = []
    /// Of these priorities.
    public var priorities: Set<Priority> = []
    /// Of this customer, by name or id.
    public var customer: String?
    /// Of this agent, by username or id.
    public var agent: String?
    /// Only those that nobody has.
    public var isUnclaimed = false
    /// Only those with a bill that was raised or processed.
    public var hasBill = false
    /// At the most so many.
    public var limit: Int?

    /// All tickets.
    public init() {}
}

extension HelpDesk {
    /// A ticket as it stands, with all that belongs to it, as far as the caller may see it.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func show(_ reference: String, as verb: TicketVerb = .show, by claim: CallerClaim) throws -> TicketView {
        try refusing {
            try look { transaction in
                let caller = try transaction.caller(claim)
                let view = try transaction.view(reference, for: caller)
                try view.state.checkQuestion(verb, by: caller)
                return view.visible(to: caller)
            }
        }
    }

    /// Tickets as they stand, the newest first, as far as the caller may see them.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func list(_ selection: TicketSelection, by claim: CallerClaim) throws -> [TicketView] {
        try refusing {
            try look { transaction in
                let caller = try transaction.caller(claim)
                var views: [TicketView] = []
                for row in try transaction.rows(of: selection, for: caller) {
                    if let limit = selection.limit, views.count >= limit { break }
                    let record = try TicketRecord.read(row, in: transaction.session)
                    let at = max(transaction.now, record.lastEventAt ?? transaction.now)
                    let view = try TicketView.of(
                        record, transaction.context, transaction.terms, at: at, in: transaction.session)
                    if selection.hasBill, view.billingState == .none { continue }
                    try view.state.checkQuestion(.list, by: caller)
                    views.append(view.visible(to: caller))
                }
                return views
            }
        }
    }
}

extension DeskTransaction {
    /// The rows that a selection names, the newest first.
    fileprivate func rows(of selection: TicketSelection, for caller: Caller) throws -> [TicketFields] {
        var conditions: [String] = []
        var values: [SQLValue] = []
        func require(_ column: String, _ value: SQLValue) {
            values.append(value)
            conditions.append("\(column) = ?\(values.count)")
        }
        if let name = selection.customer {
            require("customer_id", .id(try CustomerFinder(session: session, caller: caller).customer(name)))
        }
        if let own = caller.customer { require("customer_id", .id(own)) }
        if let name = selection.agent { require("assigned_to", .id(try agent(named: name).id)) }
        if selection.isUnclaimed { conditions.append("assigned_to IS NULL") }
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        // Words of the data have many spellings, so statuses and priorities are looked at here.
        return try session.rows(
            "SELECT \(TicketFields.columns) FROM tickets\(condition) ORDER BY created_at DESC, id", values
        ).compactMap(TicketFields.init).filter { row in
            let status = TicketStatus(row: row.status)?.known
            let priority = row.priority.flatMap { Priority($0) } ?? .untriaged
            return (selection.statuses.isEmpty || status.map(selection.statuses.contains) == true)
                && (selection.priorities.isEmpty || selection.priorities.contains(priority))
        }
    }
}

extension TicketView {
    /// The ticket without what only agents see.
    func visible(to caller: Caller) -> TicketView {
        guard caller.customer != nil else { return self }
        var view = self
        view.record.comments.removeAll { $0.isInternal != false }
        view.record.events.removeAll(where: \.isInternal)
        return view
    }
}
