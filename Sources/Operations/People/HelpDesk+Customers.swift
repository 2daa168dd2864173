public import ServiceDesk

extension HelpDesk {
    /// Adds a customer.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func addCustomer(
        _ values: [CustomerColumn: String], by claim: CallerClaim, dryRun: Bool = false
    ) throws -> CustomerRecord {
        try refusing {
            try transact(dryRun: dryRun) { desk in
                let caller = try desk.caller(claim)
                try caller.check(.addCustomer)
                let name = values[.companyName] ?? ""
                let names = try desk.session.rows("SELECT company_name FROM customers")
                guard names.allSatisfy({ Word.folded($0.text("company_name") ?? "") != Word.folded(name) }) else {
                    throw Refusal.exists("the customer \(name)")
                }
                if Word.isBlank(name) { throw Refusal.missingField("the company's name") }
                let id = desk.newID(of: Customer.self)
                try desk.session.change(
                    "INSERT INTO customers (id, company_name, created_at) VALUES (?1, ?2, ?3)",
                    [.id(id), .text(name), .instant(desk.now)])
                try desk.write(values.mapValues(Optional.some), to: id)
                try desk.note(
                    "customer_added", ["id": .string(id.text), "company_name": .string(name)], by: caller.name)
                return try desk.storedCustomer(id)
            }
        }
    }

    /// Changes a customer; nil takes a value away.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func updateCustomer(
        _ name: String?, _ values: [CustomerColumn: String?], by claim: CallerClaim, dryRun: Bool = false
    ) throws -> CustomerRecord {
        try refusing {
            try transact(dryRun: dryRun) { desk in
                let (caller, id) = try desk.customer(name, .updateCustomer, claim)
                if caller.customer != nil, !values.keys.allSatisfy(\.isOwnAffair) {
                    throw Refusal.deskRole(.updateCustomer, caller.role)
                }
                if case .some(.some(let company)) = values[.companyName], Word.isBlank(company) {
                    throw Refusal.missingField("the company's name")
                }
                try desk.write(values, to: id)
                let changed = CustomerColumn.allCases.filter { values.keys.contains($0) }
                try desk.note(
                    "customer_updated",
                    ["id": .string(id.text), "columns": .array(changed.map { .string($0.rawValue) })], by: caller.name)
                return try desk.storedCustomer(id)
            }
        }
    }

    /// A customer; nil is the caller's own.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func customer(_ name: String?, _ verb: DeskVerb, by claim: CallerClaim) throws -> CustomerRecord {
        try refusing { try look { desk in try desk.storedCustomer(try desk.customer(name, verb, claim).id) } }
    }

    /// All customers, by name.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func customers(by claim: CallerClaim) throws -> [CustomerRecord] {
        try refusing {
            try look { desk in
                try desk.caller(claim).check(.listCustomers)
                return try desk.session.rows("SELECT \(CustomerRecord.columns) FROM customers")
                    .compactMap(CustomerRecord.init).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            }
        }
    }

    // MARK: - Keys and users

    /// Makes an API key, which is told this once; `rotateKey` also ends the older ones, after a grace.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func makeKey(
        _ verb: DeskVerb, for name: String?, grace: TimeSpan = .zero, by claim: CallerClaim, dryRun: Bool = false
    ) throws -> (customer: CustomerRecord, key: String, prefix: String) {
        try refusing {
            try transact(dryRun: dryRun) { desk in
                let (caller, id) = try desk.customer(name, verb, claim)
                if verb == .rotateKey {
                    try desk.session.change(
                        """
                        UPDATE api_keys SET valid_until = ?2 WHERE customer_id = ?1 AND revoked_at IS NULL
                            AND (valid_until IS NULL OR valid_until > ?2)
                        """, [.id(id), .instant(desk.now + grace)])
                }
                let key = APIKey.make()
                let prefix = APIKey.prefix(of: key)
                try desk.session.change(
                    """
                    INSERT INTO api_keys (id, customer_id, prefix, hash, scopes, created_at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    """,
                    [
                        .id(desk.newID(of: AccessKey.self)), .id(id), .text(prefix),
                        .bytes(APIKey.hash(of: key)), .text("create_ticket,read_own"), .instant(desk.now),
                    ])
                try desk.note(
                    verb == .rotateKey ? "api_key_rotated" : "api_key_created",
                    ["customer_id": .string(id.text), "prefix": .string(prefix)], by: caller.name)
                return (try desk.storedCustomer(id), key, prefix)
            }
        }
    }

    /// Ends all keys of a customer at once.
    /// - Returns: how many there were.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func revokeKeys(of name: String?, by claim: CallerClaim, dryRun: Bool = false) throws -> Int {
        try refusing {
            try transact(dryRun: dryRun) { desk in
                let (caller, id) = try desk.customer(name, .revokeKey, claim)
                let count = try desk.session.change(
                    "UPDATE api_keys SET revoked_at = ?2 WHERE customer_id = ?1 AND revoked_at IS NULL",
                    [.id(id), .instant(desk.now)])
                try desk.note(
                    "api_key_revoked", ["customer_id": .string(id.text), "count": .count(count)], by: caller.name)
                return count
            }
        }
    }

    /// What the valid keys of a customer begin with.
    /// - Throws: `DatabaseError`.
    public func keyPrefixes(of customer: EntityID<Customer>) throws -> [String] {
        try look { desk in
            try desk.session.rows(
                "SELECT \(AccessKeyRow.columns) FROM api_keys WHERE customer_id = ?1", [.id(customer)]
            )
            .compactMap(AccessKeyRow.init).filter { $0.isValid(at: desk.now) }.map(\.prefix).sorted()
        }
    }

    /// Makes a user of a customer.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func invite(
        _ email: String, to name: String?, as role: Role, by claim: CallerClaim, dryRun: Bool = false
    ) throws -> PortalUserRow {
        try refusing {
            try transact(dryRun: dryRun) { desk in
                let (caller, id) = try desk.customer(name, .invite, claim)
                guard try PortalUserRow.find(email: email, in: desk.session) == nil else {
                    throw Refusal.exists("the user \(email)")
                }
                if Word.isBlank(email) { throw Refusal.missingField("the e-mail address") }
                let user = desk.newID(of: PortalUser.self)
                try desk.session.change(
                    """
                    INSERT INTO portal_users (id, customer_id, email, email_key, role, is_active, created_at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                    """,
                    [
                        .id(user), .id(id), .text(email), .text(Word.folded(email)), .text(role.title), .boolean(true),
                        .instant(desk.now),
                    ])
                try desk.note(
                    "user_invited", ["customer_id": .string(id.text), "email": .string(email)], by: caller.name)
                guard let row = try PortalUserRow.find(email: email, in: desk.session) else {
                    throw Refusal.unknownCaller(email)
                }
                return row
            }
        }
    }
}

