/// Why a command is refused, in the order of precedence (`docs/lifecycle.md`): of several reasons the first is given.
public enum Refusal: Error, Hashable, Sendable {
    /// A mistake on the command line.
    case usage(String, hint: String?)
    /// Nobody is named as the caller.
    case noCaller
    /// There is no such caller.
    case unknownCaller(String)
    /// The agent may not work.
    case disabledCaller(String)
    /// The key was taken back, ran out or never was one.
    case invalidKey
    /// The session ran out.
    case sessionEnded
    /// There is no such ticket for the caller.
    case unknownTicket(String)
    /// The beginning of an id is too short or fits several tickets.
    case unclearTicket(String, candidates: [String])
    /// There is no such customer for the caller.
    case unknownCustomer(String)
    /// Several customers are called so.
    case unclearCustomer(String, candidates: [String])
    /// There is no such agent.
    case unknownAgent(String)
    /// There is no such intake.
    case unknownIntake(String)
    /// The role may not do this, or not to this ticket.
    case role(TicketVerb, Role, ticket: String?, status: TicketStatus?)
    /// The role may not do this to the desk.
    case deskRole(DeskVerb, Role)
    /// Only an Admin sets the instant of a change.
    case instantNotPermitted(Role)
    /// The key of an intake was used with other content.
    case keyReused(String)
    /// Somebody else changed the ticket.
    case staleVersion(ticket: String, expected: Int64, present: Int64)
    /// The change would lie before the ticket's last event.
    case beforeLastEvent(ticket: String, last: Instant)
    /// The ticket's status does not allow it; `to` is the status that was asked for.
    case transition(TicketVerb, ticket: String, from: TicketStatus?, to: Status?)
    /// Somebody else has the ticket.
    case foreignClaim(ticket: String)
    /// The agent may not have the ticket.
    case unfitAssignee(String, TicketVerb)
    /// No Support Head is enabled.
    case nobodyToEscalateTo
    /// A bill that is paid stands.
    case billStands(ticket: String)
    /// Something of that name is there already.
    case exists(String)
    /// The desk would be left without an Admin.
    case lastAdmin(String)
    /// A required text is blank.
    case missingField(String)
}

extension Refusal {
    /// The groups of refusals, in the order in which they are looked for.
    public enum Rank: Int, CaseIterable, Comparable, Sendable {
        /// A word, a caller, a thing, a right, a key, a version, a state of affairs, a text.
        case usage, caller, unknown, role, key, version, transition, field

        /// What the program exits with.
        public var exitCode: Int32 {
            switch self {
            case .usage, .field: 64
            case .caller, .role: 77
            case .unknown: 66
            case .key, .version, .transition: 4
            }
        }

        /// Earlier before later.
        public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    /// The group.
    public var rank: Rank {
        switch self {
        case .usage: .usage
        case .noCaller, .unknownCaller, .disabledCaller, .invalidKey, .sessionEnded: .caller
        case .unknownTicket, .unclearTicket, .unknownCustomer, .unclearCustomer, .unknownAgent, .unknownIntake: .unknown
        case .role, .deskRole, .instantNotPermitted: .role
        case .keyReused: .key
        case .staleVersion: .version
        case .beforeLastEvent, .transition, .foreignClaim, .unfitAssignee, .nobodyToEscalateTo, .billStands, .exists,
            .lastAdmin:
            .transition
        case .missingField: .field
        }
    }

    /// What the program exits with.
    public var exitCode: Int32 { rank.exitCode }

    /// Whether asking again may help once the state of affairs has changed.
    public var mayPass: Bool { rank == .version || rank == .transition }

    /// Whether the answer shows the ticket as it is.
    public var showsTicket: Bool { rank == .version || rank == .transition }

    /// The word for programs.
    public var code: String {
        switch self {
        case .usage: "usage"
        case .noCaller: "no_caller"
        case .unknownCaller: "unknown_caller"
        case .disabledCaller: "disabled_caller"
        case .invalidKey: "invalid_key"
        case .sessionEnded: "session_ended"
        case .unknownTicket: "unknown_ticket"
        case .unclearTicket: "unclear_ticket"
        case .unknownCustomer: "unknown_customer"
        case .unclearCustomer: "unclear_customer"
        case .unknownAgent: "unknown_agent"
        case .unknownIntake: "unknown_intake"
        case .role, .deskRole, .instantNotPermitted: "not_permitted"
        case .keyReused: "key_reused"
        case .staleVersion: "stale_version"
        case .beforeLastEvent: "before_last_event"
        case .transition: "illegal_transition"
        case .foreignClaim: "foreign_claim"
        case .unfitAssignee: "unfit_assignee"
        case .nobodyToEscalateTo: "nobody_to_escalate_to"
        case .billStands: "bill_stands"
        case .exists: "exists"
        case .lastAdmin: "last_admin"
        case .missingField: "missing_field"
        }
    }
}
