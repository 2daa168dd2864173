import ServiceDesk
import Yams

extension PolicyReader {
    private static let policyKeys = [
        "name", "valid", "when", "calendar", "targets", "pause_on", "on_reopen", "on_priority_change", "due_source",
        "warning_lead", "levels",
    ]

    /// Words of older eras that are accepted as well.
    private static let olderPriorities = ["critical", "normal"]

    /// The policies of the file, in order.
    mutating func readPolicies(_ node: Node) -> [SLAPolicy] {
        guard let nodes = list(node, "policies") else { return [] }
        var policies: [SLAPolicy] = []
        var catchAll: SLAPolicy?
        var names: [String: Int?] = [:]
        for node in nodes {
            guard let entries = mapping(node, "a policy", keys: PolicyReader.policyKeys) else { continue }
            let policy = readPolicy(entries, at: node)
            let name = entries["name"]
            if let earlier = names[policy.name], let name {
                let line = earlier.map { " stands on line \($0) already" } ?? " is there already"
                report(.duplicateName, at: name.value, "a policy \"\(policy.name)\"" + line)
            }
            if name != nil { names[policy.name] = .some(node.mark?.line) }
            if let catchAll {
                report(
                    .unreachablePolicy, at: name?.value ?? node,
                    "the policy \"\(policy.name)\" can never match: \"\(catchAll.name)\" before it has no conditions",
                    hint: "move \"\(catchAll.name)\" to the end")
            } else {
                warnIfNeverReached(policy, after: policies, entries: entries, at: node)
            }
            if catchAll == nil, policy.condition.matchesEverything, entries["valid"] == nil,
                entries["when"] == nil || !isBroken(entries)
            {
                catchAll = policy
            }
            policies.append(policy)
        }
        return policies
    }

    /// Whether the conditions are there but could not be read, so that they only seem to match everything.
    private func isBroken(_ entries: Entries) -> Bool {
        guard let when = entries["when"]?.value.mapping else { return true }
        return !when.isEmpty
    }

    private mutating func readPolicy(_ entries: Entries, at node: Node) -> SLAPolicy {
        var name = ""
        if let entry = entries["name"] {
            name = text(entry.value, "the name of a policy") ?? ""
            if Word.isBlank(name), entry.value.scalar != nil, !entry.value.isNull {
                report(.badValue, at: entry.value, "the name of a policy is blank")
            }
        } else {
            report(.missingKey, at: node, "a policy has no name")
        }
        let onPriorityChange: PriorityChangeRule? = entries["on_priority_change"].flatMap {
            choice($0.value, "on_priority_change")
        }
        let targets = readTargets(entries, at: node)
        let pauses = readPauses(entries["pause_on"], targets)
        var lines = PolicyLines()
        lines.policy = node.mark?.line
        lines.pauses = pauses.mapValues(\.line)
        lines.onReopen = entries["on_reopen"]?.key.mark?.line
        return SLAPolicy(
            name: name, lines: lines, condition: readCondition(entries), targets: targets,
            pauses: SLAPolicy.usualPauses.merging(pauses.mapValues(\.statuses)) { $1 },
            onReopen: entries["on_reopen"].flatMap { choice($0.value, "on_reopen") } ?? .resume,
            onPriorityChange: onPriorityChange ?? .retarget,
            dueSource: entries["due_source"].flatMap { choice($0.value, "due_source") } ?? .computed,
            warningLead: entries["warning_lead"].flatMap { readLead($0.value) } ?? .usual,
            levels: entries["levels"].map { readLevels($0.value, targets) } ?? [:])
    }

    private mutating func readLead(_ node: Node) -> WarningLead? {
        if let text = node.scalar?.string, text.hasSuffix("%") {
            return share(text, node, "warning_lead").map(WarningLead.share)
        }
        return duration(node, "warning_lead").map(WarningLead.time)
    }

