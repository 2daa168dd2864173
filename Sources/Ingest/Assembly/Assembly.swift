import ServiceDesk

/// Rows of events and replies, in input order.
struct HappeningRows: ~Copyable {
    var high = Pile<UInt64>()
    var low = Pile<UInt64>()
    /// The number of the ticket's id, `Absent.key` or `replaced`.
    var ticket = Pile<UInt32>()
    var at = Pile<Int64>()
    var who = Pile<UInt32>()
    var flags = Pile<UInt8>()
    var minutes = Pile<Int64>()
    /// Rows of sources that have no id column.
    var withoutID: [Range<Int>] = []

    /// In place of a ticket: the row does not count.
    static let replaced = UInt32.max - 1
}

/// What events have beside that.
struct EventRows: ~Copyable {
    var action = Pile<UInt16>()
    var oldValue = Pile<UInt32>()
    var newValue = Pile<UInt32>()
    var amountRow = Pile<UInt32>()
    var amountValue = Pile<Int64>()
}

/// Rows of tickets, in input order.
struct TicketRows: ~Copyable {
    /// The number of the id.
    var key = Pile<UInt32>()
    var customer = Pile<UInt32>()
    var flags = Pile<UInt8>()
    var createdBy = Pile<UInt32>()
    var category = Pile<UInt32>()
    var priority = Pile<UInt16>()
    var status = Pile<UInt16>()
    var assignedTo = Pile<UInt32>()
    var slaDue = Pile<Int64>()
    var createdAt = Pile<Int64>()
    var updatedAt = Pile<Int64>()
    var billedAt = Pile<Int64>()
    var completedAt = Pile<Int64>()
    var billAmount = Pile<Int64>()
    var title = TextPile()
    var clientKeyRow = Pile<UInt32>()
    var clientKeyFirst = Pile<UInt64>()
    var clientKeySecond = Pile<UInt64>()
    var assignmentRow = Pile<UInt32>()
    var assignmentAt = Pile<Int64>()
    var assignmentOld = Pile<UInt32>()
    var assignmentNew = Pile<UInt32>()
}

/// Rows of customers, in input order.
struct CustomerRows: ~Copyable {
    var key = Pile<UInt32>()
    var name = TextPile()
    var amcExpiry = Pile<Int32>()
    var tssExpiry = Pile<Int32>()
}

/// Rows of one of the tables of people at the desk, in input order.
struct AgentRows: ~Copyable {
    var high = Pile<UInt64>()
    var low = Pile<UInt64>()
    var username = TextPile()
    var fullName = TextPile()
    var role = Pile<UInt32>()
    var flags = Pile<UInt8>()
}

/// Which row was the first of an id's number, and which later ones repeat it.
struct FirstRows: ~Copyable {
    private var rowOfKey = Pile<UInt32>()
    private(set) var repeats: [(first: UInt32, later: UInt32)] = []

    mutating func add(_ keys: UnsafePointer<UInt32>, count: Int, startingAt row: Int, known: Int) {
        if known > rowOfKey.count { rowOfKey.append(repeating: Absent.key, known - rowOfKey.count) }
        for index in 0..<count {
            let key = Int(keys[index])
            let own = UInt32(truncatingIfNeeded: row + index)
            if rowOfKey[key] == Absent.key {
                rowOfKey[key] = own
            } else {
                repeats.append((first: rowOfKey[key], later: own))
            }
        }
    }
}

/// Everything that was read so far, from all sources. Runs are taken over in file order, so numbers and codes are those
/// of first appearance in the data, whoever read the run.
final class Assembly {
    let options: IngestOptions
    var findings = FindingLog()
    private(set) var rejects: [Reject] = []
    /// Who takes rows that are handed on, and why they could not be taken.
    var taker: ((RawRows) throws -> Void)?
    private(set) var takerFailure: (any Error)?
    private(set) var rejectCount = 0

