import ServiceDesk

/// 64 bits of a stretch of bytes, to notice damage; nothing that somebody who wants to deceive could not forge.
///
/// Four lanes of multiply and rotate run side by side, so it reads memory as fast as memory can be read. Every step is a
/// bijection of its lane, so a change within one word is always noticed.
enum SnapshotChecksum {
    private static let prime: UInt64 = 0x9e37_79b1_85eb_ca87

    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* prime
        return product << 29 | product >> 35
    }

    /// The checksum of a range of bytes.
    static func of(_ bytes: ColumnValues<UInt8>, _ range: Range<Int>) -> UInt64 {
        bytes.withUnsafeBufferPointer { buffer in
            of(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[range]))
        }
    }

    private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        guard let base = bytes.baseAddress else { return prime }
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        var offset = 0
        while offset &+ 32 <= bytes.count {
            let place = base + offset
            lanes.0 = step(lanes.0, place.loadUnaligned(as: UInt64.self))
            lanes.1 = step(lanes.1, place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            lanes.2 = step(lanes.2, place.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
            lanes.3 = step(lanes.3, place.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
            offset &+= 32
        }
        var sum = step(UInt64(truncatingIfNeeded: bytes.count), prime)
        while offset < bytes.count {
            sum = step(sum, UInt64(bytes[offset]))
            offset &+= 1
        }
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = step(sum, lane) }
        return sum
    }
}
