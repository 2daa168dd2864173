import ArgumentParser
import Foundation
import Ingest
import Operations
import ServiceDesk

/// The program: SLA and queue analytics for support desks.
@main
struct AroundTally: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aroundtally",
        abstract: "SLA and queue analytics for support desks, from a database dump to a report.",
        discussion: Doctor.examples([
            (
                "aroundtally report kpi backup.sql --as-of 2026-03-31 --policy sla.yaml -o reports/",
                "the KPI workbook, page and JSON"
            ),
            ("aroundtally inspect backup.sql", "what is in a dump and what is wrong with it"),
            ("aroundtally sla backup.sql --format csv -o sla.csv", "one row per ticket and clock"),
        ]),
        version: Version.text,
        subcommands: [
            Inspect.self,
            Load.self,
            SLA.self,
            List.self,
            ReportCommand.self,
            Explain.self,
            CalendarCommand.self,
            PolicyCommand.self,
            Init.self,
            ImportCommand.self,
            ExportCommand.self,
            BackupCommand.self,
            AuditCommand.self,
            Tickets.self,
            Bills.self,
            Customers.self,
            Agents.self,
            Settings.self,
            Login.self,
            Logout.self,
            WhoAmI.self,
            Schema.self,
            Doctor.self,
            Manual.self,
        ])

    /// Declared here too, so that a flag may stand before the command's name.
    @OptionGroup var global: GlobalOptions

    static func main() {
        Interruption.install()
        Foundation.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// Runs the command that the arguments name.
    private static func run(_ arguments: [String]) -> ExitStatus {
        guard TimeZoneCatalogue.isLinked else {
            return Ending.report(
                Failure(
                    .internalError, "this program was built without time zone data",
                    hint: "build it with `make`, which links the data"))
        }
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return .done
        } catch {
            return Ending.status(of: error)
        }
    }
}
