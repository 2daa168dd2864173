import ArgumentParser
import Ingest
import ServiceDesk

/// `policy show`: the policies in force, with every usual value spelled out.
struct PolicyShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The policies in force as a policy file, with every usual value spelled out.",
        discussion: examples([
            ("aroundtally policy show --policy sla.yaml", "what the file says, normalised"),
            ("aroundtally policy show backup.sql > sla.yaml", "the data's own settings, to start from"),
            ("aroundtally policy show --format json", "the defaults, for a program"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        var status = ExitStatus.done
        var policies = try PolicySource.read(session)
        if policies == nil && !sources.sources.isEmpty {
            let reading = try session.read(sources, keepsTitles: false)
            policies = .byDefault(for: reading.dataset.workflowConfig)
            status = reading.rejectCount > 0 || reading.isTruncated ? .partial : .done
        }
        let shown = policies ?? .byDefault(for: WorkflowConfig())
        let outline = PolicyOutline(of: shown)
        switch format {
        case .json:
            let envelope = Envelope(schema: "aroundtally.policy_show/1", policy: shown.source)
            try session.write(envelope.document(data: outline.json))
        case .md: try session.write("```yaml\n\(outline.yaml)```\n")
        default: try session.write(outline.yaml)
        }
        return status
    }
}
