import ServiceDesk
import TestSupport
import Testing

/// Laws of five clocks with cycles and levels, and the comparison of policies, on seeded random desks.
@Suite("Laws of the wider policies")
struct WiderClockTests {
    private static let seeds: [UInt64] = Array(1...12)
    private static let office = ServiceCalendar(
        name: "office",
        versions: [
            CalendarVersion(
                timeZone: SampleZones.kolkata,
                week: Dictionary(
                    uniqueKeysWithValues: [Weekday.monday, .tuesday, .wednesday, .thursday].map { day in
                        (day, [opening].compactMap { $0 })
                    }))
        ])
    private static let opening = WorkingInterval(
        opens: TimeOfDay(seconds: 36_000) ?? .midnight, closes: TimeOfDay(seconds: 68_400) ?? .midnight)

    private static func policies(_ seed: UInt64, hours: Int64 = 2) -> SLAPolicies {
        let targets = ClockTargets(
            calendar: seed % 2 == 0 ? office : .always,
            targets: [.urgent: .hours(1), .high: .hours(hours), .medium: .hours(2 * hours)],
            stop: seed % 3 == 0 ? .reply : .replyOrStatus)
        let levels = [
            EscalationLevel(.share(TargetShare(millionths: 500_000)), tell: "owner"),
            EscalationLevel(.offset(-.hours(3)), tell: "support_head"),
            EscalationLevel(.offset(.hours(1)), tell: "admin"),
        ]
        let policy = SLAPolicy(
            name: "test", targets: Dictionary(uniqueKeysWithValues: SLAClock.allCases.map { ($0, targets) }),
            pauses: [.resolution: [.waitingForCustomer], .periodicUpdate: [.onHold]],
            onReopen: [.resume, .restart, .newClock][Int(seed % 3)], dueSource: seed % 7 == 0 ? .stored : .computed,
            warningLead: .share(TargetShare(millionths: 250_000)),
            levels: Dictionary(uniqueKeysWithValues: SLAClock.allCases.map { ($0, levels) }))
        return SLAPolicies(source: "test", timeZone: nil, calendars: [:], policies: [policy])
    }

    private static func evaluation(_ desk: Dataset, _ seed: UInt64, asOf: Instant, threads: Int = 1) -> Evaluation {
        Evaluation(
            of: desk, under: policies(seed),
            parameters: EvaluationParameters(asOf: asOf, zone: .utc, appClock: .utc, threads: threads))
    }

    private static func name(_ clock: ClockResult) -> String {
        "\(clock.ticket.position).\(clock.clock.name).\(clock.cycle)"
    }

    private static func escalations(_ evaluation: Evaluation) -> [String: Instant] {
        let all = evaluation.run(into: EscalationTable(of: evaluation)).sink.escalations
        return Dictionary(
            uniqueKeysWithValues: all.map { ("\(name($0.escalation.clock)).\($0.escalation.level)", $0.escalation.at) })
    }

