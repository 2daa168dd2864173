import Foundation
import ServiceDesk

/// A small desk with hostile values, as rows of optional texts: the same rows can be written as COPY and as CSV.
struct HostileDesk {
    typealias Row = [String?]

    struct Table {
        var name: String
        var columns: [String]
        var rows: [Row]
    }

    private(set) var tables: [Table] = []
    private var random: SeededRandom

    init(seed: UInt64, tickets: Int = 12) {
        random = SeededRandom(seed)
        tables.append(
            Table(
                name: "agents",
                columns: ["id", "username", "password", "full_name", "role", "created_at", "is_active"],
                rows: (1...3).map {
                    [
                        ID.agent($0), "agent\($0)", "canary-password", "Agent \($0)", "Support", nil,
                        pick(["t", "f", nil]),
                    ]
                }))
        tables.append(
            Table(
                name: "audit_log", columns: ["id", "ticket_id", "action", "payload", "performed_by", "created_at"],
                rows: []))
        tables.append(
            Table(
                name: "customers", columns: ["id", "company_name", "api_key", "amc_expiry_date", "tss_expiry_date"],
                rows: (1...4).map {
                    [
                        ID.customer($0), text(), "canary-key", pick(["2026-03-31", nil, "infinity"]),
                        pick(["2025-01-01", "soon", nil]),
                    ]
                }))
        addTickets(tickets)
        addReplies(tickets)
        tables[1].rows = events(tickets)
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int(truncatingIfNeeded: random.next() % UInt64(values.count))]
    }

    /// Texts that look like other things.
    private mutating func text() -> String {
        pick([
            "plain", "with\ttab", "line\nfeed", "carriage\r\nreturn", "back\\slash", "\\.", "\\N", "quote\"inside",
            "comma, semicolon;",
            "COPY public.tickets (id) FROM stdin;", "नमस्ते 🙏", "", " ", "-- PostgreSQL database dump complete",
            "ends with \\",
            String(repeating: "long ", count: 60), "'; DROP TABLE tickets;--", "a\u{0b}b\u{08}c\u{0c}",
        ])
    }

    private mutating func instant() -> String? {
        let hour = 10 + Int(random.next() % 10)
        let second = Int(random.next() % 60)
        let clock = "2026-03-0\(1 + Int(random.next() % 9)) \(hour):15:\(second < 10 ? "0" : "")\(second)"
        return pick([
            clock + "+00", clock + ".5+00", clock + ".123456+05:30", clock + "Z", clock + "+05:53:28", nil, "infinity",
            clock.replacingBlank() + ".1234567+00", "0044-03-15 12:00:00+00 BC", clock + "-0330",
        ])
    }

    private mutating func addTickets(_ count: Int) {
        var rows: [Row] = []
        for number in 1...count {
            let key: String? = pick([nil, "", "key-1", "key-2", " "])
            let history: String? = pick([
                nil, "[]", "null",
                "[{\"from\":null,\"to\":\"\(ID.agent(1))\",\"assigned_at\":\"2026-03-02T10:00:00\"}]",
                "[{\"to\": null, \"assigned_at\": \"2026-03-02 10:00:00+05:30\", \"note\": \"a \\\"quoted\\\" \\u0928\"}, 5]",
                "{\"not\": \"an array\"}", "[{\"to\": \"agent2\", \"assigned_at\": \"never\"}]", "[{\"broken",
            ])
            rows.append([
                ID.ticket(number), pick([ID.customer(1), ID.customer(9), nil, "no id"]), key, text(), text(), text(),
                pick(["High", "medium", nil, "Critcal", "", "null"]),
                pick(["Open", "In Progress", "in_progress ", nil, "Pending", " "]),
                pick([ID.agent(1).uppercased(), ID.agent(2), nil, ID.agent(8)]), instant(), instant(), instant(),
                instant(),
                pick(["100.00", "99.995", "1e3", "NaN", nil, "92233720368547758.08", "abc", "-5"]), history, instant(),
            ])
        }
        if count > 2 { rows.append(rows[1].map { $0 == "High" ? "Low" : $0 }) }
        tables.append(
            Table(
                name: "tickets",
                columns: [
                    "id", "customer_id", "client_ticket_uuid", "created_by", "title", "description", "priority",
                    "status", "assigned_to",
                    "sla_due", "created_at", "updated_at", "billed_at", "bill_amount", "assignment_history",
                    "completed_at",
                ], rows: rows))
    }

    private mutating func addReplies(_ tickets: Int) {
        let names = ["ticket_comments", "ticket_remarks", "service_reports"]
        for (kind, name) in names.enumerated() {
            var rows: [Row] = []
            for number in 1...6 {
                let ticket: String? = pick([ID.ticket(1 + number % tickets), ID.ticket(99), nil])
                let who: String? = kind == 0 ? text() : pick([ID.agent(1), nil, ID.agent(7)])
                let extra: String? = kind == 0 ? pick(["t", "f", nil, "maybe"]) : pick(["15", nil, "-3", "many"])
                rows.append([ID.event(1000 * (kind + 1) + number), ticket, who, text(), extra, instant()])
            }
            let columns = [
                ["id", "ticket_id", "author", "body", "internal", "created_at"],
                ["id", "ticket_id", "agent_id", "remark", "duration_seconds", "created_at"],
                ["id", "ticket_id", "agent_id", "remarks", "time_spent_minutes", "created_at"],
            ][kind]
            tables.append(Table(name: name, columns: columns, rows: rows))
        }
    }

    private mutating func events(_ tickets: Int) -> [Row] {
        var rows: [Row] = []
        for number in 1...(tickets * 4) {
            let action: String? = pick([
                "ticket_status_changed", "status_changed", "ticket_created", "assigned", "priority_changed",
                "bill_raised",
                "bill_cancelled", "setting_toggle", nil,
            ])
            let payload: String? = pick([
                "{\"to\": \"Open\", \"from\": \"New\", \"performed_by_id\": \"x\"}",
                "{\"new_status\": \"Closed\", \"to\": \" \"}", nil,
                "{\"priority\": null}", "{\"priority\": \"High\", \"title\": \"\(pick(["a", "b"]))\"}",
                "{\"to\": \"\(ID.agent(2).uppercased())\", \"from\": null}", "{\"to\": \"Agent3\"}",
                "{\"to\": \"agent3\"}",
                "{\"amount\": \"12.345\"}", "{\"amount\": 99.5, \"amount\": 100}", "{\"amount\": {}}", "[1, 2]",
                "\"text\"", "5", "null", "{broken",
                "{\"to\": \"Wait\\u0069ng for Customer\", \"from\": \"a\\\"b\"}",
                "{ \"from\" : \"Open\" ,\"to\":\"In Progress\" }",
                "{\"nested\": {\"to\": \"Open\"}, \"to\": [1, {\"a\": 2}]}",
                "{\"to\": \"ब\", \"from\": \"\\ud83d\\ude00\"}", "{\"to\": \"\\ud83d\"}",
            ])
            let ticket: String? = pick([
                ID.ticket(1 + number % tickets), ID.ticket(1 + number % tickets), nil, ID.ticket(98), "bad",
            ])
            rows.append([ID.event(number), ticket, action, payload, text(), instant()])
        }
        rows.append(rows[2])
        return rows
    }

    // MARK: Written down

    func dump(lineEnd: String = "\n") -> String {
        var output = DumpText.header
        for table in tables {
            output += "COPY public.\(table.name) (\(table.columns.joined(separator: ", "))) FROM stdin;" + lineEnd
            for row in table.rows { output += row.map(HostileDesk.copyField).joined(separator: "\t") + lineEnd }
            output += "\\." + lineEnd + lineEnd
        }
        return output + DumpText.footer
    }

    func csv(_ table: Table, lineEnd: String = "\n") -> String {
        ([table.columns] + table.rows).map { $0.map(HostileDesk.csvField).joined(separator: ",") + lineEnd }.joined()
    }

    /// How a dump writes INSERT statements.
    struct InsertStyle: Sendable {
        var namesColumns = true
        var rowsPerStatement = 1
        var quotesNames = false
        /// Between two rows of a statement.
        var separator = ",\n\t"
        var tail = ""
        var overriding = ""
        var literal: @Sendable (String) -> String = { HostileDesk.sqlLiteral($0) }
        var header = DumpText.header
        var createsTables = false
    }

    func inserts(_ style: InsertStyle) -> String {
        var output = style.header
        for table in tables {
            func name(_ name: String) -> String { style.quotesNames ? "\"\(name)\"" : name }
            if style.createsTables {
                output += "CREATE TABLE public.\(table.name) (\n"
                output +=
                    table.columns.map { "    \($0) text DEFAULT 'a, b'::text" }.joined(separator: ",\n") + "\n);\n\n"
            }
            var head = "INSERT INTO \(name("public")).\(name(table.name)) "
            if style.namesColumns { head += "(\(table.columns.map(name).joined(separator: ", "))) " }
            head += style.overriding + "VALUES"
            var rest = table.rows[...]
            while !rest.isEmpty {
                let rows = rest.prefix(style.rowsPerStatement)
                rest = rest.dropFirst(rows.count)
                let texts = rows.map { "(" + $0.map { $0.map(style.literal) ?? "NULL" }.joined(separator: ", ") + ")" }
                output += head + (rows.count > 1 ? "\n\t" : " ") + texts.joined(separator: style.separator)
                output += style.tail + ";\n"
            }
            output += "\n\n"
        }
        return output + DumpText.footer
    }

    static func sqlLiteral(_ value: String) -> String {
        "'" + value.replacingOccurrences(of: "'", with: "''") + "'"
    }

    /// `E'…'`, or the inside of it for plain quotes that know escapes.
    static func escapedLiteral(_ value: String) -> String {
        var output = "'"
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": output += "\\\\"
            case "'": output += "\\'"
            case "\n": output += "\\n"
            case "\t": output += "\\011"
            case "\r": output += "\\x0d"
            case "\u{928}": output += "\\u0928"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "'"
    }

    static func copyField(_ value: String?) -> String {
        guard let value else { return "\\N" }
        var output = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{08}": output += "\\b"
            case "\u{0b}": output += "\\v"
            case "\u{0c}": output += "\\014"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    static func csvField(_ value: String?) -> String {
        guard let value else { return "" }
        let needsQuotes = value.isEmpty || value.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + value.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\"" : value
    }
}

extension String {
    fileprivate func replacingBlank() -> String { String(map { $0 == " " ? "T" : $0 }) }
}
