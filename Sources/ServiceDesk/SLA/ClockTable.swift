/// What stopped a clock.
public enum ClockStop: UInt8, CaseIterable, Sendable {
    /// A reply by an agent that the customer sees.
    case reply
    /// A status.
    case status
    /// Somebody took the ticket.
    case assignment

    /// The word in output.
    public var name: String {
        switch self {
        case .reply: "reply"
        case .status: "status"
        case .assignment: "assignment"
        }
    }
}

/// How one clock of one ticket stands at as-of. A table holds millions of them, so that each is packed into 56 bytes.
public struct ClockResult: Sendable {
    @usableFromInline let packedTarget, packedUsed, packedDue, packedStop, packedBreach: PackedNumber
    /// When it started: the ticket's creation, or the start of the cycle.
    public let startedAt: Instant
    /// The ticket.
    public let ticket: TicketRow
    @usableFromInline let facts: PackedFacts

    /// The clock with the given parts.
    init(
        ticket: TicketRow, clock: SLAClock, cycle: Int, startedAt: Instant, state: ClockState, target: TimeSpan?,
        targetPriority: Priority, used: TimeSpan? = nil, dueAt: Instant? = nil, stoppedAt: Instant? = nil,
        breachedAt: Instant? = nil, stoppedBy: ClockStop? = nil, resolutionSource: ResolutionSource?
    ) {
        self.ticket = ticket
        self.startedAt = startedAt
        packedTarget = PackedNumber(target?.microseconds)
        packedUsed = PackedNumber(used?.microseconds)
        packedDue = PackedNumber(dueAt?.microseconds)
        packedStop = PackedNumber(stoppedAt?.microseconds)
        packedBreach = PackedNumber(breachedAt?.microseconds)
        facts = PackedFacts(
            clock: clock, state: state, priority: targetPriority, stop: stoppedBy, source: resolutionSource,
            cycle: cycle)
    }

    /// Which promise.
    @inlinable public var clock: SLAClock { facts.clock }
    /// The state at as-of.
    @inlinable public var state: ClockState { facts.state }
    /// The priority that set the target.
    @inlinable public var targetPriority: Priority { facts.priority }
    /// Which of the clock's cycles, from 1.
    @inlinable public var cycle: Int { facts.cycle }
    /// The target in force when it stopped, else at as-of.
    @inlinable public var target: TimeSpan? { packedTarget.number.map(TimeSpan.init(microseconds:)) }
    /// The business time used until the stop or as-of; nil of an inapplicable clock, like all below.
    @inlinable public var used: TimeSpan? { packedUsed.number.map(TimeSpan.init(microseconds:)) }
    /// The breach once breached, else when it is or was due.
    @inlinable public var dueAt: Instant? { packedDue.number.map(Instant.init(microseconds:)) }
    /// When it ended.
    @inlinable public var stoppedAt: Instant? { packedStop.number.map(Instant.init(microseconds:)) }
    /// When due passed unfinished.
    @inlinable public var breachedAt: Instant? { packedBreach.number.map(Instant.init(microseconds:)) }
    /// What ended it.
    @inlinable public var stoppedBy: ClockStop? { facts.stop }
    /// Where the time of its end comes from; of resolution clocks that are done, also of inapplicable ones.
    @inlinable public var resolutionSource: ResolutionSource? { facts.source }

    /// Whether attainment counts it: it was met or breached.
    public var isEligible: Bool { state == .met || state == .breached }
}

/// An optional number in eight bytes. None is the least number, which is no point in time and which no arithmetic of
/// lengths of time gives.
@usableFromInline
struct PackedNumber: Sendable {
    @usableFromInline let bits: Int64

    init(_ number: Int64?) { bits = number ?? Int64.min }

    @inlinable var number: Int64? { bits == Int64.min ? nil : bits }
}

/// The small facts of a clock in four bytes: three bits each for the clock, its state and its priority, two for what
/// ended it and three for where that time comes from (none being 0, else the raw value and one), and the cycle in what is
/// left. A ticket with more than 262,143 cycles of one clock repeats the last number.
@usableFromInline
struct PackedFacts: Sendable {
    @usableFromInline let bits: UInt32

    init(
        clock: SLAClock, state: ClockState, priority: Priority, stop: ClockStop?, source: ResolutionSource?, cycle: Int
    ) {
        let ending = UInt32(stop.map { $0.rawValue + 1 } ?? 0) << 9 | UInt32(source.map { $0.rawValue + 1 } ?? 0) << 11
        bits =
            UInt32(clock.rawValue) | UInt32(state.rawValue) << 3 | UInt32(priority.rawValue) << 6 | ending
            | UInt32(truncatingIfNeeded: min(cycle, 1 << 18 - 1)) << 14
    }

