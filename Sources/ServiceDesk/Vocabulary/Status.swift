/// A status of the vocabulary (`SCHEMA`, all eras).
public enum Status: UInt8, CaseIterable, Hashable, Sendable {
    /// The ten values, in the order of a ticket's life.
    case new, open, inProgress, onHold, waitingForCustomer, resolved, closed, reopened, billRaised, billProcessed

    /// The spelling that we write.
    public var name: String {
        switch self {
        case .new: "New"
        case .open: "Open"
        case .inProgress: "In Progress"
        case .onHold: "On Hold"
        case .waitingForCustomer: "Waiting for Customer"
        case .resolved: "Resolved"
        case .closed: "Closed"
        case .reopened: "Reopened"
        case .billRaised: "BillRaised"
        case .billProcessed: "BillProcessed"
        }
    }

    /// What the status means for service (`SEMANTICS` 2), before a policy has its say about pauses.
    public var serviceState: ServiceState {
        switch self {
        case .new, .open, .inProgress, .onHold, .reopened: .open
        case .waitingForCustomer: .paused
        case .resolved, .closed, .billRaised, .billProcessed: .done
        }
    }

    /// The status of a text in any accepted spelling, or nil.
    public init?(_ text: String) {
        guard let status = Status.byKey[Word.key(text)] else { return nil }
        self = status
    }

    private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { (Word.key($0.name), $0) })
}

/// What a status means for service.
public enum ServiceState: UInt8, CaseIterable, Hashable, Sendable {
    /// Somebody should work on it.
    case open
    /// It is the customer's turn.
    case paused
    /// The work is finished.
    case done

    /// The word in output.
    public var name: String {
        switch self {
        case .open: "open"
        case .paused: "paused"
        case .done: "done"
        }
    }
}

/// What a status and the bill events mean for billing.
public enum BillingState: UInt8, CaseIterable, Hashable, Sendable {
    /// No bill, a bill that awaits its payment, a bill that is paid.
    case none, raised, processed

    /// The word in output.
    public var name: String {
        switch self {
        case .none: "none"
        case .raised: "raised"
        case .processed: "processed"
        }
    }
}