extension DeskTransaction {
    /// Who is asking, and the customer that is meant; a customer's own callers may leave it out.
    fileprivate func customer(
        _ name: String?, _ verb: DeskVerb, _ claim: CallerClaim
    ) throws -> (caller: Caller, id: EntityID<Customer>) {
        let caller = try caller(claim)
        guard let name else {
            guard let own = caller.customer else {
                throw Refusal.usage("no customer is named", hint: "--customer NAME")
            }
            try caller.check(verb)
            return (caller, own)
        }
        let id = try CustomerFinder(session: session, caller: caller).customer(name)
        try caller.check(verb)
        return (caller, id)
    }

    fileprivate func storedCustomer(_ id: EntityID<Customer>) throws -> CustomerRecord {
        let row = try session.row("SELECT \(CustomerRecord.columns) FROM customers WHERE id = ?1", [.id(id)])
        guard let customer = row.flatMap(CustomerRecord.init) else { throw Refusal.unknownCustomer(id.text) }
        return customer
    }

    /// Writes columns, each by a statement of its own: their names come from a fixed list.
    fileprivate func write(_ values: [CustomerColumn: String?], to id: EntityID<Customer>) throws {
        for column in CustomerColumn.allCases {
            guard let value = values[column] else { continue }
            try session.change(
                "UPDATE customers SET \(column.rawValue) = ?2 WHERE id = ?1", [.id(id), .text(orNull: value)])
        }
    }
}
