import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("What values mean")
struct RuleTests {
    private func desk(_ events: [String], agents: String = "") throws -> IngestResult {
        let people = DumpText.copy(
            "public.agents", "id, username, full_name, role",
            ["\(ID.agent(1))\tRavi\tRavi K\tSupport", "\(ID.agent(2))\tmeera\tMeera\tAdmin"])
        return try Fixture().read(
            DumpText.whole(people, DumpText.events(events), DumpText.tickets([DumpText.ticket(1)])))
    }

    @Test(
        "The first usable key gives a status event its values",
        arguments: [
            ("{\"to\": \"Open\", \"from\": \"New\"}", "New", "Open"),
            ("{\"from\":\"New\",\"to\":\"Open\"}", "New", "Open"),
            ("{\"to\": \" \", \"new_status\": \"Closed\", \"new\": \"x\"}", nil, "Closed"),
            ("{\"to\": null, \"new\": \"Closed\", \"old_status\": \"Open\"}", "Open", "Closed"),
            ("{\"to\": \"A\", \"to\": \"B\"}", nil, "B"),
            ("{\"to\": \"A\", \"to\": 5}", nil, nil),
            ("{\"\\\\u0074o\": \"Open\"}", nil, "Open"),
            ("{\"to\": \"a\\\\\"b\"}", nil, "a\"b"),
            ("{\"x\": {\"to\": \"Open\"}}", nil, nil),
            ("[\"to\", \"Open\"]", nil, nil), ("\"to\"", nil, nil), ("7", nil, nil), ("null", nil, nil),
            ("\\N", nil, nil),
            (" { \"to\" : \"Open\" } ", nil, "Open"),
        ] as [(String, String?, String?)])
    func statusValues(payload: String, old: String?, new: String?) throws {
        let result = try desk([DumpText.event(1, "status_changed", payload)])
        let words = result.dataset.events.words(0, agents: result.dataset.agentDirectory)
        #expect(words.old == old)
        #expect(words.new == new)
        #expect(result.findings.count(of: .badValue) == 0)
    }

    @Test(
        "Invalid JSON is NULL with a finding",
        arguments: [
            "{", "{\"to\": \"Open\"", "{\"to\": \"Open\",}", "{\"to\" \"Open\"}", "{to: \"Open\"}", "{\"to\": 01}",
            "{\"to\": +1}", "{\"to\": \"\\\\x\"}",
            "{\"to\": \"\\\\ud800\"}", "{\"to\": \"\\\\u0000\"}", "{\"to\": nul}", "{} {}", "", "{\"to\": 1.}",
            "{\"to\": \"a\\nb\"}",
        ])
    func invalidJSON(payload: String) throws {
        let result = try desk([DumpText.event(1, "status_changed", payload)])
        #expect(result.findings.count(of: .badValue) == 1)
        #expect(result.dataset.events.newValue == [EventValue.absent])
    }

    @Test("Agents in assignments are known by id; any other text is kept, also a username; null is nobody")
    func assignments() throws {
        let result = try desk([
            DumpText.event(1, "assigned", "{\"to\": \"\(ID.agent(1).uppercased())\", \"from\": null}"),
            DumpText.event(2, "ticket_assigned", "{\"new\": \"RAVI \", \"old\": \" Stranger\"}"),
            DumpText.event(3, "assigned", "{\"to\": null, \"new\": \"meera\"}"),
            DumpText.event(4, "assigned", "{\"to\": \"{\(ID.agent(9))}\"}"),
            DumpText.event(5, "assigned", "{\"to\": 5}"),
        ])
        let data = result.dataset
        let words = (0..<5).map { data.events.words($0, agents: data.agentDirectory) }
        #expect(words.map(\.new) == [ID.agent(1), "ravi", "meera", ID.agent(9), nil])
        #expect(words.map(\.old) == ["null", "stranger", nil, nil, nil])
        #expect(data.agentDirectory.rowCount == 2)
        #expect(result.findings.count(of: .orphanAgent) == 4)
    }

