/// What an evaluation looks from: the instant and the zone that the figures describe, and how timestamps are corrected.
public struct EvaluationParameters: Sendable {
    /// The instant that the figures describe; nothing later has happened.
    public var asOf: Instant
    /// The report's time zone.
    public var zone: TimeZoneRules
    /// What to do about skewed timestamps.
    public var appClock: AppClock
    /// How many threads may work.
    public var threads: Int

    /// The parameters of an evaluation.
    public init(asOf: Instant, zone: TimeZoneRules, appClock: AppClock = .auto, threads: Int = 1) {
        self.asOf = asOf
        self.zone = zone
        self.appClock = appClock
        self.threads = threads
    }
}

/// A dataset under a set of policies: everything that is needed to evaluate one ticket after the other, on any number
/// of threads. What a ticket gives is handed to a `TicketSink`; sinks of row ranges are joined in the order of the rows.
public struct Evaluation: Sendable {
    /// The tables.
    public let dataset: Dataset
    /// The policies, in order.
    public let policies: [SLAPolicy]
    /// What it looks from.
    public let parameters: EvaluationParameters
    /// Which timestamps are moved.
    public let skew: TimestampSkew
    /// The statuses of the dataset.
    public let vocabulary: StatusVocabulary
    private let reader: HistoryReader
    private let matcher: PolicyMatcher
    private let filter: FilterMatcher?
    let ticketClocks: TicketClocks

    /// An evaluation of a dataset; tickets that do not pass the filter are left out.
    public init(
        of dataset: Dataset, under policies: SLAPolicies, parameters: EvaluationParameters,
        filter: TicketFilter = TicketFilter()
    ) {
        self.init(
            of: dataset, under: policies, parameters: parameters, filter: filter,
            readsMessages: policies.policies.contains { $0.targets[.nextResponse] != nil })
    }

    /// An evaluation whose histories hold the customers' messages or not, whatever the policies ask for.
    init(
        of dataset: Dataset, under policies: SLAPolicies, parameters: EvaluationParameters,
        filter: TicketFilter = TicketFilter(), readsMessages: Bool
    ) {
        self.dataset = dataset
        self.policies = policies.policies
        self.parameters = parameters
        skew = TimestampSkew(of: dataset, appClock: parameters.appClock, zone: parameters.zone)
        vocabulary = StatusVocabulary(tickets: dataset.tickets, events: dataset.events)
        reader = HistoryReader(
            dataset: dataset, skew: skew, vocabulary: vocabulary, readsMessages: readsMessages)
        matcher = PolicyMatcher(policies: policies.policies, dataset: dataset, zone: parameters.zone)
        self.filter = filter.passesEverything ? nil : FilterMatcher(filter, dataset: dataset)
        ticketClocks = TicketClocks(
            policies: policies.policies, vocabulary: vocabulary, asOf: parameters.asOf,
            slaDue: dataset.tickets.slaDue)
    }

    /// Evaluates every ticket that exists at as-of.
    /// - Returns: the sinks of the row ranges joined in order, with the findings of the histories.
    public func run<Sink: TicketSink>(into empty: Sink) -> (sink: Sink, findings: FindingLog) {
        let parts = Parallel.map(count: dataset.tickets.count, threads: parameters.threads) { rows in
            var sink = empty
            sink.reserve(tickets: rows.count)
            var worker = Worker(reader: reader)
            for row in rows { evaluate(TicketRow(row), with: &worker, into: &sink) }
            return (sink: sink, findings: worker.reader.findings)
        }
        var joined = parts[0]
        if parts.count > 1 {
            joined.sink.reserve(tickets: dataset.tickets.count)
            for part in parts.dropFirst() {
                joined.sink.join(part.sink)
                joined.findings.merge(part.findings)
            }
        }
        if skew.movedUpdatedAt + skew.movedCreatedAt > 0 { noteSkew(in: &joined.findings) }
        return joined
    }

    /// What a thread uses again for every ticket.
    private struct Worker {
        var reader: HistoryReader
        var history = TicketHistory()
        var results: [ClockResult] = []
    }

    private func evaluate<Sink: TicketSink>(_ ticket: TicketRow, with worker: inout Worker, into sink: inout Sink) {
        guard worker.reader.read(ticket, into: &worker.history), worker.history.createdAt <= parameters.asOf else {
            return
        }
        let snapshot = snapshot(of: worker.history)
        if let filter, !filter.passes(snapshot, amcToday: amcToday(of: ticket)) { return }
        worker.results.removeAll(keepingCapacity: true)
        if let policy = snapshot.policy {
            var unrecorded = NoSegments()
            ticketClocks.add(of: worker.history, under: policy, to: &worker.results, segments: &unrecorded)
        } else {
            worker.reader.findings.add(.noPolicy) {
                example(ticket, "no policy matches the ticket, so it has no clocks")
            }
        }
        noteStoredDue(of: ticket, worker.results, in: &worker.reader.findings)
        sink.take(snapshot, clocks: worker.results, history: worker.history)
    }

