import ServiceDesk
import TestSupport
import Testing

@testable import Operations

/// What a command leaves in the database, and what it leaves alone.
@Suite struct HelpDeskTests {
    private static func raise(_ desk: TestDesk) throws {
        _ = try desk.desk.create(
            IntakeRequest(customer: "Anand Sweets", title: "GST", priority: "High"), by: .agent("admin"), from: .cli)
    }

    @Test(arguments: TestBackEnd.available) func rowAndEventsShareOneInstant(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        try HelpDeskTests.raise(desk)
        desk.pass(.minutes(30))
        let head = TestDesk.agent(.supportHead)
        let answer = try desk.desk.change("T-1", by: .agent("admin")) {
            .escalate(to: try $0.leastLoadedHead(), reason: "late")
        }
        #expect(answer.events.map(\.action) == ["escalated", "priority_changed", "assigned"])
        #expect(Set(answer.events.map(\.createdAt)) == [desk.now])
        let stored = try desk.desk.show("T-1", by: .agent("admin")).record
        #expect(stored.row.version == 2 && stored.row.updatedAt == desk.now && stored.row.assignedTo == head)
        #expect(stored.row.priority == "Urgent" && stored.row.firstAssignedTo == head)
        // Four hours for urgent tickets, half an hour of which is used.
        #expect(stored.row.slaDue == TestDesk.start + .hours(4))
        #expect(stored.row.assignmentHistory.compactText.contains("\"to\":\"\(head.text)\""))
        #expect(stored.events.count == 4)
    }

    @Test(arguments: TestBackEnd.available) func pausedTicketsHaveNoDueAndKeepTheirBreach(
        _ backEnd: TestBackEnd
    ) throws {
        let desk = try TestDesk(backEnd)
        try HelpDeskTests.raise(desk)
        desk.pass(.hours(9))
        let answer = try desk.desk.change("T-1", by: .agent("admin")) { _ in
            .setStatus(.waitingForCustomer, reason: nil)
        }
        let row = answer.view.record.row
        #expect(row.slaDue == nil && row.breachedAt == TestDesk.start + .hours(8))
        #expect(answer.view.serviceState == .paused)
    }

    @Test(arguments: TestBackEnd.available) func aStaleVersionChangesNothing(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        try HelpDeskTests.raise(desk)
        #expect {
            try desk.desk.change("T-1", by: .agent("admin"), ChangeTerms(version: 9)) { _ in .close(reason: nil) }
        } throws: { error in
            let refused = error as? RefusedCommand
            return refused?.refusal.code == "stale_version" && refused?.ticket?.record.row.version == 1
        }
        #expect(try desk.count("SELECT count(*) AS n FROM audit_log") == 1)
    }

    @Test(arguments: TestBackEnd.available) func allTicketsAreAssignedOrNone(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        try desk.insert(1, .open)
        try desk.insert(2, .closed)
        try desk.insert(3, .open, heldBy: TestDesk.agent(.supportEngineer))
        func assign(_ tickets: [String]) throws -> Int32 {
            try desk.exit {
                try desk.desk.assign(
                    tickets, to: "support", note: nil, by: .agent("support-head"), ChangeTerms())
            }
        }
        #expect(try assign(["T-1", "T-2"]) == 4)
        #expect(try assign(["T-1", "T-2", "T-9"]) == 66)
        #expect(try desk.count("SELECT count(*) AS n FROM audit_log") == 0)
        #expect(try assign(["T-1", "T-3"]) == 0)
        #expect(try desk.count("SELECT count(*) AS n FROM audit_log") == 1)
    }

    @Test(arguments: TestBackEnd.available) func escalationsGoToTheLeastLoadedHead(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        _ = try desk.desk.addAgent("a-second", AgentChange(role: .supportHead), by: .agent("admin"))
        func escalate(_ ticket: String) throws -> String? {
            let answer = try desk.desk.change(ticket, by: .agent("admin")) {
                .escalate(to: try $0.leastLoadedHead(), reason: "late")
            }
            let names = try desk.desk.agentNames()
            return answer.view.record.row.assignedTo.flatMap { names[$0] }
        }
        // Done tickets weigh nothing; of two with as many the first by username.
        try desk.insert(1, .closed, heldBy: TestDesk.agent(.supportHead))
        for number in 2...5 { try desk.insert(number, .open) }
        #expect(
            try (2...5).map { try escalate("T-\($0)") } == ["a-second", "support-head", "a-second", "support-head"])
    }

    @Test(arguments: TestBackEnd.available) func onlyAnAdminSetsTheInstant(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        try HelpDeskTests.raise(desk)
        desk.pass(.hours(1))
        func close(_ caller: String, _ at: Instant) throws -> Int32 {
            try desk.exit {
                try desk.desk.change("T-1", by: .agent(caller), ChangeTerms(at: at, isDryRun: true)) { _ in
                    .close(reason: nil)
                }
            }
        }
        #expect(try close("support-head", desk.now) == 77)
        #expect(try close("admin", TestDesk.start - .seconds(1)) == 4)
        #expect(try close("admin", TestDesk.start) == 0)
        #expect(try close("admin", desk.now + .minutes(1)) == 0)
        #expect(try close("admin", desk.now + .minutes(2)) == 64)
    }

    @Test(arguments: TestBackEnd.available) func customersSeeTheirOwnWithoutInternalNotes(
        _ backEnd: TestBackEnd
    ) throws {
        let desk = try TestDesk(backEnd)
        try HelpDeskTests.raise(desk)
        try desk.insert(2, .open, of: TestDesk.otherCompany)
        for isInternal in [true, false] {
            _ = try desk.desk.change("T-1", by: .agent("admin")) {
                .comment(id: $0.newID(), body: "internal: \(isInternal)", isInternal: isInternal)
            }
        }
        let seen = try desk.desk.show("T-1", by: TestDesk.claim(.apiKey)).record
        #expect(seen.comments.map(\.body) == ["internal: false"] && seen.events.count == 2)
        #expect(try desk.desk.show("T-1", by: .agent("moderator")).record.comments.count == 2)
        for role in Role.customers {
            let list = try desk.desk.list(TicketSelection(), by: TestDesk.claim(role))
            #expect(list.map(\.record.row.name) == ["T-1"])
            #expect(try desk.exit { try desk.desk.show("T-2", by: TestDesk.claim(role)) } == 66)
        }
    }

    @Test(arguments: TestBackEnd.available) func ticketsAreFoundByTheBeginningOfTheirIDs(
        _ backEnd: TestBackEnd
    ) throws {
        let desk = try TestDesk(backEnd)
        try desk.insert(1, .open)
        try desk.insert(2, .open)
        let id = (DeskBuilder.id(1) as EntityID<Ticket>).text
        #expect(try desk.desk.show(id.uppercased(), by: .agent("admin")).record.row.number == 1)
        #expect {
            try desk.desk.show("0b1c2d3e", by: .agent("admin"))
        } throws: { error in
            guard case .unclearTicket(_, let candidates) = (error as? RefusedCommand)?.refusal else { return false }
            return candidates.count == 2
        }
        #expect(try desk.exit { try desk.desk.show("ffffffff", by: .agent("admin")) } == 66)
        #expect(try desk.exit { try desk.desk.show("0b1c2", by: .agent("admin")) } == 66)
        #expect(try desk.exit { try desk.desk.show("' OR 1=1 --", by: .agent("admin")) } == 66)
    }
}
