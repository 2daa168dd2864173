public import ServiceDesk

/// The desk as commands change it: who is asking, which ticket, what happens, all in one transaction.
///
///     let desk = HelpDesk(database, terms: terms) { now }
///     let answer = try desk.change("T-1042", by: .agent("ravi")) { _ in .close(reason: nil) }
///
/// Both back ends share all of it but the adapter. What is refused is thrown as `RefusedCommand` and leaves nothing
/// behind, except in the log of intakes.
public final class HelpDesk: Sendable {
    let database: any Database
    let terms: ServiceTerms
    /// The present instant; asked for under the write lock.
    let clock: @Sendable () -> Instant

    /// The desk of a database.
    public init(_ database: any Database, terms: ServiceTerms, clock: @escaping @Sendable () -> Instant) {
        self.database = database
        self.terms = terms
        self.clock = clock
    }

    /// A new id.
    public func newID<Entity>(of entity: Entity.Type = Entity.self) -> EntityID<Entity> {
        EntityID(random: SecureRandom.bytes(16))
    }

    /// Runs one transaction; a dry run is the same transaction, taken back.
    func transact<Result>(dryRun: Bool, _ body: (DeskTransaction) throws -> Result) throws -> Result {
        try database.writing(dryRun: dryRun) { session in
            try body(DeskTransaction(session, terms, now: self.clock(), dryRun: dryRun))
        }
    }

    /// Reads one state of the database.
    func look<Result>(_ body: (DeskTransaction) throws -> Result) throws -> Result {
        try database.read { session in
            try body(DeskTransaction(session, terms, now: self.clock(), dryRun: true))
        }
    }
}

/// The conditions under which a change is made.
public struct ChangeTerms: Hashable, Sendable {
    /// The instant of the change, when somebody sets it.
    public var at: Instant?
    /// The version that the ticket must have.
    public var version: Int64?
    /// Whether nothing is to be kept.
    public var isDryRun: Bool

    /// The usual conditions: now, whatever the version, for good.
    public init(at: Instant? = nil, version: Int64? = nil, isDryRun: Bool = false) {
        self.at = at
        self.version = version
        self.isDryRun = isDryRun
    }
}

/// What a command did to a ticket.
public struct TicketAnswer: Sendable {
    /// How the ticket stands after it.
    public let view: TicketView
    /// What happened; nothing when all of it held already.
    public let events: [LoggedEvent]
    /// Whether an earlier call with the same key did it.
    public var isReplayed = false

    /// How a ticket stands after what happened.
    public init(view: TicketView, events: [LoggedEvent] = []) {
        self.view = view
        self.events = events
    }
}

/// A command that was refused, with the ticket as it is where the caller may see it.
public struct RefusedCommand: Error, Sendable {
    /// Why.
    public let refusal: Refusal
    /// The ticket as it stands.
    public let ticket: TicketView?

    /// A refusal.
    public init(_ refusal: Refusal, ticket: TicketView? = nil) {
        self.refusal = refusal
        self.ticket = ticket
    }
}

/// The end of a dry run: its transaction is taken back.
private struct TakenBack: Error {}

extension Database {
    /// Runs one transaction, for good or to see what it would do.
    func writing<Result>(dryRun: Bool, _ body: (any DatabaseSession) throws -> Result) throws -> Result {
        guard dryRun else { return try write(body) }
        var result: Result?
        do {
            try write { session in
                result = try body(session)
                throw TakenBack()
            }
        } catch is TakenBack {}
        guard let result else { throw DatabaseError(.statement, "a dry run came to no end") }
        return result
    }
}
