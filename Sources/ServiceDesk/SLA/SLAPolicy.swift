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

extension Sequence<SLAPolicy> {
    /// The clocks that reports show for these policies: the usual ones, and any other that one of them promises.
    public var shownClocks: [SLAClock] {
        let promised = Set(flatMap(\.targets.keys)).union(SLAClock.usual)
        return SLAClock.allCases.filter(promised.contains)
    }
}

/// A promise applied to the tickets that match it.
public struct SLAPolicy: Sendable {
    /// Its name; `default` without a policy file.
    public let name: String
    /// Where its parts stand in the policy file.
    public let lines: PolicyLines
    /// Which tickets it applies to.
    public let condition: PolicyCondition
    /// The targets of each clock; a clock that is absent does not apply.
    public let targets: [SLAClock: ClockTargets]
    /// The statuses in which each clock is paused; only resolution and periodic update can be.
    public let pauses: [SLAClock: Set<Status>]
    /// What a reopening does to the resolution clock.
    public let onReopen: ReopenRule
    /// What a change of priority does to the targets.
    public let onPriorityChange: PriorityChangeRule
    /// Where the resolution's due instant comes from.
    public let dueSource: DueSource
    /// When a running clock is at risk.
    public let warningLead: WarningLead
    /// Who is told when, by clock.
    public let levels: [SLAClock: [EscalationLevel]]

    /// The policy with the given parts.
    public init(
        name: String, lines: PolicyLines = PolicyLines(), condition: PolicyCondition = PolicyCondition(),
        targets: [SLAClock: ClockTargets],
        pauses: [SLAClock: Set<Status>] = SLAPolicy.usualPauses, onReopen: ReopenRule = .resume,
        onPriorityChange: PriorityChangeRule = .retarget, dueSource: DueSource = .computed,
        warningLead: WarningLead = .usual, levels: [SLAClock: [EscalationLevel]] = [:]
    ) {
        self.name = name
        self.lines = lines
        self.condition = condition
        self.targets = targets
        self.pauses = pauses
        self.onReopen = onReopen
        self.onPriorityChange = onPriorityChange
        self.dueSource = dueSource
        self.warningLead = warningLead
        self.levels = levels
    }

    /// What pauses where a policy does not say.
    public static let usualPauses: [SLAClock: Set<Status>] = [.resolution: [.waitingForCustomer]]

    /// The clocks that can pause.
    public static let pausableClocks: [SLAClock] = [.periodicUpdate, .resolution]

    /// The line of the policy file that sets a clock's target for a priority, where there is one.
    public func targetLine(of clock: SLAClock, _ priority: Priority) -> Int? {
        targets[clock]?.lines[priority.targetPriority] ?? lines.policy
    }
}

/// Where the parts of a policy stand in its file; none without a file.
public struct PolicyLines: Hashable, Sendable {
    /// The line at which it starts.
    public var policy: Int?
    /// The lines that say what pauses each clock; none where the usual holds.
    public var pauses: [SLAClock: Int] = [:]
    /// The line of `on_reopen`.
    public var onReopen: Int?

    /// No lines.
    public init() {}
}

/// What a reopening does to the resolution clock.
public enum ReopenRule: String, CaseIterable, Sendable {
    /// It goes on with the time already used.
    case resume
    /// It begins again with nothing used.
    case restart
    /// It has stopped for good; the reopening starts a clock of its own.
    case newClock = "new_clock"
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

/// What stops a first response.
public enum ResponseStop: String, CaseIterable, Sendable {
    /// A reply, or the status Waiting for Customer or done.
    case replyOrStatus = "reply_or_status"
    /// Only a reply; done without one also ends it.
    case reply
}

/// When a running clock is at risk.
public enum WarningLead: Hashable, Sendable {
    /// So long before it is due, in time on the wall.
    case time(TimeSpan)
    /// When no more than this share of its target remains, in business time.
    case share(TargetShare)

    /// What holds where a policy does not say.
    public static let usual = WarningLead.time(.minutes(60))
}

/// A share of a target, exact to a ten-thousandth of a percent.
public struct TargetShare: Hashable, Comparable, Sendable {
    /// The share in millionths: 25 % is 250,000. Never negative.
    public let millionths: Int64

    /// The share of so many millionths.
    public init(millionths: Int64) { self.millionths = max(0, millionths) }

    /// So much of a target, rounded down to a microsecond.
    public func of(_ target: TimeSpan) -> TimeSpan {
        let product = target.microseconds.multipliedFullWidth(by: millionths)
        // A share of more than all time is all time.
        guard product.high < 1_000_000 / 2 else { return TimeSpan(microseconds: Int64.max) }
        return TimeSpan(microseconds: Int64(1_000_000).dividingFullWidth(product).quotient)
    }

    /// The share as a policy writes it: `25%`, `12.5%`.
    public var text: String {
        let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 10_000)
        guard rest > 0 else { return "\(whole)%" }
        var digits = String(10_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)%"
    }

    /// Smaller shares first.
    public static func < (left: TargetShare, right: TargetShare) -> Bool { left.millionths < right.millionths }
}

/// The targets of one clock under one policy.
public struct ClockTargets: Sendable {
    /// The working time in which the clock counts.
    public let calendar: ServiceCalendar
    /// The promised business time by priority; a priority that is absent has no promise.
    public let targets: [Priority: TimeSpan]
    /// What stops the clock; of first responses only.
    public let stop: ResponseStop
    /// The line of the policy file that sets each target.
    public let lines: [Priority: Int]

    /// The targets in the given calendar.
    public init(
        calendar: ServiceCalendar, targets: [Priority: TimeSpan], stop: ResponseStop = .replyOrStatus,
        lines: [Priority: Int] = [:]
    ) {
        self.calendar = calendar
        self.targets = targets
        self.stop = stop
        self.lines = lines
    }

    /// The promised business time of a priority; untriaged tickets take the Medium target.
    public func target(of priority: Priority) -> TimeSpan? { targets[priority.targetPriority] }
}

/// A warning before or after a clock is due: when, and who is told.
public struct EscalationLevel: Hashable, Sendable {
    /// When somebody is told.
    public enum Point: Hashable, Sendable {
        /// When so much of the target is used.
        case share(TargetShare)
        /// So much business time after it is due; negative is before.
        case offset(TimeSpan)
    }

    /// When somebody is told.
    public let point: Point
    /// Who is told: `owner` for whoever has the ticket, or a role.
    public let tell: String
    /// The line of the policy file.
    public let line: Int?

    /// The level with the given parts.
    public init(_ point: Point, tell: String, line: Int? = nil) {
        self.point = point
        self.tell = tell
        self.line = line
    }

    /// The business time after which it is reached under a target; negative before the start.
    public func threshold(of target: TimeSpan) -> TimeSpan {
        switch point {
        case .share(let share): share.of(target)
        case .offset(let offset): target + offset
        }
    }

    /// The point as a policy writes it: `75%`, `-30m`, `+2h`.
    public var pointText: String {
        switch point {
        case .share(let share): share.text
        case .offset(let offset): (offset < .zero ? "" : "+") + DurationText.text(of: offset)
        }
    }
}
