/// What stopped a clock.
public enum ClockStop: UInt8, Sendable {
    /// A reply by an agent that the customer sees.
    case reply
    /// A status.
    case status

    /// The word in output.
    public var name: String { self == .reply ? "reply" : "status" }
}

/// How one clock of one ticket stands at as-of.
public struct ClockResult: Sendable {
    /// The ticket.
    public var ticket: TicketRow
    /// Which promise.
    public var clock: SLAClock
    /// The state at as-of.
    public var state: ClockState
    /// The target in force when it stopped, else at as-of.
    public var target: TimeSpan?
    /// The priority that set the target.
    public var targetPriority: Priority
    /// The business time used until the stop or as-of; nil of an inapplicable clock, like all below.
    public var used: TimeSpan?
    /// The breach once breached, else when it is or was due.
    public var dueAt: Instant?
    /// When it ended.
    public var stoppedAt: Instant?
    /// When due passed unfinished.
    public var breachedAt: Instant?
    /// What ended it.
    public var stoppedBy: ClockStop?
    /// Where the time of its end comes from; of resolution clocks that are done, also of inapplicable ones.
    public var resolutionSource: ResolutionSource?

    /// The instant by which a clock is counted into a period (`SEMANTICS` 6).
    public var cohortInstant: Instant? { breachedAt ?? dueAt ?? stoppedAt }

    /// Whether attainment counts it: it was met or breached.
    public var isEligible: Bool { state == .met || state == .breached }
}

/// How a ticket stands at as-of.
public struct TicketSnapshot: Sendable {
    /// The ticket.
    public var ticket: TicketRow
    /// When it was raised, after skew.
    public var createdAt: Instant
    /// Its status, a code of the dataset's `StatusVocabulary`.
    public var status: StatusVocabulary.Code
    /// Its service state by the table of `SEMANTICS` 2.
    public var serviceState: ServiceState
    /// Its service state as the clocks see it: paused where its policy says so.
    public var clockServiceState: ServiceState
    /// Its priority.
    public var priority: Priority
    /// Who has it.
    public var assignee: DirectoryEntry<Agent>?
    /// Its policy's place in the list; nil when none matched.
    public var policy: Int?
    /// How the customer's AMC stood on the local date of creation.
    public var amcAtCreation: ContractState
    /// How the customer's TSS stood on the local date of creation.
    public var tssAtCreation: ContractState
}

/// The clocks and states of all tickets that exist at as-of, in the order of the ticket table, a ticket's clocks by name.
public struct ClockTable: Sendable {
    /// How each ticket stands.
    public var tickets: [TicketSnapshot] = []
    /// The clocks of all tickets.
    public var clocks: [ClockResult] = []
    /// Where each ticket's clocks start in `clocks`; the last entry is their end.
    public var offsets: [Int] = [0]
    /// What was found on the way.
    public var findings = FindingLog()

    /// The clocks of the ticket at a place of `tickets`.
    public func clocks(of index: Int) -> ArraySlice<ClockResult> { clocks[offsets[index]..<offsets[index + 1]] }

    /// A table of no tickets.
    public init() {}

    mutating func append(_ snapshot: TicketSnapshot, clocks results: [ClockResult]) {
        tickets.append(snapshot)
        clocks.append(contentsOf: results)
        offsets.append(clocks.count)
    }

    mutating func append(_ next: ClockTable) {
        let base = clocks.count
        tickets.append(contentsOf: next.tickets)
        clocks.append(contentsOf: next.clocks)
        offsets.append(contentsOf: next.offsets.dropFirst().map { $0 + base })
        findings.merge(next.findings)
    }
}
