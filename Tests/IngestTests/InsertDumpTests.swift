import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("Dumps of INSERT statements")
struct InsertDumpTests {
    private let fixture: Fixture

    init() throws { fixture = try Fixture() }

    static let styles: [String: HostileDesk.InsertStyle] = {
        var styles: [String: HostileDesk.InsertStyle] = [:]
        styles["one row, columns named"] = .init()
        styles["one row, no columns named"] = .init(namesColumns: false, createsTables: true)
        styles["several rows"] = .init(rowsPerStatement: 3)
        styles["as the Supabase CLI"] = .init(rowsPerStatement: 100_000, quotesNames: true)
        styles["all on one line"] = .init(rowsPerStatement: 100_000, separator: ",")
        styles["commented"] = .init(rowsPerStatement: 5, separator: " -- it's (a) row, no?\n, /* '; ( */ ")
        styles["conflicts"] = .init(tail: "\nON CONFLICT (id) DO UPDATE SET a = 'x; (y)', b = excluded.b")
        styles["nothing on conflict"] = .init(rowsPerStatement: 2, tail: " ON CONFLICT DO NOTHING")
        styles["overriding"] = .init(overriding: "OVERRIDING SYSTEM VALUE ")
        styles["escapes"] = .init(literal: { "E" + HostileDesk.escapedLiteral($0) })
        styles["dollars"] = .init(literal: { $0.contains("$") ? HostileDesk.sqlLiteral($0) : "$q$\($0)$q$" })
        styles["casts"] = .init(
            rowsPerStatement: 4, literal: { HostileDesk.sqlLiteral($0) + "::character varying(20)" })
        styles["types"] = .init(literal: { "  text " + HostileDesk.sqlLiteral($0) + " " })
        styles["backslashes"] = .init(
            literal: { HostileDesk.escapedLiteral($0) },
            header: DumpText.header + "SET standard_conforming_strings = off;\n")
        return styles
    }()

    @Test("Any style gives what COPY gives", arguments: styles.keys.sorted())
    func anyStyle(_ name: String) throws {
        let style = try #require(Self.styles[name])
        for seed in 1...6 as ClosedRange<UInt64> {
            let desk = HostileDesk(seed: seed)
            let expected = DatasetText.of(try fixture.read(desk.dump()), places: false)
            let text = DatasetText.of(try fixture.read(desk.inserts(style)), places: false)
            #expect(text == expected, "\(name), seed \(seed)")
        }
    }

    @Test("Windows of any size and any number of threads give the same", arguments: styles.keys.sorted())
    func windows(_ name: String) throws {
        let style = try #require(Self.styles[name])
        let path = try fixture.write("dump.sql", HostileDesk(seed: 11, tickets: 7).inserts(style))
        var options = IngestOptions()
        options.threads = 1
        let expected = DatasetText.of(try Ingest.read(sources: [.path(path)], options: options))
        #expect(expected.contains("finding bad_value"))
        for size in [1, 2, 3, 7, 64, 4096, 1 << 20] {
            options.windowBytes = size
            options.threads = 1 + size % 3
            #expect(DatasetText.of(try Ingest.read(sources: [.path(path)], options: options)) == expected, "\(size)")
        }
    }

    @Test("Rows have their true lines, bytes and columns") func places() throws {
        let text =
            "-- a dump\n\nINSERT INTO public.tickets (id, status, created_at) VALUES\n"
            + "\t('\(ID.ticket(1))', 'Open', '2026-03-01 10:00:00+00'), ('no id', 'two\nlines', NULL),\n"
            + "\t('\(ID.ticket(2))', 'Opne', 'soon');\n"
        let result = try fixture.read(text)
        #expect(result.dataset.tickets.count == 2)
        let reject = try #require(result.rejects.first)
        #expect(reject.line == 4 && reject.column == 79)
        let bytes = Array(text.utf8)
        #expect(Array(bytes[reject.byte...].prefix(7)) == Array("'no id'".utf8))
        #expect(reject.raw == "'no id', 'two\nlines', NULL")
        let status = try #require(result.examples(.unknownStatus).first)
        #expect(status.place.line == 6 && status.place.column == 43)
        #expect(status.sourceLine == "\t('\(ID.ticket(2))', 'Opne', 'soon');")
        #expect(result.examples(.badValue).first?.place.column == 51)
    }

    @Test("A row of another length is a reject") func lengths() throws {
        let result = try fixture.read(
            "INSERT INTO public.tickets (id, status) VALUES ('\(ID.ticket(1))', 'Open'), ('\(ID.ticket(2))'), ();\n")
        #expect(result.dataset.tickets.count == 1 && result.rejectCount == 2)
        #expect(result.rejects.first?.sentence == "the row has 1 fields where 2 are expected")
    }

