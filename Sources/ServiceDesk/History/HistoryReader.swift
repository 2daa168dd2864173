/// Works out the histories of a dataset's tickets, one after the other, by the rules of `SEMANTICS` 3.
///
/// A reader is cheap to copy and keeps room that it uses again for every ticket: each worker has its own.
public struct HistoryReader: Sendable {
    private let tables: HistoryTables
    private var moves: [StatusMove] = []
    /// What is odd about the histories read so far.
    public var findings = FindingLog()

    /// A reader of a dataset whose timestamps are corrected by `skew`; the customers' messages only on demand.
    public init(dataset: Dataset, skew: TimestampSkew, vocabulary: StatusVocabulary, readsMessages: Bool = false) {
        tables = HistoryTables(dataset: dataset, skew: skew, vocabulary: vocabulary, readsMessages: readsMessages)
    }

    /// Reads the history of a ticket; false when it has no creation, and then nothing else either.
    public mutating func read(_ ticket: TicketRow, into history: inout TicketHistory) -> Bool {
        tables.read(ticket, into: &history, moves: &moves, findings: &findings)
    }
}

/// The tables that histories are read from, and what the codes in them mean. A class, because a worker that read them
/// out of itself would hold on to every column of every table for each ticket.
private final class HistoryTables: Sendable {
    let dataset: Dataset
    let skew: TimestampSkew
    let vocabulary: StatusVocabulary
    let actions: [EventAction]
    let priorityOfTicketCode: [Priority]
    let priorityOfEventValue: [Priority]
    let isAgentAuthor: [Bool]
    let readsMessages: Bool

    init(dataset: Dataset, skew: TimestampSkew, vocabulary: StatusVocabulary, readsMessages: Bool) {
        self.readsMessages = readsMessages
        self.dataset = dataset
        self.skew = skew
        self.vocabulary = vocabulary
        actions = dataset.events.action.dictionary.enumerated().map { $0 == 0 ? .other : EventAction($1) }
        priorityOfTicketCode = dataset.tickets.priority.dictionary.enumerated().map {
            $0 == 0 ? .untriaged : Priority($1) ?? .untriaged
        }
        priorityOfEventValue = dataset.events.values.enumerated().map {
            $0 < Int(EventValue.first) ? .untriaged : Priority($1) ?? .untriaged
        }
        isAgentAuthor = HistoryTables.agentAuthors(dataset)
    }

    /// Which authors of comments are agents: by id, username or full name, without case and outer blanks.
    private static func agentAuthors(_ dataset: Dataset) -> [Bool] {
        var names: Set<String> = []
        for row in 0..<dataset.agents.count {
            names.insert(dataset.agents.id[row].text)
            for name in [dataset.agents.username[AgentRow(row)], dataset.agents.fullName[AgentRow(row)]] {
                if let name, !Word.isBlank(name) { names.insert(Word.folded(name)) }
            }
        }
        return dataset.comments.author.dictionary.enumerated().map { index, author in
            index != 0 && names.contains(Word.folded(author))
        }
    }

    func read(
        _ ticket: TicketRow, into history: inout TicketHistory, moves: inout [StatusMove], findings: inout FindingLog
    ) -> Bool {
        guard let created = skew.createdAt(ticket, in: dataset.tickets.createdAt) else {
            note(.createdAtMissing, ticket, "the ticket has no finite created_at, so it has no clocks", in: &findings)
            return false
        }
        history.ticket = ticket
        history.createdAt = created
        let updated = skew.updatedAt(ticket, in: dataset.tickets.updatedAt)
        let kinds = kinds(of: ticket, created: created, &findings)
        readStatuses(of: ticket, kinds, updated: updated, into: &history, moves: &moves, &findings)
        readPriorities(of: ticket, kinds, updated: updated, into: &history)
        readAssignees(of: ticket, kinds, updated: updated, into: &history)
        readReplies(to: ticket, into: &history)
        if readsMessages { readConversation(on: ticket, into: &history) }
        return true
    }

    /// Which kinds of events a ticket has, so that nobody looks for those that it has not.
    private func kinds(of ticket: TicketRow, created: Instant, _ findings: inout FindingLog) -> EventKinds {
        var kinds = EventKinds()
        for row in dataset.events.grouping.rows(of: ticket) {
            let action = actions[Int(dataset.events.action.codes[row])]
            kinds.insert(action)
            if dataset.events.at[row] < created, action != .ticketCreated {
                note(
                    .clockBackwards, ticket, "an event lies before its ticket's creation and counts as at creation",
                    in: &findings)
            }
        }
        return kinds
    }

