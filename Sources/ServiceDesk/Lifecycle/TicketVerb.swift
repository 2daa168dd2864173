/// What can be asked of a ticket: a word for every command, and the rows of the two tables of the lifecycle.
public enum TicketVerb: UInt8, CaseIterable, Hashable, Sendable {
    /// Commands of the desk, in the order of a ticket's life.
    case create, claim, unclaim, assign, escalate, priority, category, status, resolve, resolveWithBill, close, reopen
    /// Commands about the bill.
    case raiseBill, processBill, cancelBill
    /// Commands that add a text.
    case comment, internalComment, remark, serviceReport
    /// Questions.
    case show, history, list

    /// How it is typed.
    public var words: String {
        switch self {
        case .create: "ticket create"
        case .claim: "ticket claim"
        case .unclaim: "ticket unclaim"
        case .assign: "ticket assign"
        case .escalate: "ticket escalate"
        case .priority: "ticket priority"
        case .category: "ticket category"
        case .status: "ticket status"
        case .resolve: "ticket resolve"
        case .resolveWithBill: "ticket resolve --bill"
        case .close: "ticket close"
        case .reopen: "ticket reopen"
        case .raiseBill: "bill raise"
        case .processBill: "bill process"
        case .cancelBill: "bill cancel"
        case .comment: "ticket comment"
        case .internalComment: "ticket comment --internal"
        case .remark: "ticket remark"
        case .serviceReport: "ticket service-report"
        case .show: "ticket show"
        case .history: "ticket history"
        case .list: "ticket list"
        }
    }

    /// Whether it changes nothing.
    public var isQuestion: Bool { self == .show || self == .history || self == .list }
}

extension Set<Status> {
    /// The statuses of a ticket that is not done: the open ones, and Waiting for Customer.
    public static let unfinished: Set<Status> = [.new, .open, .inProgress, .onHold, .reopened, .waitingForCustomer]

    /// Every status.
    public static let all = Set(Status.allCases)
}

// MARK: - Transitions

/// A row of the table of transitions: from which statuses a command may be given, and which it leaves.
public struct Transition: Hashable, Sendable {
    /// What a command does to the status.
    public enum Destination: Hashable, Sendable {
        /// It stays.
        case unchanged
        /// It becomes one of these: the one that the command names, or the only one.
        case become([Status])
    }

    /// The statuses from which the command may be given; empty for a command that no ticket precedes.
    public let from: Set<Status>
    /// What it leaves.
    public let to: Destination

    init(_ from: Set<Status>, to: Destination) {
        self.from = from
        self.to = to
    }

    /// Whether it leaves the status that somebody asks for; nil for a command that names none.
    func leads(to wanted: Status?) -> Bool {
        guard let wanted, case .become(let targets) = to else { return true }
        return targets.contains(wanted)
    }
}

extension TicketVerb {
    /// The transitions of a command; what is not listed is refused.
    public var transitions: [Transition] {
        switch self {
        case .create: [Transition([], to: .become([.new]))]
        case .claim, .unclaim, .assign, .escalate, .priority, .category:
            [Transition(.unfinished, to: .unchanged)]
        case .status:
            [Transition(.unfinished, to: .become([.open, .inProgress, .onHold, .waitingForCustomer]))]
        case .resolve: [Transition(.unfinished, to: .become([.resolved]))]
        case .resolveWithBill: [Transition(.unfinished, to: .become([.billRaised]))]
        case .close: [Transition(.unfinished.union([.resolved]), to: .become([.closed]))]
        case .reopen:
            [Transition([.resolved, .closed, .billRaised, .billProcessed], to: .become([.reopened]))]
        case .raiseBill: [Transition([.resolved, .closed], to: .become([.billRaised]))]
        case .processBill: [Transition([.billRaised], to: .become([.billProcessed]))]
        case .cancelBill:
            [
                Transition([.billRaised], to: .become([.resolved])),
                Transition([.billProcessed], to: .become([.billRaised])),
            ]
        case .serviceReport: [Transition(.all.subtracting([.new]), to: .unchanged)]
        case .comment, .internalComment, .remark, .show, .history, .list: [Transition(.all, to: .unchanged)]
        }
    }

