import ServiceDesk
import TestSupport

/// The life of a ticket on a clock of quarters of an hour, as a test writes it down; every list ascends.
struct Story {
    static let quarter = TimeSpan.minutes(15)
    /// Monday morning, 09:00 in India.
    static let start = instant("2026-03-02T03:30:00Z")

    var created = 0
    /// The first one holds from the creation on.
    var statuses: [(tick: Int, status: Status)] = [(0, .new)]
    var priorities: [(tick: Int, priority: Priority)] = [(0, .medium)]
    /// When somebody first had it.
    var claimed: Int?
    var replies: [Int] = []
    var messages: [Int] = []

    static func at(_ tick: Int) -> Instant { start + TimeSpan(microseconds: quarter.microseconds * Int64(tick)) }

    static func tick(_ instant: Instant) -> Int { Int((instant - start).microseconds / quarter.microseconds) }

    /// Writes the ticket into a desk whose agent 0 works on it.
    func write(_ number: Int, to desk: inout DeskBuilder) {
        desk.ticket(number, created: Story.at(created)) {
            $0.status = statuses.last?.status.name
            $0.priority = priorities.last?.priority.name
            $0.assignee = claimed == nil ? nil : 0
        }
        for (before, after) in zip(statuses, statuses.dropFirst()) {
            desk.status(number, after.status.name, at: Story.at(after.tick), from: before.status.name)
        }
        if statuses.count == 1, let only = statuses.first {
            desk.status(number, only.status.name, at: Story.at(created))
        }
        for (before, after) in zip(priorities, priorities.dropFirst()) {
            desk.event(
                number, "priority_changed", at: Story.at(after.tick), from: .text(before.priority.name),
                to: .text(after.priority.name))
        }
        if let claimed { desk.event(number, "assigned", at: Story.at(claimed), from: .null, to: .agent(0)) }
        for reply in replies { desk.remark(number, at: Story.at(reply), by: 0) }
        for message in messages { desk.remark(number, at: Story.at(message), by: nil) }
    }
}

/// The clocks of a story worked out the slow and obvious way: quarter by quarter, with a list of working intervals.
/// It knows nothing of the engine's segments and sums.
struct ClockOracle {
    let policy: SLAPolicy
    /// Which quarters are worked, by calendar name; `24x7` is not among them.
    let calendars: [String: [Bool]]
    let asOf: Int

    /// What the oracle says about a clock, in ticks.
    struct Answer: Hashable, CustomStringConvertible {
        var clock: SLAClock
        var cycle: Int
        var state: ClockState
        var target: TimeSpan?
        var used: Int?
        var due: Int?
        var stopped: Int?
        var breached: Int?
        var stoppedBy: ClockStop?
        /// When each level was reached, by its place.
        var levels: [Int: Int] = [:]

        var description: String {
            "\(clock.name).\(cycle) \(state.name) target \(target?.wholeSeconds ?? -1) used \(used ?? -1) due \(due ?? -1) "
                + "stopped \(stopped ?? -1) by \(stoppedBy?.name ?? "-") breached \(breached ?? -1) levels "
                + levels.sorted { $0.key < $1.key }.map { "\($0.key)@\($0.value)" }.joined(separator: ",")
        }
    }

    // MARK: What holds at a tick

    private func status(_ story: Story, _ tick: Int) -> Status {
        story.statuses.last { $0.tick <= tick }?.status ?? .new
    }

    private func isDone(_ story: Story, _ tick: Int) -> Bool { status(story, tick).serviceState == .done }

    private func target(_ clock: SLAClock, _ story: Story, _ tick: Int) -> TimeSpan? {
        let known = policy.onPriorityChange == .keep ? story.created : tick
        let priority = story.priorities.last { $0.tick <= known }?.priority ?? .medium
        return policy.targets[clock]?.target(of: priority)
    }

    private func isPaused(_ clock: SLAClock, _ story: Story, _ tick: Int) -> Bool {
        (policy.pauses[clock] ?? []).contains(status(story, tick))
    }

    private func isWorking(_ clock: SLAClock, _ tick: Int) -> Bool {
        guard let name = policy.targets[clock]?.calendar.name, let calendar = calendars[name] else { return true }
        return tick < calendar.count && calendar[tick]
    }

    private func firstDone(_ story: Story, from tick: Int) -> Int? {
        (tick...max(tick, asOf)).first { $0 <= asOf && isDone(story, $0) }
    }

    // MARK: Lives

    private struct Life {
        var cycle: Int
        var start: Int
        var stop: Int?
        var by: ClockStop?
    }

