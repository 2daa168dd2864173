import ArgumentParser
import Foundation
import Ingest
import ServiceDesk

/// `calendar due|elapsed|show`: what a service calendar says about single instants and months.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Ask a service calendar: when is something due, how much business time has passed, what is a month.",
        discussion: """
            EXAMPLES
              aroundtally calendar due --policy desk.yaml --start 2026-11-06T18:00 --target 4h
              aroundtally calendar elapsed --policy desk.yaml --start 2026-11-06 --end 2026-11-09T12:00:00Z
              aroundtally calendar show --policy desk.yaml --month 2026-11
              aroundtally calendar due --policy desk.yaml --batch < questions.jsonl
            """,
        subcommands: [CalendarDueCommand.self, CalendarElapsedCommand.self, CalendarShowCommand.self])
}

/// The calendar to ask.
struct CalendarOptions: ParsableArguments {
    @Option(help: "The policy file with the calendars.") var policy: String?
    @Option(help: "The calendar's name; 24x7 always exists.") var calendar: String?
    @Option(help: "The zone of times without an offset (default: the policy's, else Asia/Kolkata).")
    var timezone: String?

    /// What the options say.
    func question() throws -> CalendarQuestion {
        try CalendarQuestion(policyFile: policy, calendarName: calendar, zoneName: timezone)
    }
}

struct CalendarDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "The instant at which a target is reached.")

    @OptionGroup var options: CalendarOptions
    @Option(help: "The instant to start from.") var start: String?
    @Option(help: "The business time to reach: 90m, 4h, 1d12h, PT4H or seconds.") var target: String?
    @Flag(help: "Answer JSON lines from standard input: {\"id\",\"start\",\"target_s\"}.") var batch = false

    func run() throws {
        try CalendarFault.exiting {
            let question = try options.question()
            if batch { return question.answerLines() }
            guard let start, let target else { throw CalendarFault.usage("due needs --start and --target, or --batch") }
            print(try question.due(start: start, target: target).rfc3339)
        }
    }
}

struct CalendarElapsedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "elapsed", abstract: "The business time between two instants, in seconds.")

    @OptionGroup var options: CalendarOptions
    @Option(help: "The first instant.") var start: String?
    @Option(help: "The last instant; before the first the answer is negative.") var end: String?
    @Flag(help: "Answer JSON lines from standard input: {\"id\",\"start\",\"end\"}.") var batch = false

    func run() throws {
        try CalendarFault.exiting {
            let question = try options.question()
            if batch { return question.answerLines() }
            guard let start, let end else { throw CalendarFault.usage("elapsed needs --start and --end, or --batch") }
            print(CalendarQuestion.seconds(try question.elapsed(start: start, end: end)))
        }
    }
}

struct CalendarShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "A month, date by date.")

    @OptionGroup var options: CalendarOptions
    @Option(help: "The month, such as 2026-11.") var month: String

    func run() throws {
        try CalendarFault.exiting { print(try options.question().month(month), terminator: "") }
    }
}

/// Why a question has no answer, with the exit code that says so.
struct CalendarFault: Error {
    let exitCode: Int32
    let message: String

    static func usage(_ message: String) -> CalendarFault { CalendarFault(exitCode: 64, message: message) }

    /// Runs a command; a fault is printed and becomes the exit code.
    static func exiting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let fault as CalendarFault {
            FileHandle.standardError.write(Data((fault.message + "\n").utf8))
            throw ExitCode(fault.exitCode)
        }
    }
}

/// A calendar, and the zone in which times without an offset are meant.
struct CalendarQuestion {
    let calendar: ServiceCalendar
    let zone: TimeZoneRules

    /// The calendar of a policy file by name: the only one when there is one, and `24x7` without a file.
    init(policyFile: String?, calendarName: String?, zoneName: String?) throws {
        let policies = try policyFile.map(PolicyFileCommand.usablePolicies)
        calendar = try CalendarQuestion.calendar(named: calendarName, in: policies)
        let name = zoneName ?? policies?.timeZone?.identifier ?? "Asia/Kolkata"
        guard let zone = TimeZoneCatalogue.rules(named: name) else {
            let hint = TimeZoneCatalogue.suggestion(for: name).map { "; did you mean \"\($0)\"?" } ?? ""
            throw CalendarFault.usage("error: unknown time zone \"\(name)\"\(hint)")
        }
        self.zone = zone
    }

