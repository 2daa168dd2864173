public import ServiceDesk

/// A report as JSON. The shape is a contract of its own (`docs/schemas`), not a mirror of our types.
public struct JSONReportRenderer: Sendable {
    /// Tables with more rows are without them: a CSV file holds them.
    public var rowLimit: Int

    /// A renderer; all rows are written unless said otherwise.
    public init(rowLimit: Int = .max) { self.rowLimit = rowLimit }

    /// The bytes of the report.
    public func render(_ report: Report) -> [UInt8] { value(of: report).documentBytes }

    /// The report as a value.
    public func value(of report: Report) -> JSONValue {
        let context = report.context
        let data: JSONValue = [
            "name": .string(report.name),
            "title": .string(report.title),
            "period": [
                "title": .string(context.periodTitle), "from": .string(context.period.start.rfc3339),
                "to": .string(context.period.end.rfc3339), "previous": .text(context.previousPeriodTitle),
            ],
            "calendars": .array(context.calendars.map { ["name": .string($0.name), "hours": .string($0.hours)] }),
            "timestamp_skew": [
                "mode": .string(context.timestampSkew.mode),
                "moved_updated_at": .count(context.timestampSkew.movedUpdatedAt),
                "moved_created_at": .count(context.timestampSkew.movedCreatedAt),
            ],
            "engine": .string(context.engineVersion),
            "time_zone_data": .string(context.timeZoneDataVersion),
            "sections": .array(report.sections.map(JSONReportRenderer.value)),
            "figures": .array(report.figures.map(JSONReportRenderer.value)),
            "tables": .array(report.tables.map(value)),
            "charts": .array(report.charts.map(JSONReportRenderer.value)),
            "definitions": .array(report.definitions.map(JSONReportRenderer.value)),
            "checks": .array(report.allChecks.map(JSONReportRenderer.value)),
        ]
        return JSONEnvelope(schema: report.schema, context: context, findings: report.findings).value(data: data)
    }

    private static func value(of section: Section) -> JSONValue {
        let notes = section.blocks.compactMap { block -> String? in
            if case .note(let note) = block { note } else { nil }
        }
        return [
            "id": .string(section.id), "title": .string(section.title), "lead": .text(section.lead),
            "notes": .array(notes.map { .string($0) }),
            "figures": .array(section.figures.map { .string($0.key) }),
            "tables": .array(section.tables.map { .string($0.id) }),
            "charts": .array(section.charts.map { .string($0.id) }),
        ]
    }

    private static func value(of figure: Figure) -> JSONValue {
        [
            "key": .string(figure.key),
            "metric": .string(figure.metric.id),
            "slice": .text(figure.slice),
            "statistic": .text(figure.statistic?.rawValue),
            "time": .text(figure.unit.timeName),
            "value": value(of: figure.value),
            "unit": .text(figure.unit.name),
            "n": .count(orNull: figure.n),
            "numerator": .count(orNull: figure.value.quotient?.numerator),
            "denominator": .count(orNull: figure.value.quotient?.denominator),
            "absent": .text(figure.value.absence?.name),
            "parts": .object(figure.parts.map { .init($0.key, value(of: $0.value)) }),
            "previous": figure.comparison.map { value(of: $0) } ?? .null,
        ]
    }

    private static func value(of comparison: Comparison) -> JSONValue {
        [
            "period": .string(comparison.periodTitle),
            "value": value(of: comparison.previous),
            "numerator": .count(orNull: comparison.previous.quotient?.numerator),
            "denominator": .count(orNull: comparison.previous.quotient?.denominator),
            "direction": .string(comparison.direction.rawValue),
            "words": .string(comparison.words),
        ]
    }

    private func value(of table: ReportTable) -> JSONValue {
        let isOmitted = table.rows.count > rowLimit
        return [
            "id": .string(table.id),
            "title": .string(table.title),
            "basis": .string(table.basis),
            "columns": .array(table.columns.map(JSONReportRenderer.value)),
            "row_count": .count(table.rows.count),
            "rows_in": isOmitted ? .string(table.companion) : .null,
            "rows": isOmitted ? [] : .array(table.rows.map { JSONReportRenderer.row($0, of: table) }),
            "total": table.total.map { JSONReportRenderer.row($0, of: table) } ?? .null,
        ]
    }

    private static func row(_ cells: [Cell], of table: ReportTable) -> JSONValue {
        .object(zip(table.columns, cells).map { .init($0.key, value(of: $1)) })
    }

    private static func value(of column: TableColumn) -> JSONValue {
        [
            "key": .string(column.key), "title": .string(column.fullTitle), "kind": .string(column.kind.rawValue),
            "unit": .text(column.unit.name), "time": .text(column.unit.timeName),
            "metric": .text(column.metric?.id), "derivation": value(of: column.derivation),
        ]
    }

    private static func value(of derivation: Derivation?) -> JSONValue {
        switch derivation {
        case .quotient(let parts, let wholes):
            [
                "numerator": .array(parts.map { .string($0) }), "denominator": .array(wholes.map { .string($0) }),
            ]
        case .shareOfTotal(let key): ["numerator": [.string(key)], "denominator_total": [.string(key)]]
        case nil: .null
        }
    }

    private static func value(of chart: Chart) -> JSONValue {
        [
            "id": .string(chart.id),
            "title": .string(chart.title),
            "kind": .string(chart.kind.rawValue),
            "finding": .string(chart.finding),
            "category": .string(chart.categoryTitle),
            "categories": .array(chart.categories.map(value)),
            "series": .array(
                chart.series.map { series in
                    [
                        "key": .string(series.key), "title": .string(series.title),
                        "unit": .text(series.unit.name), "time": .text(series.unit.timeName),
                        "values": .array(series.values.map(value)),
                    ]
                }),
            "coverage": chart.coverage.map {
                ["shown": .count($0.shown), "of": .count($0.of), "noun": .string($0.noun)]
            } ?? .null,
        ]
    }

    private static func value(of metric: Metric) -> JSONValue {
        [
            "metric": .string(metric.id), "title": .string(metric.title), "question": .string(metric.question),
            "definition": .string(metric.definition), "clock": .text(metric.clock),
            "population": .string(metric.population), "denominator": .text(metric.denominator),
            "date_basis": .string(metric.dateBasis), "source": .string(metric.source),
            "unit": .text(metric.unit.name), "differs": .text(metric.differs),
        ]
    }

    private static func value(of check: Check) -> JSONValue {
        let sides: (JSONValue, JSONValue, JSONValue) =
            switch check.outcome {
            case .compared(let left, let right, let difference):
                (value(of: left), value(of: right), value(of: difference))
            case .incomparable: (.null, .null, .null)
            }
        return [
            "id": .string(check.id), "title": .string(check.title), "left": sides.0, "right": sides.1,
            "difference": sides.2, "ties": .bool(check.outcome.ties),
        ]
    }

    /// A cell: amounts are strings with two decimals, durations seconds, shares 0 to 1, what is absent null.
    public static func value(of cell: Cell) -> JSONValue {
        guard cell.absence == nil else { return .null }
        switch cell {
        case .text(let text): return .string(text)
        case .state(let text, _): return .string(text)
        case .count(let count): return .count(count)
        case .duration(let span): return .seconds(span)
        case .instant(let instant): return .string(instant.rfc3339)
        case .date(let date): return .string(date.iso)
        case .share, .ratio: return cell.quotient?.value.map { .decimal("\($0)") } ?? .null
        case .money(let paise): return .string(paise.decimal)
        case .absent: return .null
        }
    }
}
