import Glibc
import ServiceDesk

/// What the rules need of an event's payload: the value before, the value after, the amount.
struct PayloadReader {
    private unowned(unsafe) let context: RunContext
    private let words: UnsafeMutablePointer<Words>
    private let members: UnsafeMutablePointer<JSONMembers>
    private let format: FieldFormat

    /// Coded as `EventValue` says, by the worker's dictionaries.
    private(set) var oldValue = EventValue.absent
    private(set) var newValue = EventValue.absent
    private(set) var amount = Absent.amount

    init(_ context: RunContext, _ words: UnsafeMutablePointer<Words>, _ members: UnsafeMutablePointer<JSONMembers>) {
        self.context = context
        self.words = words
        self.members = members
        format = context.layout.format
    }

    @inline(__always)
    mutating func read(_ field: Field, _ meaning: EventAction, isNull: Bool) {
        oldValue = EventValue.absent
        newValue = EventValue.absent
        amount = Absent.amount
        if isNull { return }
        guard field.count <= PayloadMemo.lengthLimit else {
            parse(field, meaning)
            return
        }
        let hash = words.pointee.payloads.hash(field, meaning)
        if let known = words.pointee.payloads.find(field, meaning, hash) {
            oldValue = known.old
            newValue = known.new
            return
        }
        let notes = context.noteCount
        parse(field, meaning)
        guard amount == Absent.amount, context.noteCount == notes else { return }
        words.pointee.payloads.keep(field, meaning, hash, old: oldValue, new: newValue)
    }

    @inline(never)
    private mutating func parse(_ field: Field, _ meaning: EventAction) {
        guard readUsual(field) || readAny(field) else { return }
        switch meaning {
        case .statusChanged:
            newValue = status(.to, .newStatus, .new, field)
            oldValue = status(.from, .oldStatus, .old, field)
        case .ticketCreated:
            newValue = value(.priority, .priority, nullCounts: true)
            checkPriority(newValue, field)
        case .assigned:
            newValue = agent(.to, .new)
            oldValue = agent(.from, .old)
        case .priorityChanged:
            newValue = value(.to, .new, nullCounts: true)
            oldValue = value(.from, .old, nullCounts: true)
            checkPriority(newValue, field)
            checkPriority(oldValue, field)
        case .categoryChanged:
            newValue = value(.to, .new, nullCounts: false)
            oldValue = value(.from, .old, nullCounts: false)
        case .billRaised, .billProcessed:
            amount = readAmount(field)
        case .billCancelled:
            newValue = status(.to, .to, .to, field)
            amount = readAmount(field)
        case .other: break
        }
    }

    /// A payload as the app writes it; in CSV it stands in quotes, and its own are doubled.
    @inline(__always)
    private func readUsual(_ field: Field) -> Bool {
        let end = field.start + field.count
        switch format {
        case .copy: return members.pointee.readFlat(field.start, end) == end
        case .csv:
            guard field.isQuoted, end[-1] == 0x22 else { return false }
            return members.pointee.readFlat(field.start + 1, end - 1, quote: 2) == end - 1
        case .insert(let backslashes):
            let text = field.bareLiteral
            guard !backslashes, memchr(text.start, 0x27, text.count) == nil else { return false }
            return members.pointee.readFlat(text.start, text.start + text.count) == text.start + text.count
        }
    }

    /// A payload in any spelling; false when it is no object, which is a finding when it is no JSON either.
    @inline(never)
    private func readAny(_ field: Field) -> Bool {
        guard let text = context.jsonText(field) else { return false }
        let end = text.start + text.count
        if members.pointee.readFlat(text.start, end) == end { return true }
        var reader = context.jsonReader(text)
        switch reader.document(&members.pointee) {
        case .object: return true
        case .array, .other: return false
        case .invalid:
            context.badValue(field, "the payload")
            return false
        }
    }

    /// The code of a text that is not blank; 0 when it is blank.
    @inline(__always)
    private func usable(_ text: Field) -> UInt32 {
        let code = words.pointee.eventValue.code(text)
        if words.pointee.eventValue.has(.isBlank, code) { return EventValue.absent }
        return UInt32(truncatingIfNeeded: code) &+ (EventValue.first &- 1)
    }

    @inline(__always)
    private func status(_ first: MemberKey, _ second: MemberKey, _ third: MemberKey, _ field: Field) -> UInt32 {
        var code = members.pointee.string(first).map(usable) ?? EventValue.absent
        if code == EventValue.absent { code = members.pointee.string(second).map(usable) ?? EventValue.absent }
        if code == EventValue.absent { code = members.pointee.string(third).map(usable) ?? EventValue.absent }
        let word = Int(code &- (EventValue.first &- 1))
        if code >= EventValue.first && words.pointee.eventValue.has(.isUnknownStatus, word) {
            VocabularyNotes.unknownStatus(context, field, words.pointee.eventValue.texts[word])
        }
        return code
    }

