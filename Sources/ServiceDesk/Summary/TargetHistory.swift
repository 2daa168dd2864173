/// What each clock would have needed: the base of suggested targets.
public struct TargetHistory: TicketSink {
    /// The clocks of one kind that are judged alike.
    public struct Key: Hashable, Sendable {
        /// The policy's place in the list.
        public let policy: Int
        /// The clock.
        public let clock: SLAClock
        /// The priority that set the target.
        public let priority: Priority

        /// Clocks of one kind.
        public init(policy: Int, clock: SLAClock, priority: Priority) {
            self.policy = policy
            self.clock = clock
            self.priority = priority
        }
    }

    /// What clocks of one kind needed.
    public struct Needs: Hashable, Sendable {
        /// The smallest targets, in whole seconds, that the stopped clocks would have met.
        public fileprivate(set) var seconds: [Int64] = []
        /// The seconds that clocks still open have used.
        public fileprivate(set) var openSeconds: [Int64] = []
        /// How they fared under the target that they had.
        public fileprivate(set) var attainment = Attainment()

        /// Of no clocks.
        public init() {}

        /// Appends the clocks of another part.
        public static func += (left: inout Needs, right: Needs) {
            left.seconds += right.seconds
            left.openSeconds += right.openSeconds
            left.attainment += right.attainment
        }

        /// The tightest target that so many of the clocks would have met; open clocks that have used more would have
        /// broken it. Nil when no target would do.
        public func tightest(for share: TargetShare) -> (target: TimeSpan, attained: Attainment)? {
            guard !seconds.isEmpty else { return nil }
            let (needed, open) = (seconds.sorted(), openSeconds.sorted())
            var (kept, over) = (0, 0)
            // Only where a target is just what some clock needs does the attainment rise.
            for target in Set(seconds + openSeconds).sorted() {
                while kept < needed.count, needed[kept] <= target { kept += 1 }
                while over < open.count, open[over] <= target { over += 1 }
                var attained = Attainment()
                attained.met = kept
                attained.breached = needed.count - kept + open.count - over
                // Counts of clocks are far from the range of the products.
                if Int64(attained.met) * 1_000_000 >= share.millionths * Int64(attained.eligible) {
                    return (.seconds(target), attained)
                }
            }
            return nil
        }
    }

    /// The needs by policy, clock and priority.
    public private(set) var needs: [Key: Needs] = [:]
    private let ticketClocks: TicketClocks

    /// A history of no tickets under an evaluation's policies.
    public init(of evaluation: Evaluation) { ticketClocks = evaluation.ticketClocks }

    /// Works out what a ticket's clocks needed.
    public mutating func take(_ ticket: TicketSnapshot, clocks: [ClockResult], history: TicketHistory) {
        guard let policy = ticket.policy else { return }
        var finder = NeedFinder()
        var results: [ClockResult] = []
        ticketClocks.add(of: history, under: policy, to: &results, segments: &finder)
        for result in results {
            let cycle = ClockCycle(clock: result.clock, cycle: result.cycle)
            guard result.used != nil, let need = finder.needs[cycle]?.microseconds else { continue }
            let key = Key(policy: policy, clock: result.clock, priority: result.targetPriority.targetPriority)
            needs[key, default: Needs()].attainment.add(result.state)
            let seconds = need / 1_000_000 + (need % 1_000_000 > 0 ? 1 : 0)
            if result.stoppedAt == nil {
                needs[key, default: Needs()].openSeconds.append(seconds)
            } else {
                needs[key, default: Needs()].seconds.append(seconds)
            }
        }
    }

    /// Appends the needs of the rows that come next.
    public mutating func join(_ next: TargetHistory) {
        for (key, more) in next.needs { needs[key, default: Needs()] += more }
    }
}

/// Finds the smallest target that would have been met by each clock.
private struct NeedFinder: SegmentRecorder {
    struct Need {
        /// What earlier starts of the clock needed, each for itself.
        var earlier = TimeSpan.zero
        var used = TimeSpan.zero
        /// Whether the clock went on, without working time, after the last of what it used: a target of just that
        /// would have been due at the closing.
        var endsLate = false

        private var present: Int64 { used.microseconds + (endsLate ? 1 : 0) }
        var microseconds: Int64 { max(earlier.microseconds, present) }

        mutating func restart() {
            earlier = TimeSpan(microseconds: microseconds)
            used = .zero
            endsLate = false
        }
    }

    static var records: Bool { true }
    private(set) var needs: [ClockCycle: Need] = [:]

    mutating func record(_ cut: RecordedCut) {
        let cycle = ClockCycle(clock: cut.plan.clock, cycle: cut.life.cycle)
        var need = needs[cycle] ?? Need()
        if cut.segment.dropped > .zero { need.restart() }
        if cut.segment.phase == .running && cut.segment.counted > .zero {
            need.used = cut.segment.used
            let end = cut.plan.calendar.due(from: cut.segment.from, target: cut.segment.counted)
            need.endsLate = end.map { $0 < cut.segment.to } ?? false
        }
        needs[cycle] = need
    }
}
