import Ingest
import ServiceDesk
import TestSupport
import Testing

@testable import aroundtally

/// Which moments people may type, and which are refused.
@Suite struct MomentTests {
    static func read(
        _ text: String, _ zone: String = "Asia/Kolkata", dateMeans: MomentReader.DateMeaning = .end
    ) -> String {
        guard let rules = TimeZoneCatalogue.rules(named: zone) else { return "no zone" }
        let now = Instant(microseconds: 1_795_564_800_000_001)  // 2026-11-25T00:00:00.000001Z
        let reader = MomentReader(name: "--as-of", zone: rules, now: now)
        do { return try reader.read(text, dateMeans: dateMeans).rfc3339 } catch {
            return "\(error.status.rawValue) \(error.hint ?? "")"
        }
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-23T18:30:00Z"),
        ("2026-11-23T18:00", "2026-11-23T12:30:00Z"),
        ("2026-11-23 18:00", "2026-11-23T12:30:00Z"),
        ("2026-11-23T18:00:01.5", "2026-11-23T12:30:01.500000Z"),
        ("2026-11-23T18:00Z", "2026-11-23T18:00:00Z"),
        ("2026-11-23T18:00:00+05:30", "2026-11-23T12:30:00Z"),
        ("2026-11-23t18:00:00.123456z", "2026-11-23T18:00:00.123456Z"),
        ("now", "2026-11-25T00:00:00.000001Z"),
        // It is the 25th in India, so yesterday is the 24th, to its end.
        ("yesterday", "2026-11-24T18:30:00Z"),
    ])
    func moments(_ text: String, _ expected: String) { #expect(MomentTests.read(text) == expected) }

    @Test(arguments: [
        "", " ", "2026", "2026-11", "23/11/2026", "11-23-2026", "2026-1-5", "2026-02-30", "2026-11-23T", "20261123",
        "2026-11-23T25:00", "2026-11-23T18", "2026-11-23T18:00 IST", "2026-11-23T18:00+05", "2026-11-23T18:00:00.",
        "infinity", "-infinity", "tomorrow", "Now", "2026-11-23 BC", " 2026-11-23", "2026-11-23T18:00:00+0530",
        "２０２６-11-23", "2026-W48-1", "1795564800",
    ])
    func refused(_ text: String) { #expect(MomentTests.read(text).hasPrefix("64 ")) }

    @Test func dateOfAFlagThatMeansItsStart() {
        #expect(MomentTests.read("2026-11-23", dateMeans: .start) == "2026-11-22T18:30:00Z")
    }

    @Test func clocksPutForward() {
        #expect(
            MomentTests.read("2026-03-29T01:30", "Europe/London")
                == "64 the first instant after the gap is 2026-03-29T01:00:00Z")
        #expect(MomentTests.read("2026-03-29T02:00", "Europe/London") == "2026-03-29T01:00:00Z")
    }

    @Test func clocksPutBack() {
        #expect(
            MomentTests.read("2026-10-25T01:30", "Europe/London")
                == "64 write 2026-10-25T00:30:00Z or 2026-10-25T01:30:00Z")
        #expect(MomentTests.read("2026-10-25T00:59", "Europe/London") == "2026-10-24T23:59:00Z")
        #expect(MomentTests.read("2026-10-25T02:00", "Europe/London") == "2026-10-25T02:00:00Z")
    }

    @Test func daysOfTwentyThreeAndTwentyFiveHours() {
        #expect(MomentTests.read("2026-03-29", "Europe/London") == "2026-03-29T23:00:00Z")
        #expect(MomentTests.read("2026-10-25", "Europe/London") == "2026-10-26T00:00:00Z")
    }

    @Test func aDateThatIsNotThere() {
        // Samoa went from 29 to 31 December 2011.
        #expect(MomentTests.read("2011-12-29", "Pacific/Apia") == "2011-12-30T10:00:00Z")
        #expect(MomentTests.read("2011-12-30T12:00", "Pacific/Apia").hasPrefix("64 "))
    }
}
