public import ServiceDesk

/// The frozen form of everything that was read: opened by mapping it, so that a report starts at once.
public enum Snapshot {
    /// Writes a result. The same result gives the same bytes.
    ///
    /// What lies in memory is checksummed by so many threads and then handed to the sink as it is.
    /// - Throws: what the sink throws.
    public static func write(_ result: IngestResult, threads: Int = 1, to sink: inout some ByteSink) throws {
        var writer = SnapshotColumnWriter()
        write(result.dataset, to: &writer)
        var blocks = writer.blocks.map { block in
            SnapshotBlock(
                name: block.name, stride: block.stride, count: block.bytes.count / block.stride, offset: 0,
                checksums: checksums(block.bytes, threads: threads))
        }
        let notes = SnapshotNotes(of: result)
        let indexBytes = index(blocks, notes).count
        var end = SnapshotFormat.nextPage(SnapshotFormat.page + indexBytes)
        for place in blocks.indices {
            blocks[place].offset = end
            end = SnapshotFormat.nextPage(blocks[place].bytes.upperBound)
        }
        let index = ColumnValues(self.index(blocks, notes))
        let header = SnapshotHeader(
            fileBytes: end, indexBytes: indexBytes, indexChecksum: SnapshotChecksum.of(index, 0..<index.count))
        try sink.write(header.page)
        for bytes in [index] + writer.blocks.map(\.bytes) { try writePages(bytes, to: &sink) }
    }

    /// The tables, column by column.
    private static func write(_ dataset: Dataset, to writer: inout SnapshotColumnWriter) {
        dataset.customerDirectory.write("customers.directory", to: &writer)
        dataset.customers.write(to: &writer)
        dataset.agentDirectory.write("agents.directory", to: &writer)
        dataset.agents.write(to: &writer)
        dataset.tickets.write(to: &writer)
        dataset.events.write(to: &writer)
        dataset.assignments.write(to: &writer)
        dataset.comments.write(to: &writer)
        dataset.remarks.write(to: &writer)
        dataset.serviceReports.write(to: &writer)
    }

    private static func checksums(_ bytes: ColumnValues<UInt8>, threads: Int) -> [UInt64] {
        let count = SnapshotBlock.chunkCount(bytes: bytes.count)
        return Parallel.map(count: count, threads: threads, minimumRange: 4) { chunks in
            chunks.map { chunk in
                let start = chunk * SnapshotFormat.chunkBytes
                return SnapshotChecksum.of(bytes, start..<min(start + SnapshotFormat.chunkBytes, bytes.count))
            }
        }.flatMap { $0 }
    }

    /// The bytes of the index. Their number does not depend on where the blocks are.
    private static func index(_ blocks: [SnapshotBlock], _ notes: SnapshotNotes) -> [UInt8] {
        var encoder = SnapshotEncoder()
        blocks.encode(to: &encoder)
        notes.encode(to: &encoder)
        return encoder.bytes
    }

    /// Writes bytes and zeros up to the next page.
    private static func writePages(_ bytes: ColumnValues<UInt8>, to sink: inout some ByteSink) throws {
        try bytes.withUnsafeBufferPointer { try sink.write($0.span) }
        try sink.write([UInt8](repeating: 0, count: SnapshotFormat.nextPage(bytes.count) - bytes.count))
    }
}