    private func ended(_ cycle: Int, _ start: Int, at first: Int?, by stop: ClockStop, or status: Int?) -> Life {
        let seen = first.flatMap { $0 <= asOf ? $0 : nil }
        if let seen, seen <= (status ?? .max) { return Life(cycle: cycle, start: start, stop: seen, by: stop) }
        return Life(cycle: cycle, start: start, stop: status, by: status == nil ? nil : .status)
    }

    private func lives(_ clock: SLAClock, _ story: Story) -> [Life] {
        let created = story.created
        switch clock {
        case .claim:
            return [ended(1, created, at: story.claimed, by: .assignment, or: firstDone(story, from: created))]
        case .firstResponse:
            let stopping = (created...max(created, asOf)).first { tick in
                tick <= asOf
                    && (isDone(story, tick)
                        || (policy.targets[clock]?.stop != .reply && status(story, tick) == .waitingForCustomer))
            }
            return [ended(1, created, at: story.replies.first, by: .reply, or: stopping)]
        case .nextResponse: return exchanges(story)
        case .periodicUpdate: return updates(story)
        case .resolution: return resolutions(story)
        }
    }

    private func exchanges(_ story: Story) -> [Life] {
        var lives: [Life] = []
        var hasReplied = false
        var waiting = false
        // At one instant the customer writes before the agent, and the desk finishes last.
        for tick in story.created...max(story.created, asOf) where tick <= asOf {
            if story.messages.contains(tick) && hasReplied && !waiting {
                lives.append(Life(cycle: lives.count + 1, start: tick))
                waiting = true
            }
            if story.replies.contains(tick) {
                if waiting {
                    lives[lives.count - 1].stop = tick
                    lives[lives.count - 1].by = .reply
                }
                hasReplied = true
                waiting = false
            } else if waiting && isDone(story, tick) {
                lives[lives.count - 1].stop = tick
                lives[lives.count - 1].by = .status
                waiting = false
            }
        }
        return lives
    }

    private func updates(_ story: Story) -> [Life] {
        let starts = Set([story.created] + story.replies).sorted().filter { $0 <= asOf && !isDone(story, $0) }
        return starts.enumerated().map { index, start in
            ended(
                index + 1, start, at: story.replies.first { $0 > start }, by: .reply,
                or: firstDone(story, from: start))
        }
    }

    private func resolutions(_ story: Story) -> [Life] {
        if policy.onReopen != .newClock {
            guard isDone(story, asOf) else { return [Life(cycle: 1, start: story.created)] }
            var entry = asOf
            while entry > story.created && isDone(story, entry - 1) { entry -= 1 }
            return [Life(cycle: 1, start: story.created, stop: entry, by: .status)]
        }
        var lives: [Life] = []
        for tick in story.created...asOf {
            let done = isDone(story, tick)
            if lives.isEmpty || (!done && isDone(story, tick - 1)) {
                lives.append(Life(cycle: lives.count + 1, start: tick))
            }
            if done && lives[lives.count - 1].stop == nil {
                lives[lives.count - 1].stop = tick
                lives[lives.count - 1].by = .status
            }
        }
        return lives
    }

    // MARK: Quarter by quarter

    /// The clocks of a story at as-of.
    func answers(_ story: Story) -> [Answer] {
        guard story.created <= asOf else { return [] }
        return SLAClock.allCases.flatMap { clock -> [Answer] in
            guard policy.targets[clock] != nil else { return [] }
            return lives(clock, story).compactMap { walk(clock, story, $0) }
        }
    }

    /// What a clock does at a tick of its life.
    private enum Doing: Hashable {
        case running, paused, done
    }

    private func doing(_ clock: SLAClock, _ story: Story, _ life: Life, _ tick: Int) -> Doing {
        if let stop = life.stop, stop == life.start {
            // The status just before a stop at the very start is that of the story's beginning.
            return isPaused(clock, story, story.created) && !isDone(story, story.created) ? .paused : .running
        }
        if clock == .resolution && isDone(story, tick) { return .done }
        return isPaused(clock, story, tick) ? .paused : .running
    }

    private struct Watch {
        var reachedHere = false
        var at: Int?
    }

