public import ServiceDesk
import Synchronization

/// A service calendar worked out the slow and obvious way: a list of all its working intervals in some days.
///
/// It knows nothing of the engine's arithmetic. Each date is a row of quarters of an hour that are worked or not, and
/// what a wall clock means is looked up by reading the clock at every quarter of an hour of the time around. Times in
/// the calendars that it can check are whole quarters.
public struct CalendarOracle: Sendable {
    /// The working intervals in order, each as long as possible.
    public let intervals: [Period]

    private static let slot: Int64 = 900

    /// The intervals of the given local dates.
    public init(_ versions: [CalendarVersion], from first: LocalDate, to last: LocalDate) {
        var worked: [Period] = []
        for version in versions {
            let clock = WallClock.of(version.timeZone, from: first, to: last)
            for day in first.daysSinceEpoch...last.daysSinceEpoch {
                let date = LocalDate(daysSinceEpoch: day)
                if let from = version.firstDate, date < from { continue }
                if let until = version.lastDate, until < date { continue }
                for run in Self.runs(Self.slots(version, date)) {
                    let midnight = Int64(day) * 86_400
                    let opens = clock.first(midnight + Int64(run.lowerBound) * Self.slot)
                    let ending = midnight + Int64(run.upperBound) * Self.slot
                    let closes = run.upperBound == 96 ? clock.first(ending) : clock.last(ending)
                    if opens < closes {
                        worked.append(Period(start: Self.instant(opens), end: Self.instant(closes)))
                    }
                }
            }
        }
        var merged: [Period] = []
        for period in worked.sorted(by: { $0.start < $1.start }) {
            if let last = merged.last, period.start <= last.end {
                merged[merged.count - 1] = Period(start: last.start, end: max(last.end, period.end))
            } else {
                merged.append(period)
            }
        }
        intervals = merged
    }

    /// The working time between two instants, interval by interval.
    public func elapsed(from start: Instant, to end: Instant) -> TimeSpan {
        if end < start { return -elapsed(from: end, to: start) }
        return intervals.reduce(TimeSpan.zero) { sum, interval in
            let from = max(interval.start, start)
            let to = min(interval.end, end)
            return from < to ? sum + (to - from) : sum
        }
    }

    /// The instant at which `target` has been worked since `start`, walking from interval to interval.
    public func due(from start: Instant, target: TimeSpan) -> Instant? {
        var left = target
        for interval in intervals where interval.end > start {
            let from = max(interval.start, start)
            if left <= interval.end - from { return from + left }
            left = left - (interval.end - from)
        }
        return nil
    }

    /// Whether somebody works.
    public func isWorking(at instant: Instant) -> Bool { intervals.contains { $0.contains(instant) } }

    private static func instant(_ second: Int64) -> Instant { Instant(microseconds: second * 1_000_000) }

    /// The quarters of an hour of a date that are worked, straight from the words of the specification.
    private static func slots(_ version: CalendarVersion, _ date: LocalDate) -> [Bool] {
        let dayBefore = date.adding(days: -1)
        func special(_ date: LocalDate) -> SpecialDay? { version.specialDays.first { $0.date == date } }
        func isHoliday(_ date: LocalDate) -> Bool {
            version.holidays.contains { holiday in
                switch holiday.day {
                case .once(let once): return once == date
                case .yearly(let month, let day): return (date.civil.month, date.civil.day) == (month, day)
                }
            }
        }
        var worked = Array(repeating: false, count: 96)
        func mark(_ intervals: [WorkingInterval], next: Bool, as value: Bool) {
            for interval in intervals {
                let opens = interval.opens.seconds / 900
                let closes = interval.closes.seconds / 900
                let past = closes <= opens
                for slot in 0..<96 {
                    let inside = next ? past && slot < closes : slot >= opens && (past || slot < closes)
                    if inside { worked[slot] = value }
                }
            }
        }
        if let special = special(date) {
            mark(special.intervals, next: false, as: true)
        } else if !isHoliday(date) {
            mark(version.week[date.weekday] ?? [], next: false, as: true)
            mark(version.week[dayBefore.weekday] ?? [], next: true, as: true)
            mark(special(dayBefore)?.intervals ?? [], next: true, as: true)
        }
        for pause in version.breaks {
            if pause.date == date { mark(pause.intervals, next: false, as: false) }
            if pause.date == dayBefore { mark(pause.intervals, next: true, as: false) }
        }
        return worked
    }

    private static func runs(_ slots: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for slot in 0..<96 where slots[slot] {
            if let last = runs.last, last.upperBound == slot {
                runs[runs.count - 1] = last.lowerBound..<slot + 1
            } else {
                runs.append(slot..<slot + 1)
            }
        }
        return runs
    }
}

/// What the clock on the wall shows at every quarter of an hour.
private struct WallClock: Sendable {
    private struct Key: Hashable {
        let zone: String
        let first: LocalDate
        let last: LocalDate
    }

    private static let known = Mutex<[Key: WallClock]>([:])

    /// Reading the clock at every quarter takes its time, so the same dates are read once.
    static func of(_ zone: TimeZoneRules, from first: LocalDate, to last: LocalDate) -> WallClock {
        let key = Key(zone: zone.identifier, first: first, last: last)
        if let clock = known.withLock({ $0[key] }) { return clock }
        let clock = WallClock(zone, from: first, to: last)
        known.withLock { $0[key] = clock }
        return clock
    }

    private var firstAt: [Int64: Int64] = [:]
    private var lastAt: [Int64: Int64] = [:]
    private var afterGap: [Int64: Int64] = [:]

    init(_ zone: TimeZoneRules, from first: LocalDate, to last: LocalDate) {
        var before: Int64?
        let start = Int64(first.daysSinceEpoch - 3) * 86_400
        for second in stride(from: start, to: Int64(last.daysSinceEpoch + 4) * 86_400, by: 900) {
            let shown = second + Int64(zone.offsetSeconds(at: Instant(microseconds: second * 1_000_000)))
            if let before, shown > before + 900 {
                for skipped in stride(from: before + 900, to: shown, by: 900) { afterGap[skipped] = second }
            }
            if firstAt[shown] == nil { firstAt[shown] = second }
            lastAt[shown] = second
            before = shown
        }
    }

    func first(_ shown: Int64) -> Int64 { firstAt[shown] ?? afterGap[shown] ?? .min }
    func last(_ shown: Int64) -> Int64 { lastAt[shown] ?? afterGap[shown] ?? .min }
}

/// Dice that fall the same way for the same seed (SplitMix64).
public struct CalendarDice: RandomNumberGenerator {
    private var state: UInt64

    /// The dice of a seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}
