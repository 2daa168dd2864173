import Ingest
import ServiceDesk
import TestSupport
import Testing

/// `policy show`: what is written back says the same.
struct PolicyOutlineTests {
    private func outline(_ text: String) throws -> String {
        let reading = PolicyFile.read(Array(text.utf8), name: "x.yaml")
        #expect(reading.mistakes.map(\.description) == [])
        return PolicyOutline(of: try #require(reading.policies)).yaml
    }

    @Test("an outline is a policy file whose outline is itself", arguments: ["sla.yaml", "clocks/clocks.yaml"])
    func isItsOwnOutline(name: String) throws {
        let once = try outline(try #require(Repository.text("sample-data/\(name)")))
        #expect(try outline(once) == once)
    }

    @Test("every key of the wider file survives, and the usual values are spelled out")
    func keepsEverything() throws {
        let text = try #require(Repository.text("Tests/CommandLineTests/fixtures/wide.yaml"))
        let once = try outline(text)
        for line in [
            "    valid: {from: \"2026-01-01\", until: \"2026-12-31\"}", "      channel: [tally, portal]",
            "      first_response: {calendar: office, by: reply, urgent: \"1h\", high: \"2h\", medium: \"4h\", low: \"9h\"}",
            "      periodic_update: [On Hold, Waiting for Customer]", "    on_reopen: new_clock",
            "    warning_lead: \"25%\"", "        - {at: \"-30m\", tell: support_head}",
            "    on_priority_change: retarget", "    due_source: computed", "    warning_lead: \"1h\"",
        ] {
            #expect(once.contains("\(line)\n"), "\(line)\n\(once)")
        }
        #expect(try outline(once) == once)
    }

    @Test("names that YAML would read otherwise are quoted")
    func quotes() throws {
        let text = """
            calendars: {"no": {timezone: UTC, week: {mon: ["10:00-19:00"]}}}
            policies: [{name: "a: b # \\"c\\"", calendar: "no", when: {customer: ["- x", "null", "007"]}, targets: {claim: {high: 1h}}}]
            """
        let once = try outline(text)
        #expect(try outline(once) == once)
        let policies = try #require(PolicyFile.read(Array(once.utf8), name: "x.yaml").policies)
        #expect(policies.policies.first?.name == "a: b # \"c\"")
        #expect(policies.policies.first?.condition.customers == ["- x", "null", "007"])
        #expect(policies.calendars["no"] != nil)
    }
}
