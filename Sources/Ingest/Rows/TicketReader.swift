import ServiceDesk

/// Rows of `tickets`.
struct TicketReader: RowReader {
    private let batch: UnsafeMutablePointer<Batch>
    private let words: UnsafeMutablePointer<Words>
    private let values: FieldValues
    private unowned(unsafe) let context: RunContext
    private let keepsTitles: Bool

    private let idColumn, customerColumn, clientKeyColumn, createdByColumn, titleColumn, categoryColumn: Int
    private let priorityColumn, statusColumn, assignedColumn, slaDueColumn, createdColumn, updatedColumn: Int
    private let billedColumn, amountColumn, historyColumn, completedColumn: Int

    private let high, low, ownerHigh, ownerLow: UnsafeMutablePointer<UInt64>
    private let flags: UnsafeMutablePointer<UInt8>
    private let createdBy, category, priority, status, assigned: UnsafeMutablePointer<UInt32>
    private let slaDue, created, updated, billed, completed, amount: UnsafeMutablePointer<Int64>

    private var slaMonth = FastValues.MonthCache()
    private var createdMonth = FastValues.MonthCache()
    private var updatedMonth = FastValues.MonthCache()
    private var billedMonth = FastValues.MonthCache()
    private var completedMonth = FastValues.MonthCache()
    private var history: AssignmentHistoryReader

    init(
        _ context: RunContext, _ batch: UnsafeMutablePointer<Batch>, _ words: UnsafeMutablePointer<Words>, rows: Int
    ) {
        self.context = context
        self.batch = batch
        self.words = words
        values = FieldValues(context)
        keepsTitles = context.options.keepsTitles
        let positions = context.layout.positions
        idColumn = positions[0]
        customerColumn = positions[1]
        clientKeyColumn = positions[2]
        createdByColumn = positions[3]
        titleColumn = positions[4]
        categoryColumn = positions[5]
        priorityColumn = positions[6]
        statusColumn = positions[7]
        assignedColumn = positions[8]
        slaDueColumn = positions[9]
        createdColumn = positions[10]
        updatedColumn = positions[11]
        billedColumn = positions[12]
        amountColumn = positions[13]
        historyColumn = positions[14]
        completedColumn = positions[15]
        high = batch.pointee.high.reserve(rows)
        low = batch.pointee.low.reserve(rows)
        ownerHigh = batch.pointee.ownerHigh.reserve(rows)
        ownerLow = batch.pointee.ownerLow.reserve(rows)
        flags = batch.pointee.flags.reserve(rows)
        createdBy = batch.pointee.createdBy.reserve(rows)
        category = batch.pointee.category.reserve(rows)
        priority = batch.pointee.priority.reserve(rows)
        status = batch.pointee.status.reserve(rows)
        assigned = batch.pointee.assignedTo.reserve(rows)
        slaDue = batch.pointee.slaDue.reserve(rows)
        created = batch.pointee.createdAt.reserve(rows)
        updated = batch.pointee.updatedAt.reserve(rows)
        billed = batch.pointee.billedAt.reserve(rows)
        completed = batch.pointee.completedAt.reserve(rows)
        amount = batch.pointee.billAmount.reserve(rows)
        history = AssignmentHistoryReader(context, batch, words)
    }

    @inline(__always)
    mutating func read(_ row: RowCursor, _ index: Int) -> Bool {
        let id = row.field(idColumn)
        var idHigh: UInt64 = 0
        var idLow: UInt64 = 0
        guard values.uuid(id, &idHigh, &idLow) == .value else { return false }
        high[index] = idHigh
        low[index] = idLow
        flags[index] = customer(row, index) | clientKey(row.field(clientKeyColumn), index)
        createdBy[index] = UInt32(truncatingIfNeeded: words.pointee.createdBy.code(row.field(createdByColumn)))
        category[index] = UInt32(truncatingIfNeeded: words.pointee.category.code(row.field(categoryColumn)))
        priority[index] = readPriority(row)
        status[index] = readStatus(row)
        assigned[index] = values.agent(row.field(assignedColumn), &words.pointee.agentID, "assigned_to")
        slaDue[index] = values.optionalInstant(row.field(slaDueColumn), &slaMonth, "sla_due")
        created[index] = values.optionalInstant(row.field(createdColumn), &createdMonth, "created_at")
        updated[index] = values.optionalInstant(row.field(updatedColumn), &updatedMonth, "updated_at")
        billed[index] = values.optionalInstant(row.field(billedColumn), &billedMonth, "billed_at")
        completed[index] = values.optionalInstant(row.field(completedColumn), &completedMonth, "completed_at")
        let billAmount = row.field(amountColumn)
        amount[index] = values.isPlainNull(billAmount) ? Absent.amount : context.amount(billAmount)
        if keepsTitles { context.withText(row.field(titleColumn)) { batch.pointee.title.append($0) } }
        let entries = row.field(historyColumn)
        if !values.isPlainNull(entries) && entries.count > 2 { history.read(entries, index) }
        return true
    }

