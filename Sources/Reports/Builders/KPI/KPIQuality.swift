import ServiceDesk

/// What needs a look, why numbers differ from the app's, and how far the data can be trusted.
extension KPIReport {
    // MARK: Exceptions

    var exceptions: Section {
        let overdue = input.clocks.clocks.filter { $0.state == .breached && $0.stoppedAt == nil }.sorted {
            left, right in
            let ids = dataset.tickets.id
            return (left.breachedAt ?? .infinity, ids[left.ticket.index], left.clock.rawValue)
                < (right.breachedAt ?? .infinity, ids[right.ticket.index], right.clock.rawValue)
        }
        return Section(
            id: "exceptions", title: "Exceptions", lead: "Promises that are broken and still open, the oldest first.",
            blocks: [
                .table(
                    ReportTable(
                        id: "overdue", title: "Overdue", sheetName: "Exceptions",
                        basis: "Breached clocks at as-of that have not stopped.",
                        columns: clockListColumns(remaining: "Used of the target"),
                        rows: overdue.map { clockRow($0, remaining: $0.used ?? .zero) },
                        emptyText: "No promise is broken and still open.", pageRows: 25))
            ])
    }

    // MARK: Differences

    var differences: Section {
        Section(
            id: "differences", title: "Why it differs",
            lead: "The app shows other numbers for some of these metrics. This is why.",
            blocks: [
                .table(
                    ReportTable(
                        id: "differences", title: "Why this differs from the app", sheetName: "Why it differs",
                        basis: "Every metric of this report that the app shows too.",
                        columns: [
                            TableColumn("metric", "Metric", .text),
                            TableColumn("ours", "How it is worked out here", .text),
                            TableColumn("app", "What the app does", .text),
                        ],
                        rows: Metric.catalogue.compactMap { metric in
                            metric.differs.map { [.text(metric.title), .text(metric.definition), .text($0)] }
                        }, isProse: true))
            ])
    }

    // MARK: Data quality

    var quality: Section {
        Section(
            id: "quality", title: "Data quality",
            lead: "What is odd about the data. Nothing was dropped silently; every finding has a code that "
                + "`aroundtally explain finding CODE` explains.",
            blocks: [.figures(qualityFigures), .table(findingTable), .table(sourceTable), .table(rowTable)])
    }

    private var qualityFigures: [Figure] {
        let found = input.findings.findings.reduce(0) { $0 + $1.count }
        let rejected = dataset.inventory.tables.reduce(0) { $0 + $1.rejected }
        let done = summary.resolutionSources.reduce(0, +)
        let byEvent = summary.resolutionSources[Int(ResolutionSource.event.rawValue)]
        let skew = context.timestampSkew
        return [
            Figure(.findings, .count(found), n: input.findings.findings.count, nTitle: "kinds"),
            Figure(.rejects, .count(rejected), tone: rejected > 0 ? .bad : .good),
            Figure(
                .skewedRows, .count(skew.movedUpdatedAt + skew.movedCreatedAt),
                parts: [
                    FigurePart(key: "updated_at", title: "updated_at", value: .count(skew.movedUpdatedAt)),
                    FigurePart(key: "created_at", title: "created_at", value: .count(skew.movedCreatedAt)),
                ]),
            Figure(.doneByEvent, share(byEvent, of: done), n: done, nTitle: "resolution clocks done"),
        ]
    }

    private var findingTable: ReportTable {
        let findings = input.findings.findings.gravestFirst
        return ReportTable(
            id: "findings", title: "Findings", sheetName: "Data quality",
            basis: "Everything that was read, by code; the example is the first one.",
            columns: [
                TableColumn("code", "Code", .text), TableColumn("severity", "Severity", .text),
                TableColumn("count", "Count", .count, unit: .rows, isSummed: true),
                TableColumn("meaning", "What it is", .text), TableColumn("example", "First place", .text),
            ],
            rows: findings.map { finding in
                [
                    .text(finding.code.rawValue), .text(finding.code.severity.rawValue), .count(finding.count),
                    .text(finding.examples.first?.sentence ?? ""),
                    finding.examples.first.map { .text($0.place.description) } ?? .absent(.notRecorded),
                ]
            },
            total: [
                .text("All"), .text(""), .count(findings.reduce(0) { $0 + $1.count }), .text(""), .text(""),
            ],
            emptyText: "Nothing is odd about the data.")
    }

