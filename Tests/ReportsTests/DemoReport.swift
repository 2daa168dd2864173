import Reports
import ServiceDesk

/// A desk in Pune in November 2026, made up but consistent: every sum ties, every kind of block and cell occurs.
enum DemoReport {
    static let zone = TimeZoneRules(identifier: "Asia/Kolkata", fixedOffsetSeconds: 19_800)

    static func day(_ day: Int, _ month: Int = 11, hour: Int64 = 0, minute: Int64 = 0) -> Instant {
        guard let date = LocalDate(year: 2026, month: month, day: day) else { return .infinity }
        return zone.startOfDay(date) + .hours(hour) + .minutes(minute)
    }

    static func report(rows: Int = 48) -> Report {
        let sections = [headline, trend, sla, queue, customers, contracts, money, quality, data(rows: rows)]
        return Report(
            name: "kpi", title: "Support desk KPI report", context: context, sections: sections,
            definitions: Report.definitions(for: sections), checks: checks, findings: findings)
    }

    static var context: ReportContext {
        ReportContext(
            asOf: day(1, 12), timeZone: zone, period: Period(start: day(1), end: day(1, 12)),
            periodTitle: "November 2026", previousPeriodTitle: "October 2026", policySource: "desk-policy.yaml",
            calendars: [
                CalendarNote(name: "office", hours: "Mon to Sat 10:00 to 19:00, 14 holidays"),
                CalendarNote(name: "24x7", hours: "round the clock, every day"),
            ],
            filters: [ReportFilter(name: "category", value: "Technical, Billing, General")],
            sources: [
                ReportSource(
                    name: "aroundtally-2026-11-30.sql.gz",
                    tables: [
                        .init(table: "tickets", rows: 20_131, rejected: 2), .init(table: "audit_log", rows: 142_207),
                        .init(table: "customers", rows: 1_184), .init(table: "agents", rows: 17),
                    ])
            ],
            timestampSkew: SkewNote(mode: "auto", movedUpdatedAt: 1_204, movedCreatedAt: 311),
            engineVersion: "0.1.0", timeZoneDataVersion: "2025b",
            ticketLink: TicketLink(template: "https://desk.example.in/tickets/{id}"))
    }

    static var findings: [Finding] {
        var log = FindingLog()
        log.add(.unknownPriority, count: 7) {
            FindingExample(
                place: Place(file: "aroundtally-2026-11-30.sql.gz", line: 1042, column: 7), text: "Critcal",
                sentence: "unknown priority \"Critcal\"", hint: "did you mean \"Critical\"?")
        }
        log.add(.statusWithoutEvent, count: 212) {
            FindingExample(
                place: Place(table: "tickets", id: "0b1c2d3e-0000-4000-8000-000000000001"), text: "Resolved",
                sentence: "the status has no event")
        }
        log.add(.skewedTimestamps, count: 1_515) {
            FindingExample(place: Place(table: "tickets", id: nil), text: "+05:30", sentence: "clocks are ahead")
        }
        log.add(.rejectedRow, count: 2) {
            FindingExample(
                place: Place(file: "aroundtally-2026-11-30.sql.gz", line: 90_210), text: "not-a-uuid",
                sentence: "the id is unreadable")
        }
        return log.findings
    }

    static var checks: [Check] {
        [
            Check(
                id: "bridge", title: "Backlog at start + created + reopened - done = backlog at end",
                left: [
                    CheckTerm("Backlog at start", .count(96), at: .cell(table: "bridge", row: 0, column: "tickets")),
                    CheckTerm("Created", .count(512), at: .cell(table: "bridge", row: 1, column: "tickets")),
                    CheckTerm("Reopened", .count(14), at: .cell(table: "bridge", row: 2, column: "tickets")),
                    CheckTerm("Done", .count(509), at: .cell(table: "bridge", row: 3, column: "tickets")).subtracted(),
                ],
                right: [CheckTerm("Backlog at end", .count(113), at: .figure(key: "backlog"))]),
            Check(
                id: "bills",
                title: "Opening raised + raised - processed - cancelled = closing raised, amount",
                left: [
                    CheckTerm("Opening", .money(Paise(1_84_500_00))),
                    CheckTerm("Raised", .money(Paise(12_34_567_50)), at: .figure(key: "amount_raised")),
                    CheckTerm("Processed", .money(Paise(9_87_200_25)), at: .figure(key: "amount_processed"))
                        .subtracted(),
                    CheckTerm("Cancelled", .money(Paise(12_000_00))).subtracted(),
                ],
                right: [
                    CheckTerm("Closing", .money(Paise(4_19_867_25)), at: .total(table: "bill_ageing", column: "amount"))
                ]),
        ]
    }
}

