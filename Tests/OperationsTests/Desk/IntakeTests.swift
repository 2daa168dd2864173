import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Operations

/// Intakes: keys, repetitions, clashes, and the log of all of them.
@Suite struct IntakeTests {
    private func request(_ title: String, key: String? = nil, description: String? = nil) -> IntakeRequest {
        IntakeRequest(customer: "Anand Sweets", title: title, description: description, clientKey: key)
    }

    @Test(arguments: TestBackEnd.available) func aTicketIsRaised(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        var asked = request("GST return fails")
        asked.priority = "Critical"
        let answer = try desk.desk.create(asked, by: .agent("sales"), from: .cli)
        let row = answer.view.record.row
        #expect(row.name == "T-1" && row.version == 1 && row.status == "New" && row.priority == "Urgent")
        #expect(row.slaDue == TestDesk.start + .hours(4) && row.createdAt == TestDesk.start)
        #expect(answer.events.map(\.action) == ["ticket_created"])
        #expect(answer.events[0].payload["given_priority"] == "Critical")
        #expect(answer.events[0].payload["performed_by_role"] == "Sales")
        #expect(try desk.count("SELECT unlogged AS n FROM tickets") == 0)
        let again = try desk.desk.create(request("Printer"), by: .agent("admin"), from: .cli)
        #expect(again.view.record.row.name == "T-2")
    }

    @Test(arguments: TestBackEnd.available) func aKeyMakesARepetitionHarmless(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        let first = try desk.desk.create(request("GST", key: "k1"), by: TestDesk.claim(.apiKey), from: .api)
        _ = try desk.desk.change("T-1", by: .agent("admin")) { _ in .setCategory("Payroll", reason: nil) }
        // The same content by somebody else, compared with what was sent and not with the row as it is now.
        let second = try desk.desk.create(request("GST", key: "k1"), by: .agent("admin"), from: .cli)
        #expect(second.isReplayed && second.events.isEmpty)
        #expect(second.view.state.id == first.view.state.id && second.view.record.row.category == "Payroll")
        let clash = try desk.exit { try desk.desk.create(request("Other", key: "k1"), by: .agent("admin"), from: .cli) }
        #expect(clash == 4)
        // A key that was used goes before a blank title, a role before the key.
        #expect(try desk.exit { try desk.desk.create(request(" ", key: "k1"), by: .agent("admin"), from: .cli) } == 4)
        #expect(
            try desk.exit { try desk.desk.create(request("GST", key: "k1"), by: .agent("accountant"), from: .cli) }
                == 77)
        #expect(try desk.exit { try desk.desk.create(request(" "), by: .agent("admin"), from: .cli) } == 64)
        // A blank key counts as none.
        let blank = try desk.desk.create(request("GST", key: " "), by: .agent("admin"), from: .cli)
        #expect(!blank.isReplayed)
        let outcomes = try desk.desk.intakes(outcome: nil, limit: nil, by: .agent("support-head")).map(\.outcome)
        #expect(outcomes.sorted() == ["created", "created", "refused", "refused", "refused", "refused", "replayed"])
    }

    @Test(arguments: TestBackEnd.available) func aDryRunLeavesNothing(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        let answer = try desk.desk.create(
            request("GST", key: "k"), by: .agent("admin"), from: .cli, ChangeTerms(isDryRun: true))
        #expect(answer.view.record.row.number == nil && answer.events.count == 1)
        for table in ["tickets", "audit_log", "intakes", "intake_keys"] {
            #expect(try desk.count("SELECT count(*) AS n FROM \(table)") == 0, "\(table)")
        }
        #expect(try desk.desk.create(request("GST"), by: .agent("admin"), from: .cli).view.record.row.name == "T-1")
    }

    /// Keys of tickets that the present app made are in their rows.
    @Test(arguments: TestBackEnd.available) func keysOfImportedTicketsCount(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        try desk.insert(50, .open)
        _ = try desk.database.write { session in
            try session.change("UPDATE tickets SET client_ticket_uuid = 'old' WHERE number = 50")
        }
        var same = request("GST return fails", key: "old")
        same.category = "GST"
        same.priority = "high"
        #expect(try desk.desk.create(same, by: .agent("admin"), from: .cli).isReplayed)
        same.title = "Another"
        #expect(try desk.exit { try desk.desk.create(same, by: .agent("admin"), from: .cli) } == 4)
    }

    @Test(arguments: TestBackEnd.available) func customersSpeakForThemselves(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        let own = try desk.desk.create(
            IntakeRequest(customer: nil, title: "x"), by: TestDesk.claim(.customerMember), from: .cli)
        #expect(own.view.record.row.customer == TestDesk.company)
        for role in Role.customers {
            let other = try desk.exit {
                try desk.desk.create(
                    IntakeRequest(customer: "Bharat Steel", title: "x"), by: TestDesk.claim(role), from: .cli)
            }
            #expect(other == 66)
        }
        let nobody = try desk.exit {
            try desk.desk.create(IntakeRequest(customer: nil, title: "x"), by: .agent("admin"), from: .cli)
        }
        #expect(nobody == 64)
    }

    /// 16 clients at once, 200 calls each over 200 keys: exactly 200 tickets.
    @Test(arguments: TestBackEnd.available) func clientsDoNotRaceEachOther(_ backEnd: TestBackEnd) async throws {
        let desk = try TestDesk(backEnd)
        let request = request
        await withTaskGroup(of: Int.self) { group in
            for client in 0..<16 {
                group.addTask {
                    var failures = 0
                    for call in 0..<200 {
                        let key = "key-\((call * 7 + client * 31) % 200)"
                        let answer = try? desk.desk.create(
                            request("GST \(key)", key, nil), by: .agent("admin"), from: .api)
                        if answer == nil { failures += 1 }
                    }
                    return failures
                }
            }
            for await failures in group { #expect(failures == 0) }
        }
        #expect(try desk.count("SELECT count(*) AS n FROM tickets") == 200)
        #expect(try desk.count("SELECT count(DISTINCT client_ticket_uuid) AS n FROM tickets") == 200)
        #expect(try desk.count("SELECT count(*) AS n FROM audit_log WHERE action = 'ticket_created'") == 200)
        #expect(try desk.count("SELECT count(*) AS n FROM intakes WHERE outcome = 'replayed'") == 3000)
    }
}
