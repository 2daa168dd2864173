import ServiceDesk
import TestSupport
import Testing

/// Round the clock, urgent in one hour, high in two, medium in four; low has no target.
private func policy(
    pausing: Set<Status> = [.waitingForCustomer], onReopen: ReopenRule = .resume,
    onPriorityChange: PriorityChangeRule = .retarget, dueSource: DueSource = .computed
) -> SLAPolicies {
    let targets = ClockTargets(
        calendar: .always, targets: [.urgent: .hours(1), .high: .hours(2), .medium: .hours(4)])
    return SLAPolicies(
        source: "test", timeZone: nil, calendars: [:],
        policies: [
            SLAPolicy(
                name: "test", targets: [.firstResponse: targets, .resolution: targets], pauses: [.resolution: pausing],
                onReopen: onReopen, onPriorityChange: onPriorityChange, dueSource: dueSource)
        ])
}

private let start = instant("2026-03-02T10:00:00Z")

private func minute(_ minutes: Int64) -> Instant { start + .minutes(minutes) }

private func clock(
    _ clock: SLAClock = .resolution, asOf minutes: Int64, under policies: SLAPolicies = policy(),
    _ build: (inout DeskBuilder) -> Void
) -> ClockResult? {
    var desk = DeskBuilder()
    desk.agent("ravi", fullName: "Ravi Kumar")
    build(&desk)
    let evaluation = Evaluation(
        of: desk.dataset(), under: policies, parameters: EvaluationParameters(asOf: minute(minutes), zone: .utc))
    return evaluation.run(into: ClockTable()).sink.clocks.first { $0.clock == clock }
}

@Suite("SLA clocks")
struct ClockTests {
    @Test("a ticket done exactly when it is due is met; a microsecond later it is breached")
    func exactlyOnTime() {
        let met = clock(asOf: 300) {
            $0.ticket(1, created: start) { $0.status = "Resolved" }
            $0.status(1, "Resolved", at: minute(240))
        }
        #expect(met?.state == .met)
        #expect(met?.dueAt == minute(240))
        let late = clock(asOf: 300) {
            $0.ticket(1, created: start) { $0.status = "Resolved" }
            $0.status(1, "Resolved", at: minute(240) + TimeSpan(microseconds: 1))
        }
        #expect(late?.state == .breached)
        #expect(late?.breachedAt == minute(240))
    }

    @Test("at as-of equal to due a running clock is at risk, not yet breached")
    func asOfAtDue() {
        let running = clock(asOf: 240) { $0.ticket(1, created: start) { $0.status = "New" } }
        #expect(running?.state == .atRisk)
        #expect(running?.used == .minutes(240))
    }

    @Test("a pause stops the resolution clock but not the first response")
    func pause() {
        let resolution = clock(asOf: 500) {
            $0.ticket(1, created: start) { $0.status = "In Progress" }
            $0.status(1, "Waiting for Customer", at: minute(60))
            $0.status(1, "In Progress", at: minute(400))
        }
        #expect(resolution?.used == .minutes(160))
        #expect(resolution?.dueAt == minute(580))
        let response = clock(.firstResponse, asOf: 500) {
            $0.ticket(1, created: start) { $0.status = "Waiting for Customer" }
            $0.status(1, "Waiting for Customer", at: minute(60))
        }
        #expect(response?.state == .met)
        #expect(response?.stoppedAt == minute(60))
        #expect(response?.stoppedBy == .status)
    }

    @Test("while paused there is no due instant")
    func pausedHasNoDue() {
        let paused = clock(asOf: 500) {
            $0.ticket(1, created: start) { $0.status = "Waiting for Customer" }
            $0.status(1, "Waiting for Customer", at: minute(60))
        }
        #expect(paused?.state == .paused)
        #expect(paused?.dueAt == nil)
        #expect(paused?.used == .minutes(60))
    }

