import ServiceDesk
import TestSupport
import Testing

/// Laws that hold for every desk, tried on seeded random ones; a failing seed is in the test's name.
@Suite("Laws of clocks and summaries")
struct ClockLawTests {
    private static let seeds: [UInt64] = Array(1...40)

    private static func policies(_ seed: UInt64) -> SLAPolicies {
        let targets = ClockTargets(
            calendar: .always, targets: [.urgent: .hours(1), .high: .hours(4), .medium: .hours(12)])
        let policy = SLAPolicy(
            name: "test", targets: [.firstResponse: targets, .resolution: targets],
            pauses: [.resolution: seed % 2 == 0 ? [.waitingForCustomer, .onHold] : [.waitingForCustomer]],
            onReopen: seed % 3 == 0 ? .restart : .resume, onPriorityChange: seed % 5 == 0 ? .keep : .retarget,
            dueSource: seed % 7 == 0 ? .stored : .computed)
        return SLAPolicies(source: "test", timeZone: nil, calendars: [:], policies: [policy])
    }

    private static func evaluation(_ seed: UInt64, asOf: Instant, threads: Int = 1) -> Evaluation {
        Evaluation(
            of: RandomDesk.desk(seed: seed, tickets: 60).dataset(), under: policies(seed),
            parameters: EvaluationParameters(asOf: asOf, zone: .utc, appClock: .utc, threads: threads))
    }

    @Test("moving as-of forward never takes a breach back, nor moves it", arguments: seeds)
    func breachesStay(seed: UInt64) {
        var known: [String: Instant] = [:]
        for step in 0..<30 {
            let asOf = RandomDesk.start + .minutes(Int64(step) * 150)
            let clocks = Self.evaluation(seed, asOf: asOf).run(into: ClockTable()).sink.clocks
            let breaches = clocks.compactMap { clock in
                clock.breachedAt.map { ("\(clock.ticket.position).\(clock.clock.name)", $0) }
            }
            let now = Dictionary(uniqueKeysWithValues: breaches)
            for (clock, at) in known { #expect(now[clock] == at, "\(clock) at step \(step)") }
            for (_, at) in now { #expect(at <= asOf) }
            known = now
        }
    }

    @Test("any number of threads gives the same clocks and the same summary", arguments: seeds.prefix(10))
    func threadsDoNotMatter(seed: UInt64) {
        let asOf = RandomDesk.start + .hours(60)
        let plan = SummaryPlan(asOf: asOf, zone: .utc)
        let one = Self.evaluation(seed, asOf: asOf)
        let single = one.run(into: SummaryBuilder(plan: plan, evaluation: one)).sink.summary
        let whole = Parallel.map(count: 60, threads: 3, minimumRange: 1) { $0 }
        #expect(whole.flatMap { Array($0) } == Array(0..<60))
        let many = Self.evaluation(seed, asOf: asOf, threads: 5)
        #expect(many.run(into: SummaryBuilder(plan: plan, evaluation: many)).sink.summary == single)
    }

    @Test("the bridge of the backlog closes, and its end is the backlog at as-of", arguments: seeds)
    func bridgeCloses(seed: UInt64) {
        for step in 0..<10 {
            let asOf = RandomDesk.start + .minutes(Int64(step) * 450)
            let plan = SummaryPlan(asOf: asOf, zone: .utc, from: asOf - .hours(20))
            let evaluation = Self.evaluation(seed, asOf: asOf)
            let summary = evaluation.run(into: SummaryBuilder(plan: plan, evaluation: evaluation)).sink.summary
            #expect(summary.bridge.unexplained == 0)
            #expect(summary.bridge.closing == summary.backlog.count)
            #expect(summary.previousBridge.unexplained == 0)
            #expect(summary.byStatus.reduce(0, +) == summary.tickets)
            #expect(summary.amcQueue.backlog.count + summary.normalQueue.backlog.count == summary.backlog.count)
            #expect(summary.backlog.bands.reduce(0, +) == summary.backlog.count)
        }
    }

    @Test("the counted time of a ledger's segments is the time used", arguments: seeds)
    func ledgerSums(seed: UInt64) {
        let evaluation = Self.evaluation(seed, asOf: RandomDesk.start + .hours(70))
        for row in evaluation.dataset.tickets.rows {
            guard let ledger = evaluation.ledger(of: row) else { continue }
            for result in ledger.results {
                let segments = ledger.segments(of: result)
                let restarts = seed % 3 == 0
                let sum = segments.reduce(TimeSpan.zero) { $0 + $1.counted }
                if let used = result.used, !restarts { #expect(sum == used) }
                for (left, right) in zip(segments, segments.dropFirst()) { #expect(left.to == right.from) }
                #expect(segments.first?.from == ledger.history.createdAt)
            }
        }
    }
}