    var ticketIDs = IDTable()
    var customerIDs = IDTable()
    var firstTickets = FirstRows()
    var firstCustomers = FirstRows()

    var tickets = TicketRows()
    var customers = CustomerRows()
    var agents = AgentRows()
    var events = HappeningRows()
    var eventRows = EventRows()
    var comments = HappeningRows()
    var remarks = HappeningRows()
    var reports = HappeningRows()

    let statuses, priorities, actions, roles: Vocabulary
    let categories = Vocabulary("category")
    let createdBy = Vocabulary("created_by")
    let performedBy = Vocabulary("performed_by")
    let authors = Vocabulary("author")
    let eventValues = Vocabulary("payload")
    let agentTexts = Vocabulary("agent")
    var workflow = WorkflowConfig()

    private var counts: [String: Inventory.TableCount] = [:]
    private var statusCounts: [Int] = []
    private var priorityCounts: [Int] = []
    private var amcExpiry: [Int32: Int] = [:]
    private var tssExpiry: [Int32: Int] = [:]
    private var createdMin = Int64.max
    private var createdMax = Int64.min
    private var billSum: Int128 = 0
    private var minutesSum: Int128 = 0
    private var keys = Pile<UInt32>()
    private var missingColumns: Set<String> = []

    init(options: IngestOptions) {
        self.options = options
        let limit = options.limits.distinctWords
        statuses = Vocabulary("status", limit: limit)
        priorities = Vocabulary("priority", limit: limit)
        actions = Vocabulary("action", limit: limit)
        roles = Vocabulary("role", limit: limit)
    }

    // MARK: Tables

    /// Notes that a source has a table, if only by its definition.
    func mention(_ table: String) {
        if counts[table] == nil {
            counts[table] = Inventory.TableCount(name: table, isKnown: KnownTable(rawValue: table) != nil)
        }
    }

    /// Notes that a source ends early.
    func noteTruncated(_ sentence: String, at place: Place) {
        findings.add(.truncated) {
            FindingExample(
                place: place, text: "", sentence: sentence,
                hint: "what was read is used; the rest is missing: copy the file again")
        }
    }

    /// Notes that rows of a layout follow.
    func begin(_ layout: RowLayout, _ place: Place) throws(IngestError) {
        mention(layout.tableName)
        guard let known = layout.known else { return }
        if layout.fieldCount > options.limits.fields {
            throw IngestError(
                .brokenInput,
                "\(layout.tableName) has \(layout.fieldCount) columns; the limit is \(options.limits.fields)",
                at: place, hint: "--max-fields raises it")
        }
        let needsID: Set<KnownTable> = [.customers, .agents, .tickets]
        if needsID.contains(known), layout.positions.first ?? -1 < 0 {
            throw IngestError(
                .brokenInput, "the data of \(layout.tableName) has no column id", at: place,
                hint: "the first row of a CSV file must name its columns")
        }
        for column in layout.missingColumns where missingColumns.insert("\(layout.file):\(known):\(column)").inserted {
            findings.add(.missingColumn) {
                FindingExample(
                    place: place, text: column, sentence: "\(layout.tableName) has no column \(column)",
                    hint: "its values are taken as NULL")
            }
        }
    }

    // MARK: Runs

    /// Takes over a run of rows; `line` and `byte` are those of the window's start.
    func take(_ run: Run, _ worker: Worker, line: Int, byte: Int) throws(IngestError) {
        let context = run.context
        if let failure = context.failure { throw failure.moved(by: line - 1) }
        let layout = context.layout
        if layout.tableName.isEmpty { return }
        mention(layout.tableName)
        counts[layout.tableName]?.rows += run.rows
        guard let known = layout.known else {
            // Of a table that is only named every row counts.
            counts[layout.tableName]?.rows += context.notes.rejectCount
            return
        }
        counts[layout.tableName]?.rejected += context.notes.rejectCount
        context.notes.add(to: &findings, file: layout.file, line: line)
        try takeRejects(context.notes, file: layout.file, line: line, byte: byte)
        if let raw = layout.raw {
            try handOn(RawRows(table: known.rawValue, columns: raw.names, rows: worker.batch.pointee.raw))
            return
        }
        takeRows(known, worker)
        try checkVocabularies(layout)
    }

