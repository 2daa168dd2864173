import ServiceDesk

/// What is wrong with a log.
public struct AuditFault: Hashable, Sendable {
    /// The running number of the row, when it is one row.
    public let seq: Int64?
    /// What is wrong, without a full stop.
    public let sentence: String
}

/// What a look at the whole log found.
public struct AuditReport: Sendable {
    /// How many rows were looked at.
    public var rows: Int64 = 0
    /// The hash of the last row, in hexadecimal digits.
    public var head = ""
    /// What the anchor said, in words.
    public var anchor = ""
    /// What is wrong; the first is the earliest row.
    public var faults: [AuditFault] = []
}

extension AuditLog {
    /// Rows that are read at a time.
    private static let pageSize: Int64 = 10_000

    /// Looks at every row: its number, the hash of the row before, its own hash; then at the anchor, and at the number
    /// of events that the versions of the tickets demand.
    ///
    /// Behind the first row that is wrong the chain is not followed: nothing after it can be trusted.
    public static func verify(_ session: any DatabaseSession, anchor: AuditAnchor?) throws -> AuditReport {
        var report = AuditReport()
        let witness = try anchor?.read()
        var walk = ChainWalk(anchoredSeq: witness?.seq)
        var isWhole = true
        while isWhole {
            let rows = try session.rows(
                """
                SELECT seq, id, created_at, performed_by, action, ticket_id, payload, prev_hash, hash FROM audit_log
                WHERE seq > ?1 ORDER BY seq LIMIT \(pageSize)
                """, [.integer(walk.seq)])
            for row in rows {
                if let fault = walk.step(row, isNormal: session.backEnd == .sqlite) {
                    report.faults.append(fault)
                    isWhole = false
                    break
                }
            }
            if rows.count < pageSize { break }
        }
        report.rows = walk.seq
        report.head = hexadecimal(walk.hash)
        if isWhole { check(anchor, witness, walk, &report) }
        try checkUnchained(session, &report)
        try checkVersions(session, &report)
        return report
    }

    private static func check(
        _ anchor: AuditAnchor?, _ witness: AuditAnchor.Witness?, _ walk: ChainWalk, _ report: inout AuditReport
    ) {
        guard let anchor else {
            report.anchor = "none"
            return
        }
        guard let witness else {
            report.anchor = "absent"
            if walk.seq > 0 && anchor.hasKey {
                report.faults.append(AuditFault(seq: nil, sentence: "the anchor \(anchor.path) is not there"))
            }
            return
        }
        report.anchor = "row \(witness.seq)"
        if !witness.isGenuine {
            report.faults.append(AuditFault(seq: nil, sentence: "the anchor \(anchor.path) was not written with its key"))
        } else if walk.seq < witness.seq {
            report.faults.append(
                AuditFault(
                    seq: walk.seq + 1, sentence: "the log ends at row \(walk.seq), its anchor is at row \(witness.seq)"))
        } else if walk.anchoredHash != witness.hash {
            report.faults.append(AuditFault(seq: witness.seq, sentence: "the row is not the one that was anchored"))
        }
    }

    /// Rows that came in past the chain, when a server's trigger was switched off.
    private static func checkUnchained(_ session: any DatabaseSession, _ report: inout AuditReport) throws {
        let row = try session.row("SELECT count(*) AS n FROM audit_log WHERE seq IS NULL OR seq < 1")
        guard let count = row?.integer("n"), count > 0 else { return }
        report.faults.append(AuditFault(seq: nil, sentence: "\(count) rows stand outside the chain"))
    }

    private static func checkVersions(_ session: any DatabaseSession, _ report: inout AuditReport) throws {
        let short = try session.rows(
            """
            SELECT number, version - unlogged AS wanted, found FROM (
                SELECT tickets.id, number, version, unlogged,
                    (SELECT count(*) FROM audit_log WHERE audit_log.ticket_id = tickets.id) AS found
                FROM tickets WHERE version > unlogged) AS counted
            WHERE found < version - unlogged ORDER BY number LIMIT 20
            """)
        for row in short {
            report.faults.append(
                AuditFault(
                    seq: nil,
                    sentence: "ticket T-\(row.text("number") ?? "?") has \(row.text("found") ?? "0") events; "
                        + "its version demands \(row.text("wanted") ?? "?")"))
        }
    }
}

/// Follows the chain row by row.
private struct ChainWalk {
    private(set) var seq: Int64 = 0
    private(set) var hash = AuditHash.start
    /// The hash of the row that is anchored, once it was passed.
    private(set) var anchoredHash: [UInt8]?
    private let anchoredSeq: Int64?
    private var hasher = AuditHash()

    init(anchoredSeq: Int64?) {
        self.anchoredSeq = anchoredSeq
        if anchoredSeq == 0 { anchoredHash = hash }
    }

    /// Checks the next row.
    /// - Parameter isNormal: whether the payload is stored as canonical JSON.
    mutating func step(_ row: SQLRow, isNormal: Bool) -> AuditFault? {
        let number = row.integer("seq") ?? 0
        guard number == seq + 1 else {
            return AuditFault(seq: seq + 1, sentence: "the row is missing; the next one is row \(number)")
        }
        guard row.bytes("prev_hash") == hash else {
            return AuditFault(seq: number, sentence: "the row does not continue the row before it")
        }
        var payload = row.text("payload")
        if !isNormal, let text = payload, let value = try? JSONValue(parsing: text) { payload = value.canonicalText }
        let own = hasher.of(
            previous: hash, seq: number, id: row.text("id") ?? "", at: AuditHash.microseconds(row.text("created_at")),
            actor: row.text("performed_by"), action: row.text("action") ?? "", ticket: row.text("ticket_id"),
            payload: payload)
        guard row.bytes("hash") == own else {
            return AuditFault(seq: number, sentence: "the row is not as it was written")
        }
        seq = number
        hash = own
        if seq == anchoredSeq { anchoredHash = hash }
        return nil
    }
}
