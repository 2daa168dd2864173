import ServiceDesk

/// How often each promise was kept, and how long things took.
extension KPIReport {
    var sla: Section {
        Section(
            id: "sla", title: "SLA",
            lead: "How often each promise was kept. \(cohortWords)",
            blocks: shownClocks.map { .chart(priorityChart($0)) }
                + shownClocks.map { .table(priorityTable($0)) }
                + [.table(stateTable), .table(contractTable), .table(nextBreaches)])
    }

    /// By which instant a clock is counted into a period.
    private var cohortWords: String {
        switch plan.cohort {
        case .due: "A clock is judged when it breaches, else when it was due."
        case .stopped: "A clock is counted when it stopped; one that is late and still open, when it breached."
        case .created: "A clock is counted when its ticket was created."
        }
    }

    /// The priorities that something has, and those that every desk knows: untriaged only where there is such a ticket.
    func priorities(_ isUsed: (Int) -> Bool) -> [Priority] {
        Priority.allCases.filter { $0 != .untriaged || isUsed(Int($0.rawValue)) }
    }

    private func priorityChart(_ clock: SLAClock) -> Chart {
        let figures = summary[clock].byPriority
        let shown = priorities { figures[$0].eligible > 0 }
        let worst = shown.filter { figures[Int($0.rawValue)].breached > 0 }
            .max { figures[Int($0.rawValue)].breached < figures[Int($1.rawValue)].breached }
        return Chart(
            id: "\(clock.name)_clocks_by_priority", title: "\(clock.title) clocks by priority", kind: .stackedBar,
            finding: worst.map { priority in
                let judged = figures[Int(priority.rawValue)]
                return "\(priority.title) tickets broke most promises: \(IndianGrouping.group(judged.breached)) of "
                    + "\(IndianGrouping.group(judged.eligible)) clocks breached."
            } ?? "No \(clock.title.lowercased()) clock breached in \(context.periodTitle).",
            categoryTitle: "Priority", categories: shown.map { .text($0.title) },
            series: [
                ChartSeries(
                    key: "met", title: "Met", unit: .clocks,
                    values: shown.map { .count(figures[Int($0.rawValue)].met) },
                    tone: .good),
                ChartSeries(
                    key: "breached", title: "Breached", unit: .clocks,
                    values: shown.map { .count(figures[Int($0.rawValue)].breached) }, tone: .bad),
            ])
    }

    /// Met, breached and their quotient, under keys that begin with `prefix`.
    func attainmentColumns(_ clock: SLAClock, prefix: String = "", title: String? = nil) -> [TableColumn] {
        [
            TableColumn("\(prefix)met", "Met", .count, group: title, unit: .clocks, isSummed: true),
            TableColumn("\(prefix)breached", "Breached", .count, group: title, unit: .clocks, isSummed: true),
            TableColumn(
                "\(prefix)attainment", "Attainment", .share, group: title, unit: .share, metric: clock.attainmentMetric,
                derivation: .quotient(of: ["\(prefix)met"], over: ["\(prefix)met", "\(prefix)breached"])),
        ]
    }

    func attainmentCells(_ judged: Attainment) -> [Cell] {
        [.count(judged.met), .count(judged.breached), attainment(judged)]
    }

    private func priorityTable(_ clock: SLAClock) -> ReportTable {
        let figures = summary[clock]
        return ReportTable(
            id: "\(clock.name)_by_priority", title: "\(clock.title) by priority", sheetName: "SLA",
            basis: basis("Clocks judged") + " The priority is the one that set the target.",
            columns: [TableColumn("priority", "Priority", .text)] + attainmentColumns(clock),
            rows: priorities { figures.byPriority[$0].eligible > 0 }.map { priority in
                [.text(priority.title)] + attainmentCells(figures.byPriority[Int(priority.rawValue)])
            },
            total: [.text("All")] + attainmentCells(figures.period))
    }

