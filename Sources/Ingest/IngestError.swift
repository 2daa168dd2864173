public import ServiceDesk

/// Why nothing could be read at all, for a person: what, where, and what to do next.
public struct IngestError: Error, Sendable {
    /// What kind of failure it is; each has its exit code.
    public enum Kind: Sendable {
        /// The call is wrong or does not say enough.
        case usage
        /// The input is broken, or of a kind that cannot be read.
        case brokenInput
        /// The input is not there.
        case missingInput
        /// The input could not be read from its device.
        case unreadableDevice
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// What is wrong, as a sentence without a full stop.
    public let sentence: String
    /// Where, when it is at one place.
    public let place: Place?
    /// What to do, when there is something to do.
    public let hint: String?

    /// The failure with the given parts.
    public init(_ kind: Kind, _ sentence: String, at place: Place? = nil, hint: String? = nil) {
        self.kind = kind
        self.sentence = sentence
        self.place = place
        self.hint = hint
    }

    /// The exit code of `COMMANDS`.
    public var exitCode: Int32 {
        switch kind {
        case .usage: 64
        case .brokenInput: 65
        case .missingInput: 66
        case .unreadableDevice: 74
        }
    }
}
