/// Adds tickets to a summary as an evaluation finds them out.
public struct SummaryBuilder: TicketSink {
    /// What was summed up so far.
    public private(set) var summary: Summary
    private let plan: SummaryPlan
    private let dataset: Dataset
    private let vocabulary: StatusVocabulary
    private let billing: BillingReader
    private let today: LocalDate

    /// A builder that has seen no tickets.
    public init(plan: SummaryPlan, evaluation: Evaluation) {
        self.plan = plan
        dataset = evaluation.dataset
        vocabulary = evaluation.vocabulary
        billing = BillingReader(dataset: dataset, vocabulary: vocabulary)
        today = plan.zone.localDate(of: plan.asOf)
        summary = Summary(plan: plan, dataset: dataset, vocabulary: vocabulary)
    }

    /// Adds the tickets of the rows that come next.
    public mutating func join(_ next: SummaryBuilder) { summary += next.summary }

    /// Adds a ticket.
    public mutating func take(_ ticket: TicketSnapshot, clocks: [ClockResult], history: TicketHistory) {
        let places = Places(
            customer: dataset.tickets.customer[ticket.ticket].map { Int($0.code) } ?? summary.byCustomer.count - 1,
            category: dataset.tickets.category.code(ticket.ticket), assignee: ticket.assignee.map { Int($0.code) })
        summary.tickets += 1
        summary.byStatus[Int(ticket.status)] += 1
        addFlow(of: history, at: places)
        addClocks(clocks, of: ticket, history, at: places)
        addBacklog(ticket, clocks, at: places)
        addBills(of: history, at: places)
        addClaim(of: history)
        addLoggedMinutes(of: ticket.ticket, at: places)
    }

    /// The slices that a ticket belongs to.
    private struct Places {
        let customer: Int
        let category: Int
        let assignee: Int?
    }

    // MARK: Flow

    private mutating func addFlow(of history: TicketHistory, at places: Places) {
        var wasDone = false
        count(.created, at: history.createdAt, of: history, at: places)
        for change in history.statuses where change.at <= plan.asOf {
            let isDone = vocabulary.serviceState(of: change.status) == .done
            if isDone && !wasDone {
                count(.done, at: change.at, of: history, at: places)
            } else if wasDone && !isDone {
                count(.reopened, at: change.at, of: history, at: places)
            }
            wasDone = isDone
        }
        addFinish(of: history, in: plan.period, upTo: plan.asOf, to: \.finished)
        addFinish(of: history, in: plan.previousPeriod, upTo: plan.previousAsOf, to: \.previousFinished)
        addStocks(of: history)
        guard let day = plan.day(of: history.createdAt) else { return }
        let local = plan.zone.localMicroseconds(at: history.createdAt)
        let hour = Int(local.flooredDivision(by: 86_400_000_000).remainder / 3_600_000_000)
        summary.arrivals[plan.firstDay.adding(days: day).weekday.rawValue * 24 + hour] += 1
    }

    /// Counts a ticket that was done in a period, and what became of it by an instant.
    private mutating func addFinish(
        of history: TicketHistory, in period: Period, upTo end: Instant,
        to path: WritableKeyPath<Summary, FinishedTickets>
    ) {
        var wasDone = false
        var last: Instant?
        var isReopened = false
        var reopenedAfterLast: Instant?
        for change in history.statuses where change.at <= end {
            let isDone = vocabulary.serviceState(of: change.status) == .done
            if isDone && !wasDone && plan.contains(change.at, in: period) {
                last = change.at
                reopenedAfterLast = nil
            } else if wasDone && !isDone && last != nil {
                isReopened = true
                reopenedAfterLast = reopenedAfterLast ?? change.at
            }
            wasDone = isDone
        }
        guard let last else { return }
        summary[keyPath: path].count += 1
        summary[keyPath: path].reopened += isReopened ? 1 : 0
        let events = dataset.events.grouping.rows(of: history.ticket).count {
            history.createdAt < dataset.events.at[$0] && dataset.events.at[$0] <= last
        }
        summary[keyPath: path].touches += events + history.replies.count { $0 <= last }
        let settled = last + .hours(7 * 24)
        guard settled <= end else { return }
        summary[keyPath: path].settled += 1
        if history.replies.count(where: { $0 <= settled }) == 1, reopenedAfterLast.map({ $0 > settled }) ?? true {
            summary[keyPath: path].byFirstContact += 1
        }
    }

    private enum Move {
        case created, done, reopened
    }

