/// The steps from nothing to the present schema, in order. Each runs in one transaction: a database is of the version
/// before or of the version after, whatever happens in between.
enum Migrations {
    /// The version that this program writes.
    static let current: Int64 = 1

    /// The steps; step n leads to version n + 1.
    private static var sqlite: [[String]] { [SQLiteSchema.first] }
    private static var postgres: [(PostgresSession) throws -> Void] { [PostgresSchema.first] }

    /// Brings a database forward to the present version; one that is there already stays as it is.
    static func run(_ database: any Database) throws {
        if let server = database as? PostgresDatabase {
            guard server.serverVersion >= 110_000 else {
                throw DatabaseError(
                    .notOurs, "the server is older than Postgres 11, which the audit chain needs",
                    hint: "reading from it works with every version")
            }
            try server.migrate { session in
                for step in postgres.dropFirst(Int(try checkedVersion(session))) { try step(session) }
                try session.run("DELETE FROM aroundtally.schema_version")
                _ = try session.change(
                    "INSERT INTO aroundtally.schema_version (version) VALUES (?1)", [.integer(current)])
            }
            return
        }
        try database.write { session in
            for statement in sqlite.dropFirst(Int(try checkedVersion(session))).joined() {
                _ = try session.change(statement)
            }
            _ = try session.change("PRAGMA user_version = \(current)")
        }
    }

    /// Refuses a database that was never prepared, and brings one of an earlier version forward.
    static func requirePrepared(_ database: any Database) throws {
        let version = try database.read { try checkedVersion($0) }
        if version == 0 {
            throw DatabaseError(
                .notPrepared, "the database has no tables of this program", hint: "prepare it with: aroundtally init")
        }
        if version < current { try run(database) }
    }

    /// The version of a database: 0 for one that has nothing of ours.
    private static func checkedVersion(_ session: any DatabaseSession) throws -> Int64 {
        let version = try version(session)
        guard version <= current else {
            throw DatabaseError(
                .notOurs, "the database is of version \(version); this program knows versions up to \(current)",
                hint: "use the program that wrote it, or a later one")
        }
        return version
    }

    private static func version(_ session: any DatabaseSession) throws -> Int64 {
        switch session.backEnd {
        case .sqlite:
            let version = try session.row("PRAGMA user_version")?.integer("user_version") ?? 0
            let tables = try session.row("SELECT count(*) AS count FROM sqlite_master")?.integer("count") ?? 0
            let application = try session.row("PRAGMA application_id")?.integer("application_id") ?? 0
            guard tables == 0 || application == Int64(SQLiteDatabase.applicationID) else {
                throw DatabaseError(.notOurs, "the file is a database of another program")
            }
            return version
        case .postgres:
            guard try session.row("SELECT to_regclass('aroundtally.schema_version') AS name")?.text("name") != nil
            else {
                return 0
            }
            return try session.row("SELECT max(version) AS version FROM aroundtally.schema_version")?
                .integer("version") ?? 0
        }
    }
}
