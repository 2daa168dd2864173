import Foundation
import Ingest
import ServiceDesk

/// Files for a test, removed with the test.
final class Fixture {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ingest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and returns its path.
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Reads one file of the given text.
    func read(
        _ text: String, as name: String = "dump.sql", _ options: IngestOptions = IngestOptions()
    ) throws -> IngestResult {
        try Ingest.read(sources: [.path(write(name, text))], options: options)
    }

    /// The failure of reading one file; nil when it can be read.
    func failure(
        _ text: String, as name: String = "dump.sql", _ options: IngestOptions = IngestOptions()
    ) throws -> IngestError? {
        let path = try write(name, text)
        do {
            _ = try Ingest.read(sources: [.path(path)], options: options)
            return nil
        } catch {
            return error
        }
    }
}

/// UUIDs of tests.
enum ID {
    static func ticket(_ number: Int) -> String { uuid("7", number) }
    static func customer(_ number: Int) -> String { uuid("c", number) }
    static func agent(_ number: Int) -> String { uuid("a", number) }
    static func event(_ number: Int) -> String { uuid("e", number) }

    private static func uuid(_ kind: String, _ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "\(kind)0000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}

/// Dumps of tests.
enum DumpText {
    static let header = "--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n"
    static let footer = "\n--\n-- PostgreSQL database dump complete\n--\n\n"

    static func copy(_ table: String, _ columns: String, _ rows: [String]) -> String {
        "COPY \(table) (\(columns)) FROM stdin;\n" + rows.map { $0 + "\n" }.joined() + "\\.\n"
    }

    static func whole(_ blocks: String...) -> String { header + blocks.joined(separator: "\n\n") + footer }

    static let ticketColumns = "id, customer_id, priority, status, created_at, updated_at"

    /// A ticket with the usual columns.
    static func ticket(_ number: Int, status: String = "Open", priority: String = "High") -> String {
        let created = "2026-03-01 10:00:00+00\t2026-03-02 10:00:00.5+00"
        return "\(ID.ticket(number))\t\(ID.customer(1))\t\(priority)\t\(status)\t\(created)"
    }

    static func tickets(_ rows: [String]) -> String { copy("public.tickets", ticketColumns, rows) }

    static let eventColumns = "id, ticket_id, action, payload, performed_by, created_at"

    static func event(
        _ number: Int, ticket: Int = 1, _ action: String, _ payload: String, at: String = "2026-03-01 11:00:00+00"
    ) -> String {
        "\(ID.event(number))\t\(ID.ticket(ticket))\t\(action)\t\(payload)\tsystem\t\(at)"
    }

    static func events(_ rows: [String]) -> String { copy("public.audit_log", eventColumns, rows) }
}

extension IngestResult {
    var findings: FindingLog { dataset.findings }

    func examples(_ code: FindingCode) -> [FindingExample] {
        findings.findings.first { $0.code == code }?.examples ?? []
    }

    func table(_ name: String) -> Inventory.TableCount? { dataset.inventory.tables.first { $0.name == name } }
}

extension EventTable {
    func row(_ index: Int) -> RowIndex<Event> { RowIndex(index) }

    /// An event's values as words: nil absent, "null" for null.
    func words(_ index: Int, agents: Directory<Agent>) -> (old: String?, new: String?) {
        func word(_ code: UInt32) -> String? {
            if code == EventValue.absent { return nil }
            if code == EventValue.null { return "null" }
            let isAssigned = EventAction(action[row(index)] ?? "") == .assigned
            return isAssigned
                ? agents.id(of: DirectoryEntry(code: code - EventValue.first)) : values[Int(code)]
        }
        return (word(oldValue[index]), word(newValue[index]))
    }
}

/// A seeded generator: SplitMix64.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}
