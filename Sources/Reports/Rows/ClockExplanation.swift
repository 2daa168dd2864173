public import ServiceDesk

/// Why the clocks of a ticket say what they say: every segment of their lives, what counted in it and why it began.
public struct ClockExplanation {
    let ledger: ClockLedger
    let dataset: Dataset
    let vocabulary: StatusVocabulary
    let policy: SLAPolicy?
    let asOf: Instant
    private let zone: TimeZoneRules

    /// The explanation of a ledger.
    public init(of ledger: ClockLedger, evaluation: Evaluation) {
        self.ledger = ledger
        dataset = evaluation.dataset
        vocabulary = evaluation.vocabulary
        policy = ledger.snapshot.policy.map { evaluation.policies[$0] }
        asOf = evaluation.parameters.asOf
        zone = evaluation.parameters.zone
    }

    /// A table of the explanation, and the drawing that belongs to it.
    public struct Part {
        /// The table.
        public let table: ReportTable
        /// The life of the clock that the table is about.
        public let timeline: Timeline?
    }

    /// What is known about the ticket, then what happened to it, then each clock.
    public var parts: [Part] {
        [Part(table: facts, timeline: nil), Part(table: events, timeline: nil)]
            + ledger.results.map { Part(table: forPeople(table($0)), timeline: timeline($0)) }
    }

    /// The explanation as a report, for a page.
    public func report(_ context: ReportContext, findings: FindingLog) -> Report {
        let clocks = ledger.results.map { result in
            var table = forPeople(table(result))
            let title = table.title
            table.title = "Ledger"
            table.basis = "Every segment of its life; what counted sums up to the time used."
            return Section(id: table.id, title: title, blocks: [.timeline(timeline(result)), .table(table)])
        }
        let ticket = Section(
            id: "ticket", title: "Ticket", lead: policyWords.prefix(1).uppercased() + policyWords.dropFirst() + ".",
            blocks: [.table(facts), .table(events)])
        let sections = [ticket] + clocks
        return Report(
            name: "explain_sla",
            title: "Ticket \(CellText.shortTicket(dataset.tickets.id[ledger.snapshot.ticket.index].text))",
            context: context, sections: sections, definitions: Report.definitions(for: sections),
            checks: ledger.results.compactMap(sumCheck), findings: findings.findings)
    }

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
            ("Policy", .text(policyFact)),
        ]
        return ReportTable(
            id: "ticket", title: "Ticket", basis: "The ticket at as-of.",
            columns: [TableColumn("fact", "Fact", .text), TableColumn("value", "Value", .text)],
            rows: lines.map { [.text($0.0), $0.1] })
    }

    private var policyWords: String {
        guard let policy else { return "no policy matches, so there are no clocks" }
        return policy.lines.policy.map { "policy \(policy.name), line \($0) of the policy file" }
            ?? "policy \(policy.name)"
    }

    private var policyFact: String {
        let words = policyWords
        return words.hasPrefix("policy ") ? String(words.dropFirst(7)) : words
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
        for message in ledger.history.messages where message <= asOf {
            lines.append((message, 5, "message", "by the customer"))
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

    func statusWords(_ change: StatusChange) -> String {
        let name = vocabulary.names[Int(change.status)]
        return change.source == .event ? name : "\(name) (time from \(change.source.name))"
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
                        "clock": .string(result.clock.name), "cycle": .count(result.cycle),
                        "state": .string(result.state.name),
                        "verdict": .string(table.basis), "target_s": .seconds(result.target),
                        "used_s": .seconds(result.used), "due_at": .instant(result.dueAt),
                        "stopped_at": .instant(result.stoppedAt), "breached_at": .instant(result.breachedAt),
                        "due_if_resumed_now": .instant(dueIfResumed(result)),
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

extension Word {
    /// A title as a key: `AMC at creation` is `amc_at_creation`.
    fileprivate static func snakeCase(_ title: String) -> String {
        title.lowercased().split(separator: " ").joined(separator: "_")
    }
}