    private func note(
        _ code: FindingCode, _ ticket: TicketRow, _ sentence: String, text: String = "", in findings: inout FindingLog
    ) {
        findings.add(code) {
            FindingExample(
                place: Place(table: "tickets", id: dataset.tickets.id[ticket.index].text), text: text,
                sentence: sentence)
        }
    }
}

/// A set of kinds of events: a bit for each.
private struct EventKinds {
    private var bits: UInt16 = 0

    mutating func insert(_ action: EventAction) { bits |= 1 << UInt16(action.rawValue) }
    func contains(_ action: EventAction) -> Bool { bits >> UInt16(action.rawValue) & 1 == 1 }
    var hasBills: Bool { contains(.billRaised) || contains(.billProcessed) || contains(.billCancelled) }
}

// MARK: Status

/// An event as a move of the status.
private struct StatusMove {
    let at: Instant
    let old: StatusVocabulary.Code
    let new: StatusVocabulary.Code
    /// Whether it is a bill event, which gives way to a status event that says the same at the same instant.
    let isBill: Bool
}

extension HistoryTables {
    private func readStatuses(
        of ticket: TicketRow, _ kinds: EventKinds, updated: Instant?, into history: inout TicketHistory,
        moves: inout [StatusMove], _ findings: inout FindingLog
    ) {
        let new = StatusVocabulary.Code(Status.new.rawValue)
        history.statusBefore = new
        history.statuses.removeAll(keepingCapacity: true)
        history.statuses.append(StatusChange(at: history.createdAt, status: new, source: .event))
        var isFirst = true
        if kinds.hasBills {
            collectMoves(of: ticket, created: history.createdAt, into: &moves, &findings)
            for move in moves { apply(move, isFirst: &isFirst, to: &history, &findings) }
        } else if kinds.contains(.statusChanged) {
            for row in dataset.events.grouping.rows(of: ticket) {
                guard let move = move(row, created: history.createdAt, of: ticket, &findings) else { continue }
                apply(move, isFirst: &isFirst, to: &history, &findings)
            }
        }
        history.isDoneTimeUnknown = false
        applyRowStatus(of: ticket, hasMoves: !isFirst, updated: updated, to: &history, &findings)
    }

    private func apply(
        _ move: StatusMove, isFirst: inout Bool, to history: inout TicketHistory, _ findings: inout FindingLog
    ) {
        if isFirst, move.old != StatusVocabulary.silent {
            history.statusBefore = move.old
            history.statuses[0].status = move.old
        }
        isFirst = false
        let last = history.statuses.count - 1
        if move.old != StatusVocabulary.silent, !vocabulary.isSame(move.old, history.statuses[last].status) {
            note(
                .oldValueMismatch, history.ticket, "a status event's old value is not the status that its ticket had",
                in: &findings)
        }
        let change = StatusChange(at: move.at, status: move.new, source: .event)
        if history.statuses[last].at == move.at {
            history.statuses[last] = change
        } else {
            history.statuses.append(change)
        }
    }

    /// An event of the log as a move of its ticket's status; nil when it moves nothing.
    private func move(
        _ row: Int, created: Instant, of ticket: TicketRow, _ findings: inout FindingLog
    ) -> StatusMove? {
        let action = actions[Int(dataset.events.action.codes[row])]
        guard action.movesStatus else { return nil }
        let isBill = action != .statusChanged
        let written = status(ofValue: dataset.events.newValue[row])
        let left = action.status(written: written == StatusVocabulary.silent ? nil : written) {
            StatusVocabulary.Code($0.rawValue)
        }
        guard let new = left else {
            note(
                .eventWithoutValue, ticket, "a status event without a usable new value is left out", in: &findings)
            return nil
        }
        let old = isBill ? StatusVocabulary.silent : status(ofValue: dataset.events.oldValue[row])
        return StatusMove(at: max(dataset.events.at[row], created), old: old, new: new, isBill: isBill)
    }

    /// The moves of a ticket's status in order, without the bill events that a status event repeats.
    private func collectMoves(
        of ticket: TicketRow, created: Instant, into moves: inout [StatusMove], _ findings: inout FindingLog
    ) {
        moves.removeAll(keepingCapacity: true)
        for row in dataset.events.grouping.rows(of: ticket) {
            if let move = move(row, created: created, of: ticket, &findings) { moves.append(move) }
        }
        let all = moves
        moves.removeAll { move in
            move.isBill
                && all.contains { !$0.isBill && $0.at == move.at && vocabulary.isSame($0.new, move.new) }
        }
    }

