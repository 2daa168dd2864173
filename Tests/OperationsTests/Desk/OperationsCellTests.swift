import ServiceDesk
import TestSupport
import Testing

@testable import Operations

/// Every command × status × role through the whole write path, on both back ends, looked up in the literal table.
@Suite struct OperationsCellTests {
    /// A command as somebody asks for it, with the status that it asks for.
    private struct Asked {
        var verb: TicketVerb
        var wanted: Status?
        var command: (DeskTransaction) throws -> TicketCommand

        init(
            _ verb: TicketVerb, _ wanted: Status? = nil, _ command: @escaping (DeskTransaction) throws -> TicketCommand
        ) {
            self.verb = verb
            self.wanted = wanted
            self.command = command
        }
    }

    private static var asked: [Asked] {
        let fixed = [
            Asked(.claim) { _ in .claim(note: nil) }, Asked(.unclaim) { _ in .unclaim(note: nil) },
            Asked(.assign) { .assign(to: try $0.agent(named: "admin"), note: "x") },
            Asked(.escalate) { .escalate(to: try $0.leastLoadedHead(), reason: "late") },
            Asked(.priority) { _ in .setPriority(.low, reason: nil) },
            Asked(.category) { _ in .setCategory("Payroll", reason: nil) },
            Asked(.resolve) { _ in .resolve(solution: "done") },
            Asked(.resolveWithBill) { _ in .resolveWithBill(Paise(100), solution: nil) },
            Asked(.close) { _ in .close(reason: nil) }, Asked(.reopen) { _ in .reopen(reason: "again") },
            Asked(.raiseBill) { _ in .raiseBill(Paise(100), number: nil) },
            Asked(.processBill) { _ in .processBill(reference: nil, reason: nil) },
            Asked(.cancelBill) { _ in .cancelBill(reason: "wrong") },
            Asked(.comment) { .comment(id: $0.newID(), body: "text", isInternal: false) },
            Asked(.internalComment) { .comment(id: $0.newID(), body: "text", isInternal: true) },
            Asked(.remark) { .remark(id: $0.newID(), text: "text") },
            Asked(.serviceReport) { .reportService(ServiceRecord(id: $0.newID(), minutes: 5, solution: "done")) },
        ]
        return fixed + Status.allCases.map { status in Asked(.status, status) { _ in .setStatus(status, reason: nil) } }
    }

    /// Every command has a cell of its own: a new one without is found here.
    @Test func everyVerbIsAsked() {
        let asked = Set(OperationsCellTests.asked.map(\.verb))
        #expect(asked.union([.create, .show, .history, .list]) == Set(TicketVerb.allCases))
    }

    @Test(arguments: TestBackEnd.available) func everyCell(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        for (place, status) in Status.allCases.enumerated() {
            try desk.insert(100 + place, status)
            for role in Role.agents {
                try desk.insert(200 + place * 10 + Int(role.rawValue), status, heldBy: TestDesk.agent(role))
            }
        }
        var wrong: [String] = []
        for (place, status) in Status.allCases.enumerated() {
            for role in Role.allCases {
                let isOwn = role.isAgent
                let number = isOwn ? 200 + place * 10 + Int(role.rawValue) : 100 + place
                for asked in OperationsCellTests.asked {
                    let exit = try desk.exit {
                        try desk.desk.change(
                            "T-\(number)", by: TestDesk.claim(role), ChangeTerms(isDryRun: true), asked.command)
                    }
                    let expected = OperationsCellTests.expected(asked.verb, asked.wanted, status, role)
                    if exit != expected { wrong.append("\(asked.verb) \(status) \(role): \(exit), not \(expected)") }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
        // None of these dry runs left anything behind.
        #expect(try desk.count("SELECT count(*) AS n FROM audit_log") == 0)
        #expect(try desk.count("SELECT max(version) AS n FROM tickets") == 1)
    }

    /// Agents act on tickets that they have, customers on one that nobody has.
    private static func expected(_ verb: TicketVerb, _ wanted: Status?, _ status: Status, _ role: Role) -> Int32 {
        let exit = LiteralLifecycle.exit(verb, status, role, isOwn: role.isAgent, wanted: wanted)
        guard exit != 77 else { return exit }
        let holds =
            switch verb {
            case .claim: true
            case .assign: role == .admin
            case .status: wanted == status
            case .close: status == .closed
            case .reopen: status == .reopened
            default: false
            }
        if holds { return 0 }
        return exit
    }

    @Test(arguments: TestBackEnd.available) func everyRoleRaises(_ backEnd: TestBackEnd) throws {
        let desk = try TestDesk(backEnd)
        let names = LiteralLifecycle.lines.filter { $0.verb == "create" }.flatMap(\.roles)
        for role in Role.allCases {
            let exit = try desk.exit {
                try desk.desk.create(
                    IntakeRequest(customer: "Anand Sweets", title: "x"), by: TestDesk.claim(role), from: .cli)
            }
            #expect(exit == (names.contains(role) ? 0 : 77), "\(role)")
        }
        #expect(try desk.count("SELECT count(*) AS n FROM intakes") == Int64(Role.allCases.count))
    }
}
