public import ServiceDesk

/// What a column is read as when rows are handed on as they are and not made into a dataset.
public enum RawKind: Sendable {
    /// As it stands.
    case text
    /// In lower case with hyphens.
    case uuid
    /// As Postgres prints it in UTC.
    case instant
    /// `YYYY-MM-DD`, where it fits.
    case date
    /// `t` or `f`.
    case boolean
    /// A whole number.
    case integer
}

/// Which columns of which tables are handed on, and as what: table to column to kind.
public typealias RawColumns = [String: [String: RawKind]]

/// Rows of one table, in the order of the input. NULL, and what its column cannot hold, is nil.
public struct RawRows: Sendable {
    /// The table's name.
    public let table: String
    /// The columns that were asked for and that the source has.
    public let columns: [String]
    /// The rows, each with a text per column.
    public let rows: [[String?]]
}

/// What came out of handing rows on.
public struct RawResult: Sendable {
    /// What was found on the way.
    public let findings: FindingLog
    /// The first rows that could not be read.
    public let rejects: [Reject]
    /// How many rows could not be read.
    public let rejectCount: Int
    /// Whether a source ended early.
    public let isTruncated: Bool
    /// What each source is.
    public let sources: [SourceDescription]
}

/// The asked-for columns of one layout: where they stand and what they are.
struct RawLayout: Sendable {
    let names: [String]
    let fields: [(position: Int, kind: RawKind)]

    init?(_ wanted: RawColumns?, table: String, columns: [String]) {
        guard let kinds = wanted?[table] else { return nil }
        var names: [String] = []
        var fields: [(position: Int, kind: RawKind)] = []
        for (position, name) in columns.enumerated() {
            guard let kind = kinds[name], !names.contains(name) else { continue }
            names.append(name)
            fields.append((position, kind))
        }
        self.names = names
        self.fields = fields
    }
}

/// Reads rows into texts. The values go through the slow readers that know all spellings.
struct RawReader: RowReader {
    private unowned(unsafe) let context: RunContext
    private let layout: RawLayout
    private let batch: UnsafeMutablePointer<Batch>

    init(_ context: RunContext, _ layout: RawLayout, _ batch: UnsafeMutablePointer<Batch>) {
        self.context = context
        self.layout = layout
        self.batch = batch
    }

    /// A row without a readable id is rejected, and a happening without a readable instant or ticket id.
    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        var texts: [String?] = []
        texts.reserveCapacity(layout.fields.count)
        for (column, field) in layout.fields.enumerated() {
            switch value(row.field(field.position), field.kind) {
            case .text(let text): texts.append(text)
            case .null: texts.append(nil)
            case .bad:
                let name = layout.names[column]
                if name == "id" || context.layout.known?.isHappening == true && RawReader.vital.contains(name) {
                    return false
                }
                context.badValue(row.field(field.position), name)
                texts.append(nil)
            }
            if layout.names[column] == "id" && texts[column] == nil { return false }
        }
        batch.pointee.raw.append(texts)
        return true
    }

    mutating func finish(_ count: Int) {}

    private static let vital: Set<String> = ["ticket_id", "created_at"]

    fileprivate enum Value {
        case text(String)
        case null, bad
    }

    private func value(_ field: Field, _ kind: RawKind) -> Value {
        switch kind {
        case .text:
            return context.withText(field) { bytes in
                guard let bytes else { return .null }
                guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return .bad }
                return .text(text)
            }
        case .uuid:
            var high: UInt64 = 0
            var low: UInt64 = 0
            return Value(context.uuid(field, &high, &low)) { EntityID<Ticket>(high: high, low: low).text }
        case .instant:
            var value: Int64 = 0
            return Value(context.instant(field, &value)) { Instant(microseconds: value).postgres }
        case .date:
            var days: Int32 = 0
            return Value(context.date(field, &days)) { LocalDate(daysSinceEpoch: days).iso }
        case .boolean:
            var value = false
            return Value(context.boolean(field, &value)) { value ? "t" : "f" }
        case .integer:
            var value: Int64 = 0
            return Value(context.integer(field, &value)) { String(value) }
        }
    }
}

extension RawReader.Value {
    /// What a reading says, with the text of its value.
    fileprivate init(_ reading: RunContext.Reading, _ text: () -> String) {
        switch reading {
        case .value: self = .text(text())
        case .null: self = .null
        case .bad: self = .bad
        }
    }
}
