import ServiceDesk

/// INSERT statements that begin alike, so that their rows are read alike.
private struct InsertKey: Hashable {
    var table: QualifiedName
    var columns: [String]?
    var head: [UInt8]
    var backslashes: Bool
}

/// A plain dump: SQL that says where data is, and blocks of data.
final class DumpMachine: FileMachine {
    /// What findings name: the file, or the part of it that is being read.
    private var file: String
    private let options: IngestOptions
    private let assembly: Assembly
    private var lexer = DumpLexer()
    /// The lines before the window.
    private var line = 0

    private enum Mode {
        case statements
        /// Behind a COPY statement, whose data begins with the next line.
        case restOfLine(RowLayout)
        case copy(RowLayout)
        /// Among the rows of INSERT statements; the next statement may be of the same kind.
        case insert(RowLayout, InsertPlace)
    }

    private var mode = Mode.statements
    /// What the windows so far ended in.
    private let pending = Window(capacity: 4096)
    /// How much of that was walked over: the beginning of its line.
    private var walked = 0
    /// How many bytes of its line came before it.
    private var droppedColumns = 0
    /// The line feeds of a window that is nothing but data, which were counted on the way.
    private var lineFeedsOfData: Int?

    private var schema = "public"
    /// Whether backslashes escape inside of plain quotes.
    private var hasBackslashes = false
    /// What the data is written in, when that is not UTF-8.
    private var encoding: SingleByteEncoding?
    private var definitions: [QualifiedName: [ColumnDefinition]] = [:]
    private var insertLayouts: [InsertKey: RowLayout] = [:]
    private var parents: [QualifiedName: QualifiedName] = [:]

    /// Databases in order, those without a table of their own too.
    private var databases: [String] = []
    private var database: String?
    private var databasesWithTables: [String] = []

    /// Headers of pg_dump and pg_dumpall that still lack their last line.
    private var openHeaders = 0
    private(set) var isTruncated = false

    init(file: String, options: IngestOptions, assembly: Assembly) {
        self.file = file
        self.options = options
        self.assembly = assembly
    }

    /// The block whose rows come next.
    var layout: RowLayout? {
        switch mode {
        case .copy(let layout), .insert(let layout, _): layout
        case .statements, .restOfLine: nil
        }
    }

    func take(_ window: Window, _ run: Run?, _ worker: Worker) throws(IngestError) {
        lineFeedsOfData = nil
        let isJoined = pending.count > 0 || droppedColumns > 0
        let offset = window.offset - pending.count
        if isJoined {
            pending.append(window.bytes, window.count)
            pending.pad()
            pending.isLast = window.isLast
            pending.droppedColumns = droppedColumns
        }
        let view = isJoined ? pending : window
        let position = try walk(view, from: walked, at: offset, isJoined ? nil : run, worker)
        if window.isLast {
            try finish(isUnfinished: position < view.count, at: line + RunContext.lineFeeds(view.bytes, 0, view.count))
        } else {
            keep(view, from: position, isJoined: isJoined)
        }
        let unread = pending.count - walked
        guard unread <= options.limits.rowBytes else { throw tooLong("line or row", options.limits.rowBytes) }
    }

    /// Takes statements that stand apart from the data, as in an archive.
    func define(_ text: [UInt8], schema: [UInt8]) throws(IngestError) {
        guard !text.isEmpty else { return }
        self.schema = String(decoding: schema, as: UTF8.self)
        let view = Window(capacity: text.count)
        text.withUnsafeBufferPointer { if let base = $0.baseAddress { view.append(base, $0.count) } }
        view.pad()
        view.isLast = true
        var position = 0
        while position < view.count, try statements(view, &position), case .statements = mode {}
        lexer = DumpLexer()
    }

    /// Begins with a part of an archive: the data that its COPY statement says, or INSERT statements.
    func begin(part: String, with statement: [UInt8], schema: [UInt8]) throws(IngestError) {
        file = part
        line = 0
        walked = 0
        droppedColumns = 0
        pending.removeAll()
        insertLayouts.removeAll()
        mode = .statements
        try define(statement, schema: schema)
        if case .restOfLine(let layout) = mode { mode = .copy(layout) }
    }

