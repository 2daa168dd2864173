import ArgumentParser
import ServiceDesk

/// `explain`: why something is as it is.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Why a figure, a clock or a finding is as it is.",
        discussion: ExplainFinding.examples([
            ("aroundtally explain finding orphan_customer", "what the finding means and what to do")
        ]),
        subcommands: [ExplainSLA.self, ExplainMetric.self, ExplainFinding.self])

    @OptionGroup var global: GlobalOptions
}

/// `explain finding CODE`: what a finding means, why it matters, what to do.
struct ExplainFinding: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding",
        abstract: "What a finding means, why it matters and what to do.",
        discussion: examples([
            ("aroundtally explain finding orphan_customer", "one finding"),
            ("aroundtally explain finding", "all of them, a line each"),
        ]))

    @Argument(help: ArgumentHelp("The code in the brackets of a message.", valueName: "code"))
    var code: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        guard let code else {
            try list(session, format)
            return .done
        }
        guard let finding = FindingCode(rawValue: code) else {
            let meant = Word.nearest(to: code, in: FindingCode.allCases.map(\.rawValue))
            throw Failure.usage(
                "there is no finding \"\(code)\"",
                hint: meant.map { "did you mean \"\($0)\"?" } ?? "aroundtally explain finding lists all")
        }
        switch format {
        case .json: try session.write(ExplainFinding.envelope.document(data: ExplainFinding.json(finding)))
        default: try session.write(ExplainFinding.page(finding, session.outputStyle))
        }
        return .done
    }

    private static let envelope = Envelope(schema: "aroundtally.finding/1")

    private func list(_ session: Session, _ format: OutputFormat) throws {
        if format == .json {
            let all = FindingCode.allCases.map(ExplainFinding.json)
            return try session.write(ExplainFinding.envelope.document(data: .array(all)))
        }
        var table = TextTable([.init("code"), .init("severity"), .init("meaning")])
        for code in FindingCode.allCases {
            table.add([code.rawValue, code.severity.rawValue, code.explanation.title])
        }
        try session.write(table, as: format)
    }

    private static func page(_ code: FindingCode, _ style: Style) -> String {
        let entry = code.explanation
        return """
            \(style.bold("\(code.rawValue)")) (\(code.severity.rawValue)): \(entry.title)

            Why it matters: \(entry.reason)
            What to do: \(entry.remedy)

            """
    }

    private static func json(_ code: FindingCode) -> JSONValue {
        let entry = code.explanation
        return [
            "code": .string(code.rawValue), "severity": .string(code.severity.rawValue),
            "title": .string(entry.title), "reason": .string(entry.reason), "remedy": .string(entry.remedy),
        ]
    }
}