    @Test("Priorities: a null is a value after any text")
    func priorities() throws {
        let result = try desk([
            DumpText.event(1, "ticket_created", "{\"priority\": null}"),
            DumpText.event(2, "ticket_created", "{\"title\": \"x\"}"),
            DumpText.event(3, "priority_changed", "{\"to\": null, \"new\": \"Low\", \"from\": \"Critcal\"}"),
            DumpText.event(4, "category_changed", "{\"to\": null}"),
        ])
        let words = (0..<4).map { result.dataset.events.words($0, agents: result.dataset.agentDirectory) }
        #expect(words.map(\.new) == ["null", nil, "Low", nil])
        #expect(result.findings.count(of: .unknownPriority) == 1)
    }

    @Test(
        "Amounts are exact and round half to even",
        arguments: [
            ("100", 10_000, []), ("\"99.995\"", 10_000, [.amountRounded]), ("99.985", 9998, [.amountRounded]),
            ("1e3", 100_000, []),
            ("-0.005", 0, [.amountRounded]), ("92233720368547758.07", Int64.max, []),
            ("92233720368547758.08", nil, [.amountOutOfRange]),
            ("1e400000000000", nil, [.amountOutOfRange]), ("1e-400000000000", 0, [.amountRounded]),
            ("\"NaN\"", nil, [.amountNotFinite]),
            ("\"-Infinity\"", nil, [.amountNotFinite]), ("\"12,3\"", nil, [.badValue]), ("true", nil, [.badValue]),
            ("null", nil, []),
            ("100.000", 10_000, []), ("0.0150000000000000000000000000000001", 2, [.amountRounded]),
            ("00", nil, [.badValue]),
        ] as [(String, Int64?, [FindingCode])])
    func amounts(written: String, paise: Int64?, codes: [FindingCode]) throws {
        let result = try desk([DumpText.event(1, "bill_raised", "{\"amount\": \(written)}")])
        #expect(result.dataset.events.amount[0]?.value == paise)
        let values: [FindingCode] = [.amountRounded, .amountNotFinite, .amountOutOfRange, .badValue]
        #expect(values.filter { result.findings.count(of: $0) > 0 } == codes)
    }