    /// The ledger of a ticket's clocks: every segment of their lives.
    /// - Returns: nil when the ticket has no creation or does not exist at as-of.
    public func ledger(of ticket: TicketRow) -> ClockLedger? {
        var reader = reader
        var history = TicketHistory()
        guard reader.read(ticket, into: &history), history.createdAt <= parameters.asOf else { return nil }
        let snapshot = snapshot(of: history)
        var ledger = ClockLedger(history: history, snapshot: snapshot, results: [], segments: [:])
        if let policy = snapshot.policy {
            var recorded = RecordedSegments()
            ticketClocks.add(of: history, under: policy, to: &ledger.results, segments: &recorded)
            ledger.segments = recorded.byCycle
        }
        return ledger
    }

    private func amcToday(of ticket: TicketRow) -> ContractState {
        matcher.contracts(of: ticket, on: parameters.zone.localDate(of: parameters.asOf)).amc
    }

    func snapshot(of history: TicketHistory) -> TicketSnapshot {
        let status = history.statuses[history.statusIndex(at: parameters.asOf)].status
        let contracts = matcher.contractsAtCreation(of: history)
        let policy = matcher.policy(of: history, contracts)
        var clockState = vocabulary.serviceState(of: status)
        if let policy {
            switch ticketClocks.phase(of: status, under: policy) {
            case .running: clockState = .open
            case .paused: clockState = .paused
            case .done: clockState = .done
            }
        }
        return TicketSnapshot(
            ticket: history.ticket, createdAt: history.createdAt, status: status,
            serviceState: vocabulary.serviceState(of: status), clockServiceState: clockState,
            priority: history.priority(at: parameters.asOf), assignee: history.assignee(at: parameters.asOf),
            policy: policy, amcAtCreation: contracts.amc, tssAtCreation: contracts.tss)
    }

    private func example(_ ticket: TicketRow, _ sentence: String, text: String = "") -> FindingExample {
        FindingExample(
            place: Place(table: "tickets", id: dataset.tickets.id[ticket.index].text), text: text, sentence: sentence)
    }

    /// A stored due instant is compared with the computed one and reported (`SEMANTICS` 5).
    private func noteStoredDue(of ticket: TicketRow, _ results: [ClockResult], in findings: inout FindingLog) {
        guard let stored = dataset.tickets.slaDue[ticket], stored.isFinite else { return }
        guard let resolution = results.last, resolution.clock == .resolution, let due = resolution.dueAt,
            due != stored
        else { return }
        findings.add(.slaDueDiffers) {
            example(
                ticket, "the stored sla_due is not the computed due instant \(due.rfc3339)", text: stored.rfc3339)
        }
    }

    private func noteSkew(in findings: inout FindingLog) {
        let moved = skew.movedUpdatedAt + skew.movedCreatedAt
        findings.add(.skewedTimestamps, count: moved) {
            FindingExample(
                place: Place(table: "tickets", id: nil), text: "",
                sentence: "moved back by 5 h 30 min: updated_at of \(skew.movedUpdatedAt) rows, created_at of "
                    + "\(skew.movedCreatedAt) rows")
        }
    }
}

/// Takes what an evaluation finds out, ticket by ticket in row order.
public protocol TicketSink: Sendable {
    /// A ticket that exists at as-of.
    mutating func take(_ ticket: TicketSnapshot, clocks: [ClockResult], history: TicketHistory)
    /// The sink of the rows that come next.
    mutating func join(_ next: Self)
    /// Says how many tickets may come.
    mutating func reserve(tickets count: Int)
}

extension TicketSink {
    /// Does nothing: most sinks do not grow with the tickets.
    public mutating func reserve(tickets count: Int) {}
}

/// How the clocks of one ticket came to what they say: its history, and every segment of every clock.
public struct ClockLedger: Sendable {
    /// The ticket's history.
    public let history: TicketHistory
    /// How it stands at as-of.
    public let snapshot: TicketSnapshot
    /// Its clocks.
    public internal(set) var results: [ClockResult]
    /// The segments of each clock and cycle, in order.
    public internal(set) var segments: [ClockCycle: [ClockSegment]]

    /// The segments of a clock of this ledger, in order.
    public func segments(of result: ClockResult) -> [ClockSegment] {
        segments[ClockCycle(clock: result.clock, cycle: result.cycle)] ?? []
    }
}
