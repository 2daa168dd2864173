public import ServiceDesk

/// How sources are to be read. The defaults read what `COMMANDS`, "Inputs" promises.
public struct IngestOptions: Sendable {
    /// How many threads share one file. The dataset does not depend on it.
    public var threads = 2
    /// How many bytes are read at a time. The dataset does not depend on it.
    public var windowBytes = 1 << 20
    /// Which database of a dump of several is meant.
    public var database: String?
    /// An unquoted word that means NULL in CSV, beside the empty field.
    public var nullWord: String?
    /// The zone of CSV instants that have no offset.
    public var inputTimeZone: TimeZoneRules?
    /// What the numbers of a CSV date such as `03-04-2026` are; nil refuses such a date.
    public var dateOrder: DateOrder?
    /// Whether the titles of tickets are kept.
    public var keepsTitles = false
    /// Whether anything but the inventory, the findings and the rejects is looked at. Without, no column of a snapshot is
    /// touched, and its tables are empty.
    public var wantsRows = true
    /// Whether every checksum of a snapshot is compared, also those of columns that nobody asked for.
    public var verifiesSnapshot = false
    /// The file descriptor that the source `-` reads.
    public var standardInput: Int32 = 0
    /// Who is told how far reading has come.
    public var progress: IngestProgress?
    /// What `Ingest.rows` hands on.
    var rawColumns: RawColumns?
    /// What is refused as insane.
    public var limits = IngestLimits()

    /// The defaults.
    public init() {}
}

/// The limits of `RELIABILITY`, "Limits the reader sets by default". Each is an option of the command line, which the
/// failure names.
public struct IngestLimits: Sendable {
    /// Bytes of one value.
    public var valueBytes = 64 << 20
    /// Bytes of one row.
    public var rowBytes = 128 << 20
    /// Fields of a row.
    public var fields = 1600
    /// Levels of a JSON value.
    public var jsonDepth = 512
    /// Rejects that keep their raw text.
    public var keptRejects = 1000
    /// Rejects in all before the reader gives up.
    public var rejects = 10_000
    /// The percentage of rejects beyond which a table of some size is given up.
    public var rejectPercentage = 10
    /// Rows from which that percentage counts.
    public var rejectShareFrom = 1000
    /// Distinct statuses, priorities, actions and roles.
    public var distinctWords = 4096

    /// The defaults.
    public init() {}
}
