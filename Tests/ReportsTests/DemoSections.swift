import Reports
import ServiceDesk

extension DemoReport {
    static let attainmentColumns = [
        TableColumn("met", "Met", .count, unit: .clocks, isSummed: true),
        TableColumn("breached", "Breached", .count, unit: .clocks, isSummed: true),
        TableColumn("excluded", "Not judged", .count, unit: .clocks, isSummed: true),
        TableColumn(
            "attainment", "Attainment", .share, unit: .share, metric: .resolutionAttainment,
            derivation: .quotient(of: ["met"], over: ["met", "breached"])),
        TableColumn(
            "median", "Median", .duration, unit: .businessTime, metric: .resolutionTime),
        TableColumn("p90", "90th percentile", .duration, unit: .businessTime, metric: .resolutionTime),
    ]

    private static func attainmentRow(_ name: String, _ met: Int, _ breached: Int, _ excluded: Int, _ minutes: Int64)
        -> [Cell]
    {
        [
            .text(name), .count(met), .count(breached), .count(excluded), .share(met, of: met + breached),
            minutes == 0 ? .absent(.tooFew(n: 3)) : .duration(.minutes(minutes)),
            minutes == 0 ? .absent(.tooFew(n: 3)) : .duration(.minutes(minutes * 6)),
        ]
    }

    static var sla: Section {
        Section(
            id: "sla", title: "SLA", lead: "How often each promise was kept, by the priority that set the target.",
            blocks: [
                .chart(
                    Chart(
                        id: "attainment_by_priority", title: "Resolution clocks by priority", kind: .stackedBar,
                        finding: "Low tickets miss most often: 31 of 112 were finished late.",
                        categoryTitle: "Priority",
                        categories: ["Urgent", "High", "Medium", "Low"].map { .text($0) },
                        series: [
                            ChartSeries(
                                key: "met", title: "Met", unit: .clocks, values: [58, 121, 152, 81].map { .count($0) },
                                tone: .good),
                            ChartSeries(
                                key: "breached", title: "Breached", unit: .clocks,
                                values: [9, 17, 19, 31].map { .count($0) }, tone: .bad),
                        ])),
                .table(
                    ReportTable(
                        id: "sla_by_priority", title: "Resolution by priority", sheetName: "SLA",
                        basis: "Clocks judged in November 2026; the priority is the one that set the target.",
                        columns: [TableColumn("priority", "Priority", .text)] + attainmentColumns,
                        rows: [
                            attainmentRow("Urgent", 58, 9, 3, 96), attainmentRow("High", 121, 17, 11, 188),
                            attainmentRow("Medium", 152, 19, 24, 402), attainmentRow("Low", 81, 31, 14, 1_102),
                            attainmentRow("Untriaged", 0, 0, 0, 0),
                        ],
                        total: [
                            .text("All"), .count(412), .count(76), .count(52), .share(412, of: 488),
                            .duration(.minutes(312)), .duration(.minutes(1_934)),
                        ])),
            ])
    }

