import ServiceDesk

/// The first row of a CSV file: what its columns are called, and what stands between them.
struct CSVHeader {
    /// The columns' names, in lower case and without blanks around them.
    let names: [String]
    /// The byte between two fields.
    let separator: UInt8
    /// Where the rows begin.
    let end: Int

    /// Separators that programs write, the usual one first.
    private static let separators = Array(",;\t|".utf8)

    /// Reads the row at an offset; nil when there is none.
    ///
    /// Without a separator that the file names, the one counts that gives the most columns of the table, or of a table
    /// that the engine does not know the most columns at all.
    init?(_ window: Window, from start: Int, table: KnownTable?, separator: UInt8?) {
        let candidates = (separator.map { [$0] } ?? CSVHeader.separators)
            .compactMap { CSVHeader(window, from: start, separator: $0) }
        let wanted = table.map { Set($0.columns.map(\.name)) }
        func score(_ header: CSVHeader) -> Int {
            wanted.map { wanted in header.names.filter(wanted.contains).count } ?? header.names.count
        }
        guard var best = candidates.first else { return nil }
        for candidate in candidates.dropFirst() where score(candidate) > score(best) { best = candidate }
        self = best
    }

    private init?(_ window: Window, from start: Int, separator: UInt8) {
        let bytes = UnsafePointer(window.bytes)
        var tokens = Tokens()
        tokens.csv(bytes, from: start, to: window.count, separator: separator)
        guard tokens.rowEnds.count > 0 else { return nil }
        let count = Int(tokens.rowEnds[0]) - 1
        let row = RowCursor(
            bytes: bytes, fieldEnds: UnsafePointer(tokens.fieldEnds.base), last: count - 1,
            null: Field(start: bytes, count: 0))
        var names: [String] = []
        var scratch: [UInt8] = []
        for column in 0..<count {
            _ = FieldDecoder.isNull(row.field(column), .csv(CSVStyle()), into: &scratch)
            names.append(CSVHeader.name(String(decoding: scratch, as: UTF8.self)))
        }
        self.names = names
        self.separator = separator
        end = min(Int(tokens.fieldEnds[count]) + 1, window.count)
    }

    private static func name(_ text: String) -> String {
        var name = Substring(text.lowercased())
        while name.first == " " { name.removeFirst() }
        while name.last == " " { name.removeLast() }
        return String(name)
    }
}

/// The line `sep=;` with which a file tells Excel its separator.
struct SeparatorLine {
    let separator: UInt8
    /// Where the next line begins.
    let end: Int

    /// The line at an offset, when it is one.
    init?(_ window: Window, from start: Int) {
        let bytes = window.bytes
        var line: [UInt8] = []
        var position = start
        while position < window.count, bytes[position] != 0x0a, line.count < 10 {
            line.append(bytes[position])
            position += 1
        }
        if line.last == 0x0d { line.removeLast() }
        if line.count == 7, line.first == 0x22, line.last == 0x22 { line = Array(line[1..<6]) }
        guard line.count == 5, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=" else { return nil }
        separator = line[4]
        end = min(position + 1, window.count)
    }
}
