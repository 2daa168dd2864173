import ArgumentParser
import Foundation
import Ingest
import ServiceDesk

/// `calendar due|elapsed|show`: what a service calendar says about single instants and months.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Ask a service calendar: when is something due, how much business time has passed, what is a month.",
        discussion: CalendarDue.examples([
            (
                "aroundtally calendar due --policy sla.yaml --start 2026-11-06T18:00 --target 4h",
                "the instant at which four business hours are over"
            ),
            ("aroundtally calendar show --policy sla.yaml --month 2026-11", "working hours and holidays of a month"),
        ]),
        subcommands: [CalendarDue.self, CalendarElapsed.self, CalendarShow.self])

    @OptionGroup var global: GlobalOptions
}

/// The calendar to ask.
struct CalendarOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The calendar's name; 24x7 always exists.", valueName: "name"))
    var calendar: String?
}

/// `calendar due`: when a target is reached.
struct CalendarDue: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "The instant at which a target is reached.",
        discussion: examples([
            (
                "aroundtally calendar due --policy sla.yaml --start 2026-11-06T18:00 --target 4h",
                "one instant, in UTC"
            ),
            ("aroundtally calendar due --policy sla.yaml --batch < questions.jsonl", "one answer for each line"),
        ]))

    @OptionGroup var options: CalendarOptions
    @Option(help: ArgumentHelp("The instant to start from; a date is its midnight.", valueName: "moment"))
    var start: String?
    @Option(help: ArgumentHelp("The business time to reach: 90m, 4h, 1d12h, PT4H or seconds.", valueName: "duration"))
    var target: String?
    @Flag(help: "Answer JSON lines from standard input: {\"id\", \"start\", \"target_s\"}.") var batch = false
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let question = try CalendarQuestion(session, calendarName: options.calendar)
        if batch { return try question.answerLines(session) }
        guard let start, let target else { throw Failure.usage("due needs --start and --target, or --batch") }
        try session.write(try question.due(start: start, target: target).rfc3339 + "\n")
        return .done
    }
}

/// `calendar elapsed`: how much business time lies between two instants.
struct CalendarElapsed: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "elapsed", abstract: "The business time between two instants, in seconds.",
        discussion: examples([
            (
                "aroundtally calendar elapsed --policy sla.yaml --start 2026-11-06 --end 2026-11-09T12:00:00Z",
                "seconds; negative when the end lies before the start"
            )
        ]))

    @OptionGroup var options: CalendarOptions
    @Option(help: ArgumentHelp("The first instant; a date is its midnight.", valueName: "moment"))
    var start: String?
    @Option(help: ArgumentHelp("The last instant; before the first the answer is negative.", valueName: "moment"))
    var end: String?
    @Flag(help: "Answer JSON lines from standard input: {\"id\", \"start\", \"end\"}.") var batch = false
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let question = try CalendarQuestion(session, calendarName: options.calendar)
        if batch { return try question.answerLines(session) }
        guard let start, let end else { throw Failure.usage("elapsed needs --start and --end, or --batch") }
        try session.write(CalendarQuestion.seconds(try question.elapsed(start: start, end: end)) + "\n")
        return .done
    }
}

/// `calendar show`: a month, date by date.
struct CalendarShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A month, date by date.",
        discussion: examples([
            ("aroundtally calendar show --policy sla.yaml --month 2026-11", "hours, business time, holidays")
        ]))

    @OptionGroup var options: CalendarOptions
    @Option(help: ArgumentHelp("The month, such as 2026-11.", valueName: "month"))
    var month: String
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let question = try CalendarQuestion(session, calendarName: options.calendar)
        try session.write(try question.month(month))
        return .done
    }
}

/// A calendar, and the zone in which times without an offset are meant.
struct CalendarQuestion {
    let calendar: ServiceCalendar
    let zone: TimeZoneRules
    let now: Instant

    /// The calendar of the session's policy file by name: the only one when there is one, `24x7` without a file.
    init(_ session: Session, calendarName: String?) throws(Failure) {
        let policies = try PolicySource.read(session)
        calendar = try CalendarQuestion.calendar(named: calendarName, in: policies)
        zone = try session.timeZone(policy: policies?.timeZone).value
        now = session.surroundings.now
    }

