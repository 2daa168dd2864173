/// What a desk promises: service calendars, and policies in the order in which they are tried.
public struct SLAPolicies: Sendable {
    /// The name of the file or of the rule that they come from, as outputs show it.
    public let source: String
    /// The report's time zone, when the file names one.
    public let timeZone: TimeZoneRules?
    /// The calendars by name; `24x7` is always among them.
    public let calendars: [String: ServiceCalendar]
    /// The policies, in order; the first that matches a ticket at its creation is its policy.
    public let policies: [SLAPolicy]

    /// The promises of the given calendars and policies.
    public init(
        source: String, timeZone: TimeZoneRules?, calendars: [String: ServiceCalendar], policies: [SLAPolicy]
    ) {
        self.source = source
        self.timeZone = timeZone
        self.calendars = calendars
        self.policies = policies
    }
}

/// A promise applied to the tickets that match it.
public struct SLAPolicy: Sendable {
    /// Its name; `default` without a policy file.
    public let name: String
    /// The line of the policy file at which it starts.
    public let line: Int?
    /// Which tickets it applies to.
    public let condition: PolicyCondition
    /// The targets of each clock; a clock that is absent does not apply.
    public let targets: [SLAClock: ClockTargets]
    /// The statuses in which resolution is paused.
    public let pausingStatuses: Set<Status>
    /// What a reopening does to the resolution clock.
    public let onReopen: ReopenRule
    /// What a change of priority does to the targets.
    public let onPriorityChange: PriorityChangeRule
    /// Where the resolution's due instant comes from.
    public let dueSource: DueSource
    /// How long before due a running clock is at risk, in time on the wall.
    public let warningLead: TimeSpan

    /// The policy with the given parts.
    public init(
        name: String, line: Int? = nil, condition: PolicyCondition = PolicyCondition(),
        targets: [SLAClock: ClockTargets], pausingStatuses: Set<Status> = [.waitingForCustomer],
        onReopen: ReopenRule = .resume, onPriorityChange: PriorityChangeRule = .retarget,
        dueSource: DueSource = .computed, warningLead: TimeSpan = .minutes(60)
    ) {
        self.name = name
        self.line = line
        self.condition = condition
        self.targets = targets
        self.pausingStatuses = pausingStatuses
        self.onReopen = onReopen
        self.onPriorityChange = onPriorityChange
        self.dueSource = dueSource
        self.warningLead = warningLead
    }
}

/// What a reopening does to the resolution clock.
public enum ReopenRule: String, CaseIterable, Sendable {
    /// It goes on with the time already used.
    case resume
    /// It begins again with nothing used.
    case restart
}

/// What a change of priority does to the targets.
public enum PriorityChangeRule: String, CaseIterable, Sendable {
    /// The new priority's target holds from then on.
    case retarget
    /// The target of the creation holds for life.
    case keep
}

/// Where the resolution's due instant comes from.
public enum DueSource: String, CaseIterable, Sendable {
    /// From the target and the calendar.
    case computed
    /// From the ticket's stored `sla_due`, where it has one.
    case stored
}

/// The targets of one clock under one policy.
public struct ClockTargets: Sendable {
    /// The working time in which the clock counts.
    public let calendar: ServiceCalendar
    /// The promised business time by priority; a priority that is absent has no promise.
    public let targets: [Priority: TimeSpan]

    /// The targets in the given calendar.
    public init(calendar: ServiceCalendar, targets: [Priority: TimeSpan]) {
        self.calendar = calendar
        self.targets = targets
    }

    /// The promised business time of a priority; untriaged tickets take the Medium target.
    public func target(of priority: Priority) -> TimeSpan? { targets[priority.targetPriority] }
}

/// Which tickets a policy applies to; a nil list matches everything.
public struct PolicyCondition: Hashable, Sendable {
    /// The priority in force at creation.
    public var priorities: Set<Priority>?
    /// Categories in lower case, compared with the row's without case. NULL matches no list.
    public var categories: Set<String>?
    /// The AMC state on the local date of creation.
    public var amc: Set<ContractState>?
    /// The TSS state on the local date of creation.
    public var tss: Set<ContractState>?
    /// The customer's id in lower case, or the company name exactly.
    public var customers: Set<String>?

    /// The condition that matches everything.
    public init() {}

    /// Whether it has no conditions at all.
    public var matchesEverything: Bool { self == PolicyCondition() }
}
