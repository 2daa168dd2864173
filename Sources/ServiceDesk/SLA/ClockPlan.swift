/// A policy made ready for one dataset: tables in place of sets and dictionaries. A class, because millions of tickets
/// ask for it and a reference is one thing to hold on to.
final class PolicyPlan: Sendable {
    /// For each status code, what the resolution clock does in that status.
    let phases: [ClockPhase]
    let claim: ClockPlan?
    let firstResponse: ClockPlan?
    let nextResponse: ClockPlan?
    let periodicUpdate: ClockPlan?
    let resolution: ClockPlan?
    /// Whether a reopening starts a resolution clock of its own.
    let startsNewClock: Bool
    /// Which status codes stop a first response.
    let stopsFirstResponse: [Bool]
    /// Whether somebody is told about a clock of this policy.
    let hasLevels: Bool

    init(_ policy: SLAPolicy, vocabulary: StatusVocabulary) {
        let codes = vocabulary.names.indices.map { StatusVocabulary.Code($0) }
        func phases(pausing: Set<Status>) -> [ClockPhase] {
            codes.map { code in
                if vocabulary.serviceState(of: code) == .done { return .done }
                return vocabulary.status(of: code).map(pausing.contains) ?? false ? .paused : .running
            }
        }
        func plan(_ clock: SLAClock, phases: [ClockPhase] = []) -> ClockPlan? {
            policy.targets[clock].map { ClockPlan(clock, $0, policy, phases: phases) }
        }
        let waitingStops = policy.targets[.firstResponse]?.stop != .reply
        let pausesUpdates = policy.pauses[.periodicUpdate] ?? []
        self.phases = phases(pausing: policy.pauses[.resolution] ?? [])
        claim = plan(.claim)
        firstResponse = plan(.firstResponse)
        nextResponse = plan(.nextResponse)
        periodicUpdate = plan(
            .periodicUpdate, phases: pausesUpdates.isEmpty ? [] : phases(pausing: pausesUpdates))
        resolution = plan(.resolution, phases: self.phases)
        startsNewClock = policy.onReopen == .newClock
        stopsFirstResponse = codes.map { code in
            vocabulary.serviceState(of: code) == .done
                || (waitingStops && vocabulary.status(of: code) == .waitingForCustomer)
        }
        hasLevels = policy.levels.contains { policy.targets[$0.key] != nil && !$0.value.isEmpty }
    }
}

/// One clock of a policy made ready.
final class ClockPlan: Sendable {
    let clock: SLAClock
    let calendar: ServiceCalendar
    let restartsOnReopen: Bool
    let keepsTarget: Bool
    let usesStoredDue: Bool
    let warningLead: WarningLead
    /// Who is told when.
    let levels: [EscalationLevel]
    /// What the clock does in each status; empty for a clock that always runs.
    let phases: [ClockPhase]
    let alwaysRuns: Bool
    /// The promised business time by `Priority.rawValue`.
    private let targets: [TimeSpan?]

    init(_ clock: SLAClock, _ targets: ClockTargets, _ policy: SLAPolicy, phases: [ClockPhase]) {
        self.clock = clock
        calendar = targets.calendar
        restartsOnReopen = clock == .resolution && policy.onReopen == .restart
        keepsTarget = policy.onPriorityChange == .keep
        usesStoredDue = clock == .resolution && policy.dueSource == .stored
        warningLead = policy.warningLead
        levels = policy.levels[clock] ?? []
        self.phases = phases
        alwaysRuns = phases.isEmpty
        self.targets = Priority.allCases.map { targets.target(of: $0) }
    }

    func target(of priority: Priority) -> TimeSpan? { targets[Int(priority.rawValue)] }
}
