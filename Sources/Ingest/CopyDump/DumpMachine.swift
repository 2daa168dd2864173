import ServiceDesk

/// A plain dump: SQL that says where data is, and blocks of data.
final class DumpMachine: FileMachine {
    private let file: String
    private let options: IngestOptions
    private let assembly: Assembly
    private var lexer = DumpLexer()
    /// The lines before the window.
    private var line = 0

    /// The block whose rows come next.
    private(set) var layout: RowLayout?
    private var schema = "public"
    private var columns: [QualifiedName: [String]] = [:]
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

    func take(_ window: Window, _ run: Run?, _ worker: Worker) throws(IngestError) {
        var position = 0
        if let layout {
            let own = run.flatMap { $0.context.layout === layout ? $0 : nil }
            let rows = own ?? worker.read(window, from: 0, layout: layout, lineOffset: 0)
            position = try take(rows, window, worker)
            if !rows.isEnded {
                // Nothing but data, whose lines are counted already.
                line += rows.lineFeeds
                if window.isLast { try finish() }
                return
            }
        }
        let bytes = UnsafePointer(window.bytes)
        while position < window.count {
            let (stop, event) = lexer.next(bytes, position, window.count)
            position = stop
            guard let event else { break }
            try handle(event, line: line + RunContext.lineFeeds(bytes, 0, position) + 1)
            guard let layout else { continue }
            // Data begins with the next line.
            while position < window.count, bytes[position] != 0x0a { position += 1 }
            position = min(position + 1, window.count)
            let lineOffset = RunContext.lineFeeds(bytes, 0, position)
            let next = worker.read(window, from: position, layout: layout, lineOffset: lineOffset)
            position = try take(next, window, worker)
        }
        line += RunContext.lineFeeds(bytes, 0, window.count)
        if window.isLast { try finish() }
    }

    /// Takes over a run of rows; where it ended.
    private func take(_ run: Run, _ window: Window, _ worker: Worker) throws(IngestError) -> Int {
        try assembly.take(run, worker, line: line + 1, byte: window.offset)
        if run.isEnded { layout = nil }
        return run.end
    }

    // MARK: Events

    private func handle(_ event: DumpEvent, line: Int) throws(IngestError) {
        switch event {
        case .comment(let text): header(text)
        case .command(let text): try command(text, line: line)
        case .statement(let tokens): try statement(DumpStatement(tokens, schema: schema), line: line)
        }
    }

    private func header(_ comment: String) {
        switch comment {
        case "-- PostgreSQL database dump", "-- PostgreSQL database cluster dump": openHeaders += 1
        case "-- PostgreSQL database dump complete", "-- PostgreSQL database cluster dump complete":
            openHeaders = max(0, openHeaders - 1)
        default: break
        }
    }

    private func command(_ text: String, line: Int) throws(IngestError) {
        if text.hasPrefix("\\connect") || text.hasPrefix("\\c ") {
            connect(text)
            return
        }
        assembly.findings.add(.skippedCommand) {
            FindingExample(
                place: Place(file: file, line: line, column: 1), text: text,
                sentence: "a command of psql is skipped; nothing in a dump is ever run", sourceLine: text)
        }
    }

    /// `\connect name`, `\connect "name"`, `\connect -reuse-previous=on "dbname='name'"`.
    private func connect(_ text: String) {
        let words = text.split(separator: " ").dropFirst().filter { !$0.hasPrefix("-") }
        var name = words.joined(separator: " ")
        name = String(name.filter { $0 != "\"" })
        if name.hasPrefix("dbname=") { name = String(name.dropFirst(7).filter { $0 != "'" && $0 != "\\" }) }
        database = name
        schema = "public"
        columns.removeAll()
        parents.removeAll()
        if !databases.contains(name) { databases.append(name) }
    }

    /// Whether the statements at hand are to be read: those of the chosen database, or of the only one.
    private var isWanted: Bool {
        guard let wanted = options.database, !databases.isEmpty else { return true }
        return database == wanted
    }

    private func statement(_ statement: DumpStatement, line: Int) throws(IngestError) {
        let place = Place(file: file, line: line)
        switch statement {
        case .copy(let table, let written, let isPlain):
            noteTable()
            try copy(table, written, isPlain: isPlain, place)
        case .createTable(let table, let written, let parent):
            noteTable()
            columns[table] = written
            if let parent { parents[table] = parent } else if isWanted { assembly.mention(target(table).shown) }
        case .attachPartition(let parent, let child): parents[child] = parent
        case .insert(let table):
            guard isWanted, known(target(table)) != nil else { return }
            throw IngestError(
                .brokenInput, "a dump of INSERT statements is not yet readable", at: place,
                hint: "dump again without --inserts, --column-inserts or --rows-per-insert")
        case .setting(let name, let values): try setting(name, values, place)
        case .other: break
        }
    }

    private func noteTable() {
        guard let database, !databasesWithTables.contains(database) else { return }
        databasesWithTables.append(database)
    }

    private func setting(_ name: String, _ values: [String], _ place: Place) throws(IngestError) {
        switch name {
        case "standard_conforming_strings" where values.first?.lowercased() == "off":
            throw IngestError(
                .brokenInput, "a dump with standard_conforming_strings off is not readable", at: place,
                hint: "dump again from a server with its default setting")
        case "client_encoding":
            let encoding = values.first?.uppercased().filter { $0 != "-" && $0 != "_" } ?? ""
            guard ["UTF8", "UNICODE", "SQLASCII"].contains(encoding) else {
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
        let names = written ?? columns[table] ?? columns[target] ?? []
        guard !names.isEmpty || known == nil else {
            throw IngestError(
                .brokenInput, "the data of \(table.name) names no columns, and no CREATE TABLE before it does",
                at: place)
        }
        let next = RowLayout(
            table: isWanted ? target.shown : "", known: known, columns: names, format: .copy, file: file)
        layout = next
        if isWanted { try assembly.begin(next, place) }
    }

    // MARK: The end

    private func finish() throws(IngestError) {
        let cut = layout != nil || openHeaders > 0 || lexer.isInsideStatement
        if cut {
            isTruncated = true
            let sentence =
                layout.map { "the file ends inside the data of \($0.tableName)" }
                ?? (openHeaders > 0 ? "the dump lacks its last line" : "the file ends inside a statement")
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
