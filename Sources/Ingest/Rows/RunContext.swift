import CMasks
import Glibc
import ServiceDesk

/// What the slow paths of one run of rows need: where the window lies, how fields are written, where notes go.
final class RunContext {
    let layout: RowLayout
    let options: IngestOptions
    let bytes: UnsafePointer<UInt8>
    let end: Int
    /// How many bytes of the window's first line come before it.
    private let droppedColumns: Int
    /// Whether the bytes were turned into UTF-8 first.
    private let isConverted: Bool
    var notes = Notes()
    /// How many notes there were so far.
    private(set) var noteCount = 0
    /// A value that cannot be read without a word from the user ends the run.
    var failure: IngestError?
    private var scratch: [UInt8] = []
    private var arena = Pile<UInt8>()
    private var copy = Pile<UInt8>()
    /// Lines are counted on from the last place that was asked for.
    private var countedTo: Int
    private var countedLines: Int
    private let secretsHidden: Bool

    /// The run that starts at an offset of a window, so many lines below the window's start.
    init(layout: RowLayout, options: IngestOptions, window: Window, from: Int, lineOffset: Int, isConverted: Bool) {
        self.isConverted = isConverted
        self.layout = layout
        self.options = options
        bytes = UnsafePointer(window.bytes)
        end = window.count
        droppedColumns = window.droppedColumns
        countedTo = from
        countedLines = lineOffset
        secretsHidden = layout.known?.holdsSecrets ?? false
    }

    // MARK: Places

    private func line(at offset: Int) -> Int {
        if offset >= countedTo {
            countedLines += RunContext.lineFeeds(bytes, countedTo, offset)
        } else {
            countedLines -= RunContext.lineFeeds(bytes, offset, countedTo)
        }
        countedTo = offset
        return countedLines
    }

    /// How many line feeds lie between two offsets.
    static func lineFeeds(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int {
        var count = 0
        var position = from
        while position + 64 <= to {
            count += masks_equal64(bytes + position, 0x0a).nonzeroBitCount
            position += 64
        }
        while position < to {
            if bytes[position] == 0x0a { count += 1 }
            position += 1
        }
        return count
    }

    private func lineStart(before offset: Int) -> Int {
        var start = offset
        while start > 0 && bytes[start - 1] != 0x0a { start -= 1 }
        return start
    }

    static let keptText = 1000

    /// The column of an offset in the line that begins at `start`, from 1.
    private func column(_ offset: Int, inLineAt start: Int) -> Int {
        offset - start + 1 + (start == 0 ? droppedColumns : 0)
    }

    private func text(_ from: Int, _ to: Int) -> String {
        let shown = min(to, from + RunContext.keptText)
        return String(decoding: UnsafeBufferPointer(start: bytes + from, count: max(0, shown - from)), as: UTF8.self)
    }

    /// The physical line around an offset, for a caret; nil where it may hold a password or is too long to show.
    private func sourceLine(at start: Int, offset: Int) -> String? {
        guard !secretsHidden, column(offset, inLineAt: start) <= RunContext.keptText else { return nil }
        let found = memchr(bytes + offset, 0x0a, end - offset)
        let stop = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(bytes) } ?? end
        return text(start, stop)
    }

    /// Where the text of a field begins.
    private func offset(_ field: Field) -> Int {
        (layout.isInsert ? field.withoutLeadingBlanks : field).start - bytes
    }

    // MARK: Notes

    /// Notes something odd about a field, or about a text that was taken out of it.
    func note(
        _ code: FindingCode, _ field: Field, text: String? = nil, _ sentence: @autoclosure () -> String,
        hint: () -> String? = { nil }
    ) {
        notes.count(code)
        noteCount += 1
        guard notes.keeps(code) else { return }
        let offset = offset(field)
        let line = line(at: offset)
        let start = lineStart(before: offset)
        notes.keep(
            code,
            Note(
                line: line, column: column(offset, inLineAt: start), text: text ?? shown(field), sentence: sentence(),
                hint: hint(),
                sourceLine: sourceLine(at: start, offset: offset)))
    }

