/// Why a database did not do what it was asked: facts, never values of rows and never secrets.
public struct DatabaseError: Error, Hashable, Sendable {
    /// What kind of failure it is; each has its exit code.
    public enum Kind: Hashable, Sendable {
        /// There is no such database file.
        case missing
        /// The server is not reachable, or turned the connection away.
        case unavailable
        /// What is there is no database of this program, or one of a later version.
        case notOurs
        /// The database was not yet prepared by `init`.
        case notPrepared
        /// Somebody else holds the database, or a conflict stayed after all repetitions.
        case busy
        /// The disk is full or failed, or the file is damaged.
        case inputOutput
        /// The database's own rules for its users forbid it.
        case denied
        /// A rule of the schema forbids it: a key that exists, a missing row, an audit row that would change.
        case constraint
        /// A statement is wrong: a mistake in this program, or a table of another shape than expected.
        case statement
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// What is wrong, as a sentence without a full stop.
    public let sentence: String
    /// What to do, when there is something to do.
    public let hint: String?
    /// The SQLSTATE of a Postgres server, or `SQLITE_…`'s extended number; nil for failures of our own.
    public let state: String?

    /// The failure with the given parts.
    public init(_ kind: Kind, _ sentence: String, hint: String? = nil, state: String? = nil) {
        self.kind = kind
        self.sentence = sentence
        self.hint = hint
        self.state = state
    }

    /// A conflict with another program that the transaction found itself, and that goes away when it runs again.
    static func conflict(_ sentence: String) -> DatabaseError {
        DatabaseError(.busy, sentence, hint: "try again", state: "40001")
    }

    /// Whether the same transaction may succeed when it runs again: serialization failures and deadlocks.
    var isWorthRepeating: Bool { state == "40001" || state == "40P01" }

    /// Whether a unique key exists already.
    public var isDuplicate: Bool { state == "23505" || state == "2067" || state == "1555" }
}
