import Dispatch
public import ServiceDesk
import Synchronization

/// Takes rows of a source over into the database, in one transaction.
///
/// Ids and audit rows are kept; audit rows are chained anew, in the order of the source. A row that comes again as it
/// came the last time changes nothing. One that was changed here in the meantime stays when it is the newer one, unless
/// the import is forced. Clear passwords and keys are hashed or dropped.
public final class DeskImport {
    private let session: any DatabaseSession
    private let isForced: Bool
    private let now: Instant
    private var report = ImportReport()
    private var passwords: [(holder: String, password: String)] = []
    private var stagedEvents: Int64 = 0

    /// An import into the database of a transaction that writes.
    public init(into session: any DatabaseSession, isForced: Bool, at now: Instant) throws {
        self.session = session
        self.isForced = isForced
        self.now = now
        // Of several audit rows with one id the last one counts, at its own place: that is known only at the end.
        try session.change(
            """
            CREATE TEMPORARY TABLE staged_events (
                id text PRIMARY KEY, place bigint, ticket_id text, action text, payload text, performed_by text,
                created_at text)
            """)
    }

    /// What an import asks a source for: every column of every table that is kept, and the clear secrets.
    public static var columns: [(table: String, columns: [(name: String, type: ImportType)])] {
        DeskTables.all.map { table in
            let own = table.name == "tickets" ? OwnTables.exportedTicketColumns : []
            let secrets = DeskTables.secrets.sorted().map { (name: $0, type: ImportType.text) }
            return (table.name, (table.columns + own).map { ($0.name, ImportType($0.type)) } + secrets)
        }
    }

    /// Takes rows of one table over.
    /// - Parameters:
    ///   - columns: their columns, of those that `columns` names.
    ///   - rows: a text or nil per column.
    public func take(table name: String, columns: [String], rows: [[String?]]) throws {
        guard let table = ImportTable(name, columns) else { return }
        let password = table.index(of: "password")
        let key = table.index(of: "api_key")
        for row in rows {
            guard let id = row[table.idIndex] else { continue }
            let texts = table.columns.map { column in checked(row[column.index], column.definition, table, id) }
            if name == "audit_log" { try stage(table, texts) } else { try take(texts, of: table, id: id) }
            if let password, let text = row[password], !text.isEmpty {
                if name == "customers" { report.droppedPasswords += 1 } else { passwords.append((id, text)) }
            }
            if let key, name == "customers", let text = row[key], !text.isEmpty { try keep(key: text, of: id) }
        }
    }

    /// Ends the import: chains the audit rows and hashes the passwords.
    public func finish() throws -> ImportReport {
        try chainEvents()
        try demandEvents()
        try hashPasswords()
        try session.change("DROP TABLE staged_events")
        return report
    }

    // MARK: - Values

