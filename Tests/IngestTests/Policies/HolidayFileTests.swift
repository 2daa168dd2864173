import Ingest
import ServiceDesk
import Testing

/// Holidays of iCalendar files.
struct HolidayFileTests {
    private func yaml(_ events: String, lineEnd: String = "\r\n") -> (yaml: String, omitted: [String])? {
        let lines = "BEGIN:VCALENDAR\nVERSION:2.0\n\(events)\nEND:VCALENDAR\n".split(
            separator: "\n", omittingEmptySubsequences: false)
        guard let reading = HolidayFile.read(Array(lines.joined(separator: lineEnd).utf8)) else { return nil }
        return (HolidayDates.yaml(reading.holidays), reading.omitted.map { "\($0.line) \($0.sentence)" })
    }

    private func event(_ body: String) -> String { "BEGIN:VEVENT\n\(body)\nEND:VEVENT" }

    @Test("a day, a range with an exclusive end, a yearly day, in the order of their dates")
    func days() throws {
        let found = try #require(
            yaml(
                [
                    event("DTSTART;VALUE=DATE:20260815\nRRULE:FREQ=YEARLY\nSUMMARY:Independence Day"),
                    event("DTSTART;VALUE=DATE:20261107\nDTEND;VALUE=DATE:20261110\nSUMMARY:Diwali"),
                    event("DTSTART;VALUE=DATE:20260126\nDTEND;VALUE=DATE:20260127\nSUMMARY:Republic Day"),
                ].joined(separator: "\n")))
        #expect(
            found.yaml == """
                holidays:
                  - {date: 2026-01-26, name: "Republic Day"}
                  - {date: 2026-11-07, name: "Diwali"}
                  - {date: 2026-11-08, name: "Diwali"}
                  - {date: 2026-11-09, name: "Diwali"}
                  - {yearly: "08-15", name: "Independence Day"}

                """)
        #expect(found.omitted.isEmpty)
    }

    @Test("folded lines, escaped text, parameters with colons, and either line end", arguments: ["\n", "\r\n"])
    func text(lineEnd: String) throws {
        let found = try #require(
            yaml(
                event(
                    "DTSTART;VALUE=DATE:2026\n 0304\nSUMMARY;ALTREP=\"http://x:1\":Holi\\, the fes\n tival\\; \\\"day\\\""
                ),
                lineEnd: lineEnd))
        #expect(found.yaml == "holidays:\n  - {date: 2026-03-04, name: \"Holi, the festival; \\\"day\\\"\"}\n")
    }

    @Test("years of a rule that ends, midnights, durations, cancelled events and alarms")
    func others() throws {
        let found = try #require(
            yaml(
                [
                    event("DTSTART;VALUE=DATE:20260301\nRRULE:FREQ=YEARLY;COUNT=2"),
                    event("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=YEARLY;UNTIL=20270430"),
                    event("DTSTART:20260601T000000\nDURATION:P2D"),
                    event("DTSTART;VALUE=DATE:20260701\nSTATUS:CANCELLED"),
                    event("DTSTART;VALUE=DATE:20260801\nBEGIN:VALARM\nSUMMARY:Wake up\nDTSTART:20990101\nEND:VALARM"),
                ].joined(separator: "\n")))
        #expect(
            found.yaml.split(separator: "\n").dropFirst().map { $0.dropFirst(4) } == [
                "{date: 2026-03-01}", "{date: 2026-05-01}", "{date: 2026-06-01}", "{date: 2026-06-02}",
                "{date: 2026-08-01}", "{date: 2027-03-01}",
            ])
    }

    @Test("what is no holiday is named")
    func omissions() throws {
        let found = try #require(
            yaml(
                [
                    event("DTSTART:20260301T100000Z\nSUMMARY:Meeting"), event("SUMMARY:Never"),
                    event("DTSTART;VALUE=DATE:20260301\nRRULE:FREQ=WEEKLY\nSUMMARY:Weekly"),
                    event("DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20290301\nSUMMARY:Long"),
                ].joined(separator: "\n")))
        #expect(found.yaml == "holidays: []\n")
        #expect(
            found.omitted == [
                "3 \"Meeting\" is left out: it is no event of whole days", "7 an event without DTSTART is left out",
                "10 \"Weekly\" is left out: its rule FREQ=WEEKLY is not simply yearly",
                "15 \"Long\" is left out: it takes 1096 days",
            ])
        #expect(HolidayFile.read(Array("<html>".utf8)) == nil)
    }

    @Test("what is printed is read back by the policy file")
    func readsBack() throws {
        let found = try #require(yaml(event("DTSTART;VALUE=DATE:20260304\nSUMMARY:Holi: \"#1\" - ok")))
        let indented = found.yaml.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        let text = "calendars:\n  x:\n    timezone: UTC\n    week: {wed: [\"10:00-19:00\"]}\n\(indented)\n"
        let policies = try #require(PolicyFile.read(Array(text.utf8), name: "x.yaml").policies)
        #expect(policies.calendars["x"]?.versions.first?.holidays.first?.name == "Holi: \"#1\" - ok")
    }
}
