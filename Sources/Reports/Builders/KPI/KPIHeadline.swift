import ServiceDesk

/// The first page: did we keep our promises, and how much work is there.
extension KPIReport {
    var headline: Section {
        Section(
            id: "summary", title: "Summary", lead: headlineSentence,
            blocks: [.figures(shownClocks.map(attainmentFigure) + timeFigures + nowFigures + flowFigures)])
    }

    /// The report in one breath.
    private var headlineSentence: String {
        let bridge = summary.bridge
        let resolution = summary[.resolution].period
        let kept =
            resolution.eligible == 0
            ? "No resolution clock was judged in \(context.periodTitle)."
            : "\(IndianGrouping.group(resolution.met)) of \(IndianGrouping.group(resolution.eligible)) resolution "
                + "promises that fell due in \(context.periodTitle) were kept."
        let grew = bridge.closing - bridge.opening
        let trend =
            grew == 0
            ? "the backlog stayed at \(IndianGrouping.group(bridge.closing))"
            : "the backlog \(grew > 0 ? "grew" : "shrank") from \(IndianGrouping.group(bridge.opening)) to "
                + IndianGrouping.group(bridge.closing)
        return "\(kept) \(IndianGrouping.group(bridge.flow.created)) tickets came in, "
            + "\(IndianGrouping.group(bridge.flow.done)) were finished, and \(trend)."
    }

    func attainmentFigure(_ clock: SLAClock) -> Figure {
        let figures = summary[clock]
        let states = figures.states
        let now = attainment(figures.period)
        return Figure(
            clock.attainmentMetric, now, n: figures.period.eligible, nTitle: "clocks judged",
            parts: [
                FigurePart(key: "met", title: "met", value: .count(figures.period.met)),
                FigurePart(key: "breached", title: "breached", value: .count(figures.period.breached)),
                FigurePart(key: "running", title: "running", value: .count(states[.running] + states[.atRisk])),
                FigurePart(key: "paused", title: "paused", value: .count(states[.paused])),
                FigurePart(key: "not_applicable", title: "not applicable", value: .count(states[.notApplicable])),
            ],
            comparison: compared(clock.attainmentMetric, now, attainment(figures.previous)))
    }

    private var nowFigures: [Figure] {
        let states = shownClocks.map { summary[$0].states }
        let atRisk = states.reduce(0) { $0 + $1[.atRisk] }
        let overdue = states.reduce(0) { $0 + $1.overdue }
        let backlog = summary.backlog
        return [
            Figure(
                .backlog, .count(backlog.count), n: summary.tickets,
                parts: [FigurePart(key: "paused", title: "waiting for the customer", value: .count(backlog.paused))],
                comparison: compared(.backlog, .count(backlog.count), .count(summary.previousBridge.closing))),
            Figure(
                .overdueNow, .count(overdue), n: backlog.count, nTitle: "tickets of the backlog",
                tone: overdue > 0 ? .bad : .good),
            Figure(
                .atRiskNow, .count(atRisk), n: states.reduce(0) { $0 + $1[.running] + $1[.atRisk] },
                nTitle: "running clocks", tone: atRisk > 0 ? .warning : .good),
            Figure(
                .unclaimed, .count(backlog.unclaimed), n: backlog.count, nTitle: "tickets of the backlog",
                tone: backlog.unclaimed > 0 ? .warning : .good),
        ]
    }

    private var flowFigures: [Figure] {
        let flow = summary.bridge.flow
        let before = summary.previousBridge.flow
        let clearance = share(flow.done, of: flow.created + flow.reopened)
        let (finished, finishedBefore) = (summary.finished, summary.previousFinished)
        let reopened = share(finished.reopened, of: finished.count)
        return [
            Figure(
                .created, .count(flow.created),
                comparison: compared(.created, .count(flow.created), .count(before.created))
            ),
            Figure(.done, .count(flow.done), comparison: compared(.done, .count(flow.done), .count(before.done))),
            Figure(
                .clearance, clearance, n: flow.created + flow.reopened, nTitle: "created or reopened",
                comparison: compared(.clearance, clearance, share(before.done, of: before.created + before.reopened))),
            Figure(
                .reopenRate, reopened, n: finished.count, nTitle: "tickets done",
                comparison: compared(.reopenRate, reopened, share(finishedBefore.reopened, of: finishedBefore.count))),
        ]
    }