    @Test("Values that are no literals") func values() throws {
        let result = try fixture.read(
            "CREATE TABLE tickets (id uuid, n int, bill_amount numeric, g int GENERATED ALWAYS AS (n + 1) STORED,\n"
                + "  status text, priority text, updated_at timestamptz);\n"
                + "ALTER TABLE ONLY public.tickets ADD COLUMN category text, ADD created_by text DEFAULT 'x, y';\n"
                + "ALTER TABLE tickets ADD CONSTRAINT pk PRIMARY KEY (id);\n"
                + "INSERT INTO tickets VALUES ('\(ID.ticket(1))'::uuid, -5, 12.50, DEFAULT, NULL::text, ARRAY['a', 'b)'],\n"
                + " timestamptz '2026-03-01 10:00:00+00', 'one '\n 'two', (SELECT 'x,y'));")
        let tickets = result.dataset.tickets
        let row = TicketRow(0)
        #expect(tickets.billAmount[row]?.value == 1250)
        #expect(tickets.status[row] == nil)
        #expect(tickets.priority[row] == "ARRAY['a', 'b)']")
        #expect(tickets.updatedAt[row]?.rfc3339 == "2026-03-01T10:00:00Z")
        #expect(tickets.category[row] == "one two")
        #expect(tickets.createdBy[row] == "(SELECT 'x,y')")
        #expect(!result.isTruncated)
    }

    @Test("Text that looks like a dump is text") func lookalikes() throws {
        let trap =
            "\nCOPY public.tickets (id) FROM stdin;\n\\.\nINSERT INTO public.tickets (id) VALUES (''x'');\n-- it''s\n"
        let result = try fixture.read(
            DumpText.whole(
                "INSERT INTO other.tickets (id) VALUES ('\(trap)');\nCOMMENT ON TABLE x IS '\(trap)';\n"
                    + "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $f$ \(trap) $f$;\n"
                    + "INSERT INTO public.tickets (id, category) VALUES ('\(ID.ticket(1))', '\(trap)');\n"
                    + "INSERT INTO public.\"Tickets\" (id) VALUES ('x');\nINSERT INTO x SELECT 1;\n"
                    + "INSERT INTO x DEFAULT VALUES;\nINSERT INTO public.tickets (id) VALUES ('\(ID.ticket(2))');"))
        #expect(result.dataset.tickets.count == 2)
        #expect(result.dataset.tickets.category[TicketRow(0)] == trap.replacingOccurrences(of: "''", with: "'"))
        #expect(result.rejectCount == 0 && !result.isTruncated)
    }

    @Test("Limits hold for a row and a value, not for a statement") func limits() throws {
        let rows = (1...300).map { "('\(ID.ticket($0))', '\(String(repeating: "x", count: 50))')" }
        func dump(_ value: String) -> String {
            "INSERT INTO public.tickets (id, category) VALUES \((rows + [value]).joined(separator: ", "));\n"
        }
        var options = IngestOptions()
        options.limits.valueBytes = 2000
        options.limits.rowBytes = 4000
        options.windowBytes = 256
        #expect(try fixture.read(dump(rows[0]), as: "d.sql", options).dataset.tickets.count == 300)
        let long = "('\(ID.ticket(301))', '\(String(repeating: "y", count: 2500))')"
        #expect(try fixture.failure(dump(long), options)?.sentence.contains("2000") == true)
        let endless = "('\(ID.ticket(301))'" + String(repeating: ", 'z'", count: 1000) + ")"
        #expect(try fixture.failure(dump(endless), options)?.sentence.contains("4000") == true)
    }

    @Test("A dump cut at any byte is refused or reported as incomplete") func truncation() throws {
        var style = HostileDesk.InsertStyle(rowsPerStatement: 3)
        for separator in [",\n\t", ","] {
            style.separator = separator
            let whole = Array(HostileDesk(seed: 3, tickets: 3).inserts(style).utf8)
            let last = Array("-- PostgreSQL database dump complete".utf8)
            let end = try #require(whole.indices.reversed().first { whole[$0...].starts(with: last) }) + last.count
            for length in stride(from: 0, to: end, by: 5) {
                let path = try fixture.write("cut.sql", Array(whole.prefix(length)))
                do {
                    #expect(try Ingest.read(sources: [.path(path)]).isTruncated, "cut at \(length)")
                } catch { #expect(error.exitCode == 65, "cut at \(length): \(error.sentence)") }
            }
        }
    }

    @Test("What is no row is refused") func noRow() throws {
        let failure = try #require(
            try fixture.failure("INSERT INTO public.tickets (id) VALUES ('\(ID.ticket(1))') oops;\n"))
        #expect(failure.exitCode == 65 && failure.sentence.contains("tickets"))
    }
}
