public import ServiceDesk

/// An intake in the words in which it came.
public struct IntakeRequest: Hashable, Sendable {
    /// The customer's name or id; nil for a customer who speaks for itself.
    public var customer: String?
    /// The texts.
    public var title: String
    public var description, category, priority, screenshotURL, clientKey: String?

    /// An intake in the words in which it came.
    public init(
        customer: String?, title: String, description: String? = nil, category: String? = nil,
        priority: String? = nil, screenshotURL: String? = nil, clientKey: String? = nil
    ) {
        self.customer = customer
        self.title = title
        self.description = description
        self.category = category
        self.priority = priority
        self.screenshotURL = screenshotURL
        self.clientKey = clientKey
    }

    /// As it is kept in the log of intakes.
    var payload: JSONValue {
        [
            "customer": .text(customer), "title": .string(title), "description": .text(description),
            "category": .text(category), "priority": .text(priority), "screenshot_url": .text(screenshotURL),
            "client_key": .text(clientKey),
        ]
    }

    /// The intake of a customer that was found.
    /// - Throws: `Refusal.usage` for a word that is no priority.
    func intake(of customer: EntityID<Customer>, from source: Intake.Source) throws -> Intake {
        let priority = try self.priority.map(IntakeRequest.priority) ?? .untriaged
        return Intake(
            customer: customer, title: title, description: description.presence, category: category.presence,
            priority: priority, givenPriority: self.priority.flatMap { $0 == priority.storedWord ? nil : $0 },
            screenshotURL: screenshotURL.presence, clientKey: clientKey.presence, source: source)
    }

    /// The priority of a word in any spelling of the data.
    public static func priority(_ word: String) throws(Refusal) -> Priority {
        if let priority = Priority(word) { return priority }
        let names = Priority.triaged.map(\.title)
        throw .usage(
            "there is no priority \"\(word)\"",
            hint: Word.nearest(to: word, in: names).map { "did you mean \"\($0)\"?" }
                ?? "one of \(names.joined(separator: ", "))")
    }
}

extension Intake {
    /// What makes two intakes with one key the same: who asks is not part of it.
    var content: JSONValue {
        [
            "title": .string(title), "description": .text(description), "category": .text(category),
            "priority": .text(priority.storedWord),
        ]
    }
}

extension Optional<String> {
    /// The text, or nil when it is blank: a blank option counts as none.
    var presence: String? { flatMap { Word.isBlank($0) ? nil : $0 } }
}

extension HelpDesk {
    /// Raises a ticket, or finds the one that an earlier call with the same key raised. Every intake is kept with its
    /// outcome, the refused ones too.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func create(
        _ request: IntakeRequest, by claim: CallerClaim, from source: Intake.Source,
        _ terms: ChangeTerms = ChangeTerms()
    ) throws -> TicketAnswer {
        do {
            return try refusing {
                try transact(dryRun: terms.isDryRun) { transaction in
                    let answer = try transaction.create(request, by: claim, from: source, terms)
                    try transaction.noteIntake(
                        request, request.payload, claim, from: source,
                        IntakeOutcome(
                            word: answer.isReplayed ? "replayed" : "created", ticket: answer.view.state.id))
                    return answer
                }
            }
        } catch let refused as RefusedCommand where !terms.isDryRun {
            try keep(refused.refusal, of: request.payload, request, by: claim, from: source)
            throw refused
        }
    }

    /// Keeps an intake that was refused before anybody could read it as one.
    /// - Throws: `DatabaseError`.
    public func keep(
        _ refusal: Refusal, of payload: JSONValue, by claim: CallerClaim, from source: Intake.Source
    ) throws {
        try keep(refusal, of: payload, nil, by: claim, from: source)
    }

    private func keep(
        _ refusal: Refusal, of payload: JSONValue, _ request: IntakeRequest?, by claim: CallerClaim,
        from source: Intake.Source
    ) throws {
        try transact(dryRun: false) { transaction in
            try transaction.noteIntake(
                request, payload, claim, from: source,
                IntakeOutcome(word: "refused", exit: refusal.exitCode, sentence: refusal.message))
        }
    }
}

/// What became of an intake.
private struct IntakeOutcome {
    var word: String
    var exit: Int32 = 0
    var sentence: String?
    var ticket: EntityID<Ticket>?
}

extension DeskTransaction {
    fileprivate func create(
        _ request: IntakeRequest, by claim: CallerClaim, from source: Intake.Source, _ terms: ChangeTerms
    ) throws -> TicketAnswer {
        try checkFuture(terms.at)
        if let word = request.priority { _ = try IntakeRequest.priority(word) }
        let caller = try caller(claim)
        let customer = try customer(of: request, caller)
        let intake = try request.intake(of: customer, from: source)
        let ticket = TicketState(id: newID())
        let at = terms.at ?? now
        let decided: Result<[TicketEvent], Refusal>
        do throws(Refusal) {
            decided = .success(try ticket.decide(.create(intake), by: caller, at: at))
        } catch {
            // A blank title comes after a key that was used before; a role comes before it.
            guard error.rank > .key else { throw error }
            decided = .failure(error)
        }
        try checkInstant(terms.at, caller)
        if let first = try firstIntake(with: intake.clientKey, of: customer) {
            guard first.content == intake.content else { throw Refusal.keyReused(intake.clientKey ?? "") }
            var answer = TicketAnswer(view: try view(first.ticket.text, for: caller), events: [])
            answer.isReplayed = true
            return answer
        }
        return try insert(intake, ticket.id, events: try decided.get(), by: caller, at: at)
    }

