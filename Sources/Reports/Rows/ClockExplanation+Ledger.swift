import ServiceDesk

/// The ledger of a clock: a line for each segment, and the line of the policy that decided.
extension ClockExplanation {
    /// The segments of a clock, from its start to its stop or as-of; what counted sums up to the time used.
    func table(_ result: ClockResult) -> ReportTable {
        let segments = ledger.segments(of: result)
        var rows: [[Cell]] = []
        for (index, segment) in segments.enumerated() {
            if segment.dropped > .zero { rows.append(restartRow(segment, number: rows.count + 1)) }
            rows.append(row(segment, number: rows.count + 1, isFirst: index == 0, of: result))
        }
        return ReportTable(
            id: ClockExplanation.id(result), title: "\(title(result)): \(result.state.title.lowercased())",
            basis: verdict(result), columns: ClockExplanation.columns, rows: rows)
    }

    /// The ledger without the calendar, which its heading names, and with the line beside the rule.
    func forPeople(_ table: ReportTable) -> ReportTable {
        guard let calendar = table.columnIndex("calendar"), let rule = table.columnIndex("rule"),
            let line = table.columnIndex("policy_line")
        else { return table }
        var table = table
        let shown = table.columns.indices.filter { $0 != calendar && $0 != line }
        table.columns = shown.map { table.columns[$0] }
        let rows = table.rows.map { row in
            var row = row
            if case .text(let words) = row[rule], case .count(let number) = row[line] {
                row[rule] = .text("\(words) (line \(number))")
            }
            return shown.map { row[$0] }
        }
        table.rows = TableRows(rows)
        return table
    }

    /// What counted in all segments is what was used.
    func sumCheck(_ result: ClockResult) -> Check? {
        guard let used = result.used else { return nil }
        let counted = ledger.segments(of: result).reduce(TimeSpan.zero) { $0 + $1.counted - $1.dropped }
        let id = ClockExplanation.id(result)
        return Check(
            id: "\(id)_used", title: "\(title(result)): counted in all segments = used",
            left: [CheckTerm("Counted", .duration(counted), at: .column(table: id, column: "counted_s"))],
            right: [CheckTerm("Used", .duration(used))])
    }

    /// The name of a clock's table and drawing.
    static func id(_ result: ClockResult) -> String {
        result.cycle == 1 ? result.clock.name : "\(result.clock.name)_\(result.cycle)"
    }

    /// A clock in words, with its cycle where it has several.
    func title(_ result: ClockResult) -> String {
        let hasCycles = ledger.results.contains { $0.clock == result.clock && $0.cycle != result.cycle }
        return hasCycles ? "\(result.clock.title), cycle \(result.cycle)" : result.clock.title
    }

    private static let columns = [
        TableColumn("segment", "Segment", .count), TableColumn("from", "From", .instant),
        TableColumn("to", "To", .instant), TableColumn("state", "State", .text),
        TableColumn("calendar", "Calendar", .text),
        TableColumn("calendar_s", "All time", .duration, unit: .calendarTime),
        TableColumn("business_s", "Working time", .duration, unit: .businessTime),
        TableColumn("counted_s", "Counted", .duration, unit: .businessTime),
        TableColumn("used_s", "Used", .duration, unit: .businessTime),
        TableColumn("target_s", "Target", .duration, unit: .businessTime),
        TableColumn("remaining_s", "Remaining", .duration, unit: .businessTime),
        TableColumn("due_at", "Due", .instant), TableColumn("why", "Why", .text),
        TableColumn("rule", "Decided by", .text), TableColumn("policy_line", "Policy line", .count),
    ]

    private func row(_ segment: ClockSegment, number: Int, isFirst: Bool, of result: ClockResult) -> [Cell] {
        let rule = rule(for: segment, of: result)
        let calendar = calendar(of: result)
        return [
            .count(number), .instant(segment.from), .instant(segment.to), .text(segment.phase.name),
            .text(calendar.name), .duration(segment.to - segment.from),
            .duration(calendar.elapsed(from: segment.from, to: segment.to)), .duration(segment.counted),
            .duration(segment.used), cell(segment.target), cell(segment.target.map { $0 - segment.used }),
            segment.due.map { .instant($0) } ?? .absent(.notApplicable),
            .text(reason(segment, isFirst: isFirst, of: result)), .text(rule.words),
            rule.line.map { .count($0) } ?? .absent(.notApplicable),
        ]
    }

    /// What a restart takes away, so that the ledger adds up.
    private func restartRow(_ segment: ClockSegment, number: Int) -> [Cell] {
        [
            .count(number), .instant(segment.from), .instant(segment.from), .text("restarted"),
            .absent(.notApplicable), .duration(.zero), .duration(.zero), .duration(-segment.dropped),
            .duration(.zero), cell(segment.target), cell(segment.target), .absent(.notApplicable),
            .text("reopened: what was used counts no more"), .text("on_reopen: restart"),
            policy?.lines.onReopen.map { .count($0) } ?? .absent(.notApplicable),
        ]
    }

