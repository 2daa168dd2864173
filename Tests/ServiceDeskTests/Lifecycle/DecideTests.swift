import ServiceDesk
import TestSupport
import Testing

/// What each command does to a ticket, and in which order it is refused.
@Suite struct DecideTests {
    private let engineer = Life.caller(.supportEngineer)
    private var own: TicketState { Life.ticket(.inProgress, heldBy: engineer.agent) }

    // MARK: - Events

    @Test func resolvingIsAStatus() {
        let events = Given(own).when(.resolve(solution: "patched"), by: .supportEngineer).events
        #expect(events == [.statusChanged(from: TicketStatus(.inProgress), to: .resolved, reason: "patched")])
    }

    @Test func resolvingWithABillIsOneEvent() {
        let events = Given(own).when(.resolveWithBill(Paise(50_000), solution: nil), by: .supportEngineer).events
        #expect(events.map(\.action) == ["ticket_resolved_bill_raised"])
        var ticket = own
        for event in events { ticket.apply(event, at: Life.now) }
        #expect(ticket.status?.known == .billRaised)
        #expect(ticket.billing == .raised && ticket.bill?.amount == Paise(50_000))
        #expect(ticket.billedAt == Life.now && ticket.completedAt == Life.now && ticket.taskStatus == .completed)
    }

