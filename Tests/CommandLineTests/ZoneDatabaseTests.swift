import Foundation
import ServiceDesk
import Testing

@testable import aroundtally

/// The zones as values are those of Foundation, second for second.
@Suite struct ZoneDatabaseTests {
    @Test(arguments: [
        "Asia/Kolkata", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
        "Pacific/Apia", "Europe/Moscow", "America/Argentina/San_Luis", "Asia/Pyongyang",
    ])
    func everyTwoHours(_ name: String) throws {
        let rules = try #require(ZoneDatabase.rules(named: name))
        let zone = try #require(TimeZone(identifier: name))
        var different = 0
        for second in stride(from: -2_208_988_800, to: 4_102_444_800, by: 7200) {
            let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            if rules.offsetSeconds(at: Instant(microseconds: Int64(second) * 1_000_000)) != expected { different += 1 }
        }
        #expect(different == 0)
    }

    @Test(arguments: ["IST", "EST", "GMT+5", "asia/kolkata", "Asia/Nowhere", "", "Kolkata", "+05:30"])
    func noZone(_ name: String) { #expect(ZoneDatabase.rules(named: name) == nil) }

    @Test func aliasesKeepTheirName() {
        #expect(ZoneDatabase.rules(named: "Asia/Calcutta")?.identifier == "Asia/Calcutta")
        #expect(ZoneDatabase.rules(named: "UTC")?.offsets == [0])
    }

    @Test func suggestions() {
        #expect(ZoneDatabase.suggestion(for: "Asia/Kolkatta") == "Asia/Kolkata")
        #expect(ZoneDatabase.suggestion(for: "Nowhere at all") == nil)
    }
}
