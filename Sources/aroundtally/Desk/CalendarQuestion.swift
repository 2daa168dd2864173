import ServiceDesk

/// A calendar, and the zone in which times without an offset are meant.
struct CalendarQuestion {
    let calendar: ServiceCalendar
    let zone: TimeZoneRules

    /// The calendar of a session's policy file by name: the only one when there is one, and `24x7` without a file.
    init(_ session: Session, calendarName: String?) throws(Failure) {
        let policies = try PolicySource.read(session)
        calendar = try CalendarQuestion.calendar(named: calendarName, in: policies)
        zone = try session.timeZone(policy: policies?.timeZone).value
    }

    private static func calendar(named name: String?, in policies: SLAPolicies?) throws(Failure) -> ServiceCalendar {
        let known = policies?.calendars ?? [ServiceCalendar.always.name: .always]
        if let name {
            if let calendar = known[name] { return calendar }
            throw Failure(
                .configuration, "there is no calendar \"\(name)\"",
                hint: Word.nearest(to: name, in: known.keys.sorted()).map { "did you mean \"\($0)\"?" }
                    ?? "--policy names the file with the calendars")
        }
        let own = known.values.filter { !$0.isAlways }
        guard own.count > 1 else { return own.first ?? .always }
        let names = own.map(\.name).sorted().joined(separator: ", ")
        throw Failure.usage("the policy file has several calendars", hint: "name one with --calendar: \(names)")
    }

    func due(start: String, target: String) throws(Failure) -> Instant {
        switch DurationText.read(target) {
        case .span(let span) where span >= .zero: return try due(start: start, target: span)
        case .span: throw Failure.usage("a target cannot be negative: \"\(target)\"")
        case .tooLong: throw Failure.usage("the target is too long: \"\(target)\"")
        case .unreadable:
            throw Failure.usage("no duration: \"\(target)\"; write 90m, 4h, 1d12h, PT4H or seconds")
        }
    }

    /// The first instant at which the business time since `start` has reached `target`.
    func due(start: String, target: TimeSpan) throws(Failure) -> Instant {
        if let due = calendar.due(from: try instant(start), target: target) { return due }
        throw Failure(
            .inputBroken, "the working time of \"\(calendar.name)\" ends before the target is reached")
    }

    func elapsed(start: String, end: String) throws(Failure) -> TimeSpan {
        calendar.elapsed(from: try instant(start), to: try instant(end))
    }

    /// An instant as people write it; without an offset it is meant in the zone, and a date is its midnight.
    private func instant(_ text: String) throws(Failure) -> Instant {
        switch InstantText.read(text) {
        case .instant(let instant) where instant.isFinite: return instant
        case .instant: throw Failure.usage("\(text) is no point in time")
        case .local(let local): return try zone.instant(ofLocal: local, typed: text)
        case .outOfRange: throw Failure.usage("\(text) is out of range")
        case .unreadable:
            throw Failure.usage("no instant: \"\(text)\"; write 2026-11-23T18:00 or 2026-11-23T12:30:00Z")
        }
    }
}
