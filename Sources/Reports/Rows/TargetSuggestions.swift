public import ServiceDesk

/// For each policy, clock and priority the tightest target that history would have met often enough.
public struct TargetSuggestions {
    /// Fewer stopped clocks than this tell too little.
    public static let fewest = 30

    private let history: TargetHistory
    private let policies: [SLAPolicy]
    private let share: TargetShare

    /// The suggestions for so large a share of clocks to be met.
    public init(of history: TargetHistory, policies: [SLAPolicy], share: TargetShare) {
        self.history = history
        self.policies = policies
        self.share = share
    }

    /// A row for each clock and priority that a policy has a target for, in the order of the policies.
    public var table: ReportTable {
        var rows: [[Cell]] = []
        for (place, policy) in policies.enumerated() {
            for clock in SLAClock.allCases {
                guard let targets = policy.targets[clock] else { continue }
                for priority in Priority.triaged {
                    guard let target = targets.target(of: priority) else { continue }
                    let key = TargetHistory.Key(policy: place, clock: clock, priority: priority)
                    rows.append(row(policy, clock, priority, target, history.needs[key] ?? .init()))
                }
            }
        }
        return ReportTable(
            id: "policy_suggest", title: "Suggested targets",
            basis: "The tightest target, in business time, that \(share.text) of the clocks would have met; from the "
                + "clocks that have stopped, and those that are open and have used more already.",
            columns: [
                TableColumn("policy", "Policy", .text), TableColumn("clock", "Clock", .text),
                TableColumn("priority", "Priority", .text), TableColumn("n", "Stopped", .count, unit: .clocks),
                TableColumn("open", "Open", .count, unit: .clocks),
                TableColumn("target_s", "Target now", .duration, unit: .businessTime),
                TableColumn("attainment", "Attained now", .share, unit: .share),
                TableColumn("suggested_s", "Suggested", .duration, unit: .businessTime),
                TableColumn("suggested_attainment", "Would have attained", .share, unit: .share),
            ], rows: rows, emptyText: "No policy has targets.")
    }

    private func row(
        _ policy: SLAPolicy, _ clock: SLAClock, _ priority: Priority, _ target: TimeSpan, _ needs: TargetHistory.Needs
    ) -> [Cell] {
        let n = needs.seconds.count
        let suggestion = n < TargetSuggestions.fewest ? nil : needs.tightest(for: share)
        let absence = Cell.absent(n < TargetSuggestions.fewest ? .tooFew(n: n) : .noneEligible)
        return [
            .text(policy.name), .text(clock.name), .text(priority.name), .count(n), .count(needs.openSeconds.count),
            .duration(target), share(needs.attainment), suggestion.map { .duration($0.target) } ?? absence,
            suggestion.map { share($0.attained) } ?? absence,
        ]
    }

    private func share(_ attainment: Attainment) -> Cell {
        attainment.eligible == 0 ? .absent(.noneEligible) : .share(attainment.met, of: attainment.eligible)
    }
}
