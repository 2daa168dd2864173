/// A time on the wall clock of some date, in whole seconds since its midnight; `24:00` is the end of the date.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    /// How many seconds a date has by the wall clock.
    public static let secondsPerDay = 86_400

    /// Seconds since midnight, up to and including those of `24:00`.
    public let seconds: Int

    /// The time so many seconds after midnight, or nil beyond `24:00`.
    public init?(seconds: Int) {
        guard (0...TimeOfDay.secondsPerDay).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// Reads `HH:MM` or `HH:MM:SS`, and `24:00`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard part.utf8.count == 2, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            guard let number = Int(part) else { return nil }
            numbers.append(number)
        }
        guard numbers[1] < 60, numbers.count == 2 || numbers[2] < 60 else { return nil }
        self.init(seconds: numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0))
    }

    /// The first moment of a date.
    public static let midnight = TimeOfDay(clamping: 0)
    /// The first moment after a date.
    public static let endOfDay = TimeOfDay(clamping: secondsPerDay)

    private init(clamping seconds: Int) { self.seconds = min(max(seconds, 0), TimeOfDay.secondsPerDay) }

    /// The time as `HH:MM`, with seconds only where they are not zero.
    public var text: String {
        var bytes: [UInt8] = []
        bytes.appendDigits(Int64(seconds / 3600), width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(Int64(seconds / 60 % 60), width: 2)
        if seconds % 60 != 0 {
            bytes.append(UInt8(ascii: ":"))
            bytes.appendDigits(Int64(seconds % 60), width: 2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Earlier before later.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}