    /// Counts a move into its day and periods.
    private mutating func count(_ move: Move, at instant: Instant, of history: TicketHistory, at places: Places) {
        let path: WritableKeyPath<Flow, Int> =
            switch move {
            case .created: \.created
            case .done: \.done
            case .reopened: \.reopened
            }
        if let day = plan.day(of: instant) { summary.byDay[day][keyPath: path] += 1 }
        if plan.contains(instant, in: plan.previousPeriod) { summary.previousBridge.flow[keyPath: path] += 1 }
        guard plan.contains(instant, in: plan.period) else { return }
        summary.bridge.flow[keyPath: path] += 1
        switch move {
        case .created:
            summary.byCustomer[places.customer].created += 1
            summary.byCategory[places.category].created += 1
            if let owner = history.assignees.first(where: { $0.value != nil && $0.at <= plan.asOf })?.value {
                summary.byAgent[Int(owner.code)].firstOwned += 1
            }
        case .done:
            summary.byCustomer[places.customer].done += 1
            summary.byCategory[places.category].done += 1
            if let owner = history.assignee(at: instant) { summary.byAgent[Int(owner.code)].done += 1 }
        case .reopened: break
        }
    }

    /// Counts the ticket into the backlogs at the borders of the periods.
    private mutating func addStocks(of history: TicketHistory) {
        if isUnfinished(history, before: plan.trendStart) { summary.backlogBeforeTrend += 1 }
        if isUnfinished(history, before: plan.period.start) { summary.bridge.opening += 1 }
        if isUnfinished(history, before: plan.previousPeriod.end) { summary.previousBridge.closing += 1 }
        if isUnfinished(history, before: plan.previousPeriod.start) { summary.previousBridge.opening += 1 }
        let closing =
            plan.period.end == plan.asOf
            ? isUnfinished(history, at: plan.asOf) : isUnfinished(history, before: plan.period.end)
        if closing { summary.bridge.closing += 1 }
    }

    private func isUnfinished(_ history: TicketHistory, before instant: Instant) -> Bool {
        isUnfinished(history, at: instant - TimeSpan(microseconds: 1))
    }

    private func isUnfinished(_ history: TicketHistory, at instant: Instant) -> Bool {
        guard history.createdAt <= instant else { return false }
        return vocabulary.serviceState(of: history.statuses[history.statusIndex(at: instant)].status) != .done
    }

    // MARK: Clocks

    private mutating func addClocks(
        _ clocks: [ClockResult], of ticket: TicketSnapshot, _ history: TicketHistory, at places: Places
    ) {
        for clock in clocks {
            summary[clock.clock].states.add(clock)
            addAttainment(clock, of: ticket, history, at: places)
            addTimes(clock, of: ticket, history, at: places)
        }
        // Resolution comes last by name, and its last cycle is the one that tells how the ticket stands.
        if let source = clocks.last?.resolutionSource { summary.resolutionSources[Int(source.rawValue)] += 1 }
    }

    private mutating func addAttainment(
        _ clock: ClockResult, of ticket: TicketSnapshot, _ history: TicketHistory, at places: Places
    ) {
        guard clock.isEligible, let instant = clock.cohortInstant(plan.cohort, createdAt: history.createdAt) else {
            return
        }
        if let month = plan.month(of: instant) { summary[clock.clock].byMonth[month].add(clock.state) }
        if plan.contains(instant, in: plan.previousPeriod) { summary[clock.clock].previous.add(clock.state) }
        guard plan.contains(instant, in: plan.period) else { return }
        summary[clock.clock].period.add(clock.state)
        summary[clock.clock].byPriority[Int(clock.targetPriority.rawValue)].add(clock.state)
        summary[clock.clock].byAMC[Int(ticket.amcAtCreation.rawValue)].add(clock.state)
        summary.byCustomer[places.customer][clock.clock].add(clock.state)
        summary.byCategory[places.category][clock.clock].add(clock.state)
        // Whoever had the ticket when the clock was decided.
        if let decided = clock.breachedAt ?? clock.stoppedAt, let owner = history.assignee(at: decided) {
            summary.byAgent[Int(owner.code)][clock.clock].add(clock.state)
        }
    }

