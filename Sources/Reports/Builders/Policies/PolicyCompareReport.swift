public import ServiceDesk

/// The same history under two policy files: what would change, where, and why.
public struct PolicyCompareReport {
    private let comparison: PolicyComparison
    private let names: (before: String, after: String)
    private let context: ReportContext
    private let findings: FindingLog

    /// The report of a comparison; `names` are those of the policy files.
    public static func report(
        of comparison: PolicyComparison, names: (before: String, after: String), findings: FindingLog,
        context: ReportContext
    ) -> Report {
        PolicyCompareReport(comparison: comparison, names: names, context: context, findings: findings).report
    }

    private var dataset: Dataset { comparison.before.dataset }

    private var clocks: [SLAClock] {
        (comparison.before.policies + comparison.after.policies).shownClocks.filter { clock in
            comparison.figures.keys.contains { $0.clock == clock }
        }
    }

    private var report: Report {
        let sections = [summary, slices, moverSection]
        return Report(
            name: "policy_compare", title: "Policies compared", context: context, sections: sections,
            definitions: Report.definitions(for: sections), checks: checks, findings: findings.findings)
    }

    // MARK: Summary

    private var summary: Section {
        let all = total
        return Section(
            id: "summary", title: "Summary",
            lead: "Of \(CellText.count(comparison.tickets)) tickets, \(CellText.count(all.newlyBreached)) clocks that "
                + "\(names.before) keeps would breach under \(names.after), and \(CellText.count(all.newlyMet)) that it "
                + "breaks would be met.",
            blocks: [
                .figures(clocks.map(attainmentFigure) + changeFigures(all)),
                .table(
                    table(
                        "by_clock", "By clock", first: "Clock", clocks.map { (.text($0.title), comparison[$0, .all]) },
                        all)),
                .table(reasonTable),
            ])
    }

    private var total: ComparedFigures { clocks.reduce(into: ComparedFigures()) { $0 += comparison[$1, .all] } }

    private func attainmentFigure(_ clock: SLAClock) -> Figure {
        let figures = comparison[clock, .all]
        let now = share(figures.after)
        return Figure(
            clock.attainmentMetric, now, n: figures.after.eligible, nTitle: "clocks judged",
            comparison: Comparison(
                clock.attainmentMetric, now: now, previous: share(figures.before),
                periodTitle: names.before))
    }

    private func changeFigures(_ all: ComparedFigures) -> [Figure] {
        let late = Cell.count(all.lateAfterClosingAfter)
        return [
            Figure(.newlyBreached, .count(all.newlyBreached), n: all.after.eligible, nTitle: "clocks judged"),
            Figure(.newlyMet, .count(all.newlyMet), n: all.after.eligible, nTitle: "clocks judged"),
            Figure(
                .lateAfterClosing, late, n: all.after.breached, nTitle: "breached clocks",
                comparison: Comparison(
                    .lateAfterClosing, now: late, previous: .count(all.lateAfterClosingBefore),
                    periodTitle: names.before)),
        ]
    }

    private func share(_ attainment: Attainment) -> Cell {
        attainment.eligible == 0 ? .absent(.noneEligible) : .share(attainment.met, of: attainment.eligible)
    }

    // MARK: Tables of slices

    private var slices: Section {
        Section(
            id: "slices", title: "By priority, customer and month",
            lead: "Tickets count in the month in which they were created: no policy moves that.",
            blocks: [
                .table(
                    sliceTable("by_priority", "By priority", first: "Priority", Priority.allCases.map { .priority($0) })
                ),
                .table(sliceTable("by_month", "By month", first: "Month", months)),
                .table(sliceTable("by_customer", "By customer", first: "Customer", customers, sheet: "Customers")),
            ])
    }

    private var months: [PolicyComparison.Slice] {
        let months = comparison.figures.keys.compactMap { key -> LocalDate? in
            if case .month(let month) = key.slice { return month }
            return nil
        }
        return Set(months).sorted().map { .month($0) }
    }

