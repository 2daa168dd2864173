import Foundation
import TestSupport

/// A desk of random hostile rows in a real server, and every way in which its tools write it down.
struct ServerDesk {
    let server: TemporaryServer
    let url: String
    private var random: SeededRandom

    init(_ server: TemporaryServer, seed: UInt64, tickets: Int) throws {
        self.server = server
        random = SeededRandom(seed)
        url = try server.makeDatabase()
        try server.run(ServerDesk.schema, in: url)
        for start in stride(from: 0, to: tickets, by: 500) {
            let numbers = start + 1...min(start + 500, tickets)
            var sql = "SET standard_conforming_strings = on;\n"
            sql += insert("tickets", numbers.map { ticket($0) })
            sql += insert("audit_log", numbers.map { event($0, of: tickets) })
            sql += insert("ticket_comments", numbers.map { comment($0, of: tickets) })
            try server.run(sql, in: url)
        }
    }

    static let tables = ["audit_log", "ticket_comments", "tickets"]

    private static let schema = """
        CREATE TABLE tickets (id uuid PRIMARY KEY, customer_id uuid, title text, category text, priority text,
            status varchar, assigned_to uuid, created_at timestamptz, updated_at timestamptz, sla_due timestamptz,
            completed_at timestamptz, bill_amount numeric, assignment_history jsonb, urgent boolean);
        CREATE TABLE audit_log (id uuid PRIMARY KEY, ticket_id uuid, action text, payload jsonb, performed_by text,
            created_at timestamptz);
        CREATE TABLE ticket_comments (id uuid PRIMARY KEY, ticket_id uuid, author text, body text, internal boolean,
            created_at timestamptz);
        """

    // MARK: Random rows

