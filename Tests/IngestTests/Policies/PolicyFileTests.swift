import Foundation
import Ingest
import ServiceDesk
import Testing

/// What a policy file without mistakes means, and what it is warned of.
struct PolicyFileTests {
    private func read(_ text: String) throws -> SLAPolicies {
        let reading = PolicyFile.read(Array(text.utf8), name: "desk.yaml")
        #expect(reading.mistakes.map(\.description) == [])
        return try #require(reading.policies)
    }

    private func warnings(_ text: String) -> [String] {
        let reading = PolicyFile.read(Array(text.utf8), name: "desk.yaml")
        #expect(reading.policies != nil)
        return reading.warnings.map {
            "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.code.rawValue): \($0.sentence)"
        }
    }

    private func at(_ text: String) throws -> Instant {
        guard case .instant(let instant) = InstantText.read(text) else { throw CocoaError(.formatting) }
        return instant
    }

    @Test("The sample of the specification is read in full, without a warning")
    func sample() throws {
        let policies = try read(PolicySample.full)
        #expect(policies.source == "desk.yaml")
        #expect(policies.timeZone?.identifier == "Asia/Kolkata")
        #expect(policies.calendars.keys.sorted() == ["24x7", "office"])
        let policy = try #require(policies.policies.first)
        #expect(policies.policies.count == 1)
        #expect(policy.name == "amc-urgent")
        #expect(policy.lines.policy == 20)
        #expect(policy.condition.priorities == [.urgent, .high])
        #expect(policy.condition.categories == ["technical"])
        #expect(policy.condition.amc == [.active, .expiring])
        #expect(policy.condition.tss == [.active, .expiring])
        #expect(policy.condition.customers == ["Sharma Traders", "0b1c2d3e-0000-4000-8000-000000000001"])
        #expect(policy.targets[.firstResponse]?.calendar.name == "office")
        #expect(policy.targets[.firstResponse]?.target(of: .untriaged) == .hours(8))
        #expect(policy.targets[.resolution]?.calendar.name == "24x7")
        #expect(policy.targets[.resolution]?.target(of: .low) == .hours(72))
        #expect(policy.pauses[.resolution] == [.waitingForCustomer, .onHold])
        #expect(policy.onReopen == .resume)
        #expect(policy.onPriorityChange == .retarget)
        #expect(policy.dueSource == .computed)
        #expect(policy.warningLead == .time(.minutes(60)))
        #expect(warnings(PolicySample.full) == [])
    }

    @Test("The calendar of the sample works when it says")
    func sampleCalendar() throws {
        let office = try #require(try read(PolicySample.full).calendars["office"])
        #expect(office.due(from: try at("2026-11-06T12:30:00Z"), target: .hours(4)) == (try at("2026-11-09T05:30:00Z")))
        #expect(!office.isWorking(at: try at("2026-01-26T06:00:00Z")))
        #expect(!office.isWorking(at: try at("2026-08-15T18:00:00Z")))
    }

