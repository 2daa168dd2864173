/// Where one cycle of a clock starts and ends, and why: everything that differs from clock to clock.
struct ClockLife {
    var cycle = 1
    var start: Instant
    var stop: Instant?
    var stoppedBy: ClockStop?
    var source: ResolutionSource?
    /// Whether the ticket was done at a time that nothing tells.
    var isUnmeasurable = false

    /// A life that nothing has ended.
    init(cycle: Int = 1, start: Instant) {
        self.cycle = cycle
        self.start = start
    }

    /// The life ends at the earlier of two instants, the first of them where both fall together.
    mutating func end(at first: Instant?, by stop: ClockStop, orAt status: Instant?) {
        if let first, status.map({ first <= $0 }) ?? true {
            self.stop = first
            stoppedBy = stop
        } else if let status {
            self.stop = status
            stoppedBy = .status
        }
    }
}

/// The lives of a ticket's clocks up to as-of (`SEMANTICS` 5, `POLICY` "The wider file").
extension TicketHistory {
    /// The first instant up to `end` whose status is one of those marked, from the entry `index` on.
    @inline(__always)
    private func firstStatus(in marked: [Bool], upTo end: Instant) -> Instant? {
        statuses.first { marked[Int($0.status)] && $0.at <= end }?.at
    }

    /// From creation to the first instant with an assignee, or done.
    func claimLife(_ plan: PolicyPlan, upTo asOf: Instant) -> ClockLife {
        var life = ClockLife(start: createdAt)
        guard !isDoneTimeUnknown else {
            life.isUnmeasurable = true
            return life
        }
        let claimed = assignees.first { $0.value != nil && $0.at <= asOf }?.at
        life.end(at: claimed, by: .assignment, orAt: firstDone(plan, from: 0, upTo: asOf))
        return life
    }

    /// From creation to the first reply, or a status that stands for one.
    func firstResponseLife(_ plan: PolicyPlan, upTo asOf: Instant) -> ClockLife {
        var life = ClockLife(start: createdAt)
        let reply = firstReply.flatMap { $0 <= asOf ? $0 : nil }
        guard !isDoneTimeUnknown else {
            life.stop = reply
            life.stoppedBy = reply.map { _ in .reply }
            life.isUnmeasurable = reply == nil
            return life
        }
        life.end(at: reply, by: .reply, orAt: firstStatus(in: plan.stopsFirstResponse, upTo: asOf))
        return life
    }

    /// From creation to the last entry into done, when the ticket is still done.
    func resolutionLife(_ plan: PolicyPlan, upTo asOf: Instant) -> ClockLife {
        var life = ClockLife(start: createdAt)
        var index = statusIndex(at: asOf)
        guard plan.phases[Int(statuses[index].status)] == .done else { return life }
        while index > 0, plan.phases[Int(statuses[index - 1].status)] == .done { index -= 1 }
        finish(&life, at: index)
        return life
    }

    private func finish(_ life: inout ClockLife, at index: Int) {
        life.source = statuses[index].source
        life.isUnmeasurable = isDoneTimeUnknown && index == 0
        guard !life.isUnmeasurable else { return }
        life.stop = statuses[index].at
        life.stoppedBy = .status
    }

    /// The place of the first done status from a place on, up to as-of.
    private func doneIndex(_ plan: PolicyPlan, from index: Int, upTo asOf: Instant) -> Int? {
        statuses[index...].firstIndex { plan.phases[Int($0.status)] == .done }.flatMap {
            statuses[$0].at <= asOf ? $0 : nil
        }
    }

    /// The first instant from a status on at which the ticket is done.
    private func firstDone(_ plan: PolicyPlan, from index: Int, upTo asOf: Instant) -> Instant? {
        doneIndex(plan, from: index, upTo: asOf).map { statuses[$0].at }
    }

    /// A life for creation and for each reopening, each up to the next entry into done.
    func resolutionCycles(_ plan: PolicyPlan, upTo asOf: Instant) -> [ClockLife] {
        var lives: [ClockLife] = []
        var index = 0
        while index < statuses.count, statuses[index].at <= asOf {
            var life = ClockLife(cycle: lives.count + 1, start: statuses[index].at)
            guard let done = doneIndex(plan, from: index, upTo: asOf) else {
                lives.append(life)
                break
            }
            finish(&life, at: done)
            lives.append(life)
            let reopened = statuses[done...].firstIndex { plan.phases[Int($0.status)] != .done }
            guard let reopened else { break }
            index = reopened
        }
        return lives
    }

    /// A life for each exchange: from a message that waits for an answer, after the first reply, to the next reply or
    /// done.
    func exchanges(_ plan: PolicyPlan, upTo asOf: Instant) -> [ClockLife] {
        var lives: [ClockLife] = []
        guard var answered = conversation.firstIndex(where: \.isReply), conversation[answered].at <= asOf else {
            return lives
        }
        var done = Instant.negativeInfinity
        while let message = conversation[answered...].firstIndex(where: { !$0.isReply && $0.at > done }),
            conversation[message].at <= asOf
        {
            let reply = conversation[message...].firstIndex { $0.isReply && $0.at <= asOf }
            let life = exchange(
                plan, lives.count + 1, from: conversation[message].at, reply.map { conversation[$0].at }, asOf)
            lives.append(life)
            if let reply, life.isUnmeasurable || life.stoppedBy == .reply {
                answered = reply
            } else if let stop = life.stop {
                done = stop
            } else {
                break
            }
        }
        return lives
    }

    private func exchange(
        _ plan: PolicyPlan, _ cycle: Int, from message: Instant, _ reply: Instant?, _ asOf: Instant
    ) -> ClockLife {
        var life = ClockLife(cycle: cycle, start: message)
        guard !isDoneTimeUnknown else {
            life.isUnmeasurable = true
            return life
        }
        let index = statusIndex(at: message)
        let isDone = plan.phases[Int(statuses[index].status)] == .done
        life.end(at: reply, by: .reply, orAt: isDone ? message : firstDone(plan, from: index, upTo: asOf))
        return life
    }

    /// A life for creation and for each reply, while the ticket is not done, up to the next reply or done. Replies at
    /// one instant are one.
    func updates(_ plan: PolicyPlan, upTo asOf: Instant) -> [ClockLife] {
        guard !isDoneTimeUnknown else {
            var life = ClockLife(start: createdAt)
            life.isUnmeasurable = true
            return [life]
        }
        var lives: [ClockLife] = []
        var start = createdAt
        var next = 0
        while start <= asOf {
            while next < replies.count, replies[next] <= start { next += 1 }
            let reply = next < replies.count && replies[next] <= asOf ? replies[next] : nil
            let index = statusIndex(at: start)
            if plan.phases[Int(statuses[index].status)] != .done {
                var life = ClockLife(cycle: lives.count + 1, start: start)
                life.end(at: reply, by: .reply, orAt: firstDone(plan, from: index, upTo: asOf))
                lives.append(life)
            }
            guard let reply else { break }
            start = reply
        }
        return lives
    }
}
