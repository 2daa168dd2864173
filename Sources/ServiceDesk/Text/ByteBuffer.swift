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

    /// Appends two digits of a number below a hundred; the caller has made room.
    private mutating func storePair(_ number: Int) {
        base[filled] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
        base[filled + 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
        filled += 2
    }

    private mutating func store(_ byte: UInt8) {
        base[filled] = byte
        filled += 1
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
        storePair(date.year / 100)
        storePair(date.year % 100)
        store(UInt8(ascii: "-"))
        storePair(date.month)
        store(UInt8(ascii: "-"))
        storePair(date.day)
        store(UInt8(ascii: "T"))
        let seconds = Int(rest / 1_000_000)
        storePair(seconds / 3600)
        store(UInt8(ascii: ":"))
        storePair(seconds / 60 % 60)
        store(UInt8(ascii: ":"))
        storePair(seconds % 60)
        let fraction = Int(rest % 1_000_000)
        if fraction != 0 {
            store(UInt8(ascii: "."))
            storePair(fraction / 10_000)
            storePair(fraction / 100 % 100)
            storePair(fraction % 100)
        }
        store(UInt8(ascii: "Z"))
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
        storeHex(id.high >> 32, digits: 8)
        store(UInt8(ascii: "-"))
        storeHex(id.high >> 16 & 0xffff, digits: 4)
        store(UInt8(ascii: "-"))
        storeHex(id.high & 0xffff, digits: 4)
        store(UInt8(ascii: "-"))
        storeHex(id.low >> 48, digits: 4)
        store(UInt8(ascii: "-"))
        storeHex(id.low & 0xffff_ffff_ffff, digits: 12)
    }

    private mutating func storeHex(_ number: UInt64, digits: Int) {
        var shift = UInt64(digits * 4)
        while shift > 0 {
            shift -= 4
            let value = UInt8(truncatingIfNeeded: number >> shift & 15)
            store(value < 10 ? 0x30 &+ value : 0x57 &+ value)
        }
    }
}
