import ServiceDesk

/// Who does the work, for whom, and what it is about.
extension KPIReport {
    /// Below so many cases a rate would mislead.
    static let fewestForRate = 10

    // MARK: Agents

    var agents: Section {
        Section(
            id: "agents", title: "Agents",
            lead:
                "Who finished what and who carries what. Nobody is ranked by a single number, and rates of fewer than "
                + "\(KPIReport.fewestForRate) cases are hidden.",
            blocks: [.chart(agentChart), .chart(agentDoneChart), .table(agentTable)])
    }

    private var agentEntries: [Int] {
        summary.byAgent.indices.filter { $0 < dataset.agents.count || summary.byAgent[$0] != SliceFigures() }
            .sorted { agentTitle($0) < agentTitle($1) }
    }

    private func agentTitle(_ index: Int) -> String { agentName(DirectoryEntry(code: UInt32(index))) }

    private var agentChart: Chart {
        topChart(
            id: "backlog_by_agent", title: "Backlog by agent", noun: "agents", unit: .tickets,
            values: agentEntries.map { (agentTitle($0), summary.byAgent[$0].backlog.count) },
            finding: { name, count in "\(name) carries most: \(IndianGrouping.group(count)) unfinished tickets." })
    }

    private var agentDoneChart: Chart {
        topChart(
            id: "done_by_agent", title: "Done by agent", noun: "agents", unit: .events,
            values: agentEntries.map { (agentTitle($0), summary.byAgent[$0].done) },
            finding: { name, count in
                "\(name) finished most: \(IndianGrouping.group(count)) of "
                    + "\(IndianGrouping.group(summary.bridge.flow.done))."
            })
    }

    private func rate(_ judged: Attainment) -> Cell {
        guard judged.eligible > 0 else { return .absent(.notApplicable) }
        return judged.eligible < KPIReport.fewestForRate
            ? .absent(.tooFew(n: judged.eligible)) : attainment(judged)
    }

    private var agentTable: ReportTable {
        ReportTable(
            id: "agents", title: "Agents",
            basis: basis("Done, first owned, clocks judged and minutes logged")
                + " Backlog at as-of. A clock is credited to whoever had the ticket when it was decided.",
            columns: [
                TableColumn("agent", "Agent", .text), TableColumn("role", "Role", .text),
                TableColumn("backlog", "Backlog", .count, unit: .tickets, metric: .backlog, isSummed: true),
                TableColumn("overdue", "Overdue clocks", .count, unit: .clocks, metric: .overdueNow, isSummed: true),
                TableColumn("first_owned", "First owned", .count, unit: .tickets, isSummed: true),
                TableColumn("done", "Done", .count, unit: .events, metric: .done, isSummed: true),
            ] + shownClocks.flatMap { sliceColumns($0) } + [
                TableColumn(
                    "resolution_median", "Median", .duration, group: "Resolution", unit: .businessTime,
                    metric: .resolutionTime),
                TableColumn(
                    "logged_minutes", "Logged minutes", .count, unit: .minutes, metric: .loggedMinutes, isSummed: true),
            ],
            rows: agentEntries.map { index in
                let figures = summary.byAgent[index]
                let times = figures.resolutionTimes.business
                return [
                    .text(agentTitle(index)), roleCell(index), .count(figures.backlog.count), .count(figures.overdue),
                    .count(figures.firstOwned), .count(figures.done),
                ] + sliceCells(figures) + [
                    median(times),
                    .count(Int(figures.loggedMinutes)),
                ]
            },
            total: agentTotal)
    }

    private func median(_ times: DurationCounts) -> Cell {
        guard times.count > 0 else { return .absent(.notApplicable) }
        return times.count < KPIReport.fewestForRate ? .absent(.tooFew(n: times.count)) : cell(times.median)
    }

    private var agentTotal: [Cell] {
        let all = summary.byAgent.reduce(into: SliceFigures()) { $0 += $1 }
        return [
            .text("All"), .text(""), .count(all.backlog.count), .count(all.overdue), .count(all.firstOwned),
            .count(all.done),
        ] + sliceCells(all) + [cell(all.resolutionTimes.business.median), .count(Int(all.loggedMinutes))]
    }

    private func roleCell(_ index: Int) -> Cell {
        guard index < dataset.agents.count, let role = dataset.agents.role[AgentRow(index)] else {
            return .absent(.notRecorded)
        }
        return .text(dataset.agents.isActive[index] ? role : "\(role), left")
    }

    /// Met, breached and attainment of a clock in a table of slices.
    private func sliceColumns(_ clock: SLAClock) -> [TableColumn] {
        attainmentColumns(clock, prefix: "\(clock.name)_", title: clock.title)
    }

