import ServiceDesk

/// Bytes to a dataset: recognises what the sources are, reads them, and says what is odd about them.
public enum Ingest {
    /// Reads the sources, in order, into one dataset.
    ///
    /// Nothing that a dump contains is ever run. The same bytes give the same dataset at any number of threads and any
    /// size of windows.
    public static func read(
        sources: [IngestSource], options: IngestOptions = IngestOptions()
    ) throws(IngestError) -> IngestResult {
        if let path = try snapshot(among: sources) { return try SnapshotFile(path).read(options) }
        let assembly = Assembly(options: options)
        let descriptions = try read(sources, options, into: assembly)
        try check(assembly, descriptions)
        let dataset = DatasetBuilder(assembly, sources: sources.map(\.name)).build()
        return IngestResult(
            dataset: dataset, rejects: assembly.rejects, rejectCount: assembly.rejectCount,
            isTruncated: descriptions.contains { $0.isTruncated }, sources: descriptions)
    }

    /// Reads the sources, in order, and hands their rows on, run by run, on the thread of the caller.
    /// - Parameters:
    ///   - columns: what is handed on; tables and columns that are not in it are counted and left.
    ///   - take: takes the rows of a run; what it throws ends the reading.
    public static func rows(
        of sources: [IngestSource], options: IngestOptions, columns: RawColumns,
        to take: @escaping (RawRows) throws -> Void
    ) throws -> RawResult {
        var options = options
        // More threads would hand rows on from several of them.
        options.threads = 1
        options.rawColumns = columns
        let assembly = Assembly(options: options)
        assembly.taker = take
        do {
            let descriptions = try read(sources, options, into: assembly)
            try check(assembly, descriptions)
            return RawResult(
                findings: assembly.findings, rejects: assembly.rejects, rejectCount: assembly.rejectCount,
                isTruncated: descriptions.contains { $0.isTruncated }, sources: descriptions)
        } catch {
            throw assembly.takerFailure ?? error
        }
    }

    private static func read(
        _ sources: [IngestSource], _ options: IngestOptions, into assembly: Assembly
    ) throws(IngestError) -> [SourceDescription] {
        guard !sources.isEmpty else { throw IngestError(.usage, "no source is named") }
        var descriptions: [SourceDescription] = []
        for source in sources {
            switch source {
            case .path(let path):
                for file in try SourceList.files(path) {
                    descriptions.append(try FileIngest(file, options, assembly).read())
                }
            case .stream(let name, let kind, let reader):
                let file = SourceFile(path: name, table: nil, isNamed: true)
                descriptions.append(try FileIngest(file, options, assembly).dump(reader, kind: kind))
            }
        }
        return descriptions
    }

    /// The snapshot among the sources; one is read as a whole and by itself.
    private static func snapshot(among sources: [IngestSource]) throws(IngestError) -> String? {
        for case .path(let path) in sources where SnapshotFile.isSnapshot(path) {
            guard sources.count == 1 else {
                throw IngestError(
                    .usage, "the snapshot \(path) is read by itself, without other sources",
                    hint: "make one snapshot of all sources with aroundtally load")
            }
            return path
        }
        return nil
    }

    /// What can only be said once everything was read.
    private static func check(
        _ assembly: Assembly, _ descriptions: [SourceDescription]
    ) throws(IngestError) {
        let known = assembly.knownTables
        guard !known.tables.isEmpty else {
            throw IngestError(
                .brokenInput, "no table that the engine knows is in the sources",
                at: descriptions.first.map { Place(file: $0.file) },
                hint: "it looks for public.tickets, public.customers and so on")
        }
        if let table = assembly.overRejected {
            let first = assembly.rejects.first
            throw IngestError(
                .brokenInput,
                "\(table.rejected) of \(table.rows + table.rejected) rows of \(table.name) cannot be read",
                at: first.map { Place(file: $0.file, line: $0.line) },
                hint: first.map { "the first: \($0.sentence); --max-reject-share raises the limit" })
        }
        if known.rows == 0 {
            assembly.findings.add(.noRows) {
                FindingExample(
                    place: Place(file: descriptions.first?.file ?? "-"), text: "", sentence: "the tables have no rows",
                    hint: "was the dump made with --schema-only?")
            }
        }
        for table in KnownTable.core where !known.tables.contains(table) {
            assembly.findings.add(.missingTable) {
                FindingExample(
                    place: Place(table: table.rawValue, id: nil), text: table.rawValue,
                    sentence: "the sources have no table \(table.rawValue)")
            }
        }
    }
}
