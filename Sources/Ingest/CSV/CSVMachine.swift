import ServiceDesk

/// A CSV file: a header, then rows up to the end.
final class CSVMachine: FileMachine {
    private let file: String
    private let table: String
    private let format: FieldFormat
    private let options: IngestOptions
    private let assembly: Assembly
    private var line = 0
    private(set) var layout: RowLayout?
    private(set) var isTruncated = false

    init(file: String, table: String, format: FieldFormat, options: IngestOptions, assembly: Assembly) {
        self.file = file
        self.table = table
        self.format = format
        self.options = options
        self.assembly = assembly
    }

    func take(_ window: Window, _ run: Run?, _ worker: Worker) throws(IngestError) {
        var position = 0
        let bytes = UnsafePointer(window.bytes)
        if layout == nil {
            position = try header(window)
        }
        if let layout, position < window.count {
            let own = position == 0 ? run.flatMap { $0.context.layout === layout ? $0 : nil } : nil
            let lines = RunContext.lineFeeds(bytes, 0, position)
            let next = own ?? worker.read(window, from: position, layout: layout, lineOffset: lines)
            try assembly.take(next, worker, line: line + 1, byte: window.offset)
            if next.isCut { noteTruncated(window) }
        }
        line += RunContext.lineFeeds(bytes, 0, window.count)
    }

    private func noteTruncated(_ window: Window) {
        isTruncated = true
        assembly.noteTruncated(
            "the file ends inside a quoted value",
            at: Place(file: file, line: line + RunContext.lineFeeds(window.bytes, 0, window.count) + 1))
    }

    /// Reads the header; where the rows begin.
    private func header(_ window: Window) throws(IngestError) -> Int {
        let bytes = UnsafePointer(window.bytes)
        var start = 0
        if window.count >= 3, bytes[0] == 0xef, bytes[1] == 0xbb, bytes[2] == 0xbf { start = 3 }
        var tokens = Tokens()
        tokens.csv(bytes, from: start, to: window.count)
        guard tokens.rowEnds.count > 0 else {
            throw IngestError(.brokenInput, "\(file) is empty", at: Place(file: file))
        }
        let count = Int(tokens.rowEnds[0]) - 1
        let row = RowCursor(
            bytes: bytes, fieldEnds: UnsafePointer(tokens.fieldEnds.base), last: count - 1,
            null: Field(start: bytes, count: 0))
        var names: [String] = []
        var scratch: [UInt8] = []
        for column in 0..<count {
            _ = FieldDecoder.isNull(row.field(column), .csv(nullWord: nil), into: &scratch)
            names.append(CSVMachine.name(String(decoding: scratch, as: UTF8.self)))
        }
        try check(
            names,
            String(
                decoding: UnsafeBufferPointer(start: bytes + start, count: min(200, window.count - start)),
                as: UTF8.self))
        let next = RowLayout(
            table: table, known: KnownTable(rawValue: table), columns: names, format: format, file: file)
        layout = next
        try assembly.begin(next, Place(file: file, line: 1))
        return min(Int(tokens.fieldEnds[count]) + 1, window.count)
    }

    private static func name(_ text: String) -> String {
        var scalars = Substring(text.lowercased())
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    private func check(_ names: [String], _ head: String) throws(IngestError) {
        let place = Place(file: file, line: 1)
        guard let known = KnownTable(rawValue: table) else { return }
        if names.count == 1, let separator = [";", "\t", "|"].first(where: { names[0].contains($0) }) {
            let shown = separator == "\t" ? "tabs" : "\"\(separator)\""
            throw IngestError(
                .brokenInput, "\(file) is separated by \(shown), which is not yet readable", at: place,
                hint: "save it with commas")
        }
        for column in known.columns where names.filter({ $0 == column.name }).count > 1 {
            throw IngestError(.brokenInput, "\(file) has two columns named \(column.name)", at: place)
        }
        if names.contains(where: { $0.contains("\r") }) {
            throw IngestError(.brokenInput, "the rows of \(file) end in carriage returns alone", at: place)
        }
    }
}