    @Test("Events and replies without a time are findings; unreadable ones are rejects")
    func times() throws {
        let result = try desk([
            DumpText.event(1, "status_changed", "\\N", at: "\\N"),
            DumpText.event(2, "status_changed", "\\N", at: "infinity"),
            DumpText.event(3, "status_changed", "\\N", at: "yesterday"),
            DumpText.event(4, "status_changed", "\\N", at: "294277-01-01 00:00:00+00"),
            DumpText.event(5, "status_changed", "\\N", at: "2026-03-01 10:00:00 IST"), DumpText.event(6, "x", "{bad"),
        ])
        #expect(result.findings.count(of: .eventWithoutTime) == 3)
        #expect(result.rejectCount == 2)
        #expect(result.dataset.events.count == 1)
        #expect(
            result.table("audit_log") == Inventory.TableCount(name: "audit_log", isKnown: true, rows: 4, rejected: 2))
        #expect(result.findings.count(of: .badValue) == 0)
    }

    @Test("The last of several rows with one id counts, in its own place")
    func duplicates() throws {
        let fixture = try Fixture()
        let rows = [
            DumpText.ticket(1, status: "Open"), DumpText.ticket(2), DumpText.ticket(1, status: "Closed"),
            DumpText.ticket(1, status: "New"),
        ]
        let events = [
            DumpText.event(1, "status_changed", "{\"to\": \"Open\"}"),
            DumpText.event(2, "status_changed", "{\"to\": \"On Hold\"}"),
            DumpText.event(1, "status_changed", "{\"to\": \"Closed\"}"),
        ]
        let first = try fixture.write("a.sql", DumpText.whole(DumpText.tickets(rows), DumpText.events(events)))
        let result = try Ingest.read(sources: [.path(first)], options: IngestOptions())
        let table = result.dataset.tickets
        #expect(table.id.map(\.text) == [ID.ticket(2), ID.ticket(1)])
        #expect(table.rows.map { table.status[$0] } == ["Open", "New"])
        #expect(result.findings.count(of: .duplicateID) == 3)
        #expect(result.dataset.inventory.ticketsByStatus == ["Open": 2, "Closed": 1, "New": 1])
        let words = (0..<2).map { result.dataset.events.words($0, agents: result.dataset.agentDirectory).new }
        #expect(words == ["On Hold", "Closed"])
        let twice = try Ingest.read(sources: [.path(first), .path(first)], options: IngestOptions())
        #expect(twice.dataset.tickets.id == result.dataset.tickets.id)
        #expect(twice.dataset.events.at == result.dataset.events.at)
        #expect(twice.table("tickets")?.rows == 8)
    }

    @Test("Events are ordered by ticket, then time, then input; those of no known ticket stand at the end")
    func grouping() throws {
        let fixture = try Fixture()
        func event(_ number: Int, _ ticket: String, _ hour: Int) -> String {
            "\(ID.event(number))\t\(ticket)\tx\(number)\t\\N\ts\t2026-03-01 1\(hour):00:00+00"
        }
        let events = [
            event(1, ID.ticket(2), 5), event(2, "\\N", 1), event(3, ID.ticket(1), 3), event(4, ID.ticket(7), 0),
            event(5, ID.ticket(2), 2),
            event(6, ID.ticket(2), 5), event(7, ID.ticket(1), 3),
        ]
        let result = try fixture.read(
            DumpText.whole(
                DumpText.events(events), DumpText.tickets([DumpText.ticket(1), DumpText.ticket(2), DumpText.ticket(3)]))
        )
        let table = result.dataset.events
        #expect((0..<table.count).map { table.action[table.row($0)] } == ["x3", "x7", "x5", "x1", "x6", "x2", "x4"])
        #expect(table.grouping.offsets == [0, 2, 5, 5])
        #expect(result.findings.count(of: .orphanTicket) == 1)
    }

    @Test("The rows of agents, and no others, are agents")
    func people() throws {
        let fixture = try Fixture()
        func block(_ table: String, _ number: Int) -> String {
            DumpText.copy("public.\(table)", "id, username, role", ["\(ID.agent(number))\tuser\(number)\t\(table)"])
        }
        let text = DumpText.whole(
            block("accountants", 3), block("agents", 1), block("moderators", 2), block("moderators", 1),
            DumpText.tickets([DumpText.ticket(1)]))
        let agents = try fixture.read(text).dataset.agents
        #expect(agents.id.map(\.text) == [ID.agent(1)])
        #expect(agents.role[AgentRow(0)] == "agents")
        #expect(agents.isActive[0])
    }

    @Test("The workflow configuration gives minutes, and bad shapes are findings")
    func workflow() throws {
        let fixture = try Fixture()
        func read(_ value: String) throws -> (config: WorkflowConfig, findings: Int) {
            let settings = DumpText.copy(
                "public.app_settings", "setting_key, setting_value", ["other\t5", "workflow_config\t\(value)"])
            let result = try fixture.read(DumpText.whole(settings, DumpText.tickets([DumpText.ticket(1)])))
            return (result.dataset.workflowConfig, result.findings.count(of: .unreadableSetting))
        }
        let whole = try read(
            "{\"visible_statuses\": [1], \"sla\": {\"urgent\": 30, \"critical\": 60, \"normal\": 480, \"low\": 1440.0}}"
        )
        #expect(whole.config.firstResponseMinutes == [.urgent: 30, .medium: 480, .low: 1440])
        #expect(whole.findings == 0)
        let odd = try read("{\"sla\": {\"urgent\": \"soon\", \"critical\": 60, \"high\": -1, \"low\": null}}")
        #expect(odd.config.firstResponseMinutes == [.urgent: 60])
        #expect(odd.findings == 2)
        for value in ["[]", "{\"sla\": 5}", "{\"sla\": []}", "{bad", "\"text\""] {
            #expect(try read(value).findings == 1, "\(value)")
        }
        #expect(try read("{}").findings == 0)
    }

    @Test("Two tickets of one customer should not share a client key")
    func clientKeys() throws {
        let fixture = try Fixture()
        func ticket(_ number: Int, _ customer: Int, _ key: String) -> String {
            "\(ID.ticket(number))\t\(ID.customer(customer))\t\(key)"
        }
        let rows = [
            ticket(1, 1, "k"), ticket(2, 2, "k"), ticket(3, 1, "k"), ticket(4, 1, "\\N"), ticket(5, 1, ""),
            ticket(6, 1, " "), ticket(7, 1, "k2"),
        ]
        let result = try fixture.read(
            DumpText.whole(DumpText.copy("public.tickets", "id, customer_id, client_ticket_uuid", rows)))
        #expect(result.findings.count(of: .duplicateClientKey) == 1)
        #expect(
            (0..<7).map { result.dataset.tickets.hasClientKey[$0] } == [true, true, true, false, false, false, true])
    }

    @Test("Rows of extended tables are counted, and those with an id that is none are rejected")
    func extended() throws {
        let fixture = try Fixture()
        let deals = DumpText.copy(
            "public.deals", "id, title", ["\(ID.event(1))\ta", "x\tb", "\\N\tc", "\(ID.event(2))\td"])
        let result = try fixture.read(DumpText.whole(deals, DumpText.tickets([DumpText.ticket(1)])))
        #expect(result.table("deals") == Inventory.TableCount(name: "deals", isKnown: true, rows: 2, rejected: 2))
    }

    @Test("Bad values are NULL with a finding that keeps their text; the row is kept")
    func badValues() throws {
        let fixture = try Fixture()
        let row = "\(ID.ticket(1))\tnot an id\tHigh\tOpen\t2026-02-30 10:00:00+00\tlater"
        let result = try fixture.read(DumpText.whole(DumpText.tickets([row])))
        #expect(result.examples(.badValue).map(\.text) == ["not an id", "2026-02-30 10:00:00+00", "later"])
        #expect(result.examples(.badValue).map(\.place.column) == [38, 58, 81])
        #expect(result.dataset.tickets.customer[TicketRow(0)] == nil)
        #expect(result.dataset.tickets.createdAt[TicketRow(0)] == nil)
        #expect(result.rejectCount == 0)
    }
}