    private func status(ofValue value: UInt32) -> StatusVocabulary.Code {
        value < EventValue.first ? StatusVocabulary.silent : vocabulary.ofEventValue[Int(value)]
    }

    /// Where the row says something else than its events leave, the row wins (`SEMANTICS` 3.4).
    private func applyRowStatus(
        of ticket: TicketRow, hasMoves: Bool, updated: Instant?, to history: inout TicketHistory,
        _ findings: inout FindingLog
    ) {
        let row = vocabulary.ofTicketCode[dataset.tickets.status.code(ticket)]
        let last = history.statuses[history.statuses.count - 1]
        let left = hasMoves ? last.status : StatusVocabulary.Code(Status.new.rawValue)
        guard row != StatusVocabulary.silent, !vocabulary.isSame(row, left) else { return }
        note(
            .statusWithoutEvent, ticket, "the row's status is not what its events leave",
            text: vocabulary.names[Int(row)], in: &findings)
        let isDone = vocabulary.serviceState(of: row) == .done
        let since = hasMoves ? last.at : history.createdAt
        if let found = rowTime(of: ticket, isDone: isDone, updated: updated, notBefore: since) {
            let replaces = found.at == last.at
            let source = replaces && hasMoves ? .event : found.source
            let change = StatusChange(at: found.at, status: row, source: source)
            if replaces {
                history.statuses[history.statuses.count - 1] = change
            } else {
                history.statuses.append(change)
            }
        } else {
            history.isDoneTimeUnknown = isDone && !hasMoves
            let source: ResolutionSource = history.isDoneTimeUnknown ? .unknown : .event
            history.statuses[history.statuses.count - 1] = StatusChange(at: last.at, status: row, source: source)
        }
        if history.isDoneTimeUnknown {
            note(.doneTimeUnknown, ticket, "nothing tells when the ticket was done", in: &findings)
        }
    }

    /// The first of the row's times that is present and not before its last status event.
    private func rowTime(
        of ticket: TicketRow, isDone: Bool, updated: Instant?, notBefore since: Instant
    ) -> (at: Instant, source: ResolutionSource)? {
        func usable(_ instant: Instant?) -> Instant? {
            guard let instant, instant.isFinite, instant >= since else { return nil }
            return instant
        }
        if isDone {
            if let at = usable(dataset.tickets.completedAt[ticket]) { return (at, .completedAt) }
            if let at = usable(dataset.tickets.billedAt[ticket]) { return (at, .billedAt) }
            let reports = dataset.serviceReports.grouping.rows(of: ticket)
            if let latest = reports.last, let at = usable(dataset.serviceReports.at[latest]) {
                return (at, .serviceReport)
            }
        }
        return usable(updated).map { ($0, .updatedAt) }
    }
}

// MARK: Priority and assignee

extension HistoryTables {
    private func readPriorities(
        of ticket: TicketRow, _ kinds: EventKinds, updated: Instant?, into history: inout TicketHistory
    ) {
        let created = history.createdAt
        let row = priorityOfTicketCode[dataset.tickets.priority.code(ticket)]
        history.priorities.removeAll(keepingCapacity: true)
        // The ticket's own creation counts at its creation, before any other event there.
        for kind in EventAction.priorityMoves where kinds.contains(kind) {
            for index in dataset.events.grouping.rows(of: ticket)
            where actions[Int(dataset.events.action.codes[index])] == kind
                && dataset.events.newValue[index] != EventValue.absent
            {
                let at = kind == .ticketCreated ? created : max(dataset.events.at[index], created)
                let old = dataset.events.oldValue[index]
                history.priorities.move(
                    at: at, to: priority(ofValue: dataset.events.newValue[index]),
                    from: old == EventValue.absent ? nil : priority(ofValue: old), row: row, created: created)
            }
        }
        history.priorities.finish(row: row, updated: updated, created: created)
    }

    private func priority(ofValue value: UInt32) -> Priority {
        value < EventValue.first ? .untriaged : priorityOfEventValue[Int(value)]
    }

