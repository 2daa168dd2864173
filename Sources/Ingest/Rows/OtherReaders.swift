import ServiceDesk

/// Rows of `ticket_comments`, `ticket_remarks` and `service_reports`.
struct ReplyReader: RowReader {
    private let batch: UnsafeMutablePointer<Batch>
    private let words: UnsafeMutablePointer<Words>
    private let values: FieldValues
    private unowned(unsafe) let context: RunContext
    private let table: KnownTable
    private let idColumn, ticketColumn, whoColumn, extraColumn, createdColumn: Int
    private let high, low, ownerHigh, ownerLow: UnsafeMutablePointer<UInt64>
    private let flags: UnsafeMutablePointer<UInt8>
    private let at, minutes: UnsafeMutablePointer<Int64>
    private let who: UnsafeMutablePointer<UInt32>
    private var month = FastValues.MonthCache()

    init(
        _ context: RunContext, _ batch: UnsafeMutablePointer<Batch>, _ words: UnsafeMutablePointer<Words>,
        _ table: KnownTable, rows: Int
    ) {
        self.context = context
        self.batch = batch
        self.words = words
        self.table = table
        values = FieldValues(context)
        let positions = context.layout.positions
        idColumn = positions[0]
        ticketColumn = positions[1]
        whoColumn = positions[2]
        extraColumn = table == .ticketRemarks ? -1 : positions[3]
        createdColumn = positions[table == .ticketRemarks ? 3 : 4]
        high = batch.pointee.high.reserve(rows)
        low = batch.pointee.low.reserve(rows)
        ownerHigh = batch.pointee.ownerHigh.reserve(rows)
        ownerLow = batch.pointee.ownerLow.reserve(rows)
        flags = batch.pointee.flags.reserve(rows)
        at = batch.pointee.at.reserve(rows)
        minutes = batch.pointee.minutes.reserve(rows)
        who = batch.pointee.who.reserve(rows)
    }

    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        var first: UInt64 = 0
        var second: UInt64 = 0
        if idColumn >= 0 {
            guard values.uuid(row.field(idColumn), &first, &second) == .value else { return false }
        }
        high[index] = first
        low[index] = second
        let created = row.field(createdColumn)
        var instant: Int64 = 0
        let reading = values.instant(created, &month, &instant)
        if reading == .bad { return false }
        let ticket = values.uuid(row.field(ticketColumn), &first, &second)
        if ticket == .bad { return false }
        if instant == Absent.instant || instant == Int64.max || instant == Int64.min {
            context.noteWithoutTime(createdColumn >= 0 ? created : row.anchor)
        }
        ownerHigh[index] = first
        ownerLow[index] = second
        at[index] = instant
        who[index] =
            table == .ticketComments
            ? UInt32(truncatingIfNeeded: words.pointee.author.code(row.field(whoColumn)))
            : values.agent(row.field(whoColumn), &words.pointee.agentID, "agent_id")
        let isPublic = table == .ticketComments && isPublic(row.field(extraColumn))
        minutes[index] = table == .serviceReports ? readMinutes(row.field(extraColumn)) : Absent.minutes
        flags[index] = (ticket == .value ? Flag.hasOwner : 0) | (isPublic ? Flag.isSet : 0)
        return true
    }

    mutating func finish(_ count: Int) {
        batch.pointee.high.commit(count)
        batch.pointee.low.commit(count)
        batch.pointee.ownerHigh.commit(count)
        batch.pointee.ownerLow.commit(count)
        batch.pointee.flags.commit(count)
        batch.pointee.at.commit(count)
        batch.pointee.minutes.commit(count)
        batch.pointee.who.commit(count)
    }

    /// Only `internal = false` is public; NULL is not false.
    private func isPublic(_ field: Field) -> Bool {
        if field.count == 1 && field.start[0] == UInt8(ascii: "f") { return true }
        if field.count == 1 && field.start[0] == UInt8(ascii: "t") { return false }
        if values.isPlainNull(field) { return false }
        var isInternal = true
        if context.boolean(field, &isInternal) == .bad { context.badValue(field, "internal") }
        return !isInternal
    }

    private func readMinutes(_ field: Field) -> Int64 {
        if values.isPlainNull(field) { return Absent.minutes }
        var value = Absent.minutes
        if context.integer(field, &value) == .bad { context.badValue(field, "time_spent_minutes") }
        return value
    }
}

/// Rows of `customers`.
struct CustomerReader: RowReader {
    private let batch: UnsafeMutablePointer<Batch>
    private let values: FieldValues
    private unowned(unsafe) let context: RunContext
    private let positions: [Int]
    private var amcMonth = FastValues.MonthCache()
    private var tssMonth = FastValues.MonthCache()

    init(_ context: RunContext, _ batch: UnsafeMutablePointer<Batch>) {
        self.context = context
        self.batch = batch
        values = FieldValues(context)
        positions = context.layout.positions
    }

    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        var first: UInt64 = 0
        var second: UInt64 = 0
        guard values.uuid(row.field(positions[0]), &first, &second) == .value else { return false }
        batch.pointee.high.append(first)
        batch.pointee.low.append(second)
        context.withText(row.field(positions[1])) { batch.pointee.name.append($0) }
        let amc = values.optionalDate(row.field(positions[2]), &amcMonth, "amc_expiry_date")
        let tss = values.optionalDate(row.field(positions[3]), &tssMonth, "tss_expiry_date")
        batch.pointee.amcExpiry.append(amc)
        batch.pointee.tssExpiry.append(tss)
        return true
    }

    mutating func finish(_ count: Int) {}
}