@Suite("What a source is")
struct RecognitionTests {
    @Test("Known kinds that cannot be read yet are named")
    func kinds() throws {
        let fixture = try Fixture()
        let kinds: [([UInt8], String)] = [
            (Array("PGDMP\u{1}".utf8), "archive"), (Array("SQLite format 3\0".utf8), "SQLite"),
            ([0x50, 0x4b, 3, 4], "Excel"),
            ([1, 0, 2], "binary"),
        ]
        for (bytes, word) in kinds {
            let path = try fixture.write("tickets.csv", bytes)
            do {
                _ = try Ingest.read(sources: [.path(path)], options: IngestOptions())
                Issue.record("\(word) was read")
            } catch { #expect(error.exitCode == 65 && error.sentence.contains(word), "\(error.sentence)") }
        }
        _ = try fixture.write("toc.dat", [1])
        for source in [fixture.folder.path, "postgres://desk@localhost/desk"] {
            #expect(throws: IngestError.self) { try Ingest.read(sources: [.path(source)], options: IngestOptions()) }
        }
    }

    @Test("A missing file, an empty file and an empty folder have their own exit codes")
    func missing() throws {
        let fixture = try Fixture()
        #expect(try fixture.failure("", as: "empty.sql")?.exitCode == 65)
        for (path, code) in [("/nowhere/x.sql", 66), (fixture.folder.path + "/none.csv", 66)] as [(String, Int32)] {
            do {
                _ = try Ingest.read(sources: [.path(path)], options: IngestOptions())
                Issue.record("\(path) was read")
            } catch { #expect(error.exitCode == code) }
        }
        let empty = try Fixture()
        #expect(throws: IngestError.self) {
            try Ingest.read(sources: [.path(empty.folder.path)], options: IngestOptions())
        }
    }

    @Test("The kind is seen in the bytes, not in the name, and standard input is read like a file")
    func bytes() throws {
        let fixture = try Fixture()
        let text = DumpText.whole(DumpText.tickets([DumpText.ticket(1)]))
        let path = try fixture.write("tickets.csv", text)
        #expect(try Ingest.read(sources: [.path(path)], options: IngestOptions()).dataset.tickets.count == 1)
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data(text.utf8))
        try pipe.fileHandleForWriting.close()
        var options = IngestOptions()
        options.standardInput = pipe.fileHandleForReading.fileDescriptor
        #expect(try Ingest.read(sources: [.path("-")], options: options).dataset.tickets.count == 1)
    }
}
