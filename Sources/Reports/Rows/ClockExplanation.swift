public import ServiceDesk

/// Why the clocks of a ticket say what they say: every segment of their lives, what counted in it and why it began.
public struct ClockExplanation {
    private let ledger: ClockLedger
    private let dataset: Dataset
    private let vocabulary: StatusVocabulary
    private let policy: SLAPolicy?
    private let asOf: Instant

    /// The explanation of a ledger.
    public init(of ledger: ClockLedger, evaluation: Evaluation) {
        self.ledger = ledger
        dataset = evaluation.dataset
        vocabulary = evaluation.vocabulary
        policy = ledger.snapshot.policy.map { evaluation.policies[$0] }
        asOf = evaluation.parameters.asOf
    }

    /// What is known about the ticket, then what happened to it, then a table for each clock.
    public var tables: [ReportTable] { [facts, events] + ledger.results.map(table) }

    // MARK: The ticket

    private var facts: ReportTable {
        let snapshot = ledger.snapshot
        let names = PeopleNames(dataset: dataset)
        let lines: [(String, Cell)] = [
            ("Ticket", .text(dataset.tickets.id[snapshot.ticket.index].text)),
            ("Title", dataset.tickets.title?[snapshot.ticket].map { .text($0) } ?? .absent(.notRecorded)),
            (
                "Customer",
                dataset.tickets.customer[snapshot.ticket].map { .text(names.customer($0)) } ?? .absent(.notRecorded)
            ),
            ("AMC at creation", .text(snapshot.amcAtCreation.name)),
            ("TSS at creation", .text(snapshot.tssAtCreation.name)),
            ("Created", .instant(snapshot.createdAt)), ("As of", .instant(asOf)),
            ("Status", .text(vocabulary.names[Int(snapshot.status)])),
            ("Service state", .text(snapshot.clockServiceState.name)), ("Priority", .text(snapshot.priority.name)),
            ("Assigned to", snapshot.assignee.map { .text(names.agent($0)) } ?? .text("nobody")),
            ("Policy", .text(policyWords)),
        ]
        return ReportTable(
            id: "ticket", title: "Ticket", basis: "The ticket at as-of.",
            columns: [TableColumn("fact", "Fact", .text), TableColumn("value", "Value", .text)],
            rows: lines.map { [.text($0.0), $0.1] })
    }

    private var policyWords: String {
        guard let policy else { return "no policy matches, so there are no clocks" }
        return policy.lines.policy.map { "\(policy.name), line \($0) of the policy file" } ?? policy.name
    }

    private var events: ReportTable {
        var lines: [(Instant, Int, String, String)] = [(ledger.history.createdAt, 0, "created", "")]
        for (index, change) in ledger.history.statuses.enumerated() where change.at <= asOf {
            lines.append(
                (change.at, 1, index == 0 ? "status at creation" : "status", statusWords(change)))
        }
        for (index, change) in ledger.history.priorities.enumerated() where change.at <= asOf {
            lines.append((change.at, 2, index == 0 ? "priority at creation" : "priority", change.value.name))
        }
        let names = PeopleNames(dataset: dataset)
        for (index, change) in ledger.history.assignees.enumerated() where change.at <= asOf {
            lines.append(
                (
                    change.at, 3, index == 0 ? "assignee at creation" : "assignee",
                    change.value.map(names.agent) ?? "nobody"
                ))
        }
        for reply in ledger.history.replies where reply <= asOf {
            lines.append((reply, 4, "reply", "by an agent, seen by the customer"))
        }
        lines.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        return ReportTable(
            id: "history", title: "History", basis: "What happened up to as-of.",
            columns: [
                TableColumn("at", "At", .instant), TableColumn("what", "What", .text),
                TableColumn("value", "Value", .text),
            ],
            rows: lines.map { [.instant($0.0), .text($0.2), .text($0.3)] })
    }

    private func statusWords(_ change: StatusChange) -> String {
        let name = vocabulary.names[Int(change.status)]
        return change.source == .event ? name : "\(name) (time from \(change.source.name))"
    }

    // MARK: The clocks

