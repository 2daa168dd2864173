import Reports
import ServiceDesk

/// What every JSON output says about itself before its data (`docs/commands.md`). Keys and their order are a contract.
struct Envelope {
    /// Such as `aroundtally.sla/1`.
    var schema: String
    var asOf: Instant?
    var timeZone: String?
    var policy: String?
    var sources: [ReportSource] = []
    var filters: JSONValue = [:]
    var findings = FindingLog()
    /// Whether nothing of what the data tells was kept.
    var isDryRun = false

    /// The whole document.
    func document(data: JSONValue) -> JSONValue { .object(head + [JSONMember("data", data)]) }

    private var head: [JSONMember] {
        [JSONMember("schema", .string(schema))] + (isDryRun ? [JSONMember("dry_run", true)] : []) + [
            JSONMember("as_of", .instant(asOf)),
            JSONMember("timezone", .text(timeZone)),
            JSONMember("policy", .text(policy)),
            JSONMember("source", .array(sources.map(JSONEnvelope.value))),
            JSONMember("filters", filters),
            JSONMember("findings", .array(findings.findings.map(JSONEnvelope.value))),
        ]
    }

    // MARK: - Rows without holding them all

    /// Writes the document with rows as its data, one row a line, in blocks: the rows need not be in memory.
    func write<Sink: ByteSink>(
        rowsTo sink: inout Sink, _ rows: ((JSONValue) throws -> Void) throws -> Void
    ) throws {
        var bytes: [UInt8] = []
        JSONValue.object(head).append(to: &bytes, layout: .indented)
        // The head without its closing brace, then the data as its last member.
        bytes.removeLast(2)
        bytes.append(contentsOf: ",\n  \"data\": [".utf8)
        var isFirst = true
        try rows { row in
            bytes.append(contentsOf: (isFirst ? "\n    " : ",\n    ").utf8)
            isFirst = false
            row.append(to: &bytes)
            if bytes.count >= 1 << 20 {
                try sink.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        bytes.append(contentsOf: (isFirst ? "]\n}\n" : "\n  ]\n}\n").utf8)
        try sink.write(bytes)
    }
}
