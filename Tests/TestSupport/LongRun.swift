import Foundation

/// How much a test does that could do any amount.
public enum LongRun {
    /// Whether the figures of the contract are run in full: `AROUNDTALLY_LONG=1`, as `make long` does.
    public static var isWanted: Bool { ProcessInfo.processInfo.environment["AROUNDTALLY_LONG"] == "1" }

    /// The amount of an ordinary run, or that of a long one.
    public static func amount(_ ordinary: Int, long: Int) -> Int { isWanted ? long : ordinary }
}
