import CPostgres

/// A connection to a server, closed exactly once. One thread at a time may use it.
final class PostgresConnection {
    private let connection: OpaquePointer

    /// What every session is set to, so that texts read the same everywhere and no other schema is looked into.
    private static let settings = """
        SET search_path = aroundtally, public; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY';
        SET IntervalStyle = 'iso_8601'; SET bytea_output = 'hex'; SET client_min_messages = warning;
        SET standard_conforming_strings = on; SET extra_float_digits = 3
        """

    /// Connects.
    init(url: String) throws(DatabaseError) {
        // A later keyword wins, so the URL may change the first ones and not the last.
        let keywords = ["connect_timeout", "fallback_application_name", "dbname", "client_encoding"]
        let values = ["10", "aroundtally", url, "UTF8"]
        let opened = withCStrings(keywords) { keywords in
            withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let opened else { throw DatabaseError(.unavailable, "there is no memory for a connection") }
        connection = opened
        // Notices would go to standard error past our messages.
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        guard PQstatus(opened) == CONNECTION_OK else { throw unreachable(url) }
        try run(PostgresConnection.settings)
    }

    deinit { PQfinish(connection) }

    private func unreachable(_ url: String) -> DatabaseError {
        let words = PostgresURL.firstLine(String(cString: PQerrorMessage(connection)))
        return DatabaseError(
            .unavailable,
            "cannot connect to \(PostgresURL.withoutSecrets(url)): \(PostgresURL.withoutSecrets(words))",
            hint: "is the server running, and may this user connect?")
    }

    /// The server's version as libpq numbers it: 150018 is 15.18.
    var serverVersion: Int { Int(PQserverVersion(connection)) }

    /// Runs statements without values; their answers are dropped.
    func run(_ sql: String) throws(DatabaseError) {
        _ = try result(PQexec(connection, sql))
    }

    /// Runs one statement with values.
    func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> PostgresResult {
        let texts = values.map(PostgresConnection.text)
        let answer = withCStrings(orNull: texts) { pointers in
            PQexecParams(connection, sql, Int32(values.count), nil, pointers, nil, nil, 0)
        }
        return try result(answer)
    }

    /// Starts `COPY … TO STDOUT`, whose rows `nextCopyRow` gives.
    func beginCopyOut(_ sql: String) throws(DatabaseError) {
        _ = try result(PQexec(connection, sql), wanting: PGRES_COPY_OUT)
    }

    /// Appends the next row of a copy with its line feed; false when there are no more.
    func nextCopyRow(into output: inout [UInt8]) throws(DatabaseError) -> Bool {
        var row: UnsafeMutablePointer<CChar>?
        let count = Int(PQgetCopyData(connection, &row, 0))
        if count > 0, let row {
            defer { PQfreemem(row) }
            row.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
                output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
            }
            return true
        }
        // What went wrong in the middle is only told now.
        while let rest = PQgetResult(connection) { _ = try result(rest) }
        if count == -2 { throw failure(nil) }
        return false
    }

    private func result(
        _ pointer: OpaquePointer?, wanting: ExecStatusType? = nil
    ) throws(DatabaseError) -> PostgresResult {
        guard let pointer else { throw failure(nil) }
        let result = PostgresResult(pointer: pointer)
        let status = PQresultStatus(pointer)
        let isGood = wanting.map { $0 == status } ?? (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        guard isGood else { throw failure(result) }
        return result
    }

    private func failure(_ result: PostgresResult?) -> DatabaseError {
        let words = PostgresURL.firstLine(
            result?.field("M") ?? String(cString: PQerrorMessage(connection)))
        guard let state = result?.field("C") else {
            return DatabaseError(.unavailable, "the server went away: \(words)", hint: "try again when it is back")
        }
        return DatabaseError(postgres: state, words)
    }

    /// How a value is sent: as text, whose type the server infers from its place.
    private static func text(_ value: SQLValue) -> String? {
        switch value {
        case .null: nil
        case .integer(let number): String(number)
        case .text(let text): text
        case .boolean(let value): value ? "t" : "f"
        case .bytes(let bytes): "\\x" + hexadecimal(bytes)
        }
    }
}

extension DatabaseError {
    /// What an SQLSTATE means. The primary message names objects; values stand in the detail, which is left out.
    fileprivate init(postgres state: String, _ words: String) {
        switch state.prefix(2) {
        case "08", "57": self.init(.unavailable, "the server gave up: \(words)", state: state)
        case "53", "58", "XX": self.init(.inputOutput, "the server failed: \(words)", state: state)
        case "40", "55": self.init(.busy, "another transaction came between: \(words)", hint: "try again", state: state)
        case "23": self.init(.constraint, "the database refuses: \(words)", state: state)
        case _ where state == "42501" || state.hasPrefix("28"):
            self.init(
                .denied, "the server does not allow it: \(words)", hint: "the database user lacks a right",
                state: state)
        default: self.init(.statement, "the server refuses a statement: \(words)", state: state)
        }
    }
}

/// An answer of a server, freed exactly once.
final class PostgresResult {
    private let pointer: OpaquePointer

    init(pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    /// A field of an error: `C` is the SQLSTATE, `M` the message.
    func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, Int32(code.value)).map { String(cString: $0) }
    }

    /// How many rows a statement changed.
    var changed: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// All rows.
    func rows() -> [SQLRow] {
        let width = PQnfields(pointer)
        var columns: [String: Int] = [:]
        for column in 0..<width where columns[String(cString: PQfname(pointer, column))] == nil {
            columns[String(cString: PQfname(pointer, column))] = Int(column)
        }
        let types = (0..<width).map { PQftype(pointer, $0) }
        return (0..<PQntuples(pointer)).map { row in
            SQLRow(columns: columns, values: (0..<width).map { value(row, $0, types[Int($0)]) })
        }
    }

    private func value(_ row: Int32, _ column: Int32, _ type: Oid) -> SQLValue {
        guard PQgetisnull(pointer, row, column) == 0, let start = PQgetvalue(pointer, row, column) else { return .null }
        let text = String(cString: start)
        switch type {
        case 16: return .boolean(text == "t")
        case 17: return .bytes(bytes(ofHexadecimal: text.dropFirst(2)) ?? [])
        case 20, 21, 23: return Int64(text).map(SQLValue.integer) ?? .text(text)
        default: return .text(text)
        }
    }
}
