import ServiceDesk

/// The bytes of an archive, in the pieces that its format is made of.
final class ArchiveInput {
    private let source: any ByteReader
    private let name: String
    private let buffer: UnsafeMutablePointer<UInt8>
    private var position = 0
    private var count = 0

    private static let bufferBytes = 1 << 16

    init(_ source: any ByteReader, name: String) {
        self.source = source
        self.name = name
        buffer = .allocate(capacity: ArchiveInput.bufferBytes)
    }

    deinit { buffer.deallocate() }

    /// The next byte; nil at the end.
    func byte() throws(IngestError) -> UInt8? {
        if position == count {
            count = try source.read(into: buffer, capacity: ArchiveInput.bufferBytes)
            position = 0
            if count == 0 { return nil }
        }
        position += 1
        return buffer[position - 1]
    }

    /// Puts up to `capacity` bytes; 0 is the end.
    func read(into target: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        guard position < count else { return try source.read(into: target, capacity: capacity) }
        let length = min(capacity, count - position)
        target.update(from: buffer + position, count: length)
        position += length
        return length
    }

    /// The next bytes, or fewer where the archive ends.
    func bytes(_ wanted: Int) throws(IngestError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < wanted, let byte = try byte() {
            bytes.append(byte)
            let length = min(wanted - bytes.count, count - position)
            bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + position, count: length))
            position += length
        }
        return bytes
    }

    /// Walks over bytes; false where the archive ends before.
    func skip(_ length: Int) throws(IngestError) -> Bool {
        var left = length
        while left > 0, try byte() != nil {
            let step = min(left - 1, count - position)
            position += step
            left -= step + 1
        }
        return left == 0
    }
}

/// So many bytes of an archive: a member of it.
final class MemberReader: ByteReader {
    private let input: ArchiveInput
    private var left: Int
    /// Whether the archive ended before the member did.
    private(set) var isCut = false

    init(_ input: ArchiveInput, count: Int) {
        self.input = input
        left = count
    }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        guard left > 0, !isCut else { return 0 }
        let length = try input.read(into: buffer, capacity: min(capacity, left))
        if length == 0 { isCut = true }
        left -= length
        return length
    }

    /// Walks over what is left of the member.
    func skipRest() throws(IngestError) {
        if try !input.skip(left) { isCut = true }
        left = 0
    }
}