    @Test func escalatingRaisesAndHandsUp() {
        let head = Life.assignee(.supportHead)
        let events = Given(own).when(.escalate(to: head, reason: "late"), by: .supportEngineer).events
        #expect(events.map(\.action) == ["escalated", "priority_changed", "assigned"])
        var ticket = own
        for event in events { ticket.apply(event, at: Life.now) }
        #expect(ticket.priority == .urgent && ticket.assignee == head.id)
        // Urgent and there already: only the escalation itself is left to tell.
        #expect(
            Given(ticket).when(.escalate(to: head, reason: "still"), by: .admin).events.map(\.action) == ["escalated"])
    }

    @Test func prioritiesRiseByAStep() {
        #expect(Priority.allCases.map(\.raised) == [.urgent, .urgent, .high, .medium, .high])
    }

    @Test func aNewBillReplacesOneThatAReopeningLeft() {
        var ticket = Life.ticket(.billRaised)
        for event in Given(ticket).when(.reopen(reason: "again"), by: .supportHead).events {
            ticket.apply(event, at: Life.now)
        }
        #expect(ticket.billing == .raised && ticket.completedAt == nil && ticket.taskStatus == .inProgress)
        ticket.apply(.statusChanged(from: TicketStatus(.reopened), to: .resolved, reason: nil), at: Life.now)
        let events = Given(ticket).when(.raiseBill(Paise(200), number: "B-2"), by: .accountant).events
        #expect(
            events == [
                .billRaised(
                    Bill(amount: Paise(200), number: "B-2"), from: TicketStatus(.resolved),
                    replaces: Bill(amount: Paise(150_000)))
            ])
        #expect(events.first?.payload(by: Life.caller(.accountant))["replaces"] == "1500.00")
    }

    @Test func aPaidBillStands() {
        var ticket = Life.ticket(.billProcessed)
        ticket.apply(.statusChanged(from: TicketStatus(.billProcessed), to: .reopened, reason: nil), at: Life.now)
        #expect(Given(ticket).when(.resolveWithBill(Paise(1), solution: nil), by: .admin).code == "bill_stands")
        ticket.apply(.statusChanged(from: TicketStatus(.reopened), to: .closed, reason: nil), at: Life.now)
        #expect(Given(ticket).when(.raiseBill(Paise(1), number: nil), by: .accountant).code == "bill_stands")
    }

    @Test func cancellingTakesBackABillOrItsPayment() {
        var ticket = Life.ticket(.billProcessed)
        for event in Given(ticket).when(.cancelBill(reason: "bounced"), by: .admin).events {
            ticket.apply(event, at: Life.now)
        }
        #expect(ticket.status?.known == .billRaised && ticket.billing == .raised)
        #expect(ticket.bill?.amount == Paise(150_000) && ticket.billedAt != nil)
        for event in Given(ticket).when(.cancelBill(reason: "wrong"), by: .accountant).events {
            ticket.apply(event, at: Life.now)
        }
        #expect(ticket.status?.known == .resolved && ticket.billing == .none)
        #expect(ticket.bill == nil && ticket.billedAt == nil && ticket.completedAt == Life.now)
    }

    @Test func closingAResolvedTicketKeepsWhenItWasDone() {
        var ticket = Life.ticket(.resolved)
        let later = Life.now + .hours(3)
        ticket.apply(.statusChanged(from: TicketStatus(.resolved), to: .closed, reason: nil), at: later)
        #expect(ticket.completedAt == Life.now && ticket.lastEventAt == later)
    }

    @Test func anUnknownStatusCountsAsOpen() throws {
        var ticket = own
        ticket.status = TicketStatus(row: "Parked")
        let events = Given(ticket).when(.setStatus(.open, reason: nil), by: .supportEngineer).events
        #expect(events.first?.payload(by: engineer)["from"] == "Parked")
    }

    // MARK: - Nothing to do

    @Test func whatHoldsAlreadyIsNoEvent() {
        let done: [(TicketState, TicketCommand, Role)] = [
            (own, .claim(note: "mine"), .supportEngineer),
            (Life.ticket(.open), .unclaim(note: nil), .supportEngineer),
            (own, .assign(to: Life.assignee(.supportEngineer, isEnabled: false), note: nil), .supportHead),
            (own, .setPriority(.high, reason: "x"), .supportEngineer),
            (own, .setCategory("GST", reason: nil), .supportEngineer),
            (own, .setStatus(.inProgress, reason: nil), .supportEngineer),
            (Life.ticket(.resolved), .resolve(solution: nil), .admin),
            (Life.ticket(.closed), .close(reason: nil), .customerAdmin),
            (Life.ticket(.reopened), .reopen(reason: ""), .customerMember),
        ]
        for (ticket, command, role) in done {
            let outcome = Given(ticket).when(command, by: role)
            #expect(outcome.code == nil && outcome.events.isEmpty, "\(command)")
        }
        #expect(Given(Life.ticket(.resolved)).when(.resolve(solution: "more"), by: .admin).code == "illegal_transition")
    }

    // MARK: - The order of refusals

    @Test func theFirstReasonIsGiven() {
        let earlier = Life.now - .hours(1)
        var ticket = own
        let reopen = TicketCommand.reopen(reason: " ")
        // The role, then the version, then the transition, then the text.
        #expect(Given(ticket).when(reopen, by: .sales, expecting: 3).code == "not_permitted")
        #expect(Given(ticket).when(reopen, by: .admin, expecting: 3).code == "stale_version")
        #expect(Given(ticket).when(reopen, by: .admin, expecting: 7).code == "illegal_transition")
        ticket.apply(.statusChanged(from: TicketStatus(.inProgress), to: .closed, reason: nil), at: Life.now)
        #expect(Given(ticket).when(reopen, by: .admin, at: earlier).code == "before_last_event")
        #expect(Given(ticket).when(reopen, by: .admin).code == "missing_field")
        // A version goes before having nothing to do.
        #expect(Given(ticket).when(.close(reason: nil), by: .admin, expecting: 3).code == "stale_version")
    }

    @Test func ranksAscend() {
        let ranks = Refusal.Rank.allCases
        #expect(ranks == ranks.sorted())
        #expect(Set(ranks.map(\.rawValue)).count == ranks.count)
    }

    @Test func whoMayHaveATicket() {
        for role in Role.agents {
            let ticket = Life.ticket(.open)
            let mayHave: Set<Role> = [.supportEngineer, .supportHead, .admin]
            let assigned = Given(ticket).when(.assign(to: Life.assignee(role), note: nil), by: .admin)
            #expect((assigned.code == nil) == mayHave.contains(role), "\(role)")
            let escalated = Given(ticket).when(.escalate(to: Life.assignee(role), reason: "late"), by: .admin)
            #expect((escalated.code == nil) == (role == .supportHead), "\(role)")
        }
        let disabled = Life.assignee(.supportEngineer, isEnabled: false)
        #expect(Given(Life.ticket(.open)).when(.assign(to: disabled, note: nil), by: .admin).code == "unfit_assignee")
        #expect(
            Given(Life.ticket(.open)).when(.escalate(to: nil, reason: "x"), by: .admin).code == "nobody_to_escalate_to")
    }

    @Test func refusalsSayWhatToDo() throws {
        let refused = Given(Life.ticket(.closed)).when(.setStatus(.inProgress, reason: nil), by: .admin)
        guard case .failure(let refusal) = refused else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.message == "T-1042 is Closed: ticket status cannot make it In Progress")
        #expect(refusal.hint == "aroundtally ticket reopen T-1042 --reason TEXT begins the work again")
        let known = Given(Life.ticket(.open)).when(.setStatus(.resolved, reason: nil), by: .admin)
        guard case .failure(let other) = known else {
            Issue.record("not refused")
            return
        }
        #expect(other.hint == "aroundtally ticket resolve T-1042")
    }
}