    /// Keeps what a window ended in, and what its line begins with if a message may show it.
    private func keep(_ view: Window, from position: Int, isJoined: Bool) {
        var lineStart = position
        while lineStart > 0, view.bytes[lineStart - 1] != 0x0a { lineStart -= 1 }
        let before = (lineStart == 0 ? droppedColumns : 0) + position - lineStart
        let keepsLine = before < RunContext.keptText
        droppedColumns = keepsLine ? 0 : before
        walked = keepsLine ? position - lineStart : 0
        line += lineFeedsOfData ?? RunContext.lineFeeds(view.bytes, 0, position)
        let first = position - walked
        if isJoined {
            pending.removeFirst(first)
        } else {
            pending.append(view.bytes + first, view.count - first)
        }
    }

    /// Walks over bytes that begin at an offset of the file; where it stopped: at their end, or before what they end in.
    private func walk(
        _ view: Window, from start: Int, at offset: Int, _ run: Run?, _ worker: Worker
    ) throws(IngestError) -> Int {
        var position = start
        var early = run
        while position < view.count {
            let isDone: Bool
            switch mode {
            case .statements: isDone = try !statements(view, &position)
            case .restOfLine(let layout):
                // Data begins with the next line.
                let scan = SQLScan(bytes: view.bytes, end: view.count, backslashes: false)
                let next = scan.lineComment(position)
                position = next ?? view.count
                if next != nil { mode = .copy(layout) }
                isDone = next == nil
            case .copy(let layout):
                let start = position
                let run = own(&early, layout, nil) ?? read(view, position, layout, worker)
                try assembly.take(run, worker, line: line + 1, byte: offset)
                position = run.end
                if run.isEnded { mode = .statements }
                if start == 0 && run.end == view.count { lineFeedsOfData = run.lineFeeds }
                isDone = !run.isEnded
                try checkLength(view, position)
            case .insert(let layout, let place):
                let run = own(&early, layout, place) ?? read(view, position, layout, worker, place)
                try assembly.take(run, worker, line: line + 1, byte: offset)
                guard let stop = run.inserts?.stop else { return view.count }
                position = stop.position
                mode = .insert(layout, stop.place)
                isDone = !stop.isOther
                if stop.isOther { try leaveRows(view, stop, layout) }
                if isDone && view.count - stop.unfinishedValue > options.limits.valueBytes {
                    throw tooLong("value", options.limits.valueBytes)
                }
            }
            early = nil
            if isDone { break }
        }
        return position
    }

    /// The run that was read on a guess, when the guess was right.
    private func own(_ run: inout Run?, _ layout: RowLayout, _ place: InsertPlace?) -> Run? {
        guard let found = run, found.context.layout === layout, found.inserts?.from == place else { return nil }
        return found
    }

    private func read(
        _ view: Window, _ position: Int, _ layout: RowLayout, _ worker: Worker, _ place: InsertPlace? = nil
    ) -> Run {
        let lines = RunContext.lineFeeds(view.bytes, 0, position)
        return worker.read(view, from: position, layout: layout, lineOffset: lines, place: place)
    }

    /// A value that is longer than allowed is refused before all of it is in memory.
    private func checkLength(_ view: Window, _ start: Int) throws(IngestError) {
        guard view.count - start > options.limits.valueBytes else { return }
        var value = view.count
        while value > start, view.bytes[value - 1] != 0x09 { value -= 1 }
        if view.count - value > options.limits.valueBytes { throw tooLong("value", options.limits.valueBytes) }
    }

    private func tooLong(_ what: String, _ limit: Int) -> IngestError {
        IngestError(
            .brokenInput, "a \(what) of \(file) is longer than \(limit) bytes", at: Place(file: file, line: line + 1),
            hint: "--max-\(what == "value" ? what : "row") raises the limit")
    }

