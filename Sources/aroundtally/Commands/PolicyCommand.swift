import ArgumentParser
import Ingest
import ServiceDesk

/// `policy check`: what is wrong with a policy file.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Look at a policy file.",
        discussion: PolicyCheck.examples([("aroundtally policy check sla.yaml", "every mistake, with line and column")]
        ),
        subcommands: [PolicyCheck.self])

    @OptionGroup var global: GlobalOptions
}

/// `policy check FILE`: 0 when the file is usable, warnings or not; 78 with mistakes, 66 without the file.
struct PolicyCheck: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report every mistake of a policy file with line and column.",
        discussion: examples([
            ("aroundtally policy check sla.yaml", "0 when the file is usable, warnings or not; 78 with mistakes")
        ]))

    @Argument(
        help: ArgumentHelp(
            "The policy file; without it the one that --policy or the configuration names.",
            valueName: "file"))
    var file: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        guard let path = file ?? session.policy?.value else { throw Failure.usage("there is no policy file to check") }
        let reading = PolicyFile.read(try PolicySource.bytes(of: path, session), name: path)
        let all = PolicyCheck.inOrder(reading.mistakes + reading.warnings)
        for mistake in all { session.messages.print(mistake.diagnostic) }
        let counts = [
            PolicyCheck.count(reading.mistakes, "mistake"), PolicyCheck.count(reading.warnings, "warning"),
        ].compactMap(\.self)
        if !counts.isEmpty { session.messages.tell(counts.joined(separator: ", ")) }
        guard let policies = reading.policies else { return .configuration }
        try session.write(PolicyCheck.summary(policies) + "\n")
        return .done
    }

    /// In the order of the file.
    private static func inOrder(_ mistakes: [PolicyMistake]) -> [PolicyMistake] {
        mistakes.enumerated().sorted { left, right in
            let (one, other) = (left.element.place, right.element.place)
            return (one.line ?? 0, one.column ?? 0, left.offset) < (other.line ?? 0, other.column ?? 0, right.offset)
        }.map(\.element)
    }

    private static func count(_ mistakes: [PolicyMistake], _ word: String) -> String? {
        mistakes.isEmpty ? nil : "\(mistakes.count) \(word)\(mistakes.count == 1 ? "" : "s")"
    }

    /// One line about a file that is usable.
    private static func summary(_ policies: SLAPolicies) -> String {
        let calendars = policies.calendars.values.filter { !$0.isAlways }.map(\.name).sorted()
        let names = policies.policies.map(\.name)
        let first = calendars.isEmpty ? "no calendars" : "calendars: " + calendars.joined(separator: ", ")
        let second = names.isEmpty ? "no policies" : "policies: " + names.joined(separator: ", ")
        return "\(policies.source): ok; \(first); \(second)"
    }
}
