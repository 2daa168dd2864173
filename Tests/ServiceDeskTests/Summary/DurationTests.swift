import ServiceDesk
import TestSupport
import Testing

@Suite("Durations and money")
struct DurationTests {
    private func counts(_ seconds: [Int64]) -> DurationCounts {
        var counts = DurationCounts()
        for value in seconds { counts.add(.seconds(value) + TimeSpan(microseconds: 999_999)) }
        return counts
    }

    @Test("percentiles interpolate as PERCENTILE.INC over whole seconds, rounded down")
    func percentiles() {
        let four = counts([10, 20, 30, 40])
        #expect(four.median == .seconds(25))
        #expect(four.p90 == .seconds(37))
        #expect(counts([1, 2]).p90 == TimeSpan(microseconds: 1_900_000))
        #expect(counts([7]).p90 == .seconds(7))
        #expect(counts([]).median == nil)
        #expect(four.mean == .seconds(25))
    }

    @Test("the order in which parts are added does not matter")
    func merging() {
        var random = SeededGenerator(seed: 5)
        let values = (0..<200).map { _ in Int64.random(in: 0..<50, using: &random) }
        var left = counts(Array(values.prefix(77)))
        left += counts(Array(values.dropFirst(77)))
        var right = counts(Array(values.dropFirst(120)))
        right += counts(Array(values.prefix(120)))
        #expect(left == right)
        let sorted = values.sorted()
        #expect(left.median == TimeSpan(microseconds: (sorted[99] + sorted[100]) * 500_000))
    }

    @Test(
        "amounts are read exactly, printed with two decimals and grouped the Indian way",
        arguments: [
            ("1234567", "1234567.00", "12,34,567.00"), ("0.5", "0.50", "0.50"),
            ("-100000.05", "-100000.05", "-1,00,000.05"),
        ])
    func money(text: String, decimal: String, grouped: String) {
        #expect(Paise(text)?.decimal == decimal)
        #expect(Paise(text)?.grouped == grouped)
    }

    @Test(
        "what is no amount is none", arguments: ["", "1.", ".5", "1.234", "1e3", "٣", "99999999999999999999", "1,000"])
    func noMoney(text: String) { #expect(Paise(text) == nil) }

    @Test("a contract is active through its last day")
    func contracts() {
        let today = LocalDate(year: 2026, month: 3, day: 31)
        func state(_ days: Int) -> ContractState? {
            today.map { ContractState(expiry: $0.adding(days: days), on: $0) }
        }
        #expect(state(0) == .expiring)
        #expect(state(30) == .expiring)
        #expect(state(31) == .active)
        #expect(state(-1) == .expired)
        #expect(today.map { ContractState(expiry: .infinity, on: $0) } == .active)
        #expect(today.map { ContractState(expiry: .negativeInfinity, on: $0) } == .expired)
        #expect(today.map { ContractState(expiry: nil, on: $0) } == ContractState.none)
        #expect(today.map { ContractBand(expiry: $0.adding(days: -366), on: $0) } == .lapsedMore)
    }
}
