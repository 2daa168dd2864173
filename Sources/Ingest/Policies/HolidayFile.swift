public import ServiceDesk

/// Holidays out of an iCalendar file (RFC 5545): events of whole days.
public enum HolidayFile {
    /// What a file holds.
    public struct Reading: Sendable {
        /// The holidays, by date; yearly ones after those on one date.
        public internal(set) var holidays: [Holiday] = []
        /// What was left out, and why.
        public internal(set) var omitted: [Omission] = []
    }

    /// An event that is no holiday of a calendar.
    public struct Omission: Error, Hashable, Sendable {
        /// The line on which it begins, from 1.
        public let line: Int
        /// Why.
        public let sentence: String
    }

    /// A range of more days than this is no holiday.
    private static let longestRange = 366

    /// Reads a file; nil when it is no iCalendar file.
    public static func read(_ bytes: [UInt8]) -> Reading? {
        let lines = unfolded(String(decoding: bytes, as: UTF8.self))
        guard let first = lines.first(where: { !$0.text.isEmpty }),
            first.text.uppercased().hasSuffix("BEGIN:VCALENDAR")
        else { return nil }
        var reading = Reading()
        var event: Event?
        var depth = 0
        for line in lines {
            guard let property = Property(line.text) else { continue }
            switch (property.name, property.value.uppercased()) {
            case ("BEGIN", "VEVENT"): event = Event(line: line.number)
            case ("BEGIN", _) where event != nil: depth += 1
            case ("END", "VEVENT"):
                if let event { add(event, to: &reading) }
                event = nil
                depth = 0
            case ("END", _) where event != nil: depth -= 1
            // What an alarm inside an event says is not about the event.
            default: if depth == 0 { event?.take(property) }
            }
        }
        reading.holidays = ordered(reading.holidays)
        return reading
    }

    /// By date, yearly ones last, each day once.
    private static func ordered(_ holidays: [Holiday]) -> [Holiday] {
        // No date of the calendar is so late that it could come after a yearly day.
        func key(_ holiday: Holiday) -> Int {
            switch holiday.day {
            case .once(let date): Int(date.daysSinceEpoch)
            case .yearly(let month, let day): Int(Int32.max) + month * 100 + day
            }
        }
        var seen: Set<Holiday.Day> = []
        return holidays.enumerated()
            .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
            .map(\.element).filter { seen.insert($0.day).inserted }
    }