extension DemoReport {
    static func compared(_ metric: Metric, _ now: Cell, _ previous: Cell, unit: MetricUnit? = nil) -> Comparison {
        Comparison(metric, unit: unit, now: now, previous: previous, periodTitle: "October 2026")
    }

    static var headline: Section {
        let response = Cell.share(431, of: 473)
        let resolution = Cell.share(412, of: 488)
        return Section(
            id: "summary", title: "Summary",
            lead: "Customers hear from us sooner than in October, but work takes longer and the backlog grew by 17.",
            blocks: [
                .figures([
                    Figure(
                        .firstResponseAttainment, response, n: 473, nTitle: "clocks judged",
                        parts: [
                            FigurePart(key: "met", title: "met", value: .count(431)),
                            FigurePart(key: "breached", title: "breached", value: .count(42)),
                            FigurePart(key: "excluded", title: "not judged", value: .count(39)),
                        ], comparison: compared(.firstResponseAttainment, response, .share(402, of: 455)), tone: .good),
                    Figure(
                        .resolutionAttainment, resolution, n: 488, nTitle: "clocks judged",
                        parts: [
                            FigurePart(key: "met", title: "met", value: .count(412)),
                            FigurePart(key: "breached", title: "breached", value: .count(76)),
                            FigurePart(key: "excluded", title: "not judged", value: .count(52)),
                        ], comparison: compared(.resolutionAttainment, resolution, .share(421, of: 480)), tone: .warning
                    ),
                    Figure(
                        .firstResponseTime, .duration(.minutes(38)), statistic: .median, n: 466,
                        nTitle: "first responses",
                        parts: [
                            FigurePart(key: "p90", title: "90th percentile", value: .duration(.minutes(164))),
                            FigurePart(key: "mean", title: "mean", value: .duration(.minutes(61))),
                        ],
                        comparison: compared(.firstResponseTime, .duration(.minutes(38)), .duration(.minutes(44)))),
                    Figure(
                        .resolutionTime, .duration(.minutes(312)), statistic: .median, n: 495, nTitle: "tickets done",
                        parts: [
                            FigurePart(key: "p90", title: "90th percentile", value: .duration(.minutes(1_934))),
                            FigurePart(key: "mean", title: "mean", value: .duration(.minutes(655))),
                        ], comparison: compared(.resolutionTime, .duration(.minutes(312)), .duration(.minutes(287)))),
                    Figure(
                        .resolutionTime, .duration(.minutes(1_262)), statistic: .median, unit: .calendarTime, n: 495,
                        nTitle: "tickets done",
                        parts: [
                            FigurePart(key: "p90", title: "90th percentile", value: .duration(.minutes(8_210))),
                            FigurePart(key: "mean", title: "mean", value: .duration(.minutes(3_004))),
                        ],
                        comparison: compared(
                            .resolutionTime, .duration(.minutes(1_262)), .duration(.minutes(1_190)), unit: .calendarTime
                        )),
                    Figure(
                        .backlog, .count(113), n: 113,
                        parts: [
                            FigurePart(key: "open", title: "open", value: .count(89)),
                            FigurePart(key: "paused", title: "waiting for the customer", value: .count(24)),
                        ], comparison: compared(.backlog, .count(113), .count(96))),
                    Figure(
                        .overdueNow, .count(19), n: 89, nTitle: "open clocks",
                        comparison: compared(.overdueNow, .count(19), .count(23)), tone: .bad),
                    Figure(
                        .amountProcessed, .money(Paise(9_87_200_25)), n: 171, nTitle: "bills",
                        comparison: compared(
                            .amountProcessed, .money(Paise(9_87_200_25)), .money(Paise(8_40_150_00)))),
                ])
            ])
    }