    private func sliceCells(_ figures: SliceFigures) -> [Cell] {
        shownClocks.flatMap { clock -> [Cell] in
            let judged = figures[clock]
            return [.count(judged.met), .count(judged.breached), rate(judged)]
        }
    }

    // MARK: Customers

    var customers: Section {
        Section(
            id: "customers", title: "Customers",
            lead:
                "All customers: what they raised, what is unfinished, how promises to them were kept, what was billed.",
            blocks: [.chart(customerChart), .chart(customerBacklogChart), .table(customerTable)])
    }

    /// Customers by tickets raised, most first, then by name.
    private var customerEntries: [Int] {
        let last = summary.byCustomer.count - 1
        return summary.byCustomer.indices
            .filter { $0 < dataset.customers.count || summary.byCustomer[$0] != SliceFigures() }
            .sorted { left, right in
                let (a, b) = (summary.byCustomer[left].created, summary.byCustomer[right].created)
                return a != b
                    ? a > b
                    : (left == last ? 1 : 0, customerTitle(left)) < (right == last ? 1 : 0, customerTitle(right))
            }
    }

    private func customerTitle(_ index: Int) -> String {
        index == summary.byCustomer.count - 1
            ? "without a customer" : customerName(DirectoryEntry(code: UInt32(index)))
    }

    private var customerChart: Chart {
        topChart(
            id: "created_by_customer", title: "Tickets by customer", noun: "customers", unit: .tickets,
            values: customerEntries.map { (customerTitle($0), summary.byCustomer[$0].created) },
            finding: { name, count in
                "\(name) raised most: \(IndianGrouping.group(count)) of "
                    + "\(IndianGrouping.group(summary.bridge.flow.created)) tickets."
            })
    }

    private var customerBacklogChart: Chart {
        topChart(
            id: "backlog_by_customer", title: "Backlog by customer", noun: "customers", unit: .tickets,
            values: customerEntries.map { (customerTitle($0), summary.byCustomer[$0].backlog.count) },
            finding: { name, count in
                "\(name) waits for most: \(IndianGrouping.group(count)) of "
                    + "\(IndianGrouping.group(summary.backlog.count)) unfinished tickets."
            })
    }

    private var customerTable: ReportTable {
        ReportTable(
            id: "customers", title: "Customers",
            basis: basis("Created, done, clocks judged, minutes logged and bills") + " Backlog and AMC at as-of.",
            columns: [
                TableColumn("customer", "Customer", .text), TableColumn("amc", "AMC", .text, metric: .amcStates),
                TableColumn("created", "Created", .count, unit: .tickets, metric: .created, isSummed: true),
                TableColumn("done", "Done", .count, unit: .events, metric: .done, isSummed: true),
                TableColumn("backlog", "Backlog", .count, unit: .tickets, metric: .backlog, isSummed: true),
            ] + shownClocks.flatMap { sliceColumns($0) } + [
                TableColumn(
                    "logged_minutes", "Logged minutes", .count, unit: .minutes, metric: .loggedMinutes, isSummed: true),
                TableColumn(
                    "raised", "Raised", .money, group: "Bills", unit: .rupees, metric: .amountRaised, isSummed: true),
                TableColumn(
                    "processed", "Processed", .money, group: "Bills", unit: .rupees, metric: .amountProcessed,
                    isSummed: true),
            ],
            rows: customerEntries.map { index in
                customerRow(customerTitle(index), amcCell(index), summary.byCustomer[index])
            },
            total: customerRow("All", .text(""), summary.byCustomer.reduce(into: SliceFigures()) { $0 += $1 }))
    }

    private func customerRow(_ name: String, _ amc: Cell, _ figures: SliceFigures) -> [Cell] {
        [
            .text(name), amc, .count(figures.created), .count(figures.done), .count(figures.backlog.count),
        ] + sliceCells(figures) + [
            .count(Int(figures.loggedMinutes)), .money(figures.billsRaised.amount),
            .money(figures.billsProcessed.amount),
        ]
    }

    private func amcCell(_ index: Int) -> Cell {
        guard index < dataset.customers.count else { return .absent(.notRecorded) }
        let today = plan.zone.localDate(of: plan.asOf)
        return .text(ContractState(expiry: dataset.customers.amcExpiry[CustomerRow(index)], on: today).title)
    }

    // MARK: Categories

