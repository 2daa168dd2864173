import ServiceDesk
import TestSupport
import Testing

/// The log that the write path leaves, read by the reader of histories, gives the row that the write path leaves.
@Suite struct ReplayTests {
    @Test(arguments: 0..<60) func replayingTheLogGivesTheRow(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var desk = DeskBuilder()
        for role in Role.allCases { desk.agent(role.word) }
        var ticket = TicketState(id: Life.ticketID)
        var now = Life.now
        for step in 0..<40 {
            now = now + .minutes(Int64.random(in: 0...90, using: &random))
            let command = step == 0 ? .create(Life.intake) : Life.commands.randomElement(using: &random)
            let role = Role.allCases.randomElement(using: &random)
            guard let command, let role = step == 0 ? .admin : role else { continue }
            let events = (try? ticket.decide(command, by: Life.caller(role), at: now)) ?? []
            for event in events {
                ticket.apply(event, at: now)
                ReplayTests.log(event, at: now, in: &desk)
            }
        }
        desk.ticket(1042, created: Life.now) { line in
            line.status = ticket.status?.word
            line.priority = ticket.priority.storedWord
            line.assignee = ticket.assignee.map { Int($0.low & 0xffff) }
        }
        let dataset = desk.dataset()
        let vocabulary = StatusVocabulary(tickets: dataset.tickets, events: dataset.events)
        let zone = TimeZoneRules.utc
        let skew = TimestampSkew(of: dataset, appClock: .utc, zone: zone)
        var reader = HistoryReader(dataset: dataset, skew: skew, vocabulary: vocabulary)
        var history = TicketHistory()
        #expect(reader.read(TicketRow(0), into: &history))
        // No finding: the row says what the events leave.
        #expect(reader.findings.findings.isEmpty, "seed \(seed): \(reader.findings.findings)")
        let last = history.statuses[history.statuses.count - 1]
        #expect(vocabulary.names[Int(last.status)] == ticket.status?.word, "seed \(seed)")
        #expect(history.priority(at: now) == ticket.priority, "seed \(seed)")
        #expect(history.assignee(at: now).map { Int($0.code) } == ticket.assignee.map { Int($0.low & 0xffff) })
        let bills = BillingReader(dataset: dataset, vocabulary: vocabulary).moves(of: history, upTo: now)
        #expect(bills.last?.state ?? .none == ticket.billing, "seed \(seed)")
    }

    private static func log(_ event: TicketEvent, at now: Instant, in desk: inout DeskBuilder) {
        let payload = event.payload(by: Life.caller(.admin))
        func value(_ key: String) -> DeskBuilder.Value {
            switch payload[key] {
            case .string(let text):
                if case .assigned = event {
                    return EntityID<Agent>(text).map { .agent(Int($0.low & 0xffff)) } ?? .absent
                }
                return .text(text)
            case .null: return .null
            default: return .absent
            }
        }
        let action = EventAction(event.action)
        let new = action.newValueKeys.map(value).first ?? .absent
        let old = action.oldValueKeys.map(value).first ?? .absent
        desk.event(1042, event.action, at: now, from: old, to: new)
    }
}
