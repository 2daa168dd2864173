/// Which tickets a policy applies to; a nil list matches everything.
public struct PolicyCondition: Hashable, Sendable {
    /// The first local date of creation, in the report's time zone; nil since ever.
    public var firstDate: LocalDate?
    /// The last local date of creation; nil for good.
    public var lastDate: LocalDate?
    /// The priority in force at creation.
    public var priorities: Set<Priority>?
    /// Categories in lower case, compared with the row's without case. NULL matches no list.
    public var categories: Set<String>?
    /// The AMC state on the local date of creation.
    public var amc: Set<ContractState>?
    /// The TSS state on the local date of creation.
    public var tss: Set<ContractState>?
    /// The customer's id in lower case, or the company name exactly.
    public var customers: Set<String>?
    /// How the ticket came in.
    public var channels: Set<Channel>?

    /// The condition that matches everything.
    public init() {}

    /// Whether it has no conditions at all.
    public var matchesEverything: Bool { self == PolicyCondition() }

    /// Whether an empty list leaves no ticket.
    public var isImpossible: Bool {
        priorities?.isEmpty ?? false || categories?.isEmpty ?? false || amc?.isEmpty ?? false || tss?.isEmpty ?? false
            || customers?.isEmpty ?? false || channels?.isEmpty ?? false
    }

    /// Whether every ticket that matches `other` matches this as well.
    public func covers(_ other: PolicyCondition) -> Bool {
        func covers<Value>(_ mine: Set<Value>?, _ theirs: Set<Value>?) -> Bool {
            guard let mine else { return true }
            return theirs.map { $0.isSubset(of: mine) } ?? false
        }
        let coversDates =
            (firstDate ?? .negativeInfinity) <= (other.firstDate ?? .negativeInfinity)
            && (other.lastDate ?? .infinity) <= (lastDate ?? .infinity)
        return coversDates && covers(priorities, other.priorities) && covers(categories, other.categories)
            && covers(amc, other.amc) && covers(tss, other.tss) && covers(customers, other.customers)
            && covers(channels, other.channels)
    }
}

/// How a ticket came in.
public enum Channel: String, CaseIterable, Hashable, Sendable {
    /// An agent made it: `created_by` is an agent's id.
    case app
    /// From inside Tally: `client_ticket_uuid` is not blank.
    case tally
    /// Any other way.
    case portal
}
