import ServiceDesk

/// How the rows of one run of an import go into their table.
struct ImportTable {
    let definition: TableDefinition
    /// The columns that are stored, and where they stand in a row.
    let columns: [(definition: ColumnDefinition, index: Int)]
    let idIndex: Int
    private let names: [String]

    /// The table of rows with the given columns; nil when they have no id.
    init?(_ name: String, _ names: [String]) {
        guard let definition = DeskTables.named(name), let id = names.firstIndex(of: "id") else { return nil }
        let own = name == "tickets" ? OwnTables.exportedTicketColumns : []
        self.definition = definition
        self.names = names
        idIndex = id
        columns = (definition.columns + own).compactMap { column in
            names.firstIndex(of: column.name).map { (column, $0) }
        }
    }

    /// Where a column stands.
    func index(of column: String) -> Int? { names.firstIndex(of: column) }

    /// `"id", "type"`.
    var list: String { columns.map { "\"\($0.definition.name)\"" }.joined(separator: ", ") }

    /// Inserts a row unless its id is there.
    var insert: String {
        let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
        let unlogged = definition.name == "tickets" ? (", unlogged", ", 1") : ("", "")
        return "INSERT INTO \(definition.name) (\(list)\(unlogged.0)) VALUES (\(places)\(unlogged.1)) "
            + "ON CONFLICT (id) DO NOTHING"
    }

    /// Writes all columns of the row whose id is the first value's.
    var update: String {
        let sets = columns.enumerated().filter { $0.element.definition.name != "id" }
            .map { "\"\($0.element.definition.name)\" = ?\($0.offset + 1)" }
        let id = (columns.firstIndex { $0.definition.name == "id" } ?? 0) + 1
        return "UPDATE \(definition.name) SET \(sets.joined(separator: ", ")) WHERE id = ?\(id)"
    }

    var select: String { "SELECT \(list) FROM \(definition.name) WHERE id = ?1" }

    /// The values of a row as they are stored.
    func values(_ texts: [String?]) -> [SQLValue] {
        zip(columns, texts).map { column, text in
            guard let text else { return .null }
            switch column.definition.type {
            case .integer: return Int64(text).map(SQLValue.integer) ?? .null
            case .boolean: return .boolean(text == "t")
            default: return .text(text)
            }
        }
    }

    /// The texts of a row that is there, as an import would bring them.
    func texts(_ row: SQLRow) -> [String?] {
        columns.map { column in
            switch column.definition.type {
            case .boolean: row.boolean(column.definition.name).map { $0 ? "t" : "f" }
            case .json: row.text(column.definition.name).map { (try? JSONValue(parsing: $0))?.canonicalText ?? $0 }
            default: row.text(column.definition.name)
            }
        }
    }

    /// What says whether two rows are the same.
    func digest(_ texts: [String?]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (column, text) in zip(columns, texts) {
            CopyText.append(row: [column.definition.name, text], to: &bytes)
        }
        return Digest.sha256(bytes)
    }
}
