/// Bytes on their way out of a writer: the room is checked once per value, not once per byte.
///
/// The unsafe part of the writers: everything above it appends values.
public struct ByteBuffer: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    /// How many bytes are in it.
    @usableFromInline var filled: Int

    /// An empty buffer with room for so many bytes; it grows when they do not suffice.
    public init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
        filled = 0
    }

    deinit { base.deallocate() }

    /// How many bytes are in it.
    @inlinable public var count: Int { filled }

    /// Forgets all bytes and keeps the room.
    @inlinable
    public mutating func removeAll() { filled = 0 }

    /// Makes room for so many more bytes.
    @inlinable
    public mutating func reserve(_ more: Int) {
        if capacity - filled < more { grow(more) }
    }

    @usableFromInline
    mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, filled + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: filled)
        base.deallocate()
        base = moved
        capacity = larger
    }

    /// Appends one byte.
    @inlinable
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        base[filled] = byte
        filled += 1
    }

    /// Appends bytes as they are.
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + filled).update(from: start, count: bytes.count)
        filled += bytes.count
    }

    /// Appends bytes as they are.
    @inlinable
    public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends a text as UTF-8.
    @inlinable
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Replaces the last byte.
    /// - Precondition: there is one.
    @inlinable
    mutating func replaceLast(with byte: UInt8) {
        precondition(filled > 0, "an empty buffer has no last byte")
        base[filled - 1] = byte
    }

    /// Hands out the bytes for reading.
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: filled).span)
    }
}

extension ByteBuffer {
    /// The bytes as text.
    public var text: String { String(decoding: UnsafeBufferPointer(start: base, count: filled), as: UTF8.self) }
}

// MARK: - Numbers, instants, ids

