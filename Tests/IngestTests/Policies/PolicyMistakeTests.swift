import Ingest
import ServiceDesk
import Testing

/// One mistake a test: what is written below the sample, and what the reader says of it.
struct PolicyMistakeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let expected: [String]
        var testDescription: String { expected.first ?? text }

        /// A text, and its mistakes as `line:column code: sentence`.
        init(_ text: String, _ expected: String...) {
            self.text = text
            self.expected = expected
        }
    }

    private func said(_ mistakes: [PolicyMistake]) -> [String] {
        mistakes.map { "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.code.rawValue): \($0.sentence)" }
    }

    private func expect(_ one: Case, after prefix: String = "") {
        let reading = PolicyFile.read(Array((prefix + one.text).utf8), name: "desk.yaml")
        #expect(said(reading.mistakes) == one.expected)
        #expect(reading.policies == nil)
    }

    @Test(
        "The top of the file",
        arguments: [
            Case("", "1:1 syntax: the file is empty"),
            Case("# nothing\n", "1:1 syntax: the file is empty"),
            Case("- a\n", "1:1 wrong_kind: the policy file has to be a mapping of keys and values, and this is a list"),
            Case("version: 2\n", "1:10 not_yet_supported: version \"2\" of the policy file is not supported"),
            Case("version: 1\npolicy: []\n", "2:1 unknown_key: unknown key \"policy\" in the policy file"),
            Case("timezone: Asia/Calcuta\n", "1:11 unknown_zone: unknown time zone \"Asia/Calcuta\""),
            Case("timezone: IST\n", "1:11 unknown_zone: unknown time zone \"IST\""),
            Case("timezone: EST5EDT\n", "1:11 unknown_zone: unknown time zone \"EST5EDT\""),
            Case("timezone: [UTC]\n", "1:11 wrong_kind: timezone has to be a text, and this is a list"),
            Case(
                "calendars: office\n",
                "1:12 wrong_kind: calendars has to be a mapping of keys and values, and this is a text"),
            Case("policies: {name: a}\n", "1:11 wrong_kind: policies has to be a list, and this is a mapping"),
            Case("[a, b]: 1\n", "1:1 wrong_kind: a key has to be a text, and this is a list"),
        ])
    func top(_ one: Case) { expect(one) }

    @Test(
        "A fault of syntax is reported alone",
        arguments: [
            Case(
                "a: [1,2\nunknown: 3\n",
                "2:8 syntax: did not find expected ',' or ']' while parsing a flow sequence that began on line 1"),
            Case("nonsense: 1\na: *nope\n", "2:4 syntax: found undefined alias"),
            Case(
                "a:\n\t- 1\n",
                "2:1 syntax: found character that cannot start any token while scanning for the next token that began on line 2"
            ),
            Case("a: \u{1}\n", "1:4 syntax: control characters are not allowed"),
            Case(
                "version: 1\n---\nversion: 1\n",
                "2:1 syntax: but found another document expected a single document in the stream that began on line 1"),
            Case(
                "a: \(String(repeating: "[", count: 200))\n", "1:104 syntax: lists and mappings are nested too deeply"),
            Case("\(String(repeating: "- ", count: 200))a\n", "1:201 syntax: lists and mappings are nested too deeply"),
        ])
    func syntax(_ one: Case) { expect(one) }

    @Test("Bytes that are not UTF-8 are a fault of syntax with their place")
    func notUTF8() {
        let reading = PolicyFile.read(Array("version: 1\nnäme: ".utf8) + [0xff, 0x0a], name: "desk.yaml")
        #expect(said(reading.mistakes) == ["2:8 syntax: the file is not UTF-8 here"])
    }

    @Test(
        "Duplicate keys are reported alone, all of them, each at its second place",
        arguments: [
            Case("version: 1\nversion: 1\nnonsense: 2\n", "2:1 duplicate_key: the key \"version\" stands twice"),
            Case(
                "calendars:\n  office:\n    week:\n      mon: []\n      tue: []\n      mon: []\n      \"mon\": []\n",
                "6:7 duplicate_key: the key \"mon\" stands twice", "7:7 duplicate_key: the key \"mon\" stands twice"),
            Case(
                "x: {a: 1, b: 2, a: 3, b: 4}\n", "1:17 duplicate_key: the key \"a\" stands twice",
                "1:23 duplicate_key: the key \"b\" stands twice"),
            Case("ä: {é: 1, é: 3}\n", "1:13 duplicate_key: the key \"é\" stands twice"),
        ])
    func duplicateKeys(_ one: Case) { expect(one) }

    @Test(
        "Calendars",
        arguments: [
            Case("    weeks: {}\n", "6:5 unknown_key: unknown key \"weeks\" in the calendar \"office\""),
            Case("  x: {week: {mon: [\"10:00-11:00\"]}}\n", "6:3 missing_key: the calendar \"x\" has no timezone"),
            Case("  x: {timezone: UTC}\n", "6:3 no_working_time: the calendar \"x\" has no working time"),
            Case(
                "  x: {timezone: UTC, week: {mon: []}}\n", "6:3 no_working_time: the calendar \"x\" has no working time"
            ),
            Case(
                "  x: {timezone: UTC, special_days: {2026-01-01: [\"10:00-11:00\"]}, breaks: {2026-01-01: [\"09:00-12:00\"]}}\n",
                "6:3 no_working_time: the calendar \"x\" has no working time"),
            Case(
                "  x: {timezone: Europe/London, special_days: {2026-03-29: [\"01:00-02:00\"]}}\n",
                "6:3 no_working_time: the calendar \"x\" has no working time"),
            Case("  24x7: {timezone: UTC}\n", "6:3 duplicate_name: the calendar \"24x7\" is built in"),
            Case(
                "  x: {timezone: UTC, week: {Mon: [\"10:00-11:00\"]}}\n",
                "6:29 unknown_key: unknown day \"Mon\" in week"),
            Case(
                "  x: {timezone: UTC, week: {mon: \"10:00-11:00\"}}\n",
                "6:34 wrong_kind: the hours of mon has to be a list, and this is a text"),
            Case(
                "  x: {timezone: UTC, week: {mon: }}\n",
                "6:34 wrong_kind: the hours of mon has to be a list, and this is empty"),
            Case(
                "  x: {timezone: UTC, week: {mon: [\"9:00-11:00\"]}}\n",
                "6:35 bad_value: \"9:00-11:00\" is no interval of times"),
            Case(
                "  x: {timezone: UTC, week: {mon: [\"10:00-24:01\"]}}\n",
                "6:35 bad_value: \"10:00-24:01\" is no interval of times"),
            Case(
                "  x: {timezone: UTC, week: {mon: [\"10:00-10:00\"]}}\n",
                "6:35 bad_value: \"10:00-10:00\" opens and closes at the same time"),
            Case(
                "  x: {timezone: UTC, week: {mon: [\"24:00-10:00\"]}}\n",
                "6:35 bad_value: \"24:00-10:00\" opens at 24:00"),
            Case("    holidays: [2026-02-30]\n", "6:16 bad_value: the date \"2026-02-30\" does not exist"),
            Case("    holidays: [26-02-03]\n", "6:16 bad_value: \"26-02-03\" is no date"),
            Case("    holidays: 2026-02-03\n", "6:15 wrong_kind: holidays has to be a list, and this is a text"),
            Case("    holidays: [{yearly: \"02-30\"}]\n", "6:25 bad_value: no year has the date \"02-30\""),
            Case("    holidays: [{yearly: \"2-3\"}]\n", "6:25 bad_value: \"2-3\" is no day of the year"),
            Case("    holidays: [{name: x}]\n", "6:16 missing_key: a holiday has no date"),
            Case(
                "    holidays: [{date: 2026-01-01, yearly: \"01-01\"}]\n",
                "6:35 bad_value: a holiday is either on one date or yearly, and this is both"),
            Case(
                "    holidays: [{date: 2026-01-01, title: x}]\n", "6:35 unknown_key: unknown key \"title\" in a holiday"
            ),
            Case(
                "    special_days: [2026-01-01]\n",
                "6:19 wrong_kind: special_days has to be a mapping of keys and values, and this is a list"),
            Case("    special_days: {2026-13-01: []}\n", "6:20 bad_value: the date \"2026-13-01\" does not exist"),
            Case("    breaks: {2026-01-01: [\"noon\"]}\n", "6:27 bad_value: \"noon\" is no interval of times"),
        ])
    func calendars(_ one: Case) { expect(one, after: PolicySample.calendar) }

    @Test(
        "Versions of a calendar",
        arguments: [
            Case("  x: []\n", "6:6 wrong_kind: the calendar \"x\" has no versions"),
            Case(
                """
                  x:
                    - {valid: {until: 2026-03-31}, timezone: UTC, week: {mon: ["10:00-19:00"]}}
                    - {valid: {from: 2026-03-31}, timezone: UTC, week: {mon: ["09:00-18:00"]}}

                """,
                "8:7 overlapping_versions: two versions of the calendar \"x\" are valid on one date; the other one begins on line 7"
            ),
            Case(
                "  x: [{valid: {from: 2026-03-31, until: 2026-03-30}, timezone: UTC, week: {mon: [\"10:00-19:00\"]}}]\n",
                "6:15 bad_value: valid ends on 2026-03-30, before it begins on 2026-03-31"),
            Case(
                "  x: [{valid: {to: 2026-03-30}, timezone: UTC, week: {mon: [\"10:00-19:00\"]}}]\n",
                "6:16 unknown_key: unknown key \"to\" in valid"),
        ])
    func versions(_ one: Case) { expect(one, after: PolicySample.calendar) }

    @Test(
        "Policies",
        arguments: [
            Case("    target: {}\n", "5:5 unknown_key: unknown key \"target\" in a policy"),
            Case("    valid: {form: 2026-01-01}\n", "5:13 unknown_key: unknown key \"form\" in valid"),
            Case(
                "    valid: {from: 2026-02-01, until: 2026-01-31}\n",
                "5:12 bad_value: valid ends on 2026-01-31, before it begins on 2026-02-01"),
            Case("    when: {channel: [phone]}\n", "5:22 bad_value: unknown channel \"phone\""),
            Case("    when: {prio: [high]}\n", "5:12 unknown_key: unknown key \"prio\" in when"),
            Case("    when: {priority: [hihg]}\n", "5:23 unknown_priority: unknown priority \"hihg\""),
            Case("    when: {amc: [lapsed]}\n", "5:18 bad_value: unknown contract state \"lapsed\" in amc"),
            Case("    when: {customer: {a: b}}\n", "5:22 wrong_kind: customer has to be a list, and this is a mapping"),
            Case("    when:\n", "5:10 wrong_kind: when has to be a mapping of keys and values, and this is empty"),
            Case(
                "    pause_on: [Waitin for Customer]\n",
                "5:16 unknown_status: unknown status \"Waitin for Customer\" in pause_on"),
            Case(
                "    pause_on: [On Hold, Resolved]\n",
                "5:25 done_status_pauses: \"Resolved\" is a done status and cannot pause a clock: it stops"),
            Case("    pause_on: {claim: [On Hold]}\n", "5:16 bad_value: claim never pauses"),
            Case("    pause_on: {resolutoin: [On Hold]}\n", "5:16 unknown_clock: unknown clock \"resolutoin\""),
            Case(
                "    pause_on: {periodic_update: [Closed]}\n",
                "5:34 done_status_pauses: \"Closed\" is a done status and cannot pause a clock: it stops"),
            Case("    on_reopen: restrat\n", "5:16 bad_value: unknown on_reopen \"restrat\""),
            Case("    on_reopen: newclock\n", "5:16 bad_value: unknown on_reopen \"newclock\""),
            Case("    on_priority_change: kept\n", "5:25 bad_value: unknown on_priority_change \"kept\""),
            Case("    due_source: row\n", "5:17 bad_value: unknown due_source \"row\""),
            Case("    warning_lead: 2,5%\n", "5:19 bad_value: warning_lead is no share of a target: \"2,5%\""),
            Case(
                "    warning_lead: 0.00001%\n",
                "5:19 bad_value: warning_lead is no share of a target: \"0.00001%\""),
            Case("    warning_lead: -5m\n", "5:19 negative_duration: warning_lead cannot be negative: \"-5m\""),
            Case(
                "  - calendar: 24x7\n    when: {priority: high}\n",
                "5:5 missing_key: a policy has no name",
                "5:5 unreachable_policy: the policy \"\" can never match: \"desk\" before it has no conditions"),
            Case(
                "    when: {priority: high}\n  - {name: desk, calendar: 24x7}\n",
                "6:12 duplicate_name: a policy \"desk\" stands on line 3 already"),
            Case(
                "  - {name: more, calendar: 24x7, when: {priority: high}}\n",
                "5:12 unreachable_policy: the policy \"more\" can never match: \"desk\" before it has no conditions"),
            Case(
                "    when: {}\n  - {name: more, calendar: 24x7}\n",
                "6:12 unreachable_policy: the policy \"more\" can never match: \"desk\" before it has no conditions"),
            Case("  - 7\n", "5:5 wrong_kind: a policy has to be a mapping of keys and values, and this is a text"),
        ])
    func policies(_ one: Case) { expect(one, after: PolicySample.policy) }

    @Test(
        "Targets",
        arguments: [
            Case("    targets: {first_respnse: {high: 1h}}\n", "5:15 unknown_clock: unknown clock \"first_respnse\""),
            Case(
                "    targets: {resolution: 4h}\n",
                "5:27 wrong_kind: the targets of resolution has to be a mapping of keys and values, and this is a text"),
            Case(
                "    targets: {resolution: {hihg: 1h}}\n",
                "5:28 unknown_priority: unknown priority \"hihg\" in the targets of resolution"),
            Case(
                "    targets: {resolution: {untriaged: 1h}}\n",
                "5:28 unknown_priority: untriaged tickets have no target of their own"),
            Case(
                "    targets: {resolution: {urgent: 1h, critical: 2h}}\n",
                "5:40 duplicate_name: urgent has a target already under another key"),
            Case(
                "    targets: {resolution: {high: 1h}, Resolution: {high: 2h}}\n",
                "5:39 duplicate_name: the clock resolution has targets already"),
            Case(
                "    targets: {resolution: {high: -1h}}\n",
                "5:34 negative_duration: the target of high cannot be negative: \"-1h\""),
            Case(
                "    targets: {resolution: {high: 1 hour}}\n",
                "5:34 bad_value: the target of high is no duration: \"1 hour\""),
            Case(
                "    targets: {resolution: {high: 9999999999999h}}\n",
                "5:34 bad_value: the target of high is too long: \"9999999999999h\""),
            Case(
                "    targets: {resolution: {high: 99999999999999999999}}\n",
                "5:34 bad_value: the target of high is too long: \"99999999999999999999\""),
            Case(
                "    targets: {resolution: {calendar: offce, high: 1h}}\n",
                "5:38 unknown_calendar: unknown calendar \"offce\""),
            Case(
                "    targets: {first_response: {by: status, high: 1h}}\n", "5:36 bad_value: unknown by \"status\""),
            Case(
                "    targets: {resolution: {by: reply, high: 1h}}\n",
                "5:28 unknown_key: unknown key \"by\" in the targets of resolution"),
        ])
    func targets(_ one: Case) { expect(one, after: PolicySample.policy) }

    @Test(
        "Levels",
        arguments: [
            Case(
                "    levels: [{at: 50%}]\n",
                "5:13 wrong_kind: levels has to be a mapping of keys and values, and this is a list"),
            Case("    levels: {resolutio: []}\n", "5:14 unknown_clock: unknown clock \"resolutio\""),
            Case(
                "    levels: {resolution: [{at: 2h, tell: owner}]}\n",
                "5:32 bad_value: at does not say whether \"2h\" is before or after"),
            Case(
                "    levels: {resolution: [{at: -2x, tell: owner}]}\n", "5:32 bad_value: at is no duration: \"-2x\""),
            Case(
                "    levels: {resolution: [{at: x%, tell: owner}]}\n",
                "5:32 bad_value: at is no share of a target: \"x%\""),
            Case("    levels: {resolution: [{tell: owner}]}\n", "5:27 missing_key: a level of resolution has no at"),
            Case("    levels: {resolution: [{at: 5%}]}\n", "5:27 missing_key: a level of resolution tells nobody"),
            Case(
                "    levels: {resolution: [{at: 5%, tel: owner, tell: owner}]}\n",
                "5:36 unknown_key: unknown key \"tel\" in a level of resolution"),
        ])
    func levels(_ one: Case) { expect(one, after: PolicySample.policy) }

    @Test("A wrong calendar is one mistake, not one for each policy that uses it")
    func noFollowUps() {
        let text = """
            calendars:
              office: {timezone: Nowhere/Land, week: {mon: ["10:00-19:00"]}}
            policies:
              - {name: a, calendar: office, targets: {resolution: {high: 1h}}}

            """
        expect(Case(text, "2:22 unknown_zone: unknown time zone \"Nowhere/Land\""))
    }

    @Test("Everything is reported in one run, in the order of the file")
    func allAtOnce() {
        let text = """
            timezone: Europe/Londn
            calendars:
              office: {timezone: UTC, week: {mon: ["10:00-10:00"]}, brakes: {}}
            policies:
              - {name: a, calendar: ofice, pause_on: [Closed]}

            """
        expect(
            Case(
                text, "1:11 unknown_zone: unknown time zone \"Europe/Londn\"",
                "3:40 bad_value: \"10:00-10:00\" opens and closes at the same time",
                "3:57 unknown_key: unknown key \"brakes\" in the calendar \"office\"",
                "5:25 unknown_calendar: unknown calendar \"ofice\"",
                "5:43 done_status_pauses: \"Closed\" is a done status and cannot pause a clock: it stops"))
    }

    @Test("A mistake behind an anchor is reported once, where it is written")
    func anchors() {
        let text = """
            policies:
              - {name: a, calendar: 24x7, when: {priority: low}, targets: {resolution: &r {high: soon}}}
              - {name: b, calendar: 24x7, targets: {resolution: *r}}

            """
        expect(Case(text, "2:86 bad_value: the target of high is no duration: \"soon\""))
    }

    @Test(
        "Suggestions",
        arguments: [
            ("timezone: asia/kolkata\n", "did you mean \"Asia/Kolkata\"?"),
            ("timezone: IST\n", "did you mean \"Asia/Kolkata\"?"),
            ("timezone: Kolkata\n", "did you mean \"Asia/Kolkata\"?"),
            ("timezone: Europe/Londn\n", "did you mean \"Europe/London\"?"),
            ("polices: []\n", "did you mean \"policies\"?"),
            ("policies: [{name: a, calendar: 24/7}]\n", "did you mean \"24x7\"?"),
            (
                "policies: [{name: a, calendar: 24x7, pause_on: [Waiting]}]\n",
                "known are: New, Open, In Progress, On Hold, Waiting for Customer, Resolved, Closed, Reopened, BillRaised, BillProcessed"
            ),
            ("policies: [{name: a, calendar: 24x7, pause_on: [Onhol]}]\n", "did you mean \"On Hold\"?"),
            (
                "policies: [{name: a, calendar: 24x7, targets: {resolution: {critcal: 1h}}}]\n",
                "did you mean \"critical\"?"
            ),
            ("calendars: {a: {timezone: UTC, week: {monday: [\"10:00-19:00\"]}}}\n", "did you mean \"mon\"?"),
            ("calendars: {a: {timezone: UTC, week: {mon: [\"10:00-10:00\"]}}}\n", "write 00:00-24:00 for a whole day"),
        ])
    func suggestions(_ text: String, _ hint: String) {
        let reading = PolicyFile.read(Array(text.utf8), name: "desk.yaml")
        #expect(reading.mistakes.map(\.hint) == [hint])
    }

    @Test("A mistake reads like a compiler's")
    func compilerStyle() {
        let reading = PolicyFile.read(Array("version: 1\ntimezone: Europe/Londn\n".utf8), name: "desk.yaml")
        #expect(
            reading.mistakes.map(\.description) == [
                """
                desk.yaml:2:11: error[unknown_zone]: unknown time zone "Europe/Londn"
                  timezone: Europe/Londn
                            ^
                  hint: did you mean "Europe/London"?
                """
            ])
    }

    @Test("No prefix and no single damaged byte of the sample makes the reader stop without an answer")
    func damage() {
        let bytes = Array(PolicySample.full.utf8)
        for length in stride(from: 0, to: bytes.count, by: 67) {
            let reading = PolicyFile.read(Array(bytes[..<length]), name: "desk.yaml")
            #expect(reading.policies != nil || !reading.mistakes.isEmpty)
        }
        for index in stride(from: 0, to: bytes.count, by: 53) {
            var damaged = bytes
            damaged[index] = [0x00, 0x22, 0x5b, 0x3a, 0xff, 0x2a, 0x26][index / 53 % 7]
            let reading = PolicyFile.read(damaged, name: "desk.yaml")
            #expect(reading.policies != nil || !reading.mistakes.isEmpty)
        }
    }
}
