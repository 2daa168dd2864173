import ServiceDesk

/// What is unfinished, how old it is, and how it got there.
extension KPIReport {
    var queue: Section {
        Section(
            id: "queue", title: "Queue at as-of", lead: "What is unfinished at as-of, how old it is, and whose it is.",
            blocks: [
                .figures(queueFigures), .chart(ageingChart), .table(statusTable), .table(ageingTable),
                .table(queueTable),
            ])
    }

    private var queueFigures: [Figure] {
        let ages = summary.backlog.ages
        let used = summary.backlog.used
        return [
            Figure(
                .ageing, cell(ages.median), statistic: .median, n: ages.count, nTitle: "tickets of the backlog",
                parts: percentileParts(ages, mean: false)),
            Figure(
                .timeUsed, cell(used.median), statistic: .median, slice: "backlog", n: used.count,
                nTitle: "resolution clocks of the backlog", parts: percentileParts(used, mean: false)),
            Figure(
                .amcQueue, .count(summary.amcQueue.backlog.count), n: summary.backlog.count,
                nTitle: "tickets of the backlog",
                parts: [
                    FigurePart(
                        key: "normal", title: "in the Normal queue",
                        value: .count(summary.normalQueue.backlog.count))
                ]),
        ]
    }

    static let bandTitles = ["under 4 h", "4 to 24 h", "1 to 3 d", "3 to 7 d", "7 to 30 d", "over 30 d"]
    private static let bandKeys = ["under_4h", "from_4h", "from_1d", "from_3d", "from_7d", "from_30d"]

    private var ageingChart: Chart {
        let bands = summary.backlog.bands
        let old = bands.suffix(2).reduce(0, +)
        return Chart(
            id: "ageing", title: "Backlog by age", kind: .histogram,
            finding:
                "\(IndianGrouping.group(old)) of \(IndianGrouping.group(summary.backlog.count)) unfinished tickets "
                + "are older than a week.",
            categoryTitle: "Age", categories: KPIReport.bandTitles.map { .text($0) },
            series: [
                ChartSeries(key: "backlog", title: "Backlog", unit: .tickets, values: bands.map { .count($0) })
            ])
    }

    private func backlogRow(_ name: String, _ backlog: Backlog) -> [Cell] {
        [.text(name), .count(backlog.count)] + backlog.bands.map { .count($0) } + [
            cell(backlog.ages.median), cell(backlog.ages.longest), .count(backlog.paused), .count(backlog.unclaimed),
        ]
    }

    private func backlogColumns(_ first: TableColumn) -> [TableColumn] {
        [first, TableColumn("backlog", "Backlog", .count, unit: .tickets, metric: .backlog, isSummed: true)]
            + zip(KPIReport.bandKeys, KPIReport.bandTitles).map { key, title in
                TableColumn(key, title, .count, group: "Age", unit: .tickets, metric: .ageing, isSummed: true)
            } + [
                TableColumn("median_age", "Median age", .duration, unit: .calendarTime, metric: .ageing),
                TableColumn("oldest", "Oldest", .duration, unit: .calendarTime, metric: .ageing),
                TableColumn("paused", "Waiting for customer", .count, unit: .tickets, metric: .paused, isSummed: true),
                TableColumn("unclaimed", "Unclaimed", .count, unit: .tickets, metric: .unclaimed, isSummed: true),
            ]
    }

    private var ageingTable: ReportTable {
        ReportTable(
            id: "backlog_by_priority", title: "Backlog by priority and age", sheetName: "Queue",
            basis: "Tickets that are open or paused at as-of, by their priority at as-of and the time since creation.",
            columns: backlogColumns(TableColumn("priority", "Priority", .text)),
            rows: priorities { summary.backlogByPriority[$0].count > 0 }.map {
                backlogRow($0.title, summary.backlogByPriority[Int($0.rawValue)])
            },
            total: backlogRow("All", summary.backlog))
    }

    private var queueTable: ReportTable {
        let queues = [("AMC queue", summary.amcQueue), ("Normal queue", summary.normalQueue)]
        return ReportTable(
            id: "queues", title: "AMC and Normal queue", sheetName: "Queue",
            basis: "Tickets that are open or paused at as-of; AMC queue: the customer's AMC is in force at as-of.",
            columns: backlogColumns(TableColumn("queue", "Queue", .text, metric: .amcQueue))
                + [
                    TableColumn("overdue", "Overdue clocks", .count, unit: .clocks, metric: .overdueNow, isSummed: true)
                ],
            rows: queues.map { backlogRow($0.0, $0.1.backlog) + [.count($0.1.overdue)] },
            total: backlogRow("All", summary.backlog)
                + [.count(summary.amcQueue.overdue + summary.normalQueue.overdue)])
    }

