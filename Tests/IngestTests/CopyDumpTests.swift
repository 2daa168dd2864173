import Ingest
import ServiceDesk
import Testing

@Suite("Plain dumps")
struct CopyDumpTests {
    @Test("Lines that look like data are taken only where SQL would see them")
    func lexer() throws {
        let fixture = try Fixture()
        let fake = "COPY public.tickets (\(DumpText.ticketColumns)) FROM stdin;\n\(DumpText.ticket(9))\n\\.\n"
        let text = DumpText.whole(
            "/* a comment /* nested */\n\(fake) */",
            "COMMENT ON TABLE public.tickets IS 'it''s\n\(fake)';",
            "SELECT E'a \\' quote\n\(fake)';",
            "CREATE FUNCTION public.f() RETURNS void LANGUAGE sql AS $body$\n\(fake)$other$\n$body$;",
            "CREATE FUNCTION public.g() RETURNS void LANGUAGE sql AS $$\n\(fake)$$;",
            "COMMENT ON COLUMN public.\"odd\n\(fake)\".x IS 'y';",
            "CREATE FUNCTION public.h() RETURNS int LANGUAGE sql BEGIN ATOMIC INSERT INTO public.tickets VALUES (1); SELECT CASE WHEN true THEN 1 END; END;",
            "-- COPY public.tickets (id) FROM stdin;",
            DumpText.tickets([DumpText.ticket(1)]))
        let result = try fixture.read(text)
        #expect(result.dataset.tickets.id.map(\.text) == [ID.ticket(1)])
        #expect(!result.isTruncated)
        #expect(result.table("tickets")?.rows == 1)
    }

    @Test("Commands of psql are skipped and counted, never run")
    func commands() throws {
        let fixture = try Fixture()
        let text = DumpText.whole(
            "\\restrict key", "\\! touch /tmp/never", DumpText.tickets([DumpText.ticket(1)]), "\\unrestrict key")
        let result = try fixture.read(text)
        #expect(result.findings.count(of: .skippedCommand) == 3)
        #expect(result.examples(.skippedCommand).first?.place.line == 6)
    }

    @Test("Only the table of the schema public is meant")
    func schemas() throws {
        let fixture = try Fixture()
        let other = DumpText.copy("backup.tickets", DumpText.ticketColumns, [DumpText.ticket(8)])
        let mixed = DumpText.copy("public.\"Tickets\"", "id", [ID.ticket(7)])
        let result = try fixture.read(DumpText.whole(other, mixed, DumpText.tickets([DumpText.ticket(1)])))
        #expect(result.dataset.tickets.count == 1)
        #expect(result.dataset.inventory.tables.map(\.name) == ["tickets", "Tickets", "backup.tickets"])
        let old =
            DumpText.header + "SET search_path = public, pg_catalog;\n\n"
            + DumpText.copy("tickets", DumpText.ticketColumns, [DumpText.ticket(1)])
            + "SET search_path = archive, pg_catalog;\n"
            + DumpText.copy("tickets", DumpText.ticketColumns, [DumpText.ticket(2)])
            + DumpText.footer
        #expect(try fixture.read(old).dataset.tickets.id.map(\.text) == [ID.ticket(1)])
    }

    @Test("A block without a column list has the columns of CREATE TABLE, generated ones apart")
    func createTable() throws {
        let fixture = try Fixture()
        let create = """
            CREATE TABLE public.tickets (
                "id" uuid DEFAULT gen_random_uuid() NOT NULL,
                customer_id uuid,
                shout text GENERATED ALWAYS AS (upper((status)::text)) STORED,
                number bigint GENERATED ALWAYS AS IDENTITY,
                priority text DEFAULT 'a, b'::text,
                status text CHECK ((status = ANY (ARRAY['Open'::text, 'Closed'::text]))),
                created_at timestamp with time zone,
                CONSTRAINT tickets_pkey PRIMARY KEY (id)
            );
            """
        let row = "\(ID.ticket(1))\t\\N\t5\tHigh\tOpen\t2026-03-01 10:00:00+00"
        let result = try fixture.read(DumpText.whole(create, "COPY public.tickets FROM stdin;\n\(row)\n\\.\n"))
        #expect(result.dataset.tickets.status[TicketRow(0)] == "Open")
        #expect(try fixture.failure(DumpText.whole("COPY public.tickets FROM stdin;\n\(row)\n\\.\n"))?.exitCode == 65)
    }

    @Test("The rows of partitions are the table's")
    func partitions() throws {
        let fixture = try Fixture()
        let attach =
            "CREATE TABLE public.tickets_2026 (id uuid);\nALTER TABLE ONLY public.tickets ATTACH PARTITION public.tickets_2026 FOR VALUES IN (1);"
        let rows = DumpText.copy("public.tickets_2026", DumpText.ticketColumns, [DumpText.ticket(1)])
        #expect(try fixture.read(DumpText.whole(attach, rows)).dataset.tickets.count == 1)
    }

