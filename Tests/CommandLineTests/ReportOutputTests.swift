import Foundation
import Reports
import ServiceDesk
import TestSupport
import Testing

@testable import aroundtally

/// What is too long for the workbook goes into a file beside it.
@Suite struct ReportOutputTests {
    private static var report: Report {
        let table = ReportTable(
            id: "data", title: "Tickets", sheetName: "Data", basis: "All tickets.",
            columns: [
                TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
                TableColumn("used", "Used", .duration, unit: .businessTime),
                TableColumn("created_at", "Created", .instant), TableColumn("amount", "Amount", .money),
            ],
            rows: ["=HYPERLINK(\"x\")", "-1 paper, two copies", "नमस्ते"].enumerated().map { index, title in
                [
                    .text("t\(index)"), .text(title), .duration(.seconds(90)),
                    .instant(instant("2026-03-31T18:30:00Z")), .money(Paise(-150)),
                ]
            }, isData: true, pageRows: 2)
        let asOf = instant("2026-03-31T18:30:00Z")
        let context = ReportContext(
            asOf: asOf, timeZone: .utc, period: Period(start: asOf - .hours(24), end: asOf), periodTitle: "a day",
            policySource: "default", calendars: [], sources: [],
            timestampSkew: SkewNote(mode: "utc", movedUpdatedAt: 0, movedCreatedAt: 0), engineVersion: "0",
            timeZoneDataVersion: "0")
        return Report(
            name: "kpi", title: "KPIs", context: context,
            sections: [Section(id: "data", title: "Data", blocks: [.table(table)])], definitions: [])
    }

    private static func publish(rowLimit: Int, guardsFormulas: Bool = true) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var outputs = ReportOutputs(xlsx: nil, html: nil, json: nil, folder: folder.path, name: "kpi")
        outputs.rowLimit = rowLimit
        let written = try outputs.publish(report, guardsFormulas: guardsFormulas) { $0 }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(written.map { ($0 as NSString).lastPathComponent }) == Set(names))
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let data = try Data(contentsOf: folder.appendingPathComponent(name))
                return (name, String(decoding: data, as: UTF8.self))
            })
    }

    @Test("rows above the limit are in data.csv, guarded against formulas, and the page says so")
    func longTablesGoBeside() throws {
        let files = try Self.publish(rowLimit: 2)
        #expect(Set(files.keys) == ["kpi.xlsx", "kpi.html", "kpi.json", "data.csv"])
        #expect(
            files["data.csv"] == """
                ticket_id,title,used,created_at,amount
                t0,"'=HYPERLINK(""x"")",90,2026-03-31T18:30:00Z,-1.50
                t1,"'-1 paper, two copies",90,2026-03-31T18:30:00Z,-1.50
                t2,नमस्ते,90,2026-03-31T18:30:00Z,-1.50

                """)
        #expect(files["kpi.html"]?.contains("All 3 rows are in data.csv, table data.") == true)
        #expect(try Self.publish(rowLimit: 2, guardsFormulas: false)["data.csv"]?.contains("t1,\"-1 paper") == true)
    }

    @Test("rows within the limit stay in the workbook")
    func shortTablesStay() throws {
        #expect(try Set(Self.publish(rowLimit: 3).keys) == ["kpi.xlsx", "kpi.html", "kpi.json"])
    }
}
