import Glibc
import ServiceDesk

/// A snapshot that is open: its header and index are checked, its blocks are not yet.
struct SnapshotFile {
    private let path: String
    private let file: ColumnValues<UInt8>
    private let mapping: FileMapping
    private let blocks: [SnapshotBlock]
    private let notes: SnapshotNotes

    /// Whether the file at a path begins as a snapshot.
    static func isSnapshot(_ path: String) -> Bool {
        guard let file = fopen(path, "rb") else { return false }
        defer { fclose(file) }
        var head = [UInt8](repeating: 0, count: SnapshotFormat.mark.count)
        return fread(&head, 1, head.count, file) == head.count && head == SnapshotFormat.mark
    }

    /// Opens a snapshot.
    init(_ path: String) throws(IngestError) {
        self.path = path
        mapping = try FileMapping(path)
        file = ColumnValues(start: mapping.base, count: mapping.count, owner: mapping)
        do throws(SnapshotDamage) {
            let header = try SnapshotHeader(file)
            let index = SnapshotFormat.page..<SnapshotFormat.page + header.indexBytes
            guard SnapshotChecksum.of(file, index) == header.indexChecksum else {
                throw SnapshotDamage(reason: "is damaged: the checksum of its index does not match")
            }
            var decoder = SnapshotDecoder(file[index])
            blocks = try [SnapshotBlock](from: &decoder)
            notes = try SnapshotNotes(from: &decoder)
            guard blocks.allSatisfy({ $0.isSound(fileBytes: header.fileBytes) }) else {
                throw SnapshotDamage(reason: "is damaged: a block does not fit into the file")
            }
        } catch { throw SnapshotFile.failure(path, error) }
    }

    private static func failure(_ path: String, _ damage: SnapshotDamage) -> IngestError {
        IngestError(
            .brokenInput, "\(path) \(damage.reason)", at: Place(file: path),
            hint: "make the snapshot anew from its source with aroundtally load")
    }

    /// Everything that it holds. The blocks that the options ask for are checked first, so that no command works on
    /// damaged ones.
    func read(_ options: IngestOptions) throws(IngestError) -> IngestResult {
        let withTitles = options.keepsTitles && notes.hasTitles
        let wanted = blocks.filter { block in
            options.verifiesSnapshot
                || options.wantsRows && (withTitles || !block.name.hasPrefix(TicketTable.titleBlock))
        }
        do throws(SnapshotDamage) {
            try check(wanted, threads: options.threads)
            return IngestResult(
                dataset: options.wantsRows ? try dataset(withTitles: withTitles) : emptyDataset(),
                rejects: notes.rejects, rejectCount: notes.rejectCount, isTruncated: notes.isTruncated,
                sources: notes.files)
        } catch { throw SnapshotFile.failure(path, error) }
    }

    /// Compares the checksums of blocks, chunk by chunk.
    private func check(_ wanted: [SnapshotBlock], threads: Int) throws(SnapshotDamage) {
        let chunks = wanted.flatMap { block in block.checksums.indices.map { (block: block, index: $0) } }
        let damaged = Parallel.map(count: chunks.count, threads: threads, minimumRange: 4) { range in
            range.first { place in
                let chunk = chunks[place]
                return SnapshotChecksum.of(file, chunk.block.chunk(chunk.index)) != chunk.block.checksums[chunk.index]
            }
        }
        guard let first = damaged.lazy.compactMap({ $0 }).first else { return }
        throw SnapshotDamage(reason: "is damaged: a checksum of its block \(chunks[first].block.name) does not match")
    }

    private func dataset(withTitles: Bool) throws(SnapshotDamage) -> Dataset {
        let reader = SnapshotColumnReader(file, owner: mapping, blocks)
        let customers = try CustomerTable(from: reader)
        let agents = try AgentTable(from: reader)
        let customerDirectory: Directory<Customer> =
            try Directory("customers.directory", rowCount: customers.count, from: reader)
        let agentDirectory: Directory<Agent> =
            try Directory("agents.directory", rowCount: agents.count, from: reader)
        let tickets = try TicketTable(
            from: reader, withTitles: withTitles, customers: customerDirectory, agents: agentDirectory)
        return Dataset(
            sources: notes.sources, tickets: tickets, customers: customers, customerDirectory: customerDirectory,
            agents: agents, agentDirectory: agentDirectory,
            events: try EventTable(from: reader, tickets: tickets.count, agents: agentDirectory),
            assignments: try AssignmentTable(from: reader, tickets: tickets.count, agents: agentDirectory),
            comments: try CommentTable(from: reader, tickets: tickets.count),
            remarks: try RemarkTable(from: reader, tickets: tickets.count, agents: agentDirectory),
            serviceReports: try ServiceReportTable(from: reader, tickets: tickets.count, agents: agentDirectory),
            workflowConfig: notes.workflow, inventory: notes.inventory, findings: FindingLog(notes.findings))
    }

    /// What is said about the sources, over tables without rows.
    private func emptyDataset() -> Dataset {
        Dataset(
            sources: notes.sources, workflowConfig: notes.workflow, inventory: notes.inventory,
            findings: FindingLog(notes.findings))
    }
}

/// A file in memory as long as somebody looks at it.
private final class FileMapping: ColumnMemory {
    let base: UnsafeRawPointer
    let count: Int

    init(_ path: String) throws(IngestError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileMapping.failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileMapping.failure(path) }
        count = Int(status.st_size)
        guard let memory = mmap(nil, max(count, 1), PROT_READ, MAP_SHARED, descriptor, 0), memory != MAP_FAILED else {
            throw FileMapping.failure(path)
        }
        base = UnsafeRawPointer(memory)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), max(count, 1)) }

    private static func failure(_ path: String) -> IngestError {
        IngestError(.unreadableDevice, "\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
}

extension FileMapping: @unchecked Sendable {}
