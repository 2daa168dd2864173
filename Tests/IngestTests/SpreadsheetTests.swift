import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("CSV as spreadsheets save it")
struct SpreadsheetTests {
    private static let zone = TimeZoneRules(identifier: "Asia/Kolkata", fixedOffsetSeconds: 19_800)

    private func options(_ order: DateOrder? = nil) -> IngestOptions {
        var options = IngestOptions()
        options.inputTimeZone = SpreadsheetTests.zone
        options.dateOrder = order
        return options
    }

    /// A desk of two tickets whose fields stand between separators.
    private func text(_ separator: String, lineEnd: String = "\r\n") -> String {
        let rows = [
            ["id", "title", "status", "priority", "created_at"],
            [ID.ticket(1), "\"Rs 1\(separator)000\"", "Open", "High", "2026-03-01 10:00:00+00"],
            [ID.ticket(2), "\"two\nlines\"", "In Progress", "", "2026-03-02 10:00:00+00"],
        ]
        return rows.map { $0.joined(separator: separator) + lineEnd }.joined()
    }

    private func check(_ result: IngestResult) {
        let tickets = result.dataset.tickets
        #expect(tickets.rows.map { tickets.status[$0] } == ["Open", "In Progress"])
        #expect(tickets.rows.map { tickets.priority[$0] } == ["High", nil])
        #expect(tickets.createdAt[TicketRow(1)]?.rfc3339 == "2026-03-02T10:00:00Z")
        #expect(!result.isTruncated && result.rejectCount == 0)
    }

    @Test("Any separator, by itself or named in a line of its own", arguments: [",", ";", "\t", "|"])
    func separators(separator: String) throws {
        let fixture = try Fixture()
        for head in ["", "\u{feff}", "sep=\(separator)\r\n", "\u{feff}\"sep=\(separator)\"\n", "SEP=\(separator)\n"] {
            for windowBytes in [1, 7, 1 << 20] {
                var options = options()
                options.windowBytes = windowBytes
                check(try fixture.read(head + text(separator), as: "tickets.csv", options))
            }
        }
        // A separator that only the file's own line can tell.
        check(try fixture.read("sep=^\n" + text("^"), as: "tickets.csv", options()))
    }

    @Test("Places are counted from the first line, whatever stands there")
    func places() throws {
        let fixture = try Fixture()
        let broken = "sep=;\nid;status;priority;created_at\nnone;Open;High;2026-03-01 10:00:00+00\n"
        let reject = try #require(try fixture.read(broken, as: "tickets.csv", options()).rejects.first)
        #expect(reject.line == 3 && reject.column == 1)
    }

    @Test("UTF-16 in either byte order, with pairs and with halves of pairs", arguments: [false, true])
    func utf16(isBigEndian: Bool) throws {
        let fixture = try Fixture()
        let encoding = isBigEndian ? String.Encoding.utf16BigEndian : .utf16LittleEndian
        let text = "\u{feff}" + text("\t").replacingOccurrences(of: "two", with: "द्वि 𝔱wo")
        var bytes = try #require(text.data(using: encoding))
        let path = try fixture.write("tickets.csv", "")
        var options = options()
        options.keepsTitles = true
        for windowBytes in [1, 4096, 1 << 20] {
            options.windowBytes = windowBytes
            try bytes.write(to: URL(fileURLWithPath: path))
            let result = try Ingest.read(sources: [.path(path)], options: options)
            check(result)
            #expect(result.dataset.tickets.title?[TicketRow(1)] == "द्वि 𝔱wo\nlines")
        }
        bytes.append(contentsOf: isBigEndian ? [0xd8, 0x34, 0x00] : [0x34, 0xd8, 0x00])
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(try Ingest.read(sources: [.path(path)], options: options).rejects.first?.raw == "\u{fffd}\u{fffd}")
    }