    /// Walks to the next event and handles it; false when the bytes end first.
    private func statements(_ view: Window, _ position: inout Int) throws(IngestError) -> Bool {
        let scan = SQLScan(bytes: view.bytes, end: view.count, backslashes: hasBackslashes)
        let (stop, event) = lexer.next(scan, position, isLast: view.isLast)
        position = stop
        guard let event else {
            if view.count - stop > options.limits.valueBytes { throw tooLong("value", options.limits.valueBytes) }
            return false
        }
        let place = Place(file: file, line: line + RunContext.lineFeeds(view.bytes, 0, position) + 1)
        switch event {
        case .comment(let text): header(text)
        case .command(let text): command(text, place)
        case .statement(let tokens): try statement(DumpStatement(tokens, schema: schema), place)
        case .insert(let tokens, let start):
            let head = start.map { UnsafeBufferPointer(start: view.bytes + $0, count: stop - $0) }
            if case .insert(let table, let columns) = DumpStatement(tokens, schema: schema) {
                noteTable()
                try insert(table, columns, head: head.map(Array.init) ?? [], place)
            } else {
                lexer.continueStatement()
            }
        }
        return true
    }

    /// Leaves the rows of an INSERT where something else stands.
    private func leaveRows(_ view: Window, _ stop: InsertStop, _ layout: RowLayout) throws(IngestError) {
        mode = .statements
        guard stop.place != .statement else { return }
        let word = UnsafeBufferPointer(start: view.bytes + stop.position, count: min(10, view.count - stop.position))
            .prefix { SQLScan.isWordByte($0) }
        let clause = String(decoding: word, as: UTF8.self).lowercased()
        guard stop.place == .afterRow, ["on", "returning"].contains(clause) else {
            throw IngestError(
                .brokenInput, "an INSERT into \(layout.tableName) holds what is no row",
                at: Place(file: file, line: line + RunContext.lineFeeds(view.bytes, 0, stop.position) + 1))
        }
        lexer.continueStatement()
    }

    // MARK: Events

    private func header(_ comment: String) {
        switch comment {
        case "-- PostgreSQL database dump", "-- PostgreSQL database cluster dump": openHeaders += 1
        case "-- PostgreSQL database dump complete", "-- PostgreSQL database cluster dump complete":
            openHeaders = max(0, openHeaders - 1)
        default: break
        }
    }

    private func command(_ text: String, _ place: Place) {
        if ConnectCommand.isOne(text) {
            connect(text)
            return
        }
        assembly.findings.add(.skippedCommand) {
            FindingExample(
                place: Place(file: file, line: place.line, column: 1), text: text,
                sentence: "a command of psql is skipped; nothing in a dump is ever run", sourceLine: text)
        }
    }

    private func connect(_ text: String) {
        guard let name = ConnectCommand.database(text) else { return }
        database = name
        schema = "public"
        definitions.removeAll()
        insertLayouts.removeAll()
        parents.removeAll()
        if !databases.contains(name) { databases.append(name) }
    }

    /// Whether the statements at hand are to be read: those of the chosen database, or of the only one.
    private var isWanted: Bool {
        guard let wanted = options.database, !databases.isEmpty else { return true }
        return database == wanted
    }

    private func statement(_ statement: DumpStatement, _ place: Place) throws(IngestError) {
        switch statement {
        case .copy(let table, let written, let isPlain):
            noteTable()
            try copy(table, written, isPlain: isPlain, place)
        case .createTable(let table, let written, let parent):
            noteTable()
            definitions[table] = written
            if let parent { parents[table] = parent } else if isWanted { assembly.mention(target(table).shown) }
        case .attachPartition(let parent, let child): parents[child] = parent
        case .addColumns(let table, let added): definitions[table, default: []] += added
        case .setting(let name, let values): try setting(name, values, place)
        case .insert, .other: break
        }
    }

    private func noteTable() {
        guard let database, !databasesWithTables.contains(database) else { return }
        databasesWithTables.append(database)
    }

    private func setting(_ name: String, _ values: [String], _ place: Place) throws(IngestError) {
        switch name {
        case "standard_conforming_strings": hasBackslashes = values.first?.lowercased() == "off"
        case "client_encoding":
            insertLayouts.removeAll()
            let name = values.first?.uppercased() ?? ""
            encoding = SingleByteEncoding(named: name)
            guard encoding != nil || ["UTF8", "UTF-8", "UNICODE", "SQL_ASCII"].contains(name) else {
                throw IngestError(
                    .brokenInput, "the encoding \(values.first ?? "") is not readable", at: place,
                    hint: "dump again with --encoding=UTF8")
            }
        case "search_path":
            schema = values.first { $0 != "pg_catalog" && $0 != "$user" && !$0.isEmpty } ?? "public"
        default: break
        }
    }

