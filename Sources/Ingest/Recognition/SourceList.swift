import Glibc
import ServiceDesk

/// One file to read.
struct SourceFile {
    /// The path, or `-`.
    var path: String
    /// The table that the caller or the folder says it holds.
    var table: String?
    /// Whether the file was named by itself; of a folder only the CSV files count.
    var isNamed: Bool
    /// Whether it is a folder that pg_dump wrote.
    var isArchive = false
}

/// Turns sources as they are named into files.
enum SourceList {
    /// The files of a source.
    static func files(_ source: String) throws(IngestError) -> [SourceFile] {
        if source.hasPrefix("postgres://") || source.hasPrefix("postgresql://") {
            throw notYetReadable("a Postgres URL", "the database URL")
        }
        if source == "-" { return [SourceFile(path: source, table: nil, isNamed: true)] }
        var status = stat()
        if stat(source, &status) != 0 {
            let code = errno
            if let assigned = try assignment(source) { return [assigned] }
            let kind: IngestError.Kind = code == ENOENT || code == ENOTDIR ? .missingInput : .unreadableDevice
            throw IngestError(kind, "\(source) cannot be opened: \(String(cString: strerror(code)))")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return [SourceFile(path: source, table: nil, isNamed: true)]
        }
        return try folder(source)
    }

    /// `tickets=path.csv`.
    private static func assignment(_ source: String) throws(IngestError) -> SourceFile? {
        guard let equals = source.firstIndex(of: "=") else { return nil }
        let table = String(source[..<equals])
        let path = String(source[source.index(after: equals)...])
        guard !table.isEmpty, !path.isEmpty, table.utf8.allSatisfy({ $0 == 0x5f || (0x61...0x7a).contains($0) }) else {
            return nil
        }
        guard KnownTable(rawValue: table) != nil else {
            let nearest = Word.nearest(to: table, in: KnownTable.allCases.map(\.rawValue))
            throw IngestError(
                .usage, "\(table) is no table that the engine knows",
                hint: nearest.map { "did you mean \($0)=\(path)?" })
        }
        return SourceFile(path: path, table: table, isNamed: true)
    }

    private static func folder(_ path: String) throws(IngestError) -> [SourceFile] {
        let names = try names(in: path)
        if names.contains("toc.dat") { return [SourceFile(path: path, table: nil, isNamed: true, isArchive: true)] }
        let endings = [".csv"] + Compression.suffixes.map { ".csv" + $0 }
        let files = names.filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
        guard !files.isEmpty else {
            throw IngestError(.brokenInput, "the folder \(path) has no CSV files", at: Place(file: path))
        }
        let base = path.hasSuffix("/") ? path : path + "/"
        return files.map { SourceFile(path: base + $0, table: nil, isNamed: false) }
    }

    /// The names in a folder, in the order of their bytes.
    private static func names(in path: String) throws(IngestError) -> [String] {
        guard let directory = opendir(path) else {
            throw IngestError(.unreadableDevice, "\(path) cannot be opened: \(String(cString: strerror(errno)))")
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// The table that a file's name says: `tickets.csv`, `tickets_rows.csv`.
    static func table(ofFile path: String) -> String {
        var name = path.split(separator: "/").last.map(String.init) ?? path
        if let dot = name.firstIndex(of: ".") { name = String(name[..<dot]) }
        name = name.lowercased()
        return name.hasSuffix("_rows") ? String(name.dropLast(5)) : name
    }

    /// The refusal of something that is known and not readable yet.
    static func notYetReadable(_ what: String, _ file: String) -> IngestError {
        IngestError(
            .brokenInput, "\(what) is not yet readable", at: Place(file: file),
            hint: "dumps and archives of pg_dump and CSV files are")
    }
}
