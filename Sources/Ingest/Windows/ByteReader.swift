import Glibc
import ServiceDesk

/// The bytes of a source, one after the other. One thread at a time reads them.
public protocol ByteReader: AnyObject {
    /// Puts up to `capacity` bytes and says how many; 0 is the end.
    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int
}

/// A reader whose first bytes can be looked at before they are read.
final class PeekingReader: ByteReader {
    private let source: any ByteReader
    private var head: [UInt8] = []
    private var position = 0

    init(_ source: any ByteReader) {
        self.source = source
    }

    /// The first bytes, which `read` gives again; fewer than asked for when there are no more.
    func peek(_ count: Int) throws(IngestError) -> [UInt8] {
        let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        defer { chunk.deallocate() }
        while head.count < count {
            let length = try source.read(into: chunk, capacity: count - head.count)
            if length == 0 { break }
            head.append(contentsOf: UnsafeBufferPointer(start: chunk, count: length))
        }
        return head
    }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        guard position < head.count else { return try source.read(into: buffer, capacity: capacity) }
        let length = min(capacity, head.count - position)
        for index in 0..<length { buffer[index] = head[position + index] }
        position += length
        return length
    }
}

/// The bytes of a file descriptor.
final class FileReader: ByteReader {
    private let descriptor: Int32
    private let closes: Bool
    private let name: String
    private let progress: IngestProgress?

    init(descriptor: Int32, closes: Bool, name: String, progress: IngestProgress?) {
        self.descriptor = descriptor
        self.closes = closes
        self.name = name
        self.progress = progress
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { progress?.add(total: status.st_size) }
    }

    deinit { if closes { close(descriptor) } }

    /// Opens a file.
    static func open(
        _ path: String, followsLinks: Bool = true, progress: IngestProgress?
    ) throws(IngestError) -> FileReader {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            let code = errno
            let kind: IngestError.Kind = code == ENOENT || code == ENOTDIR ? .missingInput : .unreadableDevice
            throw IngestError(kind, "\(path) cannot be opened: \(String(cString: strerror(code)))")
        }
        return FileReader(descriptor: descriptor, closes: true, name: path, progress: progress)
    }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        var length = -1
        repeat { length = Glibc.read(descriptor, buffer, capacity) } while length < 0 && errno == EINTR
        guard length >= 0 else {
            throw IngestError(.unreadableDevice, "\(name) cannot be read: \(String(cString: strerror(errno)))")
        }
        progress?.add(read: length)
        return length
    }
}
