import Foundation
import Ingest
import ServiceDesk
import TestSupport
import Testing

struct TimeZoneCatalogueTests {
    private static let zones = [
        "Asia/Kolkata", "Asia/Calcutta", "Europe/London", "America/New_York", "Australia/Lord_Howe",
        "Africa/Casablanca",
        "America/Santiago", "Pacific/Apia", "America/St_Johns", "Asia/Tehran", "America/Asuncion", "Asia/Kathmandu",
        "Europe/Dublin", "Antarctica/Troll", "Africa/El_Aaiun", "America/Nuuk", "Asia/Gaza", "Africa/Cairo", "Etc/UTC",
    ]

    @Test("The rules give the offsets of Foundation from 1830 to 2600", arguments: zones)
    func offsets(_ name: String) throws {
        let rules = try #require(TimeZoneCatalogue.rules(named: name))
        let zone = try #require(TimeZone(identifier: name))
        var dice = CalendarDice(seed: 3)
        for _ in 0..<4000 {
            let second = Int64.random(in: -4_417_000_000...19_880_000_000, using: &dice)
            let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            #expect(
                rules.offsetSeconds(at: Instant(microseconds: second * 1_000_000)) == expected,
                "\(name) at \(Instant(microseconds: second * 1_000_000).rfc3339)")
        }
        for transition in rules.transitions {
            let before = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(transition - 1)))
            let after = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(transition)))
            #expect(before != after)
        }
    }

    @Test("Names of the form Area/Place are zones, and UTC and GMT")
    func names() {
        for name in [
            "UTC", "GMT", "Etc/UTC", "Asia/Calcutta", "US/Eastern", "America/Argentina/Buenos_Aires", "Etc/GMT+5",
        ] {
            #expect(TimeZoneCatalogue.rules(named: name)?.identifier == name)
        }
    }

    @Test(
        "Abbreviations and anything else are refused",
        arguments: [
            "IST", "EST", "EST5EDT", "CET", "GMT+5:30", "UTC+5", "Zulu", "", "asia/kolkata", "Asia/Kolkata ", "Asia/",
            "/Asia", "Asia/../Asia/Kolkata", "Asia/Nowhere", "SystemV/EST5", "Factory", "+05:30",
        ])
    func refused(_ name: String) { #expect(TimeZoneCatalogue.rules(named: name) == nil) }

    @Test("The edition of the data is known")
    func edition() { #expect(TimeZoneCatalogue.dataVersion.hasPrefix("20")) }
}
