import ServiceDesk

/// A CSV file: a header, then rows up to the end.
final class CSVMachine: FileMachine {
    private let file: String
    private let table: String
    private var style: CSVStyle
    private let assembly: Assembly
    private var line = 0
    /// The separator that the file names before its header.
    private var named: UInt8?
    private(set) var layout: RowLayout?
    private(set) var isTruncated = false

    init(file: String, table: String, style: CSVStyle, assembly: Assembly) {
        self.file = file
        self.table = table
        self.style = style
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
            line += lines + next.lineFeeds
        } else {
            line += RunContext.lineFeeds(bytes, 0, window.count)
        }
    }

    private func noteTruncated(_ window: Window) {
        isTruncated = true
        assembly.noteTruncated(
            "the file ends inside a quoted value",
            at: Place(file: file, line: line + RunContext.lineFeeds(window.bytes, 0, window.count) + 1))
    }

    /// Reads the header, when the window has it; where the rows begin.
    private func header(_ window: Window) throws(IngestError) -> Int {
        let bytes = UnsafePointer(window.bytes)
        var start = 0
        if line == 0, window.count >= 3, bytes[0] == 0xef, bytes[1] == 0xbb, bytes[2] == 0xbf { start = 3 }
        if line == 0, let found = SeparatorLine(window, from: start) {
            named = found.separator
            start = found.end
            if start == window.count && !window.isLast { return start }
        }
        let known = KnownTable(rawValue: table)
        guard let header = CSVHeader(window, from: start, table: known, separator: named) else {
            throw IngestError(.brokenInput, "\(file) is empty", at: Place(file: file))
        }
        let place = Place(file: file, line: line + RunContext.lineFeeds(bytes, 0, start) + 1)
        try check(header.names, known, place)
        style.separator = header.separator
        let next = RowLayout(
            table: table, known: known, columns: header.names, format: .csv(style), file: file,
            raw: assembly.options.rawColumns)
        layout = next
        try assembly.begin(next, place)
        return header.end
    }

    private func check(_ names: [String], _ known: KnownTable?, _ place: Place) throws(IngestError) {
        guard let known else { return }
        for column in known.columns where names.filter({ $0 == column.name }).count > 1 {
            throw IngestError(
                .brokenInput, "\(file) has two columns named \(column.name)", at: place,
                hint: "only you know which of the two is meant: rename or remove the other")
        }
        if names.contains(where: { $0.contains("\r") }) {
            throw IngestError(
                .brokenInput, "the rows of \(file) end in carriage returns alone", at: place,
                hint: "save it as \"CSV UTF-8\"")
        }
    }
}
