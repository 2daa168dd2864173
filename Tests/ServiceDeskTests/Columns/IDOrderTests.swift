import ServiceDesk
import TestSupport
import Testing

@Suite("Rows in the order of their ids")
struct IDOrderTests {
    private static func ordered(_ ids: [EntityID<Ticket>]) -> [Int] {
        ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
    }

    @Test("spread, numbered, equal and few ids", arguments: [0, 1, 2, 17, 40, 3000])
    func agreesWithSorting(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let spread = (0..<count).map { _ in EntityID<Ticket>(high: generator.next(), low: generator.next()) }
        let numbered = (0..<count).map { EntityID<Ticket>(high: 0, low: UInt64(count - $0)) }
        let equal = (0..<count).map { EntityID<Ticket>(high: UInt64($0 % 3) << 62, low: 0) }
        for ids in [spread, numbered, equal] {
            #expect(
                EntityID<Ticket>.order(of: ids.indices.map { TicketRow($0) }, in: ColumnValues(ids))
                    == Self.ordered(ids))
        }
    }
}
