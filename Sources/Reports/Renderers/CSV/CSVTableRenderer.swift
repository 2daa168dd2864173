public import ServiceDesk

/// A table of a report as CSV for programs: keys as headers, instants in UTC, durations in seconds, plain numbers.
public struct CSVTableRenderer: Sendable {
    /// Whether text that a spreadsheet would take for a formula gets a leading `'`.
    public var guardsFormulas: Bool

    /// A renderer; formulas are guarded against unless said otherwise.
    public init(guardsFormulas: Bool = true) { self.guardsFormulas = guardsFormulas }

    /// Writes all rows of the table, without its total.
    /// - Returns: the sink, so that its owner can finish it.
    @discardableResult
    public func write<Sink: ByteSink>(_ table: ReportTable, to sink: Sink) throws -> Sink {
        var csv = CSVWriter(to: sink, guardsFormulas: guardsFormulas)
        try csv.header(table.columns.map(\.key))
        for row in table.rows {
            for cell in row { CSVTableRenderer.field(cell, in: &csv) }
            try csv.endRow()
        }
        return try csv.finish()
    }

    private static func field<Sink: ByteSink>(_ cell: Cell, in csv: inout CSVWriter<Sink>) {
        guard cell.absence == nil else { return csv.emptyField() }
        switch cell {
        case .text(let text), .state(let text, _): csv.field(text)
        case .count(let count): csv.field(integer: Int64(count))
        case .duration(let span): csv.field(seconds: span)
        case .instant(let instant): csv.field(instant)
        case .date(let date): csv.field(encoded: Array(date.iso.utf8))
        case .money(let amount): csv.field(amount)
        case .share, .ratio: csv.field(encoded: Array(JSONReportRenderer.value(of: cell).compactText.utf8))
        case .absent: csv.emptyField()
        }
    }
}