    /// The customer of an intake; a customer's own callers may leave it out and name no other.
    private func customer(of request: IntakeRequest, _ caller: Caller) throws -> EntityID<Customer> {
        guard let name = request.customer.presence else {
            guard let own = caller.customer else {
                throw Refusal.usage("--customer is missing", hint: "name the company or its id")
            }
            return own
        }
        let customer = try CustomerFinder(session: session, caller: caller).customer(name)
        return customer
    }

    private func insert(
        _ intake: Intake, _ id: EntityID<Ticket>, events: [TicketEvent], by caller: Caller, at: Instant
    ) throws -> TicketAnswer {
        let writer = TicketWriter(session: session, caller: caller, at: at)
        var record = TicketRecord(
            row: TicketFields(id: id, intake, by: caller, at: at), events: events.map(writer.logged), comments: [],
            remarks: [], serviceReports: [])
        let fresh = try TicketView.of(record, context, terms, at: at, in: session)
        record.row.slaDue = fresh.resolutionDue
        record.row.breachedAt = fresh.resolutionBreach
        if let key = intake.clientKey { try keep(key, intake, ticket: id, at: at) }
        record.row.number = try writer.insert(record.row, dryRun: isDryRun)
        let logged = try writer.log(events, ticket: id)
        return TicketAnswer(view: try TicketView.of(record, context, terms, at: at, in: session), events: logged)
    }

    // MARK: - Keys

    /// What the first intake with a key sent, and the ticket that it made. Tickets of the present app carry their keys
    /// in the row, and what the row says is all that is known of what was sent.
    private func firstIntake(
        with key: String?, of customer: EntityID<Customer>
    ) throws -> (content: JSONValue, ticket: EntityID<Ticket>)? {
        guard let key else { return nil }
        let values: [SQLValue] = [.id(customer), .text(key)]
        let kept = try session.row(
            "SELECT content, ticket_id FROM intake_keys WHERE customer_id = ?1 AND client_key = ?2", values)
        if let kept, let ticket = kept.id("ticket_id", of: Ticket.self) {
            return (kept.json("content").ordered, ticket)
        }
        let imported = try session.row(
            """
            SELECT id, title, description, category, priority FROM tickets
            WHERE customer_id = ?1 AND client_ticket_uuid = ?2 ORDER BY created_at, id LIMIT 1
            """, values)
        guard let imported, let ticket = imported.id("id", of: Ticket.self) else { return nil }
        let priority = imported.text("priority").flatMap { Priority($0) } ?? .untriaged
        return (
            [
                "title": .string(imported.text("title") ?? ""),
                "description": .text(imported.text("description").presence),
                "category": .text(imported.text("category").presence), "priority": .text(priority.storedWord),
            ], ticket
        )
    }

    private func keep(_ key: String, _ intake: Intake, ticket: EntityID<Ticket>, at: Instant) throws {
        let added = try session.change(
            """
            INSERT INTO intake_keys (customer_id, client_key, content, ticket_id, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
            """,
            [
                .id(intake.customer), .text(key), .text(intake.content.compactText), .id(ticket), .instant(at),
            ])
        guard added == 1 else { throw DatabaseError.conflict("another intake with this key was faster") }
    }

    // MARK: - The log of intakes

    fileprivate func noteIntake(
        _ request: IntakeRequest?, _ payload: JSONValue, _ claim: CallerClaim, from source: Intake.Source,
        _ outcome: IntakeOutcome
    ) throws {
        let caller = try? caller(claim)
        let customer = try caller.flatMap { caller in
            do { return try request.flatMap { try self.customer(of: $0, caller) } } catch is Refusal {
                return caller.customer
            }
        }
        try session.change(
            """
            INSERT INTO intakes (id, received_at, source, caller, customer_id, client_key, payload, outcome, exit,
                sentence, ticket_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .id(newID(of: Intake.self)), .instant(now), .text(source.rawValue),
                .text(orNull: caller?.name ?? claim.name), .id(customer), .text(orNull: request?.clientKey.presence),
                .text(payload.compactText), .text(outcome.word), .integer(Int64(outcome.exit)),
                .text(orNull: outcome.sentence), .id(outcome.ticket),
            ])
    }
}

extension JSONValue {
    /// The members of an intake's content in our order: a server keeps them in its own.
    fileprivate var ordered: JSONValue {
        .object(["title", "description", "category", "priority"].map { JSONMember($0, self[$0] ?? .null) })
    }
}
