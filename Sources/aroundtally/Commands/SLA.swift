import ArgumentParser
import Reports
import ServiceDesk

/// `sla`: one row for each ticket and clock.
struct SLA: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla",
        abstract: "One row per ticket and clock: target, time used, due, stopped, state.",
        discussion: examples([
            ("aroundtally sla backup.sql --policy sla.yaml --as-of 2026-03-31 --format csv -o sla.csv", "for a sheet"),
            ("aroundtally sla backup.sql --format json --customer \"Sharma Traders\"", "one customer's clocks"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .jsonl, .csv, .md])
        let desk = try Desk.open(session, sources, filters, keepsTitles: false)
        let (clocks, findings) = desk.clocksOfPeriod()
        session.messages.print(findings)
        let rows = ClockRows(of: clocks, evaluation: desk.evaluation)
        switch format {
        case .csv:
            var csv = CSVWriter(to: try session.openOutput(), guardsFormulas: !global.csvRaw)
            try csv.header(ClockRows.columns)
            try rows.write(to: &csv, guardsFormulas: !global.csvRaw)
            try csv.finish().finish()
        case .json:
            var output = try session.openOutput()
            try desk.envelope("aroundtally.sla/1", findings: desk.allFindings(findings))
                .write(rowsTo: &output) { body in try rows.forEachJSON(body) }
            try output.finish()
        case .jsonl:
            var output = try session.openOutput()
            try rows.forEachJSON { try output.write($0.compactText + "\n") }
            try output.finish()
        case .table, .md:
            var table = TextTable(ClockRows.columns.map { TextTable.Column($0) })
            rows.forEachJSON { row in table.add(ClockRows.columns.map { row[$0]?.plainText ?? "" }) }
            try session.write(table, as: format)
        }
        return desk.status
    }
}

extension JSONValue {
    /// A plain value as a table for people shows it.
    var plainText: String {
        switch self {
        case .null: ""
        case .string(let text): text
        default: compactText
        }
    }
}
