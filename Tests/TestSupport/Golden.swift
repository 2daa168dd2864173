import Foundation
public import Testing

/// Compares bytes with a file beside the test, so that a change of output is read like a change of code.
///
/// `RECORD_GOLDEN=1 swift test` writes the files anew. A first recording fails, so that nobody takes a file for checked
/// that nobody has read.
public enum Golden {
    /// Checks `bytes` against `Golden/NAME` in the folder of the calling test.
    public static func check(
        _ bytes: [UInt8], _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden")
        let golden = folder.appendingPathComponent(name)
        let expected = try? [UInt8](Data(contentsOf: golden))
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            if expected != bytes { try Data(bytes).write(to: golden) }
            if expected == nil {
                Issue.record("recorded \(name) for the first time: read it, then run again", sourceLocation: location)
            }
            return
        }
        guard let expected else {
            Issue.record("no golden file \(name): record it with RECORD_GOLDEN=1", sourceLocation: location)
            return
        }
        guard expected != bytes else { return }
        Issue.record("\(name): \(difference(expected, bytes))", sourceLocation: location)
    }

    /// The first line that differs, in both versions.
    private static func difference(_ expected: [UInt8], _ actual: [UInt8]) -> String {
        let old = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let new = String(decoding: actual, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(old, new).prefix { $0 == $1 }.count
        let before = line < old.count ? old[line].prefix(300) : "(end)"
        let after = line < new.count ? new[line].prefix(300) : "(end)"
        return "line \(line + 1) differs\n- \(before)\n+ \(after)"
    }
}
