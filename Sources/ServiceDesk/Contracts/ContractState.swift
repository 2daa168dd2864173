/// How a customer's AMC or TSS contract stands on a date (`SEMANTICS` 7). The last day still counts.
public enum ContractState: UInt8, CaseIterable, Hashable, Sendable {
    /// More than thirty days are left.
    case active
    /// Thirty days or fewer are left, the last day included.
    case expiring
    /// The expiry date has passed.
    case expired
    /// There is no date.
    case none

    /// Days left up to which a contract is expiring.
    public static let expiringDays = 30

    /// The state on a date of a contract that ends on `expiry`.
    public init(expiry: LocalDate?, on date: LocalDate) {
        guard let expiry else {
            self = .none
            return
        }
        let daysLeft = date.days(until: expiry)
        if expiry == .infinity {
            self = .active
        } else if daysLeft < 0 {
            self = .expired
        } else {
            self = daysLeft <= ContractState.expiringDays ? .expiring : .active
        }
    }

    /// The word in output and in policies.
    public var name: String {
        switch self {
        case .active: "active"
        case .expiring: "expiring"
        case .expired: "expired"
        case .none: "none"
        }
    }

    /// Whether the customer is covered.
    public var isInForce: Bool { self == .active || self == .expiring }
}
