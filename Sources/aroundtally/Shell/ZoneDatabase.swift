import Foundation
import ServiceDesk

/// The time zones that Foundation carries, as values for the core.
enum ZoneDatabase {
    /// The release of the data, such as `2025b`. Naming it anywhere is also what links the data into a static binary.
    static var version: String { TimeZone.timeZoneDataVersion }

    /// Whether named zones exist at all: a static binary without the data has only GMT, and would say nothing.
    static var isLinked: Bool { !version.isEmpty && TimeZone(identifier: "Europe/London") != nil }

    /// The zone of an IANA name. Abbreviations are no zones: `IST` is India to one program and Israel to the next.
    static func rules(named name: String) -> TimeZoneRules? {
        if ["UTC", "Etc/UTC", "GMT", "Etc/GMT"].contains(name) {
            return TimeZoneRules(identifier: name, fixedOffsetSeconds: 0)
        }
        guard name.contains("/"), let zone = TimeZone(identifier: name), zone.identifier == name else { return nil }
        return rules(of: zone)
    }

    /// The known name that is nearest to a mistyped one.
    static func suggestion(for name: String) -> String? {
        Suggestion.nearest(to: name, in: ["Asia/Kolkata", "UTC"] + TimeZone.knownTimeZoneIdentifiers)
    }

    /// Offsets are sampled every week and the changes between two samples narrowed down to the second: no zone changes
    /// its offset and back within a week, and Foundation's own list of changes leaves out those that are not summer
    /// time (Samoa's missing day, Russia in 2014).
    private static func rules(of zone: TimeZone) -> TimeZoneRules? {
        let start: Int64 = -4_102_444_800  // 1840
        let end: Int64 = 7_258_118_400  // 2200
        var transitions: [Int64] = []
        var offsets = [offset(of: zone, at: start)]
        var second = start
        while second < end {
            let next = second + 7 * 86_400
            let offset = offset(of: zone, at: next)
            if offset != offsets[offsets.count - 1] {
                transitions.append(change(in: zone, after: second, upTo: next))
                offsets.append(offset)
            }
            second = next
        }
        return TimeZoneRules(identifier: zone.identifier, transitions: transitions, offsets: offsets)
    }

    private static func offset(of zone: TimeZone, at second: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }

    /// The first second with the new offset.
    private static func change(in zone: TimeZone, after low: Int64, upTo high: Int64) -> Int64 {
        let old = offset(of: zone, at: low)
        var low = low
        var high = high
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(of: zone, at: middle) == old { low = middle } else { high = middle }
        }
        return high
    }
}