    private mutating func addTimes(
        _ clock: ClockResult, of ticket: TicketSnapshot, _ history: TicketHistory, at places: Places
    ) {
        guard let stopped = clock.stoppedAt, let used = clock.used else { return }
        let calendar = stopped - clock.startedAt
        if let month = plan.month(of: stopped) {
            summary[clock.clock].timesByMonth[month].add(business: used, calendar: calendar)
        }
        if plan.contains(stopped, in: plan.previousPeriod) {
            summary[clock.clock].previousTimes.add(business: used, calendar: calendar)
        }
        guard plan.contains(stopped, in: plan.period) else { return }
        summary[clock.clock].times.add(business: used, calendar: calendar)
        summary[clock.clock].timesByPriority[Int(clock.targetPriority.rawValue)].add(business: used, calendar: calendar)
        guard clock.clock == .resolution else { return }
        summary.byCustomer[places.customer].resolutionTimes.add(business: used, calendar: calendar)
        summary.byCategory[places.category].resolutionTimes.add(business: used, calendar: calendar)
        if let owner = history.assignee(at: stopped) {
            summary.byAgent[Int(owner.code)].resolutionTimes.add(business: used, calendar: calendar)
        }
    }

    // MARK: Backlog

    private mutating func addBacklog(_ ticket: TicketSnapshot, _ clocks: [ClockResult], at places: Places) {
        guard ticket.serviceState != .done else { return }
        var one = SliceFigures()
        one.backlog.count = 1
        one.backlog.paused = ticket.serviceState == .paused ? 1 : 0
        one.backlog.unclaimed = ticket.assignee == nil ? 1 : 0
        one.backlog.ages.add(plan.asOf - ticket.createdAt)
        if let used = clocks.last(where: { $0.clock == .resolution })?.used { one.backlog.used.add(used) }
        one.overdue = clocks.count { $0.state == .breached && $0.stoppedAt == nil }
        summary.backlog += one.backlog
        summary.backlogByPriority[Int(ticket.priority.rawValue)] += one.backlog
        summary.byCustomer[places.customer] += one
        summary.byCategory[places.category] += one
        if let assignee = places.assignee { summary.byAgent[assignee] += one }
        if amcToday(of: ticket.ticket).isInForce { summary.amcQueue += one } else { summary.normalQueue += one }
    }

    private func amcToday(of ticket: TicketRow) -> ContractState {
        guard let customer = dataset.tickets.customer[ticket].flatMap(dataset.customerDirectory.row(of:)) else {
            return .none
        }
        return ContractState(expiry: dataset.customers.amcExpiry[customer], on: today)
    }

    // MARK: Bills, claims, minutes

    private mutating func addBills(of history: TicketHistory, at places: Places) {
        let moves = billing.moves(of: history, upTo: plan.asOf)
        summary.byBillingState[Int((moves.last?.state ?? .none).rawValue)] += 1
        if let last = moves.last, last.state == .raised { summary.billsOutstanding.add(last.amount) }
        for move in moves where plan.contains(move.at, in: plan.period) {
            switch move.state {
            case .none: continue
            case .raised:
                summary.billsRaised.add(move.amount)
                summary.byCustomer[places.customer].billsRaised.add(move.amount)
            case .processed:
                summary.billsProcessed.add(move.amount)
                summary.byCustomer[places.customer].billsProcessed.add(move.amount)
            }
        }
    }

    private mutating func addClaim(of history: TicketHistory) {
        for (before, after) in zip(history.assignees, history.assignees.dropFirst())
        where before.value != nil && after.value != nil && after.at <= plan.asOf {
            if plan.contains(after.at, in: plan.period) { summary.reassignments += 1 }
            if plan.contains(after.at, in: plan.previousPeriod) { summary.previousReassignments += 1 }
        }
        guard let claim = history.assignees.first(where: { $0.value != nil }), claim.at <= plan.asOf else { return }
        let wait = claim.at - history.createdAt
        if plan.contains(claim.at, in: plan.period) {
            if wait > .zero { summary.claimTimes.add(wait) } else { summary.ownedFromCreation += 1 }
        }
        if wait > .zero, plan.contains(claim.at, in: plan.previousPeriod) { summary.previousClaimTimes.add(wait) }
    }

    private mutating func addLoggedMinutes(of ticket: TicketRow, at places: Places) {
        let reports = dataset.serviceReports
        for row in reports.grouping.rows(of: ticket) where plan.contains(reports.at[row], in: plan.period) {
            guard let minutes = reports.timeSpentMinutes[RowIndex(row)] else { continue }
            summary.byCustomer[places.customer].loggedMinutes &+= minutes
            summary.byCategory[places.category].loggedMinutes &+= minutes
            if let agent = reports.agent[RowIndex(row)] { summary.byAgent[Int(agent.code)].loggedMinutes &+= minutes }
        }
    }
}
