import ServiceDesk

/// One entry of an archive's table of contents.
struct ArchiveEntry {
    /// The number that its data goes by.
    var id = 0
    var hasData = false
    /// What it is: `TABLE`, `TABLE DATA`, `ENCODING` …
    var kind: [UInt8] = []
    var name: [UInt8] = []
    var schema: [UInt8] = []
    var definition: [UInt8] = []
    /// `COPY … FROM stdin;`, or nothing where the data are INSERT statements.
    var copyStatement: [UInt8] = []
    /// Of tar and directory archives: the member that holds the data.
    var fileName: [UInt8] = []

    var isTableData: Bool { kind == Array("TABLE DATA".utf8) && hasData }

    /// The table as `inspect` shows it.
    var shownName: String {
        QualifiedName(schema: String(decoding: schema, as: UTF8.self), name: String(decoding: name, as: UTF8.self))
            .shown
    }
}

/// The head of an archive of pg_dump: its version, how its data is packed, its table of contents.
struct ArchiveContents {
    /// How the extra part of an entry is written.
    enum Layout {
        case custom, files
    }

    private(set) var version = 0
    private(set) var packing: Compression?
    private(set) var entries: [ArchiveEntry] = []

    private let input: ArchiveInput
    private let name: String
    private let layout: Layout
    private let limits: IngestLimits
    private var offsetBytes = 8

    /// The versions that are read, by their second number: from PostgreSQL 9.6 to 18.
    private static let versions = 12...16

    /// Reads the head.
    init(_ input: ArchiveInput, name: String, layout: Layout, limits: IngestLimits) throws(IngestError) {
        self.input = input
        self.name = name
        self.layout = layout
        self.limits = limits
        guard try input.bytes(5) == Array("PGDMP".utf8) else { throw damaged("it does not begin as one") }
        let major = try byte()
        version = Int(try byte())
        _ = try byte()
        guard major == 1, ArchiveContents.versions.contains(version) else {
            throw IngestError(
                .brokenInput, "\(name) is an archive of version \(major).\(version); 1.12 to 1.16 are readable",
                at: Place(file: name), hint: "pg_dump of PostgreSQL 9.6 to 18 writes those")
        }
        guard try byte() == 4 else { throw damaged("its numbers have another size than pg_dump's") }
        offsetBytes = Int(try byte())
        guard offsetBytes <= 8 else { throw damaged("its offsets have an impossible size") }
        _ = try byte()
        packing = try readPacking()
        for _ in 0..<7 { _ = try int() }
        for _ in 0..<3 { _ = try string() }
        entries = try readEntries(count: int())
    }

    /// Reads the table of contents once more, as pg_dump since 16 writes it behind the data of a stream; its first byte
    /// was read.
    func readAgain() throws(IngestError) { _ = try readEntries(count: int(sign: 0)) }

    private func readPacking() throws(IngestError) -> Compression? {
        if version < 15 { return try int() == 0 ? nil : .zlib }
        switch try byte() {
        case 0: return nil
        case 1: return .zlib
        case 2: return .lz4
        case 3: return .zstd
        default: throw damaged("it is packed in an unknown way")
        }
    }

    private func readEntries(count: Int) throws(IngestError) -> [ArchiveEntry] {
        guard count >= 0 else { throw damaged("its table of contents makes no sense") }
        var entries: [ArchiveEntry] = []
        for _ in 0..<count { entries.append(try entry()) }
        return entries
    }

    private func entry() throws(IngestError) -> ArchiveEntry {
        var entry = ArchiveEntry()
        entry.id = try int()
        entry.hasData = try int() != 0
        for _ in 0..<2 { _ = try string() }
        entry.name = try string() ?? []
        entry.kind = try string() ?? []
        _ = try int()
        entry.definition = try string() ?? []
        _ = try string()
        entry.copyStatement = try string() ?? []
        entry.schema = try string() ?? []
        _ = try string()
        if version >= 14 { _ = try string() }
        if version >= 16 { _ = try int() }
        for _ in 0..<2 { _ = try string() }
        while try string() != nil {}
        switch layout {
        case .custom:
            // Where the data stands is of no use to who reads from front to back; that there is none is.
            if try byte() == ArchiveContents.noData { entry.hasData = false }
            for _ in 0..<offsetBytes { _ = try byte() }
        case .files:
            entry.fileName = try string() ?? []
            if entry.fileName.isEmpty { entry.hasData = false }
        }
        return entry
    }

    private static let noData: UInt8 = 3

    private func byte() throws(IngestError) -> UInt8 {
        guard let byte = try input.byte() else { throw damaged("it ends inside of its table of contents") }
        return byte
    }

    private func int() throws(IngestError) -> Int { try int(sign: byte()) }

    private func int(sign: UInt8) throws(IngestError) -> Int {
        var value = 0
        for shift in 0..<4 { value |= Int(try byte()) << (8 * shift) }
        return sign == 0 ? value : -value
    }

    /// A text; nil for none.
    private func string() throws(IngestError) -> [UInt8]? {
        let count = try int()
        guard count >= 0 else { return nil }
        guard count <= limits.valueBytes else { throw damaged("a text in it has \(count) bytes") }
        let bytes = try input.bytes(count)
        guard bytes.count == count else { throw damaged("it ends inside of its table of contents") }
        return bytes
    }

    private func damaged(_ reason: String) -> IngestError {
        IngestError(
            .brokenInput, "the archive \(name) is damaged: \(reason)", at: Place(file: name), hint: "copy it again")
    }
}
