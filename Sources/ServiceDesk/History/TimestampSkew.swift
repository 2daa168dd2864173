/// What to do about timestamps that an app wrote as its own wall clock without an offset (`SEMANTICS` 3.9).
public enum AppClock: String, CaseIterable, Sendable {
    /// Move what the data show to be skewed.
    case auto
    /// Move nothing.
    case utc
    /// Move every timestamp that the app writes.
    case istAsUTC = "ist-as-utc"
}

/// Which timestamps were written as the wall clock of an office in India, and are moved back by 5 h 30 min before any
/// other rule reads them.
public struct TimestampSkew: Sendable {
    /// India's offset, by which such timestamps lie in the future.
    public static let shift = TimeSpan.minutes(330)
    /// Below so many rows nothing is moved.
    public static let fewestRows = 20
    /// Below one row in so many nothing is moved.
    public static let rarest = 20

    /// Which tickets' `updated_at` is moved.
    public let updatedAt: Bitmap?
    /// Which tickets' `created_at` is moved.
    public let createdAt: Bitmap?
    /// How many `updated_at` were moved.
    public let movedUpdatedAt: Int
    /// How many `created_at` were moved.
    public let movedCreatedAt: Int

    /// Nothing is moved.
    public static let none = TimestampSkew(updatedAt: nil, createdAt: nil)

    private init(updatedAt: Bitmap?, createdAt: Bitmap?) {
        self.updatedAt = updatedAt
        self.createdAt = createdAt
        movedUpdatedAt = updatedAt?.setCount ?? 0
        movedCreatedAt = createdAt?.setCount ?? 0
    }

    /// What is skewed in a dataset; local dates are those of the report zone.
    public init(of dataset: Dataset, appClock: AppClock, zone: TimeZoneRules) {
        switch appClock {
        case .utc:
            self = .none
        case .istAsUTC:
            let tickets = dataset.tickets
            let appMade = TimestampSkew.appMade(in: dataset)
            self.init(
                updatedAt: Bitmap(count: tickets.count) { tickets.updatedAt[TicketRow($0)]?.isFinite ?? false },
                createdAt: Bitmap(count: tickets.count) {
                    appMade[$0] && tickets.createdAt[TicketRow($0)]?.isFinite ?? false
                })
        case .auto:
            self.init(
                updatedAt: TimestampSkew.skewedUpdates(dataset), createdAt: TimestampSkew.lateCreations(dataset, zone))
        }
    }

    /// The ticket's creation, or nil when it is missing or infinite.
    func createdAt(_ ticket: TicketRow, in column: ValueColumn<Ticket, Instant>) -> Instant? {
        guard let written = column[ticket], written.isFinite else { return nil }
        guard let createdAt, createdAt[ticket.index] else { return written }
        return written - TimestampSkew.shift
    }

    /// The row's last change, or nil when it is missing or infinite.
    func updatedAt(_ ticket: TicketRow, in column: ValueColumn<Ticket, Instant>) -> Instant? {
        guard let written = column[ticket], written.isFinite else { return nil }
        guard let updatedAt, updatedAt[ticket.index] else { return written }
        return written - TimestampSkew.shift
    }

    private static func isCommon(_ found: Int, among all: Int) -> Bool {
        found >= fewestRows && found * rarest >= all
    }

    /// Rows whose `updated_at` lies 5 h 20 min to 5 h 40 min after the ticket's last audit event.
    private static func skewedUpdates(_ dataset: Dataset) -> Bitmap? {
        let tickets = dataset.tickets
        var withEvents = 0
        var skewed = Bitmap(repeating: false, count: tickets.count)
        for ticket in tickets.rows {
            guard let last = dataset.events.grouping.rows(of: ticket).last else { continue }
            withEvents += 1
            guard let updated = tickets.updatedAt[ticket], updated.isFinite else { continue }
            let lead = updated - dataset.events.at[last]
            if lead >= .minutes(320) && lead <= .minutes(340) { skewed.set(ticket.index, to: true) }
        }
        return isCommon(skewed.setCount, among: withEvents) ? skewed : nil
    }

    /// App-made tickets of the days on which some were made after their own first event.
    private static func lateCreations(_ dataset: Dataset, _ zone: TimeZoneRules) -> Bitmap? {
        let tickets = dataset.tickets
        let appMade = appMade(in: dataset)
        var withRows = 0
        var late = 0
        var dates: ClosedRange<LocalDate>?
        for ticket in tickets.rows where appMade[ticket.index] {
            guard let created = tickets.createdAt[ticket], created.isFinite else { continue }
            guard let first = firstTrace(of: ticket, in: dataset) else { continue }
            withRows += 1
            guard first < created, created - first <= shift else { continue }
            late += 1
            let date = zone.localDate(of: created)
            dates = dates.map { min($0.lowerBound, date)...max($0.upperBound, date) } ?? date...date
        }
        guard let dates, isCommon(late, among: withRows) else { return nil }
        return Bitmap(count: tickets.count) { index in
            guard appMade[index], let created = tickets.createdAt[TicketRow(index)], created.isFinite else {
                return false
            }
            return dates.contains(zone.localDate(of: created))
        }
    }

    /// The first audit event, comment, remark or service report of a ticket.
    private static func firstTrace(of ticket: TicketRow, in dataset: Dataset) -> Instant? {
        var earliest: Instant?
        func note<Entity>(_ grouping: TicketGrouping<Entity>, _ at: ColumnValues<Instant>) {
            let rows = grouping.rows(of: ticket)
            guard !rows.isEmpty else { return }
            earliest = min(earliest ?? .infinity, at[rows.lowerBound])
        }
        note(dataset.events.grouping, dataset.events.at)
        note(dataset.comments.grouping, dataset.comments.at)
        note(dataset.remarks.grouping, dataset.remarks.at)
        note(dataset.serviceReports.grouping, dataset.serviceReports.at)
        return earliest
    }

    /// Tickets that an agent made in the app: `created_by` is an agent's id.
    static func appMade(in dataset: Dataset) -> Bitmap {
        let agents = Set(dataset.agents.id)
        let createdBy = dataset.tickets.createdBy
        let isAgent = createdBy.dictionary.enumerated().map { index, text in
            index != 0 && EntityID<Agent>(Word.folded(text)).map(agents.contains) ?? false
        }
        return Bitmap(count: createdBy.count) { isAgent[Int(createdBy.codes[$0])] }
    }
}

extension Bitmap {
    /// A bit for each row, worked out from its place.
    init(count: Int, _ bit: (Int) -> Bool) {
        self.init(repeating: false, count: count)
        for index in 0..<count where bit(index) { set(index, to: true) }
    }

    /// How many bits are set.
    var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