    @inline(__always)
    private func value(_ first: MemberKey, _ second: MemberKey, nullCounts: Bool) -> UInt32 {
        var code = members.pointee.string(first).map(usable) ?? EventValue.absent
        if code == EventValue.absent { code = members.pointee.string(second).map(usable) ?? EventValue.absent }
        if code != EventValue.absent || !nullCounts { return code }
        let isNull = members.pointee.isNull(first) || members.pointee.isNull(second)
        return isNull ? EventValue.null : EventValue.absent
    }

    private func checkPriority(_ code: UInt32, _ field: Field) {
        let word = Int(code &- (EventValue.first &- 1))
        if code >= EventValue.first && words.pointee.eventValue.has(.isUnknownPriority, word) {
            VocabularyNotes.unknownPriority(context, field, words.pointee.eventValue.texts[word])
        }
    }

    private func agent(_ first: MemberKey, _ second: MemberKey) -> UInt32 {
        AgentValues(words: words).value(members, first, second)
    }

    @inline(never)
    private func readAmount(_ field: Field) -> Int64 {
        guard let text = members.pointee.string(.amount) ?? members.pointee.number(.amount) else {
            if members.pointee.isOther(.amount) { context.badValue(field, "the amount") }
            return Absent.amount
        }
        return context.amount(AmountReading(text.span), field)
    }
}

/// Agents inside JSON.
struct AgentValues {
    let words: UnsafeMutablePointer<Words>

    func value(_ members: UnsafeMutablePointer<JSONMembers>, _ first: MemberKey, _ second: MemberKey) -> UInt32 {
        for key in [first, second] {
            guard let text = members.pointee.string(key) else { continue }
            let code = words.pointee.agentValue.code(text)
            if !words.pointee.agentValue.has(.isBlank, code) {
                return UInt32(truncatingIfNeeded: code) &+ (EventValue.first &- 1)
            }
        }
        let isNull = members.pointee.isNull(first) || members.pointee.isNull(second)
        return isNull ? EventValue.null : EventValue.absent
    }
}

/// The entries of `assignment_history`.
struct AssignmentHistoryReader {
    private unowned(unsafe) let context: RunContext
    private let batch: UnsafeMutablePointer<Batch>
    private let words: UnsafeMutablePointer<Words>

    init(_ context: RunContext, _ batch: UnsafeMutablePointer<Batch>, _ words: UnsafeMutablePointer<Words>) {
        self.context = context
        self.batch = batch
        self.words = words
    }

    /// Adds the entries of a ticket; those without a finite `assigned_at` or a `to` are left out.
    @inline(never)
    func read(_ field: Field, _ index: Int) {
        guard let text = context.jsonText(field) else { return }
        var reader = context.jsonReader(text)
        var members = JSONMembers()
        let before = batch.pointee.assignmentRow.count
        var unreadable = 0
        let document = withUnsafeMutablePointer(to: &members) { pointer in
            reader.eachObject(&pointer.pointee) { entry in
                if !add(entry, index) { unreadable += 1 }
            }
        }
        switch document {
        case .array: break
        case .other: return  // null and bare words say nothing
        case .object, .invalid:
            batch.pointee.assignmentRow.removeLast(to: before)
            batch.pointee.assignmentAt.removeLast(to: before)
            batch.pointee.assignmentOld.removeLast(to: before)
            batch.pointee.assignmentNew.removeLast(to: before)
            context.badValue(field, "assignment_history")
            return
        }
        for _ in 0..<unreadable { context.badValue(field, "an assigned_at of assignment_history") }
    }

    /// False when the entry has an instant that cannot be read.
    private func add(_ entry: borrowing JSONMembers, _ index: Int) -> Bool {
        guard let written = entry.string(.assignedAt) else { return true }
        var month = FastValues.MonthCache()
        let instant: Int64
        if let fast = FastValues.instant(written.start, written.count, &month) {
            instant = fast
        } else {
            guard case .value(let slow) = SlowInstant(Array(written.span), zone: .utc) else { return false }
            instant = slow
        }
        guard instant != Int64.max, instant != Int64.min else { return true }
        let to = agent(entry, .to)
        guard to != EventValue.absent else { return true }
        batch.pointee.assignmentRow.append(UInt32(truncatingIfNeeded: index))
        batch.pointee.assignmentAt.append(instant)
        batch.pointee.assignmentOld.append(agent(entry, .from))
        batch.pointee.assignmentNew.append(to)
        return true
    }

    private func agent(_ entry: borrowing JSONMembers, _ key: MemberKey) -> UInt32 {
        guard let text = entry.string(key) else { return entry.isNull(key) ? EventValue.null : EventValue.absent }
        let code = words.pointee.agentValue.code(text)
        if words.pointee.agentValue.has(.isBlank, code) { return EventValue.absent }
        return UInt32(truncatingIfNeeded: code) &+ (EventValue.first &- 1)
    }
}