    @Test("A dump that PowerShell wrote is UTF-16, too")
    func utf16Dump() throws {
        let fixture = try Fixture()
        let dump = "\u{feff}" + DumpText.whole(DumpText.tickets([DumpText.ticket(1), DumpText.ticket(2)]))
        let path = try fixture.write("desk.sql", Array(try #require(dump.data(using: .utf16LittleEndian))))
        let result = try Ingest.read(sources: [.path(path)], options: options())
        #expect(result.dataset.tickets.count == 2 && !result.isTruncated)
    }

    private func created(_ text: String, _ order: DateOrder?) throws -> Instant? {
        let fixture = try Fixture()
        let csv = "id,status,created_at\n\(ID.ticket(1)),Open,\"\(text)\"\n"
        let tickets = try fixture.read(csv, as: "tickets.csv", options(order)).dataset.tickets
        return tickets.createdAt[TicketRow(0)]
    }

    @Test(
        "Dates in the order that was said",
        arguments: [
            ("03-04-2026 10:22", DateOrder.dayMonthYear, "2026-04-03T04:52:00Z"),
            ("03/04/2026 10:22", .monthDayYear, "2026-03-04T04:52:00Z"),
            ("26.03.04 10:22:33.5", .yearMonthDay, "2026-03-04T04:52:33.500000Z"),
            ("3/4/26 12:05 AM", .dayMonthYear, "2026-04-02T18:35:00Z"),
            ("3/4/26, 1:05:09 pm", .dayMonthYear, "2026-04-03T07:35:09Z"),
            ("31-Mar-26 10:22", .dayMonthYear, "2026-03-31T04:52:00Z"),
            ("31-Mar-26 10:22", .monthDayYear, "2026-03-31T04:52:00Z"),
            ("March.31.26", .dayMonthYear, "2026-03-30T18:30:00Z"),
            ("03-04-2026 10:22+00", .dayMonthYear, "2026-04-03T10:22:00Z"),
            ("2026-04-03 10:22:00+00", .dayMonthYear, "2026-04-03T10:22:00Z"),
            ("2026/04/03T10:22", .monthDayYear, "2026-04-03T04:52:00Z"),
        ])
    func ordered(text: String, order: DateOrder, instant: String) throws {
        #expect(try created(text, order)?.rfc3339 == instant)
    }

    @Test(
        "Dates that can be read in one way only need no word",
        arguments: [
            ("2026/04/03 10:22", "2026-04-03T04:52:00Z"), ("31-Mar-2026 10:22", "2026-03-31T04:52:00Z"),
            ("Sept/5/2026", "2026-09-04T18:30:00Z"),
        ])
    func unambiguous(text: String, instant: String) throws {
        #expect(try created(text, nil)?.rfc3339 == instant)
    }

    @Test(
        "Text that is no date in that order is kept as a finding",
        arguments: [
            "31-13-2026", "03/31/2026", "1-2-3", "03-04-026", "03-04-2026 13:00 PM", "03-04-2026 x", "29-Feb-2026",
        ])
    func impossible(text: String) throws {
        let fixture = try Fixture()
        let csv = "id,status,created_at\n\(ID.ticket(1)),Open,\(text)\n"
        let result = try fixture.read(csv, as: "tickets.csv", options(.dayMonthYear))
        #expect(result.examples(.badValue).map(\.text) == [text])
        #expect(result.dataset.tickets.createdAt[TicketRow(0)] == nil)
    }

    @Test("Contract dates too")
    func contracts() throws {
        let fixture = try Fixture()
        let csv = "id;company_name;amc_expiry_date\n\(ID.customer(1));A;31-03-2026\n"
        let customers = try fixture.read(csv, as: "customers.csv", options(.dayMonthYear)).dataset.customers
        #expect(customers.amcExpiry[CustomerRow(0)]?.iso == "2026-03-31")
        #expect(try fixture.failure(csv, as: "customers.csv")?.hint?.contains("--date-order") == true)
    }
}