    private var statusTable: ReportTable {
        let vocabulary = input.evaluation.vocabulary
        return ReportTable(
            id: "tickets_by_status", title: "Tickets by status", sheetName: "Queue",
            basis: "All tickets that exist at as-of, by their status at as-of; unknown spellings count as open.",
            columns: [
                TableColumn("status", "Status", .text), TableColumn("service_state", "Service state", .text),
                TableColumn("tickets", "Tickets", .count, unit: .tickets, isSummed: true),
                TableColumn(
                    "share", "Share", .share, unit: .share, derivation: .shareOfTotal("tickets")),
            ],
            rows: vocabulary.names.indices.map { code in
                [
                    .text(vocabulary.names[code]),
                    .text(vocabulary.serviceState(of: StatusVocabulary.Code(code)).name),
                    .count(summary.byStatus[code]), share(summary.byStatus[code], of: summary.tickets),
                ]
            },
            total: [.text("All"), .text(""), .count(summary.tickets), share(summary.tickets, of: summary.tickets)])
    }

    // MARK: Flow

    var flow: Section {
        Section(
            id: "flow", title: "Flow", lead: "How the backlog got from the start of the period to its end, day by day.",
            blocks: [.table(bridgeTable), .chart(arrivalChart), .table(dayTable)])
    }

    private var bridgeTable: ReportTable {
        let bridge = summary.bridge
        let lines: [(String, Int)] = [
            ("Backlog at start", bridge.opening), ("+ created", bridge.flow.created),
            ("+ reopened", bridge.flow.reopened), ("− done", bridge.flow.done), ("= backlog at end", bridge.closing),
            ("Unexplained", bridge.unexplained),
        ]
        return ReportTable(
            id: "backlog_bridge", title: "Backlog bridge", sheetName: "Flow",
            basis: basis("Events by their own instant")
                + " A start or end counts what happened strictly before it; an end at as-of includes as-of.",
            columns: [
                TableColumn("line", "Line", .text),
                TableColumn("tickets", "Tickets", .count, unit: .tickets, metric: .bridge),
            ],
            rows: lines.map { [.text($0.0), .count($0.1)] })
    }

    private var arrivalChart: Chart {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let used = (0..<24).filter { hour in (0..<7).contains { summary.arrivals[$0 * 24 + hour] > 0 } }
        let hours = (used.first ?? 9)...max(used.last ?? 18, used.first ?? 9)
        let busiest = summary.arrivals.indices.max { summary.arrivals[$0] < summary.arrivals[$1] } ?? 0
        return Chart(
            id: "arrivals", title: "When tickets come in", kind: .heatGrid,
            finding: "\(names[busiest / 24]) from \(busiest % 24):00 is the busiest hour: "
                + "\(IndianGrouping.group(summary.arrivals[busiest])) tickets in \(SummaryPlan.trendMonths) months.",
            categoryTitle: "Hour", categories: hours.map { .text("\($0)") },
            series: names.indices.map { day in
                ChartSeries(
                    key: names[day].lowercased(), title: names[day], unit: .tickets,
                    values: hours.map { .count(summary.arrivals[day * 24 + $0]) })
            })
    }

    private var dayTable: ReportTable {
        let backlog = dailyBacklog
        let first = max(0, plan.firstDay.days(until: plan.zone.localDate(of: plan.period.start)))
        let days = summary.byDay.indices.filter { $0 >= first }
        let flows = days.map { summary.byDay[$0] }
        return ReportTable(
            id: "flow_by_day", title: "Day by day", sheetName: "Flow",
            basis: basis("Events by their own local date") + " Backlog at the end of each day.",
            columns: [
                TableColumn("day", "Day", .date),
                TableColumn("created", "Created", .count, unit: .tickets, metric: .created, isSummed: true),
                TableColumn("reopened", "Reopened", .count, unit: .events, metric: .reopened, isSummed: true),
                TableColumn("done", "Done", .count, unit: .events, metric: .done, isSummed: true),
                TableColumn("net_flow", "Net flow", .count, unit: .tickets, metric: .netFlow, isSummed: true),
                TableColumn("backlog", "Backlog at end", .count, unit: .tickets, metric: .backlog),
            ],
            rows: zip(days, flows).map { day, flow in
                [
                    .date(plan.firstDay.adding(days: day)), .count(flow.created), .count(flow.reopened),
                    .count(flow.done), .count(flow.net), .count(backlog[day]),
                ]
            },
            total: [
                .text("All"), .count(flows.reduce(0) { $0 + $1.created }),
                .count(flows.reduce(0) { $0 + $1.reopened }), .count(flows.reduce(0) { $0 + $1.done }),
                .count(flows.reduce(0) { $0 + $1.net }), .absent(.notApplicable),
            ])
    }
}