    /// Hands rows on; what the taker throws ends the reading and is thrown again at its end.
    private func handOn(_ rows: RawRows) throws(IngestError) {
        do { try taker?(rows) } catch {
            takerFailure = error
            throw IngestError(.unreadableDevice, "the rows could not be taken over")
        }
    }

    private func takeRejects(_ notes: Notes, file: String, line: Int, byte: Int) throws(IngestError) {
        guard notes.rejectCount > 0 else { return }
        rejectCount += notes.rejectCount
        let made = notes.rejects.map { note in
            Reject(
                file: file, line: line + note.line, byte: byte + note.byte, column: note.column, code: note.code,
                raw: note.raw, rawColumn: note.rawColumn, sentence: note.sentence)
        }
        for reject in made {
            findings.add(.rejectedRow) {
                FindingExample(
                    place: Place(file: file, line: reject.line, column: reject.column),
                    text: String(reject.raw.prefix(200)),
                    sentence: reject.sentence)
            }
        }
        if notes.rejectCount > made.count {
            findings.add(.rejectedRow, count: notes.rejectCount - made.count) {
                FindingExample(place: Place(file: file), text: "", sentence: "more rows that cannot be read")
            }
        }
        rejects.append(contentsOf: made.prefix(options.limits.keptRejects - rejects.count))
        if rejectCount > options.limits.rejects {
            throw IngestError(
                .brokenInput, "more than \(options.limits.rejects) rows cannot be read",
                at: rejects.first.map {
                    Place(file: $0.file, line: $0.line)
                }, hint: rejects.first.map { "the first: \($0.sentence); --max-rejects raises the limit" })
        }
    }

    private func checkVocabularies(_ layout: RowLayout) throws(IngestError) {
        for vocabulary in [statuses, priorities, actions, roles] where vocabulary.isOverLimit {
            throw IngestError(
                .brokenInput,
                "\(layout.tableName) has more than \(options.limits.distinctWords) different values of \(vocabulary.name)",
                at: Place(file: layout.file), hint: "is another column under that name? --max-words raises the limit")
        }
    }

    private func takeRows(_ known: KnownTable, _ worker: Worker) {
        switch known {
        case .tickets: takeTickets(worker)
        case .auditLog: takeEvents(worker)
        case .ticketComments: takeReplies(worker, &comments, isComment: true)
        case .ticketRemarks: takeReplies(worker, &remarks, isComment: false)
        case .serviceReports: takeReplies(worker, &reports, isComment: false)
        case .customers: takeCustomers(worker)
        case .agents: takeAgents(worker, &agents)
        case .appSettings: if let last = worker.batch.pointee.workflow.last { workflow = last }
        default: break
        }
    }

    /// The numbers of a batch's owners.
    private func owners(_ batch: UnsafeMutablePointer<Batch>, _ table: inout IDTable) -> UnsafeMutablePointer<UInt32> {
        let count = batch.pointee.ownerHigh.count
        keys.removeAll()
        let output = keys.reserve(count)
        table.numbers(
            batch.pointee.ownerHigh.base, batch.pointee.ownerLow.base, present: batch.pointee.flags.base,
            none: Absent.key, count: count, into: output)
        return output
    }

