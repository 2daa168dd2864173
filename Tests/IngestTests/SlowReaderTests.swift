import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("The reader against a slow one")
struct SlowReaderTests {
    @Test("Tickets and events of hostile desks, as COPY and as CSV", arguments: 100...160 as ClosedRange<UInt64>)
    func hostileDesks(seed: UInt64) throws {
        let desk = HostileDesk(seed: seed, tickets: 15)
        let slow = SlowReader(desk)
        let fixture = try Fixture()
        let dump = try fixture.read(desk.dump())
        let folder = try Fixture()
        for table in desk.tables { _ = try folder.write("\(table.name).csv", desk.csv(table)) }
        let csv = try Ingest.read(sources: [.path(folder.folder.path)])
        for result in [dump, csv] {
            Self.expectSame(Self.tickets(result.dataset), slow.tickets, seed)
            Self.expectSame(Self.events(result.dataset, slow), slow.orderedEvents, seed)
            let rejected = ["tickets", "audit_log"].reduce(0) { $0 + (result.table($1)?.rejected ?? 0) }
            #expect(rejected == slow.rejected)
        }
    }

    /// Names the first difference instead of all rows.
    private static func expectSame<Row: Equatable>(_ rows: [Row], _ expected: [Row], _ seed: UInt64) {
        #expect(rows.count == expected.count, "seed \(seed)")
        for (row, other) in zip(rows, expected) where row != other {
            #expect(row == other, "seed \(seed)")
            return
        }
    }

    private static func tickets(_ data: Dataset) -> [SlowReader.TicketRow] {
        let table = data.tickets
        return table.rows.map { row in
            SlowReader.TicketRow(
                id: table.id[row.index].text, status: table.status[row], priority: table.priority[row],
                createdAt: table.createdAt[row], updatedAt: table.updatedAt[row],
                assignedTo: table.assignedTo[row].map { data.agentDirectory.id(of: $0) },
                hasClientKey: table.hasClientKey[row.index])
        }
    }

    private static func events(_ data: Dataset, _ slow: SlowReader) -> [SlowReader.EventRow] {
        var owner = [String?](repeating: nil, count: data.events.count)
        for row in data.tickets.rows {
            for index in data.events.grouping.rows(of: row) { owner[index] = data.tickets.id[row.index].text }
        }
        let expected = slow.orderedEvents
        return (0..<data.events.count).map { index in
            let words = data.events.words(index, agents: data.agentDirectory)
            // The table does not keep the id of a ticket that does not exist.
            let unknown = index < expected.count ? expected[index].ticket : nil
            let isOrphan = index >= data.events.grouping.attachedCount
            return SlowReader.EventRow(
                at: data.events.at[index], ticket: isOrphan ? unknown : owner[index],
                action: data.events.action[RowIndex(index)], old: words.old, new: words.new)
        }
    }
}
