/// A policy made ready for one dataset: tables in place of sets and dictionaries. A class, because millions of tickets
/// ask for it and a reference is one thing to hold on to.
final class PolicyPlan: Sendable {
    /// For each status code, what the resolution clock does in that status.
    let phases: [ClockPhase]
    let firstResponse: ClockPlan?
    let resolution: ClockPlan?

    init(_ policy: SLAPolicy, vocabulary: StatusVocabulary) {
        let phases = vocabulary.names.indices.map { StatusVocabulary.Code($0) }.map { code -> ClockPhase in
            if vocabulary.serviceState(of: code) == .done { return .done }
            return vocabulary.status(of: code).map(policy.pausingStatuses.contains) ?? false ? .paused : .running
        }
        self.phases = phases
        firstResponse = policy.targets[.firstResponse].map { ClockPlan(.firstResponse, $0, policy, phases: []) }
        resolution = policy.targets[.resolution].map { ClockPlan(.resolution, $0, policy, phases: phases) }
    }
}

/// One clock of a policy made ready.
final class ClockPlan: Sendable {
    let clock: SLAClock
    let calendar: ServiceCalendar
    let restartsOnReopen: Bool
    let keepsTarget: Bool
    let usesStoredDue: Bool
    let warningLead: TimeSpan
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
        self.phases = phases
        alwaysRuns = phases.isEmpty
        self.targets = Priority.allCases.map { targets.target(of: $0) }
    }

    func target(of priority: Priority) -> TimeSpan? { targets[Int(priority.rawValue)] }
}
