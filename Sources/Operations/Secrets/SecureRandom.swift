import CCrypto

/// Random bytes that nobody can guess.
enum SecureRandom {
    /// So many bytes.
    static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let isFilled = RAND_bytes(&bytes, Int32(count)) == 1
        precondition(isFilled, "the system has no random bytes")
        return bytes
    }

    /// A new id, as text: a UUID of version 4.
    static func uuid() -> String {
        var bytes = bytes(16)
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = Array(hexadecimal(bytes))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(digits[$0]) }.joined(separator: "-")
    }
}