/// Rows of `agents`.
struct AgentReader: RowReader {
    private let batch: UnsafeMutablePointer<Batch>
    private let words: UnsafeMutablePointer<Words>
    private let values: FieldValues
    private unowned(unsafe) let context: RunContext
    private let positions: [Int]

    init(
        _ context: RunContext, _ batch: UnsafeMutablePointer<Batch>, _ words: UnsafeMutablePointer<Words>
    ) {
        self.context = context
        self.batch = batch
        self.words = words
        values = FieldValues(context)
        positions = context.layout.positions
    }

    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        var first: UInt64 = 0
        var second: UInt64 = 0
        guard values.uuid(row.field(positions[0]), &first, &second) == .value else { return false }
        batch.pointee.high.append(first)
        batch.pointee.low.append(second)
        context.withText(row.field(positions[1])) { batch.pointee.name.append($0) }
        context.withText(row.field(positions[2])) { batch.pointee.secondName.append($0) }
        batch.pointee.role.append(UInt32(truncatingIfNeeded: words.pointee.role.code(row.field(positions[3]))))
        var isActive = true
        let active = row.field(positions[4])
        if context.boolean(active, &isActive) == .bad { context.badValue(active, "is_active") }
        batch.pointee.flags.append(isActive ? Flag.isSet : 0)
        return true
    }

    mutating func finish(_ count: Int) {}
}

/// Rows of tables that are only counted: a row with an id that is none is rejected.
struct CountedReader: RowReader {
    private let values: FieldValues
    private let idColumn: Int

    init(_ context: RunContext) {
        values = FieldValues(context)
        idColumn = context.layout.positions.first ?? -1
    }

    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        guard idColumn >= 0 else { return true }
        var first: UInt64 = 0
        var second: UInt64 = 0
        return values.uuid(row.field(idColumn), &first, &second) == .value
    }

    mutating func finish(_ count: Int) {}
}

/// Rows of `app_settings`: the row `workflow_config` counts.
struct SettingReader: RowReader {
    private let batch: UnsafeMutablePointer<Batch>
    private let values: FieldValues
    private unowned(unsafe) let context: RunContext
    private let idColumn, keyColumn, valueColumn: Int

    init(_ context: RunContext, _ batch: UnsafeMutablePointer<Batch>) {
        self.context = context
        self.batch = batch
        values = FieldValues(context)
        idColumn = context.layout.positions[0]
        keyColumn = context.layout.positions[1]
        valueColumn = context.layout.positions[2]
    }

    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        if idColumn >= 0 {
            var first: UInt64 = 0
            var second: UInt64 = 0
            guard values.uuid(row.field(idColumn), &first, &second) == .value else { return false }
        }
        let isWorkflow = context.withText(row.field(keyColumn)) { text in
            text.map { String(decoding: $0, as: UTF8.self) == "workflow_config" } ?? false
        }
        if isWorkflow, let config = workflow(row.field(valueColumn)) { batch.pointee.workflow.append(config) }
        return true
    }

    mutating func finish(_ count: Int) {}

    /// The minutes of `{"sla": {"urgent": 60, …}}`; nil for a value that says nothing.
    private func workflow(_ field: Field) -> WorkflowConfig? {
        guard let text = context.jsonText(field) else { return nil }
        var reader = context.jsonReader(text)
        var members = JSONMembers()
        guard reader.document(&members) == .object else {
            unreadable(field, "workflow_config is no JSON object")
            return nil
        }
        guard let sla = members.object(.sla) else {
            let isThere = members.string(.sla) != nil || members.number(.sla) != nil || members.isOther(.sla)
            if isThere { unreadable(field, "\"sla\" of workflow_config is no object of minutes") }
            return WorkflowConfig()
        }
        return minutes(sla, field)
    }

    private func minutes(_ sla: Field, _ field: Field) -> WorkflowConfig {
        var byWord: [String: Int64] = [:]
        var bad: [String] = []
        var reader = context.jsonReader(sla)
        _ = reader.eachMember { name, kind, value in
            let word = String(decoding: name.span, as: UTF8.self)
            guard ["urgent", "critical", "high", "medium", "normal", "low"].contains(word) else { return }
            byWord[word] = nil
            // Hundredths, as of an amount: whole minutes have none.
            if kind == .number, case .paise(let hundredths, false) = AmountReading(value.span), hundredths >= 0,
                hundredths % 100 == 0
            {
                byWord[word] = hundredths / 100
            } else if kind != .null {
                bad.append(word)
            }
        }
        for word in bad { unreadable(field, "\"\(word)\" of workflow_config's \"sla\" is no number of minutes") }
        var result: [Priority: Int64] = [:]
        result[.urgent] = byWord["urgent"] ?? byWord["critical"]
        result[.high] = byWord["high"]
        result[.medium] = byWord["medium"] ?? byWord["normal"]
        result[.low] = byWord["low"]
        return WorkflowConfig(firstResponseMinutes: result)
    }

    private func unreadable(_ field: Field, _ sentence: String) {
        context.note(.unreadableSetting, field, sentence, hint: { "the product's own minutes are used instead" })
    }
}
