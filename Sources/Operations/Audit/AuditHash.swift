import ServiceDesk

/// The hash of an audit row: SHA-256 of the byte 1, the hash of the row before, the running number, the instant in
/// microseconds, then id, performer, action, ticket and the canonical JSON of the payload, each behind its length, so
/// that no two rows are spelled alike. Numbers are eight bytes, lengths four, the most significant byte first; what is
/// absent has the length -1. `PostgresChain` has the same in SQL.
struct AuditHash {
    static let start = [UInt8](repeating: 0, count: Digest.size)

    private var bytes: [UInt8] = []

    /// The hash of one row.
    mutating func of(
        previous: [UInt8], seq: Int64, id: String, at: Int64, actor: String?, action: String, ticket: String?,
        payload: String?
    ) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(1)
        bytes.append(contentsOf: previous)
        append(UInt64(bitPattern: seq), 8)
        append(UInt64(bitPattern: at), 8)
        for text in [id, actor, action, ticket, payload] {
            guard var text else {
                append(UInt64.max, 4)
                continue
            }
            append(UInt64(text.utf8.count), 4)
            text.withUTF8 { bytes.append(contentsOf: $0) }
        }
        return Digest.sha256(bytes)
    }

    private mutating func append(_ number: UInt64, _ width: UInt64) {
        for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> (place * 8))) }
    }

    /// The microseconds of a stored instant; instants that are missing or far out have values of their own.
    static func microseconds(_ text: String?) -> Int64 {
        guard let text else { return Int64.min + 1 }
        switch InstantText.read(text) {
        case .instant(let instant): return instant.microseconds >= farAway ? Int64.max : instant.microseconds
        case .outOfRange(let before): return before ? Int64.min : Int64.max
        case .local, .unreadable: return Int64.min + 1
        }
    }

    /// The start of the year 290000, from which on a server's instants may not fit.
    private static let farAway: Int64 = 9_089_348_860_800_000_000
}
