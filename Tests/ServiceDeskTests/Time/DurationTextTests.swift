import ServiceDesk
import Testing

struct DurationTextTests {
    @Test(
        "Durations as people write them",
        arguments: [
            ("90m", 5400), ("4h", 14_400), ("1d12h", 129_600), ("1d", 86_400), ("2h30m15s", 9015), ("0", 0), ("0m", 0),
            ("3600", 3600), ("PT4H", 14_400), ("P1DT12H", 129_600), ("P1W", 604_800), ("P2D", 172_800),
            ("PT1H30M5S", 5405), ("-4h", -14_400), ("-90", -90), ("-PT1M", -60), ("007", 7),
        ])
    func readable(_ text: String, _ seconds: Int64) { #expect(DurationText.read(text) == .span(.seconds(seconds))) }

    @Test(
        "What is no duration",
        arguments: [
            "", "-", "h", "4", "4 h", "4H", "1h1d", "1h1h", "1.5h", "1,5h", "four", "P", "PT", "P1DT", "P1H", "PT1D",
            "P1Y", "P1M", "+4h", "--4h", "1d12", "१h", "0x10", "1e3", "4h ", " 4h", "pt4h",
        ])
    func unreadable(_ text: String) {
        let expected: DurationReading = text == "4" ? .span(.seconds(4)) : .unreadable
        #expect(DurationText.read(text) == expected)
    }

    @Test(
        "What does not fit is too long, and the longest fits",
        arguments: ["99999999999999999999", "9223372036855", "300000000d", "9223372036854775807h", "-9223372036855"])
    func tooLong(_ text: String) { #expect(DurationText.read(text) == .tooLong) }

    @Test("The longest length fits")
    func longest() { #expect(DurationText.read("9223372036854") == .span(.seconds(9_223_372_036_854))) }
}
