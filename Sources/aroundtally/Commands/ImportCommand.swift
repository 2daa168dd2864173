import ArgumentParser
import Ingest
import Operations
import ServiceDesk

/// `import`: take a source over into the operational database.
struct ImportCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take dumps, CSV files or another database over into the operational database.",
        discussion: examples([
            ("aroundtally import backup.sql.gz", "fill the database named by --db; again changes nothing"),
            ("aroundtally import exports/ --format json", "from a folder of CSV files, with a report for scripts"),
        ]))

    @OptionGroup var sources: SourceOptions

    @Flag(help: "Take rows of the source also where newer ones are here.")
    var force = false

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        guard !sources.sources.isEmpty else {
            throw Failure.usage("no source is named", hint: "aroundtally import backup.sql")
        }
        var status = ExitStatus.done
        let ending = try session.atDesk(caller) { desk in
            try desk.desk.admitToImport(desk.claim)
            status = try run(desk, session, format)
        }
        return ending == .done ? status : ending
    }

    private func run(_ desk: DeskAccess, _ session: Session, _ format: OutputFormat) throws -> ExitStatus {
        let now = session.surroundings.now
        let options = try session.ingestOptions(sources)
        let (report, reading) = try desk.database.write { transaction in
            let taking = try DeskImport(into: transaction, isForced: force, at: now)
            let reading = try session.rows(of: sources, options) { rows in
                try taking.take(table: rows.table, columns: rows.columns, rows: rows.rows)
            }
            // Rejects end the import here under --strict: the transaction is undone.
            try session.report(findings: reading.findings, rejects: reading.rejects)
            return (try taking.finish(), reading)
        }
        session.messages.print(report.findings)
        try write(report, reading, session, format)
        return reading.rejectCount > 0 || reading.isTruncated ? .partial : .done
    }

    private func write(
        _ report: ImportReport, _ reading: RawResult, _ session: Session, _ format: OutputFormat
    ) throws {
        guard format == .json else {
            var table = TextTable([
                .init("table"), .init("inserted", .right), .init("updated", .right), .init("unchanged", .right),
                .init("kept newer", .right),
            ])
            for row in report.tables {
                table.add([row.name] + [row.inserted, row.updated, row.unchanged, row.keptNewer].map(String.init))
            }
            try session.write(table, as: format)
            return tellSecrets(report, session)
        }
        var findings = reading.findings
        findings.merge(report.findings)
        let tables = report.tables.map { table in
            JSONMember(
                table.name,
                [
                    "inserted": .count(table.inserted), "updated": .count(table.updated),
                    "unchanged": .count(table.unchanged), "kept_newer": .count(table.keptNewer),
                ])
        }
        let data: JSONValue = [
            "tables": .object(tables), "rejected": .count(reading.rejectCount),
            "passwords_hashed": .count(report.hashedPasswords), "passwords_dropped": .count(report.droppedPasswords),
            "api_keys_hashed": .count(report.hashedKeys),
        ]
        try session.write(Envelope(schema: "aroundtally.import/1", findings: findings).document(data: data))
    }

    private func tellSecrets(_ report: ImportReport, _ session: Session) {
        let counts = [
            (report.hashedPasswords, "clear passwords are now kept as hashes"),
            (report.droppedPasswords, "clear passwords of customers were dropped"),
            (report.hashedKeys, "clear API keys are now kept as hash and prefix"),
        ]
        for (count, words) in counts where count > 0 { session.messages.tell("\(count) \(words)") }
    }
}

extension Session {
    /// Reads the rows of sources as an import takes them, on this thread.
    func rows(
        of sources: SourceOptions, _ options: IngestOptions, to take: @escaping (RawRows) throws -> Void
    ) throws -> RawResult {
        var columns: RawColumns = [:]
        for table in DeskImport.columns {
            columns[table.table] = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, RawKind($0.type)) })
        }
        do {
            return try reading(sources) { try Ingest.rows(of: $0, options: options, columns: columns, to: take) }
        } catch let error as IngestError { throw Failure(error) }
    }

    /// Moves the anchor of the audit log to its present end, where the database has one.
    func moveAnchor(_ database: any Database) throws {
        guard let anchor = auditAnchor, anchor.hasKey else { return }
        try anchor.advance(to: database)
    }

    /// The anchor of the audit log: beside the file, or where the configuration says.
    var auditAnchor: AuditAnchor? {
        if let path = configuration.path(.anchor)?.value { return AuditAnchor(path: surroundings.absolute(path)) }
        guard case .file(let path) = databaseLocation else { return nil }
        return AuditAnchor(path: path + ".anchor")
    }
}

extension RawKind {
    /// What an import reads a column as, in the words of the readers.
    fileprivate init(_ type: ImportType) {
        switch type {
        case .text: self = .text
        case .uuid: self = .uuid
        case .instant: self = .instant
        case .date: self = .date
        case .boolean: self = .boolean
        case .integer: self = .integer
        }
    }
}
