public import ServiceDesk

/// What a report describes and what it was made from. Every output prints all of it.
public struct ReportContext: Sendable {
    /// The moment that the figures describe.
    public var asOf: Instant
    /// The time zone in which people read it.
    public var timeZone: TimeZoneRules
    /// The time that the report covers.
    public var period: Period
    /// That time in words: `November 2026`.
    public var periodTitle: String
    /// The time it is compared with, in words; nil when nothing is compared.
    public var previousPeriodTitle: String?
    /// Where the policy comes from: a file name or `default`.
    public var policySource: String
    /// The service calendars in use, with their hours in words.
    public var calendars: [CalendarNote]
    /// The filters in force; none means every ticket.
    public var filters: [ReportFilter]
    /// What was read.
    public var sources: [ReportSource]
    /// How many rows of skewed clocks were moved.
    public var timestampSkew: SkewNote
    /// The engine's version.
    public var engineVersion: String
    /// The version of the time zone data.
    public var timeZoneDataVersion: String
    /// Where a ticket can be opened, when the desk has such a page.
    public var ticketLink: TicketLink?

    /// The context with the given parts.
    public init(
        asOf: Instant, timeZone: TimeZoneRules, period: Period, periodTitle: String,
        previousPeriodTitle: String? = nil, policySource: String, calendars: [CalendarNote],
        filters: [ReportFilter] = [], sources: [ReportSource], timestampSkew: SkewNote, engineVersion: String,
        timeZoneDataVersion: String, ticketLink: TicketLink? = nil
    ) {
        self.asOf = asOf
        self.timeZone = timeZone
        self.period = period
        self.periodTitle = periodTitle
        self.previousPeriodTitle = previousPeriodTitle
        self.policySource = policySource
        self.calendars = calendars
        self.filters = filters
        self.sources = sources
        self.timestampSkew = timestampSkew
        self.engineVersion = engineVersion
        self.timeZoneDataVersion = timeZoneDataVersion
        self.ticketLink = ticketLink
    }
}

/// A service calendar as a report names it.
public struct CalendarNote: Hashable, Sendable {
    /// Its name in the policy.
    public var name: String
    /// Its hours in words: `Mon to Sat 10:00 to 19:00, 14 holidays`.
    public var hours: String

    /// A calendar and its hours.
    public init(name: String, hours: String) {
        self.name = name
        self.hours = hours
    }
}

/// A filter in force.
public struct ReportFilter: Hashable, Sendable {
    /// The flag without its dashes: `customer`.
    public var name: String
    /// What it lets through.
    public var value: String

    /// A filter and its value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// One thing that was read, with its rows by table.
public struct ReportSource: Hashable, Sendable {
    /// The name of the file, folder or database, without any password.
    public var name: String
    /// Rows by table, in the order of the schema.
    public var tables: [TableRows]

    /// A source and its rows.
    public init(name: String, tables: [TableRows]) {
        self.name = name
        self.tables = tables
    }

    /// How many rows one table has.
    public struct TableRows: Hashable, Sendable {
        /// The table.
        public var table: String
        /// Rows that were kept.
        public var rows: Int
        /// Rows that could not be read.
        public var rejected: Int

        /// A table and its rows.
        public init(table: String, rows: Int, rejected: Int = 0) {
            self.table = table
            self.rows = rows
            self.rejected = rejected
        }
    }
}

/// What was done about clocks that wrote local time as UTC (`SEMANTICS` 3.9).
public struct SkewNote: Hashable, Sendable {
    /// The value of `--app-clock`.
    public var mode: String
    /// Rows whose `updated_at` was moved.
    public var movedUpdatedAt: Int
    /// Tickets whose `created_at` was moved.
    public var movedCreatedAt: Int

    /// The counts under a mode.
    public init(mode: String, movedUpdatedAt: Int, movedCreatedAt: Int) {
        self.mode = mode
        self.movedUpdatedAt = movedUpdatedAt
        self.movedCreatedAt = movedCreatedAt
    }
}

/// The address of a ticket's page, from a template that the desk configures.
public struct TicketLink: Hashable, Sendable {
    private let before: String
    private let after: String

    /// A template such as `https://desk.example.in/tickets/{id}`; nil unless it is http or https and has one `{id}`.
    public init?(template: String) {
        let parts = template.split(separator: "{id}", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let scheme = parts[0].lowercased()
        guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else { return nil }
        guard template.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
        before = String(parts[0])
        after = String(parts[1])
    }

    /// The address of one ticket. Whatever its id holds, it stays inside its place in the address.
    public func address(of id: String) -> String {
        var encoded = ""
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return before + encoded + after
    }
}