    private func cell(_ span: TimeSpan?) -> Cell { span.map { .duration($0) } ?? .absent(.notApplicable) }

    func calendar(of result: ClockResult) -> ServiceCalendar { policy?.targets[result.clock]?.calendar ?? .always }

    /// What of the policy decided about a segment, and where that stands.
    private func rule(for segment: ClockSegment, of result: ClockResult) -> (words: String, line: Int?) {
        guard let policy else { return ("", nil) }
        switch segment.phase {
        case .running:
            let priority = segment.priority.targetPriority
            guard let target = segment.target else {
                return ("no target for \(priority.name)", policy.lines.policy)
            }
            let words = "\(result.clock.name) \(priority.name): \(DurationText.text(of: target))"
            return (words, policy.targetLine(of: result.clock, priority))
        case .paused:
            let statuses = policy.pauses[result.clock] ?? []
            let names = Status.allCases.filter(statuses.contains).map(\.name).joined(separator: ", ")
            let line = policy.lines.pauses[result.clock]
            return ("pause_on: \(names)\(line == nil ? " (usual)" : "")", line ?? policy.lines.policy)
        case .done:
            let line = policy.lines.onReopen
            return (
                "on_reopen: \(policy.onReopen.rawValue)\(line == nil ? " (usual)" : "")", line ?? policy.lines.policy
            )
        }
    }

    /// Why a segment began.
    private func reason(_ segment: ClockSegment, isFirst: Bool, of result: ClockResult) -> String {
        var reasons: [String] = isFirst ? [startWords(of: result)] : []
        if result.clock.isPausable || isFirst,
            let change = ledger.history.statuses.first(where: { $0.at == segment.from })
        {
            reasons.append("status \(statusWords(change))")
        }
        if let change = ledger.history.priorities.first(where: { $0.at == segment.from }) {
            let setsTarget = isFirst || policy?.onPriorityChange == .retarget
            if setsTarget { reasons.append("priority \(change.value.name)") }
        }
        return reasons.joined(separator: ", ")
    }

    /// Why a clock started.
    func startWords(of result: ClockResult) -> String {
        if result.startedAt == ledger.snapshot.createdAt && result.cycle == 1 { return "created" }
        switch result.clock {
        case .nextResponse: return "message by the customer"
        case .periodicUpdate: return "reply by an agent"
        case .resolution: return "reopened"
        case .claim, .firstResponse: return "created"
        }
    }

    // MARK: What came out

    /// When a paused clock would be due if it went on at as-of.
    func dueIfResumed(_ result: ClockResult) -> Instant? {
        guard result.state == .paused, let target = result.target, let used = result.used else { return nil }
        return calendar(of: result).due(from: asOf, target: max(target - used, .zero))
    }

    /// What came out, as a sentence.
    func verdict(_ result: ClockResult) -> String {
        let start = "Policy \(policy?.name ?? "default"), calendar \(calendar(of: result).name)."
        switch result.state {
        case .met: return "\(start) Stopped \(stopWords(result)), in time."
        case .breached:
            let end = result.stoppedAt == nil ? "and is still open" : "and stopped \(stopWords(result))"
            let at = result.breachedAt?.rfc3339 ?? ""
            return "\(start) Unfinished when it was due: breached at \(at) \(end)."
        case .atRisk: return "\(start) Running, and due within the warning lead."
        case .running: return "\(start) Running."
        case .paused:
            let resumed = dueIfResumed(result).map { " If it resumed now it would be due at \($0.rfc3339)." } ?? ""
            return "\(start) Paused: no due instant until it resumes.\(resumed)"
        case .notApplicable:
            return ledger.history.isDoneTimeUnknown
                ? "\(start) Nothing tells when the ticket was done, so the clock cannot be measured."
                : "\(start) No target is in force."
        }
    }

    private func stopWords(_ result: ClockResult) -> String {
        let at = result.stoppedAt?.rfc3339 ?? ""
        switch result.stoppedBy {
        case .reply: return "at \(at) by a reply"
        case .status: return "at \(at) by a status"
        case .assignment: return "at \(at) by an assignment"
        case nil: return "at \(at)"
        }
    }
}

extension ClockPhase {
    /// The word in output.
    var name: String {
        switch self {
        case .running: "running"
        case .paused: "paused"
        case .done: "done"
        }
    }
}

extension SLAClock {
    /// Whether statuses say if it runs.
    fileprivate var isPausable: Bool { SLAPolicy.pausableClocks.contains(self) }
}
