import Foundation
import Reports
import ServiceDesk
import TestSupport
import Testing

@Suite struct ModelTests {
    @Test func demoReportIsSound() {
        #expect(DemoReport.report().faults == [])
        #expect(DemoReport.report().allChecks.filter { !$0.outcome.ties }.map(\.id) == [])
    }

    @Test func faultsAreFound() {
        var report = DemoReport.report()
        report.definitions = []
        report.sections[0].id = "trend"
        report.checks[0].right[0].place = .figure(key: "nothing")
        let table = ReportTable(
            id: "bad", title: "Bad", basis: "None.",
            columns: [TableColumn("a", "A", .count), TableColumn("b", "B", .share)],
            rows: [[.text("x"), .share(1, of: 2)], [.count(1)]])
        report.sections[1].blocks.append(.table(table))
        let faults = report.faults.joined(separator: "\n")
        for part in ["used twice", "no definition", "not there", "which is of count", "1 cells", "does not say"] {
            #expect(faults.contains(part), "\(part)")
        }
    }

    @Test func totalsThatDoNotTieAreFound() {
        var report = DemoReport.report()
        guard case .table(var table) = report.sections[2].blocks[1] else { return }
        table.total?[1] = .count(413)
        report.sections[2].blocks[1] = .table(table)
        #expect(report.allChecks.filter { !$0.outcome.ties }.map(\.id) == ["sla_by_priority.met"])
    }
}

@Suite struct MetricTests {
    @Test func idsAreDistinct() {
        #expect(Set(Metric.catalogue.map(\.id)).count == Metric.catalogue.count)
        #expect(Metric.named("backlog")?.title == "Backlog")
        #expect(Metric.catalogue.allSatisfy { $0.denominator != nil || ($0.unit != .share && $0.unit != .ratio) })
    }

    @Test func pageIsCurrent() throws {
        let page = Tools.root.appendingPathComponent("docs/metrics.md")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(Metric.page.utf8).write(to: page)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == Metric.page, "RECORD_GOLDEN=1 writes it anew")
    }
}

@Suite struct CellTextTests {
    let words = CellText(timeZone: DemoReport.zone)

    @Test(arguments: [
        (Cell.count(1_234_567), MetricUnit.tickets, "12,34,567"), (.count(-5), .tickets, "-5"),
        (.share(0, of: 0), .share, "n/a (0 eligible)"), (.share(1, of: 3), .share, "33.3%"),
        (.share(9_999, of: 10_000), .share, "99.9%"), (.share(1, of: 10_000), .share, "<0.1%"),
        (.share(0, of: 5), .share, "0.0%"), (.share(5, of: 5), .share, "100.0%"), (.share(6, of: 5), .share, "120.0%"),
        (.ratio(7, per: 2), .ratio, "3.5"), (.money(Paise(-4_500_00)), .rupees, "-₹4,500.00"),
        (.money(Paise(12_34_567_50)), .rupees, "₹12,34,567.50"), (.duration(.seconds(59)), .businessTime, "59 s"),
        (.duration(.minutes(125)), .businessTime, "2 h 05 min"), (.duration(.hours(60)), .businessTime, "60 h 00 min"),
        (.duration(.hours(60)), .calendarTime, "2 d 12 h"), (.duration(.zero), .businessTime, "0 min"),
        (.duration(.minutes(-310)), .businessTime, "-5 h 10 min"), (.date(.infinity), .none, "no end"),
        (.absent(.tooFew(n: 3)), .none, "n/a (n = 3)"),
        (.instant(Instant(microseconds: -1)), .none, "1 Jan 1970, 05:29"),
    ])
    func isInWords(cell: Cell, unit: MetricUnit, text: String) { #expect(words.text(cell, unit: unit) == text) }

    @Test func comparisonsAreInWords() {
        func compare(_ metric: Metric, _ now: Cell, _ previous: Cell) -> String {
            let comparison = Comparison(metric, now: now, previous: previous, periodTitle: "October")
            return "\(comparison.words) \(comparison.tone)"
        }
        #expect(compare(.backlog, .count(113), .count(96)) == "up 17 bad")
        #expect(compare(.resolutionAttainment, .share(412, of: 488), .share(421, of: 480)) == "down 3.3 points bad")
        #expect(compare(.resolutionTime, .duration(.minutes(38)), .duration(.minutes(44))) == "down 6 min good")
        #expect(compare(.created, .count(5), .count(5)) == "unchanged neutral")
        #expect(compare(.reopenRate, .share(0, of: 0), .share(1, of: 2)) == "no comparison neutral")
    }

    @Test func ticketLinksStayInTheirPlace() {
        #expect(TicketLink(template: "javascript:alert({id})") == nil)
        #expect(TicketLink(template: "https://desk.example.in/") == nil)
        #expect(TicketLink(template: "https://d.in/t/{id}")?.address(of: "a/../b?x") == "https://d.in/t/a%2F..%2Fb%3Fx")
    }
}

@Suite struct TextTests {
    @Test func terminalAndMarkdownAreGolden() throws {
        let renderer = TextTableRenderer(timeZone: DemoReport.zone)
        try Golden.check(Array(renderer.terminal(DemoReport.report()).utf8), "kpi.txt")
        try Golden.check(Array(renderer.markdown(DemoReport.report()).utf8), "kpi.md")
    }
}