    private var timeFigures: [Figure] {
        shownClocks.map { clock in
            let now = cell(summary[clock].times.business.median)
            return Figure(
                clock.timeMetric, now, statistic: .median, n: summary[clock].times.business.count,
                parts: percentileParts(summary[clock].times.business, mean: true),
                comparison: compared(clock.timeMetric, now, cell(summary[clock].previousTimes.business.median)))
        }
    }
}

/// Thirteen months side by side.
extension KPIReport {
    var trend: Section {
        let left = firstTrendMonth == 0 ? "" : " Months before the first ticket are left out."
        return Section(
            id: "trend", title: "Trend",
            lead: "The last \(trendMonths.count) months, by the date on which each thing happened.\(left)",
            blocks: [.chart(attainmentChart), .chart(flowChart), .chart(backlogChart), .table(trendTable)])
    }

    /// The first month in which there was anything; a desk that is younger than the trend has no flat line before it.
    private var firstTrendMonth: Int {
        let flows = monthFlows
        guard summary.backlogBeforeTrend == 0 else { return 0 }
        return flows.firstIndex { $0 != Flow() } ?? flows.count - 1
    }

    private var trendMonths: Range<Int> { firstTrendMonth..<plan.months.count }

    private var monthCells: [Cell] { trendMonths.map { .text(CellText.month(plan.months[$0])) } }

    private var attainmentChart: Chart {
        Chart(
            id: "attainment_by_month", title: "Attainment by month", kind: .line, finding: attainmentFinding,
            categoryTitle: "Month", categories: monthCells,
            series: shownClocks.map { clock in
                ChartSeries(
                    key: clock.name, title: clock.title, unit: .share,
                    values: trendMonths.map { attainment(summary[clock].byMonth[$0]) })
            })
    }

    /// Which month was the worst, in words.
    private var attainmentFinding: String {
        let months = summary[.resolution].byMonth.enumerated().filter { $0.element.eligible > 0 }
        let worst = months.min { left, right in
            left.element.met * right.element.eligible < right.element.met * left.element.eligible
        }
        guard let worst else { return "No resolution clock was judged in these months." }
        let (met, eligible) = (worst.element.met, worst.element.eligible)
        return "Resolution was weakest in \(CellText.month(plan.months[worst.offset])): "
            + "\(IndianGrouping.group(met)) of \(IndianGrouping.group(eligible)) promises kept."
    }

    /// The moves of each month of the trend.
    private var monthFlows: [Flow] {
        var flows = [Flow](repeating: Flow(), count: plan.months.count)
        for (day, flow) in summary.byDay.enumerated() {
            let date = plan.firstDay.adding(days: day)
            if let month = plan.months.lastIndex(where: { $0 <= date }) { flows[month] += flow }
        }
        return flows
    }

    private var flowChart: Chart {
        let flows = trendMonths.map { monthFlows[$0] }
        let created = flows.reduce(0) { $0 + $1.created }
        let done = flows.reduce(0) { $0 + $1.done }
        return Chart(
            id: "flow_by_month", title: "Created and done by month", kind: .line,
            finding: "\(IndianGrouping.group(created)) tickets created and \(IndianGrouping.group(done)) done in "
                + "\(flows.count) months.",
            categoryTitle: "Month", categories: monthCells,
            series: [
                ChartSeries(
                    key: "created", title: "Created", unit: .tickets, values: flows.map { .count($0.created) }),
                ChartSeries(
                    key: "done", title: "Done", unit: .tickets, values: flows.map { .count($0.done) }, tone: .good),
            ])
    }

