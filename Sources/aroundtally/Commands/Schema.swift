import ArgumentParser
import ServiceDesk

/// `schema NAME`: the JSON Schema of an output or of the policy file.
struct Schema: ShellCommand {
    static let configuration = CommandConfiguration(
        abstract: "The JSON Schema of an output or of a file.",
        discussion: examples([
            ("aroundtally schema kpi", "the schema of `report kpi --format json`"),
            ("aroundtally schema", "the names of all schemas"),
        ]))

    @Argument(help: ArgumentHelp("Which schema.", valueName: "name"))
    var name: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        guard let name else {
            try session.write(EmbeddedSchemas.all.map { $0.name + "\n" }.joined())
            return .done
        }
        guard let schema = EmbeddedSchemas.all.first(where: { $0.name == name }) else {
            let names = EmbeddedSchemas.all.map(\.name)
            throw Failure.usage(
                "there is no schema \"\(name)\"",
                hint: Word.nearest(to: name, in: names).map { "did you mean \"\($0)\"?" }
                    ?? "the schemas are \(names.joined(separator: ", "))")
        }
        try session.write(schema.text)
        return .done
    }
}
