extension TicketState {
    /// Judges a command. The rules are asked in the order of `Refusal`; the first that is broken is the answer.
    /// - Parameters:
    ///   - now: the instant of the change.
    ///   - version: the version that the caller has seen, when the caller insists on it.
    /// - Returns: what happens; nothing when the whole effect holds already.
    public func decide(
        _ command: TicketCommand, by caller: Caller, at now: Instant, expecting version: Int64? = nil
    ) throws(Refusal) -> [TicketEvent] {
        try checkExistence(for: command.verb, caller)
        try checkRole(command.verb, caller)
        if let version, version != self.version {
            throw .staleVersion(ticket: name, expected: version, present: self.version)
        }
        if holds(command, caller) { return [] }
        try checkTransition(command, caller, at: now)
        if let field = command.blankField { throw .missingField(field) }
        return events(of: command, caller)
    }

    /// Judges a question: whether the caller may look at the ticket.
    public func checkQuestion(_ verb: TicketVerb, by caller: Caller) throws(Refusal) {
        try checkExistence(for: verb, caller)
        try checkRole(verb, caller)
    }

    // MARK: - The rules, in their order

    /// A ticket of another company does not exist for a customer.
    private func checkExistence(for verb: TicketVerb, _ caller: Caller) throws(Refusal) {
        guard verb != .create else { return }
        guard status != nil, caller.knows(ticketsOf: customer) else { throw .unknownTicket(name) }
    }

    private func checkRole(_ verb: TicketVerb, _ caller: Caller) throws(Refusal) {
        let isOwn = assignee != nil && caller.agent == assignee
        guard !caller.withdrawn.contains(verb), verb.isPermitted(to: caller.role, in: status?.ruling, isOwn: isOwn)
        else { throw .role(verb, caller.role, ticket: verb == .create ? nil : name, status: status) }
    }

    /// Whether the whole effect of a command is there already.
    private func holds(_ command: TicketCommand, _ caller: Caller) -> Bool {
        switch command {
        case .claim: assignee != nil && assignee == caller.agent
        case .unclaim: assignee == nil
        case .assign(let to, _): assignee == to.id
        case .setPriority(let priority, _): self.priority == priority
        case .setCategory(let category, _): self.category == category
        case .setStatus(let status, _): self.status?.known == status
        case .resolve(let solution): solution == nil && status?.known == .resolved
        case .close: status?.known == .closed
        case .reopen: status?.known == .reopened
        case .create, .escalate, .resolveWithBill, .raiseBill, .processBill, .cancelBill, .comment, .remark,
            .reportService:
            false
        }
    }

    private func checkTransition(_ command: TicketCommand, _ caller: Caller, at now: Instant) throws(Refusal) {
        if let lastEventAt, now < lastEventAt { throw .beforeLastEvent(ticket: name, last: lastEventAt) }
        guard command.verb != .create else {
            if status != nil { throw .transition(.create, ticket: name, from: status, to: nil) }
            return
        }
        var wanted: Status?
        if case .setStatus(let status, _) = command { wanted = status }
        guard let transition = command.verb.transition(from: status?.ruling ?? .new), transition.leads(to: wanted)
        else { throw .transition(command.verb, ticket: name, from: status, to: wanted) }
        try checkPeople(command, caller)
    }

    /// Somebody else's claim, somebody who may not have the ticket, a bill that stands.
    private func checkPeople(_ command: TicketCommand, _ caller: Caller) throws(Refusal) {
        switch command {
        case .claim, .unclaim:
            if assignee != nil, assignee != caller.agent { throw .foreignClaim(ticket: name) }
        case .assign(let to, _):
            guard to.isEnabled, to.role?.takesTickets == true else { throw .unfitAssignee(to.username, .assign) }
        case .escalate(let to, _):
            guard let to else { throw .nobodyToEscalateTo }
            guard to.isEnabled, to.role == .supportHead else { throw .unfitAssignee(to.username, .escalate) }
        case .raiseBill, .resolveWithBill:
            if billing == .processed { throw .billStands(ticket: name) }
        case .create, .setPriority, .setCategory, .setStatus, .resolve, .close, .reopen, .processBill, .cancelBill,
            .comment, .remark, .reportService:
            break
        }
    }

    // MARK: - What happens

    private func events(of command: TicketCommand, _ caller: Caller) -> [TicketEvent] {
        let old = status ?? TicketStatus(.new)
        let replaced = billing == .raised ? bill ?? Bill(amount: nil) : nil
        switch command {
        case .create(let intake): return [.ticketCreated(intake)]
        case .claim(let note): return [.assigned(from: assignee, to: caller.agent, note: note)]
        case .unclaim(let note): return [.assigned(from: assignee, to: nil, note: note)]
        case .assign(let to, let note): return [.assigned(from: assignee, to: to.id, note: note)]
        case .escalate(let to, let reason): return to.map { escalation(to: $0.id, reason) } ?? []
        case .setPriority(let new, let reason): return [.priorityChanged(from: priority, to: new, reason: reason)]
        case .setCategory(let new, let reason): return [.categoryChanged(from: category, to: new, reason: reason)]
        case .setStatus(let new, let reason): return [.statusChanged(from: old, to: new, reason: reason)]
        case .resolve(let solution): return [.statusChanged(from: old, to: .resolved, reason: solution)]
        case .close(let reason): return [.statusChanged(from: old, to: .closed, reason: reason)]
        case .reopen(let reason): return [.statusChanged(from: old, to: .reopened, reason: reason)]
        case .resolveWithBill(let amount, let solution):
            return [
                .ticketResolvedBillRaised(Bill(amount: amount), from: old, reason: solution, replaces: replaced)
            ]
        case .raiseBill(let amount, let number):
            return [.billRaised(Bill(amount: amount, number: number), from: old, replaces: replaced)]
        case .processBill(let reference, let reason):
            return [.billProcessed(bill ?? Bill(amount: nil), reference: reference, reason: reason, from: old)]
        case .cancelBill(let reason):
            let new: Status = old.known == .billProcessed ? .billRaised : .resolved
            return [.billCancelled(bill ?? Bill(amount: nil), reason: reason, from: old, to: new)]
        case .comment(let id, _, let isInternal): return [.commentAdded(id, isInternal: isInternal)]
        case .remark(let id, _): return [.remarkAdded(id)]
        case .reportService(let record): return [.serviceReportAdded(record.id, minutes: record.minutes)]
        }
    }

    /// An escalation and what it changes, at one instant.
    private func escalation(to agent: EntityID<Agent>, _ reason: String) -> [TicketEvent] {
        var events: [TicketEvent] = [.escalated(reason: reason, from: priority, to: priority.raised, agent: agent)]
        if priority.raised != priority {
            events.append(.priorityChanged(from: priority, to: priority.raised, reason: reason))
        }
        if assignee != agent { events.append(.assigned(from: assignee, to: agent, note: nil)) }
        return events
    }
}
