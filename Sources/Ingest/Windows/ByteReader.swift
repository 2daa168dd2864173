import Glibc
import ServiceDesk

/// The bytes of a source, one after the other. One thread at a time reads them.
public protocol ByteReader: AnyObject {
    /// Puts up to `capacity` bytes and says how many; 0 is the end.
    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int
}

/// The bytes of a file descriptor.
final class FileReader: ByteReader {
    private let descriptor: Int32
    private let closes: Bool
    private let name: String

    init(descriptor: Int32, closes: Bool, name: String) {
        self.descriptor = descriptor
        self.closes = closes
        self.name = name
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

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        var length = -1
        repeat { length = Glibc.read(descriptor, buffer, capacity) } while length < 0 && errno == EINTR
        if length < 0 {
            throw IngestError(.unreadableDevice, "\(name) cannot be read: \(String(cString: strerror(errno)))")
        }
        return length
    }
}

/// A reader whose first bytes can be looked at before they are read.
final class PeekedReader: ByteReader {
    private let source: any ByteReader
    private var head: [UInt8] = []
    private var headPosition = 0

    init(_ source: any ByteReader) { self.source = source }

    /// The first bytes, fewer where the source ends.
    func peek(_ count: Int) throws(IngestError) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: count)
        while head.count < count {
            var failure: IngestError?
            let length = chunk.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                do throws(IngestError) {
                    return try source.read(into: base, capacity: count - head.count)
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            if length == 0 { break }
            head.append(contentsOf: chunk[..<length])
        }
        return head
    }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        guard headPosition < head.count else { return try source.read(into: buffer, capacity: capacity) }
        let length = min(capacity, head.count - headPosition)
        for index in 0..<length { buffer[index] = head[headPosition + index] }
        headPosition += length
        return length
    }
}
