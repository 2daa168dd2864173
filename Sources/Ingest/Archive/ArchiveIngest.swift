import Glibc
import ServiceDesk

/// An archive of pg_dump on its way into the assembly: the data of every table is read like a part of a plain dump.
/// Nothing of it is written to disk, whatever names its members have.
final class ArchiveIngest {
    private let name: String
    private let options: IngestOptions
    private let assembly: Assembly
    private let machine: DumpMachine
    private var bytes = 0
    private var seen: Set<Int> = []
    private var isCut = false

    init(name: String, options: IngestOptions, assembly: Assembly) {
        self.name = name
        self.options = options
        self.assembly = assembly
        machine = DumpMachine(file: name, options: options, assembly: assembly)
    }

    // MARK: Custom

    private static let dataBlock: UInt8 = 1
    private static let largeObjectsBlock: UInt8 = 3

    /// Reads an archive of one file (`pg_dump -Fc`) from front to back.
    func custom(_ reader: any ByteReader) throws(IngestError) -> SourceDescription {
        let input = ArchiveInput(reader, name: name)
        let contents = try ArchiveContents(input, name: name, layout: .custom, limits: options.limits)
        try define(contents)
        blocks: while !isCut, let type = try input.byte() {
            switch type {
            case ArchiveIngest.dataBlock: try dataBlock(input, contents)
            case ArchiveIngest.largeObjectsBlock: try skipLargeObjects(input)
            case 0:
                do { try contents.readAgain() } catch { noteCut("its second table of contents ends early") }
                break blocks
            default:
                throw IngestError(
                    .brokenInput, "the archive \(name) is damaged: a block of an unknown kind", at: Place(file: name),
                    hint: "copy it again")
            }
        }
        return try description("custom archive", contents)
    }

    private func dataBlock(_ input: ArchiveInput, _ contents: ArchiveContents) throws(IngestError) {
        let chunks = ChunkReader(input)
        let id = try chunks.int()
        if let entry = contents.entries.first(where: { $0.id == id && $0.isTableData }) {
            try part(entry, chunks, contents.packing) { chunks.isCut }
        }
        try chunks.skipRest()
        if chunks.isCut { noteCut("it ends inside of its data") }
    }

    /// Large objects: a number and the chunks of each.
    private func skipLargeObjects(_ input: ArchiveInput) throws(IngestError) {
        let head = ChunkReader(input)
        _ = try head.int()
        while !head.isCut, try head.int() != 0 {
            let chunks = ChunkReader(input)
            try chunks.skipRest()
            if chunks.isCut { break }
        }
        if head.isCut { noteCut("it ends inside of its large objects") }
    }

    // MARK: Members

    /// Reads a tar archive (`pg_dump -Ft`) from front to back.
    func tar(_ reader: any ByteReader) throws(IngestError) -> SourceDescription {
        let input = ArchiveInput(reader, name: name)
        var contents: ArchiveContents?
        var isWhole = false
        while !isWhole, !isCut {
            let member = try TarMember(input, archive: name)
            switch member.kind {
            case .end: isWhole = true
            case .cut: noteCut("it ends early")
            case .other: break
            case .file(let file):
                let data = MemberReader(input, count: member.size)
                if let contents {
                    if let entry = contents.entries.first(where: { $0.isTableData && $0.fileName == file }) {
                        try part(entry, data, nil) { data.isCut }
                    }
                } else {
                    guard file == Array("toc.dat".utf8) else { throw noContents() }
                    let own = ArchiveInput(data, name: name)
                    contents = try ArchiveContents(own, name: name, layout: .files, limits: options.limits)
                    if let contents { try define(contents) }
                }
                try data.skipRest()
                if data.isCut { noteCut("it ends inside of its data") }
            }
            if !isWhole, !isCut, try !input.skip(member.padding) { noteCut("it ends early") }
        }
        guard let contents else { throw noContents() }
        return try description("tar archive", contents)
    }

    private func noContents() -> IngestError {
        IngestError(
            .brokenInput, "the tar file \(name) does not begin with the table of contents of an archive of pg_dump",
            at: Place(file: name), hint: "unpack it and name what is in it")
    }