extension ByteBuffer {
    /// Appends a whole number in decimal digits.
    public mutating func append(decimal number: Int64) {
        reserve(20)
        if number < 0 {
            base[filled] = UInt8(ascii: "-")
            filled += 1
        }
        var rest = number.magnitude
        var end = filled + ByteBuffer.digitCount(rest)
        filled = end
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            end -= 1
            base[end] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        } while rest != 0
    }

    private static func digitCount(_ number: UInt64) -> Int {
        var count = 1
        var bound: UInt64 = 10
        while number >= bound {
            count += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            if overflow { break }
            bound = next
        }
        return count
    }

    /// Appends an instant as RFC 3339 in UTC, with six digits of fraction only where they are not zero.
    public mutating func append(_ instant: Instant) {
        let (days, rest) = instant.microseconds.flooredDivision(by: 86_400_000_000)
        let date = LocalDate(daysSinceEpoch: Int32(truncatingIfNeeded: days)).civil
        guard instant.isFinite, (0...9999).contains(date.year) else {
            append(instant.rfc3339)
            return
        }
        reserve(27)
        let start = UnsafeMutableRawPointer(base + filled)
        let seconds = UInt32(truncatingIfNeeded: rest / 1_000_000)
        let year = UInt32(truncatingIfNeeded: date.year)
        ByteBuffer.store(pair: year / 100, at: start)
        ByteBuffer.store(pair: year % 100, at: start + 2)
        ByteBuffer.store(pair: UInt32(truncatingIfNeeded: date.month), at: start + 5)
        ByteBuffer.store(pair: UInt32(truncatingIfNeeded: date.day), at: start + 8)
        ByteBuffer.store(pair: seconds / 3600, at: start + 11)
        ByteBuffer.store(pair: seconds / 60 % 60, at: start + 14)
        ByteBuffer.store(pair: seconds % 60, at: start + 17)
        ByteBuffer.store("-", at: start + 4)
        ByteBuffer.store("-", at: start + 7)
        ByteBuffer.store("T", at: start + 10)
        ByteBuffer.store(":", at: start + 13)
        ByteBuffer.store(":", at: start + 16)
        let fraction = UInt32(truncatingIfNeeded: rest % 1_000_000)
        guard fraction != 0 else {
            ByteBuffer.store("Z", at: start + 19)
            filled += 20
            return
        }
        ByteBuffer.store(".", at: start + 19)
        ByteBuffer.store(pair: fraction / 10_000, at: start + 20)
        ByteBuffer.store(pair: fraction / 100 % 100, at: start + 22)
        ByteBuffer.store(pair: fraction % 100, at: start + 24)
        ByteBuffer.store("Z", at: start + 26)
        filled += 27
    }

    private static func store(_ character: Unicode.Scalar, at place: UnsafeMutableRawPointer) {
        place.storeBytes(of: UInt8(ascii: character), as: UInt8.self)
    }

    /// Stores the two digits of a number below a hundred.
    private static func store(pair number: UInt32, at place: UnsafeMutableRawPointer) {
        let tens = (number &* 103) &>> 10  // number / 10, exact below 179
        let digits = tens | (number &- tens &* 10) &<< 8
        place.storeBytes(of: UInt16(truncatingIfNeeded: digits &+ 0x3030).littleEndian, as: UInt16.self)
    }

    /// Appends a length of time in seconds, with a fraction only where it is not zero and without trailing zeros.
    public mutating func append(seconds span: TimeSpan) {
        var magnitude = span.microseconds.magnitude
        if span.microseconds < 0 { append(UInt8(ascii: "-")) }
        append(decimal: Int64(magnitude / 1_000_000))
        magnitude %= 1_000_000
        guard magnitude != 0 else { return }
        append(UInt8(ascii: "."))
        var place: UInt64 = 100_000
        while magnitude != 0 {
            append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: magnitude / place))
            magnitude %= place
            place /= 10
        }
    }

    /// Appends a UUID in lower case with hyphens.
    public mutating func append<Entity>(_ id: EntityID<Entity>) {
        reserve(36)
        let start = UnsafeMutableRawPointer(base + filled)
        let second = ByteBuffer.hexDigits(UInt32(truncatingIfNeeded: id.high))
        let third = ByteBuffer.hexDigits(UInt32(truncatingIfNeeded: id.low >> 32))
        ByteBuffer.store(eight: ByteBuffer.hexDigits(UInt32(truncatingIfNeeded: id.high >> 32)), at: start)
        ByteBuffer.store(four: second, at: start + 9)
        ByteBuffer.store(four: second >> 32, at: start + 14)
        ByteBuffer.store(four: third, at: start + 19)
        ByteBuffer.store(four: third >> 32, at: start + 24)
        ByteBuffer.store(eight: ByteBuffer.hexDigits(UInt32(truncatingIfNeeded: id.low)), at: start + 28)
        ByteBuffer.store("-", at: start + 8)
        ByteBuffer.store("-", at: start + 13)
        ByteBuffer.store("-", at: start + 18)
        ByteBuffer.store("-", at: start + 23)
        filled += 36
    }

    /// The eight hexadecimal digits of a number, the most significant in the lowest byte: each nibble is moved into a
    /// byte of its own and turned into its character, all eight at once.
    private static func hexDigits(_ number: UInt32) -> UInt64 {
        var nibbles = UInt64(number)
        nibbles = (nibbles | nibbles << 16) & 0x0000_ffff_0000_ffff
        nibbles = (nibbles | nibbles << 8) & 0x00ff_00ff_00ff_00ff
        nibbles = (nibbles | nibbles << 4) & 0x0f0f_0f0f_0f0f_0f0f
        let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).byteSwapped
    }

    private static func store(eight digits: UInt64, at place: UnsafeMutableRawPointer) {
        place.storeBytes(of: digits.littleEndian, as: UInt64.self)
    }

    private static func store(four digits: UInt64, at place: UnsafeMutableRawPointer) {
        place.storeBytes(of: UInt32(truncatingIfNeeded: digits).littleEndian, as: UInt32.self)
    }
}