    static var trend: Section {
        let months = [
            "Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026", "Jul 2026",
            "Aug 2026", "Sep 2026", "Oct 2026", "Nov 2026",
        ]
        let created = [402, 455, 431, 398, 512, 640, 471, 466, 502, 488, 517, 495, 512]
        let done = [398, 440, 436, 401, 489, 601, 506, 470, 488, 497, 510, 489, 509]
        let backlog = [61, 78, 75, 74, 99, 142, 110, 108, 124, 117, 127, 96, 113]
        let met = [310, 352, 348, 330, 371, 420, 402, 389, 401, 415, 422, 421, 412]
        let judged = [380, 421, 405, 377, 458, 566, 489, 450, 470, 477, 485, 480, 488]
        return Section(
            id: "trend", title: "Trend", lead: "Thirteen months, so that each month stands beside itself a year ago.",
            blocks: [
                .chart(
                    Chart(
                        id: "flow_by_month", title: "Created and done by month", kind: .line,
                        finding: "April brought 640 tickets after the year end; since May done keeps up with created.",
                        categoryTitle: "Month", categories: months.map { .text($0) },
                        series: [
                            ChartSeries(
                                key: "created", title: "Created", unit: .tickets, values: created.map { .count($0) }),
                            ChartSeries(key: "done", title: "Done", unit: .events, values: done.map { .count($0) }),
                        ])),
                .chart(
                    Chart(
                        id: "attainment_by_month", title: "Resolution attainment by month", kind: .area,
                        finding: "Attainment fell to 74.2% in April and stands at 84.4%, three points below October.",
                        categoryTitle: "Month", categories: months.map { .text($0) },
                        series: [
                            ChartSeries(
                                key: "resolution", title: "Resolution", unit: .share,
                                values: zip(met, judged).map { .share($0, of: $1) })
                        ])),
                .chart(
                    Chart(
                        id: "backlog_by_day", title: "Backlog at the end of each day", kind: .area,
                        finding: "The backlog rose from 96 to 113; the highest day was 24 November with 131.",
                        categoryTitle: "Day", categories: (1...30).map { .date(date($0)) },
                        series: [
                            ChartSeries(
                                key: "backlog", title: "Backlog", unit: .tickets,
                                values: dailyBacklog.map { .count($0) })
                        ])),
                .table(
                    ReportTable(
                        id: "months", title: "Month by month", sheetName: "Trend",
                        basis:
                            "Created by creation, done by done, backlog at the end of the month, clocks by judgement.",
                        columns: [
                            TableColumn("month", "Month", .text),
                            TableColumn("created", "Created", .count, unit: .tickets, metric: .created, isSummed: true),
                            TableColumn("done", "Done", .count, unit: .events, metric: .done, isSummed: true),
                            TableColumn("backlog", "Backlog at end", .count, unit: .tickets, metric: .backlog),
                            TableColumn("met", "Met", .count, unit: .clocks, isSummed: true),
                            TableColumn("judged", "Judged", .count, unit: .clocks, isSummed: true),
                            TableColumn(
                                "attainment", "Attainment", .share, unit: .share, metric: .resolutionAttainment,
                                derivation: .quotient(of: ["met"], over: ["judged"])),
                        ],
                        rows: months.indices.map { index in
                            [
                                .text(months[index]), .count(created[index]), .count(done[index]),
                                .count(backlog[index]), .count(met[index]), .count(judged[index]),
                                .share(met[index], of: judged[index]),
                            ]
                        },
                        total: [
                            .text("13 months"), .count(created.reduce(0, +)), .count(done.reduce(0, +)),
                            .absent(.notApplicable), .count(met.reduce(0, +)), .count(judged.reduce(0, +)),
                            .share(met.reduce(0, +), of: judged.reduce(0, +)),
                        ])),
                .table(
                    ReportTable(
                        id: "bridge", title: "Backlog bridge", sheetName: "Bridge",
                        basis:
                            "Each event by its own instant; the start counts what happened strictly before 1 Nov 2026.",
                        columns: [
                            TableColumn("step", "Step", .text),
                            TableColumn("tickets", "Tickets", .count, unit: .tickets, metric: .bridge),
                        ],
                        rows: [
                            [.text("Backlog at start"), .count(96)], [.text("Created"), .count(512)],
                            [.text("Reopened"), .count(14)], [.text("Done"), .count(509)],
                            [.text("Backlog at end"), .count(113)],
                        ])),
            ])
    }

    static func date(_ day: Int) -> LocalDate { LocalDate(year: 2026, month: 11, day: day) ?? .infinity }

    static let dailyBacklog = [
        96, 99, 104, 107, 103, 98, 101, 97, 105, 110, 112, 108, 104, 106, 102, 111, 118, 122, 119, 115, 117, 121, 124,
        131, 127, 122, 118, 116, 115, 113,
    ]
}
