import ArgumentParser
import Foundation
import Ingest
import ServiceDesk

/// `policy check`: what is wrong with a policy file.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Look at a policy file.", subcommands: [PolicyCheckCommand.self])
}

struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report every mistake of a policy file with line and column.",
        discussion: """
            EXAMPLES
              aroundtally policy check desk.yaml

            Exits with 0 when the file is usable, warnings or not, with 78 when it has mistakes, with 66 without it.
            """)

    @Argument(help: "The policy file.") var file: String

    func run() throws {
        try CalendarFault.exiting {
            let reading = try PolicyFileCommand.read(file)
            FileHandle.standardError.write(Data(PolicyFileCommand.report(reading).utf8))
            guard let policies = reading.policies else { throw ExitCode(78) }
            print(PolicyFileCommand.summary(policies))
        }
    }
}

/// What the commands do with policy files.
enum PolicyFileCommand {
    /// Reads a policy file, whatever is in it.
    static func read(_ path: String) throws -> PolicyReading {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CalendarFault(exitCode: 66, message: "error: cannot read the policy file \"\(path)\"")
        }
        return PolicyFile.read(Array(data), name: path)
    }

    /// The policies of a file without mistakes; its warnings are for `policy check`.
    static func usablePolicies(_ path: String) throws -> SLAPolicies {
        let reading = try read(path)
        if let policies = reading.policies { return policies }
        throw CalendarFault(exitCode: 78, message: reading.mistakes.map(\.description).joined(separator: "\n"))
    }

    /// Every mistake and warning in the order of the file, then how many there are; nothing when there are none.
    static func report(_ reading: PolicyReading) -> String {
        let all = (reading.mistakes + reading.warnings).enumerated().sorted { left, right in
            let (one, other) = (left.element.place, right.element.place)
            return (one.line ?? 0, one.column ?? 0, left.offset) < (other.line ?? 0, other.column ?? 0, right.offset)
        }
        guard !all.isEmpty else { return "" }
        let counts = [count(reading.mistakes, "mistake"), count(reading.warnings, "warning")].compactMap(\.self)
        return all.map { $0.element.description + "\n" }.joined() + counts.joined(separator: ", ") + "\n"
    }

    private static func count(_ mistakes: [PolicyMistake], _ word: String) -> String? {
        mistakes.isEmpty ? nil : "\(mistakes.count) \(word)\(mistakes.count == 1 ? "" : "s")"
    }

    /// One line about a file that is usable.
    static func summary(_ policies: SLAPolicies) -> String {
        let calendars = policies.calendars.values.filter { !$0.isAlways }.map(\.name).sorted()
        let names = policies.policies.map(\.name)
        let first = calendars.isEmpty ? "no calendars" : "calendars: " + calendars.joined(separator: ", ")
        let second = names.isEmpty ? "no policies" : "policies: " + names.joined(separator: ", ")
        return "\(policies.source): ok; \(first); \(second)"
    }
}