    @Test("a lowered target breaches at once when more is used already")
    func loweredTarget() {
        let breached = clock(asOf: 200) {
            $0.ticket(1, created: start) { $0.priority = "Urgent" }
            $0.event(1, "priority_changed", at: minute(100), from: .text("Medium"), to: .text("Urgent"))
        }
        #expect(breached?.breachedAt == minute(100))
        let kept = clock(asOf: 200, under: policy(onPriorityChange: .keep)) {
            $0.ticket(1, created: start) { $0.priority = "Urgent" }
            $0.event(1, "priority_changed", at: minute(100), from: .text("Medium"), to: .text("Urgent"))
        }
        #expect(kept?.breachedAt == nil)
        #expect(kept?.target == .hours(4))
    }

    @Test("a reopened ticket resumes with what it used, or restarts; a breach stays")
    func reopening() {
        let build: (inout DeskBuilder) -> Void = {
            $0.ticket(1, created: start) { $0.status = "Reopened" }
            $0.status(1, "Resolved", at: minute(100))
            $0.status(1, "Reopened", at: minute(300))
        }
        #expect(clock(asOf: 320, build)?.used == .minutes(120))
        #expect(clock(asOf: 320, under: policy(onReopen: .restart), build)?.used == .minutes(20))
        let late = clock(asOf: 900, under: policy(onReopen: .restart)) {
            $0.ticket(1, created: start) { $0.status = "Reopened" }
            $0.status(1, "Resolved", at: minute(300))
            $0.status(1, "Reopened", at: minute(800))
        }
        #expect(late?.breachedAt == minute(240))
        #expect(late?.used == .minutes(100))
    }

    @Test("a ticket without a target in force is not applicable, and has no row when there never was one")
    func noTarget() {
        let never = clock(asOf: 60) { $0.ticket(1, created: start) { $0.priority = "Low" } }
        #expect(never == nil)
        let lost = clock(asOf: 60) {
            $0.ticket(1, created: start) { $0.priority = "Low" }
            $0.event(1, "priority_changed", at: minute(10), from: .text("High"), to: .text("Low"))
        }
        #expect(lost?.state == .notApplicable)
        #expect(lost?.used == nil)
    }

    @Test("a stored due instant counts also while paused, and a later reopening breaches it")
    func storedDue() {
        let paused = clock(asOf: 500, under: policy(dueSource: .stored)) {
            $0.ticket(1, created: start) {
                $0.status = "Waiting for Customer"
                $0.slaDue = minute(90)
            }
            $0.status(1, "Waiting for Customer", at: minute(60))
        }
        #expect(paused?.breachedAt == minute(90))
        let reopened = clock(asOf: 500, under: policy(dueSource: .stored)) {
            $0.ticket(1, created: start) {
                $0.status = "Open"
                $0.slaDue = minute(90)
            }
            $0.status(1, "Resolved", at: minute(60))
            $0.status(1, "Open", at: minute(300))
        }
        #expect(reopened?.breachedAt == minute(300))
        #expect(reopened?.dueAt == minute(90))
    }

    @Test("a ticket that was done at a time that nothing tells has only a first response that a reply settles")
    func unknownDoneTime() {
        let build: (inout DeskBuilder) -> Void = {
            $0.ticket(1, created: start) { $0.status = "Closed" }
            $0.remark(1, at: minute(30), by: 0)
        }
        #expect(clock(asOf: 500, build)?.state == .notApplicable)
        #expect(clock(asOf: 500, build)?.resolutionSource == .unknown)
        #expect(clock(.firstResponse, asOf: 500, build)?.stoppedBy == .reply)
    }

    @Test("the first response is the first reply by an agent that the customer sees")
    func firstResponse() {
        let reply = clock(.firstResponse, asOf: 500) {
            $0.ticket(1, created: start)
            $0.comment(1, at: minute(5), by: "ravi", isPublic: false)
            $0.comment(1, at: minute(6), by: "Sunita")
            $0.remark(1, at: minute(7), by: nil)
            $0.comment(1, at: minute(20), by: "  RAVI kumar ")
        }
        #expect(reply?.stoppedAt == minute(20))
        #expect(reply?.stoppedBy == .reply)
    }
}
