import ServiceDesk

/// Lists of the desk in any format: a column has a title for people and a key for programs.
struct RowsOutput {
    /// A column of a list for people.
    struct Column {
        var title: String
        var side: TextTable.Side = .left
    }

    let session: Session

    /// Writes rows.
    /// - Parameters:
    ///   - rows: each as an object for programs, and as cells for people.
    ///   - key: the member of `data` that holds the rows.
    func write(
        _ rows: [(object: JSONValue, cells: [String])], as columns: [Column], under key: String, _ envelope: Envelope
    ) throws {
        switch try session.format(OutputFormat.allCases) {
        case .json:
            try session.write(envelope.document(data: .object([JSONMember(key, .array(rows.map(\.object)))])))
        case .jsonl:
            try session.write(rows.map { $0.object.compactText + "\n" }.joined())
        case .csv:
            var csv = CSVWriter(to: try session.openOutput(), guardsFormulas: !session.options.csvRaw)
            try csv.header(columns.map { $0.title.lowercased().replacing(" ", with: "_") })
            for row in rows {
                for cell in row.cells { csv.field(cell) }
                try csv.endRow()
            }
            try csv.finish().finish()
        case let format:
            var table = TextTable(columns.map { TextTable.Column($0.title, $0.side) })
            for row in rows { table.add(row.cells) }
            try session.write(table, as: format)
        }
    }
}
