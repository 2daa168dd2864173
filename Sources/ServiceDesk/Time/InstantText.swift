/// What a text says about a point in time, before a zone is known.
public enum InstantReading: Hashable, Sendable {
    /// A point in time or an infinity.
    case instant(Instant)
    /// A wall clock reading without an offset: microseconds since 1970-01-01T00:00 of that clock.
    case local(microseconds: Int64)
    /// A correct text whose point in time does not fit; true when it lies before the range.
    case outOfRange(before: Bool)
    /// No instant at all.
    case unreadable
}

/// What a text says about a date.
public enum DateReading: Hashable, Sendable {
    /// A date or an infinity.
    case date(LocalDate)
    /// No date at all.
    case unreadable
}

/// Reads the forms in which Postgres, JSON and people write instants and dates.
///
/// `2026-03-01 10:22:33.123456+00`, `2026-03-01T10:22:33Z`, `+05:30`, `+0530`, `+05:53:28`, seconds or their fraction
/// left out, a year of any length, a trailing ` BC`, `infinity` and `-infinity`. Zone abbreviations are refused:
/// Postgres itself reads `IST` as Israel (`RELIABILITY` 1.8).
public enum InstantText {
    /// Reads an instant.
    public static func read(_ text: Span<UInt8>) -> InstantReading {
        var scanner = TextScanner(text)
        if let infinite = scanner.infinity() { return .instant(infinite ? .infinity : .negativeInfinity) }
        guard let civil = scanner.civilDate() else { return .unreadable }
        var microseconds: Int64 = 0
        if scanner.separator() {
            guard let time = scanner.timeOfDay() else { return .unreadable }
            microseconds = time
        } else if !scanner.atEnd && !scanner.startsEra {
            return .unreadable
        }
        let offset = scanner.offset()
        guard case .some(let zone) = offset else { return .unreadable }
        let beforeChrist = scanner.era()
        guard scanner.atEnd else { return .unreadable }
        guard let date = civil.date(beforeChrist: beforeChrist) else { return civil.beyond(beforeChrist) }
        let (days, overflow) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: 86_400_000_000)
        let (local, overflow2) = days.addingReportingOverflow(microseconds)
        guard !overflow, !overflow2 else { return .outOfRange(before: date.daysSinceEpoch < 0) }
        guard case .seconds(let east) = zone else { return .local(microseconds: local) }
        let (instant, overflow3) = local.subtractingReportingOverflow(Int64(east) * 1_000_000)
        guard !overflow3, instant != Int64.max, instant != Int64.min else { return .outOfRange(before: local < 0) }
        return .instant(Instant(microseconds: instant))
    }

    /// Reads an instant of a `String`.
    public static func read(_ text: String) -> InstantReading {
        let bytes = Array(text.utf8)
        return read(bytes.span)
    }

    /// Reads a date; the time of a timestamp at midnight is no date.
    public static func readDate(_ text: Span<UInt8>) -> DateReading {
        var scanner = TextScanner(text)
        if let infinite = scanner.infinity() { return .date(infinite ? .infinity : .negativeInfinity) }
        guard let civil = scanner.civilDate() else { return .unreadable }
        let beforeChrist = scanner.era()
        guard scanner.atEnd, let date = civil.date(beforeChrist: beforeChrist) else { return .unreadable }
        return .date(date)
    }

    /// Reads a date of a `String`.
    public static func readDate(_ text: String) -> DateReading {
        let bytes = Array(text.utf8)
        return readDate(bytes.span)
    }
}

extension Instant {
    /// Appends the instant as RFC 3339 in UTC, with six digits of fraction only where they are not zero.
    public func appendRFC3339(to output: inout [UInt8]) {
        guard isFinite else {
            output.append(contentsOf: (self == .infinity ? "infinity" : "-infinity").utf8)
            return
        }
        let (days, rest) = microseconds.flooredDivision(by: 86_400_000_000)
        LocalDate(daysSinceEpoch: Int32(clamping: days)).appendISO(to: &output)
        let (seconds, fraction) = rest.flooredDivision(by: 1_000_000)
        output.append(UInt8(ascii: "T"))
        output.appendDigits(seconds / 3600, width: 2)
        output.append(UInt8(ascii: ":"))
        output.appendDigits(seconds / 60 % 60, width: 2)
        output.append(UInt8(ascii: ":"))
        output.appendDigits(seconds % 60, width: 2)
        if fraction != 0 {
            output.append(UInt8(ascii: "."))
            output.appendDigits(fraction, width: 6)
        }
        output.append(UInt8(ascii: "Z"))
    }

