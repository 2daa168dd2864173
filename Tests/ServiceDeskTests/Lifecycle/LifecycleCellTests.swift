import ServiceDesk
import TestSupport
import Testing

/// Every command × status × role, asked of the core and looked up in the literal table.
@Suite struct LifecycleCellTests {
    @Test(arguments: Life.commands) func everyCell(_ command: TicketCommand) {
        guard command.verb != .create else { return }
        var wrong: [String] = []
        for status in Status.allCases {
            for role in Role.allCases {
                for isOwn in [false, true] {
                    let caller = Life.caller(role)
                    guard !isOwn || caller.agent != nil else { continue }
                    // A claim needs a ticket that nobody has, giving back one that the caller has.
                    let held = isOwn ? caller.agent : command.verb == .unclaim ? DeskBuilder.id(99) : nil
                    let given = Given(Life.ticket(status, heldBy: held))
                    let exit = given.when(command, by: role).exit
                    let expected = LifecycleCellTests.expected(command, status, role, isOwn: isOwn)
                    if exit != expected {
                        wrong.append("\(command.verb) \(status) \(role) own=\(isOwn): \(exit), not \(expected)")
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    /// What the literal table says, with the rules beside it that a cell of these tickets meets.
    private static func expected(_ command: TicketCommand, _ status: Status, _ role: Role, isOwn: Bool) -> Int32 {
        var wanted: Status?
        if case .setStatus(let target, _) = command { wanted = target }
        let exit = LiteralLifecycle.exit(command.verb, status, role, isOwn: isOwn, wanted: wanted)
        guard exit != 77 else { return exit }
        let isDone =
            switch command {
            case .claim: isOwn
            case .setStatus(let target, _): target == status
            case .close: status == .closed
            case .resolve(let solution): solution == nil && status == .resolved
            case .reopen: status == .reopened
            default: false
            }
        if isDone { return 0 }
        guard exit == 0 else { return exit }
        switch command {
        // Somebody else has it; a Moderator may not have it.
        case .unclaim: return isOwn ? 0 : 4
        case .assign: return 4
        default: return 0
        }
    }

    /// A ticket is raised by those whom the table names.
    @Test(arguments: Role.allCases) func everyRoleRaises(_ role: Role) {
        let exit = Given(TicketState(id: Life.ticketID)).when(.create(Life.intake), by: role).exit
        let names = LiteralLifecycle.lines.filter { $0.verb == "create" }.flatMap(\.roles)
        #expect(exit == (names.contains(role) ? 0 : 77))
    }

    /// The tables of the core and the literal one are the same, row by row.
    @Test(arguments: TicketVerb.allCases) func tablesAgree(_ verb: TicketVerb) {
        let lines = LiteralLifecycle.lines.filter { $0.verb == "\(verb)" }
        #expect(!lines.isEmpty)
        for status in Status.allCases {
            let rows = lines.filter { $0.from.contains(status) }
            let transition = verb.transition(from: status)
            #expect((transition == nil) == rows.isEmpty, "\(verb) \(status)")
            switch transition?.to {
            case .unchanged: #expect(rows.allSatisfy { $0.to == nil }, "\(verb) \(status)")
            case .become(let targets): #expect(rows.allSatisfy { $0.to == targets }, "\(verb) \(status)")
            case nil: break
            }
            for role in Role.allCases {
                for isOwn in [false, true] {
                    let named =
                        rows.isEmpty
                        ? lines.contains { $0.roles.contains(role) }
                        : rows.contains { $0.anyTicket.contains(role) || (isOwn && $0.ownTicket.contains(role)) }
                    #expect(verb.isPermitted(to: role, in: status, isOwn: isOwn) == named, "\(verb) \(status) \(role)")
                }
            }
        }
    }

    /// Tickets of another company do not exist for customers, whatever is asked: the words are those of an unknown id.
    @Test(arguments: Life.commands) func otherCompaniesDoNotExist(_ command: TicketCommand) {
        guard command.verb != .create else { return }
        for status in Status.allCases {
            var ticket = Life.ticket(status)
            ticket.customer = Life.otherCompany
            for role in Role.customers {
                guard case .failure(let refusal) = Given(ticket).when(command, by: role) else {
                    Issue.record("\(command.verb) \(status) \(role) is permitted")
                    continue
                }
                #expect(refusal == .unknownTicket("T-1042"))
            }
        }
    }

    /// What the settings take away is gone in every status, and nothing else is.
    @Test func settingsOnlyTakeAway() {
        let caller = Caller(
            Life.caller(.admin).identity, role: .admin, name: "admin", withdrawn: [.close])
        let ticket = Life.ticket(.open)
        #expect(throws: Refusal.self) { try ticket.decide(.close(reason: nil), by: caller, at: Life.now) }
        #expect(throws: Never.self) { try ticket.decide(.resolve(solution: nil), by: caller, at: Life.now) }
    }
}