    private var customers: [PolicyComparison.Slice] {
        let codes = comparison.figures.keys.compactMap { key -> UInt32?? in
            if case .customer(let code) = key.slice { return .some(code) }
            return nil
        }
        return Set(codes).sorted { ($0 ?? UInt32.max) < ($1 ?? UInt32.max) }.map { .customer($0) }
    }

    /// A line for each slice and clock that has figures.
    private func sliceTable(
        _ id: String, _ title: String, first: String, _ slices: [PolicyComparison.Slice], sheet: String? = nil
    ) -> ReportTable {
        let rows = slices.flatMap { slice in
            clocks.compactMap { clock -> (Cell, Cell, ComparedFigures)? in
                comparison.figures[PolicyComparison.Key(clock: clock, slice: slice)].map {
                    (.text(words(slice)), .text(clock.title), $0)
                }
            }
        }
        return ReportTable(
            id: id, title: title, sheetName: sheet ?? "Slices", basis: basis,
            columns: [TableColumn(first.lowercased(), first, .text), TableColumn("clock", "Clock", .text)] + columns,
            rows: rows.map { [$0.0, $0.1] + cells($0.2) }, total: [.text("All"), .text("All")] + cells(total),
            emptyText: "No clock was judged.")
    }

    private func words(_ slice: PolicyComparison.Slice) -> String {
        let people = PeopleNames(dataset: dataset)
        switch slice {
        case .all: return "All"
        case .priority(let priority): return priority.title
        case .customer(let code): return code.map { people.customer(DirectoryEntry(code: $0)) } ?? "No customer"
        case .month(let month): return CellText.month(month)
        }
    }

    private func table(
        _ id: String, _ title: String, first: String, _ rows: [(Cell, ComparedFigures)], _ all: ComparedFigures
    ) -> ReportTable {
        ReportTable(
            id: id, title: title, basis: basis,
            columns: [TableColumn(first.lowercased(), first, .text)] + columns,
            rows: rows.map { [$0.0] + cells($0.1) }, total: [.text("All")] + cells(all),
            emptyText: "No clock was judged.")
    }

    private var basis: String { "Clocks of tickets by their creation: \(context.periodTitle)." }

    private var columns: [TableColumn] {
        judged("before", names.before) + judged("after", names.after) + [
            TableColumn(
                "newly_breached", "Newly breached", .count, unit: .clocks, metric: .newlyBreached, isSummed: true),
            TableColumn("newly_met", "Newly met", .count, unit: .clocks, metric: .newlyMet, isSummed: true),
            TableColumn(
                "late_after_closing_before", "Before", .count, group: "Late only after closing", unit: .clocks,
                metric: .lateAfterClosing, isSummed: true),
            TableColumn(
                "late_after_closing_after", "After", .count, group: "Late only after closing", unit: .clocks,
                metric: .lateAfterClosing, isSummed: true),
        ]
    }

    private func judged(_ key: String, _ title: String) -> [TableColumn] {
        [
            TableColumn("\(key)_met", "Met", .count, group: title, unit: .clocks, isSummed: true),
            TableColumn("\(key)_breached", "Breached", .count, group: title, unit: .clocks, isSummed: true),
            TableColumn(
                "\(key)_attainment", "Attainment", .share, group: title, unit: .share,
                derivation: .quotient(of: ["\(key)_met"], over: ["\(key)_met", "\(key)_breached"])),
        ]
    }

    private func cells(_ figures: ComparedFigures) -> [Cell] {
        [figures.before, figures.after].flatMap { [.count($0.met), .count($0.breached), share($0)] } + [
            .count(figures.newlyBreached), .count(figures.newlyMet), .count(figures.lateAfterClosingBefore),
            .count(figures.lateAfterClosingAfter),
        ]
    }

    // MARK: Movers

    private func reason(_ mover: PolicyMover) -> String {
        PolicyDifference(
            before: comparison.before.policies[mover.policies.before],
            after: comparison.after.policies[mover.policies.after], clock: mover.before.clock
        ).words(priorities: (mover.before.targetPriority, mover.after.targetPriority)).joined(separator: "; ")
    }

