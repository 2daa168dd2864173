import GRDB
import Glibc

/// The engine's own file: write-ahead log, every commit synced, foreign keys checked.
final class SQLiteDatabase: Database {
    let backEnd = BackEnd.sqlite
    let queue: DatabaseQueue
    private let writers: WriterQueue?
    /// Where the file is.
    let path: String

    /// The first 16 bytes of every file of SQLite.
    static let mark = Array("SQLite format 3\0".utf8)
    /// Our `application_id`: "ATLY".
    static let applicationID: Int32 = 0x4154_4c59

    /// Opens a file for reading. A file on a read-only disk is read as it is, when nobody left a log beside it.
    init(reading path: String) throws {
        try SQLiteDatabase.check(path)
        self.path = path
        writers = nil
        queue = try SQLiteDatabase.openForReading(path)
    }

    private static func openForReading(_ path: String) throws -> DatabaseQueue {
        do { return try open(path, isReadOnly: true) } catch let error as DatabaseError {
            guard error.kind == .inputOutput, !hasLog(path) else { throw error }
            return try open(immutable(path), isReadOnly: true)
        }
    }

    /// Opens an existing file for reading and writing.
    convenience init(writing path: String) throws {
        try SQLiteDatabase.check(path)
        try self.init(opening: path)
    }

    /// Opens a file for reading and writing and creates it when there is none.
    convenience init(creating path: String) throws {
        if access(path, F_OK) == 0 { try SQLiteDatabase.check(path) }
        try self.init(opening: path)
        try whileHoldingTheLock {
            try queue.writeWithoutTransaction { db in
                try SQLiteDatabase.translating {
                    try db.execute(sql: "PRAGMA journal_mode = WAL")
                    try db.execute(sql: "PRAGMA application_id = \(SQLiteDatabase.applicationID)")
                }
            }
        }
    }

    private init(opening path: String) throws {
        self.path = path
        let writers = WriterQueue(path: path + ".lock")
        self.writers = writers
        queue = try writers.inTurn { try SQLiteDatabase.open(path, isReadOnly: false) }
    }

    private static func open(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
        var configuration = GRDB.Configuration()
        configuration.readonly = isReadOnly
        // A dump holds its snapshot from one piece to the next.
        configuration.allowsUnsafeTransactions = isReadOnly
        configuration.foreignKeysEnabled = true
        // Our own writers queue before they begin; this is for other programs and for recovery after a crash.
        configuration.busyMode = .timeout(60)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return try translating {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // The file is opened lazily; what is wrong with it shows at the first look.
            try queue.writeWithoutTransaction { db in
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
            }
            return queue
        }
    }

    func read<Result>(_ body: (any DatabaseSession) throws -> Result) throws -> Result {
        try SQLiteDatabase.translating {
            try queue.read { db in
                // The snapshot begins with the first look, which is here and not somewhere in the body.
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
                return try body(SQLiteSession(db: db))
            }
        }
    }

    func write<Result>(_ body: (any DatabaseSession) throws -> Result) throws -> Result {
        try whileHoldingTheLock {
            try SQLiteDatabase.translating {
                try queue.writeWithoutTransaction { db in
                    var result: Result?
                    try db.inTransaction(.immediate) {
                        result = try body(SQLiteSession(db: db))
                        return .commit
                    }
                    guard let result else { throw DatabaseError(.statement, "the transaction has no result") }
                    return result
                }
            }
        }
    }

    private func whileHoldingTheLock<Result>(_ body: () throws -> Result) throws -> Result {
        guard let writers else { throw DatabaseError(.denied, "\(path) was opened for reading only") }
        return try writers.inTurn(body)
    }

    /// Copies the whole database, as it is at this moment, into a new file. Writers are not held up.
    func copy(to path: String) throws {
        try SQLiteDatabase.translating {
            let copy = try DatabaseQueue(path: path)
            try queue.backup(to: copy)
            try copy.close()
        }
    }

    // MARK: - The file

