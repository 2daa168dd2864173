import Dispatch
import Glibc

/// The team's server. Every transaction of ours that writes holds `aroundtally.audit_head`, so writers queue in the
/// order in which they came, and each sees what the one before it left.
final class PostgresDatabase: Database, @unchecked Sendable {
    let backEnd = BackEnd.postgres
    /// Used by whoever holds `turn`.
    private let connection: PostgresConnection
    private let turn = DispatchSemaphore(value: 1)

    init(url: String) throws {
        connection = try PostgresConnection(url: url)
    }

    /// The server's version as libpq numbers it: 150018 is 15.18.
    var serverVersion: Int { connection.serverVersion }

    func read<Result>(_ body: (any DatabaseSession) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") { try body($0) }
    }

    /// LOCK takes no snapshot, so the transaction sees everything that was committed while it waited.
    func write<Result>(_ body: (any DatabaseSession) throws -> Result) throws -> Result {
        try write("BEGIN ISOLATION LEVEL REPEATABLE READ; LOCK TABLE aroundtally.audit_head IN EXCLUSIVE MODE") {
            try body($0)
        }
    }

    /// A write of the migrations, before the table exists in which writers queue.
    func migrate<Result>(_ body: (PostgresSession) throws -> Result) throws -> Result {
        try write("BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1096041561)", body)
    }

    private func write<Result>(_ begin: String, _ body: (PostgresSession) throws -> Result) throws -> Result {
        var repetitions = 0
        while true {
            do {
                return try transaction(begin, body)
            } catch let error as DatabaseError where error.isWorthRepeating && repetitions < 3 {
                repetitions += 1
                usleep(UInt32.random(in: 2_000...20_000) << UInt32(repetitions))
            }
        }
    }

    private func transaction<Result>(_ begin: String, _ body: (PostgresSession) throws -> Result) throws -> Result {
        turn.wait()
        defer { turn.signal() }
        do {
            try connection.run(begin)
            let result = try body(PostgresSession(connection: connection))
            try connection.run("COMMIT")
            return result
        } catch {
            // A connection that is gone has rolled back by itself.
            try? connection.run("ROLLBACK")
            throw error
        }
    }
}

/// The statements of one transaction on a server.
struct PostgresSession: DatabaseSession {
    let connection: PostgresConnection
    let backEnd = BackEnd.postgres

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        try connection.execute(Placeholders.forPostgres(sql), values).rows()
    }

    func change(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try connection.execute(Placeholders.forPostgres(sql), values).changed
    }

    /// Runs statements of the program's own, several at once; they have no values.
    func run(_ sql: String) throws { try connection.run(sql) }
}

/// Values in statements are named `?1` in our code, which SQLite reads as it is.
enum Placeholders {
    /// The statement as Postgres wants it: `$1`. Texts in quotes stay as they are.
    static func forPostgres(_ sql: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(sql.utf8.count)
        var quote: UInt8?
        let bytes = Array(sql.utf8)
        for (index, byte) in bytes.enumerated() {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "?"), index + 1 < bytes.count, (0x31...0x39).contains(bytes[index + 1]) {
                result.append(UInt8(ascii: "$"))
                continue
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