    private static func calendar(
        named name: String?, in policies: SLAPolicies?
    ) throws(Failure) -> ServiceCalendar {
        let known = policies?.calendars ?? [ServiceCalendar.always.name: .always]
        if let name {
            if let calendar = known[name] { return calendar }
            let names = known.keys.sorted()
            throw Failure(
                .configuration, "there is no calendar \"\(name)\"",
                hint: Word.nearest(to: name, in: names).map { "did you mean \"\($0)\"?" }
                    ?? "the calendars are \(names.joined(separator: ", "))")
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

    private func due(start: String, target: TimeSpan) throws(Failure) -> Instant {
        if let due = calendar.due(from: try instant(start, "--start"), target: target) { return due }
        throw Failure(
            .inputBroken, "the working time of \"\(calendar.name)\" ends before the target is reached")
    }

    func elapsed(start: String, end: String) throws(Failure) -> TimeSpan {
        calendar.elapsed(from: try instant(start, "--start"), to: try instant(end, "--end"))
    }

    /// An instant as people and programs write it; without an offset it is meant in the zone, a date is its midnight.
    private func instant(_ text: String, _ name: String) throws(Failure) -> Instant {
        if case .instant(let instant) = InstantText.read(text), instant.isFinite { return instant }
        return try MomentReader(name: name, zone: zone, now: now).read(text, dateMeans: .start)
    }

    /// Seconds without trailing zeros; a minus for a negative length.
    static func seconds(_ span: TimeSpan) -> String { JSONValue.seconds(span).compactText }
}

// MARK: - Batch

extension CalendarQuestion {
    /// Answers each line of standard input with one line, in order; blank lines have no answer.
    ///
    /// Every answer is written at once, so a program may ask one question after the other through a pair of pipes.
    func answerLines(_ session: Session) throws -> ExitStatus {
        let decoder = JSONDecoder()
        var output = try session.openOutput()
        while let line = readLine() {
            if !Word.isBlank(line) { try output.write(answer(line, decoder) + "\n") }
        }
        try output.finish()
        return .done
    }

    /// The answer to one line, as a line: a fault is an answer too.
    func answer(_ line: String, _ decoder: JSONDecoder = JSONDecoder()) -> String {
        guard let question = try? decoder.decode(BatchLine.self, from: Data(line.utf8)) else {
            let id = (try? decoder.decode(BatchID.self, from: Data(line.utf8)))?.id
            return BatchLine.answer(
                id, "error", BatchLine.quoted("write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}")
            )
        }
        do {
            if let target = question.target {
                let due = try due(start: question.start, target: target)
                return BatchLine.answer(question.id, "due", BatchLine.quoted(due.rfc3339))
            }
            let elapsed = try elapsed(start: question.start, end: question.end ?? "")
            return BatchLine.answer(question.id, "elapsed_s", CalendarQuestion.seconds(elapsed))
        } catch {
            let hint = error.hint.map { "; \($0)" } ?? ""
            return BatchLine.answer(question.id, "error", BatchLine.quoted(error.sentence + hint))
        }
    }
}

/// The id of a line of which the rest is wrong.
private struct BatchID: Decodable {
    let id: BatchLine.ID?
}

/// One question of `--batch`.
private struct BatchLine: Decodable {
    /// What the caller calls the question, given back as it is.
    enum ID: Decodable {
        case text(String)
        case number(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int64.self) {
                self = .number(String(number))
            } else if let flag = try? container.decode(Bool.self) {
                self = .number(String(flag))
            } else {
                self = .number(String(try container.decode(Double.self)))
            }
        }

        var json: String {
            switch self {
            case .text(let text): BatchLine.quoted(text)
            case .number(let number): number
            }
        }
    }

    private enum Key: String, CodingKey, CaseIterable {
        case id, start, target = "target_s", end
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let id: ID?
    let start: String
    let target: TimeSpan?
    let end: String?

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: AnyKey.self).allKeys
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decodeIfPresent(ID.self, forKey: .id)
        start = try values.decode(String.self, forKey: .start)
        end = try values.decodeIfPresent(String.self, forKey: .end)
        target = try BatchLine.target(values)
        let known = keys.allSatisfy { Key(stringValue: $0.stringValue) != nil }
        guard known, (end == nil) != (target == nil) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "either target_s or end, and no other keys"))
        }
    }

    private static func target(_ values: KeyedDecodingContainer<Key>) throws -> TimeSpan? {
        guard values.contains(.target), try !values.decodeNil(forKey: .target) else { return nil }
        if let seconds = try? values.decode(Int64.self, forKey: .target), seconds >= 0 { return .seconds(seconds) }
        let microseconds = (try values.decode(Double.self, forKey: .target) * 1_000_000).rounded()
        guard let exact = Int64(exactly: microseconds), exact >= 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .target, in: values, debugDescription: "a target is a number of seconds, not negative")
        }
        return TimeSpan(microseconds: exact)
    }

    static func answer(_ id: ID?, _ key: String, _ value: String) -> String {
        let name = id.map { "\"id\":\($0.json)," } ?? ""
        return "{\(name)\"\(key)\":\(value)}"
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String { JSONValue.string(text).compactText }
}