    private static func calendar(named name: String?, in policies: SLAPolicies?) throws -> ServiceCalendar {
        let known = policies?.calendars ?? [ServiceCalendar.always.name: .always]
        if let name {
            if let calendar = known[name] { return calendar }
            let hint = Word.nearest(to: name, in: known.keys.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
            throw CalendarFault(exitCode: 78, message: "error: there is no calendar \"\(name)\"\(hint)")
        }
        let own = known.values.filter { !$0.isAlways }
        guard own.count > 1 else { return own.first ?? .always }
        let names = own.map(\.name).sorted().joined(separator: ", ")
        throw CalendarFault.usage("error: name one of the calendars with --calendar: \(names)")
    }

    func due(start: String, target: String) throws -> Instant {
        switch DurationText.read(target) {
        case .span(let span) where span >= .zero: return try due(start: start, target: span)
        case .span: throw CalendarFault.usage("error: a target cannot be negative: \"\(target)\"")
        case .tooLong: throw CalendarFault.usage("error: the target is too long: \"\(target)\"")
        case .unreadable:
            throw CalendarFault.usage("error: no duration: \"\(target)\"; write 90m, 4h, 1d12h, PT4H or seconds")
        }
    }

    private func due(start: String, target: TimeSpan) throws -> Instant {
        if let due = calendar.due(from: try instant(start), target: target) { return due }
        throw CalendarFault(
            exitCode: 65, message: "error: the working time of \"\(calendar.name)\" ends before the target is reached")
    }

    func elapsed(start: String, end: String) throws -> TimeSpan {
        calendar.elapsed(from: try instant(start), to: try instant(end))
    }

    /// An instant as people write it; without an offset it is meant in the zone, and a date is its midnight.
    private func instant(_ text: String) throws -> Instant {
        switch InstantText.read(text) {
        case .instant(let instant) where instant.isFinite: return instant
        case .instant: throw CalendarFault.usage("error: \"\(text)\" is no point in time")
        case .local(let local):
            switch zone.reading(localMicroseconds: local) {
            case .once(let instant) where instant.isFinite: return instant
            case .once: throw CalendarFault.usage("error: \"\(text)\" is out of range")
            case .twice(let first, let last):
                throw CalendarFault.usage(
                    "error: \"\(text)\" is twice in \(zone.identifier), at \(first.rfc3339) and at \(last.rfc3339); "
                        + "write an offset")
            case .never(let after):
                throw CalendarFault.usage(
                    "error: \"\(text)\" does not exist in \(zone.identifier): the clock is put forward at "
                        + after.rfc3339)
            }
        case .outOfRange: throw CalendarFault.usage("error: \"\(text)\" is out of range")
        case .unreadable:
            throw CalendarFault.usage("error: no instant: \"\(text)\"; write 2026-11-23T18:00 or 2026-11-23T12:30:00Z")
        }
    }

    /// Seconds without trailing zeros; a minus for a negative length.
    static func seconds(_ span: TimeSpan) -> String {
        let (whole, fraction) = span.microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let sign = span < .zero ? "-" : ""
        guard fraction != 0 else { return "\(sign)\(whole)" }
        var digits = String(String(1_000_000 + fraction).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}

// MARK: - Batch

extension CalendarQuestion {
    /// Answers each line of standard input with one line, in order; blank lines have no answer.
    func answerLines() {
        let decoder = JSONDecoder()
        while let line = readLine() {
            if !Word.isBlank(line) { print(answer(line, decoder)) }
        }
    }

    /// The answer to one line, as a line: a fault is an answer too.
    func answer(_ line: String, _ decoder: JSONDecoder = JSONDecoder()) -> String {
        guard let question = try? decoder.decode(BatchLine.self, from: Data(line.utf8)) else {
            let id = (try? decoder.decode(BatchID.self, from: Data(line.utf8)))?.id
            return BatchLine.answer(
                id, "error", BatchLine.quoted("write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}"))
        }
        do {
            if let target = question.target {
                let due = try due(start: question.start, target: target)
                return BatchLine.answer(question.id, "due", BatchLine.quoted(due.rfc3339))
            }
            let elapsed = try elapsed(start: question.start, end: question.end ?? "")
            return BatchLine.answer(question.id, "elapsed_s", CalendarQuestion.seconds(elapsed))
        } catch let fault as CalendarFault {
            let message = fault.message.hasPrefix("error: ") ? String(fault.message.dropFirst(7)) : fault.message
            return BatchLine.answer(question.id, "error", BatchLine.quoted(message))
        } catch {
            return BatchLine.answer(question.id, "error", BatchLine.quoted("\(error)"))
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
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

// MARK: - Month

extension CalendarQuestion {
    /// A month of the calendar, a line for each date: weekday, hours, business time, and what is special about it.
    func month(_ text: String) throws -> String {
        guard text.utf8.count == 7, case .date(let first) = InstantText.readDate(Array((text + "-01").utf8).span) else {
            throw CalendarFault.usage("error: no month: \"\(text)\"; write 2026-11")
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
