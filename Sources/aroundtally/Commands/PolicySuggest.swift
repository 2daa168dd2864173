import ArgumentParser
import Reports
import ServiceDesk

/// `policy suggest`: the tightest targets that history would have met often enough.
struct PolicySuggest: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Per clock and priority the tightest target that history would have met at a share.",
        discussion: examples([
            ("aroundtally policy suggest --attainment 0.95 backup.sql --policy sla.yaml", "met by 95 of 100"),
            (
                "aroundtally policy suggest --attainment 90% backup.sql --from 2026-01-01 --format csv",
                "of tickets created in this year"
            ),
        ]))

    @Option(help: ArgumentHelp("The share of clocks to be met: 0.95 or 95%.", valueName: "share"))
    var attainment: String

    @OptionGroup var sources: SourceOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .jsonl, .csv, .md])
        guard let share = PolicySuggest.share(attainment) else {
            throw Failure.usage(
                "--attainment takes a share above 0 and up to 1, not \"\(attainment)\"", hint: "write 0.95 or 95%")
        }
        let desk = try Desk.open(session, sources, filters, keepsTitles: false)
        let sink = CreatedBetween(
            from: desk.period.from, to: desk.period.to, sink: TargetHistory(of: desk.evaluation))
        let (history, findings) = desk.evaluation.run(into: sink)
        session.messages.print(findings)
        let suggestions = TargetSuggestions(
            of: history.sink, policies: desk.evaluation.policies, share: share)
        let envelope = desk.envelope("aroundtally.policy_suggest/1", findings: desk.allFindings(findings))
        try TableOutput(session: session, zone: desk.zone).write(suggestions.table, as: format, envelope)
        return desk.status
    }

    /// `0.95` or `95%`, exact to a ten-thousandth of a percent; nil for anything else.
    static func share(_ text: String) -> TargetShare? {
        let isPercent = text.hasSuffix("%")
        let parts = (isPercent ? text.dropLast() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        let places = isPercent ? 4 : 6
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
            parts.count == 1 || parts[1].utf8.count <= places, parts[0].utf8.count <= 3, let whole = Int64(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        let padded = fraction + String(repeating: "0", count: places - fraction.utf8.count)
        let millionths = whole * (isPercent ? 10_000 : 1_000_000) + (Int64(padded) ?? 0)
        return (1...1_000_000).contains(millionths) ? TargetShare(millionths: millionths) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
