/// Works out the histories of a dataset's tickets, one after the other, by the rules of `SEMANTICS` 3.
///
/// A reader is cheap to copy and keeps room that it uses again for every ticket: each worker has its own.
public struct HistoryReader: Sendable {
    let dataset: Dataset
    let skew: TimestampSkew
    let vocabulary: StatusVocabulary
    private let actions: [EventAction]
    private let priorityOfTicketCode: [Priority]
    private let priorityOfEventValue: [Priority]
    private let isAgentAuthor: [Bool]
    private var moves: [StatusMove] = []
    /// What is odd about the histories read so far.
    public var findings = FindingLog()

    /// A reader of a dataset whose timestamps are corrected by `skew`.
    public init(dataset: Dataset, skew: TimestampSkew, vocabulary: StatusVocabulary) {
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
        isAgentAuthor = HistoryReader.agentAuthors(dataset)
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

    /// Reads the history of a ticket; false when it has no creation, and then nothing else either.
    public mutating func read(_ ticket: TicketRow, into history: inout TicketHistory) -> Bool {
        guard let created = skew.createdAt(ticket, of: dataset.tickets) else {
            note(.createdAtMissing, ticket, "the ticket has no finite created_at, so it has no clocks")
            return false
        }
        history.ticket = ticket
        history.createdAt = created
        let updated = skew.updatedAt(ticket, of: dataset.tickets)
        readStatuses(of: ticket, updated: updated, into: &history)
        readPriorities(of: ticket, updated: updated, into: &history)
        readAssignees(of: ticket, updated: updated, into: &history)
        readReplies(to: ticket, into: &history)
        return true
    }

    private mutating func note(_ code: FindingCode, _ ticket: TicketRow, _ sentence: String, text: String = "") {
        let id = dataset.tickets.id[ticket.index]
        findings.add(code) {
            FindingExample(place: Place(table: "tickets", id: id.text), text: text, sentence: sentence)
        }
    }
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

extension HistoryReader {
    private mutating func readStatuses(of ticket: TicketRow, updated: Instant?, into history: inout TicketHistory) {
        let created = history.createdAt
        collectMoves(of: ticket, created: created)
        let before = moves.first.map(\.old).flatMap { $0 == StatusVocabulary.silent ? nil : $0 }
        history.statusBefore = before ?? StatusVocabulary.Code(Status.new.rawValue)
        history.statuses.removeAll(keepingCapacity: true)
        history.statuses.append(StatusChange(at: created, status: history.statusBefore, source: .event))
        for move in moves {
            let last = history.statuses.count - 1
            if move.old != StatusVocabulary.silent, !vocabulary.isSame(move.old, history.statuses[last].status) {
                note(.oldValueMismatch, ticket, "a status event's old value is not the status that its ticket had")
            }
            let change = StatusChange(at: move.at, status: move.new, source: .event)
            if history.statuses[last].at == move.at {
                history.statuses[last] = change
            } else {
                history.statuses.append(change)
            }
        }
        history.isDoneTimeUnknown = false
        applyRowStatus(of: ticket, updated: updated, to: &history)
    }

    /// The moves of a ticket's status in order, without the bill events that a status event repeats.
    private mutating func collectMoves(of ticket: TicketRow, created: Instant) {
        moves.removeAll(keepingCapacity: true)
        let events = dataset.events
        var hasBills = false
        for row in events.grouping.rows(of: ticket) {
            let action = actions[Int(events.action.codes[row])]
            if events.at[row] < created, action != .ticketCreated {
                note(.clockBackwards, ticket, "an event lies before its ticket's creation and counts as at creation")
            }
            guard action.movesStatus else { continue }
            let isBill = action != .statusChanged
            let new = statusAfter(action, events.newValue[row])
            guard new != StatusVocabulary.silent else {
                note(.eventWithoutValue, ticket, "a status event without a usable new value is left out")
                continue
            }
            let old = isBill ? StatusVocabulary.silent : status(ofValue: events.oldValue[row])
            hasBills = hasBills || isBill
            moves.append(StatusMove(at: max(events.at[row], created), old: old, new: new, isBill: isBill))
        }
        guard hasBills else { return }
        let all = moves
        moves.removeAll { move in
            move.isBill
                && all.contains { !$0.isBill && $0.at == move.at && vocabulary.isSame($0.new, move.new) }
        }
    }

    private func status(ofValue value: UInt32) -> StatusVocabulary.Code {
        value < EventValue.first ? StatusVocabulary.silent : vocabulary.ofEventValue[Int(value)]
    }

    /// The status that an event of a kind leaves.
    private func statusAfter(_ action: EventAction, _ value: UInt32) -> StatusVocabulary.Code {
        switch action {
        case .billRaised: return StatusVocabulary.Code(Status.billRaised.rawValue)
        case .billProcessed: return StatusVocabulary.Code(Status.billProcessed.rawValue)
        case .billCancelled:
            let written = status(ofValue: value)
            return written == StatusVocabulary.silent ? StatusVocabulary.Code(Status.resolved.rawValue) : written
        default: return status(ofValue: value)
        }
    }

    /// Where the row says something else than its events leave, the row wins (`SEMANTICS` 3.4).
    private mutating func applyRowStatus(of ticket: TicketRow, updated: Instant?, to history: inout TicketHistory) {
        let row = vocabulary.ofTicketCode[dataset.tickets.status.code(ticket)]
        let last = history.statuses[history.statuses.count - 1]
        let left = moves.isEmpty ? StatusVocabulary.Code(Status.new.rawValue) : last.status
        guard row != StatusVocabulary.silent, !vocabulary.isSame(row, left) else { return }
        note(
            .statusWithoutEvent, ticket, "the row's status is not what its events leave",
            text: vocabulary.names[Int(row)])
        let isDone = vocabulary.serviceState(of: row) == .done
        let since = moves.isEmpty ? history.createdAt : last.at
        if let found = rowTime(of: ticket, isDone: isDone, updated: updated, notBefore: since) {
            let replaces = found.at == last.at
            let source = replaces && !moves.isEmpty ? .event : found.source
            let change = StatusChange(at: found.at, status: row, source: source)
            if replaces {
                history.statuses[history.statuses.count - 1] = change
            } else {
                history.statuses.append(change)
            }
        } else {
            history.isDoneTimeUnknown = isDone && moves.isEmpty
            let source: ResolutionSource = history.isDoneTimeUnknown ? .unknown : .event
            history.statuses[history.statuses.count - 1] = StatusChange(at: last.at, status: row, source: source)
        }
        if history.isDoneTimeUnknown { note(.doneTimeUnknown, ticket, "nothing tells when the ticket was done") }
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

extension HistoryReader {
    private mutating func readPriorities(of ticket: TicketRow, updated: Instant?, into history: inout TicketHistory) {
        let events = dataset.events
        let created = history.createdAt
        let row = priorityOfTicketCode[dataset.tickets.priority.code(ticket)]
        history.priorities.removeAll(keepingCapacity: true)
        var timeline = Timeline(changes: history.priorities, created: created)
        history.priorities = []
        // The ticket's own creation counts at its creation, before any other event there.
        for kind in [EventAction.ticketCreated, .priorityChanged] {
            for index in events.grouping.rows(of: ticket)
            where actions[Int(events.action.codes[index])] == kind && events.newValue[index] != EventValue.absent {
                let at = kind == .ticketCreated ? created : max(events.at[index], created)
                let old = events.oldValue[index]
                timeline.move(
                    at: at, to: priority(ofValue: events.newValue[index]),
                    from: old == EventValue.absent ? nil : priority(ofValue: old), row: row)
            }
        }
        timeline.finish(row: row, updated: updated)
        history.priorities = timeline.changes
    }

    private func priority(ofValue value: UInt32) -> Priority {
        value < EventValue.first ? .untriaged : priorityOfEventValue[Int(value)]
    }

    private mutating func readAssignees(of ticket: TicketRow, updated: Instant?, into history: inout TicketHistory) {
        let events = dataset.events
        let created = history.createdAt
        let row = dataset.tickets.assignedTo[ticket]
        history.assignees.removeAll(keepingCapacity: true)
        var timeline = Timeline(changes: history.assignees, created: created)
        history.assignees = []
        for index in events.grouping.rows(of: ticket)
        where actions[Int(events.action.codes[index])] == .assigned && events.newValue[index] != EventValue.absent {
            let old = events.oldValue[index]
            timeline.move(
                at: max(events.at[index], created), to: assignee(ofValue: events.newValue[index]),
                from: old == EventValue.absent ? nil : .some(assignee(ofValue: old)), row: row)
        }
        if timeline.changes.isEmpty {
            // The row's own list serves when the log has no assignments.
            let entries = dataset.assignments
            for index in entries.grouping.rows(of: ticket) {
                let old = entries.oldValue[index]
                timeline.move(
                    at: max(entries.at[index], created), to: assignee(ofValue: entries.newValue[index]),
                    from: old == EventValue.absent ? nil : .some(assignee(ofValue: old)), row: row)
            }
        }
        timeline.finish(row: row, updated: updated)
        history.assignees = timeline.changes
    }

    private func assignee(ofValue value: UInt32) -> DirectoryEntry<Agent>? {
        value < EventValue.first ? nil : DirectoryEntry(code: value - EventValue.first)
    }

    /// A value over time that its events and its row tell (`SEMANTICS` 3.6).
    private struct Timeline<Value: Equatable & Sendable> {
        var changes: [Change<Value>]
        let created: Instant

        /// An event: the value becomes `to`; before the first one its old value held, else the row's.
        mutating func move(at: Instant, to new: Value, from old: Value?, row: Value) {
            if changes.isEmpty { changes.append(Change(at: created, value: old ?? row)) }
            set(new, at: at)
        }

        /// A row that says something else than the last event wins from its last change, else from that event.
        mutating func finish(row: Value, updated: Instant?) {
            guard let last = changes.last else {
                changes.append(Change(at: created, value: row))
                return
            }
            guard last.value != row else { return }
            set(row, at: updated.map { max($0, last.at) } ?? last.at)
        }

        private mutating func set(_ value: Value, at: Instant) {
            if changes[changes.count - 1].at == at {
                changes[changes.count - 1].value = value
            } else {
                changes.append(Change(at: at, value: value))
            }
        }
    }
}

// MARK: Replies

extension HistoryReader {
    /// The replies by agents that the customer saw; one before the creation counts as at creation.
    private func readReplies(to ticket: TicketRow, into history: inout TicketHistory) {
        let created = history.createdAt
        history.replies.removeAll(keepingCapacity: true)
        let comments = dataset.comments
        for row in comments.grouping.rows(of: ticket)
        where comments.isPublic[row] && isAgentAuthor[Int(comments.author.codes[row])] {
            history.replies.append(max(comments.at[row], created))
        }
        let remarks = dataset.remarks
        for row in remarks.grouping.rows(of: ticket)
        where remarks.agent.codes[row] != ReferenceColumn<Remark, Agent>.noReference {
            history.replies.append(max(remarks.at[row], created))
        }
        for row in dataset.serviceReports.grouping.rows(of: ticket) {
            history.replies.append(max(dataset.serviceReports.at[row], created))
        }
        history.replies.sort()
    }
}
