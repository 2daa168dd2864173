import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Operations

/// The seam between the engine and its databases: the same statements, the same answers.
@Suite struct DatabaseTests {
    private struct Interrupted: Error {}

    @Test(arguments: TestBackEnd.available)
    func valuesComeBackAsTheyWent(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        let id = EntityID<Ticket>(high: 0x0102_0304_0506_0708, low: 0x090a_0b0c_0d0e_0f10)
        let at = Instant(microseconds: 1_772_360_553_120_000)
        let title = "It's \"quoted\" ?1 $1 \\ \t\n नमस्ते; DROP TABLE tickets"
        try database.write { session in
            try session.change(
                "INSERT INTO tickets (id, title, created_at, bill_amount, unlogged) VALUES (?1, ?2, ?3, ?4, 0)",
                [.id(id), .text(title), .instant(at), .text("12345678901234567890.10")])
            try session.change(
                "INSERT INTO api_keys (id, customer_id, prefix, hash, scopes) VALUES (?1, ?1, 'p', ?2, '')",
                [.id(id), .bytes([0, 1, 254, 255])])
            try session.change(
                "INSERT INTO agents (id, username, is_active) VALUES (?1, 'meera', ?2)", [.id(id), .boolean(false)])
        }
        let rows = try database.read { session in
            [
                try session.row("SELECT * FROM tickets WHERE id = ?1", [.id(id)]),
                try session.row("SELECT hash, revoked_at FROM api_keys"),
                try session.row("SELECT is_active FROM agents"),
            ]
        }
        let ticket = try #require(rows[0])
        #expect(ticket.id("id", of: Ticket.self) == id)
        #expect(ticket.text("title") == title)
        #expect(ticket.text("created_at") == "2026-03-01 10:22:33.12+00")
        #expect(ticket.instant("created_at") == at)
        #expect(ticket.text("bill_amount") == "12345678901234567890.10")
        #expect(ticket.integer("number") == 1)
        #expect(ticket.integer("version") == 1)
        #expect(ticket["description"] == .null)
        #expect(rows[1]?.bytes("hash") == [0, 1, 254, 255])
        #expect(rows[1]?.bytes("revoked_at") == nil)
        #expect(rows[2]?.boolean("is_active") == false)
    }

    @Test(arguments: TestBackEnd.available)
    func aFailedWriteLeavesNothing(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        #expect(throws: Interrupted.self) {
            try database.write { session in
                try session.change("INSERT INTO leads (id) VALUES (?1)", [.text(UUID().uuidString.lowercased())])
                throw Interrupted()
            }
        }
        let count = try database.read { try $0.row("SELECT count(*) AS n FROM leads")?.integer("n") }
        #expect(count == 0)
    }

    @Test(arguments: TestBackEnd.available)
    func aDuplicateKeyIsAConstraintAndNamesNoValue(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        let insert =
            "INSERT INTO intake_keys (customer_id, client_key, content, ticket_id, created_at) "
            + "VALUES (?1, 'canary-key', '{}', ?1, '2026-03-01 00:00:00+00')"
        let id = SQLValue.text("01020304-0506-0708-090a-0b0c0d0e0f10")
        try database.write { _ = try $0.change(insert, [id]) }
        let error = #expect(throws: DatabaseError.self) { try database.write { _ = try $0.change(insert, [id]) } }
        #expect(error?.kind == .constraint)
        #expect(error?.isDuplicate == true)
        #expect(error?.sentence.contains("canary") == false)
    }

    @Test(arguments: TestBackEnd.available)
    func aReaderSeesOneState(_ backEnd: TestBackEnd) throws {
        let location = try backEnd.makeLocation()
        let writer = try location.create()
        let reader = try location.openForReading()
        try reader.read { session in
            let before = try session.row("SELECT count(*) AS n FROM leads")?.integer("n")
            try writer.write {
                _ = try $0.change("INSERT INTO leads (id) VALUES ('01020304-0506-0708-090a-0b0c0d0e0f10')")
            }
            #expect(try session.row("SELECT count(*) AS n FROM leads")?.integer("n") == before)
        }
        #expect(try reader.read { try $0.row("SELECT count(*) AS n FROM leads")?.integer("n") } == 1)
    }

    @Test func whatIsNoDatabaseIsSaidSo() throws {
        let folder = try TestFolder.make()
        let text = folder.appendingPathComponent("a.db").path
        try Data("this is a text of more than sixteen bytes".utf8).write(to: URL(fileURLWithPath: text))
        let missing = #expect(throws: DatabaseError.self) { try DatabaseLocation("\(folder.path)/b.db").open() }
        #expect(missing?.kind == .missing)
        let wrong = #expect(throws: DatabaseError.self) { try DatabaseLocation(text).open() }
        #expect(wrong?.kind == .notOurs)
        let away = #expect(throws: DatabaseError.self) {
            try DatabaseLocation("postgres://u:secret@/x?host=\(folder.path)").open()
        }
        #expect(away?.kind == .unavailable)
        #expect(away?.sentence.contains("secret") == false)
    }
}
