import Synchronization

/// How far reading has come; may be looked at from any thread while it goes on.
public final class IngestProgress: Sendable {
    private let read = Atomic<Int>(0)
    private let total = Atomic<Int>(0)

    /// Nothing read yet.
    public init() {}

    /// Bytes taken from the sources so far, as they lie on the disk.
    public var bytesRead: Int { read.load(ordering: .relaxed) }

    /// Bytes of the sources opened so far; 0 when nobody can know, as of a pipe.
    public var bytesInAll: Int { total.load(ordering: .relaxed) }

    func add(read bytes: Int) { read.wrappingAdd(bytes, ordering: .relaxed) }

    func add(total bytes: Int) { total.wrappingAdd(bytes, ordering: .relaxed) }
}
