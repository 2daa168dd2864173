import ServiceDesk

/// A value of the index: how it becomes bytes and comes back. Both directions stand beside each other.
protocol SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder)
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage)
}

/// Bytes on their way into an index.
struct SnapshotEncoder {
    var bytes: [UInt8] = []

    /// Appends a word.
    mutating func add(_ word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
}

/// Bytes of an index on their way back into values; what is not there is damage.
struct SnapshotDecoder {
    private var bytes: Slice<ColumnValues<UInt8>>

    init(_ bytes: Slice<ColumnValues<UInt8>>) { self.bytes = bytes }

    /// How many bytes are left.
    var left: Int { bytes.count }

    /// The next bytes.
    mutating func take(_ count: Int) throws(SnapshotDamage) -> Slice<ColumnValues<UInt8>> {
        guard count >= 0, count <= bytes.count else {
            throw SnapshotDamage(reason: "is damaged: its index ends too early")
        }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }

    /// The next word.
    mutating func word() throws(SnapshotDamage) -> UInt64 {
        try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension UInt64: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { encoder.add(self) }
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) { self = try decoder.word() }
}

extension Int: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { encoder.add(UInt64(bitPattern: Int64(self))) }
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self = Int(truncatingIfNeeded: try decoder.word())
    }
}

extension Bool: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { encoder.add(self ? 1 : 0) }
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) { self = try decoder.word() != 0 }
}

extension String: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        utf8.count.encode(to: &encoder)
        encoder.bytes.append(contentsOf: utf8)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        let count = try Int(from: &decoder)
        self = String(decoding: try decoder.take(count), as: UTF8.self)
    }
}

extension Optional: SnapshotCodable where Wrapped: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        (self != nil).encode(to: &encoder)
        self?.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self = try Bool(from: &decoder) ? try Wrapped(from: &decoder) : nil
    }
}

extension Array: SnapshotCodable where Element: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        count.encode(to: &encoder)
        for element in self { element.encode(to: &encoder) }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        let count = try Int(from: &decoder)
        // No element takes less than a word.
        guard count >= 0, count <= decoder.left / 8 else {
            throw SnapshotDamage(reason: "is damaged: a list of its index is too long")
        }
        self = []
        reserveCapacity(count)
        for _ in 0..<count { append(try Element(from: &decoder)) }
    }
}

extension Dictionary: SnapshotCodable where Key: SnapshotCodable, Value: SnapshotCodable {
    /// The same dictionary has the same bytes, whatever order its hashes give it.
    func encode(to encoder: inout SnapshotEncoder) {
        let members = map { member in
            var own = SnapshotEncoder()
            member.key.encode(to: &own)
            member.value.encode(to: &own)
            return own.bytes
        }
        count.encode(to: &encoder)
        for member in members.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            encoder.bytes.append(contentsOf: member)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self = [:]
        for _ in 0..<Swift.max(0, try Int(from: &decoder)) {
            let key = try Key(from: &decoder)
            self[key] = try Value(from: &decoder)
        }
    }
}

extension SnapshotCodable where Self: RawRepresentable, RawValue: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { rawValue.encode(to: &encoder) }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        let raw = try RawValue(from: &decoder)
        guard let value = Self(rawValue: raw) else {
            throw SnapshotDamage(reason: "holds \(raw), which this program does not know")
        }
        self = value
    }
}
