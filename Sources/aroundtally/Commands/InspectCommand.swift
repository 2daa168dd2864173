import ArgumentParser
import Ingest
import Reports
import ServiceDesk

/// `inspect`: what is in the sources and what is wrong with it.
struct Inspect: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "What is in a source and what is wrong with it: tables, rows, vocabularies, time span, findings.",
        discussion: examples([
            ("aroundtally inspect backup.sql", "tables for people"),
            ("aroundtally inspect exports/ --format json", "for scripts"),
            ("aroundtally inspect backup.sql --strict --rejects rejects.csv", "fail when any row cannot be read"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        let zone = try session.timeZone().value
        let asOf = try session.asOf(in: zone)
        let reading = try session.read(sources, wantsRows: false)
        let inspection = Inspection(of: reading, asOf: zone.localDate(of: asOf), zone: zone)
        switch format {
        case .json:
            let envelope = Envelope(
                schema: "aroundtally.inspect/1", asOf: asOf, timeZone: zone.identifier,
                sources: reading.dataset.sourceNotes, findings: reading.dataset.findings)
            try session.write(envelope.document(data: inspection.data))
        default:
            var table = TextTable([.init("what"), .init("value"), .init("rows", .right), .init("rejected", .right)])
            for row in inspection.rows { table.add(row) }
            try session.write(table, as: format)
        }
        return reading.rejectCount > 0 || reading.isTruncated ? .partial : .done
    }
}

/// What `inspect` says, as a value.
struct Inspection {
    private let inventory: Inventory
    private let findings: FindingLog
    private let files: [SourceDescription]
    /// The date on which contracts are looked at.
    private let date: LocalDate
    private let words: CellText

    init(of reading: IngestResult, asOf date: LocalDate, zone: TimeZoneRules) {
        inventory = reading.dataset.inventory
        findings = reading.dataset.findings
        files = reading.sources
        self.date = date
        words = CellText(timeZone: zone)
    }

    /// The `data` of the JSON output (`COMMANDS`, "Contracts that scripts rely on").
    var data: JSONValue {
        [
            "tables": .object(
                inventory.tables.filter(\.isKnown).map { table in
                    JSONMember(table.name, ["rows": .count(table.rows), "rejected": .count(table.rejected)])
                }),
            "tickets": [
                "by_status": Inspection.counts(inventory.ticketsByStatus),
                "by_priority": Inspection.counts(inventory.ticketsByPriority),
                "created_min": .instant(inventory.createdMin),
                "created_max": .instant(inventory.createdMax),
                "bill_amount_sum": .amount(inventory.billAmountSum),
            ],
            "service_reports": ["time_spent_minutes_sum": .integer(inventory.timeSpentMinutesSum)],
            "customers": ["amc": states(inventory.amcExpiry), "tss": states(inventory.tssExpiry)],
        ]
    }

    /// The key of a value: NULL is `null`, and a text that reads so is quoted.
    private static func key(_ value: String?) -> String {
        guard let value else { return "null" }
        return value == "null" ? "'null'" : value
    }

    /// The most frequent values first; equally frequent ones by their text.
    private static func ordered(_ counts: Inventory.ValueCounts) -> [(key: String, count: Int)] {
        counts.map { (key: key($0.key), count: $0.value) }.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }

    private static func counts(_ counts: Inventory.ValueCounts) -> JSONValue {
        .object(ordered(counts).map { JSONMember($0.key, .count($0.count)) })
    }

    private func byState(_ expiry: [LocalDate?: Int]) -> [(state: ContractState, count: Int)] {
        var counts: [ContractState: Int] = [:]
        for (day, count) in expiry { counts[ContractState(expiry: day, on: date), default: 0] += count }
        return ContractState.allCases.map { ($0, counts[$0] ?? 0) }
    }

    private func states(_ expiry: [LocalDate?: Int]) -> JSONValue {
        .object(byState(expiry).map { JSONMember($0.state.name, .count($0.count)) })
    }

    /// The same for people: what, value, rows, rejected.
    var rows: [[String]] {
        var rows: [[String]] = []
        for file in files {
            let note = file.isTruncated ? ", ends early" : ""
            rows.append(["source", "\(file.file): \(file.kind), \(file.bytes) bytes\(note)", "", ""])
        }
        for table in inventory.tables {
            let name = table.isKnown ? table.name : "\(table.name) (not known)"
            rows.append(["table", name, "\(table.rows)", "\(table.rejected)"])
        }
        for value in Inspection.ordered(inventory.ticketsByStatus) {
            rows.append(["tickets by status", value.key, "\(value.count)", ""])
        }
        for value in Inspection.ordered(inventory.ticketsByPriority) {
            rows.append(["tickets by priority", value.key, "\(value.count)", ""])
        }
        rows.append(["tickets created from", inventory.createdMin.map(words.instant) ?? "", "", ""])
        rows.append(["tickets created to", inventory.createdMax.map(words.instant) ?? "", "", ""])
        rows.append(["bill amounts", inventory.billAmountSum.grouped, "", ""])
        rows.append(["minutes of service reports", "\(inventory.timeSpentMinutesSum)", "", ""])
        for (name, expiry) in [("AMC", inventory.amcExpiry), ("TSS", inventory.tssExpiry)] {
            for (state, count) in byState(expiry) where count > 0 {
                rows.append(["\(name) contracts on \(date.iso)", state.name, "\(count)", ""])
            }
        }
        for finding in findings.findings {
            rows.append(["finding: \(finding.code.severity.rawValue)", finding.code.rawValue, "\(finding.count)", ""])
        }
        return rows
    }
}
