/// The columns of one table that a database has and that may leave it: known ones, and never a password or a key.
struct TablePart {
    let table: TableDefinition
    let columns: [ColumnDefinition]

    /// The names of the columns in quotes, which `type` and `value` may need.
    var list: String { columns.map { "\"\($0.name)\"" }.joined(separator: ", ") }

    /// The product's tables and columns that are there, in the order of `SCHEMA`.
    /// - Parameter names: the names of all columns of a table; nil where there is no such table.
    static func present(withOwnColumns: Bool, _ names: (String) throws -> Set<String>?) rethrows -> [TablePart] {
        try DeskTables.all.compactMap { table in
            guard let there = try names(table.name) else { return nil }
            let own = withOwnColumns && table.name == "tickets" ? OwnTables.exportedTicketColumns : []
            let columns = (table.columns + own).filter {
                there.contains($0.name) && !DeskTables.secrets.contains($0.name)
            }
            return columns.isEmpty ? nil : TablePart(table: table, columns: columns)
        }
    }
}