    private var sourceTable: ReportTable {
        let done = summary.resolutionSources
        return ReportTable(
            id: "resolution_sources", title: "Where done times come from", sheetName: "Data quality",
            basis: "Resolution clocks of tickets that are done at as-of.",
            columns: [
                TableColumn("source", "Source", .text),
                TableColumn("clocks", "Clocks", .count, unit: .clocks, metric: .doneByEvent, isSummed: true),
                TableColumn("share", "Share", .share, unit: .share, derivation: .shareOfTotal("clocks")),
            ],
            rows: ResolutionSource.allCases.map {
                [
                    .text($0.name), .count(done[Int($0.rawValue)]),
                    share(done[Int($0.rawValue)], of: done.reduce(0, +)),
                ]
            },
            total: [.text("All"), .count(done.reduce(0, +)), share(done.reduce(0, +), of: done.reduce(0, +))])
    }

    private var rowTable: ReportTable {
        let tables = dataset.inventory.tables
        return ReportTable(
            id: "rows_read", title: "Rows read", sheetName: "Data quality",
            basis: "Every table of the sources, before duplicates are merged.",
            columns: [
                TableColumn("table", "Table", .text),
                TableColumn("rows", "Rows kept", .count, unit: .rows, isSummed: true),
                TableColumn("rejected", "Rejected", .count, unit: .rows, metric: .rejects, isSummed: true),
            ],
            rows: tables.map { [.text($0.name), .count($0.rows), .count($0.rejected)] },
            total: [
                .text("All"), .count(tables.reduce(0) { $0 + $1.rows }), .count(tables.reduce(0) { $0 + $1.rejected }),
            ])
    }

    // MARK: Tickets

    var tickets: Section {
        Section(
            id: "data", title: "Data", lead: "Every ticket at as-of with its clocks: what all figures are made from.",
            blocks: [.table(ticketTable)])
    }

    private var ticketTable: ReportTable {
        let order = input.clocks.tickets.indices.sorted {
            dataset.tickets.id[input.clocks.tickets[$0].ticket.index]
                < dataset.tickets.id[input.clocks.tickets[$1].ticket.index]
        }
        return ReportTable(
            id: "data", title: "Tickets", sheetName: "Data", basis: "All tickets that exist at as-of, by id.",
            columns: [
                TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
                TableColumn("customer", "Customer", .text), TableColumn("created_at", "Created", .instant),
                TableColumn("status", "Status", .text), TableColumn("service_state", "Service state", .text),
                TableColumn("priority", "Priority", .text), TableColumn("category", "Category", .text),
                TableColumn("assigned_to", "Assigned to", .text), TableColumn("policy", "Policy", .text),
                TableColumn("amc_at_creation", "AMC at creation", .text),
            ] + shownClocks.flatMap(dataColumns),
            rows: order.map(ticketRow), isData: true, pageRows: 10)
    }

    private func dataColumns(_ clock: SLAClock) -> [TableColumn] {
        [
            TableColumn("\(clock.name)_state", "State", .state, group: clock.title),
            TableColumn("\(clock.name)_target", "Target", .duration, group: clock.title, unit: .businessTime),
            TableColumn(
                "\(clock.name)_used", "Used", .duration, group: clock.title, unit: .businessTime, metric: .timeUsed),
            TableColumn("\(clock.name)_due_at", "Due", .instant, group: clock.title),
            TableColumn("\(clock.name)_stopped_at", "Stopped", .instant, group: clock.title),
        ]
    }

    private func ticketRow(_ index: Int) -> [Cell] {
        let snapshot = input.clocks.tickets[index]
        let ticket = snapshot.ticket
        let results = input.clocks.clocks(of: index)
        return [
            .text(dataset.tickets.id[ticket.index].text), titleCell(ticket), customerName(of: ticket),
            .instant(snapshot.createdAt), .text(input.evaluation.vocabulary.names[Int(snapshot.status)]),
            .text(snapshot.serviceState.name), .text(snapshot.priority.title),
            dataset.tickets.category[ticket].map { .text($0) } ?? .absent(.notRecorded),
            snapshot.assignee.map { .text(agentName($0)) } ?? .text("nobody"),
            snapshot.policy.map { .text(input.evaluation.policies[$0].name) } ?? .absent(.notApplicable),
            .text(snapshot.amcAtCreation.title),
        ]
            + shownClocks.flatMap { clock -> [Cell] in
                guard let result = results.last(where: { $0.clock == clock }) else {
                    return [Cell](repeating: .absent(.notApplicable), count: 5)
                }
                return [
                    .state(result.state.title, result.state.tone),
                    result.target.map { .duration($0) } ?? .absent(.notApplicable),
                    result.used.map { .duration($0) } ?? .absent(.notApplicable),
                    result.dueAt.map { .instant($0) } ?? .absent(.notApplicable),
                    result.stoppedAt.map { .instant($0) } ?? .absent(.notApplicable),
                ]
            }
    }
}
