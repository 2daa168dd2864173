import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Operations

/// Importing takes over what is new and never undoes work.
@Suite struct ImportTests {
    private static let ticket = "01020304-0506-0708-090a-0b0c0d0e0f10"
    private static let columns = ["id", "title", "description", "bill_amount", "assignment_history", "updated_at"]
    private let now = Instant(microseconds: 1_772_360_553_000_000)

    private func row(_ title: String, _ updatedAt: String?) -> [String?] {
        [ImportTests.ticket, title, "", "12.50", "[ {\"to\" : null} ]", updatedAt]
    }

    @discardableResult
    private func take(
        _ rows: [[String?]], into database: any Database, force: Bool = false
    ) throws -> ImportReport {
        try database.write { session in
            let taking = try DeskImport(into: session, isForced: force, at: now)
            try taking.take(table: "tickets", columns: ImportTests.columns, rows: rows)
            let event: [String?] = ["11111111-0506-0708-090a-0b0c0d0e0f10", ImportTests.ticket, "ticket_created", "{}"]
            try taking.take(table: "audit_log", columns: ["id", "ticket_id", "action", "payload"], rows: [event])
            return try taking.finish()
        }
    }

    private func title(_ database: any Database) throws -> String? {
        try database.read { try $0.row("SELECT title FROM tickets")?.text("title") }
    }

    @Test(arguments: TestBackEnd.available)
    func twiceChangesNothing(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        #expect(try take([row("Printer", "2026-03-01 10:00:00+00")], into: database).changes == 2)
        let again = try take([row("Printer", "2026-03-01 10:00:00+00")], into: database)
        #expect(again.changes == 0)
        #expect(again.findings.isEmpty)
        #expect(try database.read { try AuditLog.verify($0, anchor: nil) }.rows == 1)
    }

    @Test(arguments: TestBackEnd.available)
    func newerRowsComeInAndOlderOnesDoNot(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        try take([row("first", "2026-03-01 10:00:00+00")], into: database)
        try take([row("second", "2026-03-02 10:00:00+00")], into: database)
        #expect(try title(database) == "second")
        try database.write { session in
            _ = try session.change(
                "UPDATE tickets SET title = 'here', updated_at = '2026-03-03 10:00:00+00', version = version + 1")
        }
        let older = try take([row("first", "2026-03-01 10:00:00+00")], into: database)
        #expect(older.tables.first?.keptNewer == 1)
        #expect(older.findings.count(of: .keptNewer) == 1)
        #expect(try title(database) == "here")
        try take([row("first", "2026-03-01 10:00:00+00")], into: database, force: true)
        #expect(try title(database) == "first")
    }

    @Test(arguments: TestBackEnd.available)
    func clearSecretsAreNotKept(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        let report = try database.write { session in
            let taking = try DeskImport(into: session, isForced: false, at: now)
            try taking.take(
                table: "agents", columns: ["id", "username", "password"],
                rows: [[ImportTests.ticket, "meera", "canary-password"]])
            try taking.take(
                table: "customers", columns: ["id", "api_key", "password"],
                rows: [[ImportTests.ticket, "canary-key-0123456789", "canary-other"]])
            return try taking.finish()
        }
        #expect(report.hashedPasswords == 1)
        #expect(report.droppedPasswords == 1)
        #expect(report.hashedKeys == 1)
        try database.read { session in
            let phc = try #require(try PasswordStore.hash(of: ImportTests.ticket, in: session))
            #expect(Password.verify("canary-password", against: phc) == .right)
            let key = try session.row("SELECT prefix, hash FROM api_keys")
            #expect(key?.text("prefix") == "canary-k")
            #expect(key?.bytes("hash") == APIKey.hash(of: "canary-key-0123456789"))
        }
    }

    /// The product's tables of every era are adopted: nothing is lost, and new rows are chained whoever writes them.
    @Test(.enabled(if: TemporaryServer.isInstalled), arguments: ["2025-05", "2025-11", "2025-12"])
    func databasesOfEveryEraAreAdopted(_ era: String) throws {
        let server = try #require(TemporaryServer.shared)
        let url = try server.makeDatabase()
        let dump = Repository.url("sample-data/eras/\(era).sql").path
        try server.run("\\i \(dump)", in: url)
        let content =
            "SELECT md5(string_agg(md5(t::text), '' ORDER BY id)) FROM "
            + "(SELECT id, title, status, priority, created_at, updated_at FROM public.tickets) AS t"
        let before = try server.run(content, in: url)
        let database = try DatabaseLocation(url).create()
        _ = try DatabaseLocation(url).create()
        #expect(try server.run(content, in: url) == before)
        try server.run(
            """
            INSERT INTO public.audit_log (action, payload) VALUES ('x', '{"b": [2.50, "q\\"\\n"], "a": null}');
            UPDATE public.tickets SET title = title || '!';
            """, in: url)
        let report = try database.read { try AuditLog.verify($0, anchor: nil) }
        #expect(report.faults.isEmpty)
        #expect(report.rows > 20)
        #expect(try server.run("SELECT DISTINCT version, unlogged FROM public.tickets", in: url) == "2|2\n")
    }
}
