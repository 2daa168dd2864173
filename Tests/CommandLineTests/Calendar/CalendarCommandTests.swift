import ArgumentParser
import Foundation
import ServiceDesk
import Testing

@testable import aroundtally

struct CalendarCommandTests {
    /// A policy file that lives as long as the test.
    private final class PolicyOnDisk {
        let path: String

        init(_ text: String) throws {
            path = NSTemporaryDirectory() + "policy-\(UUID().uuidString).yaml"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static let office = """
        timezone: Europe/London
        calendars:
          office:
            timezone: Asia/Kolkata
            week: {mon: ["10:00-13:30", "14:00-19:00"], tue: ["10:00-19:00"], sat: ["22:00-06:00"]}
            holidays: [{date: 2026-11-03, name: Diwali}]
            special_days: {2026-11-04: ["10:00-12:30:30"]}

        """

    private func question(_ text: String? = nil, calendar: String? = nil, zone: String? = nil) throws
        -> CalendarQuestion
    {
        let file = try text.map(PolicyOnDisk.init)
        return try withExtendedLifetime(file) {
            try CalendarCommandTests.question(policy: file?.path, calendar: calendar, zone: zone)
        }
    }

    private static func question(policy: String?, calendar: String? = nil, zone: String? = nil) throws
        -> CalendarQuestion
    {
        let arguments = (policy.map { ["--policy", $0] } ?? []) + (zone.map { ["--timezone", $0] } ?? [])
        let session = try Session(GlobalOptions.parse(arguments), surroundings: .current, configuration: .none)
        return try CalendarQuestion(session, calendarName: calendar)
    }

    private func exitCode(_ body: () throws -> Any) -> Int32? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? Failure)?.status.rawValue }
    }

    @Test("24x7 is the default without a file, the only calendar the default with one")
    func whichCalendar() throws {
        #expect(try question().calendar.name == "24x7")
        #expect(try question(Self.office).calendar.name == "office")
        #expect(try question(Self.office, calendar: "24x7").calendar.name == "24x7")
        #expect(try question("version: 1\n").calendar.name == "24x7")
        #expect(exitCode { try question(Self.office, calendar: "ofice") } == 78)
        #expect(exitCode { try question(calendar: "office") } == 78)
        let two = Self.office + "  other: {timezone: UTC, week: {mon: [\"10:00-19:00\"]}}\n"
        #expect(exitCode { try question(two) } == 64)
        #expect(try question(two, calendar: "other").calendar.name == "other")
    }

    @Test("A file that is missing is 66, one with mistakes is 78, a zone that does not exist is 64")
    func files() {
        #expect(
            exitCode { try CalendarCommandTests.question(policy: "/nowhere/x.yaml") } == 66)
        #expect(exitCode { try question("nonsense: 1\n") } == 78)
        #expect(exitCode { try question(zone: "IST") } == 64)
    }

    @Test("Times without an offset are in the report zone: the flag's, the policy's, else Kolkata's")
    func zones() throws {
        #expect(try question().due(start: "2026-11-02T10:00", target: "1h").rfc3339 == "2026-11-02T05:30:00Z")
        #expect(
            try question(Self.office).due(start: "2026-11-02T04:30", target: "1h").rfc3339 == "2026-11-02T05:30:00Z")
        #expect(try question(zone: "UTC").due(start: "2026-11-02", target: "60").rfc3339 == "2026-11-02T00:01:00Z")
    }

    @Test(
        "Questions that are wrong are 64",
        arguments: [
            ("2026-03-29T01:30", "1h"), ("2026-10-25T01:30", "1h"), ("noon", "1h"), ("infinity", "1h"),
            ("2026-02-30", "1h"),
            ("2026-11-02", "-1h"), ("2026-11-02", "soon"), ("2026-11-02", "99999999999999999999"), ("", "1h"),
        ])
    func wrongQuestions(_ start: String, _ target: String) {
        #expect(exitCode { try question(zone: "Europe/London").due(start: start, target: target) } == 64)
    }

    @Test("No due instant is 65")
    func noDue() throws {
        let text = "calendars: {x: {timezone: UTC, special_days: {2026-01-01: [\"10:00-11:00\"]}}}\n"
        #expect(exitCode { try question(text).due(start: "2026-01-02T00:00:00Z", target: "1h") } == 65)
        #expect(exitCode { try question().due(start: "2026-01-02T00:00:00Z", target: "9222999999999") } == 65)
    }

    private func seconds(_ span: TimeSpan) -> String { JSONValue.seconds(span).compactText }

    @Test("Seconds have no trailing zeros, and a minus when the end comes first")
    func secondsAsText() throws {
        let office = try question(Self.office)
        #expect(
            seconds(try office.elapsed(start: "2026-11-02T04:30:00Z", end: "2026-11-02T04:30:00.5Z"))
                == "0.5")
        #expect(
            seconds(try office.elapsed(start: "2026-11-09T00:00:00Z", end: "2026-11-02T00:00:00Z"))
                == "-68430")
        #expect(seconds(TimeSpan(microseconds: -1)) == "-0.000001")
        #expect(seconds(.zero) == "0")
        #expect(seconds(TimeSpan(microseconds: .min)) == "-9223372036854.775808")
    }

    @Test(
        "Each line of a batch has its answer, faults included",
        arguments: [
            (
                #"{"id":"a","start":"2026-11-02T04:30:00Z","target_s":3600}"#,
                #"{"id":"a","due":"2026-11-02T05:30:00Z"}"#
            ),
            (
                #"{"id":7,"start":"2026-11-02T04:30:00Z","target_s":0.5}"#,
                #"{"id":7,"due":"2026-11-02T04:30:00.500000Z"}"#
            ),
            (#"{"start":"2026-11-02T04:30:00Z","end":"2026-11-02T05:00:00Z"}"#, #"{"elapsed_s":1800}"#),
            (
                #"{"id":"q\"\\\n","start":"2026-11-02T04:30:00Z","end":"2026-11-02T04:30:00Z"}"#,
                #"{"id":"q\"\\\n","elapsed_s":0}"#
            ),
            (#"{"id":null,"start":"2026-11-02T04:30:00Z","end":"2026-11-02T04:30:00Z"}"#, #"{"elapsed_s":0}"#),
            (
                #"{"id":1,"start":"x","end":"2026-11-02T04:30:00Z"}"#,
                #"{"id":1,"error":"no instant: \"x\"; write 2026-11-23T18:00 or 2026-11-23T12:30:00Z"}"#
            ),
            (
                #"{"id":1,"start":"2026-11-02T04:30:00Z"}"#,
                #"{"id":1,"error":"write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}"}"#
            ),
            (
                #"{"id":1,"start":"2026-11-02T04:30:00Z","target_s":-1}"#,
                #"{"id":1,"error":"write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}"}"#
            ),
            (
                #"{"id":1,"start":"2026-11-02T04:30:00Z","target_s":"4h"}"#,
                #"{"id":1,"error":"write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}"}"#
            ),
            ("[1]", #"{"error":"write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}"}"#),
            ("{", #"{"error":"write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}"}"#),
        ])
    func batch(_ line: String, _ answer: String) throws {
        #expect(try question(Self.office).answer(line) == answer)
    }

    @Test("A month shows each date with its hours, its holiday and the total")
    func month() throws {
        let lines = try question(Self.office).month("2026-11").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "office, 2026-11, Asia/Kolkata")
        #expect(lines[2] == "2026-11-01  Sun  00:00-06:00                    6:00")
        #expect(lines[3] == "2026-11-02  Mon  10:00-13:30, 14:00-19:00       8:30")
        #expect(lines[4] == "2026-11-03  Tue  closed                         0:00  Diwali")
        #expect(lines[5] == "2026-11-04  Wed  10:00-12:30:30              2:30:30  special hours")
        #expect(lines[33] == "total                                      110:00:30")
        #expect(exitCode { try question(Self.office).month("2026-13") } == 64)
        #expect(exitCode { try question(Self.office).month("11-2026") } == 64)
    }
}