    /// The text of a field as a person reads it.
    func shown(_ field: Field) -> String {
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return "" }
        return String(decoding: scratch.prefix(RunContext.keptText), as: UTF8.self)
    }

    /// Notes a value that is not of its column's type; it is NULL from here on.
    func badValue(_ field: Field, _ what: String) {
        note(.badValue, field, "\(what) cannot be read: \"\(self.shown(field))\"") {
            guard case .local = InstantText.read(self.shown(field)) else { return nil }
            return "it has no offset; --input-timezone says which zone it is in"
        }
    }

    /// Notes a row that cannot be read.
    func reject(_ from: Int, _ to: Int, at field: Field? = nil, _ sentence: @autoclosure () -> String) {
        notes.reject(keeping: options.limits.keptRejects) {
            let offset = field.map(offset) ?? from
            let inside = offset >= from && offset <= to ? offset : from
            return RejectNote(
                line: line(at: inside), byte: isConverted ? SingleByteEncoding.source(of: from, bytes) : from,
                column: column(inside, inLineAt: lineStart(before: inside)),
                code: .rejectedRow,
                raw: secretsHidden ? "(not shown: rows of \(layout.tableName) hold secrets)" : text(from, to),
                rawColumn: secretsHidden ? nil : inside - from + 1,
                sentence: sentence())
        }
    }

    // MARK: Values of any spelling

    /// The decoded value without blanks around it, which Postgres does not mind either.
    private func trimmed() -> [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        guard let first = scratch.first, let last = scratch.last, isBlank(first) || isBlank(last) else {
            return scratch
        }
        let start = scratch.firstIndex { !isBlank($0) } ?? scratch.endIndex
        let end = scratch.lastIndex { !isBlank($0) } ?? start
        return Array(scratch[start..<min(end + 1, scratch.endIndex)])
    }

    enum Reading { case value, null, bad }

    func uuid(_ field: Field, _ high: inout UInt64, _ low: inout UInt64) -> Reading {
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return .null }
        let text = trimmed()
        guard let id = EntityID<Ticket>(text.span) else { return .bad }
        high = id.high
        low = id.low
        return .value
    }

    /// Instants without an offset are refused in CSV, where they are usual; in a dump they are damage.
    func instant(_ field: Field, _ value: inout Int64) -> Reading {
        value = Absent.instant
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return .null }
        switch SlowInstant(dated(field), zone: options.inputTimeZone) {
        case .value(let microseconds):
            value = microseconds
            return .value
        case .unreadable: return .bad
        case .withoutOffset:
            if layout.isCSV && failure == nil { failure = withoutOffset(field) }
            return .bad
        }
    }

    private func withoutOffset(_ field: Field) -> IngestError {
        IngestError(
            .brokenInput, "an instant without an offset can be any: \"\(shown(field))\" in \(layout.tableName)",
            at: Place(file: layout.file, line: line(at: field.start - bytes) + 1),
            hint: "say which zone it is in with --input-timezone, for example --input-timezone Asia/Kolkata")
    }

    /// The decoded value, a spreadsheet's date in the form of Postgres. `03/04/2026` is two dates: a CSV file that has
    /// such is refused, not guessed at, until somebody says which.
    private func dated(_ field: Field) -> [UInt8] {
        guard layout.isCSV else { return scratch }
        switch SpreadsheetDate(trimmed(), order: options.dateOrder) {
        case .iso(let text): return text
        case .unknown: return scratch
        case .ambiguous:
            if failure == nil {
                failure = IngestError(
                    .brokenInput, "\"\(shown(field))\" in \(layout.tableName) can be several dates",
                    at: Place(file: layout.file, line: line(at: field.start - bytes) + 1),
                    hint: "say what comes first with --date-order dmy, mdy or ymd")
            }
            return scratch
        }
    }

    func date(_ field: Field, _ value: inout Int32) -> Reading {
        value = Absent.date
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return .null }
        let text = dated(field)
        guard case .date(let date) = InstantText.readDate(text.span) else { return .bad }
        value = date.daysSinceEpoch == Absent.date ? Int32.min : date.daysSinceEpoch
        return .value
    }

    func boolean(_ field: Field, _ value: inout Bool) -> Reading {
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return .null }
        switch String(decoding: trimmed().prefix(6), as: UTF8.self).lowercased() {
        case "t", "true": value = true
        case "f", "false": value = false
        default: return .bad
        }
        return .value
    }

    func integer(_ field: Field, _ value: inout Int64) -> Reading {
        value = Absent.minutes
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return .null }
        guard let number = Int64(String(decoding: trimmed(), as: UTF8.self)), number != Absent.minutes else {
            return .bad
        }
        value = number
        return .value
    }

    /// The amount of a field, or `Absent.amount`; every oddity is noted.
    func amount(_ field: Field) -> Int64 {
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return Absent.amount }
        let reading = scratch.withUnsafeBufferPointer { AmountReading($0) }
        return amount(reading, field)
    }

    func amount(_ reading: AmountReading, _ field: Field) -> Int64 {
        switch reading {
        case .paise(let paise, let rounded):
            if rounded { note(.amountRounded, field, "an amount with more than two decimals is rounded") }
            return paise
        case .notFinite: note(.amountNotFinite, field, "an amount that is no number is left out of all sums")
        case .outOfRange: note(.amountOutOfRange, field, "an amount beyond the range is left out of all sums")
        case .unreadable: badValue(field, "the amount")
        }
        return Absent.amount
    }

    /// Whether the bytes of a field are its value: no escapes, no quotes, and not NULL.
    private func isVerbatim(_ field: Field) -> Bool {
        switch layout.format {
        case .copy: memchr(field.start, 0x5c, field.count) == nil
        case .insert: false
        case .csv(let style): style.nullWord == nil && field.count > 0 && memchr(field.start, 0x22, field.count) == nil
        }
    }

    /// The bytes of a text, or nil for NULL; they are good until the next call.
    func withText<Result>(_ field: Field, _ body: (UnsafeBufferPointer<UInt8>?) -> Result) -> Result {
        if isVerbatim(field) { return body(field.span) }
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return body(nil) }
        return scratch.withUnsafeBufferPointer { body($0) }
    }

    // MARK: JSON

    /// The value of a JSON field, in memory that stays until the next call; nil for NULL.
    func jsonText(_ field: Field) -> Field? {
        if isVerbatim(field) { return field }
        if FieldDecoder.isNull(field, layout.format, into: &scratch) { return nil }
        // Readers look a little beyond the end.
        copy.removeAll()
        scratch.withUnsafeBufferPointer { if let base = $0.baseAddress { copy.append(base, $0.count) } }
        let count = copy.count
        copy.append(repeating: 0, 64)
        return Field(start: UnsafePointer(copy.base), count: count)
    }

    func jsonReader(_ text: Field) -> JSONReader {
        arena.removeAll()
        let room = arena.reserve(text.count + 64)
        return JSONReader(
            text.start, text.start + text.count, depthLimit: options.limits.jsonDepth, arena: room)
    }
}
