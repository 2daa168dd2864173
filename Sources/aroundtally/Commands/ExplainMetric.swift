import ArgumentParser
import Reports
import ServiceDesk

/// `explain metric ID`: what a number in a report means.
struct ExplainMetric: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "metric",
        abstract: "What a number in a report means: question, population, denominator, date basis, source.",
        discussion: examples([
            ("aroundtally explain metric attainment_resolution", "one metric"),
            ("aroundtally explain metric", "all of them, a line each"),
        ]))

    @Argument(help: ArgumentHelp("The metric, as reports and JSON name it.", valueName: "id"))
    var id: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        let envelope = Envelope(schema: "aroundtally.metric/1")
        guard let id else {
            if format == .json {
                try session.write(envelope.document(data: .array(Metric.catalogue.map(ExplainMetric.json))))
            } else {
                var table = TextTable([.init("metric"), .init("question")])
                for metric in Metric.catalogue { table.add([metric.id, metric.question]) }
                try session.write(table, as: format)
            }
            return .done
        }
        guard let metric = Metric.named(id) else {
            let meant = Word.nearest(to: id, in: Metric.catalogue.map(\.id))
            throw Failure.usage(
                "there is no metric \"\(id)\"",
                hint: meant.map { "did you mean \"\($0)\"?" } ?? "aroundtally explain metric lists all")
        }
        if format == .json {
            try session.write(envelope.document(data: ExplainMetric.json(metric)))
        } else {
            try session.write(metric.explanation)
        }
        return .done
    }

    private static func json(_ metric: Metric) -> JSONValue {
        .object(
            [JSONMember("metric", .string(metric.id)), JSONMember("title", .string(metric.title))]
                + metric.entry.map { entry in
                    JSONMember(entry.label.lowercased().split(separator: " ").joined(separator: "_"), .string(entry.text))
                })
    }
}