    @Test("Conditions and pauses may be one word instead of a list, and everything has a default")
    func defaults() throws {
        let policy = try #require(
            try read(PolicySample.policy + "    when: {priority: Critical, amc: in_force, category: Billing}\n")
                .policies.first)
        #expect(policy.condition.priorities == [.urgent])
        #expect(policy.condition.amc == [.active, .expiring])
        #expect(policy.condition.categories == ["billing"])
        #expect(policy.condition.customers == nil)
        #expect(policy.pauses[.resolution] == [.waitingForCustomer])
        #expect(policy.onReopen == .resume)
        #expect(policy.warningLead == .time(.minutes(60)))
        #expect(policy.targets.isEmpty)
        #expect(try read("version: 1\n").policies.isEmpty)
    }

    @Test("Words of the policy are compared as those of the data")
    func words() throws {
        let text =
            PolicySample.policy + """
                    when: {priority: [untriaged, NORMAL]}
                    targets: {First Response: {CRITICAL: 1h, Normal: PT2H}, resolution: {low: 3600}}
                    pause_on: [on_hold, waitingforcustomer]
                """
        let policy = try #require(try read(text).policies.first)
        #expect(policy.condition.priorities == [.untriaged, .medium])
        #expect(policy.targets[.firstResponse]?.targets == [.urgent: .hours(1), .medium: .hours(2)])
        #expect(policy.targets[.resolution]?.targets == [.low: .hours(1)])
        #expect(policy.pauses[.resolution] == [.onHold, .waitingForCustomer])
    }

    @Test("Anchors, aliases and merge keys work, and a key of one's own wins over a merged one")
    func anchors() throws {
        let text = """
            calendars:
              office: &office
                timezone: Asia/Kolkata
                week: {mon: &day ["10:00-19:00"], tue: *day}
              late:
                <<: *office
                week: {mon: ["12:00-21:00"]}
            policies:
              - name: a
                when: {priority: [high]}
                calendar: office
                targets: &targets
                  resolution: &resolution {high: 4h}
              - {name: b, calendar: late, targets: {resolution: {<<: [*resolution, {low: 9h, high: 8h}], urgent: 1h}}}

            """
        let policies = try read(text)
        #expect(
            policies.policies[1].targets[.resolution]?.targets == [
                .urgent: .hours(1), .high: .hours(4), .low: .hours(9),
            ])
        let late = try #require(policies.calendars["late"])
        #expect(late.versions[0].timeZone.identifier == "Asia/Kolkata")
        #expect(late.isWorking(at: try at("2026-11-02T15:00:00Z")))
        #expect(!late.isWorking(at: try at("2026-11-03T06:00:00Z")))
    }

    @Test("A byte order mark and Windows line ends do no harm")
    func windows() throws {
        let text = "\u{feff}" + PolicySample.full.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try read(text).policies.count == 1)
        let broken = PolicyFile.read(Array("\u{feff}version: 1\r\ntimezone: X\r\n".utf8), name: "desk.yaml")
        #expect(broken.mistakes.first?.place.line == 2)
        #expect(broken.mistakes.first?.place.column == 11)
    }

    @Test("Columns count bytes")
    func byteColumns() {
        let reading = PolicyFile.read(Array("policies: [{name: \"é\", calendar: x}]\n".utf8), name: "desk.yaml")
        #expect(reading.mistakes.first?.place.column == 35)
    }

    @Test("Versions of a calendar follow one another")
    func versions() throws {
        let text = """
            calendars:
              office:
                - {valid: {until: 2026-03-31}, timezone: Asia/Kolkata, week: {tue: ["10:00-19:00"], wed: ["10:00-19:00"]}}
                - {valid: {from: 2026-04-01}, timezone: Asia/Kolkata, week: {tue: ["09:00-18:00"], wed: ["09:00-18:00"]}}

            """
        let office = try #require(try read(text).calendars["office"])
        #expect(!office.isWorking(at: try at("2026-03-31T03:30:00Z")))
        #expect(office.isWorking(at: try at("2026-04-01T03:30:00Z")))
    }

    @Test(
        "What is probably not meant is a warning",
        arguments: [
            (
                "calendars: {a: {timezone: UTC, week: {mon: [\"10:00-23:59\"]}}}\n",
                "1:45 ends_before_midnight: the hours \"10:00-23:59\" end just before midnight"
            ),
            (
                "calendars: {a: {timezone: UTC, week: {mon: [\"10:00-19:00\"]}, special_days: {2026-01-05: [], 2026-01-12: []}}}\n",
                "1:13 closed_for_weeks: the calendar \"a\" is closed for 20 days from 2025-12-29"
            ),
            (
                "policies: [{name: a, calendar: 24x7, targets: {resolution: {high: 9000h}}}]\n",
                "1:67 target_above_year: the target \"9000h\" is longer than a year"
            ),
            (
                "policies: [{name: a, targets: {resolution: {high: 1h}}}]\n",
                "1:13 missing_key: the policy has no calendar for resolution: it counts round the clock"
            ),
            (
                "policies: [{name: a, calendar: 24x7, when: {priority: []}}]\n",
                "1:19 never_reached: the policy \"a\" can never be reached: earlier policies or empty lists leave it no ticket"
            ),
            (
                "policies: [{name: a, calendar: 24x7, when: {priority: [high]}, on_priority_change: keep, targets: {resolution: {high: 1h, low: 2h}}}]\n",
                "1:90 never_reached: the policy \"a\" keeps the target of the creation and never uses that of low"
            ),
        ])
    func oneWarning(_ text: String, _ expected: String) { #expect(warnings(text).last == expected) }

    @Test("A day of 24 hours in an office of nine is a warning, and round the clock it is none")
    func dayOfTwentyFourHours() {
        let text = """
            calendars:
              office: {timezone: UTC, week: {mon: ["10:00-19:00"], tue: ["10:00-13:30"]}}
            policies:
              - {name: a, calendar: office, targets: {resolution: {calendar: 24x7, low: 3d}, first_response: {low: 1d}}}

            """
        #expect(
            warnings(text) == [
                "4:104 day_of_24_hours: a day in \"1d\" is 24 hours of business time, and \"office\" has 9 h on its longest day"
            ])
    }

    @Test("A policy that others take altogether is a warning, and so is a priority")
    func neverReached() {
        let text = """
            policies:
              - {name: a, calendar: 24x7, when: {priority: [urgent, high]}}
              - {name: b, calendar: 24x7, when: {priority: [high, low], amc: active}}
              - {name: c, calendar: 24x7, when: {priority: high}}
              - {name: d, calendar: 24x7, when: {amc: in_force, category: x}}
              - {name: e, calendar: 24x7, when: {amc: [active], category: X, priority: low}}
              - {name: f, calendar: 24x7, when: {customer: x}}

            """
        #expect(
            warnings(text) == [
                "3:48 never_reached: the policy \"b\" is never reached with priority high: earlier policies take it",
                "4:12 never_reached: the policy \"c\" can never be reached: earlier policies or empty lists leave it no ticket",
                "6:12 never_reached: the policy \"e\" can never be reached: earlier policies or empty lists leave it no ticket",
            ])
    }

    @Test("Without a policy the settings of the data apply, else the usual minutes")
    func byDefault() throws {
        let policies = SLAPolicies.byDefault(for: WorkflowConfig(firstResponseMinutes: [.urgent: 15]))
        let policy = try #require(policies.policies.first)
        #expect(policy.name == "default")
        #expect(policy.condition.matchesEverything)
        #expect(policy.pauses[.resolution] == [.waitingForCustomer])
        #expect(
            policy.targets[.firstResponse]?.targets
                == [.urgent: .minutes(15), .high: .minutes(180), .medium: .minutes(480), .low: .minutes(1440)])
        #expect(
            policy.targets[.resolution]?.targets
                == [.urgent: .minutes(240), .high: .minutes(480), .medium: .minutes(1440), .low: .minutes(4320)])
        #expect(policy.targets.values.allSatisfy { $0.calendar.isAlways })
    }
}
