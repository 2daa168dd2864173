import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Operations

/// Whoever changes the log is found out.
@Suite struct AuditLogTests {
    private static let count = 40

    /// A log of some rows with payloads of every shape.
    private func makeLog(_ backEnd: TestBackEnd) throws -> (location: DatabaseLocation, database: any Database) {
        let location = try backEnd.makeLocation()
        let database = try location.create()
        let payloads: [JSONValue] = [
            nil, ["b": 1, "a": "é \"\\\n\u{1}"], [true, "x", ["z": nil, "Z": [], "é": [:]]], .decimal("12.50"), "text",
        ]
        try database.write { session in
            try AuditLog.append(
                (0..<AuditLogTests.count).map { index in
                    AuditEntry(
                        ticket: index % 3 == 0 ? nil : EntityID(high: 1, low: UInt64(index)), action: "did_\(index)",
                        payload: payloads[index % payloads.count], performedBy: index % 4 == 0 ? nil : "meera",
                        at: Instant(microseconds: 1_772_360_553_000_000 + Int64(index) * 1_234_567))
                }, in: session)
        }
        return (location, database)
    }

    private func faults(_ database: any Database, _ anchor: AuditAnchor? = nil) throws -> [AuditFault] {
        try database.read { try AuditLog.verify($0, anchor: anchor) }.faults
    }

    /// Changes the log as somebody would who may do anything to the database.
    private func tamper(_ database: any Database, _ statements: [String]) throws {
        try database.write { session in
            if session.backEnd == .postgres {
                try session.change("ALTER TABLE public.audit_log DISABLE TRIGGER USER")
            } else {
                for name in ["continues", "stays", "remains"] {
                    try session.change("DROP TRIGGER IF EXISTS audit_log_\(name)")
                }
            }
            for statement in statements { try session.change(statement) }
        }
    }

    @Test(arguments: TestBackEnd.available)
    func anUntouchedLogIsSound(_ backEnd: TestBackEnd) throws {
        let (_, database) = try makeLog(backEnd)
        let report = try database.read { try AuditLog.verify($0, anchor: nil) }
        #expect(report.faults.isEmpty)
        #expect(report.rows == Int64(AuditLogTests.count))
    }

    @Test(arguments: TestBackEnd.available)
    func rowsCannotBeChangedOrDeleted(_ backEnd: TestBackEnd) throws {
        let (_, database) = try makeLog(backEnd)
        for statement in ["UPDATE audit_log SET action = 'x' WHERE seq = 3", "DELETE FROM audit_log WHERE seq = 40"] {
            let error = #expect(throws: DatabaseError.self) { try database.write { _ = try $0.change(statement) } }
            #expect(error?.kind == .constraint)
        }
        #expect(try faults(database).isEmpty)
    }

    @Test(arguments: [
        ("UPDATE audit_log SET performed_by = 'other' WHERE seq = 17", Int64(17)),
        ("UPDATE audit_log SET created_at = '2026-03-01 10:22:34+00' WHERE seq = 1", 1),
        ("UPDATE audit_log SET payload = '{\"a\":2}' WHERE seq = 40", 40),
        ("UPDATE audit_log SET ticket_id = NULL WHERE seq = 2", 2),
        ("UPDATE audit_log SET id = '01020304-0506-0708-090a-0b0c0d0e0f10' WHERE seq = 9", 9),
        ("DELETE FROM audit_log WHERE seq = 23", 23),
    ])
    func aChangedRowIsNamed(_ statement: String, _ seq: Int64) throws {
        for backEnd in TestBackEnd.available {
            let (_, database) = try makeLog(backEnd)
            try tamper(database, [statement])
            #expect(try faults(database).first?.seq == seq, "\(backEnd)")
        }
    }

    @Test(arguments: TestBackEnd.available)
    func swappedRowsAreNamed(_ backEnd: TestBackEnd) throws {
        let (_, database) = try makeLog(backEnd)
        try tamper(
            database,
            [
                "UPDATE audit_log SET seq = 1000 WHERE seq = 5", "UPDATE audit_log SET seq = 5 WHERE seq = 6",
                "UPDATE audit_log SET seq = 6 WHERE seq = 1000",
            ])
        #expect(try faults(database).first?.seq == 5)
    }

    @Test func aCutTailIsFoundByTheAnchor() throws {
        let (location, database) = try makeLog(.sqlite)
        guard case .file(let path) = location else { return }
        let anchor = AuditAnchor(path: path + ".anchor")
        try anchor.makeKey()
        try anchor.advance(to: database)
        #expect(try faults(database, anchor).isEmpty)
        try tamper(database, ["DELETE FROM audit_log WHERE seq > 37"])
        #expect(try faults(database).isEmpty)
        #expect(try faults(database, anchor).first?.seq == 38)
        // The anchor does not go back, and nobody forges it without the key.
        try anchor.advance(to: database)
        #expect(try faults(database, anchor).first?.seq == 38)
        let forged = try String(contentsOfFile: anchor.path, encoding: .utf8).replacing(" 40 ", with: " 37 ")
        try Data(forged.utf8).write(to: URL(fileURLWithPath: anchor.path))
        #expect(try faults(database, anchor).first?.sentence.contains("was not written with its key") == true)
    }

    @Test func aVersionDemandsItsEvents() throws {
        let (_, database) = try makeLog(.sqlite)
        try database.write { session in
            _ = try session.change(
                "INSERT INTO tickets (id, version, unlogged) VALUES ('00000000-0000-0001-0000-000000000001', 3, 0)")
        }
        #expect(try faults(database).first?.sentence == "ticket T-1 has 1 events; its version demands 3")
    }
}