    private func insert(_ table: String, _ rows: [[String?]]) -> String {
        let rows = rows.map { "(" + $0.map { $0.map(HostileDesk.sqlLiteral) ?? "NULL" }.joined(separator: ", ") + ")" }
        return "INSERT INTO \(table) VALUES\n" + rows.joined(separator: ",\n") + ";\n"
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int(truncatingIfNeeded: random.next() % UInt64(values.count))]
    }

    private static let pieces =
        [
            "plain", " ", "'", "''", "\"", "\\", "\\\\", "\\.", "\n\\.\n", "\\N", "\t", "\r", "\r\n", "\n", ",", ";",
            "(", ")",
            "--", "/*", "*/", "$$", "$a$", "E'", "NULL", "COPY public.tickets (id) FROM stdin;\n", ");\n",
            "INSERT INTO public.tickets VALUES ('", "\n--\n-- PostgreSQL database dump complete\n--\n", "नमस्ते", "🙏",
            "\u{85}",
            "\u{2028}", "\u{feff}", "\u{202e}", "ÿ",
        ] + (1...31).map { String(UnicodeScalar(UInt8($0))) } + ["\u{7f}"]

    private mutating func text() -> String? {
        let count = Int(random.next() % 7)
        if count == 6 { return nil }
        return (0..<count).map { _ in pick(ServerDesk.pieces) }.joined()
    }

    private mutating func instant() -> String? {
        let fraction = pick(["", ".5", ".123456", ".000001", ".999999"])
        let clock = "\(10 + random.next() % 14):\(10 + random.next() % 50):\(10 + random.next() % 50)\(fraction)"
        let year = pick(["2026", "1999", "1905", "1883", "0044", "9999", "294246"])
        let day = "\(year)-0\(1 + random.next() % 9)-\(10 + random.next() % 18)"
        return pick([
            "\(day) \(clock)+00", "\(day) \(clock)+05:30", "\(day) \(clock)-03:30", "\(day) \(clock)+05:53:28",
            "infinity",
            "-infinity", "0044-03-15 \(clock)+00 BC", nil,
        ])
    }

    private mutating func amount() -> String? {
        let whole = random.next() % 1_000_000
        return pick([
            "\(whole)", "\(whole).5", "-\(whole).99", "\(whole).995", "\(whole).0000", "0", "1e20", "NaN", "0.005",
            "92233720368547758.07", nil,
        ])
    }

    private mutating func json() -> String? {
        func quoted(_ text: String) -> String {
            let scalars = text.unicodeScalars.map { scalar -> String in
                if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
                return scalar.value < 32
                    ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : "\(scalar)"
            }
            return "\"" + scalars.joined() + "\""
        }
        let (first, second) = (quoted(text() ?? ""), quoted(text() ?? ""))
        return pick([
            "{\"from\": null, \"to\": \(first)}",
            "{\"to\": \(first), \"from\": \(second), \"n\": [1, -2.5e-3, {\(second): {}}]}",
            "{\"to\": {\"to\": \(first)}}", "[]", "[{\"to\": \(first), \"assigned_at\": \"2026-03-02T10:00:00Z\"}]",
            first, "null",
            "-0.10", nil,
        ])
    }

    private mutating func ticket(_ number: Int) -> [String?] {
        let status: String? = pick(["Open", "In Progress", "Closed", "open ", "", nil])
        return [
            ID.ticket(number), pick([ID.customer(1), nil]), text(), pick(["", "Billing", nil]),
            pick(["High", "Low", "", nil]),
            status, pick([ID.agent(1), ID.agent(2), nil]), instant(), instant(), instant(), instant(), amount(), json(),
            pick(["t", "f", nil]),
        ]
    }

    private mutating func event(_ number: Int, of tickets: Int) -> [String?] {
        [
            ID.event(number), pick([ID.ticket(1 + number * 7 % tickets), nil]),
            pick(["status_changed", "priority_changed", "assigned", "bill_raised", "", nil]), json(), text(), instant(),
        ]
    }

    private mutating func comment(_ number: Int, of tickets: Int) -> [String?] {
        [
            ID.event(1_000_000 + number), ID.ticket(1 + number * 3 % tickets), text(), text(), pick(["t", "f", nil]),
            instant(),
        ]
    }

    // MARK: Written down

    /// The ways of `pg_dump`, and the zones of its sessions.
    static let dumps: [(options: String, zone: String)] = [
        ("", "UTC"), ("--inserts", "Asia/Kolkata"), ("--column-inserts", "America/St_Johns"),
        ("--rows-per-insert=7", "UTC"), ("--inserts --quote-all-identifiers -Z6", "UTC"), ("-Fc", "Asia/Kolkata"),
        ("-Fc -Z0 --inserts", "UTC"), ("-Ft", "America/St_Johns"), ("-Fd", "UTC"),
    ]

    /// A dump in a folder; its path.
    func dump(_ number: Int, in folder: URL) throws -> String {
        let path = folder.appendingPathComponent("dump\(number)").path
        try server.dump(url, options: ServerDesk.dumps[number].options, zone: ServerDesk.dumps[number].zone, to: path)
        return path
    }

    /// A CSV file of every table, as sources.
    func csv(in fixture: Fixture) throws -> [String] {
        try ServerDesk.tables.map { table in
            let text = try server.run("COPY public.\(table) TO STDOUT (FORMAT csv, HEADER)", in: url)
            return try fixture.write("\(table).csv", text)
        }
    }

    /// A column's values in the order of the ids, as the server sees them; it writes them in hexadecimal digits, which
    /// need no reader.
    func values(_ expression: String, of table: String) throws -> [String?] {
        let value = "encode(convert_to((\(expression))::text, 'UTF8'), 'hex')"
        let rows = try server.run("SELECT coalesce(\(value), 'NULL') FROM \(table) ORDER BY id", in: url)
        return rows.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { row in
            guard row != "NULL" else { return nil }
            let digits = Array(row.utf8)
            let bytes = stride(from: 0, to: digits.count, by: 2).map { index in
                UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) ?? 0
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
