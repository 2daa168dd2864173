public import ServiceDesk

/// What an import did.
public struct ImportReport: Sendable {
    /// What became of the rows of one table.
    public struct Table: Sendable {
        /// The table.
        public let name: String
        /// Rows that were not there before.
        public var inserted = 0
        /// Rows that were there with other content.
        public var updated = 0
        /// Rows that were there as they are.
        public var unchanged = 0
        /// Rows that were changed here since, and stay.
        public var keptNewer = 0
    }

    /// Every table of which a row came, in the order of first appearance.
    public var tables: [Table] = []
    /// Clear passwords of agents, moderators and accountants, now kept as hashes.
    public var hashedPasswords = 0
    /// Clear passwords of customers, which nobody needs here: they are dropped.
    public var droppedPasswords = 0
    /// Clear API keys, now kept as hash and prefix.
    public var hashedKeys = 0
    /// What was found on the way.
    public var findings = FindingLog()

    /// How many rows are new or other than before.
    public var changes: Int { tables.reduce(0) { $0 + $1.inserted + $1.updated } }

    mutating func count(_ outcome: WritableKeyPath<Table, Int>, of table: String) {
        if let index = tables.firstIndex(where: { $0.name == table }) {
            tables[index][keyPath: outcome] += 1
        } else {
            var entry = Table(name: table)
            entry[keyPath: outcome] += 1
            tables.append(entry)
        }
    }
}
