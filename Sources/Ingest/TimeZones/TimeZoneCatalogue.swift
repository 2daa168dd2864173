import Foundation
public import ServiceDesk
import Synchronization

/// The world's time zones by IANA name, from Foundation's own data.
///
/// The data comes with the Swift toolchain and not from the machine, so the same program gives the same figures
/// everywhere; `dataVersion` says which edition it is.
public enum TimeZoneCatalogue {
    /// The edition of the time zone data, such as `2025b`.
    ///
    /// A statically linked program has no zones but GMT unless it refers to this property somewhere: it is what makes
    /// the linker take the data along.
    public static var dataVersion: String { TimeZone.timeZoneDataVersion }

    /// Whether named zones exist at all: a static binary without the data has only GMT, and would say nothing.
    public static var isLinked: Bool { !dataVersion.isEmpty && TimeZone(identifier: "Europe/London") != nil }

    /// The rules of a zone, or nil when there is no zone of that name.
    ///
    /// Only IANA names of the form `Area/Place`, `UTC` and `GMT` are zones. Abbreviations are refused: `IST` is India,
    /// Ireland or Israel.
    public static func rules(named name: String) -> TimeZoneRules? {
        guard isZoneName(name) else { return nil }
        return cache.withLock { cache in
            if let known = cache[name] { return known }
            guard !dataVersion.isEmpty, let zone = TimeZone(identifier: name) else { return nil }
            let rules = ZoneScan(zone).rules(named: name)
            cache[name] = rules
            return rules
        }
    }

    /// The name of a zone that was probably meant, when there is one.
    public static func suggestion(for name: String) -> String? {
        let places = TimeZone.knownTimeZoneIdentifiers + ["Asia/Kolkata", "UTC"]
        if let exact = places.first(where: { $0.lowercased() == name.lowercased() }) { return exact }
        let sameCity = places.filter { Word.key(String($0.split(separator: "/").last ?? "")) == Word.key(name) }
        if let only = sameCity.first, sameCity.count == 1 { return only }
        return ["ist": "Asia/Kolkata"][Word.key(name)] ?? Word.nearest(to: name, in: places)
    }

    private static let cache = Mutex<[String: TimeZoneRules?]>([:])

    private static func isZoneName(_ name: String) -> Bool {
        if name == "UTC" || name == "GMT" { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] != "SystemV" else { return false }
        return parts.allSatisfy { part in
            guard let first = part.unicodeScalars.first, "A"..."Z" ~= first else { return false }
            return part.unicodeScalars.allSatisfy { isZoneCharacter($0) }
        }
    }

    private static func isZoneCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_", "-", "+": true
        default: false
        }
    }
}

/// Finds the instants at which a zone changes its offset: looks at it in steps that no change and its reversal fit
/// between, and halves the steps that differ.
private struct ZoneScan {
    private let zone: TimeZone

    /// The years that stand for all later ones (`TimeZoneRules`): rules that are announced today have settled long
    /// before them.
    private static let repeatingYear = 2101

    /// From when to when to look, and in which steps of days. Before 1830 every place had its own time.
    private static let stretches: [(from: Int, step: Int64)] = [(1830, 30), (1880, 7), (2040, 14)]

    init(_ zone: TimeZone) { self.zone = zone }

    func rules(named name: String) -> TimeZoneRules? {
        var transitions: [Int64] = []
        var second = start(of: ZoneScan.stretches[0].from)
        var offsets = [offset(second)]
        for (number, stretch) in ZoneScan.stretches.enumerated() {
            let next = number + 1 < ZoneScan.stretches.count ? ZoneScan.stretches[number + 1].from : nil
            let end = start(of: next ?? ZoneScan.repeatingYear + 28)
            while second < end {
                let later = min(second + stretch.step * 86_400, end)
                let changed = offset(later)
                if changed != offsets[offsets.count - 1] {
                    transitions.append(change(after: second, upTo: later))
                    offsets.append(changed)
                }
                second = later
            }
        }
        let repeats = transitions.last.map { $0 > start(of: ZoneScan.repeatingYear) } ?? false
        return TimeZoneRules(
            identifier: name, transitions: transitions, offsets: offsets,
            repeatingYear: repeats ? ZoneScan.repeatingYear : nil)
    }

    private func start(of year: Int) -> Int64 {
        Int64(LocalDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0) * 86_400
    }

    private func offset(_ second: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }

    /// The first second with the later offset.
    private func change(after early: Int64, upTo late: Int64) -> Int64 {
        var (low, high) = (early, late)
        let changed = offset(late)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(middle) == changed { high = middle } else { low = middle }
        }
        return high
    }
}