    /// The transition from a status, or nil when there is none.
    public func transition(from status: Status) -> Transition? { transitions.first { $0.from.contains(status) } }
}

// MARK: - Rights

/// A row of the table of rights: who may give a command in which statuses.
public struct Right: Hashable, Sendable {
    /// Which tickets a right reaches.
    public enum Reach: Hashable, Sendable {
        /// All of them.
        case any
        /// Those that are assigned to the caller.
        case own
        /// Those of the caller's company; others do not exist for the caller.
        case company
    }

    /// The statuses in which it holds; empty for a command that no ticket precedes.
    public let from: Set<Status>
    /// The roles, with what the right reaches for each.
    public let roles: [Role: Reach]

    init(_ from: Set<Status>, _ roles: [Role: Reach]) {
        self.from = from
        self.roles = roles
    }
}

extension TicketVerb {
    /// Who may give a command; what is not listed is refused.
    public var rights: [Right] {
        switch self {
        case .create:
            [
                Right(
                    [],
                    [
                        .admin: .any, .supportHead: .any, .supportEngineer: .any, .sales: .any, .moderator: .any,
                        .customerAdmin: .company, .customerMember: .company, .apiKey: .company,
                    ])
            ]
        case .claim, .unclaim: [Right(.unfinished, [.supportEngineer: .any, .supportHead: .any, .admin: .any])]
        case .assign: [Right(.unfinished, [.supportHead: .any, .admin: .any])]
        case .escalate, .priority, .category, .status, .resolve, .resolveWithBill:
            [Right(.unfinished, TicketVerb.workers)]
        case .close:
            [
                Right(.unfinished.union([.resolved]), TicketVerb.workers),
                Right([.resolved], [.customerAdmin: .company]),
            ]
        case .reopen:
            [
                Right(
                    [.resolved, .closed],
                    [
                        .supportEngineer: .any, .supportHead: .any, .admin: .any, .customerAdmin: .company,
                        .customerMember: .company,
                    ]),
                Right([.billRaised], [.supportHead: .any, .admin: .any]),
                Right([.billProcessed], [.admin: .any]),
            ]
        case .raiseBill: [Right([.resolved, .closed], [.accountant: .any, .admin: .any])]
        case .processBill: [Right([.billRaised], [.accountant: .any, .admin: .any])]
        case .cancelBill:
            [
                Right([.billRaised], [.accountant: .any, .admin: .any]),
                Right([.billProcessed], [.admin: .any]),
            ]
        case .comment, .remark: [Right(.all, TicketVerb.agents.merging(TicketVerb.people) { $1 })]
        case .internalComment: [Right(.all, TicketVerb.agents)]
        case .serviceReport: [Right(.all.subtracting([.new]), TicketVerb.workers)]
        case .show, .history, .list:
            [Right(.all, TicketVerb.agents.merging(TicketVerb.people) { $1 }.merging([.apiKey: .company]) { $1 })]
        }
    }

    /// Who works on tickets.
    private static let workers: [Role: Right.Reach] = [.supportEngineer: .own, .supportHead: .any, .admin: .any]

    /// Everybody at the desk.
    private static let agents = Dictionary(uniqueKeysWithValues: Role.agents.map { ($0, Right.Reach.any) })

    /// The people of a customer.
    private static let people: [Role: Right.Reach] = [.customerAdmin: .company, .customerMember: .company]

    /// Whether a role may give the command to a ticket in a status. Where the command has rows for the status, one of
    /// them must name the role and reach the ticket; where it has none, any row that names the role is enough.
    public func isPermitted(to role: Role, in status: Status?, isOwn: Bool) -> Bool {
        let here = status.map { status in rights.filter { $0.from.contains(status) } } ?? []
        if here.isEmpty { return rights.contains { $0.roles[role] != nil } }
        return here.contains { right in
            right.roles[role].map { $0 != .own || isOwn } ?? false
        }
    }
}