// MARK: - Month

extension CalendarQuestion {
    /// A month of the calendar, a line for each date: weekday, hours, business time, and what is special about it.
    func month(_ text: String) throws(Failure) -> String {
        guard text.utf8.count == 7, case .date(let first) = InstantText.readDate(Array((text + "-01").utf8).span) else {
            throw Failure.usage("no month: \"\(text)\"; write 2026-11")
        }
        let dates = (0..<first.days(until: first.startOfMonth(adding: 1))).map { first.adding(days: $0) }
        let rows = dates.map(row)
        let width = rows.map(\.hours.count).max() ?? 0
        let zones = Set(dates.compactMap { version(on: $0)?.timeZone.identifier }).sorted()
        let place = zones.isEmpty ? zone.identifier : zones.joined(separator: ", ")
        var lines = ["\(calendar.name), \(text), \(place)", ""]
        for row in rows {
            let hours = row.hours + String(repeating: " ", count: width - row.hours.count)
            let line = "\(row.date.iso)  \(row.weekday)  \(hours)  \(padded(clock(row.worked), to: 6))  \(row.note)"
            lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
        }
        let total = rows.reduce(TimeSpan.zero) { $0 + $1.worked }
        let label = "total" + String(repeating: " ", count: 12 + width)
        lines += ["", "\(label)\(padded(clock(total), to: 6))"]
        return lines.joined(separator: "\n") + "\n"
    }

    private struct MonthRow {
        let date: LocalDate
        let weekday: String
        let hours: String
        let worked: TimeSpan
        let note: String
    }

    private func version(on date: LocalDate) -> CalendarVersion? {
        calendar.versions.first { $0.isInForce(on: date) }
    }

    private func row(_ date: LocalDate) -> MonthRow {
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday.rawValue]
        let version = version(on: date)
        let day = (version?.timeZone ?? zone).day(date)
        let wallClock = calendar.isAlways ? "00:00-24:00" : text(version?.hours(on: date) ?? .none)
        var notes: [String] = []
        if let holiday = version?.holiday(on: date) { notes.append(holiday.name ?? "holiday") }
        if version?.isSpecialDay(date) ?? false { notes.append("special hours") }
        if version?.breaks.contains(where: { $0.date == date }) ?? false { notes.append("break") }
        if day.end - day.start != .hours(24) { notes.append("clocks change") }
        return MonthRow(
            date: date, weekday: weekday, hours: wallClock, worked: calendar.elapsed(from: day.start, to: day.end),
            note: notes.joined(separator: ", "))
    }

    private func text(_ hours: WorkingHours) -> String {
        guard !hours.isEmpty else { return "closed" }
        return hours.ranges.map { range in
            [range.lowerBound, range.upperBound].map { TimeOfDay(seconds: $0)?.text ?? "" }.joined(separator: "-")
        }.joined(separator: ", ")
    }

    /// Hours and minutes, with seconds only where they are not zero.
    private func clock(_ span: TimeSpan) -> String {
        let seconds = span.wholeSeconds
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(seconds / 3600):\(two(seconds / 60 % 60))"
        return seconds % 60 == 0 ? minutes : minutes + ":\(two(seconds % 60))"
    }

    private func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