    /// Reads a folder (`pg_dump -Fd`).
    func directory() throws(IngestError) -> SourceDescription {
        let base = name.hasSuffix("/") ? name : name + "/"
        let toc = try FileReader.open(base + "toc.dat", progress: options.progress)
        let contents = try ArchiveContents(
            ArchiveInput(toc, name: name), name: name, layout: .files, limits: options.limits)
        try define(contents)
        for entry in contents.entries where entry.isTableData {
            guard !entry.fileName.contains(UInt8(ascii: "/")), entry.fileName.first != UInt8(ascii: ".") else {
                throw IngestError(
                    .brokenInput, "the archive \(name) names a file outside of it", at: Place(file: name))
            }
            let path = base + String(decoding: entry.fileName, as: UTF8.self)
            let endings = [""] + Compression.suffixes
            guard let found = endings.lazy.map({ path + $0 }).first(where: { access($0, F_OK) == 0 }) else {
                noteMissing(entry)
                continue
            }
            try part(entry, FileReader.open(found, followsLinks: false, progress: options.progress), nil) { false }
        }
        return try description("directory archive", contents)
    }

    // MARK: Parts

    /// Takes over what the table of contents says about tables and settings.
    private func define(_ contents: ArchiveContents) throws(IngestError) {
        let kinds = ["ENCODING", "STDSTRINGS", "SEARCHPATH", "TABLE", "TABLE ATTACH"].map { Array($0.utf8) }
        for entry in contents.entries where kinds.contains(entry.kind) {
            try machine.define(entry.definition, schema: entry.schema)
        }
    }

    /// Reads the data of a table.
    private func part(
        _ entry: ArchiveEntry, _ data: any ByteReader, _ packing: Compression?, isCut: () -> Bool
    ) throws(IngestError) {
        seen.insert(entry.id)
        let file = "\(name)(\(entry.shownName))"
        var loss: () -> String? = { nil }
        var reader = data
        if let packing {
            let unpacker = UnpackingReader(data, packing, name: file)
            reader = try ReadAhead(unpacker)
            loss = { unpacker.loss }
        } else {
            let opened = try OpenedFile(data, file)
            reader = opened.reader
            loss = { opened.loss }
        }
        try machine.begin(part: file, with: entry.copyStatement, schema: entry.schema)
        let cutter = WindowCutter(
            reader: reader, rule: .dump, windowBytes: options.windowBytes, rowLimit: options.limits.rowBytes,
            name: file, isCut: { false })
        let wasTruncated = machine.isTruncated
        try Turns(cutter: cutter, machine: machine, format: .copy, options: options).run()
        bytes += cutter.offset
        let isTold = machine.isTruncated && !wasTruncated
        if let loss = loss() ?? (isCut() ? "the archive ends inside of the data of \(entry.shownName)" : nil) {
            self.isCut = true
            if !isTold { assembly.noteTruncated(loss, at: Place(file: file)) }
        }
    }

    private func noteCut(_ sentence: String) {
        if !isCut && !machine.isTruncated {
            assembly.noteTruncated("the archive is cut: \(sentence)", at: Place(file: name))
        }
        isCut = true
    }

    private func noteMissing(_ entry: ArchiveEntry) {
        isCut = true
        seen.insert(entry.id)
        assembly.noteTruncated("the archive lacks the data of \(entry.shownName)", at: Place(file: name))
    }

    private func description(_ kind: String, _ contents: ArchiveContents) throws(IngestError) -> SourceDescription {
        if !isCut, let lost = contents.entries.first(where: { $0.isTableData && !seen.contains($0.id) }) {
            noteMissing(lost)
        }
        let packing = contents.packing.map { ", \($0.rawValue)" } ?? ""
        return SourceDescription(
            file: name, kind: "\(kind) 1.\(contents.version)\(packing)", bytes: bytes,
            isTruncated: isCut || machine.isTruncated)
    }
}

/// The chunks of a block of a custom archive: a length and so many bytes, up to the length 0.
private final class ChunkReader: ByteReader {
    private let input: ArchiveInput
    private var left = 0
    private var isDone = false
    private(set) var isCut = false

    init(_ input: ArchiveInput) { self.input = input }

    /// A number of the archive; 0 where it ends.
    func int() throws(IngestError) -> Int {
        let bytes = try input.bytes(5)
        guard bytes.count == 5 else {
            isCut = true
            return 0
        }
        let value = bytes[1...].reversed().reduce(0) { $0 << 8 | Int($1) }
        return bytes[0] == 0 ? value : -value
    }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        if left == 0 && !isDone {
            left = try int()
            isDone = left <= 0
        }
        guard !isDone, !isCut else { return 0 }
        let length = try input.read(into: buffer, capacity: min(capacity, left))
        if length == 0 { isCut = true }
        left -= length
        return length
    }

    /// Walks over what is left of the block.
    func skipRest() throws(IngestError) {
        while !isDone, !isCut {
            if try !input.skip(left) { isCut = true }
            left = try isCut ? 0 : int()
            isDone = left <= 0
        }
    }
}
