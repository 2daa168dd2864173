/// What a column holds, whatever the back end calls it.
enum ColumnType: Sendable {
    case uuid, text, boolean, integer, numeric, instant, date, json, textArray, bytes

    /// Its type in the engine's own file. Everything but numbers and bytes is text: SQLite would turn a numeric into
    /// floating point.
    var sqlite: String {
        switch self {
        case .boolean, .integer: "INTEGER"
        case .bytes: "BLOB"
        default: "TEXT"
        }
    }

    /// Its type on a server.
    var postgres: String {
        switch self {
        case .uuid: "uuid"
        case .text: "text"
        case .boolean: "boolean"
        case .integer: "bigint"
        case .numeric: "numeric"
        case .instant: "timestamptz"
        case .date: "date"
        case .json: "jsonb"
        case .textArray: "text[]"
        case .bytes: "bytea"
        }
    }
}

/// A column of a table.
struct ColumnDefinition: Sendable {
    let name: String
    let type: ColumnType
    /// What the back end fills in when a row does not say: SQL that both understand.
    let usual: String?
    let isRequired: Bool

    static func column(
        _ name: String, _ type: ColumnType = .text, usual: String? = nil, isRequired: Bool = false
    ) -> ColumnDefinition {
        ColumnDefinition(name: name, type: type, usual: usual, isRequired: isRequired)
    }

    /// The column as SQLite declares it.
    var sqlite: String { "\(name) \(type.sqlite)" + rules(usual) }

    /// The column as Postgres declares it.
    var postgres: String {
        let isTruth = type == .boolean
        return "\(name) \(type.postgres)" + rules(usual.map { isTruth ? ($0 == "1" ? "true" : "false") : $0 })
    }

    private func rules(_ usual: String?) -> String {
        (isRequired ? " NOT NULL" : "") + (usual.map { " DEFAULT \($0)" } ?? "")
    }
}

/// A table.
struct TableDefinition: Sendable {
    let name: String
    let columns: [ColumnDefinition]
    /// Keys and references, in SQL that both back ends understand.
    let rules: [String]

    init(_ name: String, _ columns: [ColumnDefinition], rules: [String] = ["PRIMARY KEY (id)"]) {
        self.name = name
        self.columns = columns
        self.rules = rules
    }

    /// The statement that makes it in the engine's own file.
    var createInSQLite: String {
        let parts = columns.map(\.sqlite) + rules
        return "CREATE TABLE \(name) (\(parts.joined(separator: ", "))) STRICT"
    }

    /// The statement that makes it in a schema of a server.
    func createInPostgres(_ schema: String) -> String {
        let parts = columns.map(\.postgres) + rules
        return "CREATE TABLE IF NOT EXISTS \(schema).\(name) (\(parts.joined(separator: ", ")))"
    }
}
