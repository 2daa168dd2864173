/// What a text says about a length of time.
public enum DurationReading: Hashable, Sendable {
    /// A length, which may be negative.
    case span(TimeSpan)
    /// A correct text whose length does not fit.
    case tooLong
    /// No length at all.
    case unreadable
}

/// Reads lengths of time as people write them in policies and flags: `90m`, `4h`, `1d12h`, ISO 8601 `PT4H` and
/// `P1DT12H`, or a bare integer of seconds. A day is 24 hours, also in business time. A minus in front makes it negative.
public enum DurationText {
    /// Reads a length of time.
    public static func read(_ text: String) -> DurationReading {
        let negative = text.hasPrefix("-")
        let magnitude = Array((negative ? text.dropFirst() : text[...]).utf8)
        let parts = magnitude.first == UInt8(ascii: "P") ? iso(magnitude.dropFirst()) : short(magnitude[...])
        guard let parts else { return .unreadable }
        var seconds: Int64 = 0
        for part in parts {
            guard let count = part.count else { return .tooLong }
            let (product, overflow) = count.multipliedReportingOverflow(by: part.unit)
            let (sum, overflow2) = seconds.addingReportingOverflow(product)
            guard !overflow, !overflow2 else { return .tooLong }
            seconds = sum
        }
        guard seconds <= Int64.max / 1_000_000 else { return .tooLong }
        return .span(.seconds(negative ? -seconds : seconds))
    }

    /// A length as policies write it, in hours, minutes and seconds: `4h`, `1h30m`, `0m`; fractions are dropped.
    public static func text(of span: TimeSpan) -> String {
        let total = span.wholeSeconds.magnitude
        let parts = [(total / 3600, "h"), (total / 60 % 60, "m"), (total % 60, "s")].filter { $0.0 > 0 }
        let text = parts.isEmpty ? "0m" : parts.map { "\($0.0)\($0.1)" }.joined()
        return span < .zero && !parts.isEmpty ? "-\(text)" : text
    }

    /// A number with its unit in seconds; nil for a number beyond the range.
    private struct Part {
        let count: Int64?
        let unit: Int64
    }

    /// `1d12h` or a bare number of seconds.
    private static func short(_ text: ArraySlice<UInt8>) -> [Part]? {
        guard let last = text.last else { return nil }
        guard isDigit(last) else { return parts(text, units: [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]) }
        return text.allSatisfy(isDigit) ? [Part(count: number(text), unit: 1)] : nil
    }

    /// What follows the `P` of `P1DT12H`.
    private static func iso(_ text: ArraySlice<UInt8>) -> [Part]? {
        let halves = text.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let days = parts(halves[0], units: [("W", 604_800), ("D", 86_400)]) else { return nil }
        guard halves.count == 2 else { return days.isEmpty ? nil : days }
        guard let times = parts(halves[1], units: [("H", 3600), ("M", 60), ("S", 1)]) else { return nil }
        return times.isEmpty ? nil : days + times
    }

    /// Numbers with units, each unit at most once and in the given order.
    private static func parts(_ text: ArraySlice<UInt8>, units: [(letter: Unicode.Scalar, seconds: Int64)]) -> [Part]? {
        var rest = text
        var units = units[...]
        var parts: [Part] = []
        while !rest.isEmpty {
            let digits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty, let letter = rest.popFirst() else { return nil }
            guard let index = units.firstIndex(where: { $0.letter.value == UInt32(letter) }) else { return nil }
            parts.append(Part(count: number(digits), unit: units[index].seconds))
            units = units[(index + 1)...]
        }
        return parts
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? { Int64(String(decoding: digits, as: UTF8.self)) }
}
