/// The tables of a server, by `COPY … TO STDOUT` in one transaction that only reads.
final class PostgresTables: TableSource {
    let parts: [TablePart]
    private let connection: PostgresConnection
    private let localInstants: Set<String>

    init(url: String, withOwnColumns: Bool) throws {
        connection = try PostgresConnection(url: url)
        // Rows that a policy hides would be missing without a word: an error is better.
        try connection.run("SET row_security = off; SET statement_timeout = 0")
        try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        var columns: [String: Set<String>] = [:]
        var local: Set<String> = []
        let rows = try connection.execute(
            """
            SELECT relname, attname, atttypid = 'timestamp'::regtype AS is_local
            FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
                JOIN pg_catalog.pg_attribute ON attrelid = pg_class.oid
            WHERE nspname = 'public' AND relkind IN ('r', 'p', 'v', 'm', 'f') AND attnum > 0 AND NOT attisdropped
            """, []
        ).rows()
        for row in rows {
            guard let table = row.text("relname"), let column = row.text("attname") else { continue }
            columns[table, default: []].insert(column)
            if row.boolean("is_local") == true { local.insert("\(table).\(column)") }
        }
        localInstants = local
        parts = TablePart.present(withOwnColumns: withOwnColumns) { columns[$0] }
    }

    func begin(_ part: TablePart) throws {
        let values = part.columns.map { column in
            localInstants.contains("\(part.table.name).\(column.name)")
                ? "\"\(column.name)\" AT TIME ZONE 'UTC'" : "\"\(column.name)\""
        }
        let sql = "SELECT \(values.joined(separator: ", ")) FROM public.\(part.table.name)"
        try connection.beginCopyOut("COPY (\(sql)) TO STDOUT")
    }

    func appendRows(to output: inout [UInt8]) throws -> Bool {
        while output.count < 1 << 20 {
            guard try connection.nextCopyRow(into: &output) else { return true }
        }
        return false
    }

    func finish() throws { try connection.run("COMMIT") }
}