    // MARK: Tables

    /// The table that a partition belongs to.
    private func target(_ table: QualifiedName) -> QualifiedName {
        var target = table
        var steps = 0
        while let parent = parents[target], steps < 8 {
            target = parent
            steps += 1
        }
        return target
    }

    private func known(_ table: QualifiedName) -> KnownTable? {
        table.schema == "public" ? KnownTable(rawValue: table.name) : nil
    }

    private func copy(
        _ table: QualifiedName, _ written: [String]?, isPlain: Bool, _ place: Place
    ) throws(IngestError) {
        let target = target(table)
        let known = isWanted ? known(target) : nil
        guard known == nil || isPlain else {
            throw IngestError(
                .brokenInput, "COPY data of \(table.name) with options is not readable", at: place,
                hint: "dump again with pg_dump, which writes plain COPY text")
        }
        let next = try layout(table, written, .copy, place)
        if isWanted { try assembly.begin(next, place) }
        mode = .restOfLine(next)
    }

    /// The layout of data of a table: of the columns that are written, else of those of its definition.
    private func layout(
        _ table: QualifiedName, _ written: [String]?, _ format: FieldFormat, head: [UInt8] = [], _ place: Place
    ) throws(IngestError) -> RowLayout {
        let target = target(table)
        let known = isWanted ? known(target) : nil
        let defined = (definitions[table] ?? definitions[target] ?? []).filter { column in
            // INSERT names a generated column by its place, COPY leaves it out.
            if case .insert = format { true } else { !column.isGenerated }
        }
        let names = written ?? defined.map(\.name)
        guard !names.isEmpty || known == nil else {
            throw IngestError(
                .brokenInput, "the data of \(table.name) names no columns, and no CREATE TABLE before it does",
                at: place)
        }
        return RowLayout(
            table: isWanted ? target.shown : "", known: known, columns: names, format: format, file: file,
            insertHead: head, encoding: encoding, raw: options.rawColumns)
    }

    private func insert(
        _ table: QualifiedName, _ written: [String]?, head: [UInt8], _ place: Place
    ) throws(IngestError) {
        let key = InsertKey(table: table, columns: written, head: head, backslashes: hasBackslashes)
        if let known = insertLayouts[key] {
            mode = .insert(known, .row)
            return
        }
        let next = try layout(table, written, .insert(backslashes: hasBackslashes), head: head, place)
        if isWanted { try assembly.begin(next, place) }
        insertLayouts[key] = next
        mode = .insert(next, .row)
    }

    // MARK: The end

    private func finish(isUnfinished: Bool, at line: Int) throws(IngestError) {
        var inside: String?
        switch mode {
        case .copy(let layout), .restOfLine(let layout): inside = "the data of \(layout.tableName)"
        case .insert(let layout, let place):
            if place != .statement || isUnfinished { inside = "the data of \(layout.tableName)" }
        case .statements: if lexer.isInsideStatement || isUnfinished { inside = "a statement" }
        }
        if inside != nil || openHeaders > 0 {
            isTruncated = true
            let sentence = inside.map { "the file ends inside \($0)" } ?? "the dump lacks its last line"
            assembly.noteTruncated(sentence, at: Place(file: file, line: line + 1))
        }
        if let wanted = options.database {
            guard databases.isEmpty || databases.contains(wanted) else {
                throw IngestError(
                    .usage, "\(file) has no database \(wanted)", at: Place(file: file),
                    hint: "it has \(databases.joined(separator: ", "))")
            }
        } else if databasesWithTables.count > 1 {
            throw IngestError(
                .usage, "\(file) has several databases: \(databasesWithTables.joined(separator: ", "))",
                at: Place(file: file), hint: "choose one with --database")
        }
    }
}
