import ServiceDesk

/// Finds the customer that somebody names, by company or by id.
struct CustomerFinder {
    let session: any DatabaseSession
    /// Who asks: customers know only themselves.
    let caller: Caller

    /// The customer of a name.
    /// - Throws: `Refusal` of the rank `unknown`.
    func customer(_ name: String) throws -> EntityID<Customer> {
        let found = try candidates(name).filter { caller.knows(ticketsOf: $0) }
        guard let customer = found.first else { throw Refusal.unknownCustomer(name) }
        guard found.count == 1 else { throw Refusal.unclearCustomer(name, candidates: found.prefix(5).map(\.text)) }
        return customer
    }

    private func candidates(_ name: String) throws -> [EntityID<Customer>] {
        if let id = EntityID<Customer>(name) {
            return try session.row("SELECT id FROM customers WHERE id = ?1", [.id(id)]) == nil ? [] : [id]
        }
        let exact = try session.rows("SELECT id FROM customers WHERE company_name = ?1 ORDER BY id", [.text(name)])
        if !exact.isEmpty { return exact.compactMap { $0.id("id") } }
        let key = Word.folded(name)
        return try session.rows("SELECT id, company_name FROM customers ORDER BY id")
            .filter { Word.folded($0.text("company_name") ?? "") == key }.compactMap { $0.id("id") }
    }
}