    /// The backlog at the end of each day of the trend.
    var dailyBacklog: [Int] {
        var backlog = summary.backlogBeforeTrend
        return summary.byDay.map { flow in
            backlog += flow.net
            return backlog
        }
    }

    /// The backlog at the end of each week up to the last day: a year of days is too dense to read.
    private var backlogChart: Chart {
        let days = dailyBacklog
        let begin = plan.firstDay.days(until: plan.months[firstTrendMonth])
        let picked = stride(from: (days.count - 1) % 7, to: days.count, by: 7).filter { $0 >= begin }
        let highest = days.indices.max { days[$0] < days[$1] } ?? 0
        let peak = days.isEmpty ? 0 : days[highest]
        let date = CellText.date(plan.firstDay.adding(days: highest))
        return Chart(
            id: "backlog_by_week", title: "Backlog", kind: .area,
            finding: highest == days.count - 1
                ? "The backlog is at its highest of these months: \(IndianGrouping.group(peak)) tickets on \(date)."
                : "The backlog was highest on \(date) with \(IndianGrouping.group(peak)) tickets; it ends at "
                    + "\(IndianGrouping.group(days.last ?? 0)).",
            categoryTitle: "End of day", categories: picked.map { .date(plan.firstDay.adding(days: $0)) },
            series: [
                ChartSeries(
                    key: "backlog", title: "Backlog", unit: .tickets, values: picked.map { .count(days[$0]) })
            ])
    }

    private var trendTable: ReportTable {
        let flows = monthFlows
        var backlog = summary.backlogBeforeTrend
        let rows = trendMonths.map { month -> [Cell] in
            backlog += flows[month].net
            let clocks = shownClocks.map { summary[$0] }
            return [
                .text(CellText.month(plan.months[month])), .count(flows[month].created), .count(flows[month].reopened),
                .count(flows[month].done), .count(flows[month].net), .count(backlog),
            ]
                + clocks.flatMap { clock -> [Cell] in
                    let judged = clock.byMonth[month]
                    return [
                        .count(judged.met), .count(judged.breached), attainment(judged),
                        cell(clock.timesByMonth[month].business.median),
                    ]
                }
        }
        return ReportTable(
            id: "trend_by_month", title: "Month by month", sheetName: "Trend",
            basis: "Flow by the date of each event, backlog at each month's end, clocks by the instant of judgement, "
                + "times by the date on which the clock stopped.",
            columns: trendColumns, rows: rows)
    }

    private var trendColumns: [TableColumn] {
        [
            TableColumn("month", "Month", .text),
            TableColumn("created", "Created", .count, unit: .tickets, metric: .created),
            TableColumn("reopened", "Reopened", .count, unit: .events, metric: .reopened),
            TableColumn("done", "Done", .count, unit: .events, metric: .done),
            TableColumn("net_flow", "Net flow", .count, unit: .tickets, metric: .netFlow),
            TableColumn("backlog", "Backlog at end", .count, unit: .tickets, metric: .backlog),
        ] + shownClocks.flatMap(clockColumns)
    }

    private func clockColumns(_ clock: SLAClock) -> [TableColumn] {
        [
            TableColumn("\(clock.name)_met", "Met", .count, group: clock.title, unit: .clocks),
            TableColumn("\(clock.name)_breached", "Breached", .count, group: clock.title, unit: .clocks),
            TableColumn(
                "\(clock.name)_attainment", "Attainment", .share, group: clock.title, unit: .share,
                metric: clock.attainmentMetric,
                derivation: .quotient(
                    of: ["\(clock.name)_met"], over: ["\(clock.name)_met", "\(clock.name)_breached"])),
            TableColumn(
                "\(clock.name)_median", "Median", .duration, group: clock.title, unit: .businessTime,
                metric: clock.timeMetric),
        ]
    }
}