    private func takeTickets(_ worker: Worker) {
        let batch = worker.batch
        let words = worker.words
        let count = batch.pointee.high.count
        let row = tickets.key.count
        let own = tickets.key.reserve(count)
        ticketIDs.numbers(
            batch.pointee.high.base, batch.pointee.low.base, present: nil, none: Absent.key, count: count, into: own)
        tickets.key.commit(count)
        firstTickets.add(own, count: count, startingAt: row, known: ticketIDs.count)
        tickets.customer.append(owners(batch, &customerIDs), count)
        tickets.flags.append(from: batch.pointee.flags)
        Assembly.translate(batch.pointee.createdBy, words.pointee.createdBy, createdBy, into: &tickets.createdBy)
        Assembly.translate(batch.pointee.category, words.pointee.category, categories, into: &tickets.category)
        Assembly.translate(batch.pointee.priority, words.pointee.priority, priorities, into: &tickets.priority)
        Assembly.translate(batch.pointee.status, words.pointee.status, statuses, into: &tickets.status)
        Assembly.translate(batch.pointee.assignedTo, words.pointee.agentID, agentTexts, into: &tickets.assignedTo)
        tickets.slaDue.append(from: batch.pointee.slaDue)
        tickets.createdAt.append(from: batch.pointee.createdAt)
        tickets.updatedAt.append(from: batch.pointee.updatedAt)
        tickets.billedAt.append(from: batch.pointee.billedAt)
        tickets.completedAt.append(from: batch.pointee.completedAt)
        tickets.billAmount.append(from: batch.pointee.billAmount)
        if options.keepsTitles { tickets.title.append(from: batch.pointee.title) }
        takeSparse(batch, words, row)
        countTickets(row, count)
    }

    /// Client keys and assignments: some rows have none, some several.
    private func takeSparse(
        _ batch: UnsafeMutablePointer<Batch>, _ words: UnsafeMutablePointer<Words>, _ row: Int
    ) {
        let first = UInt32(truncatingIfNeeded: row)
        for index in 0..<batch.pointee.clientKeyRow.count {
            tickets.clientKeyRow.append(batch.pointee.clientKeyRow[index] &+ first)
        }
        tickets.clientKeyFirst.append(from: batch.pointee.clientKeyFirst)
        tickets.clientKeySecond.append(from: batch.pointee.clientKeySecond)
        for index in 0..<batch.pointee.assignmentRow.count {
            tickets.assignmentRow.append(batch.pointee.assignmentRow[index] &+ first)
            let old = batch.pointee.assignmentOld[index]
            let new = batch.pointee.assignmentNew[index]
            tickets.assignmentOld.append(Assembly.value(old, words.pointee.agentValue, agentTexts))
            tickets.assignmentNew.append(Assembly.value(new, words.pointee.agentValue, agentTexts))
        }
        tickets.assignmentAt.append(from: batch.pointee.assignmentAt)
    }

    private func countTickets(_ row: Int, _ count: Int) {
        Assembly.add(tickets.status.base + row, count, to: &statusCounts, of: statuses)
        Assembly.add(tickets.priority.base + row, count, to: &priorityCounts, of: priorities)
        let created = tickets.createdAt.base + row
        let amounts = tickets.billAmount.base + row
        for index in 0..<count {
            let instant = created[index]
            if instant != Absent.instant && instant != Int64.max && instant != Int64.min {
                createdMin = min(createdMin, instant)
                createdMax = max(createdMax, instant)
            }
            if amounts[index] != Absent.amount { billSum += Int128(amounts[index]) }
        }
    }

    private static func add(
        _ codes: UnsafePointer<UInt16>, _ count: Int, to counts: inout [Int], of vocabulary: Vocabulary
    ) {
        // Codes are cut to 16 bits; a vocabulary beyond them ends the run right after.
        let size = min(vocabulary.texts.count, Int(UInt16.max) + 1)
        if counts.count < size { counts.append(contentsOf: repeatElement(0, count: size - counts.count)) }
        for index in 0..<count { counts[Int(codes[index])] += 1 }
    }

