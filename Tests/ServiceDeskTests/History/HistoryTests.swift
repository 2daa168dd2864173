import ServiceDesk
import TestSupport
import Testing

private let start = instant("2026-03-02T10:00:00Z")

private func minute(_ minutes: Int64) -> Instant { start + .minutes(minutes) }

/// What a ticket's history says, in words that a test can compare: `0 New, 30 Resolved`.
private struct Told {
    var statuses = ""
    var sources: [ResolutionSource] = []
    var priorities = ""
    var assignees = ""
    var findings = FindingLog()

    init(_ build: (inout DeskBuilder) -> Void) {
        var desk = DeskBuilder()
        desk.agent("ravi")
        desk.agent("sunita")
        build(&desk)
        let dataset = desk.dataset()
        let vocabulary = StatusVocabulary(tickets: dataset.tickets, events: dataset.events)
        var reader = HistoryReader(dataset: dataset, skew: .none, vocabulary: vocabulary)
        var history = TicketHistory()
        guard reader.read(TicketRow(0), into: &history) else {
            findings = reader.findings
            return
        }
        func since(_ at: Instant) -> String { String((at - history.createdAt).wholeSeconds / 60) }
        statuses = history.statuses.map { "\(since($0.at)) \(vocabulary.names[Int($0.status)])" }.joined(
            separator: ", ")
        sources = history.statuses.map(\.source)
        priorities = history.priorities.map { "\(since($0.at)) \($0.value.name)" }.joined(separator: ", ")
        assignees = history.assignees.map { change in
            "\(since(change.at)) \(change.value.map { "\($0.code)" } ?? "nobody")"
        }.joined(separator: ", ")
        findings = reader.findings
    }
}

@Suite("Histories")
struct HistoryTests {
    @Test("before the first status event its old value held, else New")
    func oldValueOfTheFirst() {
        let told = Told {
            $0.ticket(1, created: start) { $0.status = "In Progress" }
            $0.status(1, "In Progress", at: minute(30), from: "Waiting for Customer")
        }
        #expect(told.statuses == "0 Waiting for Customer, 30 In Progress")
        let without = Told {
            $0.ticket(1, created: start) { $0.status = "Open" }
            $0.status(1, "Open", at: minute(30))
        }
        #expect(without.statuses == "0 New, 30 Open")
    }

    @Test("of several events at one instant the last counts; the old value is that of the first")
    func oneInstant() {
        let told = Told {
            $0.ticket(1, created: start) { $0.status = "Closed" }
            $0.status(1, "Resolved", at: minute(30), from: "Open")
            $0.status(1, "Open", at: minute(30), from: "New")
            $0.status(1, "Closed", at: minute(30))
        }
        #expect(told.statuses == "0 Open, 30 Closed")
    }

    @Test("events before the creation count as at creation")
    func earlyEvents() {
        let told = Told {
            $0.ticket(1, created: start) { $0.status = "Open" }
            $0.status(1, "Open", at: minute(-30))
        }
        #expect(told.statuses == "0 Open")
        #expect(told.findings.count(of: .clockBackwards) == 1)
    }

    @Test("an event without a usable new value is left out")
    func withoutValue() {
        let told = Told {
            $0.ticket(1, created: start)
            $0.event(1, "status_changed", at: minute(10), from: .text("Open"))
        }
        #expect(told.statuses == "0 New")
        #expect(told.findings.count(of: .eventWithoutValue) == 1)
    }

    @Test("a done row wins from the first of its times that is not before the last event")
    func ladder() {
        let told = Told {
            $0.ticket(1, created: start) {
                $0.status = "Resolved"
                $0.completed = minute(20)
                $0.billed = minute(90)
                $0.updated = minute(120)
            }
            $0.status(1, "Open", at: minute(30))
        }
        #expect(told.statuses == "0 New, 30 Open, 90 Resolved")
        #expect(told.sources.last == .billedAt)
        let report = Told {
            $0.ticket(1, created: start) {
                $0.status = "Resolved"
                $0.updated = minute(120)
            }
            $0.serviceReport(1, at: minute(40))
            $0.serviceReport(1, at: minute(60))
        }
        #expect(report.statuses == "0 New, 60 Resolved")
        #expect(report.sources.last == .serviceReport)
    }