    /// The instant as RFC 3339 in UTC: `2026-03-01T04:52:33.123456Z`.
    public var rfc3339: String {
        var bytes: [UInt8] = []
        appendRFC3339(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Instant {
    /// The instant as Postgres prints it in UTC: `2026-03-01 10:22:33.123456+00`, without trailing zeros. Texts of years
    /// from 0 to 9999 sort as the instants do.
    public var postgres: String {
        guard isFinite else { return self == .infinity ? "infinity" : "-infinity" }
        var text = rfc3339
        text.removeLast()
        if let separator = text.firstIndex(of: "T") { text.replaceSubrange(separator...separator, with: " ") }
        if text.contains(".") { while text.last == "0" { text.removeLast() } }
        return text + "+00"
    }
}

extension LocalDate {
    /// Appends the date as `YYYY-MM-DD`; years beyond four digits are written in full.
    public func appendISO(to output: inout [UInt8]) {
        guard isFinite else {
            output.append(contentsOf: (self == .infinity ? "infinity" : "-infinity").utf8)
            return
        }
        let (year, month, day) = civil
        if year < 0 { output.append(UInt8(ascii: "-")) }
        output.appendDigits(Int64(abs(year)), width: 4)
        output.append(UInt8(ascii: "-"))
        output.appendDigits(Int64(month), width: 2)
        output.append(UInt8(ascii: "-"))
        output.appendDigits(Int64(day), width: 2)
    }

    /// The date as `YYYY-MM-DD`.
    public var iso: String {
        var bytes: [UInt8] = []
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends a number that is not negative, with zeros in front up to `width` digits.
    mutating func appendDigits(_ number: Int64, width: Int) {
        var divisor: Int64 = 1
        var digits = 1
        while digits < width || (digits < 19 && number / divisor >= 10) {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}

/// An offset as written.
private enum WrittenOffset {
    /// The text has none.
    case none
    /// Seconds east of UTC.
    case seconds(Int)
}

/// Year, month and day as written, not yet known to be a date.
private struct CivilDate {
    let year: Int
    let month: Int
    let day: Int

    func date(beforeChrist: Bool) -> LocalDate? {
        guard year > 0 else { return nil }
        return LocalDate(year: beforeChrist ? 1 - year : year, month: month, day: day)
    }

    /// Postgres' years reach further than ours; a date of such a year is out of range, any other is no date.
    func beyond(_ beforeChrist: Bool) -> InstantReading {
        guard year > 5_874_897, (1...12).contains(month) else { return .unreadable }
        guard day >= 1, day <= LocalDate.daysInMonth(month, of: 2000) else { return .unreadable }
        return .outOfRange(before: beforeChrist)
    }
}

/// Walks over a text from left to right. It keeps a copy: readers have a fast path of their own for the usual form.
private struct TextScanner {
    private let text: [UInt8]
    private var position: Int
    private var end: Int

    /// Blanks around the text do not count.
    init(_ span: Span<UInt8>) {
        var copy: [UInt8] = []
        copy.reserveCapacity(span.count)
        for index in span.indices { copy.append(span[index]) }
        text = copy
        position = 0
        end = text.count
        while position < end, TextScanner.isBlank(text[position]) { position += 1 }
        while end > position, TextScanner.isBlank(text[end - 1]) { end -= 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    var atEnd: Bool { position == end }

    var startsEra: Bool { position + 1 < end && text[position] == 0x20 && (text[position + 1] | 0x20) == 0x62 }

    private func matches(_ word: StaticString, at start: Int) -> Bool {
        guard end - start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { buffer in
            for index in 0..<buffer.count where (text[start + index] | 0x20) != buffer[index] { return false }
            return true
        }
    }

    mutating func infinity() -> Bool? {
        if matches("infinity", at: position) { return true }
        if position < end, text[position] == UInt8(ascii: "+"), matches("infinity", at: position + 1) { return true }
        if position < end, text[position] == UInt8(ascii: "-"), matches("infinity", at: position + 1) { return false }
        return nil
    }

    /// Reads between `least` and `most` digits.
    private mutating func number(_ least: Int, _ most: Int) -> Int? {
        let start = position
        var value = 0
        while position < end, position - start < most {
            let digit = text[position] &- 0x30
            guard digit < 10 else { break }
            value = value * 10 + Int(digit)
            position += 1
        }
        return position - start >= least ? value : nil
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        guard position < end, text[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func civilDate() -> CivilDate? {
        guard let year = number(4, 9), accept(0x2d), let month = number(1, 2), accept(0x2d), let day = number(1, 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// The blank or `T` between date and time.
    mutating func separator() -> Bool {
        guard position < end, !startsEra else { return false }
        let byte = text[position]
        guard byte == 0x20 || byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") else { return false }
        position += 1
        while position < end, text[position] == 0x20 { position += 1 }
        return true
    }

    /// Microseconds since midnight; `24:00:00` and a leap second's `:60` are the next minute, as in Postgres.
    mutating func timeOfDay() -> Int64? {
        guard let hour = number(1, 2), accept(0x3a), let minute = number(2, 2), hour <= 24, minute <= 59 else {
            return nil
        }
        var second = 0
        var fraction: Int64 = 0
        if accept(0x3a) {
            guard let written = number(2, 2), written <= 60 else { return nil }
            second = written
            if accept(0x2e) || accept(0x2c) {
                guard let read = fractionMicroseconds() else { return nil }
                fraction = read
            }
        }
        let total = Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
        return hour == 24 && total != 86_400_000_000 ? nil : total
    }

    /// One or more digits after the point, rounded half to even at the sixth, as Postgres rounds.
    private mutating func fractionMicroseconds() -> Int64? {
        let start = position
        var value: Int64 = 0
        var beyond = 0  // 0 exactly nothing, 1 below a half, 2 a half, 3 above
        while position < end {
            let digit = text[position] &- 0x30
            guard digit < 10 else { break }
            let place = position - start
            if place < 6 {
                value = value * 10 + Int64(digit)
            } else if place == 6 {
                beyond = digit == 0 ? 0 : digit < 5 ? 1 : digit == 5 ? 2 : 3
            } else if digit != 0 {
                beyond = beyond == 0 ? 1 : beyond == 2 ? 3 : beyond
            }
            position += 1
        }
        let places = position - start
        guard places > 0 else { return nil }
        for _ in min(places, 6)..<6 { value *= 10 }
        if beyond == 3 || (beyond == 2 && value % 2 == 1) { value += 1 }
        return value
    }

    /// `Z`, `+05`, `+0530`, `+05:30`, `+05:53:28` or nothing; nil when what stands there is no offset.
    mutating func offset() -> WrittenOffset? {
        let start = position
        while position < end, text[position] == 0x20 { position += 1 }
        guard position < end else { return WrittenOffset.none }
        if accept(UInt8(ascii: "Z")) || accept(UInt8(ascii: "z")) { return .seconds(0) }
        let negative: Bool
        if accept(UInt8(ascii: "+")) {
            negative = false
        } else if accept(UInt8(ascii: "-")) {
            negative = true
        } else {
            position = start
            return WrittenOffset.none
        }
        guard let hours = number(2, 2) else { return nil }
        let colon = accept(0x3a)
        let minutes = number(2, 2)
        if colon && minutes == nil { return nil }
        var seconds = 0
        if minutes != nil, colon, accept(0x3a) {
            guard let written = number(2, 2) else { return nil }
            seconds = written
        }
        // Postgres reads offsets up to fifteen hours, fifty-nine minutes and fifty-nine seconds.
        guard hours <= 15, (minutes ?? 0) <= 59, seconds <= 59 else { return nil }
        let total = hours * 3600 + (minutes ?? 0) * 60 + seconds
        return .seconds(negative ? -total : total)
    }

    mutating func era() -> Bool {
        let start = position
        while position < end, text[position] == 0x20 { position += 1 }
        if matches("bc", at: position) {
            position = end
            return true
        }
        position = start
        return false
    }
}
