import Glibc
import ServiceDesk

/// A growing run of plain values in memory of its own.
///
/// Row loops write through raw pointers: they reserve room for all rows of a window first, so that no row pays for a
/// check. Growing goes through `realloc`, which moves the pages of a large block instead of touching them again.
struct Pile<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 16) {
        self.capacity = capacity
        base = Memory.resized(nil, bytes: capacity * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: capacity)
    }

    deinit { free(base) }

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
        let column = ColumnValues<Value>(start: base, count: count, owner: PileMemory(base))
        capacity = 16
        count = 0
        base = Memory.resized(nil, bytes: capacity * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: capacity)
        return column
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        capacity = max(needed, capacity + capacity / 2, 64)
        base = Memory.resized(base, bytes: capacity * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: capacity)
    }
}

/// The memory of a pile that became a column.
private final class PileMemory: ColumnMemory, @unchecked Sendable {
    private let base: UnsafeMutableRawPointer

    init(_ base: UnsafeMutableRawPointer) { self.base = base }

    deinit { free(base) }
}

/// Raw memory. A program without memory cannot go on; it says so and ends as for a full disk (`COMMANDS`, exit 74).
enum Memory {
    static func resized(_ block: UnsafeMutableRawPointer?, bytes: Int) -> UnsafeMutableRawPointer {
        guard let memory = realloc(block, max(bytes, 16)) else {
            let message = "error: out of memory\n"
            _ = message.withCString { write(2, $0, strlen($0)) }
            exit(74)
        }
        return memory
    }
}
