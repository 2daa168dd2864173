/// A promise that is measured on a ticket (`SEMANTICS` 5), in the order of their names, which is the order of all output.
public enum SLAClock: UInt8, CaseIterable, Hashable, Comparable, Sendable {
    /// From creation to the first instant with an assignee.
    case claim
    /// From creation to the first reply that the customer sees.
    case firstResponse
    /// From a customer's message to the next reply that the customer sees; an exchange is a cycle.
    case nextResponse
    /// From creation, and from each reply that the customer sees, to the next one; each is a cycle.
    case periodicUpdate
    /// From creation to done, without pauses.
    case resolution

    /// The clocks that every desk knows: reports show them whatever the policies promise.
    public static let usual: [SLAClock] = [.firstResponse, .resolution]

    /// The word in output and in policies.
    public var name: String {
        switch self {
        case .claim: "claim"
        case .firstResponse: "first_response"
        case .nextResponse: "next_response"
        case .periodicUpdate: "periodic_update"
        case .resolution: "resolution"
        }
    }

    /// The words that people read.
    public var title: String {
        switch self {
        case .claim: "Claim"
        case .firstResponse: "First response"
        case .nextResponse: "Next response"
        case .periodicUpdate: "Periodic update"
        case .resolution: "Resolution"
        }
    }

    /// The order of their names.
    public static func < (left: SLAClock, right: SLAClock) -> Bool { left.rawValue < right.rawValue }
}

/// How a clock stands at as-of.
public enum ClockState: UInt8, CaseIterable, Hashable, Sendable {
    /// Stopped in time.
    case met
    /// Unfinished when it was due, stopped since or not.
    case breached
    /// Running, and due within the warning lead.
    case atRisk
    /// Running.
    case running
    /// It is the customer's turn.
    case paused
    /// No target is in force.
    case notApplicable

    /// The word in output.
    public var name: String {
        switch self {
        case .met: "met"
        case .breached: "breached"
        case .atRisk: "at_risk"
        case .running: "running"
        case .paused: "paused"
        case .notApplicable: "not_applicable"
        }
    }
}