    /// Whether a file begins as one of SQLite does.
    static func isDatabase(_ path: String) -> Bool {
        guard let file = fopen(path, "rbe") else { return false }
        defer { fclose(file) }
        var head = [UInt8](repeating: 0, count: mark.count)
        return fread(&head, 1, head.count, file) == mark.count && head == mark
    }

    /// Refuses what is not there, and what is no database.
    private static func check(_ path: String) throws {
        let file = fopen(path, "rbe")
        guard let file else {
            let kind: DatabaseError.Kind = errno == ENOENT || errno == ENOTDIR ? .missing : .inputOutput
            let reason = String(cString: strerror(errno))
            throw DatabaseError(
                kind, kind == .missing ? "there is no database \(path)" : "cannot open \(path): \(reason)",
                hint: kind == .missing ? "make one with: aroundtally init --db \(path)" : nil)
        }
        defer { fclose(file) }
        var head = [UInt8](repeating: 0, count: 16)
        let count = fread(&head, 1, 16, file)
        guard count == 0 || head == mark else {
            throw DatabaseError(.notOurs, "\(path) is no SQLite database")
        }
    }

    private static func hasLog(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// The name by which SQLite reads a file without locks and without files beside it.
    private static func immutable(_ path: String) -> String {
        var name = "file:"
        for byte in path.utf8 {
            let isPlain = byte > 0x20 && byte < 0x7f && byte != 0x25 && byte != 0x3f && byte != 0x23
            if isPlain {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16)
                name += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return name + "?immutable=1"
    }

    // MARK: - Errors

    /// Runs statements and turns SQLite's failures into ours.
    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as GRDB.DatabaseError { throw DatabaseError(sqlite: error) }
    }
}

extension DatabaseError {
    /// What a failure of SQLite means. Its message may name tables and columns; it never holds values.
    fileprivate init(sqlite error: GRDB.DatabaseError) {
        let state = String(error.extendedResultCode.rawValue)
        let words = error.message ?? "no reason given"
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self.init(.constraint, "the database refuses: \(words)", state: state)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "another program has held the database for a minute", hint: "try again when it is done",
                state: state)
        case .SQLITE_FULL: self.init(.inputOutput, "the disk is full; nothing was changed", state: state)
        case .SQLITE_READONLY:
            self.init(.inputOutput, "the database cannot be written: \(words)", state: state)
        case .SQLITE_CORRUPT:
            self.init(
                .inputOutput, "the database file is damaged: \(words)", hint: "restore the last backup", state: state)
        case .SQLITE_NOTADB: self.init(.notOurs, "the file is no SQLite database", state: state)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_PERM:
            self.init(.inputOutput, "the database cannot be read or written: \(words)", state: state)
        default: self.init(.statement, "SQLite refuses a statement: \(words)", state: state)
        }
    }
}

/// The statements of one transaction on SQLite.
private struct SQLiteSession: DatabaseSession {
    let db: GRDB.Database
    let backEnd = BackEnd.sqlite

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        try SQLiteDatabase.translating {
            let statement = try db.cachedStatement(sql: sql)
            let names = statement.columnNames
            let columns = Dictionary(zip(names, names.indices)) { first, _ in first }
            let cursor = try Row.fetchCursor(statement, arguments: SQLiteSession.arguments(values))
            var rows: [SQLRow] = []
            while let row = try cursor.next() {
                rows.append(SQLRow(columns: columns, values: names.indices.map { SQLiteSession.value(row, $0) }))
            }
            return rows
        }
    }

    func change(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try SQLiteDatabase.translating {
            let statement = try db.cachedStatement(sql: sql)
            try statement.execute(arguments: SQLiteSession.arguments(values))
            return db.changesCount
        }
    }

    private static func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(
            values.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .integer(let number): number.databaseValue
                case .text(let text): text.databaseValue
                case .boolean(let value): value.databaseValue
                case .bytes(let bytes): blob(bytes)
                }
            })
    }

    private static func value(_ row: Row, _ index: Int) -> SQLValue {
        let value: DatabaseValue = row[index]
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(number)
        case .double(let number): return .text("\(number)")
        case .string(let text): return .text(text)
        case .blob(let data): return .bytes(Array(data))
        }
    }
}
