/// The usual spelling of a value, read eight bytes at a time. Every function verifies the whole spelling and says no to
/// anything else; the caller then asks the reader that knows all rules. All of them may look at up to 48 bytes beyond
/// the field, which a window's padding allows.
enum FastValues {
    @inline(__always)
    static func load8(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    static func load4(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)))
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// Eight hex digits as a number. `valid` loses its top bits where a byte is none.
    @inline(__always)
    private static func hex8(_ word: UInt64, _ valid: inout UInt64) -> UInt64 {
        let bytes = word & ~tops
        let lower = bytes | 0x2020_2020_2020_2020
        let digit = (bytes &+ ones &* 0x50) & ~(bytes &+ ones &* 0x46)
        let letter = (lower &+ ones &* 0x1f) & ~(lower &+ ones &* 0x19) & (bytes &+ ones &* 0x40)
        valid &= (digit | letter) & ~word
        var value = (lower & 0x0f0f_0f0f_0f0f_0f0f) &+ ((lower >> 6) & ones) &* 9
        value = (value << 4 | value >> 8) & 0x00ff_00ff_00ff_00ff
        value = (value | value >> 8) & 0x0000_ffff_0000_ffff
        value = (value | value >> 16) & 0xffff_ffff
        return UInt64(UInt32(truncatingIfNeeded: value).byteSwapped)
    }

    /// A UUID of 36 bytes with hyphens in their places.
    @inline(__always)
    static func uuid(_ text: UnsafePointer<UInt8>, high: inout UInt64, low: inout UInt64) -> Bool {
        var valid = tops
        let first = hex8(load8(text), &valid)
        let second = hex8(load4(text + 9) | load4(text + 14) << 32, &valid)
        let third = hex8(load4(text + 19) | load4(text + 24) << 32, &valid)
        let fourth = hex8(load8(text + 28), &valid)
        // `^` and `|` bind equally in Swift: the parentheses matter.
        let hyphens = (text[8] ^ 0x2d) | (text[13] ^ 0x2d) | (text[18] ^ 0x2d) | (text[23] ^ 0x2d)
        high = first << 32 | second
        low = third << 32 | fourth
        return valid & tops == tops && hyphens == 0
    }

    /// The days before a month, kept for the next row: rows of one time stand together.
    struct MonthCache {
        var key: UInt64 = 0
        var days: Int64 = 0
        var length: Int64 = 0
    }

    @inline(__always)
    private static func digits2(_ text: UnsafePointer<UInt8>, _ bad: inout UInt8) -> Int64 {
        let tens = text[0] &- 0x30
        let units = text[1] &- 0x30
        bad |= (tens > 9 ? 1 : 0) | (units > 9 ? 1 : 0)
        return Int64(tens) &* 10 &+ Int64(units)
    }

    /// `2026-03-01 10:22:33.123456+00`, `T` instead of the blank, the fraction shorter or left out, any offset of whole
    /// hours or hours and minutes, or `Z`.
    @inline(__always)
    static func instant(_ text: UnsafePointer<UInt8>, _ count: Int, _ cache: inout MonthCache) -> Int64? {
        guard count >= 20 else { return nil }
        let key = load8(text)
        if key != cache.key {
            guard let month = month(text) else { return nil }
            cache = MonthCache(key: key, days: month.days, length: month.length)
        }
        var bad: UInt8 = 0
        let day = digits2(text + 8, &bad)
        let hour = digits2(text + 11, &bad)
        let minute = digits2(text + 14, &bad)
        let second = digits2(text + 17, &bad)
        bad |= (text[13] ^ 0x3a) | (text[16] ^ 0x3a)
        bad |= text[10] == 0x20 || text[10] == 0x54 ? 0 : 1
        guard bad == 0, day > 0, day <= cache.length, hour < 24, minute < 60, second < 60 else { return nil }
        var position = 19
        var fraction: Int64 = 0
        if text[19] == 0x2e {
            position = 20
            let limit = min(count, 26)
            while position < limit {
                let digit = text[position] &- 0x30
                if digit > 9 { break }
                fraction = fraction &* 10 &+ Int64(digit)
                position += 1
            }
            guard position > 20 else { return nil }
            var places = position
            while places < 26 {
                fraction = fraction &* 10
                places += 1
            }
        }
        guard let offset = offset(text + position, count - position) else { return nil }
        let seconds = (cache.days &+ day &- 1) &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second &- offset
        return seconds &* 1_000_000 &+ fraction
    }

    @inline(__always)
    private static func offset(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
        if count == 3 && load4(text) & 0xff_ffff == 0x30302b { return 0 }
        if count == 1 && text[0] == 0x5a { return 0 }
        guard count == 3 || (count == 6 && text[3] == 0x3a) else { return nil }
        guard text[0] == 0x2b || text[0] == 0x2d else { return nil }
        var bad: UInt8 = 0
        let hours = digits2(text + 1, &bad)
        let minutes = count == 6 ? digits2(text + 4, &bad) : 0
        guard bad == 0, hours < 15, minutes < 60 else { return nil }
        let seconds = hours &* 3600 &+ minutes &* 60
        return text[0] == 0x2d ? 0 &- seconds : seconds
    }

    /// The days before `2026-03-` and the days in it.
    @inline(never)
    private static func month(_ text: UnsafePointer<UInt8>) -> (days: Int64, length: Int64)? {
        var bad: UInt8 = 0
        let year = digits2(text, &bad) * 100 + digits2(text + 2, &bad)
        let month = digits2(text + 5, &bad)
        guard bad == 0, text[4] == 0x2d, text[7] == 0x2d, year > 0 else { return nil }
        return monthDays(year: Int(year), month: Int(month))
    }

    /// `2026-03-01` as days since the epoch.
    @inline(__always)
    static func date(_ text: UnsafePointer<UInt8>, _ count: Int, _ cache: inout MonthCache) -> Int32? {
        guard count == 10 else { return nil }
        let key = load8(text)
        if key != cache.key {
            guard let month = month(text) else { return nil }
            cache = MonthCache(key: key, days: month.days, length: month.length)
        }
        var bad: UInt8 = 0
        let day = digits2(text + 8, &bad)
        guard bad == 0, day > 0, day <= cache.length else { return nil }
        return Int32(truncatingIfNeeded: cache.days &+ day &- 1)
    }
}