    static var queue: Section {
        Section(
            id: "queue", title: "Queue at as-of", lead: "What is unfinished, how old it is, and what breaks next.",
            blocks: [
                .figures([
                    Figure(.unclaimed, .count(12), n: 113, comparison: compared(.unclaimed, .count(12), .count(12))),
                    Figure(.atRiskNow, .count(5), n: 89, nTitle: "running clocks", tone: .warning),
                    Figure(
                        .ageing, .duration(.minutes(8_040)), statistic: .median, n: 113,
                        comparison: compared(.ageing, .duration(.minutes(8_040)), .duration(.minutes(7_000)))),
                    Figure(.firstContactResolution, .absent(.tooFew(n: 4)), n: 4, nTitle: "tickets done"),
                ]),
                .chart(
                    Chart(
                        id: "ageing", title: "Backlog by age", kind: .histogram,
                        finding: "A third of the backlog is older than a week.", categoryTitle: "Age",
                        categories: ["under 4 h", "4 to 24 h", "1 to 3 d", "3 to 7 d", "7 to 30 d", "over 30 d"]
                            .map { .text($0) },
                        series: [
                            ChartSeries(
                                key: "open", title: "Open", unit: .tickets,
                                values: [9, 21, 23, 18, 13, 5].map { .count($0) }),
                            ChartSeries(
                                key: "paused", title: "Waiting for the customer", unit: .tickets,
                                values: [1, 1, 2, 3, 9, 8].map { .count($0) }),
                        ])),
                .chart(
                    Chart(
                        id: "arrivals", title: "When tickets arrive", kind: .heatGrid,
                        finding: "Monday between 11 and 13 brings most: 41 tickets in the month.",
                        categoryTitle: "Hour", categories: (9...19).map { .text("\($0)") },
                        series: zip(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], 0...).map { name, row in
                            ChartSeries(
                                key: name.lowercased(), title: name, unit: .tickets,
                                values: (0...10).map { hour in
                                    .count(max(0, (hour == 2 ? 21 : 13 - abs(hour - 3) * 2) - row * 2))
                                })
                        })),
                .table(nextBreaches),
            ])
    }

    static var nextBreaches: ReportTable {
        let tickets: [(String, String, String, Int64, Tone, String)] = [
            ("4c21a7", "GST return rejected with error 403", "Shree Ganesh Traders", -310, .bad, "breached"),
            ("4c21b0", "Tally does not start after the update", "मेहता एंड सन्स", -42, .bad, "breached"),
            (
                "4c21c4", "<script>alert('x')</script> & \"quotes\"", "O'Brien & Daughters <Pvt> Ltd", 18, .warning,
                "at risk"
            ),
            ("4c21d1", "=HYPERLINK(\"http://evil.example\",\"click\")", "+91 Infotech", 55, .warning, "at risk"),
            (
                "4c21d9", "Invoice \u{202E}fdp.exe\u{202C} arrives\u{0007} twice", "Kaveri Mills", 140, .neutral,
                "running"
            ),
            ("4c21e2", "Voucher numbering restarts in April", "Sundaram Agencies", 190, .neutral, "running"),
        ]
        return ReportTable(
            id: "next_breaches", title: "Next breaches", sheetName: "Queue",
            basis: "Open resolution clocks at as-of, the earliest due first.",
            columns: [
                TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
                TableColumn("customer", "Customer", .text), TableColumn("state", "State", .state),
                TableColumn("due_at", "Due", .instant),
                TableColumn("remaining", "Remaining", .duration, unit: .businessTime),
                TableColumn("amc_until", "AMC until", .date),
            ],
            rows: tickets.enumerated().map { index, ticket in
                [
                    .text(ticket.0), .text(ticket.1), .text(ticket.2), .state(ticket.5, ticket.4),
                    .instant(context.asOf + .minutes(ticket.3)), .duration(.minutes(ticket.3)),
                    index == 3 ? .absent(.notRecorded) : .date(date(3).adding(days: index * 41)),
                ]
            })
    }

    static var customers: Section {
        let top: [(String, Int, Int64)] = [
            ("Shree Ganesh Traders", 61, 1_42_500_00), ("Kaveri Mills", 44, 1_20_000_00),
            ("मेहता एंड सन्स", 39, 98_750_50), ("Sundaram Agencies", 31, 76_000_00),
            ("O'Brien & Daughters <Pvt> Ltd", 28, 0), ("+91 Infotech", 22, 45_300_00),
        ]
        return Section(
            id: "customers", title: "Customers",
            blocks: [
                .chart(
                    Chart(
                        id: "customers_by_created", title: "Created by customer", kind: .bar,
                        finding: "Six customers of 214 bring 44% of the tickets.", categoryTitle: "Customer",
                        categories: top.map { .text($0.0) } + [.text("Other")],
                        series: [
                            ChartSeries(
                                key: "created", title: "Created", unit: .tickets,
                                values: top.map { .count($0.1) } + [.count(287)])
                        ], coverage: ChartCoverage(shown: 6, of: 214, noun: "customers"))),
                .table(
                    ReportTable(
                        id: "customers_all", title: "Customers by tickets created", sheetName: "Customers",
                        basis: "Tickets created in November 2026; amounts raised in November 2026.",
                        columns: [
                            TableColumn("customer", "Customer", .text),
                            TableColumn("created", "Created", .count, unit: .tickets, metric: .created, isSummed: true),
                            TableColumn(
                                "share", "Share", .share, unit: .share, derivation: .shareOfTotal("created")),
                            TableColumn(
                                "amount", "Amount raised", .money, unit: .rupees, metric: .amountRaised, isSummed: true),
                        ],
                        rows: top.map { name, created, amount in
                            [.text(name), .count(created), .share(created, of: 225), .money(Paise(amount))]
                        },
                        total: [
                            .text("Total"), .count(225), .share(225, of: 225),
                            .money(Paise(top.reduce(0) { $0 + $1.2 })),
                        ])),
            ])
    }

    static var contracts: Section {
        Section(
            id: "contracts", title: "AMC and TSS",
            blocks: [
                .table(
                    ReportTable(
                        id: "contract_states", title: "Contracts by state", sheetName: "Contracts",
                        basis: "Customers by the state of their contract on 30 Nov 2026; the last day still counts.",
                        columns: [
                            TableColumn("state", "State", .state),
                            TableColumn("amc", "AMC", .count, unit: .customers, metric: .amcStates, isSummed: true),
                            TableColumn("tss", "TSS", .count, unit: .customers, metric: .tssStates, isSummed: true),
                        ],
                        rows: [
                            [.state("active", .good), .count(702), .count(611)],
                            [.state("expiring", .warning), .count(88), .count(41)],
                            [.state("expired", .bad), .count(246), .count(322)],
                            [.state("none", .neutral), .count(148), .count(210)],
                        ], total: [.text("All customers"), .count(1_184), .count(1_184)]))
            ])
    }

    static var money: Section {
        Section(
            id: "billing", title: "Billing",
            blocks: [
                .figures([
                    Figure(.billsRaised, .count(188), n: 188, nTitle: "bill events"),
                    Figure(.amountRaised, .money(Paise(12_34_567_50)), n: 183, nTitle: "bills with an amount"),
                ]),
                .table(
                    ReportTable(
                        id: "bill_ageing", title: "Bills outstanding by age", sheetName: "Billing",
                        basis: "Bills raised and not processed at as-of, by days since they were raised.",
                        columns: [
                            TableColumn("age", "Age", .text),
                            TableColumn("bills", "Bills", .count, unit: .bills, isSummed: true),
                            TableColumn(
                                "amount", "Amount", .money, unit: .rupees, metric: .billsOutstanding, isSummed: true),
                        ],
                        rows: [
                            [.text("0 to 7 days"), .count(31), .money(Paise(1_60_000_00))],
                            [.text("8 to 15 days"), .count(17), .money(Paise(1_04_867_25))],
                            [.text("16 to 30 days"), .count(12), .money(Paise(99_500_00))],
                            [.text("31 to 60 days"), .count(6), .money(Paise(60_000_00))],
                            [.text("61 days and more"), .count(1), .money(Paise(-4_500_00))],
                        ], total: [.text("Total"), .count(67), .money(Paise(4_19_867_25))])),
                .note("Amounts are exact to the paisa; a bill without an amount is counted and adds nothing."),
            ])
    }

    static var quality: Section {
        Section(
            id: "quality", title: "Data quality", lead: "How far the numbers can be trusted.",
            blocks: [
                .figures([Figure(.doneByEvent, .share(18_102, of: 19_544), n: 19_544, nTitle: "tickets done")]),
                .note("1,442 tickets have no event that says when they were done; their done time is estimated."),
            ])
    }

    /// The row-level table; `rows` of them.
    static func data(rows: Int) -> Section {
        Section(
            id: "data", title: "Data",
            blocks: [
                .table(
                    ReportTable(
                        id: "tickets", title: "Tickets", sheetName: "Data",
                        basis: "Tickets created, judged or done in November 2026, one row each.",
                        columns: [
                            TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
                            TableColumn("priority", "Priority", .text), TableColumn("created_at", "Created", .instant),
                            TableColumn("used", "Used", .duration, unit: .businessTime),
                            TableColumn("touches", "Touches", .count, unit: .events),
                            TableColumn("bill", "Bill", .money, unit: .rupees),
                        ],
                        rows: (0..<rows).map { index in
                            [
                                .text("5d\(String(10_000 + index * 37, radix: 16))"),
                                .text("Ticket number \(index + 1) of the month"),
                                index % 9 == 0
                                    ? .absent(.notRecorded) : .text(["Urgent", "High", "Medium", "Low"][index % 4]),
                                .instant(day(1) + .minutes(Int64(index) * 83)),
                                .duration(.seconds(Int64(index * 977 % 40_000))), .count(index % 7),
                                index % 5 == 0 ? .money(Paise(Int64(index) * 12_345)) : .absent(.notApplicable),
                            ]
                        }))
            ])
    }
}