    private func takeEvents(_ worker: Worker) {
        let batch = worker.batch
        let words = worker.words
        let row = events.ticket.count
        let count = batch.pointee.at.count
        takeHappenings(worker, &events)
        Assembly.translate(batch.pointee.who, words.pointee.performedBy, performedBy, into: &events.who)
        let actionOutput = eventRows.action.reserve(count)
        let oldOutput = eventRows.oldValue.reserve(count)
        let newOutput = eventRows.newValue.reserve(count)
        let actionInput = batch.pointee.action.base
        let oldInput = batch.pointee.oldValue.base
        let newInput = batch.pointee.newValue.base
        let actionWords = self.actions
        let valueWords = eventValues
        let agentWords = agentTexts
        for index in 0..<count {
            let action = actionInput[index]
            let old = oldInput[index]
            let new = newInput[index]
            actionOutput[index] = UInt16(truncatingIfNeeded: words.pointee.action.globalCode(action, actionWords))
            if words.pointee.action.actions.base[Int(action)] == .assigned {
                oldOutput[index] = Assembly.value(old, words.pointee.agentValue, agentWords)
                newOutput[index] = Assembly.value(new, words.pointee.agentValue, agentWords)
            } else {
                oldOutput[index] = Assembly.value(old, words.pointee.eventValue, valueWords)
                newOutput[index] = Assembly.value(new, words.pointee.eventValue, valueWords)
            }
        }
        eventRows.action.commit(count)
        eventRows.oldValue.commit(count)
        eventRows.newValue.commit(count)
        for index in 0..<batch.pointee.amountRow.count {
            eventRows.amountRow.append(batch.pointee.amountRow[index] &+ UInt32(truncatingIfNeeded: row))
        }
        eventRows.amountValue.append(from: batch.pointee.amountValue)
    }

    private func takeHappenings(_ worker: Worker, _ rows: inout HappeningRows) {
        let batch = worker.batch
        let count = batch.pointee.at.count
        let row = rows.at.count
        rows.high.append(from: batch.pointee.high)
        rows.low.append(from: batch.pointee.low)
        rows.at.append(from: batch.pointee.at)
        rows.ticket.append(owners(batch, &ticketIDs), count)
        // A source without ids leaves zeros.
        if count > 0 && !worker.hasIDs { rows.withoutID.append(row..<(row + count)) }
    }

    private func takeReplies(_ worker: Worker, _ rows: inout HappeningRows, isComment: Bool) {
        let batch = worker.batch
        takeHappenings(worker, &rows)
        if isComment {
            Assembly.translate(batch.pointee.who, worker.words.pointee.author, authors, into: &rows.who)
        } else {
            Assembly.translate(batch.pointee.who, worker.words.pointee.agentID, agentTexts, into: &rows.who)
        }
        rows.flags.append(from: batch.pointee.flags)
        rows.minutes.append(from: batch.pointee.minutes)
        for index in 0..<batch.pointee.minutes.count where batch.pointee.minutes[index] != Absent.minutes {
            minutesSum += Int128(batch.pointee.minutes[index])
        }
    }

    private func takeCustomers(_ worker: Worker) {
        let batch = worker.batch
        let count = batch.pointee.high.count
        let row = customers.key.count
        let own = customers.key.reserve(count)
        customerIDs.numbers(
            batch.pointee.high.base, batch.pointee.low.base, present: nil, none: Absent.key, count: count, into: own)
        customers.key.commit(count)
        firstCustomers.add(own, count: count, startingAt: row, known: customerIDs.count)
        customers.name.append(from: batch.pointee.name)
        customers.amcExpiry.append(from: batch.pointee.amcExpiry)
        customers.tssExpiry.append(from: batch.pointee.tssExpiry)
        for index in 0..<count {
            amcExpiry[batch.pointee.amcExpiry[index], default: 0] += 1
            tssExpiry[batch.pointee.tssExpiry[index], default: 0] += 1
        }
    }

    private func takeAgents(_ worker: Worker, _ rows: inout AgentRows) {
        let batch = worker.batch
        rows.high.append(from: batch.pointee.high)
        rows.low.append(from: batch.pointee.low)
        rows.username.append(from: batch.pointee.name)
        rows.fullName.append(from: batch.pointee.secondName)
        Assembly.translate(batch.pointee.role, worker.words.pointee.role, roles, into: &rows.role)
        rows.flags.append(from: batch.pointee.flags)
    }

