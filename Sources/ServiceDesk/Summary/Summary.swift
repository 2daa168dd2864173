/// The figures of one slice of the tickets: of one agent, one customer, one category.
public struct SliceFigures: Hashable, Sendable {
    /// Tickets raised in the period.
    public var created = 0
    /// Entries into done in the period.
    public var done = 0
    /// Tickets first given to this agent that were raised in the period; of agents only.
    public var firstOwned = 0
    /// Unfinished at as-of.
    public var backlog = Backlog()
    /// Unfinished clocks past due at as-of.
    public var overdue = 0
    /// Clocks of the period, by name.
    private var claim = Attainment()
    private var firstResponse = Attainment()
    private var nextResponse = Attainment()
    private var periodicUpdate = Attainment()
    private var resolution = Attainment()
    /// Times to resolution of the tickets done in the period.
    public var resolutionTimes = MeasuredDurations()
    /// Minutes on service reports of the period.
    public var loggedMinutes: Int64 = 0
    /// Bills raised in the period.
    public var billsRaised = BillTotals()
    /// Bills processed in the period.
    public var billsProcessed = BillTotals()

    /// Of no tickets.
    public init() {}

    /// The clocks of the period of one kind.
    public subscript(clock: SLAClock) -> Attainment {
        get {
            switch clock {
            case .claim: claim
            case .firstResponse: firstResponse
            case .nextResponse: nextResponse
            case .periodicUpdate: periodicUpdate
            case .resolution: resolution
            }
        }
        _modify {
            switch clock {
            case .claim: yield &claim
            case .firstResponse: yield &firstResponse
            case .nextResponse: yield &nextResponse
            case .periodicUpdate: yield &periodicUpdate
            case .resolution: yield &resolution
            }
        }
    }

    /// Adds the tickets of another part.
    public static func += (left: inout SliceFigures, right: SliceFigures) {
        left.created += right.created
        left.done += right.done
        left.firstOwned += right.firstOwned
        left.backlog += right.backlog
        left.overdue += right.overdue
        for clock in SLAClock.allCases { left[clock] += right[clock] }
        left.resolutionTimes += right.resolutionTimes
        left.loggedMinutes += right.loggedMinutes
        left.billsRaised += right.billsRaised
        left.billsProcessed += right.billsProcessed
    }
}

/// The figures of one clock.
public struct ClockFigures: Hashable, Sendable {
    /// All clocks at as-of, whatever the period.
    public var states = ClockStates()
    /// Clocks of the period.
    public var period = Attainment()
    /// Clocks of the period before.
    public var previous = Attainment()
    /// Clocks of the period by the priority that set their target, `Priority.rawValue`.
    public var byPriority = [Attainment](repeating: Attainment(), count: Priority.allCases.count)
    /// Clocks of the period by the AMC state at creation, `ContractState.rawValue`.
    public var byAMC = [Attainment](repeating: Attainment(), count: ContractState.allCases.count)
    /// Clocks by the month of the trend.
    public var byMonth = [Attainment](repeating: Attainment(), count: SummaryPlan.trendMonths)
    /// Times of the clocks that stopped in the period.
    public var times = MeasuredDurations()
    /// Times of the clocks that stopped in the period before.
    public var previousTimes = MeasuredDurations()
    /// Times of the clocks that stopped in the period by the priority that set their target.
    public var timesByPriority = [MeasuredDurations](repeating: MeasuredDurations(), count: Priority.allCases.count)
    /// Times of the clocks that stopped in each month of the trend.
    public var timesByMonth = [MeasuredDurations](repeating: MeasuredDurations(), count: SummaryPlan.trendMonths)

    /// Adds the clocks of another part.
    public static func += (left: inout ClockFigures, right: ClockFigures) {
        left.states += right.states
        left.period += right.period
        left.previous += right.previous
        left.times += right.times
        left.previousTimes += right.previousTimes
        addPlaces(&left.byPriority, right.byPriority, +=)
        addPlaces(&left.byAMC, right.byAMC, +=)
        addPlaces(&left.byMonth, right.byMonth, +=)
        addPlaces(&left.timesByPriority, right.timesByPriority, +=)
        addPlaces(&left.timesByMonth, right.timesByMonth, +=)
    }
}

/// Tickets with an entry into done in a period, and what became of them by as-of; of the period before, by the instant
/// that lies as far behind its end, so that the two can be compared.
public struct FinishedTickets: Hashable, Sendable {
    /// How many there are.
    public var count = 0
    /// How many were reopened after it.
    public var reopened = 0
    /// How many have had their seven days after the last one, so that one can say whether a single reply settled them.
    public var settled = 0
    /// How many of those took exactly one reply by an agent up to the end of the seven days, and were not reopened within
    /// them.
    public var byFirstContact = 0
    /// Events after the creation and replies by agents, each up to the last one.
    public var touches = 0

    /// No tickets.
    public init() {}

    /// Adds the tickets of another part.
    public static func += (left: inout FinishedTickets, right: FinishedTickets) {
        left.count += right.count
        left.reopened += right.reopened
        left.settled += right.settled
        left.byFirstContact += right.byFirstContact
        left.touches += right.touches
    }
}

