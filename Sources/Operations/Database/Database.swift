/// What a database runs on.
public enum BackEnd: String, Hashable, Sendable {
    /// The engine's own file.
    case sqlite
    /// The team's server.
    case postgres
}

/// The operational database: one file of SQLite, or a Postgres server, behind the same statements.
///
///     let rows = try database.read { try $0.rows("SELECT title FROM tickets WHERE id = ?1", [.id(id)]) }
///
/// Statements name their values `?1`, `?2`, …; values never become part of a statement. Tables have the names of
/// `SCHEMA`; those of our own are `password_hashes`, `portal_users`, `api_keys`, `sessions`, `throttle`, `intake_keys`,
/// `intakes`, `schema_version` (`Schema/OwnTables.swift`).
public protocol Database: AnyObject, Sendable {
    /// What it runs on.
    var backEnd: BackEnd { get }

    /// Runs statements that see one state of the database, whatever others write meanwhile.
    /// - Throws: `DatabaseError`, or what `body` throws.
    func read<Result>(_ body: (any DatabaseSession) throws -> Result) throws -> Result

    /// Runs statements in one transaction: all of them take effect, or, when `body` throws, none.
    ///
    /// Writers queue, so nobody is told that the database is busy. On Postgres `body` runs again, up to three times,
    /// after a conflict with another program: it must not do anything but talk to the session.
    /// - Throws: `DatabaseError`, or what `body` throws.
    func write<Result>(_ body: (any DatabaseSession) throws -> Result) throws -> Result
}

/// The statements of one transaction.
public protocol DatabaseSession {
    /// What the transaction runs on.
    var backEnd: BackEnd { get }

    /// The rows that a statement answers with. In Postgres instants read in UTC and ids in lower case.
    /// - Throws: `DatabaseError`.
    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow]

    /// Runs a statement that changes rows.
    /// - Returns: how many rows it changed.
    /// - Throws: `DatabaseError`.
    @discardableResult
    func change(_ sql: String, _ values: [SQLValue]) throws -> Int
}

extension DatabaseSession {
    /// The rows of a statement without values.
    public func rows(_ sql: String) throws -> [SQLRow] { try rows(sql, []) }

    /// The first row of an answer, if it has one.
    public func row(_ sql: String, _ values: [SQLValue] = []) throws -> SQLRow? { try rows(sql, values).first }

    /// Runs a statement without values that changes rows.
    @discardableResult
    public func change(_ sql: String) throws -> Int { try change(sql, []) }
}

/// Where a database is, as `--db` names it.
public enum DatabaseLocation: Hashable, Sendable {
    /// A file of SQLite.
    case file(String)
    /// A server, as a URL that libpq reads.
    case server(String)

    /// A path, or a `postgres://` or `postgresql://` URL.
    public init(_ text: String) {
        self = DatabaseLocation.isServer(text) ? .server(text) : .file(text)
    }

    /// Whether a text is the URL of a server.
    public static func isServer(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Whether a file is one of SQLite, by its first bytes.
    public static func isDatabaseFile(_ path: String) -> Bool { SQLiteDatabase.isDatabase(path) }

    /// The location without its password, for messages.
    public var description: String {
        switch self {
        case .file(let path): path
        case .server(let url): PostgresURL.withoutSecrets(url)
        }
    }

    /// Opens the database for reading only. It must be there; its schema is not looked at.
    public func openForReading() throws -> any Database {
        switch self {
        case .file(let path): try SQLiteDatabase(reading: path)
        case .server(let url): try PostgresDatabase(url: url)
        }
    }

    /// Opens a database that `init` made. One of an earlier version is brought forward first.
    public func open() throws -> any Database {
        switch self {
        case .file(let path):
            let database = try SQLiteDatabase(writing: path)
            try Migrations.requirePrepared(database)
            return database
        case .server(let url):
            let database = try PostgresDatabase(url: url)
            try Migrations.requirePrepared(database)
            return database
        }
    }

    /// Opens a database and creates what it lacks: the file, our tables, our columns. Existing rows stay.
    public func create() throws -> any Database {
        switch self {
        case .file(let path):
            let database = try SQLiteDatabase(creating: path)
            try Migrations.run(database)
            return database
        case .server(let url):
            let database = try PostgresDatabase(url: url)
            try Migrations.run(database)
            return database
        }
    }
}