    private var contractTable: ReportTable {
        let clocks = shownClocks
        return ReportTable(
            id: "attainment_by_contract", title: "By AMC state at creation", sheetName: "SLA",
            basis: basis("Clocks judged")
                + " The state is that of the customer's AMC on the date of creation; it is an "
                + "estimate where the expiry date has moved since.",
            columns: [TableColumn("amc", "AMC at creation", .text)]
                + clocks.flatMap { attainmentColumns($0, prefix: "\($0.name)_", title: $0.title) },
            rows: ContractState.allCases.map { state in
                [.text(state.title)] + clocks.flatMap { attainmentCells(summary[$0].byAMC[Int(state.rawValue)]) }
            },
            total: [.text("All")] + clocks.flatMap { attainmentCells(summary[$0].period) })
    }

    private var stateTable: ReportTable {
        ReportTable(
            id: "clock_states", title: "All clocks at as-of", sheetName: "SLA",
            basis: "Every clock that a policy put on a ticket, whatever the period, as it stands at as-of.",
            columns: [TableColumn("state", "State", .text)]
                + shownClocks.map { TableColumn($0.name, $0.title, .count, unit: .clocks, isSummed: true) },
            rows: ClockState.allCases.map { state in
                [.text(state.title)] + shownClocks.map { .count(summary[$0].states[state]) }
            },
            total: [.text("All")] + shownClocks.map { .count(summary[$0].states.counts.reduce(0, +)) })
    }

    private var nextBreaches: ReportTable {
        let open = input.clocks.clocks.filter {
            $0.stoppedAt == nil && ($0.state == .running || $0.state == .atRisk) && $0.dueAt != nil
        }
        let ordered = open.sorted { left, right in
            let ids = dataset.tickets.id
            return (left.dueAt ?? .infinity, ids[left.ticket.index], left.clock, left.cycle)
                < (right.dueAt ?? .infinity, ids[right.ticket.index], right.clock, right.cycle)
        }
        return ReportTable(
            id: "next_breaches", title: "Next breaches", sheetName: "Next breaches",
            basis: "Running clocks at as-of, the earliest due first.",
            columns: clockListColumns(remaining: "Remaining"),
            rows: ordered.map { clockRow($0, remaining: ($0.target ?? .zero) - ($0.used ?? .zero)) },
            emptyText: "No clock is running.", pageRows: 25)
    }

    /// The columns of a list of clocks.
    func clockListColumns(remaining title: String) -> [TableColumn] {
        [
            TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
            TableColumn("customer", "Customer", .text), TableColumn("assigned_to", "Assigned to", .text),
            TableColumn("priority", "Priority", .text), TableColumn("clock", "Clock", .text),
            TableColumn("state", "State", .state), TableColumn("due_at", "Due", .instant),
            TableColumn("remaining", title, .duration, unit: .businessTime),
        ]
    }

    func clockRow(_ clock: ClockResult, remaining: TimeSpan) -> [Cell] {
        let ticket = clock.ticket
        let snapshot = snapshots[ticket]
        return [
            .text(dataset.tickets.id[ticket.index].text), titleCell(ticket), customerName(of: ticket),
            snapshot?.assignee.map { .text(agentName($0)) } ?? .text("nobody"),
            .text((snapshot?.priority ?? .untriaged).title), .text(clock.clock.title),
            .state(clock.state.title, clock.state.tone), clock.dueAt.map { .instant($0) } ?? .absent(.notApplicable),
            .duration(remaining),
        ]
    }

    func titleCell(_ ticket: TicketRow) -> Cell {
        dataset.tickets.title?[ticket].map { .text($0) } ?? .absent(.notRecorded)
    }

    /// The tickets' snapshots by their rows.
    private var snapshots: SnapshotLookup { SnapshotLookup(tickets: input.clocks.tickets) }

    // MARK: Times

    var times: Section {
        Section(
            id: "times", title: "Times and handling",
            lead: "Business time counts working hours only and leaves pauses out of resolution; calendar time counts "
                + "every hour. Handling says how many steps and hands a ticket took.",
            blocks: [.figures(handlingFigures)] + shownClocks.map { .table(timesTable($0)) })
    }

