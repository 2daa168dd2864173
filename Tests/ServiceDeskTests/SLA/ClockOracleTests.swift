import ServiceDesk
import TestSupport
import Testing

/// The engine against the slow oracle: all small worlds of a kind, and seeded random ones; a failure names its world.
@Suite("Clocks against the oracle")
struct ClockOracleTests {
    private static let hours = WorkingInterval(
        opens: TimeOfDay(seconds: 36_000) ?? .midnight, closes: TimeOfDay(seconds: 37_800) ?? .midnight)
    private static let later = WorkingInterval(
        opens: TimeOfDay(seconds: 39_600) ?? .midnight, closes: TimeOfDay(seconds: 68_400) ?? .midnight)

    /// Two intervals each working day in India, with a holiday; Monday's first is from tick 4 to 6.
    private static let version: CalendarVersion = {
        let intervals = [hours, later].compactMap { $0 }
        let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        return CalendarVersion(
            timeZone: SampleZones.kolkata, week: Dictionary(uniqueKeysWithValues: days.map { ($0, intervals) }),
            holidays: [Holiday(.once(LocalDate(year: 2026, month: 3, day: 4) ?? .infinity))])
    }()
    private static let office = ServiceCalendar(name: "office", versions: [version])
    /// Which quarters of an hour are worked, from the list of the calendar's working intervals.
    private static let worked: [Bool] = {
        let oracle = CalendarOracle(
            [version], from: LocalDate(year: 2026, month: 2, day: 20) ?? .infinity,
            to: LocalDate(year: 2026, month: 5, day: 1) ?? .infinity)
        return (0..<5000).map { oracle.isWorking(at: Story.at($0)) }
    }()

    private static func quarters(_ count: Int64) -> TimeSpan { .minutes(15 * count) }

    /// Compares every story at every as-of.
    /// - Returns: the states that came up.
    @discardableResult
    private static func check(
        _ stories: [Story], under policy: SLAPolicy, asOf ticks: [Int], _ dataset: Dataset, world: String
    ) -> Set<ClockState> {
        var states: Set<ClockState> = []
        let policies = SLAPolicies(source: "test", timeZone: nil, calendars: [:], policies: [policy])
        for tick in ticks {
            let evaluation = Evaluation(
                of: dataset, under: policies,
                parameters: EvaluationParameters(asOf: Story.at(tick), zone: .utc, appClock: .utc))
            let table = evaluation.run(into: ClockTable()).sink
            let levels = evaluation.run(into: EscalationTable(of: evaluation)).sink
            var places = [TicketRow: Int]()
            for (place, ticket) in table.tickets.enumerated() { places[ticket.ticket] = place }
            var reached = [ClockKey: [Int: Int]]()
            for (_, escalation) in levels.escalations {
                let key = ClockKey(escalation.clock)
                reached[key, default: [:]][escalation.level] = Story.tick(escalation.at)
            }
            let slow = ClockOracle(policy: policy, calendars: ["office": worked], asOf: tick)
            for (index, story) in stories.enumerated() {
                let expected = slow.answers(story)
                states.formUnion(expected.map(\.state))
                let found = places[TicketRow(index)].map { place in
                    table.clocks(of: place).map { answer($0, reached[ClockKey($0)] ?? [:]) }
                }
                // Recorded by hand: an expectation for each of so many clocks would take longer than the clocks.
                if (found ?? []) != expected {
                    Issue.record("\(world), as of tick \(tick): \(story)\n\(found ?? [])\nexpected \(expected)")
                }
            }
        }
        return states
    }

    private struct ClockKey: Hashable {
        let ticket: TicketRow
        let clock: SLAClock
        let cycle: Int

        init(_ result: ClockResult) {
            ticket = result.ticket
            clock = result.clock
            cycle = result.cycle
        }
    }

    private static func answer(_ clock: ClockResult, _ levels: [Int: Int]) -> ClockOracle.Answer {
        ClockOracle.Answer(
            clock: clock.clock, cycle: clock.cycle, state: clock.state, target: clock.target,
            used: clock.used.map { Int($0.microseconds / Story.quarter.microseconds) },
            due: clock.dueAt.map(Story.tick), stopped: clock.stoppedAt.map(Story.tick),
            breached: clock.breachedAt.map(Story.tick), stoppedBy: clock.stoppedBy, levels: levels)
    }

