import ServiceDesk

/// In which respects two policies treat a clock differently, in words.
struct PolicyDifference {
    let before: SLAPolicy
    let after: SLAPolicy
    let clock: SLAClock

    /// The differences that bear on a clock of tickets whose targets were set by the given priorities.
    func words(priorities: (before: Priority, after: Priority)) -> [String] {
        var words: [String] = []
        let targets = (
            before.targets[clock]?.target(of: priorities.before), after.targets[clock]?.target(of: priorities.after)
        )
        if targets.0 != targets.1 { words.append("target \(text(targets.0)) → \(text(targets.1))") }
        if let calendars { words.append(calendars) }
        let pauses = (before.pauses[clock] ?? [], after.pauses[clock] ?? [])
        if pauses.0 != pauses.1 { words.append("pauses \(text(pauses.0)) → \(text(pauses.1))") }
        if before.onPriorityChange != after.onPriorityChange {
            words.append("on_priority_change \(before.onPriorityChange.rawValue) → \(after.onPriorityChange.rawValue)")
        }
        if clock == .resolution {
            if before.onReopen != after.onReopen {
                words.append("on_reopen \(before.onReopen.rawValue) → \(after.onReopen.rawValue)")
            }
            if before.dueSource != after.dueSource {
                words.append("due_source \(before.dueSource.rawValue) → \(after.dueSource.rawValue)")
            }
        }
        if let stops = (before.targets[clock]?.stop, after.targets[clock]?.stop) as? (ResponseStop, ResponseStop),
            stops.0 != stops.1
        {
            words.append("by \(stops.0.rawValue) → \(stops.1.rawValue)")
        }
        if before.name != after.name { words.append("policy \(before.name) → \(after.name)") }
        return words.isEmpty ? ["target at another time"] : words
    }

    private func text(_ target: TimeSpan?) -> String { target.map(DurationText.text) ?? "none" }

    private func text(_ statuses: Set<Status>) -> String {
        statuses.isEmpty ? "never" : Status.allCases.filter(statuses.contains).map(\.name).joined(separator: ", ")
    }

    private var calendars: String? {
        guard let one = before.targets[clock]?.calendar, let other = after.targets[clock]?.calendar else { return nil }
        if one.name != other.name { return "calendar \(one.name) → \(other.name)" }
        return one.hasSameHours(as: other) ? nil : "hours of \(one.name) changed"
    }
}

extension ServiceCalendar {
    /// Whether both were written with the same hours.
    fileprivate func hasSameHours(as other: ServiceCalendar) -> Bool {
        versions.count == other.versions.count
            && zip(versions, other.versions).allSatisfy { one, other in
                one.firstDate == other.firstDate && one.lastDate == other.lastDate
                    && one.timeZone.identifier == other.timeZone.identifier && one.week == other.week
                    && one.holidays.map(\.day) == other.holidays.map(\.day)
                    && one.specialDays == other.specialDays && one.breaks == other.breaks
            }
    }
}
