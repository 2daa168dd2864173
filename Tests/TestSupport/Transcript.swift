public import Foundation

/// A file of command transcripts: sentences that say why, command lines, what they print and what they exit with.
///
///     # A mistyped code is answered with the nearest one.
///     $ aroundtally explain finding orphan_custmer
///     2> aroundtally: error: there is no finding "orphan_custmer"
///     2> hint: did you mean "orphan_customer"?
///     [exit 64]
///
/// Lines of standard output stand as they are, lines of standard error after `2> `; `[..]` in a line stands for
/// anything, an escape character is written `␛`, and no exit code means 0. Each command is a line of bash, run in a
/// folder that all commands of the file share, with the fixtures and `sample-data` in it. `RECORD_GOLDEN=1` rewrites
/// the expectations, and the test that did so fails once: look at the difference before you commit it.
public struct Transcript: Sendable, CustomStringConvertible {
    /// A command with what is expected of it.
    struct Step: Sendable {
        /// Sentences and blank lines before it.
        var preamble: [String]
        /// The line of bash.
        var command: String
        /// What it prints and exits with.
        var expected: [String]
    }

    /// The file's path from the root of the repository.
    public let path: String
    private let steps: [Step]

    /// How the test is called.
    public var description: String { path }

    /// All transcripts below a folder.
    public static func all(below folder: String) -> [Transcript] {
        Repository.files(below: folder, ending: ".test").map(Transcript.init)
    }

    /// Reads a file.
    public init(path: String) {
        self.path = path
        steps = Transcript.parse(Repository.text(path) ?? "")
    }

    static func parse(_ text: String) -> [Step] {
        var steps: [Step] = []
        var preamble: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("$ ") {
                steps.append(Step(preamble: preamble, command: String(line.dropFirst(2)), expected: []))
                preamble = []
            } else if line.hasPrefix("# ") || steps.isEmpty || !preamble.isEmpty {
                preamble.append(line)
            } else {
                steps[steps.count - 1].expected.append(line)
            }
        }
        for index in steps.indices { steps[index].expected = trimmed(steps[index].expected) }
        return steps
    }

    /// Blank lines at the end separate steps.
    private static func trimmed(_ lines: [String]) -> [String] {
        Array(lines.reversed().drop(while: \.isEmpty).reversed())
    }

    /// Runs every step and answers what differs, a text each. When recording, writes what was printed instead.
    public func differences(fixtures: [URL]) throws -> [String] {
        let folder = try BuiltProgram.makeFolder(linking: fixtures)
        defer { try? FileManager.default.removeItem(at: folder) }
        var recorded = steps
        var differences: [String] = []
        if steps.isEmpty { differences.append("\(path) has no command") }
        for (index, step) in steps.enumerated() {
            let outcome = try BuiltProgram.run(step.command, in: folder)
            let actual = Transcript.lines(of: outcome, folder)
            if Transcript.matches(expected: step.expected, actual: actual) { continue }
            recorded[index].expected = Transcript.keepingWildcards(step.expected, actual)
            let expected = step.expected.joined(separator: "\n")
            differences.append(
                "$ \(step.command)\n--- expected\n\(expected)\n--- printed\n\(actual.joined(separator: "\n"))")
        }
        guard Repository.isRecording, !differences.isEmpty else { return differences }
        try Transcript.write(recorded, to: Repository.url(path))
        return ["recorded \(differences.count) new expectations in \(path): look at them before you commit"]
    }

    private static func lines(of outcome: BuiltProgram.Outcome, _ folder: URL) -> [String] {
        func split(_ text: String, _ prefix: String) -> [String] {
            var text = text.replacing(folder.path, with: "<folder>").replacing("\u{1b}", with: "␛")
            if text.hasSuffix("\n") { text.removeLast() }
            return text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
        }
        let exit = outcome.exitCode == 0 ? [] : ["[exit \(outcome.exitCode)]"]
        return trimmed(split(outcome.output, "") + split(outcome.messages, "2> ") + exit)
    }

    static func matches(expected: [String], actual: [String]) -> Bool {
        expected.count == actual.count && zip(expected, actual).allSatisfy(matches)
    }

    /// Whether a line fits one in which `[..]` stands for anything.
    static func matches(_ expected: String, _ actual: String) -> Bool {
        let parts = expected.split(separator: "[..]", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return expected == actual }
        guard actual.hasPrefix(first), actual.hasSuffix(last), actual.count >= first.count + last.count else {
            return false
        }
        var rest = actual.dropFirst(first.count).dropLast(last.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    private static func keepingWildcards(_ expected: [String], _ actual: [String]) -> [String] {
        let patterns = expected.filter { $0.contains("[..]") }
        return actual.map { line in patterns.first { matches($0, line) } ?? line }
    }

    private static func write(_ steps: [Step], to url: URL) throws {
        var lines: [String] = []
        for (index, step) in steps.enumerated() {
            if index > 0 && step.preamble.first?.isEmpty != true { lines.append("") }
            lines += step.preamble + ["$ \(step.command)"] + step.expected
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    }
}
