import ServiceDesk

/// The snapshot file, version 2. Numbers are little-endian, as on every machine the program is built for; columns lie in
/// the file as they lie in memory, so that opening one is mapping it.
///
///     page 0      header: mark, version, lengths, checksum of the index, checksum of the header itself
///     page 1 …    index: where each block lies, what is in it, checksums of its chunks; then what belongs to no column:
///                 sources, inventory, findings, rejects
///     then        blocks, each on a page of its own: the values of one column, a bitmap, a dictionary
///
/// The header and the index are checked when a file is opened, a block when the tables that need it are made.
enum SnapshotFormat {
    static let mark = Array("ATSNAP\r\n".utf8)
    static let version = 2
    static let page = 4096
    static let headerBytes = 48
    /// How many bytes of a block share a checksum.
    static let chunkBytes = 1 << 20

    /// The next place at which a block may start.
    static func nextPage(_ offset: Int) -> Int { (offset + page - 1) / page * page }
}

/// What is wrong with a snapshot, as the end of a sentence about it.
struct SnapshotDamage: Error {
    let reason: String
}

/// The first bytes of a snapshot.
struct SnapshotHeader {
    var fileBytes: Int
    var indexBytes: Int
    var indexChecksum: UInt64

    init(fileBytes: Int, indexBytes: Int, indexChecksum: UInt64) {
        self.fileBytes = fileBytes
        self.indexBytes = indexBytes
        self.indexChecksum = indexChecksum
    }

    /// Reads and checks the header of a mapped file.
    init(_ file: ColumnValues<UInt8>) throws(SnapshotDamage) {
        guard file.count >= SnapshotFormat.page else { throw SnapshotDamage(reason: "ends within its header") }
        var decoder = SnapshotDecoder(file.prefix(SnapshotFormat.headerBytes))
        guard file.starts(with: SnapshotFormat.mark) else {
            throw SnapshotDamage(reason: "does not begin as a snapshot")
        }
        _ = try decoder.word()
        let version = try Int(from: &decoder)
        guard version == SnapshotFormat.version else {
            throw SnapshotDamage(reason: "has version \(version); this program reads version \(SnapshotFormat.version)")
        }
        fileBytes = try Int(from: &decoder)
        indexBytes = try Int(from: &decoder)
        indexChecksum = try decoder.word()
        let own = try decoder.word()
        guard own == SnapshotChecksum.of(file, 0..<SnapshotFormat.headerBytes - 8) else {
            throw SnapshotDamage(reason: "is damaged: the checksum of its header does not match")
        }
        guard fileBytes == file.count else {
            throw SnapshotDamage(reason: "has \(file.count) bytes where its header says \(fileBytes)")
        }
        guard indexBytes >= 0, indexBytes <= fileBytes - SnapshotFormat.page else {
            throw SnapshotDamage(reason: "is damaged: its index does not fit into the file")
        }
    }

    /// The header with its checksum, as a page.
    var page: [UInt8] {
        var encoder = SnapshotEncoder()
        encoder.bytes.append(contentsOf: SnapshotFormat.mark)
        SnapshotFormat.version.encode(to: &encoder)
        fileBytes.encode(to: &encoder)
        indexBytes.encode(to: &encoder)
        encoder.add(indexChecksum)
        let bytes = ColumnValues(encoder.bytes)
        encoder.add(SnapshotChecksum.of(bytes, 0..<bytes.count))
        return encoder.bytes + [UInt8](repeating: 0, count: SnapshotFormat.page - encoder.bytes.count)
    }
}

/// Where a block lies and what is in it.
struct SnapshotBlock {
    var name: String
    /// The width of a value in bytes.
    var stride: Int
    var count: Int
    /// Where it starts in the file.
    var offset: Int
    /// The checksum of each chunk.
    var checksums: [UInt64]

    /// The bytes of the file that it takes up.
    var bytes: Range<Int> { offset..<offset + count * stride }

    /// The bytes of one of its chunks.
    func chunk(_ index: Int) -> Range<Int> {
        let start = offset + index * SnapshotFormat.chunkBytes
        return start..<min(start + SnapshotFormat.chunkBytes, bytes.upperBound)
    }

    /// How many chunks so many bytes are.
    static func chunkCount(bytes: Int) -> Int {
        (bytes + SnapshotFormat.chunkBytes - 1) / SnapshotFormat.chunkBytes
    }

    /// Whether the block lies within a file of so many bytes, where blocks may start, with a checksum for each chunk.
    func isSound(fileBytes: Int) -> Bool {
        guard (1...64).contains(stride), count >= 0, offset >= SnapshotFormat.page, offset % SnapshotFormat.page == 0
        else { return false }
        let (length, overflow) = count.multipliedReportingOverflow(by: stride)
        guard !overflow, offset <= fileBytes, length <= fileBytes - offset else { return false }
        return checksums.count == SnapshotBlock.chunkCount(bytes: length)
    }
}

extension SnapshotBlock: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        name.encode(to: &encoder)
        stride.encode(to: &encoder)
        count.encode(to: &encoder)
        offset.encode(to: &encoder)
        checksums.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        name = try String(from: &decoder)
        stride = try Int(from: &decoder)
        count = try Int(from: &decoder)
        offset = try Int(from: &decoder)
        checksums = try [UInt64](from: &decoder)
    }
}
