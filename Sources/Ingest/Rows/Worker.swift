import ServiceDesk

/// What came out of one run of rows.
struct Run {
    let context: RunContext
    /// Rows kept.
    let rows: Int
    /// Where in the window the run ended.
    private(set) var end: Int
    /// Whether the block's `\.` was met.
    let isEnded: Bool
    /// Whether the file ends within a row.
    let isCut: Bool
    /// How many line feeds lie between the run's start and the window's end; not counted in rows of INSERT statements.
    let lineFeeds: Int
    /// Of rows of INSERT statements: where among them the run began and stopped.
    var inserts: (from: InsertPlace, stop: InsertStop)?

    /// Moves the offsets of a run of converted bytes to where those came from.
    mutating func moveToSource() {
        end = SingleByteEncoding.source(of: end, context.bytes)
        guard let found = inserts?.stop else { return }
        inserts?.stop.position = SingleByteEncoding.source(of: found.position, context.bytes)
        inserts?.stop.unfinishedValue = SingleByteEncoding.source(of: found.unfinishedValue, context.bytes)
    }
}

/// One thread's memory: tokens, dictionaries and a batch that every run fills anew.
final class Worker {
    let batch: UnsafeMutablePointer<Batch>
    /// The dictionaries of the run's format; the same bytes mean another text in another.
    private(set) var words: UnsafeMutablePointer<Words>
    private var wordsOfFormats: [FieldFormat: UnsafeMutablePointer<Words>] = [:]
    private let members: UnsafeMutablePointer<JSONMembers>
    private let tokens: UnsafeMutablePointer<Tokens>
    /// A window's bytes as UTF-8, when they were written in another encoding.
    private let converted = Window(capacity: 0)
    private let nullText: UnsafeMutablePointer<UInt8>
    private let options: IngestOptions
    /// Whether the window ends within a row whose rest comes with the next.
    private var holdsBack = false
    /// Whether the rows of the last run have ids of their own.
    private(set) var hasIDs = true

    init(options: IngestOptions, format: FieldFormat) {
        self.options = options
        batch = .allocate(capacity: 1)
        batch.initialize(to: Batch())
        words = .allocate(capacity: 1)
        words.initialize(to: Words(format: format))
        wordsOfFormats[format] = words
        members = .allocate(capacity: 1)
        members.initialize(to: JSONMembers())
        tokens = .allocate(capacity: 1)
        tokens.initialize(to: Tokens())
        nullText = .allocate(capacity: Window.padding)
        nullText.initialize(repeating: 0, count: Window.padding)
        nullText[0] = 0x5c
        nullText[1] = 0x4e
        for (index, byte) in Worker.sqlNull.enumerated() { nullText[Worker.sqlNullOffset + index] = byte }
    }

    deinit {
        batch.deinitialize(count: 1)
        batch.deallocate()
        for (_, words) in wordsOfFormats {
            words.deinitialize(count: 1)
            words.deallocate()
        }
        members.deinitialize(count: 1)
        members.deallocate()
        tokens.deinitialize(count: 1)
        tokens.deallocate()
        nullText.deallocate()
    }

    private static let sqlNull = Array("NULL".utf8)
    private static let sqlNullOffset = 16

    private func useWords(of format: FieldFormat) {
        if let known = wordsOfFormats[format] {
            words = known
            return
        }
        words = .allocate(capacity: 1)
        words.initialize(to: Words(format: format))
        wordsOfFormats[format] = words
    }

    /// Reads the rows of a window from an offset on, up to the block's end or the window's.
    ///
    /// `lineOffset` is how many lines of the window lie before it. Rows of INSERT statements begin at `place`; without
    /// one it is guessed.
    func read(
        _ window: Window, from: Int, layout: RowLayout, lineOffset: Int, place: InsertPlace? = nil
    ) -> Run {
        guard let encoding = layout.encoding, !window.isASCII else {
            return readUTF8(window, from: from, layout: layout, lineOffset: lineOffset, place: place)
        }
        let start = encoding.convert(window, into: converted, mark: from)
        var run = readUTF8(
            converted, from: start, layout: layout, lineOffset: lineOffset, place: place, isConverted: true)
        run.moveToSource()
        return run
    }

