import ServiceDesk

/// Reads the moments that people type: for `--as-of`, `--from`, `--to`, `--since`, `--start`, `--end`.
///
/// `2026-11-23`, `2026-11-23T18:00` in the report's zone, RFC 3339 with its offset, `yesterday`, `now`. What could mean
/// two things is refused, and so is a local time that the clocks skip or show twice.
struct MomentReader {
    /// The flag or argument, for the message.
    let name: String
    /// The zone of dates and of times without an offset.
    let zone: TimeZoneRules
    /// The moment that `now` means.
    let now: Instant

    /// What a date without a time stands for.
    enum DateMeaning {
        /// Its first instant: `--from`, `--to`.
        case start
        /// The first instant after it: `--as-of`.
        case end
    }

    /// The moment a text stands for.
    func read(_ text: String, dateMeans meaning: DateMeaning) throws(Failure) -> Instant {
        let today = zone.localDate(of: now)
        switch text {
        case "now": return now
        case "yesterday": return edge(of: today.adding(days: -1), meaning)
        default: break
        }
        guard let form = MomentForm(text) else { throw unreadable(text) }
        switch (form, InstantText.read(text)) {
        case (.date, .local(let microseconds)):
            let days = microseconds / 86_400_000_000 - (microseconds % 86_400_000_000 < 0 ? 1 : 0)
            return edge(of: LocalDate(daysSinceEpoch: Int32(clamping: days)), meaning)
        case (.localTime, .local(let microseconds)): return try resolve(microseconds, text)
        case (.instant, .instant(let instant)): return instant
        default: throw unreadable(text)
        }
    }

    private func edge(of date: LocalDate, _ meaning: DateMeaning) -> Instant {
        let day = zone.day(date)
        return meaning == .start ? day.start : day.end
    }

    private func resolve(_ local: Int64, _ text: String) throws(Failure) -> Instant {
        do { return try zone.instant(ofLocal: local, typed: text) } catch {
            var failure = error
            failure.sentence = "\(name): \(failure.sentence)"
            throw failure
        }
    }

    private func unreadable(_ text: String) -> Failure {
        Failure.usage(
            "\(name): cannot tell which moment \"\(text)\" is",
            hint: "write 2026-11-23, 2026-11-23T18:00, 2026-11-23T18:00:00+05:30, yesterday or now")
    }
}

extension TimeZoneRules {
    /// The instant of a local time that somebody typed. One that the clocks skip or show twice is refused, with the
    /// instants that may be meant.
    func instant(ofLocal microseconds: Int64, typed text: String) throws(Failure) -> Instant {
        switch reading(localMicroseconds: microseconds) {
        case .once(let instant) where instant.isFinite: return instant
        case .once: throw Failure.usage("\(text) is out of range")
        case .twice(let first, let last):
            throw Failure.usage(
                "\(text) happens twice in \(identifier), because the clocks are put back",
                hint: "write \(first.rfc3339) or \(last.rfc3339)")
        case .never(let after):
            throw Failure.usage(
                "\(text) does not exist in \(identifier), because the clocks are put forward",
                hint: "the first instant after the gap is \(after.rfc3339)")
        }
    }
}

/// The shape of a typed moment. Stricter than what the data may hold: two digits everywhere, no abbreviations.
private enum MomentForm {
    case date, localTime, instant

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let shape = bytes.map { (0x30...0x39).contains($0) ? UInt8(ascii: "9") : $0 }
        let word = String(decoding: shape, as: UTF8.self)
        if word == "9999-99-99" {
            self = .date
            return
        }
        guard word.hasPrefix("9999-99-99"), let separator = word.dropFirst(10).first, "Tt ".contains(separator),
            word.dropFirst(11).hasPrefix("99:99")
        else { return nil }
        var rest = word.dropFirst(16)
        if rest.hasPrefix(":99") {
            rest = rest.dropFirst(3)
            if rest.hasPrefix(".9") { rest = rest.dropFirst().drop { $0 == "9" } }
        }
        switch rest {
        case "": self = .localTime
        case "Z", "z", "+99:99", "-99:99": self = .instant
        default: return nil
        }
    }
}
