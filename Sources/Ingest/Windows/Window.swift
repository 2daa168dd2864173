import Glibc

/// A stretch of a file, the unit of work. It begins and ends between rows where rows are not too long for that.
///
/// The memory is padded with zeros, so that masks and eight-byte loads may look beyond the end.
final class Window {
    /// Bytes that may be looked at beyond the end.
    static let padding = 128

    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes there are.
    private(set) var count = 0
    /// Its place in the order of the file, from 0.
    var sequence = 0
    /// The offset of its first byte in the file.
    var offset = 0
    /// How many bytes of its first line come before it.
    var droppedColumns = 0
    /// Whether nothing follows it.
    var isLast = false

    init(capacity: Int) {
        self.capacity = capacity + Window.padding
        bytes = Memory.resized(nil, bytes: self.capacity).bindMemory(to: UInt8.self, capacity: self.capacity)
    }

    deinit { free(bytes) }

    func removeAll() { count = 0 }

    /// Whether no byte is beyond ASCII.
    var isASCII: Bool {
        var union: UInt8 = 0
        for position in 0..<count { union |= bytes[position] }
        return union < 0x80
    }

    /// Room for so many more bytes, padding apart.
    func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt8> {
        if count + extra + Window.padding > capacity {
            capacity = max(count + extra, capacity * 2) + Window.padding
            bytes = Memory.resized(bytes, bytes: capacity).bindMemory(to: UInt8.self, capacity: capacity)
        }
        return bytes + count
    }

    /// Takes bytes that were written into reserved room.
    func commit(_ added: Int) { count += added }

    /// Gives up the bytes from an offset on.
    func cut(to length: Int) { count = length }

    /// Gives up the bytes before an offset.
    func removeFirst(_ length: Int) {
        guard length > 0 else { return }
        bytes.update(from: bytes + length, count: count - length)
        count -= length
    }

    /// Puts zeros behind the end.
    func pad() { (bytes + count).initialize(repeating: 0, count: Window.padding) }

    func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        guard length > 0 else { return }
        reserve(length).update(from: source, count: length)
        count += length
    }
}