    private func readUTF8(
        _ window: Window, from: Int, layout: RowLayout, lineOffset: Int, place: InsertPlace?, isConverted: Bool = false
    ) -> Run {
        batch.pointee.removeAll()
        useWords(of: layout.format)
        hasIDs = layout.positions.first ?? -1 >= 0
        let bytes = UnsafePointer(window.bytes)
        let context = RunContext(
            layout: layout, options: options, window: window, from: from, lineOffset: lineOffset,
            isConverted: isConverted)
        var inserts: (from: InsertPlace, stop: InsertStop)?
        switch layout.format {
        case .csv(let style):
            tokens.pointee.csv(bytes, from: from, to: window.count, separator: style.separator)
        case .copy: tokens.pointee.copy(bytes, from: from, to: window.count)
        case .insert(let backslashes):
            let scan = SQLScan(bytes: bytes, end: endOfRows(window), backslashes: backslashes)
            let place = place ?? InsertPlace.guess(bytes, window.count)
            inserts = (place, tokens.pointee.insert(scan, from: from, place: place, head: layout.insertHead))
        }
        holdsBack = tokens.pointee.endsInRow && !window.isLast && !layout.isCSV
        var run = readRows(context)
        run.inserts = inserts
        return run
    }

    /// How far rows of INSERT statements are read: a message may show the rest of their line, so that has to be there.
    private func endOfRows(_ window: Window) -> Int {
        let count = window.count
        if window.isLast || count == 0 || window.bytes[count - 1] == 0x0a { return count }
        var end = count
        while end > max(0, count - RunContext.keptText), window.bytes[end - 1] != 0x0a { end -= 1 }
        return end
    }

    private func readRows(_ context: RunContext) -> Run {
        let layout = context.layout
        let count = tokens.pointee.rowEnds.count
        if let raw = layout.raw { return rows(context, RawReader(context, raw, batch)) }
        switch layout.known {
        case .tickets:
            return rows(context, TicketReader(context, batch, words, rows: count))
        case .auditLog:
            return rows(context, EventReader(context, batch, words, members, rows: count))
        case .ticketComments, .ticketRemarks, .serviceReports:
            return rows(context, ReplyReader(context, batch, words, layout.known ?? .ticketRemarks, rows: count))
        case .customers:
            return rows(context, CustomerReader(context, batch))
        case .agents:
            return rows(context, AgentReader(context, batch, words))
        case .appSettings:
            return rows(context, SettingReader(context, batch))
        default:
            return rows(context, CountedReader(context))
        }
    }

    private func rows<Reader: RowReader>(_ context: RunContext, _ first: consuming Reader) -> Run {
        var reader = first
        let layout = context.layout
        let rowEnds = tokens.pointee.rowEnds.base
        let rowCount = tokens.pointee.rowEnds.count
        let fieldCount = layout.fieldCount
        let endsInRow = tokens.pointee.endsInRow
        let isLong = context.end > options.limits.valueBytes
        var row = RowCursor(
            bytes: context.bytes, fieldEnds: UnsafePointer(tokens.pointee.fieldEnds.base), last: fieldCount - 1,
            null: nullField(layout.format))
        var kept = 0
        for index in 0..<rowCount {
            let next = Int(rowEnds[index])
            let isPartial = endsInRow && index == rowCount - 1
            if isPartial && holdsBack { break }
            if next &- row.first <= 1 && !layout.isCSV && isEndMarker(row, next) {
                reader.finish(kept)
                let end = min(Int(row.fieldEnds[next - 1]) + 1, context.end)
                return Run(
                    context: context, rows: kept, end: end, isEnded: true, isCut: false,
                    lineFeeds: tokens.pointee.lineFeeds)
            }
            if next &- row.first == fieldCount && !(isPartial && (!layout.isCSV || tokens.pointee.endsInQuotes))
                && !isLong
            {
                if reader.read(row, kept) { kept &+= 1 } else { rejectUnreadable(context, row, next) }
            } else if checkOddRow(context, row, next, isPartial: isPartial) {
                if reader.read(row, kept) { kept &+= 1 } else { rejectUnreadable(context, row, next) }
            }
            row.first = next
        }
        reader.finish(kept)
        let lineFeeds = tokens.pointee.lineFeeds
        if holdsBack {
            return Run(
                context: context, rows: kept, end: row.start, isEnded: false, isCut: false, lineFeeds: lineFeeds)
        }
        return Run(
            context: context, rows: kept, end: context.end, isEnded: false,
            isCut: endsInRow && (!layout.isCSV || tokens.pointee.endsInQuotes), lineFeeds: lineFeeds)
    }

