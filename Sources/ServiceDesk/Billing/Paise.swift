/// An exact amount of money in paise, the hundredth part of a rupee. Never floating point.
@frozen
public struct Paise: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The amount in paise.
    public let value: Int64

    /// So many paise.
    @inlinable
    public init(_ value: Int64) { self.value = value }

    /// The amount of a decimal text with at most two places and no grouping, or nil: amounts are never rounded here.
    public init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Paise.isDigit) })
        else { return nil }
        let places = parts.count == 2 ? parts[1] : ""
        guard places.count <= 2, let rupees = Int64(parts[0]) else { return nil }
        let cents = Int64(places + String(repeating: "0", count: 2 - places.count)) ?? 0
        let (scaled, overflow) = rupees.multipliedReportingOverflow(by: 100)
        let (sum, overflow2) = scaled.addingReportingOverflow(cents)
        guard !overflow, !overflow2 else { return nil }
        value = isNegative ? -sum : sum
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Nothing.
    public static let zero = Paise(0)

    /// Smaller before larger.
    @inlinable
    public static func < (left: Paise, right: Paise) -> Bool { left.value < right.value }

    /// The sum, or nil when it does not fit.
    public func adding(_ other: Paise) -> Paise? {
        let (sum, overflow) = value.addingReportingOverflow(other.value)
        return overflow ? nil : Paise(sum)
    }

    /// The amount with two decimals and without grouping, as JSON and CSV carry it: `12345.00`.
    public var decimal: String {
        let magnitude = value.magnitude
        let cents = magnitude % 100
        return "\(value < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// The amount grouped the Indian way, as people read it: `12,34,567.00`.
    public var grouped: String {
        "\(value < 0 ? "-" : "")\(IndianGrouping.group(value.magnitude / 100))\(decimal.suffix(3))"
    }
}

/// Indian digit grouping: three digits at the end, then two and two.
public enum IndianGrouping {
    /// The number with its commas.
    public static func group(_ number: UInt64) -> String {
        let digits = Array(String(number))
        var output = ""
        for (index, digit) in digits.enumerated() {
            let left = digits.count - index
            if index > 0 && (left == 3 || (left > 3 && left % 2 == 1)) { output.append(",") }
            output.append(digit)
        }
        return output
    }

    /// The number with its commas and sign.
    public static func group(_ number: Int) -> String { (number < 0 ? "-" : "") + group(UInt64(number.magnitude)) }
}
