import ServiceDesk
import TestSupport
import Testing

private let start = instant("2026-03-02T10:00:00Z")

/// A desk of so many tickets with an event each, of which some have an `updated_at` so many minutes after it.
private func desk(rows: Int, skewed: Int, lead: Int64) -> Dataset {
    var desk = DeskBuilder()
    for number in 0..<rows {
        let event = start + .hours(Int64(number))
        desk.ticket(number, created: start) {
            $0.updated = event + .minutes(number < skewed ? lead : 1)
        }
        desk.status(number, "Open", at: event)
    }
    return desk.dataset()
}

private func moved(_ dataset: Dataset, _ clock: AppClock = .auto) -> Int {
    TimestampSkew(of: dataset, appClock: clock, zone: .utc).movedUpdatedAt
}

@Suite("Skewed timestamps")
struct TimestampSkewTests {
    @Test("twenty rows and one in twenty are enough, one less is not")
    func thresholds() {
        #expect(moved(desk(rows: 400, skewed: 20, lead: 330)) == 20)
        #expect(moved(desk(rows: 401, skewed: 20, lead: 330)) == 0)
        #expect(moved(desk(rows: 19, skewed: 19, lead: 330)) == 0)
        #expect(moved(desk(rows: 20, skewed: 20, lead: 330)) == 20)
    }

    @Test(
        "the window of skew includes its ends", arguments: [(319, 0), (320, 25), (340, 25), (341, 0)] as [(Int64, Int)])
    func window(lead: Int64, expected: Int) {
        #expect(moved(desk(rows: 25, skewed: 25, lead: lead)) == expected)
    }

    @Test("utc moves nothing, ist-as-utc every updated_at")
    func chosen() {
        let dataset = desk(rows: 30, skewed: 25, lead: 330)
        #expect(moved(dataset, .utc) == 0)
        #expect(moved(dataset, .istAsUTC) == 30)
    }

    @Test("creations in the app are moved on the days on which some lie after their own first trace")
    func lateCreations() {
        var desk = DeskBuilder()
        desk.agent("ravi")
        let ravi = (DeskBuilder.id(0) as EntityID<Agent>).text
        for number in 0..<40 {
            let created = start + .hours(Int64(number / 10) * 24)
            desk.ticket(number, created: created) { $0.createdBy = number == 39 ? "Tally" : ravi.uppercased() }
            desk.status(number, "Open", at: created + .minutes((10..<35).contains(number) ? -330 : 5))
        }
        let skew = TimestampSkew(of: desk.dataset(), appClock: .auto, zone: .utc)
        // Of the second to the fourth day, all but the one that came from Tally.
        #expect(skew.movedCreatedAt == 29)
    }
}
