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

/// The bands of days left and days lapsed (`SEMANTICS` 7); they exclude each other and leave nobody out.
public enum ContractBand: Int, CaseIterable, Hashable, Sendable {
    /// Days left: 0–7, 8–15, 16–30, 31–60, 61–90, more.
    case left7, left15, left30, left60, left90, leftMore
    /// Expired so many days ago: 1–30, 31–90, 91–365, more.
    case lapsed30, lapsed90, lapsed365, lapsedMore
    /// No date.
    case none

    /// The band on a date of a contract that ends on `expiry`.
    public init(expiry: LocalDate?, on date: LocalDate) {
        guard let expiry else {
            self = .none
            return
        }
        let daysLeft = expiry == .infinity ? Int.max : date.days(until: expiry)
        switch daysLeft {
        case 91...: self = .leftMore
        case 61...90: self = .left90
        case 31...60: self = .left60
        case 16...30: self = .left30
        case 8...15: self = .left15
        case 0...7: self = .left7
        case -30...(-1): self = .lapsed30
        case -90...(-31): self = .lapsed90
        case -365...(-91): self = .lapsed365
        default: self = .lapsedMore
        }
    }

    /// The words that people read.
    public var title: String {
        switch self {
        case .left7: "0 to 7 days left"
        case .left15: "8 to 15 days left"
        case .left30: "16 to 30 days left"
        case .left60: "31 to 60 days left"
        case .left90: "61 to 90 days left"
        case .leftMore: "more than 90 days left"
        case .lapsed30: "expired 1 to 30 days ago"
        case .lapsed90: "expired 31 to 90 days ago"
        case .lapsed365: "expired 91 to 365 days ago"
        case .lapsedMore: "expired more than 365 days ago"
        case .none: "no contract"
        }
    }

    /// How many customers are in each band, by `rawValue`.
    public static func count(_ expiry: ValueColumn<Customer, LocalDate>, on date: LocalDate) -> [Int] {
        var counts = [Int](repeating: 0, count: allCases.count)
        for row in 0..<expiry.count { counts[ContractBand(expiry: expiry[CustomerRow(row)], on: date).rawValue] += 1 }
        return counts
    }
}
