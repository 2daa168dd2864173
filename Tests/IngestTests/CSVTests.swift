import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("CSV files")
struct CSVTests {
    private let head = "id,status,priority,created_at\n"

    private func row(
        _ number: Int, _ status: String, _ priority: String = "High", _ at: String = "2026-03-01 10:00:00+00"
    ) -> String {
        "\(ID.ticket(number)),\(status),\(priority),\(at)\n"
    }

    @Test("Unquoted empty is NULL, quoted empty is empty, quotes may hold anything")
    func quoting() throws {
        let fixture = try Fixture()
        let text =
            head + row(1, "") + row(2, "\"\"") + row(3, "\"a \"\"b\"\", c\nd\"") + row(4, "x\"y,\"z") + row(5, "\\.")
        let table = try fixture.read(text, as: "tickets.csv").dataset.tickets
        #expect(table.rows.map { table.status[$0] } == [nil, "", "a \"b\", c\nd", "xy,z", "\\."])
    }

    @Test("Columns are known by name, in any order and case, quoted, after a byte order mark")
    func header() throws {
        let fixture = try Fixture()
        let text = "\u{feff}\"Status\",extra, CREATED_AT ,id\r\nOpen,x,2026-03-01 10:00:00+00,\(ID.ticket(1))"
        let result = try fixture.read(text, as: "tickets_rows.csv")
        #expect(result.dataset.tickets.status[TicketRow(0)] == "Open")
        #expect(result.dataset.tickets.createdAt[TicketRow(0)]?.rfc3339 == "2026-03-01T10:00:00Z")
        #expect(result.examples(.missingColumn).map(\.text).contains("priority"))
        #expect(!result.isTruncated && result.rejectCount == 0)
    }

    @Test("A header that misleads is refused")
    func badHeaders() throws {
        let fixture = try Fixture()
        for text in [
            "id,status,status\n", "status,priority\nOpen,High\n", "id,status\rx,y\r", "sep=;\nid,status\n",
        ] {
            #expect(try fixture.failure(text, as: "tickets.csv")?.exitCode == 65, "\(text)")
        }
    }

    @Test("Instants without an offset need a zone")
    func zones() throws {
        let fixture = try Fixture()
        let text = head + row(1, "Open", "High", "2026-03-01 10:00:00")
        let failure = try #require(try fixture.failure(text, as: "tickets.csv"))
        #expect(failure.exitCode == 65 && failure.hint?.contains("--input-timezone") == true)
        #expect(failure.place?.line == 2)
        var options = IngestOptions()
        options.inputTimeZone = TimeZoneRules(identifier: "Asia/Kolkata", fixedOffsetSeconds: 19_800)
        let tickets = try fixture.read(text, as: "tickets.csv", options).dataset.tickets
        #expect(tickets.createdAt[TicketRow(0)]?.rfc3339 == "2026-03-01T04:30:00Z")
    }

    @Test("Dates whose day and month cannot be told apart are refused")
    func ambiguousDates() throws {
        let fixture = try Fixture()
        for date in ["03/04/2026 10:00", "03-04-2026", "3.4.26"] {
            let failure = try fixture.failure(head + row(1, "Open", "High", date), as: "tickets.csv")
            #expect(failure?.exitCode == 65 && failure?.hint?.contains("--date-order") == true, "\(date)")
        }
    }

    @Test("A word may stand for NULL, unless it is quoted")
    func nullWord() throws {
        let fixture = try Fixture()
        var options = IngestOptions()
        options.nullWord = "NULL"
        let text = head + row(1, "NULL", "NULL") + row(2, "\"NULL\"") + "\(ID.ticket(3)),Open,NULL,NULL\n"
        let result = try fixture.read(text, as: "tickets.csv", options)
        let table = result.dataset.tickets
        #expect(table.rows.map { table.status[$0] } == [nil, "NULL", "Open"])
        #expect(table.createdAt[TicketRow(2)] == nil)
        #expect(result.findings.count(of: .badValue) == 0)
    }

    @Test("The table is known by the file's name or said before it")
    func names() throws {
        let fixture = try Fixture()
        #expect(try fixture.failure(head + row(1, "Open"), as: "export.csv")?.exitCode == 65)
        let path = try fixture.write("export.csv", head + row(1, "Open"))
        #expect(
            try Ingest.read(sources: [.path("tickets=\(path)")], options: IngestOptions()).dataset.tickets.count == 1)
        do {
            _ = try Ingest.read(sources: [.path("tikets=\(path)")], options: IngestOptions())
            Issue.record("an unknown table was accepted")
        } catch { #expect(error.exitCode == 64 && error.hint?.contains("tickets=") == true) }
    }

    @Test("Unknown files of a folder are named, and a quote that is never closed is reported")
    func folder() throws {
        let fixture = try Fixture()
        _ = try fixture.write("tickets.csv", head + row(1, "Open") + "\(ID.ticket(2)),\"never closed,High\nx\n")
        _ = try fixture.write("mystery.csv", "a,b\n1,2\n3,4\n")
        let result = try Ingest.read(sources: [.path(fixture.folder.path)], options: IngestOptions())
        #expect(result.table("mystery") == Inventory.TableCount(name: "mystery", isKnown: false, rows: 2))
        #expect(result.isTruncated && result.rejectCount == 1)
        #expect(result.dataset.tickets.count == 1)
    }
}
