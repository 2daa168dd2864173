public import ServiceDesk

/// One transaction of the desk: the statements, what is promised, and the instant at which it happens.
public struct DeskTransaction {
    let session: any DatabaseSession
    let terms: ServiceTerms
    let context: DeskContext
    let now: Instant
    let isDryRun: Bool

    init(_ session: any DatabaseSession, _ terms: ServiceTerms, now: Instant, dryRun: Bool) throws {
        self.session = session
        self.terms = terms
        self.now = now
        isDryRun = dryRun
        context = try DeskContext.read(in: session)
    }

    /// A new id.
    public func newID<Entity>(of entity: Entity.Type = Entity.self) -> EntityID<Entity> {
        EntityID(random: SecureRandom.bytes(16))
    }

    // MARK: - People

    /// Who is asking. A session that changes something is in use, so it lasts on.
    func caller(_ claim: CallerClaim) throws -> Caller {
        let caller = try CallerReader(session: session, agents: context.agents, now: now).caller(claim)
        if case .session(let token) = claim, !isDryRun { try Sessions.touch(token, at: now, in: session) }
        return caller
    }

    /// An agent to give a ticket to.
    /// - Throws: `Refusal.unknownAgent`.
    public func agent(named name: String) throws -> Assignee {
        guard let agent = AgentRecord.find(name, among: context.agents) else { throw Refusal.unknownAgent(name) }
        return agent.assignee
    }

    /// Whom an escalation goes to when nobody is named: the enabled Support Head with the fewest tickets of the backlog,
    /// then by username; nil when there is none.
    public func leastLoadedHead() throws -> Assignee? {
        let heads = context.agents.filter { $0.isEnabled && $0.role == .supportHead }
        var loads: [EntityID<Agent>: Int64] = [:]
        let counts = try session.rows(
            """
            SELECT assigned_to, status, count(*) AS tickets FROM tickets WHERE assigned_to IS NOT NULL
            GROUP BY assigned_to, status
            """)
        for row in counts {
            let status = TicketStatus(row: row.text("status")) ?? TicketStatus(.new)
            guard status.ruling.serviceState != .done, let agent = row.id("assigned_to", of: Agent.self) else {
                continue
            }
            loads[agent, default: 0] += row.integer("tickets") ?? 0
        }
        return heads.min { (loads[$0.id] ?? 0, $0.username) < (loads[$1.id] ?? 0, $1.username) }?.assignee
    }

    // MARK: - Tickets

    /// A ticket as it stands now, when the caller may know of it.
    func view(_ reference: String, for caller: Caller) throws -> TicketView {
        let id = try TicketFinder(session: session, caller: caller).ticket(reference)
        let view = try TicketView.read(id, context, terms, at: { max(now, $0.lastEventAt ?? now) }, in: session)
        guard let view else { throw Refusal.unknownTicket(reference) }
        return view
    }

    /// Refuses an instant that lies in the future; clocks of two machines may differ a little.
    func checkFuture(_ at: Instant?) throws {
        guard let at, at > now + .minutes(1) else { return }
        throw Refusal.usage("--at: \(at.rfc3339) lies in the future", hint: "it is \(now.rfc3339)")
    }

    /// Only an Admin sets the instant of a change.
    func checkInstant(_ at: Instant?, _ caller: Caller) throws {
        if at != nil, caller.role != .admin { throw Refusal.instantNotPermitted(caller.role) }
    }

    /// Changes a ticket that the caller has seen as `view`.
    func change(
        _ view: TicketView, _ command: TicketCommand, by caller: Caller, _ terms: ChangeTerms
    ) throws -> TicketAnswer {
        let last = view.state.lastEventAt ?? now
        let at = terms.at ?? max(now, last)
        let events: [TicketEvent]
        do {
            try checkInstant(terms.at, caller)
            events = try view.state.decide(command, by: caller, at: at, expecting: terms.version)
        } catch let refusal as Refusal {
            throw RefusedCommand(refusal, ticket: refusal.showsTicket ? view : nil)
        }
        if events.isEmpty {
            let present = try TicketView.of(view.record, context, self.terms, at: at, in: session)
            return TicketAnswer(view: present, events: [])
        }
        let writer = TicketWriter(session: session, caller: caller, at: at)
        var record = view.record
        writer.apply(events, of: command, from: view.state, to: &record)
        var after = try TicketView.of(record, context, self.terms, at: at, in: session)
        after.record.row.slaDue = after.resolutionDue
        after.record.row.breachedAt = after.resolutionBreach
        try writer.update(after.record.row, from: view.state.version)
        try writer.insertText(of: command, ticket: view.state)
        let logged = try writer.log(events, ticket: view.state.id)
        return TicketAnswer(view: after, events: logged)
    }
}

extension HelpDesk {
    /// Asks something of a ticket.
    /// - Parameter command: makes the command; it may look up who is named in it.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func change(
        _ reference: String, by claim: CallerClaim, _ terms: ChangeTerms = ChangeTerms(),
        _ command: (DeskTransaction) throws -> TicketCommand
    ) throws -> TicketAnswer {
        try refusing {
            try transact(dryRun: terms.isDryRun) { transaction in
                try transaction.checkFuture(terms.at)
                let caller = try transaction.caller(claim)
                let view = try transaction.view(reference, for: caller)
                return try transaction.change(view, try command(transaction), by: caller, terms)
            }
        }
    }

    /// Gives tickets to an agent: all of them, or none.
    /// - Throws: `RefusedCommand` with the first reason by the order of refusals, `DatabaseError`.
    public func assign(
        _ references: [String], to name: String, note: String?, by claim: CallerClaim, _ terms: ChangeTerms
    ) throws -> [TicketAnswer] {
        try refusing {
            try transact(dryRun: terms.isDryRun) { transaction in
                try transaction.checkFuture(terms.at)
                let caller = try transaction.caller(claim)
                let views = try references.map { try transaction.view($0, for: caller) }
                let command = TicketCommand.assign(to: try transaction.agent(named: name), note: note)
                var answers: [TicketAnswer] = []
                var refused: RefusedCommand?
                for view in views where !answers.contains(where: { $0.view.state.id == view.state.id }) {
                    do {
                        answers.append(try transaction.change(view, command, by: caller, terms))
                    } catch let error as RefusedCommand {
                        if error.refusal.rank < refused?.refusal.rank ?? .field { refused = error }
                    }
                }
                if let refused { throw refused }
                return answers
            }
        }
    }

    /// A refusal of any depth as what callers are told.
    func refusing<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let refusal as Refusal { throw RefusedCommand(refusal) }
    }
}