    /// A share such as `25%` or `12.5%`.
    mutating func share(_ text: String, _ node: Node, _ what: String) -> TargetShare? {
        let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && !$0.isEmpty }
        if (1...2).contains(parts.count), !digits.contains(false), let whole = Int64(parts[0]), whole <= 10_000 {
            let rest = parts.count == 2 ? parts[1].prefix(5) : ""
            if rest.count <= 4 {
                let padded = rest + String(repeating: "0", count: 4 - rest.count)
                return TargetShare(millionths: whole * 10_000 + (Int64(padded) ?? 0))
            }
        }
        report(
            .badValue, at: node, "\(what) is no share of a target: \"\(text)\"",
            hint: "write a share from 0% to 10000%, such as 25% or 12.5%")
        return nil
    }

    // MARK: Pauses

    private typealias Pausing = (statuses: Set<Status>, line: Int)

    /// What pauses each clock, where the policy says so: a list means resolution.
    private mutating func readPauses(_ entry: Entry?, _ targets: [SLAClock: ClockTargets]) -> [SLAClock: Pausing] {
        guard let entry else { return [:] }
        let line = entry.key.mark?.line ?? 0
        guard entry.value.mapping != nil, let clocks = entries(entry.value, "pause_on") else {
            return readPausing(entry.value).map { [.resolution: ($0, line)] } ?? [:]
        }
        var pauses: [SLAClock: Pausing] = [:]
        for clockEntry in clocks.all {
            guard let clock = readClock(clockEntry) else { continue }
            guard SLAPolicy.pausableClocks.contains(clock) else {
                report(
                    .badValue, at: clockEntry.key, "\(clock.name) never pauses",
                    hint: "only \(SLAPolicy.pausableClocks.map(\.name).joined(separator: " and ")) do")
                continue
            }
            if pauses[clock] != nil {
                report(.duplicateName, at: clockEntry.key, "what pauses \(clock.name) is said already")
            }
            guard let statuses = readPausing(clockEntry.value) else { continue }
            pauses[clock] = (statuses, clockEntry.key.mark?.line ?? line)
        }
        return pauses
    }

    private mutating func readPausing(_ node: Node) -> Set<Status>? {
        guard let items = oneOrMore(node, "pause_on") else { return nil }
        var statuses: Set<Status> = []
        for item in items {
            guard let word = text(item, "a status in pause_on") else { continue }
            guard let status = Status(word) else {
                report(
                    .unknownStatus, at: item, "unknown status \"\(word)\" in pause_on",
                    hint: didYouMean(word, among: Status.allCases.map(\.name)))
                continue
            }
            if status.serviceState == .done {
                report(
                    .doneStatusPauses, at: item,
                    "\"\(status.name)\" is a done status and cannot pause a clock: it stops")
            }
            statuses.insert(status)
        }
        return statuses
    }

    // MARK: Conditions

    private mutating func readCondition(_ policy: Entries) -> PolicyCondition {
        var condition = PolicyCondition()
        let valid = readValidity(policy["valid"])
        condition.firstDate = valid.first
        condition.lastDate = valid.last
        let keys = ["priority", "category", "amc", "tss", "customer", "channel"]
        guard let when = policy["when"], let entries = mapping(when.value, "when", keys: keys) else { return condition }
        condition.priorities = entries["priority"].flatMap { readPriorities($0.value) }
        condition.categories = entries["category"].flatMap { readTexts($0.value, "category") }.map { texts in
            Set(texts.map { $0.lowercased() })
        }
        condition.amc = entries["amc"].flatMap { readContractStates($0.value, "amc") }
        condition.tss = entries["tss"].flatMap { readContractStates($0.value, "tss") }
        condition.customers = entries["customer"].flatMap { readTexts($0.value, "customer") }.map { texts in
            Set(texts.map { EntityID<Customer>($0) == nil ? $0 : $0.lowercased() })
        }
        condition.channels = entries["channel"].flatMap { readChannels($0.value) }
        return condition
    }

    private mutating func readChannels(_ node: Node) -> Set<Channel>? {
        guard let items = oneOrMore(node, "channel") else { return nil }
        var channels: Set<Channel> = []
        for item in items {
            guard let word = text(item, "a channel") else { continue }
            if let channel = Channel(rawValue: Word.key(word)) {
                channels.insert(channel)
            } else {
                report(
                    .badValue, at: item, "unknown channel \"\(word)\"",
                    hint: didYouMean(word, among: Channel.allCases.map(\.rawValue)))
            }
        }
        return channels
    }

    private mutating func readTexts(_ node: Node, _ what: String) -> [String]? {
        guard let items = oneOrMore(node, what) else { return nil }
        return items.compactMap { text($0, what) }
    }

    private mutating func readPriorities(_ node: Node) -> Set<Priority>? {
        guard let items = oneOrMore(node, "priority") else { return nil }
        var priorities: Set<Priority> = []
        for item in items {
            guard let word = text(item, "a priority") else { continue }
            if let priority = Word.key(word) == "untriaged" ? .untriaged : Priority(word) {
                priorities.insert(priority)
            } else {
                report(
                    .unknownPriority, at: item, "unknown priority \"\(word)\"",
                    hint: didYouMean(word, among: Priority.allCases.map(\.name), orOf: PolicyReader.olderPriorities))
            }
        }
        return priorities
    }

    private mutating func readContractStates(_ node: Node, _ what: String) -> Set<ContractState>? {
        guard let items = oneOrMore(node, what) else { return nil }
        var states: Set<ContractState> = []
        for item in items {
            guard let word = text(item, "a contract state") else { continue }
            if Word.key(word) == "inforce" {
                states.formUnion([.active, .expiring])
            } else if let state = ContractState.allCases.first(where: { $0.name == Word.key(word) }) {
                states.insert(state)
            } else {
                report(
                    .badValue, at: item, "unknown contract state \"\(word)\" in \(what)",
                    hint: didYouMean(word, among: ContractState.allCases.map(\.name) + ["in_force"]))
            }
        }
        return states
    }

    // MARK: Targets

    private mutating func readTargets(_ entries: Entries, at node: Node) -> [SLAClock: ClockTargets] {
        let usual = entries["calendar"].map { readCalendarName($0.value) }
        guard let targets = entries["targets"], let clocks = self.entries(targets.value, "targets") else { return [:] }
        var result: [SLAClock: ClockTargets] = [:]
        for entry in clocks.all {
            guard let clock = readClock(entry) else { continue }
            if result[clock] != nil {
                report(.duplicateName, at: entry.key, "the clock \(clock.name) has targets already")
            }
            result[clock] = readTargets(entry, of: clock, usual: usual, policy: entries["name"]?.key ?? node)
        }
        return result
    }

    mutating func readClock(_ entry: Entry) -> SLAClock? {
        let word = Word.key(entry.name)
        if let clock = SLAClock.allCases.first(where: { Word.key($0.name) == word }) { return clock }
        report(
            .unknownClock, at: entry.key, "unknown clock \"\(entry.name)\"",
            hint: didYouMean(entry.name, among: SLAClock.allCases.map(\.name)))
        return nil
    }

    /// The targets of one clock. `usual` is the policy's calendar: absent, or nil when it could not be read.
    private mutating func readTargets(
        _ entry: Entry, of clock: SLAClock, usual: ServiceCalendar??, policy: Node
    ) -> ClockTargets {
        guard let entries = entries(entry.value, "the targets of \(clock.name)") else {
            return ClockTargets(calendar: .always, targets: [:])
        }
        var calendar = usual
        if let own = entries["calendar"] { calendar = .some(readCalendarName(own.value)) }
        if calendar == nil {
            warn(
                .missingKey, at: policy, "the policy has no calendar for \(clock.name): it counts round the clock",
                hint: "add calendar: with a name from calendars, or 24x7")
        }
        let stop = entries["by"].flatMap { readStop($0, of: clock) } ?? .replyOrStatus
        var targets: [Priority: TimeSpan] = [:]
        var lines: [Priority: Int] = [:]
        for target in entries.all where target.name != "calendar" && target.name != "by" {
            guard let priority = readTargetPriority(target, of: clock) else { continue }
            if targets[priority] != nil {
                report(.duplicateName, at: target.key, "\(priority.name) has a target already under another key")
            }
            guard let span = duration(target.value, "the target of \(target.name)") else { continue }
            targets[priority] = span
            lines[priority] = target.key.mark?.line
            warnOfTarget(span, target.value, calendar: calendar.flatMap(\.self))
        }
        return ClockTargets(
            calendar: calendar.flatMap(\.self) ?? .always, targets: targets, stop: stop, lines: lines)
    }

    /// What stops a first response; no other clock has a choice.
    private mutating func readStop(_ entry: Entry, of clock: SLAClock) -> ResponseStop? {
        guard clock == .firstResponse else {
            report(
                .unknownKey, at: entry.key, "unknown key \"by\" in the targets of \(clock.name)",
                hint: "only first_response has it")
            return nil
        }
        return choice(entry.value, "by")
    }

    private mutating func readTargetPriority(_ target: Entry, of clock: SLAClock) -> Priority? {
        if let priority = Priority(target.name) { return priority }
        if Word.key(target.name) == "untriaged" {
            report(
                .unknownPriority, at: target.key, "untriaged tickets have no target of their own",
                hint: "they take the target of medium")
            return nil
        }
        report(
            .unknownPriority, at: target.key, "unknown priority \"\(target.name)\" in the targets of \(clock.name)",
            hint: didYouMean(
                target.name, among: Priority.triaged.map(\.name), orOf: PolicyReader.olderPriorities + ["calendar"]))
        return nil
    }

    private mutating func readCalendarName(_ node: Node) -> ServiceCalendar? {
        guard let name = text(node, "the name of a calendar") else { return nil }
        if let calendar = calendars[name] { return calendar }
        report(
            .unknownCalendar, at: node, "unknown calendar \"\(name)\"",
            hint: didYouMean(name, among: calendars.keys.sorted()))
        return nil
    }

    // MARK: Warnings

    private mutating func warnOfTarget(_ target: TimeSpan, _ node: Node, calendar: ServiceCalendar?) {
        let text = node.scalar?.string ?? ""
        if target > .hours(365 * 24) {
            warn(.targetAboveYear, at: node, "the target \"\(text)\" is longer than a year")
        }
        guard text.contains(where: { $0 == "d" || $0 == "D" }), let calendar, !calendar.isAlways else { return }
        let longest = calendar.versions.flatMap(\.longestDay).max() ?? 0
        guard longest > 0, longest < TimeOfDay.secondsPerDay else { return }
        let working = TimeSpan.seconds(Int64(longest))
        warn(
            .dayOfTwentyFourHours, at: node,
            "a day in \"\(text)\" is 24 hours of business time, and \"\(calendar.name)\" has "
                + "\(hours(working)) on its longest day",
            hint: "write hours when a working day is meant")
    }

    private func hours(_ span: TimeSpan) -> String {
        let minutes = span.wholeSeconds / 60
        return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }

    /// Warns of a policy, or a priority in its conditions, that earlier policies take altogether.
    private mutating func warnIfNeverReached(
        _ policy: SLAPolicy, after earlier: [SLAPolicy], entries: Entries, at node: Node
    ) {
        let named = policy.condition.priorities
        let reached = (named ?? Set(Priority.allCases)).filter { priority in
            var narrowed = policy.condition
            narrowed.priorities = [priority]
            return !narrowed.isImpossible && !earlier.contains { $0.condition.covers(narrowed) }
        }
        if reached.isEmpty {
            warn(
                .neverReached, at: entries["name"]?.value ?? node,
                "the policy \"\(policy.name)\" can never be reached: earlier policies or empty lists leave it no ticket"
            )
        } else if let named, reached.count < named.count, let when = entries["when"]?.value {
            let lost = Priority.allCases.filter { named.contains($0) && !reached.contains($0) }.map(\.name)
            warn(
                .neverReached, at: self.entries(when, "when")?["priority"]?.value ?? when,
                "the policy \"\(policy.name)\" is never reached with priority \(lost.joined(separator: ", ")): "
                    + "earlier policies take it")
        }
        warnOfKeptTargets(policy, reached: reached, at: entries["targets"]?.key ?? node)
    }

    /// A target that no creation can choose is never in force when the target of the creation is kept.
    private mutating func warnOfKeptTargets(_ policy: SLAPolicy, reached: Set<Priority>, at node: Node) {
        guard policy.onPriorityChange == .keep, !reached.isEmpty else { return }
        let usable = Set(reached.map(\.targetPriority))
        let named = Set(policy.targets.values.flatMap(\.targets.keys))
        let lost = Priority.triaged.filter { named.contains($0) && !usable.contains($0) }.map(\.name)
        guard !lost.isEmpty else { return }
        warn(
            .neverReached, at: node,
            "the policy \"\(policy.name)\" keeps the target of the creation and never uses that of "
                + lost.joined(separator: ", "))
    }
}

extension CalendarVersion {
    /// The hours of each day of its week in seconds by the wall clock.
    fileprivate var longestDay: [Int] {
        Weekday.allCases.compactMap { weekday in
            // Four weeks around a year without exceptions would do as well; the written hours are what people mean.
            let ranges = (week[weekday] ?? []).map { interval in
                interval.onItsDate.seconds + interval.onTheNextDate.seconds
            }
            return ranges.isEmpty ? nil : min(ranges.reduce(0, +), TimeOfDay.secondsPerDay)
        }
    }
}