/// All figures of a set of tickets. Summaries of two sets of tickets add up to the summary of both: every part is exact,
/// commutative and associative, so threads, nightly increments and a cluster give the same figures.
public struct Summary: Hashable, Sendable {
    /// Tickets that exist at as-of.
    public var tickets = 0
    /// By `SLAClock.rawValue`.
    public var clocks = [ClockFigures](repeating: ClockFigures(), count: SLAClock.allCases.count)
    /// What moved in the period, from backlog to backlog.
    public var bridge = BacklogBridge()
    /// What moved in the period before.
    public var previousBridge = BacklogBridge()
    /// Unfinished tickets strictly before the trend.
    public var backlogBeforeTrend = 0
    /// What moved on each day of the trend.
    public var byDay: [Flow]
    /// Tickets raised in the trend by weekday and hour of the report zone: `weekday * 24 + hour`.
    public var arrivals = [Int](repeating: 0, count: 7 * 24)
    /// Unfinished at as-of.
    public var backlog = Backlog()
    /// Unfinished at as-of by priority, `Priority.rawValue`.
    public var backlogByPriority = [Backlog](repeating: Backlog(), count: Priority.allCases.count)
    /// Unfinished at as-of of customers whose AMC is in force at as-of.
    public var amcQueue = SliceFigures()
    /// Unfinished at as-of of all others.
    public var normalQueue = SliceFigures()
    /// Tickets by status at as-of, a code of the dataset's `StatusVocabulary`.
    public var byStatus: [Int]
    /// Tickets by billing state at as-of, `BillingState.rawValue`.
    public var byBillingState = [Int](repeating: 0, count: BillingState.allCases.count)
    /// Bills that await their payment at as-of.
    public var billsOutstanding = BillTotals()
    /// Bills raised in the period.
    public var billsRaised = BillTotals()
    /// Bills processed in the period.
    public var billsProcessed = BillTotals()
    /// Tickets with an entry into done in the period, and what became of them.
    public var finished = FinishedTickets()
    /// The same of the period before.
    public var previousFinished = FinishedTickets()
    /// Changes from one assignee to another in the period.
    public var reassignments = 0
    /// Changes from one assignee to another in the period before.
    public var previousReassignments = 0
    /// Times from creation to the first assignee, of tickets first assigned in the period and after their creation.
    public var claimTimes = DurationCounts()
    /// The same of the period before.
    public var previousClaimTimes = DurationCounts()
    /// Tickets raised in the period that had an assignee from their creation on.
    public var ownedFromCreation = 0
    /// Where the times of the tickets done at as-of come from, `ResolutionSource.rawValue`.
    public var resolutionSources = [Int](repeating: 0, count: ResolutionSource.allCases.count)
    /// By agent, an entry of the dataset's directory.
    public var byAgent: [SliceFigures]
    /// By customer, an entry of the dataset's directory; tickets without a customer are in the last place.
    public var byCustomer: [SliceFigures]
    /// By category, a code of the tickets' dictionary; 0 is uncategorised.
    public var byCategory: [SliceFigures]

    /// The summary of no tickets.
    public init(plan: SummaryPlan, dataset: Dataset, vocabulary: StatusVocabulary) {
        byDay = [Flow](repeating: Flow(), count: plan.dayCount)
        byStatus = [Int](repeating: 0, count: vocabulary.names.count)
        byAgent = [SliceFigures](repeating: SliceFigures(), count: dataset.agentDirectory.ids.count)
        byCustomer = [SliceFigures](repeating: SliceFigures(), count: dataset.customerDirectory.ids.count + 1)
        byCategory = [SliceFigures](repeating: SliceFigures(), count: dataset.tickets.category.dictionary.count)
    }

    /// The figures of a clock.
    public subscript(clock: SLAClock) -> ClockFigures {
        get { clocks[Int(clock.rawValue)] }
        _modify { yield &clocks[Int(clock.rawValue)] }
    }

    /// Adds the tickets of another part.
    public static func += (left: inout Summary, right: Summary) {
        left.tickets += right.tickets
        addPlaces(&left.clocks, right.clocks, +=)
        left.bridge += right.bridge
        left.previousBridge += right.previousBridge
        left.backlogBeforeTrend += right.backlogBeforeTrend
        addPlaces(&left.byDay, right.byDay, +=)
        addPlaces(&left.arrivals, right.arrivals, +=)
        left.backlog += right.backlog
        addPlaces(&left.backlogByPriority, right.backlogByPriority, +=)
        left.amcQueue += right.amcQueue
        left.normalQueue += right.normalQueue
        addPlaces(&left.byStatus, right.byStatus, +=)
        addPlaces(&left.byBillingState, right.byBillingState, +=)
        left.billsOutstanding += right.billsOutstanding
        left.billsRaised += right.billsRaised
        left.billsProcessed += right.billsProcessed
        left.finished += right.finished
        left.previousFinished += right.previousFinished
        left.reassignments += right.reassignments
        left.previousReassignments += right.previousReassignments
        left.claimTimes += right.claimTimes
        left.previousClaimTimes += right.previousClaimTimes
        left.ownedFromCreation += right.ownedFromCreation
        addPlaces(&left.resolutionSources, right.resolutionSources, +=)
        addPlaces(&left.byAgent, right.byAgent, +=)
        addPlaces(&left.byCustomer, right.byCustomer, +=)
        addPlaces(&left.byCategory, right.byCategory, +=)
    }
}

/// Adds two lists place by place.
private func addPlaces<Element>(_ left: inout [Element], _ right: [Element], _ add: (inout Element, Element) -> Void) {
    for index in left.indices { add(&left[index], right[index]) }
}