    @inlinable func field(_ shift: UInt32, _ mask: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift & mask) }

    @inlinable var clock: SLAClock { SLAClock(rawValue: field(0, 7)) ?? .resolution }
    @inlinable var state: ClockState { ClockState(rawValue: field(3, 7)) ?? .notApplicable }
    @inlinable var priority: Priority { Priority(rawValue: field(6, 7)) ?? .untriaged }
    @inlinable var stop: ClockStop? { field(9, 3) == 0 ? nil : ClockStop(rawValue: field(9, 3) - 1) }
    @inlinable var source: ResolutionSource? { field(11, 7) == 0 ? nil : ResolutionSource(rawValue: field(11, 7) - 1) }
    @inlinable var cycle: Int { Int(bits >> 14) }
}

/// How a ticket stands at as-of; packed into 32 bytes.
public struct TicketSnapshot: Sendable {
    /// When it was raised, after skew.
    public let createdAt: Instant
    /// The ticket.
    public let ticket: TicketRow
    @usableFromInline let assigneeCode: UInt32
    @usableFromInline let policyPlace: UInt32
    /// Its status, a code of the dataset's `StatusVocabulary`.
    public let status: StatusVocabulary.Code
    /// Its service state by the table of `SEMANTICS` 2.
    public let serviceState: ServiceState
    /// Its service state as the clocks see it: paused where its policy says so.
    public let clockServiceState: ServiceState
    /// Its priority.
    public let priority: Priority
    /// How the customer's AMC stood on the local date of creation.
    public let amcAtCreation: ContractState
    /// How the customer's TSS stood on the local date of creation.
    public let tssAtCreation: ContractState

    @usableFromInline static let none = UInt32.max

    init(
        ticket: TicketRow, createdAt: Instant, status: StatusVocabulary.Code, serviceState: ServiceState,
        clockServiceState: ServiceState, priority: Priority, assignee: DirectoryEntry<Agent>?, policy: Int?,
        amcAtCreation: ContractState, tssAtCreation: ContractState
    ) {
        self.ticket = ticket
        self.createdAt = createdAt
        self.status = status
        self.serviceState = serviceState
        self.clockServiceState = clockServiceState
        self.priority = priority
        self.amcAtCreation = amcAtCreation
        self.tssAtCreation = tssAtCreation
        assigneeCode = assignee?.code ?? TicketSnapshot.none
        policyPlace = policy.map { UInt32($0) } ?? TicketSnapshot.none
    }

    /// Who has it.
    @inlinable
    public var assignee: DirectoryEntry<Agent>? {
        assigneeCode == TicketSnapshot.none ? nil : DirectoryEntry(code: assigneeCode)
    }

    /// Its policy's place in the list; nil when none matched.
    @inlinable public var policy: Int? { policyPlace == TicketSnapshot.none ? nil : Int(policyPlace) }
}

/// The clocks and states of all tickets that exist at as-of, in the order of the ticket table, a ticket's clocks by name.
public struct ClockTable: Sendable {
    /// How each ticket stands.
    public var tickets: [TicketSnapshot] = []
    /// The clocks of all tickets.
    public var clocks: [ClockResult] = []
    /// Where each ticket's clocks start in `clocks`; the last entry is their end.
    private var offsets: [UInt32] = [0]

    /// The clocks of the ticket at a place of `tickets`.
    public func clocks(of index: Int) -> ArraySlice<ClockResult> {
        clocks[Int(offsets[index])..<Int(offsets[index + 1])]
    }

    /// A table of no tickets.
    public init() {}
}

extension ClockTable: TicketSink {
    /// Makes room for the clocks of so many tickets.
    public mutating func reserve(tickets count: Int) {
        tickets.reserveCapacity(count)
        clocks.reserveCapacity(count * SLAClock.usual.count)
        offsets.reserveCapacity(count + 1)
    }

    /// Keeps the ticket and its clocks.
    public mutating func take(_ ticket: TicketSnapshot, clocks results: [ClockResult], history: TicketHistory) {
        tickets.append(ticket)
        for result in results { clocks.append(result) }
        offsets.append(UInt32(clocks.count))
    }

    /// Appends the rows that come next.
    public mutating func join(_ next: ClockTable) {
        let base = UInt32(clocks.count)
        tickets.append(contentsOf: next.tickets)
        clocks.append(contentsOf: next.clocks)
        offsets.append(contentsOf: next.offsets.dropFirst().lazy.map { $0 + base })
    }
}
