public import ServiceDesk

/// Policies written back as the file that says the same: every usual value spelled out, words in one spelling.
public struct PolicyOutline {
    private let policies: SLAPolicies

    /// The outline of policies, wherever they come from.
    public init(of policies: SLAPolicies) { self.policies = policies }

    /// The file as a tree, with the keys of `POLICY`.
    public var json: JSONValue {
        var members = [JSONMember("version", 1)]
        if let zone = policies.timeZone { members.append(JSONMember("timezone", .string(zone.identifier))) }
        let calendars = policies.calendars.values.filter { !$0.isAlways }.sorted { $0.name < $1.name }
        if !calendars.isEmpty {
            members.append(JSONMember("calendars", .object(calendars.map { JSONMember($0.name, calendar($0)) })))
        }
        members.append(JSONMember("policies", .array(policies.policies.map(policy))))
        return .object(members)
    }

    /// The file as YAML.
    public var yaml: String {
        var lines: [String] = []
        PolicyOutline.append(json, depth: 0, to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Calendars

    private func calendar(_ calendar: ServiceCalendar) -> JSONValue {
        calendar.versions.count == 1 && calendar.versions.allSatisfy { $0.firstDate == nil && $0.lastDate == nil }
            ? version(calendar.versions[0]) : .array(calendar.versions.map(version))
    }

    private func version(_ version: CalendarVersion) -> JSONValue {
        var members: [JSONMember] = []
        if let valid = validity(version.firstDate, version.lastDate) { members.append(JSONMember("valid", valid)) }
        members.append(JSONMember("timezone", .string(version.timeZone.identifier)))
        let week = zip(PolicyReader.dayKeys, Weekday.allCases).compactMap { key, day in
            (version.week[day]).flatMap { $0.isEmpty ? nil : JSONMember(key, hours($0)) }
        }
        members.append(JSONMember("week", .object(week)))
        if !version.holidays.isEmpty { members.append(JSONMember("holidays", .array(version.holidays.map(holiday)))) }
        if !version.specialDays.isEmpty {
            let days = version.specialDays.sorted { $0.date < $1.date }
            members.append(
                JSONMember("special_days", .object(days.map { JSONMember($0.date.iso, hours($0.intervals)) })))
        }
        if !version.breaks.isEmpty {
            let breaks = version.breaks.sorted { $0.date < $1.date }
            members.append(JSONMember("breaks", .object(breaks.map { JSONMember($0.date.iso, hours($0.intervals)) })))
        }
        return .object(members)
    }

    private func validity(_ first: LocalDate?, _ last: LocalDate?) -> JSONValue? {
        let ends = [("from", first), ("until", last)].compactMap { key, date in
            date.map { JSONMember(key, .string($0.iso)) }
        }
        return ends.isEmpty ? nil : .object(ends)
    }

    private func hours(_ intervals: [WorkingInterval]) -> JSONValue { .array(intervals.map { .string($0.text) }) }

    private func holiday(_ holiday: Holiday) -> JSONValue {
        var members: [JSONMember]
        switch holiday.day {
        case .once(let date):
            guard holiday.name != nil else { return .string(date.iso) }
            members = [JSONMember("date", .string(date.iso))]
        case .yearly(let month, let day):
            members = [JSONMember("yearly", .string(HolidayDates.yearly(month: month, day: day)))]
        }
        if let name = holiday.name { members.append(JSONMember("name", .string(name))) }
        return .object(members)
    }

    // MARK: Policies

    private func policy(_ policy: SLAPolicy) -> JSONValue {
        var members = [JSONMember("name", .string(policy.name))]
        if let valid = validity(policy.condition.firstDate, policy.condition.lastDate) {
            members.append(JSONMember("valid", valid))
        }
        let when = conditions(policy.condition)
        if !when.isEmpty { members.append(JSONMember("when", .object(when))) }
        let clocks = SLAClock.allCases.compactMap { clock in
            policy.targets[clock].map { JSONMember(clock.name, targets($0, of: clock)) }
        }
        members.append(JSONMember("targets", .object(clocks)))
        let pauses = SLAPolicy.pausableClocks.compactMap { clock in
            policy.pauses[clock].map { statuses in
                JSONMember(clock.name, words(Status.allCases.filter(statuses.contains).map(\.name)))
            }
        }
        members += [
            JSONMember("pause_on", .object(pauses)), JSONMember("on_reopen", .string(policy.onReopen.rawValue)),
            JSONMember("on_priority_change", .string(policy.onPriorityChange.rawValue)),
            JSONMember("due_source", .string(policy.dueSource.rawValue)),
            JSONMember("warning_lead", .string(lead(policy.warningLead))),
        ]
        let levels = SLAClock.allCases.compactMap { clock in
            policy.levels[clock].map { JSONMember(clock.name, .array($0.map(level))) }
        }
        if !levels.isEmpty { members.append(JSONMember("levels", .object(levels))) }
        return .object(members)
    }

    private func conditions(_ condition: PolicyCondition) -> [JSONMember] {
        let lists: [(String, [String]?)] = [
            ("priority", condition.priorities.map { wanted in Priority.allCases.filter(wanted.contains).map(\.name) }),
            ("category", condition.categories?.sorted()),
            ("amc", condition.amc.map { wanted in ContractState.allCases.filter(wanted.contains).map(\.name) }),
            ("tss", condition.tss.map { wanted in ContractState.allCases.filter(wanted.contains).map(\.name) }),
            ("customer", condition.customers?.sorted()),
            ("channel", condition.channels.map { wanted in Channel.allCases.filter(wanted.contains).map(\.rawValue) }),
        ]
        return lists.compactMap { key, list in list.map { JSONMember(key, words($0)) } }
    }

    private func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

    private func targets(_ targets: ClockTargets, of clock: SLAClock) -> JSONValue {
        var members = [JSONMember("calendar", .string(targets.calendar.name))]
        if clock == .firstResponse { members.append(JSONMember("by", .string(targets.stop.rawValue))) }
        members += Priority.triaged.compactMap { priority in
            targets.targets[priority].map { JSONMember(priority.name, .string(DurationText.text(of: $0))) }
        }
        return .object(members)
    }

    private func lead(_ lead: WarningLead) -> String {
        switch lead {
        case .time(let span): DurationText.text(of: span)
        case .share(let share): share.text
        }
    }

    private func level(_ level: EscalationLevel) -> JSONValue {
        ["at": .string(level.pointText), "tell": .string(level.tell)]
    }

    // MARK: YAML

    /// Mappings as blocks; lists of plain values, and mappings in lists that hold nothing else, on one line.
    private static func append(_ value: JSONValue, depth: Int, to lines: inout [String]) {
        let indent = String(repeating: "  ", count: depth)
        switch value {
        case .object(let members):
            for member in members {
                let key = "\(indent)\(scalar(member.key)):"
                if let inline = inline(member.value, atDepth: depth) {
                    lines.append("\(key) \(inline)")
                } else {
                    lines.append(key)
                    append(member.value, depth: depth + 1, to: &lines)
                }
            }
        case .array(let items):
            for item in items {
                if let inline = inline(item, atDepth: depth) {
                    lines.append("\(indent)- \(inline)")
                    continue
                }
                var block: [String] = []
                append(item, depth: depth + 1, to: &block)
                if let first = block.first { block[0] = "\(indent)- \(first.dropFirst(indent.utf8.count + 2))" }
                lines += block
            }
        default: lines.append("\(indent)\(inlineText(value))")
        }
    }

    /// A value that fits on its key's line; nil for one that is better as a block.
    private static func inline(_ value: JSONValue, atDepth depth: Int) -> String? {
        switch value {
        case .object(let members):
            let isFlat = members.allSatisfy { isScalar($0.value) }
            return members.isEmpty || (isFlat && depth > 1) ? inlineText(value) : nil
        case .array(let items): return items.allSatisfy(isScalar) ? inlineText(value) : nil
        default: return inlineText(value)
        }
    }

    private static func isScalar(_ value: JSONValue) -> Bool {
        switch value {
        case .object, .array: false
        default: true
        }
    }

    private static func inlineText(_ value: JSONValue) -> String {
        switch value {
        case .object(let members):
            "{" + members.map { "\(scalar($0.key)): \(inlineText($0.value))" }.joined(separator: ", ") + "}"
        case .array(let items): "[" + items.map(inlineText).joined(separator: ", ") + "]"
        case .string(let text): scalar(text)
        default: value.compactText
        }
    }

    /// A text as a plain scalar where nothing can be misread, else in double quotes.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { $0 >= 0x41 && $0 <= 0x7a && $0 != 0x5b && $0 != 0x5c && $0 != 0x5d && $0 != 0x60 }
            ?? false
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                    || [0x20, 0x2d, 0x2e, 0x2f, 0x5f].contains(byte)
            } && text.utf8.last != 0x20
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        guard isPlain, !words.contains(text.lowercased()) else { return JSONValue.string(text).compactText }
        return text
    }
}
