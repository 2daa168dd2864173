import Reports
import ServiceDesk

/// Writes a table of a report in any format: for people in the report's time zone, for programs in UTC.
struct TableOutput {
    let session: Session
    let zone: TimeZoneRules

    /// Writes the table; the envelope is that of the JSON form.
    func write(_ table: ReportTable, as format: OutputFormat, _ envelope: Envelope) throws {
        switch format {
        case .json:
            var output = try session.openOutput()
            try envelope.write(rowsTo: &output) { body in for row in table.rows { try body(object(row, table)) } }
            try output.finish()
        case .jsonl:
            var output = try session.openOutput()
            for row in table.rows { try output.write(object(row, table).compactText + "\n") }
            try output.finish()
        case .csv:
            let csv = CSVTableRenderer(guardsFormulas: !session.options.csvRaw)
            try csv.write(table, to: try session.openOutput()).finish()
        case .table, .md:
            try session.write(text(of: table), as: format)
        }
    }

    /// The table as people read it.
    func text(of table: ReportTable) -> TextTable {
        let words = CellText(timeZone: zone)
        var text = TextTable(
            table.columns.map { TextTable.Column($0.title, $0.alignment == .right ? .right : .left) })
        for row in table.rows + (table.total.map { [$0] } ?? []) {
            text.add(zip(row, table.columns).map { words.text($0, unit: $1.unit) })
        }
        return text
    }

    private func object(_ row: [Cell], _ table: ReportTable) -> JSONValue {
        .object(zip(table.columns, row).map { JSONMember($0.key, JSONReportRenderer.value(of: $1)) })
    }
}