    private func table(_ result: ClockResult) -> ReportTable {
        let calendar = policy?.targets[result.clock]?.calendar.name ?? "24x7"
        return ReportTable(
            id: result.clock.name, title: "\(result.clock.title): \(result.state.title.lowercased())",
            basis: verdict(result, calendar: calendar),
            columns: [
                TableColumn("from", "From", .instant), TableColumn("to", "To", .instant),
                TableColumn("state", "State", .text), TableColumn("calendar", "Calendar", .text),
                TableColumn("target_s", "Target", .duration, unit: .businessTime),
                TableColumn("counted_s", "Counted", .duration, unit: .businessTime, isSummed: true),
                TableColumn("used_s", "Used", .duration, unit: .businessTime),
                TableColumn("remaining_s", "Remaining", .duration, unit: .businessTime),
                TableColumn("due_at", "Due", .instant), TableColumn("why", "Why", .text),
            ],
            rows: ledger.segments(of: result).enumerated().map { index, segment in
                row(segment, isFirst: index == 0, of: result, calendar: calendar)
            })
    }

    private func row(_ segment: ClockSegment, isFirst: Bool, of result: ClockResult, calendar: String) -> [Cell] {
        [
            .instant(segment.from), .instant(segment.to), .text(segment.phase.name), .text(calendar),
            segment.target.map { .duration($0) } ?? .absent(.notApplicable), .duration(segment.counted),
            .duration(segment.used), segment.target.map { .duration($0 - segment.used) } ?? .absent(.notApplicable),
            segment.due.map { .instant($0) } ?? .absent(.notApplicable),
            .text(reason(segment, isFirst: isFirst, of: result)),
        ]
    }

    /// Why a segment began.
    private func reason(_ segment: ClockSegment, isFirst: Bool, of result: ClockResult) -> String {
        var reasons: [String] = isFirst ? ["created"] : []
        if result.clock == .resolution || isFirst,
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

    /// What came out, as a sentence.
    private func verdict(_ result: ClockResult, calendar: String) -> String {
        let policyName = policy?.name ?? "default"
        let start = "Policy \(policyName), calendar \(calendar)."
        switch result.state {
        case .met: return "\(start) Stopped \(stopWords(result)), in time."
        case .breached:
            let end = result.stoppedAt == nil ? "and is still open" : "and stopped \(stopWords(result))"
            let at = result.breachedAt?.rfc3339 ?? ""
            return "\(start) Unfinished when it was due: breached at \(at) \(end)."
        case .atRisk: return "\(start) Running, and due within the warning lead."
        case .running: return "\(start) Running."
        case .paused: return "\(start) Paused: no due instant until it resumes."
        case .notApplicable:
            return result.resolutionSource == .unknown
                ? "\(start) Nothing tells when the ticket was done, so the clock cannot be measured."
                : "\(start) No target is in force."
        }
    }

    private func stopWords(_ result: ClockResult) -> String {
        let at = result.stoppedAt?.rfc3339 ?? ""
        return result.stoppedBy.map { "at \(at) by a \($0.name)" } ?? "at \(at)"
    }

    // MARK: JSON

    /// The explanation as JSON: the ticket, its history, and each clock with its segments.
    public var json: JSONValue {
        [
            "ticket": .object(
                facts.rows.map { row in
                    guard case .text(let title) = row[0] else { return JSONMember("fact", .null) }
                    return JSONMember(Word.snakeCase(title), JSONReportRenderer.value(of: row[1]))
                }),
            "history": objects(of: events),
            "clocks": .array(
                ledger.results.map { result in
                    let table = table(result)
                    return [
                        "clock": .string(result.clock.name), "state": .string(result.state.name),
                        "verdict": .string(table.basis), "target_s": .seconds(result.target),
                        "used_s": .seconds(result.used), "due_at": .instant(result.dueAt),
                        "stopped_at": .instant(result.stoppedAt), "breached_at": .instant(result.breachedAt),
                        "segments": objects(of: table),
                    ]
                }),
        ]
    }

    private func objects(of table: ReportTable) -> JSONValue {
        .array(
            table.rows.map { row in
                .object(zip(table.columns, row).map { JSONMember($0.key, JSONReportRenderer.value(of: $1)) })
            })
    }
}

extension ClockPhase {
    /// The word in output.
    fileprivate var name: String {
        switch self {
        case .running: "running"
        case .paused: "paused"
        case .done: "done"
        }
    }
}

extension Word {
    /// A title as a key: `AMC at creation` is `amc_at_creation`.
    fileprivate static func snakeCase(_ title: String) -> String {
        title.lowercased().split(separator: " ").joined(separator: "_")
    }
}
