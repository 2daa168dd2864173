import ServiceDesk

@testable import Ingest

/// The bytes of a snapshot taken apart, so that all checksums can be made to match what was put into it.
struct SnapshotForgery {
    var bytes: [UInt8]
    private let index: Range<Int>
    private(set) var blocks: [SnapshotBlock]
    private let notes: [UInt8]

    /// Takes apart what has a sound index, whatever its checksums say.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        let length =
            bytes.count >= SnapshotFormat.page ? bytes[24..<32].reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
        guard length <= UInt64(max(0, bytes.count - SnapshotFormat.page)) else {
            throw SnapshotDamage(reason: "has no index")
        }
        index = SnapshotFormat.page..<SnapshotFormat.page + Int(length)
        var decoder = SnapshotDecoder(ColumnValues(bytes)[index])
        blocks = try [SnapshotBlock](from: &decoder)
        notes = Array(try decoder.take(decoder.left))
    }

    /// The file with all checksums put right.
    func sealed() -> [UInt8] {
        var sealed = bytes
        let file = ColumnValues(bytes)
        var encoder = SnapshotEncoder()
        blocks.map { block in
            guard block.isSound(fileBytes: bytes.count) else { return block }
            var block = block
            block.checksums = block.checksums.indices.map { SnapshotChecksum.of(file, block.chunk($0)) }
            return block
        }.encode(to: &encoder)
        encoder.bytes.append(contentsOf: notes)
        sealed.replaceSubrange(index, with: encoder.bytes)
        let checksum = SnapshotChecksum.of(ColumnValues(encoder.bytes), 0..<encoder.bytes.count)
        let own = SnapshotHeader(fileBytes: sealed.count, indexBytes: encoder.bytes.count, indexChecksum: checksum)
        sealed.replaceSubrange(0..<SnapshotFormat.page, with: own.page)
        return sealed
    }
}
