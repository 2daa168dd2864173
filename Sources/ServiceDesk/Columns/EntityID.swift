/// The outside world's name of a row: a UUID, typed by what it names.
@frozen
public struct EntityID<Entity>: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The first eight bytes, most significant first.
    public let high: UInt64
    /// The last eight bytes.
    public let low: UInt64

    /// The UUID of sixteen bytes.
    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the forms that Postgres accepts: any case, braces around it, hyphens after any group of four digits.
    public init?(_ text: Span<UInt8>) {
        var start = 0
        var end = text.count
        if end - start >= 2, text[start] == UInt8(ascii: "{"), text[end - 1] == UInt8(ascii: "}") {
            start += 1
            end -= 1
        }
        var high: UInt64 = 0
        var low: UInt64 = 0
        var digits = 0
        var position = start
        while position < end {
            let byte = text[position]
            position += 1
            if byte == UInt8(ascii: "-") {
                guard digits > 0, digits < 32, digits % 4 == 0, text[position - 2] != byte else { return nil }
                continue
            }
            guard digits < 32, let value = EntityID.hexValue(byte) else { return nil }
            if digits < 16 { high = high << 4 | value } else { low = low << 4 | value }
            digits += 1
        }
        guard digits == 32 else { return nil }
        self.high = high
        self.low = low
    }

    /// Reads a UUID of a `String`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    private static func hexValue(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x41...0x46: UInt64(byte - 0x41 + 10)
        case 0x61...0x66: UInt64(byte - 0x61 + 10)
        default: nil
        }
    }

    /// The order of the bytes, which is the order of the lower-case text.
    @inlinable
    public static func < (left: EntityID, right: EntityID) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// Appends the UUID in lower case with hyphens.
    public func appendText(to output: inout [UInt8]) {
        for index in 0..<16 {
            if index == 4 || index == 6 || index == 8 || index == 10 { output.append(UInt8(ascii: "-")) }
            let word = index < 8 ? high : low
            let byte = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index & 7)))
            output.append(EntityID.hexDigit(byte >> 4))
            output.append(EntityID.hexDigit(byte & 15))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// The UUID in lower case with hyphens.
    public var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        appendText(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension EntityID {
    /// A random UUID (version 4) of sixteen random bytes; what is missing counts as zero.
    public init(random bytes: [UInt8]) {
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for (index, byte) in bytes.prefix(16).enumerated() {
            if index < 8 {
                words.high = words.high << 8 | UInt64(byte)
            } else {
                words.low = words.low << 8 | UInt64(byte)
            }
        }
        high = words.high & ~0xf000 | 0x4000
        low = words.low & ~(3 << 62) | 2 << 62
    }
}
