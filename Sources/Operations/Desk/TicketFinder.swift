import ServiceDesk

/// Finds the ticket that somebody names: by its id, by the beginning of its id, by its running number.
struct TicketFinder {
    /// The shortest beginning of an id that names a ticket.
    static let shortestPrefix = 6
    /// How many candidates an unclear name is answered with.
    static let shownCandidates = 5

    let session: any DatabaseSession
    let caller: Caller

    /// The ticket of a name.
    /// - Throws: `Refusal` of the rank `unknown`, in the same words for a ticket of another company as for none.
    func ticket(_ reference: String) throws -> EntityID<Ticket> {
        let text = Word.folded(reference)
        if let number = TicketFinder.number(text) {
            let ids = try known("number = ?1", [.integer(number)])
            guard let id = ids.first else { throw Refusal.unknownTicket(reference) }
            return id
        }
        if let id = EntityID<Ticket>(text) {
            guard try !known("id = ?1", [.id(id)]).isEmpty else { throw Refusal.unknownTicket(reference) }
            return id
        }
        guard let range = TicketFinder.range(text) else { throw Refusal.unknownTicket(reference) }
        // Two more than are shown tell a unique one from several.
        let ids = try known("id >= ?1 AND id <= ?2", [.id(range.lowerBound), .id(range.upperBound)])
        guard text.count >= TicketFinder.shortestPrefix, ids.count < 2 else {
            throw Refusal.unclearTicket(reference, candidates: ids.prefix(TicketFinder.shownCandidates).map(\.text))
        }
        guard let id = ids.first else { throw Refusal.unknownTicket(reference) }
        return id
    }

    /// The tickets of a condition that the caller may know of, by id.
    private func known(_ condition: String, _ values: [SQLValue]) throws -> [EntityID<Ticket>] {
        var condition = condition
        var values = values
        if let customer = caller.customer {
            values.append(.id(customer))
            condition += " AND customer_id = ?\(values.count)"
        }
        let rows = try session.rows(
            "SELECT id FROM tickets WHERE \(condition) ORDER BY id LIMIT \(TicketFinder.shownCandidates + 1)", values)
        return rows.compactMap { $0.id("id") }
    }

    /// The running number of `T-1042`.
    static func number(_ text: String) -> Int64? {
        guard text.hasPrefix("t-") else { return nil }
        let digits = text.dropFirst(2)
        return digits.allSatisfy { ("0"..."9").contains($0) } ? Int64(digits) : nil
    }

    /// The first and the last id that begin so; nil for a text that no id begins with.
    static func range(_ prefix: String) -> ClosedRange<EntityID<Ticket>>? {
        let shape = "00000000-0000-0000-0000-000000000000"
        guard !prefix.isEmpty, prefix.count < shape.count else { return nil }
        for (letter, place) in zip(prefix, shape) {
            guard (letter == "-") == (place == "-"), letter == "-" || letter.isHexDigit else { return nil }
        }
        let rest = shape.dropFirst(prefix.count)
        guard let low = EntityID<Ticket>(prefix + rest),
            let high = EntityID<Ticket>(prefix + rest.map { $0 == "0" ? "f" : String($0) }.joined()), low <= high
        else { return nil }
        return low...high
    }
}
