import ArgumentParser
import Ingest
import ServiceDesk

/// `policy`: what to know about a policy file.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check, show, compare and tune SLA policies.",
        discussion: PolicyCheck.examples([
            ("aroundtally policy check sla.yaml", "every mistake with line and column"),
            ("aroundtally policy compare today.yaml tomorrow.yaml backup.sql -o whatif/", "a what-if, as a report"),
        ]),
        subcommands: [PolicyCheck.self, PolicyShow.self, PolicyCompare.self, PolicySuggest.self])

    @OptionGroup var global: GlobalOptions
}

/// `policy check FILE`: every mistake of a policy file. Usable is 0, warnings or not; with mistakes it is 78.
struct PolicyCheck: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every mistake of a policy file, with line and column; exit 78 when there is one.",
        discussion: examples([
            ("aroundtally policy check sla.yaml", "mistakes and warnings on standard error"),
            ("aroundtally policy check sla.yaml --format json", "for an editor"),
        ]))

    @Argument(
        help: ArgumentHelp(
            "The policy file (default: the one that --policy or the configuration names).", valueName: "file"))
    var file: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json])
        guard let path = file ?? session.policy?.value else { throw Failure.usage("name a policy file") }
        let reading = PolicyFile.read(try PolicySource.bytes(of: path, session), name: path)
        let all = PolicyCheck.inOrder(reading.mistakes + reading.warnings)
        for mistake in all { session.messages.print(mistake.diagnostic) }
        if format == .json {
            let envelope = Envelope(schema: "aroundtally.policy_check/1", policy: path)
            try session.write(envelope.document(data: .array(all.map(PolicyCheck.json))))
        } else if let policies = reading.policies {
            try session.write(PolicyCheck.summary(policies))
        }
        return reading.policies == nil ? .configuration : .done
    }

    /// In the order of the file.
    private static func inOrder(_ mistakes: [PolicyMistake]) -> [PolicyMistake] {
        mistakes.enumerated().sorted { left, right in
            let (one, other) = (left.element.place, right.element.place)
            return (one.line ?? 0, one.column ?? 0, left.offset) < (other.line ?? 0, other.column ?? 0, right.offset)
        }.map(\.element)
    }

    private static func json(_ mistake: PolicyMistake) -> JSONValue {
        [
            "code": .string(mistake.code.rawValue), "severity": mistake.isWarning ? "warning" : "error",
            "line": .count(orNull: mistake.place.line), "column": .count(orNull: mistake.place.column),
            "sentence": .string(mistake.sentence), "hint": .text(mistake.hint),
        ]
    }

    /// One line about a file that is usable.
    private static func summary(_ policies: SLAPolicies) -> String {
        let calendars = policies.calendars.values.filter { !$0.isAlways }.map(\.name).sorted()
        let names = policies.policies.map(\.name)
        let first = calendars.isEmpty ? "no calendars" : "calendars: " + calendars.joined(separator: ", ")
        let second = names.isEmpty ? "no policies" : "policies: " + names.joined(separator: ", ")
        return "\(policies.source): ok; \(first); \(second)\n"
    }
}
