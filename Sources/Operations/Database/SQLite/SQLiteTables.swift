import GRDB

/// The tables of a file, page by page in the order of their rows, all in one read transaction.
final class SQLiteTables: TableSource {
    let parts: [TablePart]
    private let database: SQLiteDatabase
    private var part: TablePart?
    private var last = Int64.min

    private static let pageSize = 5_000

    init(path: String, withOwnColumns: Bool) throws {
        let database = try SQLiteDatabase(reading: path)
        self.database = database
        parts = try SQLiteDatabase.translating {
            try database.queue.writeWithoutTransaction { db in
                try db.beginTransaction(.deferred)
                return try TablePart.present(withOwnColumns: withOwnColumns) { table in
                    let names = try String.fetchAll(
                        db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
                    return names.isEmpty ? nil : Set(names)
                }
            }
        }
    }

    func begin(_ part: TablePart) throws {
        self.part = part
        last = Int64.min
    }

    func appendRows(to output: inout [UInt8]) throws -> Bool {
        guard let part else { return true }
        var bytes: [UInt8] = []
        var count = 0
        try SQLiteDatabase.translating {
            try database.queue.writeWithoutTransaction { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT rowid, \(part.list) FROM \(part.table.name) WHERE rowid > ? ORDER BY rowid
                        LIMIT \(SQLiteTables.pageSize)
                        """)
                let rows = try Row.fetchCursor(statement, arguments: [last])
                while let row = try rows.next() {
                    last = row[0]
                    count += 1
                    let texts = part.columns.enumerated().map { SQLiteTables.text(row[$0.offset + 1], $0.element.type) }
                    CopyText.append(row: texts, to: &bytes)
                }
            }
        }
        output.append(contentsOf: bytes)
        return count < SQLiteTables.pageSize
    }

    func finish() throws {
        try SQLiteDatabase.translating { try database.queue.writeWithoutTransaction { try $0.commit() } }
    }

    private static func text(_ value: DatabaseValue, _ type: ColumnType) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let number): type == .boolean ? (number == 0 ? "f" : "t") : String(number)
        case .double(let number): "\(number)"
        case .string(let text): text
        case .blob(let data): "\\x" + hexadecimal(data)
        }
    }
}
