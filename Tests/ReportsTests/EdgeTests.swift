import Foundation
import ServiceDesk
import Testing

@testable import Reports

/// Reports at the edges: nothing in them, more than fits, values beyond a format's range.
@Suite struct EdgeTests {
    private func report(_ tables: [ReportTable], charts: [Chart] = []) -> Report {
        var report = DemoReport.report()
        report.sections = [
            Section(id: "edge", title: "Edge", blocks: tables.map { .table($0) } + charts.map { .chart($0) })
        ]
        report.checks = []
        report.findings = []
        report.definitions = []
        return report
    }

    @Test func anEmptyReportIsWrittenByAll() throws {
        let empty = ReportTable(
            id: "empty", title: "Empty", basis: "Nothing.",
            columns: [TableColumn("a", "A", .text), TableColumn("b", "B", .count, isSummed: true)], rows: [],
            total: [.text("Total"), .count(0)])
        let chart = Chart(
            id: "none", title: "None", kind: .line, finding: "There is nothing.", categoryTitle: "Day", categories: [],
            series: [ChartSeries(key: "a", title: "A", unit: .tickets, values: [])])
        for blocks in [report([]), report([empty], charts: [chart])] {
            #expect(blocks.faults == [])
            #expect(try AgreementTests.readBack(blocks)["Summary"] != nil)
            let page = String(decoding: HTMLReportRenderer().render(blocks), as: UTF8.self)
            #expect(page.contains("Nothing odd was found"))
            #expect(!JSONReportRenderer().render(blocks).isEmpty)
        }
    }

    @Test(arguments: ChartKind.allCases)
    func everyShapeDrawsGapsZerosAndOneValue(kind: ChartKind) {
        for values: [Cell] in [[.count(0)], [.absent(.notRecorded)], [.count(3), .absent(.notRecorded), .count(0)]] {
            let chart = Chart(
                id: "c", title: "C", kind: kind, finding: "F.", categoryTitle: "X",
                categories: values.indices.map { .text("\($0)") },
                series: [ChartSeries(key: "a", title: "A", unit: .tickets, values: values)])
            for width in [ChartWidth.narrow, .medium, .wide] {
                var markup = MarkupWriter()
                ChartDrawing.write(chart, width: width, words: CellText(timeZone: DemoReport.zone), to: &markup)
                let drawing = String(decoding: markup.bytes, as: UTF8.self)
                #expect(!drawing.contains("nan") && !drawing.contains("inf"))
            }
        }
    }

    @Test func aTableThatIsTooLongIsLeftOutAloud() throws {
        let report = DemoReport.report(rows: 60)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("kpi.xlsx").path
        try XLSXReportRenderer(rowLimit: 20).render(report, to: file)
        let script = Tools.root.appendingPathComponent("Tests/ReportsTests/Tools/read_xlsx.py").path
        let cells = try Tools.run("python3", [script, file])
        let saysSo = cells.contains("Tickets: 60 rows, more than this workbook takes; all of them are in")
        let isThere = cells.contains("\"Data\": {")
        #expect(saysSo && !isThere && cells.contains("\"tickets.csv\""))
    }

    @Test func aPageSaysWhereTheOtherRowsAre() {
        let renderer = HTMLReportRenderer(rowLimit: 10, companions: ["kpi.xlsx"])
        let page = String(decoding: renderer.render(DemoReport.report()), as: UTF8.self)
        #expect(page.contains("The first 10 of 48 rows. All 48 rows are in kpi.xlsx, table tickets."))
    }

    @Test func valuesBeyondAFormatBecomeText() throws {
        let table = ReportTable(
            id: "far", title: "Far", basis: "Dates.",
            columns: [
                TableColumn("date", "Date", .date), TableColumn("instant", "Instant", .instant),
                TableColumn("money", "Money", .money, unit: .rupees),
            ],
            rows: [
                [.date(.infinity), .instant(.negativeInfinity), .money(Paise(Int64.min))],
                [.date(LocalDate(daysSinceEpoch: -30_000)), .instant(Instant(microseconds: 0)), .money(Paise(1))],
            ])
        let sheet = try #require(try AgreementTests.readBack(report([table]))["Far"])
        #expect(sheet["A5"]?.value == .text("no end"))
        #expect(sheet["A6"]?.value == .text("12 Nov 1887"))
        #expect(sheet["B5"]?.value == .text("before all time"))
        guard case .number(let serial) = sheet["B6"]?.value else { return }
        #expect(abs(serial - (25_569 + 5.5 / 24)) < 1e-9)
        #expect(sheet["C6"]?.value == .number(0.01))
    }
}