    @Test("moving as-of forward takes no breach, no cycle and no escalation back, nor moves it", arguments: seeds)
    func factsStay(seed: UInt64) {
        let desk = RandomDesk.desk(seed: seed, tickets: 40).dataset()
        var breaches: [String: Instant] = [:]
        var starts: [String: Instant] = [:]
        var told: [String: Instant] = [:]
        var before = Instant.negativeInfinity
        for step in 0..<20 {
            let asOf = RandomDesk.start + .minutes(Int64(step) * 225)
            let evaluation = Self.evaluation(desk, seed, asOf: asOf)
            let clocks = evaluation.run(into: ClockTable()).sink.clocks
            let nowStarts = Dictionary(uniqueKeysWithValues: clocks.map { (Self.name($0), $0.startedAt) })
            let nowBreaches = Dictionary(
                uniqueKeysWithValues: clocks.compactMap { clock in clock.breachedAt.map { (Self.name(clock), $0) } })
            let nowTold = Self.escalations(evaluation)
            for (clock, at) in starts { #expect(nowStarts[clock] == at, "\(clock) at step \(step)") }
            for (clock, at) in breaches { #expect(nowBreaches[clock] == at, "\(clock) at step \(step)") }
            for (level, at) in told { #expect(nowTold[level] == at, "\(level) at step \(step)") }
            // The window since the last run holds exactly what is new: nothing is missed, nothing is told twice.
            let window = Set(nowTold.filter { before < $0.value && $0.value <= asOf }.keys)
            #expect(window == Set(nowTold.keys).subtracting(told.keys), "step \(step)")
            (starts, breaches, told, before) = (nowStarts, nowBreaches, nowTold, asOf)
        }
        #expect(!told.isEmpty && !breaches.isEmpty)
    }

    @Test("clocks come by name and cycle, cycles of a clock follow each other without overlap", arguments: seeds)
    func cyclesAreInOrder(seed: UInt64) {
        let evaluation = Self.evaluation(
            RandomDesk.desk(seed: seed, tickets: 60).dataset(), seed, asOf: RandomDesk.start + .hours(70))
        let table = evaluation.run(into: ClockTable()).sink
        for place in table.tickets.indices {
            let clocks = Array(table.clocks(of: place))
            for (one, next) in zip(clocks, clocks.dropFirst()) {
                #expect((one.clock, one.cycle) < (next.clock, next.cycle))
                guard one.clock == next.clock, let stop = one.stoppedAt else { continue }
                #expect(stop <= next.startedAt)
            }
        }
    }

    @Test("the ledger of every clock adds up to the time used, restarts included", arguments: seeds)
    func ledgersAddUp(seed: UInt64) {
        let evaluation = Self.evaluation(
            RandomDesk.desk(seed: seed, tickets: 60).dataset(), seed, asOf: RandomDesk.start + .hours(70))
        for row in evaluation.dataset.tickets.rows {
            guard let ledger = evaluation.ledger(of: row) else { continue }
            for result in ledger.results {
                let segments = ledger.segments(of: result)
                #expect(segments.first?.from == result.startedAt)
                for (left, right) in zip(segments, segments.dropFirst()) { #expect(left.to == right.from) }
                guard let used = result.used else { continue }
                #expect(segments.reduce(TimeSpan.zero) { $0 + $1.counted - $1.dropped } == used)
            }
        }
    }

    @Test("any number of threads gives the same escalations, comparison and needs", arguments: seeds.prefix(5))
    func threadsDoNotMatter(seed: UInt64) {
        // More tickets than fit into one range of rows.
        let desk = RandomDesk.desk(seed: seed, tickets: 60).dataset()
        let asOf = RandomDesk.start + .hours(60)
        let halves = [1, 5].map { Self.escalations(Self.evaluation(desk, seed, asOf: asOf, threads: $0)) }
        #expect(halves[0] == halves[1])
        let compared = [1, 5].map { threads in
            PolicyComparison(
                of: desk, before: Self.policies(seed), after: Self.policies(seed, hours: 3),
                parameters: EvaluationParameters(asOf: asOf, zone: .utc, appClock: .utc, threads: threads)
            ).run().comparison
        }
        #expect(compared[0].figures == compared[1].figures)
        #expect(compared[0].movers.count == compared[1].movers.count)
    }

    @Test("a comparison counts what two evaluations say, and every slice sums to all", arguments: seeds)
    func comparisonsCount(seed: UInt64) {
        let desk = RandomDesk.desk(seed: seed, tickets: 60).dataset()
        let parameters = EvaluationParameters(asOf: RandomDesk.start + .hours(70), zone: .utc, appClock: .utc)
        let (one, other) = (Self.policies(seed), Self.policies(seed + 1, hours: 5))
        let comparison = PolicyComparison(of: desk, before: one, after: other, parameters: parameters).run().comparison
        func states(_ policies: SLAPolicies) -> [String: ClockResult] {
            let clocks = Evaluation(of: desk, under: policies, parameters: parameters).run(into: ClockTable()).sink
            return Dictionary(uniqueKeysWithValues: clocks.clocks.map { (Self.name($0), $0) })
        }
        let (before, after) = (states(one), states(other))
        for clock in SLAClock.allCases {
            let figures = comparison[clock, .all]
            #expect(figures.before.met == before.values.count { $0.clock == clock && $0.state == .met })
            #expect(figures.before.breached == before.values.count { $0.clock == clock && $0.state == .breached })
            #expect(figures.after.met == after.values.count { $0.clock == clock && $0.state == .met })
            #expect(figures.after.breached == after.values.count { $0.clock == clock && $0.state == .breached })
            let newly = before.filter { $0.value.clock == clock && $0.value.state == .met }
                .count { after[$0.key]?.state == .breached }
            #expect(figures.newlyBreached == newly)
            let parts = comparison.figures.filter { $0.key.clock == clock }
            var sums: [String: ComparedFigures] = [:]
            for (key, part) in parts {
                switch key.slice {
                case .all: continue
                case .priority: sums["priority", default: .init()] += part
                case .customer: sums["customer", default: .init()] += part
                case .month: sums["month", default: .init()] += part
                }
            }
            for (_, sum) in sums { #expect(sum == figures) }
        }
    }

    @Test("a suggested target is the tightest one: with it history attains the share, a second less and it does not")
    func suggestionsAreTight() throws {
        for seed in Self.seeds where seed % 7 != 0 {
            let desk = RandomDesk.desk(seed: seed, tickets: 120).dataset()
            let parameters = EvaluationParameters(asOf: RandomDesk.start + .hours(70), zone: .utc, appClock: .utc)
            let share = TargetShare(millionths: 700_000)
            func policies(_ span: TimeSpan) -> SLAPolicies {
                // One priority for all, so that what a clock needs does not depend on when its priority changed.
                let targets = ClockTargets(
                    calendar: Self.office,
                    targets: Dictionary(uniqueKeysWithValues: Priority.triaged.map { ($0, span) }))
                let all: [SLAClock: ClockTargets] = [.resolution: targets]
                let policy = SLAPolicy(
                    name: "test", targets: all, onReopen: seed % 2 == 0 ? .newClock : .restart)
                return SLAPolicies(source: "test", timeZone: nil, calendars: [:], policies: [policy])
            }
            let evaluation = Evaluation(of: desk, under: policies(.hours(1)), parameters: parameters)
            let history = evaluation.run(into: TargetHistory(of: evaluation)).sink
            var needs = TargetHistory.Needs()
            for (_, more) in history.needs { needs += more }
            let suggestion = try #require(needs.tightest(for: share))
            func attained(_ span: TimeSpan) -> Attainment {
                let clocks = Evaluation(of: desk, under: policies(span), parameters: parameters)
                    .run(into: ClockTable()).sink.clocks
                var attainment = Attainment()
                for clock in clocks {
                    if clock.state == .met { attainment.met += 1 }
                    if clock.state == .breached { attainment.breached += 1 }
                }
                return attainment
            }
            #expect(attained(suggestion.target) == suggestion.attained, "seed \(seed)")
            guard suggestion.target >= .seconds(1) else { continue }
            let tighter = attained(suggestion.target - .seconds(1))
            #expect(Int64(tighter.met) * 1_000_000 < share.millionths * Int64(tighter.eligible), "seed \(seed)")
        }
    }
}