    private static func policy(_ dice: inout SeededGenerator) -> SLAPolicy {
        func targets(_ clock: SLAClock) -> ClockTargets {
            var targets: [Priority: TimeSpan] = [:]
            for priority in Priority.triaged where Int.random(in: 0..<6, using: &dice) > 0 {
                targets[priority] = quarters(Int64.random(in: 0...24, using: &dice))
            }
            return ClockTargets(
                calendar: Bool.random(using: &dice) ? office : .always, targets: targets,
                stop: clock == .firstResponse && Bool.random(using: &dice) ? .reply : .replyOrStatus)
        }
        let points: [EscalationLevel.Point] = [
            .share(TargetShare(millionths: 0)), .share(TargetShare(millionths: 1_000_000)), .offset(quarters(-3)),
            .offset(.zero), .offset(quarters(5)),
        ]
        return SLAPolicy(
            name: "test", targets: Dictionary(uniqueKeysWithValues: SLAClock.allCases.map { ($0, targets($0)) }),
            pauses: [
                .resolution: Bool.random(using: &dice) ? [.waitingForCustomer, .onHold] : [.waitingForCustomer],
                .periodicUpdate: Bool.random(using: &dice) ? [.onHold] : [],
            ],
            onReopen: [.resume, .restart, .newClock].randomElement(using: &dice) ?? .resume,
            onPriorityChange: Int.random(in: 0..<3, using: &dice) == 0 ? .keep : .retarget,
            warningLead: Bool.random(using: &dice) ? .time(quarters(4)) : .share(TargetShare(millionths: 250_000)),
            levels: Dictionary(
                uniqueKeysWithValues: SLAClock.allCases.map { clock in
                    (clock, points.map { EscalationLevel($0, tell: "owner") })
                }))
    }

    /// Strictly ascending ticks.
    private static func ticks(_ count: Int, from first: Int, to last: Int, _ dice: inout SeededGenerator) -> [Int] {
        Set((0..<count).map { _ in Int.random(in: first...last, using: &dice) }).sorted()
    }

    private static func story(_ dice: inout SeededGenerator, length: Int) -> Story {
        var story = Story()
        story.created = Int.random(in: 0..<length, using: &dice)
        let last = story.created + length
        let some: [Status] = [.new, .inProgress, .onHold, .waitingForCustomer, .resolved, .closed, .reopened]
        let priorities = Priority.triaged
        story.statuses = [(story.created, some.randomElement(using: &dice) ?? .new)]
        for tick in ticks(Int.random(in: 0...6, using: &dice), from: story.created + 1, to: last, &dice) {
            story.statuses.append((tick, some.randomElement(using: &dice) ?? .new))
        }
        story.priorities = [(story.created, priorities.randomElement(using: &dice) ?? .low)]
        for tick in ticks(Int.random(in: 0...3, using: &dice), from: story.created + 1, to: last, &dice) {
            story.priorities.append((tick, priorities.randomElement(using: &dice) ?? .low))
        }
        if Bool.random(using: &dice) { story.claimed = Int.random(in: story.created...last, using: &dice) }
        story.replies = ticks(Int.random(in: 0...4, using: &dice), from: story.created, to: last, &dice)
        story.messages = ticks(Int.random(in: 0...4, using: &dice), from: story.created, to: last, &dice)
        return story
    }

    private static func dataset(_ stories: [Story]) -> Dataset {
        var desk = DeskBuilder()
        desk.agent("ravi")
        for (index, story) in stories.enumerated() { story.write(index, to: &desk) }
        return desk.dataset()
    }

    @Test("all five clocks of random desks, at any as-of", arguments: Array(1...24) as [UInt64])
    func randomWorlds(seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        let policy = Self.policy(&dice)
        let stories = (0..<40).map { _ in Self.story(&dice, length: seed % 2 == 0 ? 40 : 400) }
        let ticks = (0..<6).map { _ in Int.random(in: 0..<(seed % 2 == 0 ? 90 : 900), using: &dice) }
        let states = Self.check(stories, under: policy, asOf: ticks, Self.dataset(stories), world: "seed \(seed)")
        #expect(states.isSuperset(of: [.met, .breached, .running]))
    }

    @Test(
        "every small world: three changes of status, a change of priority, around an opening and a closing",
        arguments: [ReopenRule.resume, .restart, .newClock])
    func smallWorlds(onReopen: ReopenRule) {
        let statuses: [Status?] = [nil, .open, .waitingForCustomer, .resolved]
        var stories: [Story] = []
        for first in statuses.compactMap({ $0 }) {
            for second in statuses {
                for third in statuses {
                    for raised in [nil, 5, 6] {
                        var story = Story()
                        story.created = 3
                        story.statuses = [(3, first)]
                        if let second { story.statuses.append((5, second)) }
                        if let third { story.statuses.append((6, third)) }
                        story.priorities = [(3, .medium)]
                        if let raised { story.priorities.append((raised, .urgent)) }
                        story.replies = [4, 6]
                        story.messages = [5]
                        stories.append(story)
                    }
                }
            }
        }
        let dataset = Self.dataset(stories)
        for medium in 0...3 {
            for urgent in [0, 1] {
                let targets = ClockTargets(
                    calendar: Self.office,
                    targets: [.medium: Self.quarters(Int64(medium)), .urgent: Self.quarters(Int64(urgent))])
                let policy = SLAPolicy(
                    name: "test",
                    targets: Dictionary(uniqueKeysWithValues: SLAClock.allCases.map { ($0, targets) }),
                    pauses: [.resolution: [.waitingForCustomer], .periodicUpdate: [.waitingForCustomer]],
                    onReopen: onReopen, levels: [.resolution: [EscalationLevel(.offset(.zero), tell: "owner")]])
                Self.check(
                    stories, under: policy, asOf: [3, 4, 5, 6, 7, 9, 10], dataset, world: "\(medium), \(urgent)")
            }
        }
    }
}
