extension Refusal {
    /// What is wrong, as a sentence without a full stop.
    public var message: String {
        switch self {
        case .usage(let sentence, _): sentence
        case .noCaller: "nobody is named as the caller"
        case .unknownCaller(let name): "there is no caller \"\(name)\""
        case .disabledCaller(let name): "\(name) is disabled"
        case .invalidKey: "the API key is not valid"
        case .sessionEnded: "the session has ended"
        case .unknownTicket(let name): "there is no ticket \"\(name)\""
        case .unclearTicket(let name, let candidates):
            candidates.isEmpty
                ? "\"\(name)\" is too short to name a ticket" : "\"\(name)\" does not name one ticket"
        case .unknownCustomer(let name): "there is no customer \"\(name)\""
        case .unclearCustomer(let name, _): "several customers are called \"\(name)\""
        case .unknownAgent(let name): "there is no agent \"\(name)\""
        case .unknownIntake(let id): "there is no intake \"\(id)\""
        case .role(let verb, let role, let ticket, let status):
            "\(verb.words)\(Refusal.place(ticket, status)) is not for \(role.title)"
        case .deskRole(let verb, let role): "\(verb.words) is not for \(role.title)"
        case .instantNotPermitted(let role): "\(role.title) may not set the instant of a change"
        case .keyReused(let key): "the client key \"\(key)\" was used with other content"
        case .staleVersion(let ticket, let expected, let present):
            "\(ticket) is at version \(present), not \(expected)"
        case .beforeLastEvent(let ticket, let last):
            "the instant lies before the last event of \(ticket), \(last.rfc3339)"
        case .transition(let verb, let ticket, let status, let wanted):
            "\(ticket) is \(status?.word ?? "there already"): \(verb.words)"
                + (wanted.map { " cannot make it \($0.name)" } ?? " is not possible")
        case .foreignClaim(let ticket): "somebody else has \(ticket)"
        case .unfitAssignee(let name, let verb):
            verb == .escalate
                ? "\(name) is no enabled Support Head" : "\(name) is no enabled Support Engineer, Support Head or Admin"
        case .nobodyToEscalateTo: "no Support Head is enabled"
        case .billStands(let ticket): "the bill of \(ticket) is processed and stands"
        case .exists(let name): "\(name) is there already"
        case .lastAdmin(let name): "\(name) is the only Admin that is enabled"
        case .missingField(let field): "\(field) is blank"
        }
    }

    /// What to do, or nil when there is nothing.
    public var hint: String? {
        switch self {
        case .usage(_, let hint): hint
        case .noCaller: "name one with --as USERNAME, or log in with `aroundtally login`"
        case .unknownCaller: "aroundtally agent list shows who there is; a portal user is --as customer:EMAIL"
        case .disabledCaller: "an Admin enables agents: aroundtally agent enable USERNAME"
        case .invalidKey: "ask for a new one: aroundtally customer api-key rotate"
        case .sessionEnded: "aroundtally login"
        case .unknownTicket: "name it by its id, by six or more of its first characters, or as T-1042"
        case .unclearTicket(_, let candidates):
            candidates.isEmpty ? "write six or more characters" : "it may be \(candidates.joined(separator: ", "))"
        case .unknownCustomer: "aroundtally customer list shows who there is"
        case .unclearCustomer(_, let candidates): "name it by its id: \(candidates.joined(separator: ", "))"
        case .unknownAgent: "aroundtally agent list shows who there is"
        case .unknownIntake: "aroundtally ticket intake list shows their ids"
        case .role(let verb, _, _, let status): Refusal.permitted(verb, status).map { "it is for \($0)" }
        case .deskRole(let verb, _):
            "it is for \(Role.allCases.compactMap { role in verb.roles[role].map { role.title + $0.suffix } }.joined(separator: ", "))"
        case .instantNotPermitted: "leave out --at"
        case .keyReused: "take another key, or send what was sent first"
        case .staleVersion: "look at what changed, then ask again with the present version"
        case .beforeLastEvent: "take that instant or a later one"
        case .transition(let verb, let ticket, let status, let wanted):
            Refusal.way(verb, ticket, from: status, to: wanted)
        case .foreignClaim(let ticket):
            "a Support Head gives it to others: aroundtally ticket assign \(ticket) --to AGENT"
        case .unfitAssignee: "aroundtally agent list shows roles and who is enabled"
        case .nobodyToEscalateTo: "an Admin adds one: aroundtally agent add USERNAME --role support-head"
        case .billStands(let ticket): "take the payment back first: aroundtally bill cancel \(ticket)"
        case .exists: nil
        case .lastAdmin: "make another agent an Admin first"
        case .missingField: "write it"
        }
    }

    private static func place(_ ticket: String?, _ status: TicketStatus?) -> String {
        guard let ticket else { return "" }
        return " of \(ticket)" + (status.map { ", which is \($0.word)," } ?? "")
    }

    /// Who may do it, in the words of the table.
    private static func permitted(_ verb: TicketVerb, _ status: TicketStatus?) -> String? {
        let here = status.map { status in verb.rights.filter { $0.from.contains(status.ruling) } } ?? []
        var reaches: [Role: Right.Reach] = [:]
        for right in here.isEmpty ? verb.rights : here { reaches.merge(right.roles) { $1 } }
        let names = Role.allCases.compactMap { role in
            reaches[role].map { "\(role.title)\($0.suffix)" }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// The command that leads where somebody wanted to go.
    private static func way(_ verb: TicketVerb, _ ticket: String, from status: TicketStatus?, to wanted: Status?)
        -> String?
    {
        switch wanted {
        case .resolved: return "aroundtally ticket resolve \(ticket)"
        case .closed: return "aroundtally ticket close \(ticket)"
        case .reopened: return "aroundtally ticket reopen \(ticket) --reason TEXT"
        case .billRaised: return "aroundtally bill raise \(ticket) --amount AMOUNT"
        case .billProcessed: return "aroundtally bill process \(ticket)"
        case .new: return "a ticket is New only once"
        case .open, .inProgress, .onHold, .waitingForCustomer, nil: break
        }
        if verb.transitions.allSatisfy({ $0.from.isSubset(of: .unfinished) }), status?.known?.serviceState == .done {
            return "aroundtally ticket reopen \(ticket) --reason TEXT begins the work again"
        }
        let from = Status.allCases.filter { status in verb.transition(from: status) != nil }.map(\.name)
        return from.isEmpty ? nil : "it is possible from \(from.joined(separator: ", "))"
    }
}

extension Right.Reach {
    /// How a table shows it beside the role.
    public var suffix: String {
        switch self {
        case .any: ""
        case .own: " (own ticket)"
        case .company: " (own company)"
        }
    }
}
