import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Reports

/// The KPI report as it is made: from a desk through its evaluation and its summary.
@Suite("KPI report")
struct KPIReportTests {
    // MARK: A small desk

    /// Five tickets of two customers: one answered at once, one reopened, one late, one unclaimed, one of February.
    private static var desk: DeskBuilder {
        var desk = DeskBuilder()
        desk.agent("ravi", fullName: "Ravi Patil")
        desk.agent("sunita", fullName: "Sunita Rao")
        desk.customer("Sharma Traders", amc: LocalDate(year: 2026, month: 12, day: 31))
        desk.customer("Mehta & Sons", amc: LocalDate(year: 2026, month: 3, day: 20))
        desk.ticket(1, created: instant("2026-03-02T05:00:00Z")) {
            $0.status = "Resolved"
            $0.priority = "High"
            $0.category = "Billing"
            $0.customer = 0
            $0.assignee = 0
        }
        desk.event(1, "assigned", at: instant("2026-03-02T05:10:00Z"), from: .null, to: .agent(0))
        desk.remark(1, at: instant("2026-03-02T05:30:00Z"), by: 0)
        desk.status(1, "Resolved", at: instant("2026-03-02T06:00:00Z"), from: "New")
        desk.ticket(2, created: instant("2026-03-03T05:00:00Z")) {
            $0.status = "BillRaised"
            $0.priority = "Medium"
            $0.category = "Technical"
            $0.customer = 0
            $0.assignee = 1
            $0.billAmount = Paise(118_000)
        }
        desk.event(2, "assigned", at: instant("2026-03-03T05:00:00Z"), from: .null, to: .agent(0))
        desk.remark(2, at: instant("2026-03-03T05:20:00Z"), by: 0)
        desk.status(2, "Resolved", at: instant("2026-03-03T07:00:00Z"), from: "New")
        desk.status(2, "Reopened", at: instant("2026-03-04T07:00:00Z"), from: "Resolved")
        desk.event(2, "assigned", at: instant("2026-03-04T08:00:00Z"), from: .agent(0), to: .agent(1))
        desk.event(2, "bill_raised", at: instant("2026-03-05T07:00:00Z"), amount: Paise(118_000))
        desk.serviceReport(2, at: instant("2026-03-05T06:30:00Z"), by: 1, minutes: 45)
        desk.ticket(3, created: instant("2026-03-10T05:00:00Z")) {
            $0.status = "In Progress"
            $0.priority = "Urgent"
            $0.category = "Technical"
            $0.customer = 1
            $0.assignee = 1
        }
        desk.status(3, "In Progress", at: instant("2026-03-10T05:05:00Z"), from: "New")
        desk.ticket(4, created: instant("2026-03-31T18:00:00Z")) {
            $0.priority = "Low"
            $0.customer = 1
        }
        desk.ticket(5, created: instant("2026-02-10T05:00:00Z")) {
            $0.status = "Resolved"
            $0.priority = "High"
            $0.customer = 1
            $0.assignee = 1
        }
        desk.event(5, "assigned", at: instant("2026-02-10T06:00:00Z"), from: .null, to: .agent(1))
        desk.status(5, "Resolved", at: instant("2026-02-11T06:00:00Z"), from: "New")
        return desk
    }

    private static var policies: SLAPolicies {
        let targets = ClockTargets(
            calendar: .always,
            targets: [.urgent: .hours(1), .high: .hours(4), .medium: .hours(12), .low: .hours(24)])
        let policy = SLAPolicy(
            name: "test", targets: [.firstResponse: targets, .resolution: targets],
            pauses: [.resolution: [.waitingForCustomer]], onReopen: .resume, onPriorityChange: .retarget,
            dueSource: .computed)
        return SLAPolicies(source: "test.yaml", timeZone: nil, calendars: [:], policies: [policy])
    }

    static func report(
        _ desk: DeskBuilder, asOf: Instant, zone: TimeZoneRules = DemoReport.zone, from: Instant? = nil,
        threads: Int = 1
    ) -> Report {
        let evaluation = Evaluation(
            of: desk.dataset(), under: policies,
            parameters: EvaluationParameters(asOf: asOf, zone: zone, appClock: .utc, threads: threads))
        let plan = SummaryPlan(asOf: asOf, zone: zone, from: from)
        let (summary, findings) = evaluation.run(into: SummaryBuilder(plan: plan, evaluation: evaluation))
        let clocks = evaluation.run(into: ClockTable()).sink
        let context = ReportContext(
            asOf: asOf, timeZone: zone, period: plan.period, periodTitle: "this period",
            previousPeriodTitle: "the period before", policySource: "test.yaml", calendars: [],
            sources: [ReportSource(name: "test", tables: [])],
            timestampSkew: SkewNote(mode: "utc", movedUpdatedAt: 0, movedCreatedAt: 0), engineVersion: "0",
            timeZoneDataVersion: "0")
        return KPIReport.report(
            of: KPIInput(
                evaluation: evaluation, plan: plan, summary: summary.summary, clocks: clocks, findings: findings,
                context: context))
    }

    private static let endOfMarch = instant("2026-03-31T18:30:00Z")

    @Test("the report of a small desk is golden, as JSON and on the terminal")
    func isGolden() throws {
        let report = Self.report(Self.desk, asOf: Self.endOfMarch)
        try Golden.check(JSONReportRenderer().render(report), "kpi-desk.json")
        let text = TextTableRenderer(timeZone: DemoReport.zone).terminal(report)
        try Golden.check(Array(text.utf8), "kpi-desk.txt")
    }