    private func walk(_ clock: SLAClock, _ story: Story, _ life: Life) -> Answer? {
        let end = life.stop ?? asOf
        let levels = policy.levels[clock] ?? []
        var used = 0
        // The breach is watched as level -1.
        var watches = [Int: Watch](uniqueKeysWithValues: (-1..<levels.count).map { ($0, Watch()) })
        var before: (doing: Doing, target: TimeSpan?)?
        var hadTarget = false
        var segmentStart = life.start
        var usedAtSegmentStart = 0
        for tick in life.start...end {
            // A change at the very stop no longer counts.
            if tick == end && life.stop != nil && tick != life.start { break }
            let now = (doing: doing(clock, story, life, tick), target: target(clock, story, tick))
            let begins = before.map { $0.doing != now.doing || $0.target != now.target } ?? true
            if begins {
                if before?.doing == .done && now.doing != .done && policy.onReopen == .restart { used = 0 }
                for key in watches.keys { watches[key]?.reachedHere = false }
                segmentStart = tick
                usedAtSegmentStart = used
            }
            before = now
            hadTarget = hadTarget || now.target != nil
            let isOver = tick == end
            if now.doing == .running, let target = now.target {
                watch(&watches, clock, levels, target, used: used, tick, begins: begins, isOver: isOver, life)
            }
            if now.doing == .running && !isOver && isWorking(clock, tick) {
                used += 1
                if let target = now.target { note(&watches, levels, target, used: used) }
            }
        }
        guard hadTarget, let last = before else { return nil }
        return answer(clock, life, last, used, watches, from: segmentStart, usedAtSegmentStart)
    }

    private func ticks(_ span: TimeSpan) -> Int { Int((span.microseconds / Story.quarter.microseconds)) }

    private func threshold(_ key: Int, _ levels: [EscalationLevel], _ target: TimeSpan) -> Int {
        ticks(key < 0 ? target : levels[key].threshold(of: target))
    }

    /// Looks whether something is due at the start of a quarter that the clock lives through.
    private func watch(
        _ watches: inout [Int: Watch], _ clock: SLAClock, _ levels: [EscalationLevel], _ target: TimeSpan, used: Int,
        _ tick: Int, begins: Bool, isOver: Bool, _ life: Life
    ) {
        for key in watches.keys where watches[key]?.at == nil {
            let remaining = threshold(key, levels, target) - used
            // A level is reached at as-of; a breach needs time after its instant.
            let lives = !isOver || (key >= 0 && life.stop == nil)
            if remaining < 0 && begins && (!isOver || life.stop == nil) {
                watches[key]?.at = tick
            } else if remaining == 0 && lives {
                if watches[key]?.reachedHere == true || isWorking(clock, tick) { watches[key]?.at = tick }
            }
        }
    }

    /// Remembers what the quarter that has just been worked has reached.
    private func note(_ watches: inout [Int: Watch], _ levels: [EscalationLevel], _ target: TimeSpan, used: Int) {
        for key in watches.keys where threshold(key, levels, target) == used { watches[key]?.reachedHere = true }
    }

    private func answer(
        _ clock: SLAClock, _ life: Life, _ last: (doing: Doing, target: TimeSpan?), _ used: Int,
        _ watches: [Int: Watch], from segmentStart: Int, _ usedThen: Int
    ) -> Answer {
        let levels = watches.compactMap { $0.key >= 0 && $0.value.at != nil ? ($0.key, $0.value.at ?? 0) : nil }
        let breached = watches[-1]?.at
        var answer = Answer(
            clock: clock, cycle: life.cycle, state: .notApplicable, target: last.target,
            levels: Dictionary(uniqueKeysWithValues: levels))
        guard last.target != nil || breached != nil else { return answer }
        answer.used = used
        answer.stopped = life.stop
        answer.stoppedBy = life.by
        answer.breached = breached
        answer.due = breached
        if breached == nil, last.doing == .running, let target = last.target {
            answer.due = due(clock, from: segmentStart, remaining: max(0, ticks(target) - usedThen))
        }
        if breached != nil {
            answer.state = .breached
        } else if life.stop != nil {
            answer.state = .met
        } else if last.doing == .paused {
            answer.state = .paused
        } else {
            answer.state = isAtRisk(answer, last.target) ? .atRisk : .running
        }
        return answer
    }

    private func isAtRisk(_ answer: Answer, _ target: TimeSpan?) -> Bool {
        switch policy.warningLead {
        case .time(let lead): return answer.due.map { Story.at($0) - Story.at(asOf) <= lead } ?? false
        case .share(let share):
            guard let target, let used = answer.used else { return false }
            let left = target.microseconds - Int64(used) * Story.quarter.microseconds
            return left * 1_000_000 <= share.millionths * target.microseconds
        }
    }

    /// Walks on until so many quarters have been worked.
    private func due(_ clock: SLAClock, from start: Int, remaining: Int) -> Int? {
        var left = remaining
        for tick in start..<(start + 3000) {
            let works = isWorking(clock, tick)
            if left == 0 && (tick > start && remaining > 0 || works) { return tick }
            if works && left > 0 { left -= 1 }
        }
        return nil
    }
}
