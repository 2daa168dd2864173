/// A stretch of a file that begins and ends between rows: the unit of work.
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
    /// Whether nothing follows it.
    var isLast = false

    init(capacity: Int) {
        self.capacity = capacity + Window.padding
        bytes = .allocate(capacity: self.capacity)
        bytes.initialize(repeating: 0, count: self.capacity)
    }

    deinit { bytes.deallocate() }

    func removeAll() { count = 0 }

    /// Room for so many more bytes, padding apart.
    func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt8> {
        if count + extra + Window.padding > capacity {
            capacity = max(count + extra, capacity * 2) + Window.padding
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            larger.initialize(from: bytes, count: count)
            bytes.deallocate()
            bytes = larger
        }
        return bytes + count
    }

    /// Takes bytes that were written into reserved room.
    func commit(_ added: Int) { count += added }

    /// Gives up the bytes from an offset on.
    func cut(to length: Int) { count = length }

    /// Puts zeros behind the end.
    func pad() { (bytes + count).initialize(repeating: 0, count: Window.padding) }

    func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        guard length > 0 else { return }
        reserve(length).update(from: source, count: length)
        count += length
    }
}
