public import ServiceDesk

/// What came out of reading.
public struct IngestResult: Sendable {
    /// All tables, with what was found.
    public let dataset: Dataset
    /// The first rows that could not be read, with their raw text; at most `IngestLimits.keptRejects`.
    public let rejects: [Reject]
    /// How many rows could not be read.
    public let rejectCount: Int
    /// Whether a source ended early.
    public let isTruncated: Bool
    /// What each source is.
    public let sources: [SourceDescription]
}

/// What one file of the sources is.
public struct SourceDescription: Hashable, Sendable {
    /// The file as it was named, or the file inside a folder.
    public var file: String
    /// What it is, in words: `plain dump`, `CSV of tickets`.
    public var kind: String
    /// How many bytes were read.
    public var bytes: Int
    /// Whether it ended early.
    public var isTruncated: Bool
}