    /// Why verdicts change, the commonest reason first.
    private var reasonTable: ReportTable {
        var counts: [String: (breached: Int, met: Int)] = [:]
        for mover in comparison.movers {
            let key = reason(mover)
            counts[key, default: (0, 0)].breached += mover.isNewlyBreached ? 1 : 0
            counts[key, default: (0, 0)].met += mover.isNewlyBreached ? 0 : 1
        }
        let ordered = counts.sorted { left, right in
            let (a, b) = (left.value.breached + left.value.met, right.value.breached + right.value.met)
            return a != b ? a > b : left.key < right.key
        }
        return ReportTable(
            id: "by_reason", title: "Why verdicts change", basis: basis,
            columns: [
                TableColumn("reason", "Reason", .text),
                TableColumn("newly_breached", "Newly breached", .count, unit: .clocks, isSummed: true),
                TableColumn("newly_met", "Newly met", .count, unit: .clocks, isSummed: true),
            ],
            rows: ordered.map { [.text($0.key), .count($0.value.breached), .count($0.value.met)] },
            total: [.text("All"), .count(total.newlyBreached), .count(total.newlyMet)],
            emptyText: "No verdict changes.")
    }

    private var moverSection: Section {
        Section(
            id: "movers", title: "Largest movers",
            lead: "Every clock whose verdict changes, the one that is latest where it is breached first.",
            blocks: [.table(moverTable)])
    }

    private var moverTable: ReportTable {
        let ids = dataset.tickets.id
        let ordered = comparison.movers.sorted { left, right in
            if left.lateness != right.lateness { return left.lateness > right.lateness }
            let (one, other) = (ids[left.before.ticket.index], ids[right.before.ticket.index])
            if one != other { return one < other }
            return (left.before.clock, left.before.cycle) < (right.before.clock, right.before.cycle)
        }
        return ReportTable(
            id: "movers", title: "Movers", basis: basis,
            columns: [
                TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
                TableColumn("customer", "Customer", .text), TableColumn("priority", "Priority", .text),
                TableColumn("clock", "Clock", .text), TableColumn("cycle", "Cycle", .count),
                TableColumn("before", "Before", .state), TableColumn("after", "After", .state),
                TableColumn("due_before", "Due before", .instant), TableColumn("due_after", "Due after", .instant),
                TableColumn("stopped_at", "Stopped", .instant),
                TableColumn("lateness", "Late by", .duration, unit: .calendarTime),
                TableColumn("reason", "Reason", .text),
            ],
            rows: ordered.map(moverRow), emptyText: "No verdict changes.", pageRows: 50)
    }

    private func moverRow(_ mover: PolicyMover) -> [Cell] {
        let people = PeopleNames(dataset: dataset)
        let ticket = mover.before.ticket
        func instant(_ instant: Instant?) -> Cell { instant.map { .instant($0) } ?? .absent(.notApplicable) }
        return [
            .text(dataset.tickets.id[ticket.index].text),
            dataset.tickets.title?[ticket].map { .text($0) } ?? .absent(.notRecorded),
            dataset.tickets.customer[ticket].map { .text(people.customer($0)) } ?? .absent(.notRecorded),
            .text(mover.after.targetPriority.title), .text(mover.before.clock.title), .count(mover.before.cycle),
            .state(mover.before.state.title, mover.before.state.tone),
            .state(mover.after.state.title, mover.after.state.tone), instant(mover.before.dueAt),
            instant(mover.after.dueAt), instant(mover.after.stoppedAt), .duration(mover.lateness),
            .text(reason(mover)),
        ]
    }

    /// Movers are what the figures count.
    private var checks: [Check] {
        [
            Check(
                id: "movers", title: "Newly breached + newly met = movers",
                left: [
                    CheckTerm("Newly breached", .count(total.newlyBreached)),
                    CheckTerm("Newly met", .count(total.newlyMet)),
                ], right: [CheckTerm("Movers", .count(comparison.movers.count))])
        ]
    }
}
