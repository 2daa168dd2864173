import ServiceDesk

/// Rows of `audit_log`.
struct EventReader: RowReader {
    private let batch: UnsafeMutablePointer<Batch>
    private let words: UnsafeMutablePointer<Words>
    private let values: FieldValues
    private unowned(unsafe) let context: RunContext
    private var payload: PayloadReader

    private let idColumn, ticketColumn, actionColumn, payloadColumn, performedColumn, createdColumn: Int
    private let high, low, ownerHigh, ownerLow: UnsafeMutablePointer<UInt64>
    private let flags: UnsafeMutablePointer<UInt8>
    private let at: UnsafeMutablePointer<Int64>
    private let action, oldValue, newValue, who: UnsafeMutablePointer<UInt32>
    private var month = FastValues.MonthCache()

    init(
        _ context: RunContext, _ batch: UnsafeMutablePointer<Batch>, _ words: UnsafeMutablePointer<Words>,
        _ members: UnsafeMutablePointer<JSONMembers>, rows: Int
    ) {
        self.context = context
        self.batch = batch
        self.words = words
        values = FieldValues(context)
        payload = PayloadReader(context, words, members)
        let positions = context.layout.positions
        idColumn = positions[0]
        ticketColumn = positions[1]
        actionColumn = positions[2]
        payloadColumn = positions[3]
        performedColumn = positions[4]
        createdColumn = positions[5]
        high = batch.pointee.high.reserve(rows)
        low = batch.pointee.low.reserve(rows)
        ownerHigh = batch.pointee.ownerHigh.reserve(rows)
        ownerLow = batch.pointee.ownerLow.reserve(rows)
        flags = batch.pointee.flags.reserve(rows)
        at = batch.pointee.at.reserve(rows)
        action = batch.pointee.action.reserve(rows)
        oldValue = batch.pointee.oldValue.reserve(rows)
        newValue = batch.pointee.newValue.reserve(rows)
        who = batch.pointee.who.reserve(rows)
    }

    @inline(__always)
    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        var first: UInt64 = 0
        var second: UInt64 = 0
        if idColumn >= 0 {
            guard values.uuid(row.field(idColumn), &first, &second) == .value else { return false }
        }
        high[index] = first
        low[index] = second
        var instant: Int64 = 0
        let created = row.field(createdColumn)
        let reading = values.instant(created, &month, &instant)
        if reading == .bad { return false }
        let ticket = values.uuid(row.field(ticketColumn), &first, &second)
        if ticket == .bad { return false }
        at[index] = instant
        ownerHigh[index] = first
        ownerLow[index] = second
        flags[index] = ticket == .value ? Flag.hasOwner : 0
        if instant == Absent.instant || instant == Int64.max || instant == Int64.min {
            context.noteWithoutTime(createdColumn >= 0 ? created : row.anchor)
        }
        let actionCode = words.pointee.action.code(row.field(actionColumn))
        let meaning = words.pointee.action.actions[actionCode]
        action[index] = UInt32(truncatingIfNeeded: actionCode)
        who[index] = UInt32(truncatingIfNeeded: words.pointee.performedBy.code(row.field(performedColumn)))
        if meaning == .other {
            oldValue[index] = EventValue.absent
            newValue[index] = EventValue.absent
            return true
        }
        payload.read(row.field(payloadColumn), meaning, isNull: values.isPlainNull(row.field(payloadColumn)))
        oldValue[index] = payload.oldValue
        newValue[index] = payload.newValue
        if payload.amount != Absent.amount {
            batch.pointee.amountRow.append(UInt32(truncatingIfNeeded: index))
            batch.pointee.amountValue.append(payload.amount)
        }
        return true
    }

    mutating func finish(_ count: Int) {
        batch.pointee.high.commit(count)
        batch.pointee.low.commit(count)
        batch.pointee.ownerHigh.commit(count)
        batch.pointee.ownerLow.commit(count)
        batch.pointee.flags.commit(count)
        batch.pointee.at.commit(count)
        batch.pointee.action.commit(count)
        batch.pointee.oldValue.commit(count)
        batch.pointee.newValue.commit(count)
        batch.pointee.who.commit(count)
    }
}

extension RunContext {
    @inline(never)
    func noteWithoutTime(_ field: Field) {
        note(.eventWithoutTime, field, "an event or reply without a time counts for nothing")
    }
}