    private func readAssignees(
        of ticket: TicketRow, _ kinds: EventKinds, updated: Instant?, into history: inout TicketHistory
    ) {
        let created = history.createdAt
        let row = dataset.tickets.assignedTo[ticket]
        history.assignees.removeAll(keepingCapacity: true)
        for kind in EventAction.assigneeMoves where kinds.contains(kind) {
            for index in dataset.events.grouping.rows(of: ticket)
            where actions[Int(dataset.events.action.codes[index])] == kind
                && dataset.events.newValue[index] != EventValue.absent
            {
                let old = dataset.events.oldValue[index]
                history.assignees.move(
                    at: max(dataset.events.at[index], created), to: assignee(ofValue: dataset.events.newValue[index]),
                    from: old == EventValue.absent ? nil : .some(assignee(ofValue: old)), row: row, created: created)
            }
        }
        if history.assignees.isEmpty {
            // The row's own list serves when the log has no assignments.
            for index in dataset.assignments.grouping.rows(of: ticket) {
                let old = dataset.assignments.oldValue[index]
                history.assignees.move(
                    at: max(dataset.assignments.at[index], created),
                    to: assignee(ofValue: dataset.assignments.newValue[index]),
                    from: old == EventValue.absent ? nil : .some(assignee(ofValue: old)), row: row, created: created)
            }
        }
        history.assignees.finish(row: row, updated: updated, created: created)
    }

    private func assignee(ofValue value: UInt32) -> DirectoryEntry<Agent>? {
        value < EventValue.first ? nil : DirectoryEntry(code: value - EventValue.first)
    }
}

/// A value over time that its events and its row tell (`SEMANTICS` 3.6).
extension Array {
    /// An event: the value becomes `to`; before the first one its old value held, else the row's.
    fileprivate mutating func move<Value: Equatable>(
        at: Instant, to new: Value, from old: Value?, row: Value, created: Instant
    ) where Element == Change<Value> {
        if isEmpty { append(Change(at: created, value: old ?? row)) }
        set(new, at: at)
    }

    /// A row that says something else than the last event wins from its last change, else from that event.
    fileprivate mutating func finish<Value: Equatable>(
        row: Value, updated: Instant?, created: Instant
    ) where Element == Change<Value> {
        guard let last else {
            append(Change(at: created, value: row))
            return
        }
        guard last.value != row else { return }
        set(row, at: updated.map { Swift.max($0, last.at) } ?? last.at)
    }

    private mutating func set<Value: Equatable>(_ value: Value, at: Instant) where Element == Change<Value> {
        if self[count - 1].at == at {
            self[count - 1].value = value
        } else {
            append(Change(at: at, value: value))
        }
    }
}

// MARK: Replies

extension HistoryTables {
    /// The replies by agents that the customer saw; one before the creation counts as at creation.
    private func readReplies(to ticket: TicketRow, into history: inout TicketHistory) {
        let created = history.createdAt
        history.replies.removeAll(keepingCapacity: true)
        forEachUtterance(on: ticket, messagesToo: false) { sent, _ in history.replies.append(max(sent, created)) }
        if history.replies.count > 1 { history.replies.sort() }
    }

    /// What both sides said, in order.
    private func readConversation(on ticket: TicketRow, into history: inout TicketHistory) {
        let created = history.createdAt
        history.conversation.removeAll(keepingCapacity: true)
        forEachUtterance(on: ticket, messagesToo: true) { sent, isReply in
            history.conversation.append(Utterance(sent: sent, at: max(sent, created), isReply: isReply))
        }
        if history.conversation.count > 1 { history.conversation.sort(by: Utterance.precedes) }
    }

    /// Replies are what agents said where the customer sees it: public comments, remarks, service reports. Remarks
    /// without an agent and public comments of somebody who is no agent are the customer's.
    @inline(__always)
    private func forEachUtterance(on ticket: TicketRow, messagesToo: Bool, _ body: (Instant, Bool) -> Void) {
        for row in dataset.comments.grouping.rows(of: ticket) where dataset.comments.isPublic[row] {
            let isReply = isAgentAuthor[Int(dataset.comments.author.codes[row])]
            if isReply || messagesToo { body(dataset.comments.at[row], isReply) }
        }
        for row in dataset.remarks.grouping.rows(of: ticket) {
            let isReply = dataset.remarks.agent.codes[row] != ReferenceColumn<Remark, Agent>.noReference
            if isReply || messagesToo { body(dataset.remarks.at[row], isReply) }
        }
        for row in dataset.serviceReports.grouping.rows(of: ticket) { body(dataset.serviceReports.at[row], true) }
    }
}
