/// A promise that is measured on a ticket (`SEMANTICS` 5).
public enum SLAClock: UInt8, CaseIterable, Hashable, Sendable {
    /// From creation to the first reply that the customer sees.
    case firstResponse
    /// From creation to done, without pauses.
    case resolution

    /// The word in output and in policies.
    public var name: String {
        switch self {
        case .firstResponse: "first_response"
        case .resolution: "resolution"
        }
    }

    /// The words that people read.
    public var title: String {
        switch self {
        case .firstResponse: "First response"
        case .resolution: "Resolution"
        }
    }
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