    @Test("figures of the small desk, worked out by hand")
    func figuresAreRight() throws {
        let report = Self.report(Self.desk, asOf: Self.endOfMarch)
        func value(_ key: String) -> Cell? { report.figures.first { $0.key == key }?.value }
        func part(_ key: String, _ part: String) -> Cell? {
            report.figures.first { $0.key == key }?.parts.first { $0.key == part }?.value
        }
        #expect(value("created") == .count(4))
        #expect(value("done") == .count(3))
        #expect(value("backlog") == .count(2))
        #expect(value("reopen_rate") == .share(1, of: 2))
        // Ticket 1: one reply. Ticket 2: a remark and a service report.
        #expect(value("first_contact_resolution") == .share(1, of: 2))
        // Ticket 1: assigned, resolved, remark. Ticket 2, whose first assignment is at its creation: resolved, reopened,
        // assigned, bill raised, remark, service report.
        #expect(value("touches") == .ratio(9, per: 2))
        #expect(value("reassignments") == .count(1))
        #expect(value("time_to_claim.median.calendar") == .duration(.minutes(10)))
        #expect(part("time_to_claim.median.calendar", "owned_from_creation") == .count(2))
        #expect(value("amount_raised") == .money(Paise(118_000)))
        let reopenedBefore = report.figures.first { $0.key == "reopen_rate" }?.comparison?.previous
        #expect(reopenedBefore == .share(0, of: 1))
    }

    // MARK: Laws

    @Test("every report is sound and every sum ties", arguments: Array(1...30) as [UInt64])
    func sumsTie(seed: UInt64) {
        let desk = RandomDesk.desk(seed: seed, tickets: 60)
        for (hours, from) in [(5, nil), (40, nil), (75, RandomDesk.start + .hours(20))] as [(Int64, Instant?)] {
            let report = Self.report(desk, asOf: RandomDesk.start + .hours(hours), zone: .utc, from: from)
            #expect(report.faults == [])
            #expect(report.allChecks.filter { !$0.outcome.ties }.map(\.id) == [])
            #expect(report.tables.allSatisfy { !$0.basis.isEmpty })
        }
    }

    @Test("every metric of the catalogue is shown")
    func nothingIsPromisedAndNotShown() {
        let report = Self.report(RandomDesk.desk(seed: 7, tickets: 60), asOf: RandomDesk.start + .hours(75), zone: .utc)
        // Those of clocks that the policy does not promise, and of the comparison of policies, are elsewhere.
        let others = ["claim", "next response", "periodic update"]
        let elsewhere = Set(Metric.catalogue.filter { $0.clock.map(others.contains) ?? false })
            .union([.newlyBreached, .newlyMet, .lateAfterClosing])
        #expect(report.definitions == Metric.catalogue.filter { !elsewhere.contains($0) })
    }

    @Test("any number of threads gives the same bytes", arguments: [2, 5])
    func threadsDoNotMatter(threads: Int) {
        let desk = RandomDesk.desk(seed: 3, tickets: 80)
        let asOf = RandomDesk.start + .hours(60)
        let one = Self.report(desk, asOf: asOf, zone: .utc)
        let many = Self.report(desk, asOf: asOf, zone: .utc, threads: threads)
        #expect(JSONReportRenderer().render(one) == JSONReportRenderer().render(many))
        #expect(HTMLReportRenderer().render(one) == HTMLReportRenderer().render(many))
    }

    @Test("the checks of the workbook tie where it works them out itself")
    func workbookTies() throws {
        let report = Self.report(Self.desk, asOf: Self.endOfMarch)
        let sheet = try #require(try AgreementTests.readBack(report)["Checks"])
        for index in report.allChecks.indices { #expect(sheet["E\(index + 5)"]?.value == .text("✓ ties")) }
    }
}

@Suite struct PeriodTests {
    @Test("half a month is compared with half a month")
    func partOfAMonth() {
        let plan = SummaryPlan(asOf: instant("2026-03-15T18:30:00Z"), zone: DemoReport.zone)
        #expect(plan.previousPeriod.start == instant("2026-01-31T18:30:00Z"))
        #expect(plan.previousPeriod.end == instant("2026-02-15T18:30:00Z"))
        let whole = SummaryPlan(asOf: instant("2026-03-31T18:30:00Z"), zone: DemoReport.zone)
        #expect(whole.previousPeriod.end == whole.period.start)
    }

    @Test("the midnight that ends a day is told as its end")
    func endOfDay() {
        let words = CellText(timeZone: DemoReport.zone)
        #expect(words.asOf(instant("2026-03-31T18:30:00Z")) == "31 Mar 2026, end of day")
        #expect(words.asOf(instant("2026-03-31T18:31:00Z")) == "1 Apr 2026, 00:01")
        #expect(
            words.period(Period(start: instant("2026-02-28T18:30:00Z"), end: instant("2026-03-31T18:30:00Z")))
                == "1 Mar 2026 to 31 Mar 2026, whole days")
        #expect(CellText.shortTicket("d81a56f5-ba33-475e-9f29-d4b3abc5062d") == "d81a56f5")
        #expect(CellText.shortTicket("T-1024") == "T-1024")
    }
}
