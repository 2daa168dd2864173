public import ServiceDesk

/// The frame of every JSON output: what was looked at, when, by which rules, and what is odd about it.
public struct JSONEnvelope: Sendable {
    /// Name and version of the shape: `aroundtally.sla/1`.
    public var schema: String
    /// What was evaluated and from what.
    public var context: ReportContext
    /// What is odd about the data.
    public var findings: [Finding]

    /// A frame.
    public init(schema: String, context: ReportContext, findings: [Finding]) {
        self.schema = schema
        self.context = context
        self.findings = findings
    }

    /// The whole output.
    public func value(data: JSONValue) -> JSONValue {
        [
            "schema": .string(schema),
            "as_of": .string(context.asOf.rfc3339),
            "timezone": .string(context.timeZone.identifier),
            "policy": .string(context.policySource),
            "source": .array(context.sources.map(JSONEnvelope.value)),
            "filters": .object(context.filters.map { .init($0.name, .string($0.value)) }),
            "findings": .array(findings.map(JSONEnvelope.value)),
            "data": data,
        ]
    }

    /// What was read, with its rows by table.
    public static func value(of source: ReportSource) -> JSONValue {
        [
            "name": .string(source.name),
            "tables": .object(
                source.tables.map { .init($0.table, ["rows": .count($0.rows), "rejected": .count($0.rejected)]) }),
        ]
    }

    /// A finding with its first example.
    public static func value(of finding: Finding) -> JSONValue {
        let example: JSONValue =
            finding.examples.first.map { example in
                [
                    "file": .text(example.place.file),
                    "line": .count(orNull: example.place.line),
                    "column": .count(orNull: example.place.column),
                    "table": .text(example.place.table),
                    "id": .text(example.place.id),
                    "text": .string(example.text),
                ]
            } ?? .null
        return [
            "code": .string(finding.code.rawValue), "severity": .string(finding.code.severity.rawValue),
            "count": .count(finding.count), "example": example,
        ]
    }
}
