public import ServiceDesk

/// A value on its way into or out of a database.
///
/// Instants, dates, ids, amounts and JSON are text on both back ends, in the form in which Postgres prints them in UTC;
/// nothing passes through floating point.
public enum SQLValue: Hashable, Sendable {
    /// No value.
    case null
    /// A whole number.
    case integer(Int64)
    /// A text.
    case text(String)
    /// True or false. SQLite stores 1 and 0 and answers with `.integer`; `SQLRow.boolean` reads both.
    case boolean(Bool)
    /// Bytes.
    case bytes([UInt8])

    /// A text, or no value.
    public static func text(orNull text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

    /// A whole number, or no value.
    public static func integer(orNull number: Int64?) -> SQLValue { number.map(SQLValue.integer) ?? .null }

    /// A whole number.
    public static func count(_ number: Int) -> SQLValue { .integer(Int64(number)) }

    /// An instant as both back ends store it, or no value: `2026-03-01 10:22:33.123456+00`.
    public static func instant(_ instant: Instant?) -> SQLValue { text(orNull: instant?.postgres) }

    /// An id in lower case with hyphens, or no value.
    public static func id<Entity>(_ id: EntityID<Entity>?) -> SQLValue { text(orNull: id?.text) }
}

/// A row of an answer, by the names of its columns.
public struct SQLRow: Sendable {
    /// Where each column stands; shared by all rows of an answer.
    let columns: [String: Int]
    let values: [SQLValue]

    init(columns: [String: Int], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column; `.null` also where the answer has no such column.
    public subscript(_ column: String) -> SQLValue {
        guard let index = columns[column] else { return .null }
        return values[index]
    }

    /// A column's text; numbers are written out. Nil for no value.
    public func text(_ column: String) -> String? {
        switch self[column] {
        case .null, .bytes: nil
        case .integer(let number): String(number)
        case .text(let text): text
        case .boolean(let value): value ? "t" : "f"
        }
    }

    /// A column's whole number; nil for no value and for what is none.
    public func integer(_ column: String) -> Int64? {
        switch self[column] {
        case .integer(let number): number
        case .text(let text): Int64(text)
        case .boolean(let value): value ? 1 : 0
        case .null, .bytes: nil
        }
    }

    /// A column's truth value; nil for no value.
    public func boolean(_ column: String) -> Bool? {
        switch self[column] {
        case .boolean(let value): value
        case .integer(let number): number != 0
        case .text(let text): text == "t" || text == "true"
        case .null, .bytes: nil
        }
    }

    /// A column's bytes; nil for no value.
    public func bytes(_ column: String) -> [UInt8]? {
        if case .bytes(let bytes) = self[column] { return bytes }
        return nil
    }

    /// A column's instant; nil for no value and for what is none.
    public func instant(_ column: String) -> Instant? {
        guard let text = text(column), case .instant(let instant) = InstantText.read(text) else { return nil }
        return instant
    }

    /// A column's id; nil for no value and for what is none.
    public func id<Entity>(_ column: String, of entity: Entity.Type = Entity.self) -> EntityID<Entity>? {
        text(column).flatMap { EntityID<Entity>($0) }
    }
}
