import Foundation
import ServiceDesk
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// A desk with somebody of every role, two customers, and a clock that only the test moves.
final class TestDesk: Sendable {
    let database: any Database
    let desk: HelpDesk

    static let start = instant("2026-03-02T05:00:00Z")
    static let company: EntityID<Customer> = DeskBuilder.id(1)
    static let otherCompany: EntityID<Customer> = DeskBuilder.id(2)
    static let key = "atk_test-key-of-anand"

    init(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        self.database = database
        let box = ClockBox()
        desk = HelpDesk(database, terms: ServiceTerms(policies: nil, zone: SampleZones.kolkata)) { box.now }
        clock = box
        try fill()
    }

    private let clock: ClockBox

    /// The clock's instant.
    final class ClockBox: Sendable {
        private let instant = Mutex(TestDesk.start)
        var now: Instant { instant.withLock { $0 } }
        func move(by span: TimeSpan) { instant.withLock { $0 = $0 + span } }
    }

    var now: Instant { clock.now }

    func pass(_ span: TimeSpan) { clock.move(by: span) }

    private func fill() throws {
        _ = try database.write { session in
            for (number, name) in [(1, "Anand Sweets"), (2, "Bharat Steel")] {
                try session.change(
                    "INSERT INTO customers (id, company_name) VALUES (?1, ?2)",
                    [.id(DeskBuilder.id(number) as EntityID<Customer>), .text(name)])
            }
            for role in Role.agents {
                try session.change(
                    "INSERT INTO agents (id, username, role, is_active) VALUES (?1, ?2, ?3, ?4)",
                    [.id(TestDesk.agent(role)), .text(role.word), .text(role.title), .boolean(true)])
            }
            try session.change(
                "INSERT INTO agents (id, username, role, is_active) VALUES (?1, 'gone', 'Admin', ?2)",
                [.id(DeskBuilder.id(77) as EntityID<Agent>), .boolean(false)])
            for role in [Role.customerAdmin, .customerMember] {
                try session.change(
                    """
                    INSERT INTO portal_users (id, customer_id, email, email_key, role, is_active)
                    VALUES (?1, ?2, ?3, ?3, ?4, ?5)
                    """,
                    [
                        .id(DeskBuilder.id(Int(role.rawValue)) as EntityID<PortalUser>), .id(TestDesk.company),
                        .text("\(role.word)@anand.example"), .text(role.title), .boolean(true),
                    ])
            }
            try session.change(
                "INSERT INTO api_keys (id, customer_id, prefix, hash, scopes) VALUES (?1, ?2, ?3, ?4, '')",
                [
                    .id(DeskBuilder.id(9) as EntityID<AccessKey>), .id(TestDesk.company),
                    .text(APIKey.prefix(of: TestDesk.key)), .bytes(APIKey.hash(of: TestDesk.key)),
                ])
        }
    }

    static func agent(_ role: Role) -> EntityID<Agent> { DeskBuilder.id(Int(role.rawValue)) }

    static func claim(_ role: Role) -> CallerClaim {
        switch role {
        case .customerAdmin, .customerMember: .portalUser("\(role.word)@anand.example")
        case .apiKey: .accessKey(key)
        default: .agent(role.word)
        }
    }

    /// Puts a ticket in a status into the table, as an import would.
    func insert(
        _ number: Int, _ status: Status, heldBy holder: EntityID<Agent>? = nil,
        of customer: EntityID<Customer> = TestDesk.company
    ) throws {
        _ = try database.write { session in
            try session.change(
                """
                INSERT INTO tickets (id, customer_id, title, category, priority, status, assigned_to, created_at, number,
                    unlogged)
                VALUES (?1, ?2, 'GST return fails', 'GST', 'High', ?3, ?4, ?5, ?6, 1)
                """,
                [
                    .id(DeskBuilder.id(number) as EntityID<Ticket>), .id(customer), .text(status.name), .id(holder),
                    .instant(TestDesk.start), .count(number),
                ])
        }
    }

    /// What a call exits with.
    func exit<Answer>(_ call: () throws -> Answer) throws -> Int32 {
        do {
            _ = try call()
            return 0
        } catch let refused as RefusedCommand {
            return refused.refusal.exitCode
        }
    }

    /// A row of one number.
    func count(_ sql: String, _ values: [SQLValue] = []) throws -> Int64 {
        try database.read { try $0.row(sql, values)?.integer("n") ?? -1 }
    }
}
