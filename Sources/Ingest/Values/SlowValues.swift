import ServiceDesk

extension FastValues {
    /// The days before a month and the days in it; nil when there is no such month.
    static func monthDays(year: Int, month: Int) -> (days: Int64, length: Int64)? {
        guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
        return (Int64(first.daysSinceEpoch), Int64(LocalDate.daysInMonth(month, of: year)))
    }
}

/// What stands for NULL in columns of instants, dates and amounts while they are built. No value of the data is ever
/// one of these: an instant or a date this early is kept as minus infinity, an amount this low is out of range.
enum Absent {
    static let instant = Int64.min + 1
    static let date = Int32.min + 1
    static let amount = Int64.min
    static let minutes = Int64.min
    static let key = UInt32.max
}

/// Instants of any spelling.
enum SlowInstant {
    case value(Int64)
    /// A wall clock without an offset, and no zone that says what it means.
    case withoutOffset
    case unreadable

    init(_ bytes: [UInt8], zone: TimeZoneRules?) {
        switch InstantText.read(bytes.span) {
        case .instant(let instant): self = .value(SlowInstant.kept(instant.microseconds))
        case .outOfRange(let before): self = .value(before ? Int64.min : Int64.max)
        case .unreadable: self = .unreadable
        case .local(let microseconds):
            guard let zone else {
                self = .withoutOffset
                return
            }
            // A wall clock near the ends of the range cannot be moved by an offset.
            guard microseconds.magnitude < UInt64(Int64.max) - 1_000_000_000_000 else {
                self = .value(microseconds < 0 ? Int64.min : Int64.max)
                return
            }
            if case .once(let instant) = zone.reading(localMicroseconds: microseconds) {
                self = .value(SlowInstant.kept(instant.microseconds))
            } else {
                self = .unreadable
            }
        }
    }

    private static func kept(_ microseconds: Int64) -> Int64 {
        microseconds == Absent.instant ? Int64.min : microseconds
    }
}

/// What a text says about an amount of money (`SEMANTICS` 8).
enum AmountReading: Equatable {
    /// An amount in paise; `rounded` when it had more than two decimals that were not zero.
    case paise(Int64, rounded: Bool)
    case notFinite
    case outOfRange
    case unreadable

    /// Reads a decimal number as Postgres and JSON write it: sign, digits, point, exponent, NaN, Infinity.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var bytes = text[...]
        while let first = bytes.first, AmountReading.isBlank(first) { bytes = bytes.dropFirst() }
        while let last = bytes.last, AmountReading.isBlank(last) { bytes = bytes.dropLast() }
        var isNegative = false
        if let sign = bytes.first, sign == 0x2d || sign == 0x2b {
            isNegative = sign == 0x2d
            bytes = bytes.dropFirst()
        }
        if AmountReading.isWord(bytes, ["nan", "infinity", "inf"]) {
            self = .notFinite
            return
        }
        guard let parts = DecimalParts(bytes) else {
            self = .unreadable
            return
        }
        self = parts.paise(isNegative: isNegative)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    private static func isWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ words: [String]) -> Bool {
        guard bytes.count <= 8 else { return false }
        return words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }
}

/// The digits of a decimal number, and how many of them stand before the point once the exponent has moved it.
private struct DecimalParts {
    private let digits: [UInt8]
    private let point: Int

    init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var index = bytes.startIndex
        scan: while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39: digits.append(byte - 0x30)
            case 0x2e where point == nil: point = digits.count
            case 0x65, 0x45:
                guard let read = DecimalParts.exponent(bytes[(index + 1)...]) else { return nil }
                exponent = read
                break scan
            default: return nil
            }
            index += 1
        }
        guard !digits.isEmpty else { return nil }
        self.digits = digits
        self.point = (point ?? digits.count) + exponent
    }

    private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var bytes = bytes
        var isNegative = false
        if let sign = bytes.first, sign == 0x2d || sign == 0x2b {
            isNegative = sign == 0x2d
            bytes = bytes.dropFirst()
        }
        guard !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            // Any exponent beyond this is out of range or zero, whatever the digits.
            value = min(value * 10 + Int(byte - 0x30), 1_000_000_000)
        }
        return isNegative ? -value : value
    }

    /// The amount in paise, rounded half to even.
    func paise(isNegative: Bool) -> AmountReading {
        let first = digits.firstIndex { $0 != 0 } ?? digits.count
        guard first < digits.count else { return .paise(0, rounded: false) }
        let kept = point + 2
        guard kept - first <= 19 else { return .outOfRange }
        var value: UInt64 = 0
        if kept > first {
            for index in first..<kept {
                let digit = index < digits.count ? UInt64(digits[index]) : 0
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflow2) = product.addingReportingOverflow(digit)
                if overflow || overflow2 { return .outOfRange }
                value = sum
            }
        }
        let restStart = max(kept, 0)
        let rest = restStart < digits.count ? digits[restStart...] : []
        let isExact = kept >= 0 ? !rest.contains { $0 != 0 } : false
        if !isExact && kept >= 0 {
            let above = rest.dropFirst().contains { $0 != 0 }
            let leading = rest.first ?? 0
            if leading > 5 || (leading == 5 && (above || value % 2 == 1)) { value += 1 }
        }
        guard value <= UInt64(Int64.max) else { return .outOfRange }
        let signed = Int64(value)
        return .paise(isNegative ? -signed : signed, rounded: !isExact)
    }
}