    var categories: Section {
        let order = summary.byCategory.indices.filter { summary.byCategory[$0] != SliceFigures() }.sorted {
            let (a, b) = (summary.byCategory[$0].created, summary.byCategory[$1].created)
            return a != b ? a > b : categoryTitle($0) < categoryTitle($1)
        }
        let all = summary.byCategory.reduce(into: SliceFigures()) { $0 += $1 }
        return Section(
            id: "categories", title: "Categories", lead: "What the tickets are about.",
            blocks: [
                .chart(
                    topChart(
                        id: "created_by_category", title: "Tickets by category", noun: "categories", unit: .tickets,
                        values: order.map { (categoryTitle($0), summary.byCategory[$0].created) },
                        finding: { name, count in
                            "\(name) comes first: \(IndianGrouping.group(count)) of "
                                + "\(IndianGrouping.group(summary.bridge.flow.created)) tickets."
                        })),
                .chart(categoryChart(order)),
                .table(
                    ReportTable(
                        id: "categories", title: "Categories",
                        basis: basis("Created, done and clocks judged") + " Backlog at as-of. Categories as written.",
                        columns: categoryColumns,
                        rows: order.map { categoryRow(categoryTitle($0), summary.byCategory[$0]) },
                        total: categoryRow("All", all))),
            ])
    }

    /// Met and breached resolution clocks of each category.
    private func categoryChart(_ order: [Int]) -> Chart {
        let shown = order.filter { summary.byCategory[$0][.resolution].eligible > 0 }.prefix(10)
        let judged = shown.map { summary.byCategory[$0][.resolution] }
        let worst = shown.max {
            summary.byCategory[$0][.resolution].breached < summary.byCategory[$1][.resolution].breached
        }
        let finding = worst.map { code -> String in
            let figures = summary.byCategory[code][.resolution]
            return
                "\(categoryTitle(code)) broke most resolution promises: \(IndianGrouping.group(figures.breached)) of "
                + "\(IndianGrouping.group(figures.eligible))."
        }
        let all = order.filter { summary.byCategory[$0][.resolution].eligible > 0 }.count
        return Chart(
            id: "resolution_clocks_by_category", title: "Resolution clocks by category", kind: .stackedBar,
            finding: finding ?? "No resolution clock was judged in \(context.periodTitle).",
            categoryTitle: "Category", categories: shown.map { .text(categoryTitle($0)) },
            series: [
                ChartSeries(
                    key: "met", title: "Met", unit: .clocks, values: judged.map { .count($0.met) }, tone: .good),
                ChartSeries(
                    key: "breached", title: "Breached", unit: .clocks, values: judged.map { .count($0.breached) },
                    tone: .bad),
            ],
            coverage: all > shown.count
                ? ChartCoverage(shown: shown.count, of: all, noun: "categories", hasOther: false) : nil)
    }

    private var categoryColumns: [TableColumn] {
        [
            TableColumn("category", "Category", .text),
            TableColumn("created", "Created", .count, unit: .tickets, metric: .created, isSummed: true),
            TableColumn("share", "Share of created", .share, unit: .share, derivation: .shareOfTotal("created")),
            TableColumn("done", "Done", .count, unit: .events, metric: .done, isSummed: true),
            TableColumn("backlog", "Backlog", .count, unit: .tickets, metric: .backlog, isSummed: true),
        ] + shownClocks.flatMap { sliceColumns($0) } + [
            TableColumn(
                "resolution_median", "Median", .duration, group: "Resolution", unit: .businessTime,
                metric: .resolutionTime)
        ]
    }

    private func categoryRow(_ name: String, _ figures: SliceFigures) -> [Cell] {
        [
            .text(name), .count(figures.created), share(figures.created, of: summary.bridge.flow.created),
            .count(figures.done), .count(figures.backlog.count),
        ] + sliceCells(figures) + [cell(figures.resolutionTimes.business.median)]
    }

    private func categoryTitle(_ code: Int) -> String {
        let text = code == 0 ? "" : dataset.tickets.category.dictionary[code]
        return Word.isBlank(text) ? "Uncategorised" : text
    }

    // MARK: Charts of the largest

    /// A bar for each of the ten largest, and one for the rest, which is named Other.
    private func topChart(
        id: String, title: String, noun: String, unit: MetricUnit, values: [(name: String, count: Int)],
        finding: (String, Int) -> String
    ) -> Chart {
        let ordered = values.enumerated().filter { $0.element.count > 0 }.sorted {
            $0.element.count != $1.element.count ? $0.element.count > $1.element.count : $0.offset < $1.offset
        }.map(\.element)
        let shown = Array(ordered.prefix(10))
        let rest = ordered.dropFirst(10).reduce(0) { $0 + $1.count }
        let bars = shown + (ordered.count > shown.count ? [("Other", rest)] : [])
        return Chart(
            id: id, title: title, kind: .bar,
            finding: shown.first.map { finding($0.name, $0.count) } ?? "Nothing to show.",
            categoryTitle: title, categories: bars.map { .text($0.name) },
            series: [ChartSeries(key: "count", title: title, unit: unit, values: bars.map { .count($0.count) })],
            coverage: ordered.count > shown.count
                ? ChartCoverage(shown: shown.count, of: ordered.count, noun: noun) : nil)
    }
}
