/// The fields of one row, found by the tokens; nothing is copied.
struct RowCursor {
    let bytes: UnsafePointer<UInt8>
    let fieldEnds: UnsafePointer<UInt32>
    /// The last field, before which a carriage return belongs to the end of the row.
    let last: Int
    /// What stands for the field of a column that the source lacks.
    let null: Field
    /// The row's first entry in `fieldEnds`.
    var first = 1

    /// The field of a column, the NULL field for -1.
    @inline(__always)
    func field(_ column: Int) -> Field {
        guard column >= 0 else { return null }
        let start = Int(fieldEnds[first &+ column &- 1] &+ 1)
        var end = Int(fieldEnds[first &+ column])
        if column == last && end > start && bytes[end - 1] == 0x0d { end -= 1 }
        return Field(start: bytes + start, count: end - start)
    }

    var start: Int { Int(fieldEnds[first - 1] &+ 1) }

    /// The first field: where notes about a column point that the source lacks.
    var anchor: Field { field(0) }
}

/// Reads the rows of one table into the columns of a batch.
protocol RowReader {
    /// Reads a row into place `index`; false when it was rejected.
    mutating func read(_ row: RowCursor, _ index: Int) -> Bool
    /// Takes over the rows that were read.
    mutating func finish(_ count: Int)
}

/// The typed values of fields: the usual spelling at once, every other through the context.
struct FieldValues {
    unowned(unsafe) let context: RunContext
    private let isCopy: Bool
    private let isCSV: Bool

    init(_ context: RunContext) {
        self.context = context
        isCSV = context.layout.isCSV
        isCopy = !isCSV && !context.layout.isInsert
    }

    /// Whether a field is NULL in the usual spelling.
    @inline(__always)
    func isPlainNull(_ field: Field) -> Bool {
        if isCopy { return field.count == 2 && field.start[0] == 0x5c && field.start[1] == 0x4e }
        return isCSV ? field.count == 0 : field.withoutLeadingBlanks.equals("NULL")
    }

    /// The bytes of a field whose value needs no decoding.
    @inline(__always)
    private func plain(_ field: Field) -> Field {
        isCopy ? field : isCSV ? field.plain : field.bareLiteral
    }

    @inline(__always)
    func uuid(_ field: Field, _ high: inout UInt64, _ low: inout UInt64) -> RunContext.Reading {
        let plain = plain(field)
        if plain.count == 36 && FastValues.uuid(plain.start, high: &high, low: &low) { return .value }
        return isPlainNull(field) ? .null : context.uuid(field, &high, &low)
    }

    @inline(__always)
    func instant(
        _ field: Field, _ cache: inout FastValues.MonthCache, _ value: inout Int64
    ) -> RunContext.Reading {
        let plain = plain(field)
        if let read = FastValues.instant(plain.start, plain.count, &cache) {
            value = read
            return .value
        }
        value = Absent.instant
        return isPlainNull(field) ? .null : context.instant(field, &value)
    }

    /// An instant that the row can do without.
    @inline(__always)
    func optionalInstant(_ field: Field, _ cache: inout FastValues.MonthCache, _ what: StaticString) -> Int64 {
        var value: Int64 = 0
        if instant(field, &cache, &value) == .bad { context.badValue(field, "\(what)") }
        return value
    }

    func optionalDate(_ field: Field, _ cache: inout FastValues.MonthCache, _ what: StaticString) -> Int32 {
        let plain = plain(field)
        if let days = FastValues.date(plain.start, plain.count, &cache) { return days }
        var value = Absent.date
        if !isPlainNull(field), context.date(field, &value) == .bad { context.badValue(field, "\(what)") }
        return value
    }

    /// The code of an agent's id; 0 for NULL and for what is no id.
    @inline(__always)
    func agent(_ field: Field, _ table: inout WordTable, _ what: StaticString) -> UInt32 {
        let code = table.code(field)
        if code != 0 && !table.has(.isUUID, code) {
            context.badValue(field, "\(what)")
            return 0
        }
        return UInt32(truncatingIfNeeded: code)
    }
}
