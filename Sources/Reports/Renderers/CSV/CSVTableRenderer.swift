public import ServiceDesk

/// A table of a report as CSV for programs: keys as headers, instants in UTC, durations in seconds, plain numbers.
public struct CSVTableRenderer: Sendable {
    /// Whether text that a spreadsheet would take for a formula gets a leading `'`.
    public var guardsFormulas: Bool
    /// How many threads make rows; the bytes do not depend on it.
    public var threads: Int

    /// A renderer; formulas are guarded against unless said otherwise.
    public init(guardsFormulas: Bool = true, threads: Int = 1) {
        self.guardsFormulas = guardsFormulas
        self.threads = threads
    }

    /// Rows whose text is in memory at a time.
    private static let batchRows = 32_768

    /// Writes all rows of the table, without its total.
    /// - Returns: the sink, so that its owner can finish it.
    @discardableResult
    public func write<Sink: ByteSink>(_ table: ReportTable, to sink: Sink) throws -> Sink {
        var csv = CSVWriter(to: sink, guardsFormulas: guardsFormulas)
        try csv.header(table.columns.map(\.key))
        var sink = try csv.finish()
        for first in stride(from: 0, to: table.rows.count, by: CSVTableRenderer.batchRows) {
            let count = min(CSVTableRenderer.batchRows, table.rows.count - first)
            let texts = Parallel.map(count: count, threads: threads) { range in
                Result { try text(of: table, rows: range.lowerBound + first..<range.upperBound + first) }
            }
            for text in texts { try sink.write(text.get()) }
        }
        return sink
    }

    /// The text of some rows.
    private func text(of table: ReportTable, rows: Range<Int>) throws -> [UInt8] {
        var csv = CSVWriter(to: MemorySink(), guardsFormulas: guardsFormulas)
        for place in rows {
            for cell in table.rows[place] { CSVTableRenderer.field(cell, in: &csv) }
            try csv.endRow()
        }
        return try csv.finish().bytes
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
