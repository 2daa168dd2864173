import ServiceDesk

/// The columns of tables as blocks: what is added here under a name, `SnapshotColumnReader` gives back under it.
struct SnapshotColumnWriter {
    /// A block before it has a place in the file.
    struct Block {
        let name: String
        let stride: Int
        let bytes: ColumnValues<UInt8>
    }

    private(set) var blocks: [Block] = []

    mutating func add<Element>(_ name: String, _ values: ColumnValues<Element>) {
        blocks.append(Block(name: name, stride: MemoryLayout<Element>.stride, bytes: values.bytes))
    }

    mutating func add(_ name: String, _ bits: Bitmap) { add(name, ColumnValues(bits.words)) }

    /// No block stands for a bitmap that says that every row has a value.
    mutating func add(validity name: String, _ bits: Bitmap?) {
        if let bits { add("\(name).validity", bits) }
    }

    mutating func add<Entity, Element>(_ name: String, _ column: ValueColumn<Entity, Element>) {
        add(name, column.values)
        add(validity: name, column.validity)
    }

    mutating func add<Entity, Code>(_ name: String, _ column: DictionaryColumn<Entity, Code>) {
        add(name, column.codes)
        add("\(name).words", column.dictionary)
    }

    mutating func add<Entity, Target>(_ name: String, _ column: ReferenceColumn<Entity, Target>) {
        add(name, column.codes)
    }

    mutating func add<Entity>(_ name: String, _ column: TextColumn<Entity>) {
        add("\(name).bytes", column.bytes)
        add("\(name).offsets", column.offsets)
        add(validity: name, column.validity)
    }

    mutating func add(_ name: String, _ texts: [String]) { add(name, TextColumn<Ticket>(texts)) }

    mutating func add<Entity>(_ name: String, _ grouping: TicketGrouping<Entity>) { add(name, grouping.offsets) }

    mutating func add<Entity, Element>(_ name: String, _ column: SparseColumn<Entity, Element>) {
        add("\(name).rows", column.positions)
        add(name, column.values)
    }
}

/// The columns of tables out of blocks whose checksums are right. That a block holds what its name promises is checked
/// all the same: widths, lengths, and that every code and offset leads somewhere.
struct SnapshotColumnReader {
    private let file: ColumnValues<UInt8>
    private let blocks: [String: SnapshotBlock]
    private let owner: any ColumnMemory

    init(_ file: ColumnValues<UInt8>, owner: any ColumnMemory, _ blocks: [SnapshotBlock]) {
        self.file = file
        self.owner = owner
        self.blocks = Dictionary(blocks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func unfit(_ name: String) -> SnapshotDamage {
        SnapshotDamage(reason: "is damaged: its block \(name) does not fit the others")
    }

    /// Values; as many as the table has rows, when that is known already.
    func values<Element>(_ name: String, count: Int? = nil) throws(SnapshotDamage) -> ColumnValues<Element> {
        guard let block = blocks[name] else { throw SnapshotDamage(reason: "lacks the block \(name)") }
        guard block.stride == MemoryLayout<Element>.stride, count == nil || count == block.count else {
            throw unfit(name)
        }
        return file.part(block.bytes, as: Element.self)
    }

    func bitmap(_ name: String, count: Int) throws(SnapshotDamage) -> Bitmap {
        Bitmap(words: Array(try values(name, count: (count + 63) / 64)), count: count)
    }

    private func validity(_ name: String, count: Int) throws(SnapshotDamage) -> Bitmap? {
        guard blocks["\(name).validity"] != nil else { return nil }
        return try bitmap("\(name).validity", count: count)
    }

    func column<Entity, Element>(
        _ name: String, count: Int
    ) throws(SnapshotDamage) -> ValueColumn<Entity, Element> {
        ValueColumn(values: try values(name, count: count), validity: try validity(name, count: count))
    }

    func words<Entity, Code>(_ name: String, count: Int) throws(SnapshotDamage) -> DictionaryColumn<Entity, Code> {
        let codes: ColumnValues<Code> = try values(name, count: count)
        let words = try strings("\(name).words")
        guard Int(codes.largest ?? 0) < words.count else { throw unfit(name) }
        return DictionaryColumn(codes: codes, dictionary: words)
    }

    /// References into a directory.
    func references<Entity, Target>(
        _ name: String, count: Int, to directory: Directory<Target>
    ) throws(SnapshotDamage) -> ReferenceColumn<Entity, Target> {
        let codes: ColumnValues<UInt32> = try values(name, count: count)
        // The code of NULL is the largest there is, so that one more is 0.
        guard codes.allSatisfy({ $0 &+ 1 <= directory.ids.count }) else { throw unfit(name) }
        return ReferenceColumn(codes: codes)
    }

    func texts<Entity>(_ name: String, count: Int? = nil) throws(SnapshotDamage) -> TextColumn<Entity> {
        let bytes: ColumnValues<UInt8> = try values("\(name).bytes")
        let offsets: ColumnValues<Int> = try values("\(name).offsets", count: count.map { $0 + 1 })
        guard offsets.first == 0, offsets.last == bytes.count, SnapshotColumnReader.ascend(offsets) else {
            throw unfit(name)
        }
        return TextColumn(bytes: bytes, offsets: offsets, validity: try validity(name, count: offsets.count - 1))
    }

    func strings(_ name: String) throws(SnapshotDamage) -> [String] {
        let texts: TextColumn<Ticket> = try texts(name)
        return (0..<texts.count).map { texts[TicketRow($0)] ?? "" }
    }

    /// The grouping of so many rows by so many tickets.
    func grouping<Entity>(
        _ name: String, tickets: Int, count: Int
    ) throws(SnapshotDamage) -> TicketGrouping<Entity> {
        let offsets: ColumnValues<UInt32> = try values(name, count: tickets + 1)
        guard offsets.first == 0, Int(offsets.last ?? 0) <= count, SnapshotColumnReader.ascend(offsets) else {
            throw unfit(name)
        }
        return TicketGrouping(offsets: offsets)
    }

    func sparse<Entity, Element>(_ name: String, count: Int) throws(SnapshotDamage) -> SparseColumn<Entity, Element> {
        let positions: ColumnValues<UInt32> = try values("\(name).rows")
        guard Int(positions.last ?? 0) < max(count, 1), SnapshotColumnReader.ascend(positions) else {
            throw unfit(name)
        }
        return SparseColumn(positions: positions, values: try values(name, count: positions.count))
    }

    /// The values of events or assignments, coded as `EventValue` says; the codes of each row have a limit.
    func eventValues(
        _ name: String, count: Int, below limit: (Int) -> Int
    ) throws(SnapshotDamage) -> ColumnValues<UInt32> {
        let codes: ColumnValues<UInt32> = try values(name, count: count)
        for (row, code) in codes.enumerated() where code >= EventValue.first && Int(code) >= limit(row) {
            throw unfit(name)
        }
        return codes
    }

    private static func ascend<Element: Comparable>(_ values: ColumnValues<Element>) -> Bool {
        values.withUnsafeBufferPointer { buffer in
            var ascends = true
            for index in 1..<max(buffer.count, 1) { ascends = ascends && buffer[index - 1] <= buffer[index] }
            return ascends
        }
    }
}
