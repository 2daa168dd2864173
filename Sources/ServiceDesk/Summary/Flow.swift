/// What moved during a day, a month or a period.
public struct Flow: Hashable, Sendable {
    /// Tickets raised.
    public var created = 0
    /// Entries into done.
    public var done = 0
    /// Moves from done back to not done.
    public var reopened = 0

    /// Nothing.
    public init() {}

    /// By how much the backlog grew.
    public var net: Int { created + reopened - done }

    /// Adds the moves of another part.
    public static func += (left: inout Flow, right: Flow) {
        left.created += right.created
        left.done += right.done
        left.reopened += right.reopened
    }
}

/// The bridge that must close: backlog at start + created + reopened − done = backlog at end.
public struct BacklogBridge: Hashable, Sendable {
    /// Unfinished tickets strictly before the start.
    public var opening = 0
    /// What moved in between.
    public var flow = Flow()
    /// Unfinished tickets strictly before the end; at as-of when the period ends there.
    public var closing = 0

    /// Of no tickets.
    public init() {}

    /// What the flow does not explain; 0 when the bridge closes.
    public var unexplained: Int { closing - opening - flow.net }

    /// Adds the tickets of another part.
    public static func += (left: inout BacklogBridge, right: BacklogBridge) {
        left.opening += right.opening
        left.flow += right.flow
        left.closing += right.closing
    }
}

/// Unfinished tickets at as-of, and how old they are.
public struct Backlog: Hashable, Sendable {
    /// How many there are.
    public var count = 0
    /// How many wait for the customer.
    public var paused = 0
    /// How many nobody has.
    public var unclaimed = 0
    /// Their ages, in all time.
    public var ages = DurationCounts()
    /// The business time that their resolution clocks have used.
    public var used = DurationCounts()

    /// No tickets.
    public init() {}

    /// Adds the tickets of another part.
    public static func += (left: inout Backlog, right: Backlog) {
        left.count += right.count
        left.paused += right.paused
        left.unclaimed += right.unclaimed
        left.ages += right.ages
        left.used += right.used
    }

    /// The edges of the ageing bands in hours: below 4, 24, 72, 168, 720, and the rest.
    public static let ageEdges: [TimeSpan] = [.hours(4), .hours(24), .hours(72), .hours(168), .hours(720)]

    /// Tickets in each ageing band, youngest first; the bands sum to `count`.
    public var bands: [Int] {
        let starts = [TimeSpan.seconds(-Int64.max / 1_000_000)] + Backlog.ageEdges
        return starts.indices.map { index in
            ages.count(from: starts[index], to: index + 1 < starts.count ? starts[index + 1] : nil)
        }
    }
}

/// Bills: how many, and how much.
public struct BillTotals: Hashable, Sendable {
    /// How many bills.
    public var count = 0
    /// Their sum; bills without an amount add nothing.
    public var amount = Paise.zero
    /// How many of them have no amount.
    public var withoutAmount = 0

    /// No bills.
    public init() {}

    mutating func add(_ amount: Paise?) {
        count += 1
        guard let amount, let sum = self.amount.adding(amount) else {
            withoutAmount += 1
            return
        }
        self.amount = sum
    }

    /// Adds the bills of another part.
    public static func += (left: inout BillTotals, right: BillTotals) {
        left.count += right.count
        left.withoutAmount += right.withoutAmount
        if let sum = left.amount.adding(right.amount) { left.amount = sum } else { left.withoutAmount += right.count }
    }
}
