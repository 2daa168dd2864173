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
}
