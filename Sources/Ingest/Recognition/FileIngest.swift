import ServiceDesk

/// One file on its way into the assembly.
struct FileIngest {
    private let file: SourceFile
    private let options: IngestOptions
    private let assembly: Assembly

    init(_ file: SourceFile, _ options: IngestOptions, _ assembly: Assembly) {
        self.file = file
        self.options = options
        self.assembly = assembly
    }

    func read() throws(IngestError) -> SourceDescription {
        if file.isArchive { return try archive.directory() }
        let opened =
            try file.path == "-"
            ? OpenedFile(
                FileReader(
                    descriptor: options.standardInput, closes: false, name: "standard input", progress: options.progress
                ), "-")
            : OpenedFile(FileReader.open(file.path, progress: options.progress), file.path)
        var description: SourceDescription
        if file.table != nil, opened.kind == .customArchive || opened.kind == .tar {
            throw IngestError(.usage, "\(file.path) is an archive of several tables", hint: "name it without a table")
        }
        switch opened.kind {
        case .empty: throw IngestError(.brokenInput, "\(file.path) is empty", at: Place(file: file.path))
        case .notYetReadable(let what): throw SourceList.notYetReadable(what, file.path)
        case .customArchive: description = try archive.custom(opened.reader)
        case .tar: description = try archive.tar(opened.reader)
        case .snapshot:
            throw IngestError(
                .usage, "a snapshot is mapped, so it cannot come from a pipe or stand for one table",
                at: Place(file: file.path), hint: "name its file, and nothing else, as the source")
        case .dump where file.table == nil: description = try dump(opened.reader, kind: "plain dump")
        case .dump, .csv: description = try csv(opened)
        }
        description.kind = ([description.kind] + opened.packings.map(\.rawValue)).joined(separator: ", ")
        if let loss = opened.loss, !description.isTruncated {
            description.isTruncated = true
            assembly.noteTruncated(loss, at: Place(file: file.path))
        }
        return description
    }

    private var archive: ArchiveIngest { ArchiveIngest(name: file.path, options: options, assembly: assembly) }

    /// Reads the text of a plain dump.
    func dump(_ reader: any ByteReader, kind: String) throws(IngestError) -> SourceDescription {
        let machine = DumpMachine(file: file.path, options: options, assembly: assembly)
        let cutter = cutter(reader, .dump)
        try Turns(cutter: cutter, machine: machine, format: .copy, options: options).run()
        return SourceDescription(
            file: file.path, kind: kind, bytes: cutter.offset, isTruncated: machine.isTruncated)
    }

    private func csv(_ opened: OpenedFile) throws(IngestError) -> SourceDescription {
        let table = file.table ?? SourceList.table(ofFile: file.path)
        guard !file.isNamed || KnownTable(rawValue: table) != nil else {
            throw IngestError(
                .brokenInput, "\(file.path) is neither a dump nor a CSV file of a table that the engine knows",
                at: Place(file: file.path), hint: "name its table: tickets=\(file.path)")
        }
        let style = CSVStyle(nullWord: options.nullWord.map { Array($0.utf8) })
        let machine = CSVMachine(file: file.path, table: table, style: style, assembly: assembly)
        let cutter = cutter(opened.reader, .csv) { opened.loss != nil }
        try Turns(cutter: cutter, machine: machine, format: .csv(style), options: options).run()
        return SourceDescription(
            file: file.path, kind: "CSV of \(table)", bytes: cutter.offset, isTruncated: machine.isTruncated)
    }

    private func cutter(
        _ reader: any ByteReader, _ rule: CutRule, isCut: @escaping () -> Bool = { false }
    ) -> WindowCutter {
        WindowCutter(
            reader: reader, rule: rule, windowBytes: options.windowBytes, rowLimit: options.limits.rowBytes,
            name: file.path, isCut: isCut)
    }
}
