import Glibc

/// Reads another reader on a thread of its own, a few blocks ahead, so that unpacking and parsing overlap.
final class ReadAhead: ByteReader {
    private let belt: Belt
    private var block: Belt.Block?
    private var position = 0

    /// Starts to read at once.
    init(_ source: any ByteReader) throws(IngestError) {
        belt = Belt(source)
        try belt.start()
    }

    deinit { belt.stop() }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        if block == nil {
            block = try belt.take()
            position = 0
        }
        guard let block else { return 0 }
        let length = min(capacity, block.count - position)
        buffer.update(from: block.bytes + position, count: length)
        position += length
        if position == block.count {
            belt.giveBack(block)
            self.block = nil
        }
        return length
    }
}

/// Blocks of bytes on their way from one thread to another.
private final class Belt: @unchecked Sendable {
    struct Block {
        let bytes: UnsafeMutablePointer<UInt8>
        var count = 0
    }

    private static let blockBytes = 1 << 18
    private static let blocks = 6

    private let source: any ByteReader
    private let memory: UnsafeMutablePointer<UInt8>
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var free: [Block]
    private var full: [Block] = []
    private var isStopped = false
    private var isAtEnd = false
    private var failure: IngestError?

    init(_ source: any ByteReader) {
        self.source = source
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: Belt.blocks * Belt.blockBytes)
        self.memory = memory
        free = (0..<Belt.blocks).map { Block(bytes: memory + $0 * Belt.blockBytes) }
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        changed = .allocate(capacity: 1)
        changed.initialize(to: pthread_cond_t())
        pthread_cond_init(changed, nil)
    }

    deinit {
        memory.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
        pthread_cond_destroy(changed)
        changed.deallocate()
    }

    /// Starts the thread that fills the blocks; it keeps the belt alive until it ends.
    func start() throws(IngestError) {
        var thread = pthread_t()
        let own = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Belt>.fromOpaque(argument).takeRetainedValue().fill() }
                return nil
            }, own.toOpaque())
        guard code == 0 else {
            own.release()
            throw IngestError(.unreadableDevice, "no thread can be started: \(String(cString: strerror(code)))")
        }
        pthread_detach(thread)
    }

    /// Nobody takes any more. The thread ends when the read that it is in does.
    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }

    private func fill() {
        while var block = emptyBlock() {
            var failure: IngestError?
            do {
                while block.count < Belt.blockBytes {
                    let length = try source.read(
                        into: block.bytes + block.count, capacity: Belt.blockBytes - block.count)
                    if length == 0 { break }
                    block.count += length
                }
            } catch { failure = error }
            pthread_mutex_lock(mutex)
            if block.count > 0 { full.append(block) }
            self.failure = failure
            isAtEnd = failure != nil || block.count < Belt.blockBytes
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
    }

    private func emptyBlock() -> Block? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while free.isEmpty && !isStopped && !isAtEnd { pthread_cond_wait(changed, mutex) }
        return isStopped || isAtEnd ? nil : free.removeLast()
    }

    /// The next block; nil at the end.
    func take() throws(IngestError) -> Block? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while full.isEmpty && !isAtEnd { pthread_cond_wait(changed, mutex) }
        if !full.isEmpty { return full.removeFirst() }
        if let failure { throw failure }
        return nil
    }

    func giveBack(_ block: Block) {
        pthread_mutex_lock(mutex)
        free.append(Block(bytes: block.bytes))
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }
}
