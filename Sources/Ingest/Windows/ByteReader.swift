import Glibc
import ServiceDesk

/// The bytes of a source, one after the other. One thread at a time reads them.
public protocol ByteReader: AnyObject {
    /// Puts up to `capacity` bytes and says how many; 0 is the end.
    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int
}

/// The bytes of a file descriptor, after those that were already looked at.
final class FileReader: ByteReader {
    private let descriptor: Int32
    private let closes: Bool
    private let name: String
    private var head: [UInt8]
    private var headPosition = 0

    init(descriptor: Int32, closes: Bool, name: String) {
        self.descriptor = descriptor
        self.closes = closes
        self.name = name
        head = []
    }

    deinit { if closes { close(descriptor) } }

    /// Opens a file.
    static func open(_ path: String) throws(IngestError) -> FileReader {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            let kind: IngestError.Kind = code == ENOENT || code == ENOTDIR ? .missingInput : .unreadableDevice
            throw IngestError(kind, "\(path) cannot be opened: \(String(cString: strerror(code)))")
        }
        return FileReader(descriptor: descriptor, closes: true, name: path)
    }

    /// The first bytes, which `read` gives again.
    func peek(_ count: Int) throws(IngestError) -> [UInt8] {
        while head.count < count {
            var chunk = [UInt8](repeating: 0, count: count - head.count)
            let length = try fill(&chunk)
            if length == 0 { break }
            head.append(contentsOf: chunk[..<length])
        }
        return head
    }

    private func fill(_ chunk: inout [UInt8]) throws(IngestError) -> Int {
        var length = -1
        let capacity = chunk.count
        let descriptor = descriptor
        repeat {
            length = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, capacity) }
        } while length < 0 && errno == EINTR
        if length < 0 { throw failure() }
        return length
    }

    private func failure() -> IngestError {
        IngestError(.unreadableDevice, "\(name) cannot be read: \(String(cString: strerror(errno)))")
    }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        if headPosition < head.count {
            let length = min(capacity, head.count - headPosition)
            for index in 0..<length { buffer[index] = head[headPosition + index] }
            headPosition += length
            return length
        }
        var length = -1
        repeat { length = Glibc.read(descriptor, buffer, capacity) } while length < 0 && errno == EINTR
        if length < 0 { throw failure() }
        return length
    }
}
