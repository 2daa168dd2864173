/// The text of a plain dump that a database would give, made up piece by piece while it is read: one state of the
/// database, its known tables, only columns that exist, no passwords and keys, instants in UTC.
public final class DatabaseText {
    /// What the source is, in words: `Postgres database`.
    public let kind: String
    private let tables: any TableSource
    private var pending: [UInt8] = Array("--\n-- PostgreSQL database dump\n--\n\n".utf8)
    private var position = 0
    private var next = 0
    private var isInside = false
    private var isDone = false

    /// Starts reading the database at a location; the state that is read is the one of this moment.
    /// - Throws: `DatabaseError`.
    public init(of location: DatabaseLocation) throws {
        tables = try location.tables(withOwnColumns: false)
        kind = tables is PostgresTables ? "Postgres database" : "SQLite database"
    }

    /// Puts up to `capacity` bytes and says how many; 0 is the end.
    /// - Throws: `DatabaseError`.
    public func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws -> Int {
        while position == pending.count {
            if isDone { return 0 }
            pending.removeAll(keepingCapacity: true)
            position = 0
            try refill()
        }
        let count = min(capacity, pending.count - position)
        pending.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { buffer.update(from: base + position, count: count) }
        }
        position += count
        return count
    }

    private func refill() throws {
        guard isInside else { return try beginTable() }
        guard try tables.appendRows(to: &pending) else { return }
        pending.append(contentsOf: "\\.\n\n".utf8)
        isInside = false
        next += 1
    }

    private func beginTable() throws {
        guard next < tables.parts.count else {
            try tables.finish()
            pending.append(contentsOf: "--\n-- PostgreSQL database dump complete\n--\n".utf8)
            isDone = true
            return
        }
        let part = tables.parts[next]
        try tables.begin(part)
        pending.append(contentsOf: "COPY public.\(part.table.name) (\(part.list)) FROM stdin;\n".utf8)
        isInside = true
    }
}

extension DatabaseLocation {
    /// The tables of the database here, as they are at this moment.
    func tables(withOwnColumns: Bool) throws -> any TableSource {
        switch self {
        case .file(let path): try SQLiteTables(path: path, withOwnColumns: withOwnColumns)
        case .server(let url): try PostgresTables(url: url, withOwnColumns: withOwnColumns)
        }
    }
}

/// Tables whose rows come as COPY text, one table after the other, all of one state of the database.
protocol TableSource: AnyObject {
    /// What there is.
    var parts: [TablePart] { get }
    /// Starts with a table.
    func begin(_ part: TablePart) throws
    /// Appends some of its rows; true when there are no more.
    func appendRows(to output: inout [UInt8]) throws -> Bool
    /// Ends the snapshot.
    func finish() throws
}
