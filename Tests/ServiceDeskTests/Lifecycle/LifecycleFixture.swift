import ServiceDesk
import TestSupport

/// Tickets, callers and commands for tests of the lifecycle.
enum Life {
    static let now = instant("2026-03-02T05:00:00Z")
    static let company: EntityID<Customer> = DeskBuilder.id(1)
    static let otherCompany: EntityID<Customer> = DeskBuilder.id(2)
    static let ticketID: EntityID<Ticket> = DeskBuilder.id(1042)

    /// A caller of each role; agents have the role's place as the number of their id.
    static func caller(_ role: Role, of company: EntityID<Customer> = Life.company) -> Caller {
        let number = Int(role.rawValue)
        switch role {
        case .customerAdmin, .customerMember:
            return Caller(
                .portalUser(DeskBuilder.id(number), of: company), role: role, name: "\(role.word)@example.com")
        case .apiKey: return Caller(.accessKey(DeskBuilder.id(number), of: company), role: role, name: "atk_0a1b")
        default: return Caller(.agent(DeskBuilder.id(number)), role: role, name: role.word)
        }
    }

    static func assignee(_ role: Role, isEnabled: Bool = true) -> Assignee {
        Assignee(id: DeskBuilder.id(Int(role.rawValue)), username: role.word, role: role, isEnabled: isEnabled)
    }

    static let intake = Intake(customer: company, title: "GST return fails", category: "GST", priority: .high)

    /// A ticket in a status, held by somebody.
    static func ticket(_ status: Status, heldBy holder: EntityID<Agent>? = nil) -> TicketState {
        var ticket = TicketState(id: ticketID)
        ticket.name = "T-1042"
        ticket.apply(.ticketCreated(intake), at: now)
        if let holder { ticket.apply(.assigned(from: nil, to: holder, note: nil), at: now) }
        switch status {
        case .new: break
        case .billRaised, .billProcessed:
            ticket.apply(.statusChanged(from: TicketStatus(.new), to: .resolved, reason: nil), at: now)
            let bill = Bill(amount: Paise(150_000))
            ticket.apply(.billRaised(bill, from: TicketStatus(.resolved), replaces: nil), at: now)
            if status == .billProcessed {
                ticket.apply(
                    .billProcessed(bill, reference: nil, reason: nil, from: TicketStatus(.billRaised)), at: now)
            }
        default: ticket.apply(.statusChanged(from: TicketStatus(.new), to: status, reason: nil), at: now)
        }
        ticket.version = 7
        return ticket
    }

    /// Every command, those to a status once for each status; none of them is done already except by its status.
    static let commands: [TicketCommand] =
        [
            .create(intake), .claim(note: nil), .unclaim(note: nil), .assign(to: assignee(.moderator), note: nil),
            .escalate(to: assignee(.supportHead), reason: "late"), .setPriority(.low, reason: nil),
            .setCategory("Payroll", reason: nil), .resolve(solution: "done"),
            .resolve(solution: nil), .resolveWithBill(Paise(100), solution: nil),
            .close(reason: nil), .reopen(reason: "again"), .raiseBill(Paise(100), number: "7"),
            .processBill(reference: "utr", reason: nil), .cancelBill(reason: "wrong"),
            .comment(id: DeskBuilder.id(5), body: "text", isInternal: false),
            .comment(id: DeskBuilder.id(5), body: "text", isInternal: true),
            .remark(id: DeskBuilder.id(6), text: "text"),
            .reportService(ServiceRecord(id: DeskBuilder.id(7), minutes: 30, solution: "done")),
        ] + Status.allCases.map { .setStatus($0, reason: nil) }
}

/// given, when, then.
struct Given {
    var ticket: TicketState

    init(_ ticket: TicketState) { self.ticket = ticket }

    /// What a command does, or the code of its refusal.
    func when(
        _ command: TicketCommand, by role: Role, at now: Instant = Life.now, expecting version: Int64? = nil
    ) -> Result<[TicketEvent], Refusal> {
        do throws(Refusal) {
            return .success(try ticket.decide(command, by: Life.caller(role), at: now, expecting: version))
        } catch {
            return .failure(error)
        }
    }
}

extension Result where Success == [TicketEvent], Failure == Refusal {
    /// What the command exits with.
    var exit: Int32 {
        switch self {
        case .success: 0
        case .failure(let refusal): refusal.exitCode
        }
    }

    /// The events, none for a refusal.
    var events: [TicketEvent] { (try? get()) ?? [] }

    /// The code of the refusal, or nil.
    var code: String? {
        if case .failure(let refusal) = self { refusal.code } else { nil }
    }
}