    /// The logical lines: one that begins with a blank goes on with the one before.
    private static func unfolded(_ text: String) -> [(text: String, number: Int)] {
        var lines: [(text: String, number: Int)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].text += line.dropFirst()
            } else {
                lines.append((String(line), index + 1))
            }
        }
        return lines
    }

    private static func add(_ event: Event, to reading: inout Reading) {
        guard !event.isCancelled else { return }
        do throws(Omission) {
            reading.holidays += try event.holidays(longestRange: longestRange)
        } catch {
            reading.omitted.append(error)
        }
    }

    // MARK: Events

    private struct Event {
        let line: Int
        private var start: Property?
        private var end: Property?
        private var duration: Property?
        private var rule: Property?
        private var summary: String?
        private(set) var isCancelled = false

        init(line: Int) { self.line = line }

        mutating func take(_ property: Property) {
            switch property.name {
            case "DTSTART": start = property
            case "DTEND": end = property
            case "DURATION": duration = property
            case "RRULE": rule = property
            case "SUMMARY": summary = property.text
            case "STATUS": isCancelled = property.value.uppercased() == "CANCELLED"
            default: break
            }
        }

        private func omission(_ sentence: String) -> Omission { Omission(line: line, sentence: sentence) }

        func holidays(longestRange: Int) throws(Omission) -> [Holiday] {
            guard let start else { throw omission("an event without DTSTART is left out") }
            guard let first = start.date else {
                throw omission("\(title) is left out: it is no event of whole days")
            }
            let days = try days(from: first)
            guard (1...longestRange).contains(days) else {
                throw omission("\(title) is left out: it takes \(days) days")
            }
            let name = summary.flatMap { Word.isBlank($0) ? nil : $0 }
            let dates = (0..<days).map { first.adding(days: $0) }
            switch try repetition(from: first) {
            case .yearly: return dates.map { Holiday(.yearly(month: $0.civil.month, day: $0.civil.day), name: name) }
            case .years(let years):
                return years.flatMap { year in
                    dates.compactMap { date in
                        let civil = date.civil
                        let passed = Int(civil.year) - Int(first.civil.year)
                        return LocalDate(year: year + passed, month: civil.month, day: civil.day)
                    }
                }.map { Holiday(.once($0), name: name) }
            }
        }

        private enum Repetition {
            /// For good.
            case yearly
            /// In each of these years.
            case years(Range<Int>)
        }

        private var title: String { summary.map { "\"\($0)\"" } ?? "an event" }

        /// How many days it takes; the end is the first day after it.
        private func days(from first: LocalDate) throws(Omission) -> Int {
            if let end {
                guard let date = end.date else { throw omission("\(title) is left out: its end is no date") }
                return max(1, first.days(until: date))
            }
            guard let duration else { return 1 }
            guard case .span(let span) = DurationText.read(duration.value), span > .zero else {
                throw omission("\(title) is left out: its duration is no number of days")
            }
            return Int(min((span.wholeSeconds + 86_399) / 86_400, 100_000))
        }

        /// In which years it is on its date. A repetition that is not yearly cannot be said in a policy.
        private func repetition(from first: LocalDate) throws(Omission) -> Repetition {
            let year = Int(first.civil.year)
            guard let rule else { return .years(year..<year + 1) }
            var parts: [String: String] = [:]
            for part in rule.value.split(separator: ";") {
                let halves = part.split(separator: "=", maxSplits: 1)
                if halves.count == 2 { parts[halves[0].uppercased()] = halves[1].uppercased() }
            }
            let known: Set = ["FREQ", "INTERVAL", "WKST", "BYMONTH", "BYMONTHDAY", "COUNT", "UNTIL"]
            guard parts["FREQ"] == "YEARLY", (parts["INTERVAL"] ?? "1") == "1", Set(parts.keys).isSubset(of: known),
                matchesStart(parts)
            else { throw omission("\(title) is left out: its rule \(rule.value) is not simply yearly") }
            if let count = parts["COUNT"].flatMap(Int.init) { return .years(year..<year + max(1, min(count, 400))) }
            guard let until = parts["UNTIL"] else { return .yearly }
            guard let last = Property("UNTIL:\(until.prefix(8))")?.date else {
                throw omission("\(title) is left out: its rule ends on no date")
            }
            let years = Int(last.civil.year) - year
            let isReached = (last.civil.month, last.civil.day) >= (first.civil.month, first.civil.day)
            return .years(year..<year + max(1, min(years + (isReached ? 1 : 0), 400)))
        }

        /// Whether month and day of the rule, where it names them, are those of the start.
        private func matchesStart(_ parts: [String: String]) -> Bool {
            guard let civil = start?.date?.civil else { return false }
            return (parts["BYMONTH"].map { Int($0) == civil.month } ?? true)
                && (parts["BYMONTHDAY"].map { Int($0) == civil.day } ?? true)
        }
    }

    /// `NAME;PARAMETER=…:value`.
    private struct Property {
        let name: String
        let value: String

        init?(_ line: String) {
            var isQuoted = false
            guard
                let colon = line.firstIndex(where: { character in
                    if character == "\"" { isQuoted.toggle() }
                    return character == ":" && !isQuoted
                })
            else { return nil }
            name = line[..<colon].prefix { $0 != ";" }.uppercased()
            value = String(line[line.index(after: colon)...])
        }

        /// `YYYYMMDD`, with or without dashes; a time of midnight is a whole day as well.
        var date: LocalDate? {
            var digits = Substring(value.filter { $0 != "-" })
            for midnight in ["T000000Z", "T000000"] where digits.hasSuffix(midnight) {
                digits = digits.dropLast(midnight.count)
            }
            guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
                let day = Int(digits.suffix(2))
            else { return nil }
            return LocalDate(year: year, month: month, day: day)
        }

        /// The value without the backslashes of RFC 5545; line ends become blanks.
        var text: String {
            var text = ""
            var isEscaped = false
            for character in value {
                if isEscaped {
                    text.append(character == "n" || character == "N" ? " " : character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else {
                    text.append(character)
                }
            }
            return text
        }
    }
}