    @Test("without any time a row wins from its last event, or is done at an unknown time")
    func withoutTime() {
        let told = Told {
            $0.ticket(1, created: start) { $0.status = "Resolved" }
            $0.status(1, "Open", at: minute(30))
        }
        #expect(told.statuses == "0 New, 30 Resolved")
        #expect(told.sources.last == .event)
        let unknown = Told { $0.ticket(1, created: start) { $0.status = "Closed" } }
        #expect(unknown.statuses == "0 Closed")
        #expect(unknown.sources.last == .unknown)
        #expect(unknown.findings.count(of: .doneTimeUnknown) == 1)
    }

    @Test("a row that only spells its status differently says nothing new")
    func spelling() {
        let told = Told {
            $0.ticket(1, created: start) {
                $0.status = "in_progress"
                $0.updated = minute(90)
            }
            $0.status(1, "InProgress", at: minute(30))
        }
        #expect(told.statuses == "0 New, 30 In Progress")
    }

    @Test("bill events move the status, unless a status event at that instant says the same")
    func bills() {
        let told = Told {
            $0.ticket(1, created: start) { $0.status = "Resolved" }
            $0.event(1, "ticket_resolved_bill_raised", at: minute(30))
            $0.event(1, "bill_processed", at: minute(60))
            $0.event(1, "bill_cancelled", at: minute(90))
        }
        #expect(told.statuses == "0 New, 30 BillRaised, 60 BillProcessed, 90 Resolved")
        let twice = Told {
            $0.ticket(1, created: start) { $0.status = "Closed" }
            $0.status(1, "BillRaised", at: minute(30), from: "Open")
            $0.status(1, "Closed", at: minute(30))
            $0.event(1, "bill_raised", at: minute(30))
        }
        #expect(twice.statuses == "0 Open, 30 Closed")
    }

    @Test("a priority of the creation counts at creation, before any other event there")
    func priorities() {
        let told = Told {
            $0.ticket(1, created: start) { $0.priority = "Critical" }
            $0.event(1, "priority_changed", at: minute(-5), to: .text("High"))
            $0.event(1, "ticket_created", at: minute(500), to: .text("Low"))
            $0.event(1, "priority_changed", at: minute(60), to: .null)
        }
        #expect(told.priorities == "0 high, 60 urgent")
        let changed = Told {
            $0.ticket(1, created: start) {
                $0.priority = "Normal"
                $0.updated = minute(90)
            }
            $0.event(1, "priority_changed", at: minute(60), from: .null, to: .text("High"))
        }
        #expect(changed.priorities == "0 untriaged, 60 high, 90 medium")
    }

    @Test("the row's own list of assignments serves when the log has none")
    func assignments() {
        let told = Told {
            $0.ticket(1, created: start) { $0.assignee = 1 }
            $0.assignment(1, at: minute(20), from: .null, to: .agent(0))
            $0.assignment(1, at: minute(40), to: .agent(1))
        }
        #expect(told.assignees == "0 nobody, 20 0, 40 1")
        let log = Told {
            $0.ticket(1, created: start) { $0.assignee = 1 }
            $0.assignment(1, at: minute(20), to: .agent(0))
            $0.event(1, "assigned", at: minute(70), from: .agent(0), to: .agent(1))
        }
        #expect(log.assignees == "0 0, 70 1")
    }

    @Test("a ticket without a creation has no history")
    func noCreation() {
        let told = Told { $0.ticket(1, created: nil) }
        #expect(told.findings.count(of: .createdAtMissing) == 1)
        #expect(Told { $0.ticket(1, created: .infinity) }.statuses == "")
    }
}