    /// How tickets were handled: one answer, how many steps, how many hands, how long until somebody took them.
    private var handlingFigures: [Figure] {
        let (now, before) = (summary.finished, summary.previousFinished)
        let firstContact = share(now.byFirstContact, of: now.settled)
        let touches = ratio(now.touches, per: now.count)
        let claim = summary.claimTimes
        return [
            Figure(
                .firstContactResolution, firstContact, n: now.settled, nTitle: "tickets done, their 7 days over",
                parts: [
                    FigurePart(key: "not_over", title: "with days left", value: .count(now.count - now.settled))
                ],
                comparison: compared(
                    .firstContactResolution, firstContact, share(before.byFirstContact, of: before.settled))),
            Figure(
                .touches, touches, n: now.count, nTitle: "tickets done",
                comparison: compared(.touches, touches, ratio(before.touches, per: before.count))),
            Figure(
                .reassignments, .count(summary.reassignments),
                comparison: compared(
                    .reassignments, .count(summary.reassignments), .count(summary.previousReassignments))),
            Figure(
                .timeToClaim, cell(claim.median), statistic: .median, n: claim.count, nTitle: "tickets first assigned",
                parts: percentileParts(claim, mean: true) + [
                    FigurePart(
                        key: "owned_from_creation", title: "with an owner from the start",
                        value: .count(summary.ownedFromCreation))
                ],
                comparison: compared(
                    .timeToClaim, cell(claim.median), cell(summary.previousClaimTimes.median))),
        ]
    }

    /// The 90th percentile beside a median, and the mean or the longest.
    func percentileParts(_ times: DurationCounts, mean: Bool) -> [FigurePart] {
        [
            FigurePart(key: "p90", title: "90th percentile", value: cell(times.p90)),
            mean
                ? FigurePart(key: "mean", title: "mean", value: cell(times.mean))
                : FigurePart(key: "longest", title: "longest", value: cell(times.longest)),
        ]
    }

    private func timesTable(_ clock: SLAClock) -> ReportTable {
        let figures = summary[clock]
        return ReportTable(
            id: "\(clock.name)_times", title: "\(clock.title) times", sheetName: "Times",
            basis: basis("Clocks that stopped") + " The priority is the one that set the target.",
            columns: [
                TableColumn("priority", "Priority", .text),
                TableColumn("n", "Clocks", .count, unit: .clocks, isSummed: true),
            ] + timeColumns(.businessTime, "Business", clock) + timeColumns(.calendarTime, "Calendar", clock),
            rows: priorities { figures.timesByPriority[$0].business.count > 0 }.map { priority in
                let times = figures.timesByPriority[Int(priority.rawValue)]
                return [.text(priority.title), .count(times.business.count)] + timeCells(times)
            },
            total: [.text("All"), .count(figures.times.business.count)] + timeCells(figures.times))
    }

    private func timeColumns(_ unit: MetricUnit, _ title: String, _ clock: SLAClock) -> [TableColumn] {
        let key = title.lowercased()
        return [("median", "Median"), ("p90", "90th percentile"), ("mean", "Mean")].map { statistic, words in
            TableColumn(
                "\(key)_\(statistic)", words, .duration, group: "\(title) time", unit: unit, metric: clock.timeMetric)
        }
    }

    private func timeCells(_ times: MeasuredDurations) -> [Cell] {
        [times.business, times.calendar].flatMap { [cell($0.median), cell($0.p90), cell($0.mean)] }
    }
}

/// Finds a ticket's snapshot: the list is in row order, without the tickets that do not exist at as-of.
struct SnapshotLookup {
    let tickets: [TicketSnapshot]

    subscript(ticket: TicketRow) -> TicketSnapshot? {
        var low = 0
        var high = tickets.count
        while low < high {
            let middle = (low + high) / 2
            if tickets[middle].ticket < ticket { low = middle + 1 } else { high = middle }
        }
        return low < tickets.count && tickets[low].ticket == ticket ? tickets[low] : nil
    }
}

extension ClockState {
    /// The words that people read.
    var title: String {
        switch self {
        case .met: "Met"
        case .breached: "Breached"
        case .atRisk: "At risk"
        case .running: "Running"
        case .paused: "Paused"
        case .notApplicable: "Not applicable"
        }
    }

    /// Whether that is good news.
    var tone: Tone {
        switch self {
        case .met: .good
        case .breached: .bad
        case .atRisk: .warning
        case .running, .paused, .notApplicable: .neutral
        }
    }
}

extension ContractState {
    /// The words that people read.
    var title: String {
        switch self {
        case .active: "Active"
        case .expiring: "Expiring in 30 days"
        case .expired: "Expired"
        case .none: "No contract"
        }
    }
}
