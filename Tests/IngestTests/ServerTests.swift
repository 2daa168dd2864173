import Foundation
import Ingest
import ServiceDesk
import TestSupport
import Testing

/// What a real server and its pg_dump write, read back: all forms say the same, and they say what the server says.
@Suite("A real server", .enabled(if: TemporaryServer.isInstalled), .serialized)
struct ServerTests {
    @Test("Every form of a dump gives what the server holds", arguments: [1, 2] as [UInt64])
    func allForms(seed: UInt64) throws {
        let server = try #require(TemporaryServer.shared)
        let fixture = try Fixture()
        let desk = try ServerDesk(server, seed: seed, tickets: LongRun.amount(150, long: 10_000))
        var options = IngestOptions()
        options.keepsTitles = true
        var texts: [String] = []
        for number in ServerDesk.dumps.indices {
            let path = try desk.dump(number, in: fixture.folder)
            let result = try Ingest.read(sources: [.path(path)], options: options)
            #expect(!result.isTruncated && result.rejectCount == ServerTests.unusable(result))
            texts.append(ServerTests.text(of: result))
            if number == 0 { try expectInstants(of: result.dataset, desk) }
            try expectTexts([path], desk, ServerDesk.dumps[number].options)
        }
        let csv = try desk.csv(in: fixture)
        texts.append(ServerTests.text(of: try Ingest.read(sources: csv.map { .path($0) }, options: options)))
        try expectTexts(csv, desk, "CSV")
        for (number, text) in texts.enumerated() where text != texts[0] {
            let lines = Set(texts[0].split(separator: "\n"))
            let other = text.split(separator: "\n").filter { !lines.contains($0) }.prefix(5)
            Issue.record("form \(number) differs from a plain dump: \(other.joined(separator: "\n"))")
        }
    }

    /// Everything that was read; only plain dumps have commands of psql, which are skipped.
    private static func text(of result: IngestResult) -> String {
        DatasetText.of(result, places: false).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("finding skipped_command") }.joined(separator: "\n")
    }

    /// How many rows lack the instant that a happening needs.
    private static func unusable(_ result: IngestResult) -> Int {
        result.dataset.inventory.tables.reduce(0) { $0 + $1.rejected }
    }

    private func expectInstants(of dataset: Dataset, _ desk: ServerDesk) throws {
        let microseconds = """
            CASE WHEN isfinite(created_at) THEN trunc(extract(epoch FROM created_at) * 1000000)
                WHEN created_at = 'infinity' THEN 1e30 WHEN created_at = '-infinity' THEN -1e30 END
            """
        let told = try desk.values(microseconds, of: "tickets")
        var read: [String: Instant] = [:]
        for row in dataset.tickets.rows { read[dataset.tickets.id[row.index].text] = dataset.tickets.createdAt[row] }
        let ids = try desk.values("id", of: "tickets")
        #expect(ids.count == dataset.tickets.count && told.count == ids.count)
        for (id, value) in zip(ids, told) {
            let instant = id.flatMap { read[$0] }
            switch value {
            case nil: #expect(instant == nil)
            case let value? where value.count > 25:
                #expect(instant == (value.hasPrefix("-") ? .negativeInfinity : .infinity))
            case let value?: #expect(instant.map { "\($0.microseconds)" } == value)
            }
        }
    }

    /// The texts of a source, value by value.
    private func expectTexts(_ paths: [String], _ desk: ServerDesk, _ form: String) throws {
        let wanted = [
            "tickets": ["title", "status", "bill_amount", "assignment_history", "urgent"],
            "audit_log": ["payload", "performed_by"], "ticket_comments": ["author", "body", "internal"],
        ]
        let columns = wanted.mapValues { names in
            Dictionary(uniqueKeysWithValues: (names + ["id"]).map { ($0, RawKind.text) })
        }
        let collected = Collected()
        _ = try Ingest.rows(of: paths.map { .path($0) }, options: IngestOptions(), columns: columns) { rows in
            guard let place = rows.columns.firstIndex(of: "id") else { return }
            for row in rows.rows {
                for (column, value) in zip(rows.columns, row) {
                    collected.values["\(rows.table).\(column)", default: [:]][row[place] ?? ""] = .some(value)
                }
            }
        }
        for (table, names) in wanted {
            let ids = try desk.values("id", of: table)
            for name in names {
                let read = collected.values["\(table).\(name)"] ?? [:]
                #expect(read.count == ids.count, "\(form): \(table).\(name)")
                // COPY and CSV write t and f, INSERT statements true and false.
                let told = try desk.values(name, of: table)
                let differing = zip(ids, told).first { id, value in
                    let text = id.flatMap { read[$0] ?? nil }
                    return text != value && !(value == "true" && text == "t") && !(value == "false" && text == "f")
                }
                #expect(differing == nil, "\(form): \(table).\(name)")
            }
        }
    }
}

/// Values by column and id.
private final class Collected {
    var values: [String: [String: String?]] = [:]
}