    /// A text that its column can hold; JSON in its one spelling.
    private func checked(
        _ text: String?, _ column: ColumnDefinition, _ table: ImportTable, _ id: String
    ) -> String? {
        guard let text else { return nil }
        switch column.type {
        case .json:
            if let value = try? JSONValue(parsing: text) { return value.canonicalText }
        case .numeric:
            let words = text.split(whereSeparator: \.isWhitespace)
            guard let trimmed = words.first.map(String.init), words.count == 1 else { break }
            if trimmed.wholeMatch(of: /[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?/) != nil { return trimmed }
            if ["nan", "infinity", "-infinity"].contains(trimmed.lowercased()) { return trimmed }
        case .textArray: return ArrayText.postgres(text)
        default: return text
        }
        report.findings.add(.badValue) {
            FindingExample(
                place: Place(table: table.definition.name, id: id), text: column.name,
                sentence: "\(column.name) cannot be read and is left out")
        }
        return nil
    }

    // MARK: - Rows

    private func take(_ texts: [String?], of table: ImportTable, id: String) throws {
        let name = table.definition.name
        let digest = table.digest(texts)
        let values = table.values(texts)
        if try session.change(table.insert, values) == 1 {
            try remember(digest, name, id)
            return report.count(\.inserted, of: name)
        }
        let prior = try session.row(
            "SELECT digest FROM imported_rows WHERE table_name = ?1 AND row_id = ?2", [.text(name), .text(id)]
        )?.bytes("digest")
        if prior == digest && !isForced { return report.count(\.unchanged, of: name) }
        guard let local = try session.row(table.select, [.text(id)]) else { return }
        let present = table.texts(local)
        if table.digest(present) == digest {
            try remember(digest, name, id)
            return report.count(\.unchanged, of: name)
        }
        if !isForced, prior != table.digest(present), isNewer(present, than: texts, table) {
            report.findings.add(.keptNewer) {
                FindingExample(
                    place: Place(table: name, id: id), text: id, sentence: "the row was changed here since, and stays",
                    hint: "--force takes the row of the source")
            }
            return report.count(\.keptNewer, of: name)
        }
        try session.change(table.update, values)
        try remember(digest, name, id)
        report.count(\.updated, of: name)
    }

    /// Whether the row that is here is newer than the source's. Where rows have no `updated_at`, the one that was
    /// changed here is.
    private func isNewer(_ present: [String?], than texts: [String?], _ table: ImportTable) -> Bool {
        guard let index = table.columns.firstIndex(where: { $0.definition.name == "updated_at" }) else { return true }
        guard let here = ImportTable.instant(present[index]) else { return false }
        guard let there = ImportTable.instant(texts[index]) else { return true }
        return here > there
    }

    private func remember(_ digest: [UInt8], _ table: String, _ id: String) throws {
        try session.change(
            """
            INSERT INTO imported_rows (table_name, row_id, digest) VALUES (?1, ?2, ?3)
            ON CONFLICT (table_name, row_id) DO UPDATE SET digest = excluded.digest
            """, [.text(table), .text(id), .bytes(digest)])
    }

    // MARK: - Audit rows

    private func stage(_ table: ImportTable, _ texts: [String?]) throws {
        stagedEvents += 1
        var byName: [String: String] = [:]
        for (column, text) in zip(table.columns, texts) { byName[column.definition.name] = text }
        try session.change(
            """
            INSERT INTO staged_events (id, place, ticket_id, action, payload, performed_by, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (id) DO UPDATE SET place = excluded.place, ticket_id = excluded.ticket_id,
                action = excluded.action, payload = excluded.payload, performed_by = excluded.performed_by,
                created_at = excluded.created_at
            """,
            [.text(orNull: byName["id"]), .integer(stagedEvents)]
                + ["ticket_id", "action", "payload", "performed_by", "created_at"].map { .text(orNull: byName[$0]) })
    }

    private func chainEvents() throws {
        var chain = try AuditChain(session)
        var place: Int64 = 0
        while true {
            let rows = try session.rows(
                "SELECT * FROM staged_events WHERE place > ?1 ORDER BY place LIMIT 5000", [.integer(place)])
            for row in rows {
                place = row.integer("place") ?? place
                guard let id = row.text("id") else { continue }
                guard try session.row("SELECT 1 AS found FROM audit_log WHERE id = ?1", [.text(id)]) == nil else {
                    report.count(\.unchanged, of: "audit_log")
                    continue
                }
                try chain.append(
                    StoredEvent(
                        id: id, ticket: row.text("ticket_id"), action: row.text("action") ?? "",
                        payload: row.text("payload"), performedBy: row.text("performed_by"), at: row.text("created_at"))
                )
                report.count(\.inserted, of: "audit_log")
            }
            if rows.isEmpty { return }
        }
    }

    /// From now on every ticket that came demands the events that came with it, so that none of them can vanish.
    private func demandEvents() throws {
        guard session.backEnd == .sqlite, report.changes > 0 else { return }
        try session.change(
            """
            UPDATE tickets SET unlogged = version - found FROM (
                SELECT tickets.id AS ticket, count(audit_log.id) AS found
                FROM tickets LEFT JOIN audit_log ON audit_log.ticket_id = tickets.id GROUP BY tickets.id) AS counted
            WHERE counted.ticket = tickets.id AND unlogged <> version - found
            """)
    }

    // MARK: - Secrets

    private func keep(key: String, of customer: String) throws {
        report.hashedKeys += 1
        try session.change(
            """
            INSERT INTO api_keys (id, customer_id, prefix, hash, scopes, created_at)
            VALUES (?1, ?2, ?3, ?4, 'create_ticket,read_own', ?5) ON CONFLICT (hash) DO NOTHING
            """,
            [
                .text(SecureRandom.uuid()), .text(customer), .text(APIKey.prefix(of: key)),
                .bytes(APIKey.hash(of: key)), .instant(now),
            ])
    }

    /// Hashes take half a second each, so all cores work on them. Whoever has a password here keeps it.
    private func hashPasswords() throws {
        var wanted: [(holder: String, password: String)] = []
        for entry in passwords {
            let known = try PasswordStore.hash(of: entry.holder, in: session)
            guard isForced || known == nil else { continue }
            wanted.removeAll { $0.holder == entry.holder }
            wanted.append(entry)
        }
        report.hashedPasswords = wanted.count
        let hashes = Mutex<[Int: String]>([:])
        let entries = wanted
        DispatchQueue.concurrentPerform(iterations: entries.count) { index in
            let hash = Password.hash(entries[index].password)
            hashes.withLock { $0[index] = hash }
        }
        let made = hashes.withLock { $0 }
        for (index, entry) in entries.enumerated() {
            if let hash = made[index] { try PasswordStore.set(hash, for: entry.holder, at: now, in: session) }
        }
    }
}

/// What an import reads a column as.
public enum ImportType: Sendable {
    /// As it stands.
    case text
    /// In lower case with hyphens.
    case uuid
    /// As Postgres prints it in UTC.
    case instant
    /// `YYYY-MM-DD`.
    case date
    /// `t` or `f`.
    case boolean
    /// A whole number.
    case integer

    init(_ type: ColumnType) {
        switch type {
        case .uuid: self = .uuid
        case .instant: self = .instant
        case .date: self = .date
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .text, .numeric, .json, .textArray, .bytes: self = .text
        }
    }
}

extension ImportTable {
    fileprivate static func instant(_ text: String?) -> Instant? {
        guard let text, case .instant(let instant) = InstantText.read(text) else { return nil }
        return instant
    }
}

/// Arrays of texts, which Postgres writes in braces and other exporters as JSON.
private enum ArrayText {
    static func postgres(_ text: String) -> String {
        guard text.hasPrefix("["), case .array(let elements) = try? JSONValue(parsing: text) else { return text }
        let words = elements.map { element -> String in
            guard case .string(let word) = element else { return element == .null ? "NULL" : element.compactText }
            return "\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return "{" + words.joined(separator: ",") + "}"
    }
}
