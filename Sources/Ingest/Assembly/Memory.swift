import CMasks
import Glibc
import ServiceDesk

/// A block of raw memory. A large one comes from the kernel directly, so that growing moves its pages instead of copying
/// them. Huge pages are not asked for: clearing one drives everything else out of the cache (measured: 20 % more time).
struct MemoryBlock {
    /// Blocks of so many bytes are large, and a whole number of pages.
    private static let largeBytes = 1 << 20
    private static let page = 1 << 12

    private(set) var base: UnsafeMutableRawPointer
    private(set) var bytes: Int

    /// A block of at least so many bytes.
    init(bytes wanted: Int) {
        bytes = MemoryBlock.rounded(wanted)
        base = bytes >= MemoryBlock.largeBytes ? MemoryBlock.mapped(bytes) : Memory.resized(nil, bytes: bytes)
    }

    private static func rounded(_ bytes: Int) -> Int {
        bytes < largeBytes ? max(bytes, 16) : (bytes + page - 1) & ~(page - 1)
    }

    private static func mapped(_ bytes: Int) -> UnsafeMutableRawPointer {
        let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { Memory.exhausted() }
        return memory
    }

    /// Makes the block larger or smaller; what it holds stays, as far as it fits.
    mutating func resize(to wanted: Int) {
        let size = MemoryBlock.rounded(wanted)
        switch (bytes >= MemoryBlock.largeBytes, size >= MemoryBlock.largeBytes) {
        case (false, false): base = Memory.resized(base, bytes: size)
        case (true, true):
            guard let moved = masks_remap(base, bytes, size) else { Memory.exhausted() }
            base = moved
        default:
            let moved = MemoryBlock(bytes: size)
            moved.base.copyMemory(from: base, byteCount: min(bytes, size))
            release()
            base = moved.base
        }
        bytes = size
    }

    /// Gives the memory back; the block must not be used again.
    func release() {
        if bytes >= MemoryBlock.largeBytes { munmap(base, bytes) } else { free(base) }
    }
}

/// Memory that piles gave up and that others may use: its pages are there already, fresh ones would cost more than what
/// is written into them.
final class SpareMemory {
    private var blocks: [MemoryBlock] = []

    deinit { for block in blocks { block.release() } }

    /// Takes over the memory of a pile, which is empty afterwards.
    func take<Element>(_ pile: inout Pile<Element>) {
        blocks.append(pile.giveUp())
        // Two are enough for whoever turns one pile after the other into a column.
        if blocks.count > 2 { blocks.removeFirst().release() }
    }

    /// A block of at least so many bytes, and of not many more.
    func block(bytes: Int) -> MemoryBlock {
        guard
            let index = blocks.indices.filter({ blocks[$0].bytes >= bytes }).min(by: {
                blocks[$0].bytes < blocks[$1].bytes
            })
        else { return MemoryBlock(bytes: bytes) }
        var block = blocks.remove(at: index)
        block.resize(to: bytes)
        return block
    }
}

/// Memory of the C library. A program without memory cannot go on; it says so and ends as for a full disk (`COMMANDS`,
/// exit 74).
enum Memory {
    static func resized(_ block: UnsafeMutableRawPointer?, bytes: Int) -> UnsafeMutableRawPointer {
        guard let memory = realloc(block, max(bytes, 16)) else { exhausted() }
        return memory
    }

    static func exhausted() -> Never {
        let message = "error: out of memory\n"
        _ = message.withCString { write(2, $0, strlen($0)) }
        exit(74)
    }
}
