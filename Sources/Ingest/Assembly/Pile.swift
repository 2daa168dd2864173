import ServiceDesk

/// A growing run of plain values in memory of its own.
///
/// Row loops write through raw pointers: they reserve room for all rows of a window first, so that no row pays for a
/// check.
struct Pile<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int
    private var block: MemoryBlock

    init(capacity: Int = 16) {
        self.init(block: MemoryBlock(bytes: capacity * MemoryLayout<Element>.stride))
    }

    /// A pile with room for so many values in memory that may have been used before.
    init(capacity: Int, from spare: SpareMemory) {
        self.init(block: spare.block(bytes: capacity * MemoryLayout<Element>.stride))
    }

    private init(block: MemoryBlock) {
        self.block = block
        capacity = block.bytes / MemoryLayout<Element>.stride
        base = block.base.bindMemory(to: Element.self, capacity: capacity)
    }

    deinit { block.release() }

    /// Room for so many more values; the pointer is where the next one goes.
    mutating func reserve(_ extra: Int) -> UnsafeMutablePointer<Element> {
        if count + extra > capacity { grow(to: count + extra) }
        return base + count
    }

    /// Takes so many values that were written into reserved room.
    mutating func commit(_ added: Int) { count += added }

    mutating func append(_ value: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: value)
        count += 1
    }

    mutating func append(_ source: UnsafePointer<Element>, _ length: Int) {
        guard length > 0 else { return }
        let target = reserve(length)
        target.update(from: source, count: length)
        count += length
    }

    mutating func append(from other: borrowing Pile<Element>) { append(other.base, other.count) }

    mutating func append(repeating value: Element, _ length: Int) {
        guard length > 0 else { return }
        reserve(length).update(repeating: value, count: length)
        count += length
    }

    /// Forgets all values and keeps the memory.
    mutating func removeAll() { count = 0 }

    mutating func removeLast(to length: Int) { count = min(count, length) }

    subscript(index: Int) -> Element {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    /// Gives the values away as a column of the same bytes, without copying them, and is empty afterwards.
    mutating func handOver<Value: BitwiseCopyable & Sendable>(as type: Value.Type = Value.self) -> ColumnValues<Value> {
        precondition(MemoryLayout<Value>.stride == MemoryLayout<Element>.stride, "a column of another width")
        let length = count
        let owner = PileMemory(giveUp())
        return ColumnValues(start: owner.block.base, count: length, owner: owner)
    }

    /// Gives the memory away and is empty afterwards.
    mutating func giveUp() -> MemoryBlock {
        let given = block
        let empty = MemoryBlock(bytes: 0)
        block = empty
        count = 0
        capacity = empty.bytes / MemoryLayout<Element>.stride
        base = empty.base.bindMemory(to: Element.self, capacity: capacity)
        return given
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        block.resize(to: max(needed, capacity + capacity / 2, 64) * MemoryLayout<Element>.stride)
        capacity = block.bytes / MemoryLayout<Element>.stride
        base = block.base.bindMemory(to: Element.self, capacity: capacity)
    }
}

/// The memory of a pile that became a column.
private final class PileMemory: ColumnMemory, @unchecked Sendable {
    let block: MemoryBlock

    init(_ block: MemoryBlock) { self.block = block }

    deinit { block.release() }
}
