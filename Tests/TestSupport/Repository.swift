public import Foundation

/// The repository that the tests are part of.
public enum Repository {
    /// Its folder.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file in it, by its path from the root.
    public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

    /// The text of a file, or nil when there is no such file.
    public static func text(_ path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: url(path).path) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    /// The files below a folder whose names end so, by their paths from the root, in order.
    public static func files(below folder: String, ending suffix: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: url(folder).path)
        return (names?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".build") }
            .map { "\(folder)/\($0)" }.sorted()
    }

    /// Whether expectations are rewritten instead of compared: `RECORD_GOLDEN=1`.
    public static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" }
}
