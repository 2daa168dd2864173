public import ServiceDesk

/// The contract's table of transitions once more, as a person would copy it: a line for each row of the table, with the
/// command, the statuses that it starts from, what it leaves and who may give it. Nothing here is taken from the tables
/// of the core, which are compared with it cell by cell.
public enum LiteralLifecycle {
    static let table = """
        create          | -             | New         | Admin, Support Head, Support, Sales, Moderator, Customer Admin, Customer Member, API Key
        claim           | open, waiting | same        | Support, Support Head, Admin
        unclaim         | open, waiting | same        | Support, Support Head, Admin
        assign          | open, waiting | same        | Support Head, Admin
        escalate        | open, waiting | same        | Support Head, Admin, Support (own)
        priority        | open, waiting | same        | Support Head, Admin, Support (own)
        category        | open, waiting | same        | Support Head, Admin, Support (own)
        status          | open, waiting | Open, In Progress, On Hold, Waiting for Customer | Support (own), Support Head, Admin
        resolve         | open, waiting | Resolved    | Support (own), Support Head, Admin
        resolveWithBill | open, waiting | BillRaised  | Support (own), Support Head, Admin
        close           | open, waiting, Resolved | Closed | Support (own), Support Head, Admin
        close           | Resolved      | Closed      | Customer Admin
        reopen          | Resolved, Closed | Reopened | Support, Support Head, Admin, Customer Admin, Customer Member
        reopen          | BillRaised    | Reopened    | Support Head, Admin
        reopen          | BillProcessed | Reopened    | Admin
        raiseBill       | Resolved, Closed | BillRaised | Accountant, Admin
        processBill     | BillRaised    | BillProcessed | Accountant, Admin
        cancelBill      | BillRaised    | Resolved    | Accountant, Admin
        cancelBill      | BillProcessed | BillRaised  | Admin
        comment         | any           | same        | agents, Customer Admin, Customer Member
        internalComment | any           | same        | agents
        remark          | any           | same        | agents, Customer Admin, Customer Member
        serviceReport   | any but New   | same        | Support (own), Support Head, Admin
        show            | any           | same        | agents, Customer Admin, Customer Member, API Key
        history         | any           | same        | agents, Customer Admin, Customer Member, API Key
        list            | any           | same        | agents, Customer Admin, Customer Member, API Key
        """

    /// A row.
    public struct Line: Sendable {
        /// The command.
        public let verb: String
        /// Where it starts from.
        public let from: Set<Status>
        /// What it leaves; nil for the same.
        public let to: [Status]?
        /// Who may give it to any ticket.
        public let anyTicket: Set<Role>
        /// Who may give it to an own ticket.
        public let ownTicket: Set<Role>

        /// Everybody whom it names.
        public var roles: Set<Role> { anyTicket.union(ownTicket) }
    }

    /// The rows.
    public static let lines: [Line] = table.split(separator: "\n").map { line in
        let cells = line.split(separator: "|").map { trimmed($0) }
        var any: Set<Role> = []
        var own: Set<Role> = []
        for word in cells[3].split(separator: ",").map({ trimmed($0) }) {
            if word == "agents" {
                any.formUnion([.admin, .supportHead, .supportEngineer, .accountant, .sales, .moderator])
            } else if word.hasSuffix(" (own)"), let role = Role(String(word.dropLast(6))) {
                own.insert(role)
            } else if let role = Role(word) {
                any.insert(role)
            }
        }
        return Line(
            verb: cells[0], from: statuses(cells[1]),
            to: cells[2] == "same" ? nil : cells[2].split(separator: ",").compactMap { Status(trimmed($0)) },
            anyTicket: any, ownTicket: own)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func statuses(_ text: String) -> Set<Status> {
        var all: Set<Status> = []
        for word in text.split(separator: ",").map({ trimmed($0) }) {
            switch word {
            case "-": break
            case "any": all.formUnion(Status.allCases)
            case "any but New": all.formUnion(Status.allCases.filter { $0 != .new })
            case "open": all.formUnion([.new, .open, .inProgress, .onHold, .reopened])
            case "waiting": all.insert(.waitingForCustomer)
            default: if let status = Status(word) { all.insert(status) }
            }
        }
        return all
    }

    /// What the table says about a command of a role to a ticket in a status: 77 for a role that may not, 4 for a status
    /// that does not allow it, 0 else. What a command finds done already is not asked here.
    public static func exit(_ verb: TicketVerb, _ status: Status, _ role: Role, isOwn: Bool, wanted: Status?) -> Int32 {
        let rows = lines.filter { $0.verb == "\(verb)" }
        let here = rows.filter { $0.from.contains(status) }
        if here.isEmpty { return rows.contains { $0.roles.contains(role) } ? 4 : 77 }
        guard here.contains(where: { $0.anyTicket.contains(role) || (isOwn && $0.ownTicket.contains(role)) }) else {
            return 77
        }
        if let wanted, let to = here[0].to, !to.contains(wanted) { return 4 }
        return 0
    }
}
