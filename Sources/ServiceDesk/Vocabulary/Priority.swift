/// A priority in the present vocabulary; `Normal` is `Medium` and `Critical` is `Urgent`. A ticket without one, or with
/// an unknown one, is untriaged.
public enum Priority: UInt8, CaseIterable, Hashable, Sendable {
    /// The four priorities, and none.
    case urgent, high, medium, low, untriaged

    /// The priorities that a policy can set targets for.
    public static let triaged: [Priority] = [.urgent, .high, .medium, .low]

    /// The word in output and in policies; untriaged is empty in output.
    public var name: String {
        switch self {
        case .urgent: "urgent"
        case .high: "high"
        case .medium: "medium"
        case .low: "low"
        case .untriaged: "untriaged"
        }
    }

    /// The word that people read.
    public var title: String {
        switch self {
        case .urgent: "Urgent"
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        case .untriaged: "Untriaged"
        }
    }

    /// The priority whose target applies: untriaged tickets take the Medium target.
    public var targetPriority: Priority { self == .untriaged ? .medium : self }

    /// The priority of a text in any accepted spelling, or nil. `untriaged` itself is no priority of the data.
    public init?(_ text: String) {
        switch Word.key(text) {
        case "urgent", "critical": self = .urgent
        case "high": self = .high
        case "medium", "normal": self = .medium
        case "low": self = .low
        default: return nil
        }
    }
}