    mutating func finish(_ count: Int) {
        batch.pointee.high.commit(count)
        batch.pointee.low.commit(count)
        batch.pointee.ownerHigh.commit(count)
        batch.pointee.ownerLow.commit(count)
        batch.pointee.flags.commit(count)
        batch.pointee.createdBy.commit(count)
        batch.pointee.category.commit(count)
        batch.pointee.priority.commit(count)
        batch.pointee.status.commit(count)
        batch.pointee.assignedTo.commit(count)
        batch.pointee.slaDue.commit(count)
        batch.pointee.createdAt.commit(count)
        batch.pointee.updatedAt.commit(count)
        batch.pointee.billedAt.commit(count)
        batch.pointee.completedAt.commit(count)
        batch.pointee.billAmount.commit(count)
    }

    @inline(__always)
    private func customer(_ row: RowCursor, _ index: Int) -> UInt8 {
        var customerHigh: UInt64 = 0
        var customerLow: UInt64 = 0
        let field = row.field(customerColumn)
        let reading = values.uuid(field, &customerHigh, &customerLow)
        ownerHigh[index] = customerHigh
        ownerLow[index] = customerLow
        if reading == .bad { context.badValue(field, "customer_id") }
        return reading == .value ? Flag.hasOwner : 0
    }

    @inline(__always)
    private func readPriority(_ row: RowCursor) -> UInt32 {
        let field = row.field(priorityColumn)
        let code = words.pointee.priority.code(field)
        if code != 0 && words.pointee.priority.has(.isUnknownPriority, code) {
            VocabularyNotes.unknownPriority(context, field, words.pointee.priority.texts[code])
        }
        return UInt32(truncatingIfNeeded: code)
    }

    @inline(__always)
    private func readStatus(_ row: RowCursor) -> UInt32 {
        let field = row.field(statusColumn)
        let code = words.pointee.status.code(field)
        if code == 0 || words.pointee.status.has(.isUnknownStatus, code) {
            let anchor = statusColumn >= 0 ? field : row.anchor
            VocabularyNotes.unknownStatus(context, anchor, code == 0 ? nil : words.pointee.status.texts[code])
        }
        return UInt32(truncatingIfNeeded: code)
    }

    /// Keeps a hash of the key: two tickets of one customer should not share one.
    @inline(__always)
    private func clientKey(_ field: Field, _ index: Int) -> UInt8 {
        if values.isPlainNull(field) { return 0 }
        return otherClientKey(field, index)
    }

    @inline(never)
    private func otherClientKey(_ field: Field, _ index: Int) -> UInt8 {
        context.withText(field) { text in
            guard let text, text.contains(where: { $0 > 0x20 }) else { return 0 }
            // Only blanks beyond ASCII need the general answer.
            if text.allSatisfy({ $0 >= 0x80 || $0 <= 0x20 }), Word.isBlank(String(decoding: text, as: UTF8.self)) {
                return 0
            }
            let hash = WideHash(text)
            batch.pointee.clientKeyRow.append(UInt32(truncatingIfNeeded: index))
            batch.pointee.clientKeyFirst.append(hash.first)
            batch.pointee.clientKeySecond.append(hash.second)
            return Flag.isSet
        }
    }
}

/// 128 bits of a text, by a secret of this process: equal texts have equal hashes, and others are never known to.
struct WideHash {
    private static let secret = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    private(set) var first: UInt64
    private(set) var second: UInt64

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        first = WideHash.secret.0 ^ UInt64(truncatingIfNeeded: bytes.count)
        second = WideHash.secret.1
        var index = 0
        while index < bytes.count {
            var word: UInt64 = 0
            for place in index..<min(index + 8, bytes.count) { word = word << 8 | UInt64(bytes[place]) }
            let product = (first ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
            first = product.high ^ product.low ^ second
            let other = (second &+ word).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
            second = other.high ^ other.low &+ first
            index += 8
        }
    }
}

/// The findings about statuses and priorities.
enum VocabularyNotes {
    @inline(never)
    static func unknownStatus(_ context: RunContext, _ field: Field, _ text: String?) {
        let sentence = text.map { Word.isBlank($0) ? "a blank status" : "unknown status \"\($0)\"" }
        context.note(.unknownStatus, field, text: text ?? "", sentence ?? "no status") {
            text.flatMap { nearest($0, Status.allCases.map(\.name)) }
        }
    }

    @inline(never)
    static func unknownPriority(_ context: RunContext, _ field: Field, _ text: String) {
        let sentence = Word.isBlank(text) ? "a blank priority" : "unknown priority \"\(text)\""
        context.note(.unknownPriority, field, text: text, sentence) {
            nearest(text, ["Urgent", "High", "Medium", "Low", "Normal", "Critical"])
        }
    }

    private static func nearest(_ text: String, _ candidates: [String]) -> String? {
        guard text.utf8.count <= 60, !Word.isBlank(text) else { return nil }
        return Word.nearest(to: text, in: candidates).map { "did you mean \"\($0)\"?" }
    }
}