    @Test("Escapes of COPY text, and what is NULL and what ends")
    func escapes() throws {
        let fixture = try Fixture()
        let statuses = [
            "a\\tb", "\\\\N", "\\101\\x42\\x4a", "\\q", "a\\\tb", "a\\\nb", "\\N", "", "\\\\.", "x\\7y", "\\060",
        ]
        let rows = statuses.enumerated().map { DumpText.ticket($0 + 1, status: $1) }
        let table = try fixture.read(DumpText.whole(DumpText.tickets(rows))).dataset.tickets
        let expected: [String?] = ["a\tb", "\\N", "ABJ", "q", "a\tb", "a\nb", nil, "", "\\.", "x\u{07}y", "0"]
        #expect(table.rows.map { table.status[$0] } == expected)
    }

    @Test("Lines of findings and rejects are those of the file")
    func lines() throws {
        let fixture = try Fixture()
        let rows = [
            DumpText.ticket(1, status: "two\\\nlines"), DumpText.ticket(2, status: "Opne"), "no id\t1\t2\t3\t4\t5",
            "short",
        ]
        let text = DumpText.whole(DumpText.tickets(rows))
        for size in [1, 100, 1 << 20] {
            var options = IngestOptions()
            options.windowBytes = size
            let result = try fixture.read(text, as: "dump.sql", options)
            let example = try #require(result.examples(.unknownStatus).last)
            #expect(example.place.line == 9)
            #expect(example.place.column == 80)
            #expect(example.hint == "did you mean \"Open\"?")
            #expect(example.sourceLine == DumpText.ticket(2, status: "Opne"))
            #expect(result.rejects.map(\.line) == [10, 11])
            #expect(result.rejects.map(\.raw) == ["no id\t1\t2\t3\t4\t5", "short"])
            #expect(result.rejects.first.map { Array(text.utf8)[$0.byte...].starts(with: "no id".utf8) } == true)
        }
    }

    @Test("Several databases need a choice")
    func databases() throws {
        let fixture = try Fixture()
        func database(_ name: String, _ ticket: Int) -> String {
            "\\connect \(name)\n\n" + DumpText.whole(DumpText.tickets([DumpText.ticket(ticket)]))
        }
        let text =
            "--\n-- PostgreSQL database cluster dump\n--\n\n\\connect template1\n" + database("desk", 1)
            + database("-reuse-previous=on \"dbname='old desk'\"", 2)
            + "--\n-- PostgreSQL database cluster dump complete\n--\n"
        let failure = try #require(try fixture.failure(text))
        #expect(failure.exitCode == 64)
        #expect(failure.sentence.contains("desk, old desk"))
        var options = IngestOptions()
        options.database = "old desk"
        #expect(try fixture.read(text, as: "dump.sql", options).dataset.tickets.id.map(\.text) == [ID.ticket(2)])
        options.database = "nothing"
        #expect(try fixture.failure(text, as: "dump.sql", options)?.exitCode == 64)
    }

    @Test("What would be misread is refused")
    func refusals() throws {
        let fixture = try Fixture()
        let tickets = DumpText.tickets([DumpText.ticket(1)])
        for line in [
            "SET client_encoding = 'EUC_JP';",
            "INSERT INTO public.tickets VALUES ('x');",
            "COPY public.tickets (id) FROM stdin WITH (FORMAT csv);\n\\.",
        ] {
            let failure = try #require(try fixture.failure(DumpText.whole(line, tickets)), "\(line)")
            #expect(failure.exitCode == 65)
        }
        #expect(try fixture.failure(DumpText.whole("SET client_encoding = 'SQL_ASCII';", tickets)) == nil)
    }

    @Test("A dump of tables without rows has a finding")
    func noRows() throws {
        let fixture = try Fixture()
        let result = try fixture.read(
            DumpText.whole("CREATE TABLE public.tickets (id uuid);\nCREATE TABLE public.other (id uuid);"))
        #expect(result.findings.count(of: .noRows) == 1)
        #expect(result.table("tickets") == Inventory.TableCount(name: "tickets", isKnown: true))
        #expect(result.table("other")?.isKnown == false)
        #expect(try fixture.failure(DumpText.whole("CREATE TABLE public.other (id uuid);"))?.exitCode == 65)
    }

    @Test("Passwords and keys are nowhere in the result")
    func secrets() throws {
        let fixture = try Fixture()
        let columns = "id, username, password, full_name, role, is_active"
        let agents = DumpText.copy(
            "public.agents", columns,
            ["\(ID.agent(1))\travi\tcanary\tRavi\tSupport\tperhaps", "bad\travi\tcanary\tRavi\tSupport\tt", "canary"])
        let result = try fixture.read(DumpText.whole(agents, DumpText.tickets([DumpText.ticket(1)])))
        #expect(result.rejectCount == 2)
        #expect(result.findings.count(of: .badValue) == 1)
        #expect(!DatasetText.of(result).contains("canary"))
    }
}