    /// What stands for the field of a column that the source lacks: the format's NULL.
    private func nullField(_ format: FieldFormat) -> Field {
        switch format {
        case .copy: Field(start: UnsafePointer(nullText), count: 2)
        case .csv: Field(start: UnsafePointer(nullText) + 2, count: 0)
        case .insert: Field(start: UnsafePointer(nullText) + Worker.sqlNullOffset, count: Worker.sqlNull.count)
        }
    }

    /// Whether a row is `\.` and nothing else.
    private func isEndMarker(_ row: RowCursor, _ next: Int) -> Bool {
        let start = row.start
        let length = Int(row.fieldEnds[next - 1]) - start
        guard length == 2 || length == 3, row.bytes[start] == 0x5c, row.bytes[start + 1] == 0x2e else { return false }
        return length == 2 || row.bytes[start + 2] == 0x0d
    }

    /// Where a row's own text ends.
    private func rowEnd(_ context: RunContext, _ row: RowCursor, _ next: Int) -> Int {
        min(Int(row.fieldEnds[next - (context.layout.isInsert ? 2 : 1)]), context.end)
    }

    /// A row that is cut, has too many or too few fields, or may have a value that is too long. True when it is sound.
    @inline(never)
    private func checkOddRow(_ context: RunContext, _ row: RowCursor, _ next: Int, isPartial: Bool) -> Bool {
        let start = row.start
        let layout = context.layout
        let end = rowEnd(context, row, next)
        if isPartial && (!layout.isCSV || tokens.pointee.endsInQuotes) {
            context.reject(start, end, "the row ends where the file ends")
            return false
        }
        let gap = layout.isInsert ? 1 : 0
        let count = next - row.first - gap
        if count + gap != layout.fieldCount {
            if count > options.limits.fields && context.failure == nil {
                context.failure = IngestError(
                    .brokenInput,
                    "a row of \(layout.tableName) has \(count) fields; the limit is \(options.limits.fields)",
                    at: Place(file: layout.file), hint: "--max-fields raises it")
            }
            context.reject(start, end, "the row has \(count) fields where \(layout.fieldCount - gap) are expected")
            return false
        }
        for column in 0..<count where row.field(column).count > options.limits.valueBytes {
            context.failure = IngestError(
                .brokenInput,
                "a value of \(layout.tableName) has \(row.field(column).count) bytes; the limit is \(options.limits.valueBytes)",
                at: Place(file: layout.file), hint: "--max-value raises it")
            return false
        }
        return true
    }

    @inline(never)
    private func rejectUnreadable(_ context: RunContext, _ row: RowCursor, _ next: Int) {
        let layout = context.layout
        let end = rowEnd(context, row, next)
        var high: UInt64 = 0
        var low: UInt64 = 0
        let columns = layout.known?.columns ?? []
        for (column, position) in zip(columns, layout.positions) where position >= 0 {
            guard column.name == "id" || layout.known?.isHappening ?? false else { continue }
            let field = row.field(position)
            switch column.name {
            case "id", "ticket_id":
                let reading = context.uuid(field, &high, &low)
                if reading == .value || (reading == .null && column.name != "id") { continue }
                let text =
                    reading == .null ? "the row has no id" : "\(column.name) is no UUID: \"\(context.shown(field))\""
                context.reject(row.start, end, at: field, text)
                return
            case "created_at":
                context.reject(row.start, end, at: field, "created_at is no instant: \"\(context.shown(field))\"")
                return
            default: continue
            }
        }
        context.reject(row.start, end, "the row cannot be read")
    }
}