    /// Turns a worker's codes into those of the whole data.
    private static func translate<Code: FixedWidthInteger & BitwiseCopyable>(
        _ codes: borrowing Pile<UInt32>, _ words: borrowing WordTable, _ vocabulary: Vocabulary,
        into output: inout Pile<Code>
    ) {
        let count = codes.count
        let target = output.reserve(count)
        for index in 0..<count {
            target[index] = Code(truncatingIfNeeded: words.globalCode(codes.base[index], vocabulary))
        }
        output.commit(count)
    }

    /// Turns a worker's `EventValue` into one of the whole data.
    @inline(__always)
    private static func value(_ code: UInt32, _ words: borrowing WordTable, _ vocabulary: Vocabulary) -> UInt32 {
        code < EventValue.first
            ? code : words.globalCode(code &- (EventValue.first &- 1), vocabulary) &+ (EventValue.first &- 1)
    }

    // MARK: The inventory

    /// What was counted, every row of it.
    func inventory() -> Inventory {
        var inventory = Inventory()
        inventory.tables = KnownTable.allCases.compactMap { counts[$0.rawValue] }
        inventory.tables += counts.values.filter { !$0.isKnown }.sorted { $0.name < $1.name }
        inventory.ticketsByStatus = Assembly.byText(statusCounts, statuses)
        inventory.ticketsByPriority = Assembly.byText(priorityCounts, priorities)
        if createdMin <= createdMax {
            inventory.createdMin = Instant(microseconds: createdMin)
            inventory.createdMax = Instant(microseconds: createdMax)
        }
        inventory.billAmountSum = Paise(Int64(clamping: billSum))
        inventory.timeSpentMinutesSum = Int64(clamping: minutesSum)
        inventory.amcExpiry = Assembly.byDate(amcExpiry)
        inventory.tssExpiry = Assembly.byDate(tssExpiry)
        if Int128(inventory.billAmountSum.value) != billSum {
            findings.add(.amountOutOfRange) {
                FindingExample(
                    place: Place(table: "tickets", id: nil), text: "",
                    sentence: "the sum of the bill amounts does not fit")
            }
        }
        return inventory
    }

    private static func byText(_ counts: [Int], _ vocabulary: Vocabulary) -> Inventory.ValueCounts {
        var result: Inventory.ValueCounts = [:]
        for (code, count) in counts.enumerated() where count > 0 {
            result[code == 0 ? String?.none : vocabulary.texts[code]] = count
        }
        return result
    }

    private static func byDate(_ counts: [Int32: Int]) -> [LocalDate?: Int] {
        var result: [LocalDate?: Int] = [:]
        for (days, count) in counts {
            result[days == Absent.date ? LocalDate?.none : LocalDate(daysSinceEpoch: days)] = count
        }
        return result
    }

    /// How many rows all known tables have, rejects apart, and whether there is any known table.
    var knownTables: (rows: Int, tables: [KnownTable]) {
        let present = KnownTable.allCases.filter { counts[$0.rawValue] != nil }
        return (present.reduce(0) { $0 + (counts[$1.rawValue]?.rows ?? 0) }, present)
    }

    /// The table that has too many rejects to be what it seems, if any.
    var overRejected: Inventory.TableCount? {
        KnownTable.allCases.lazy.compactMap { self.counts[$0.rawValue] }.first { count in
            let all = count.rows + count.rejected
            return all >= options.limits.rejectShareFrom && count.rejected * 100 > all * options.limits.rejectPercentage
        }
    }
}

extension IngestError {
    /// The failure with its line counted from the start of the file.
    func moved(by lines: Int) -> IngestError {
        guard var place, let line = place.line else { return self }
        place.line = line + lines
        return IngestError(kind, sentence, at: place, hint: hint)
    }
}
