import ArgumentParser
import Foundation
import Ingest
import Operations
import ServiceDesk

/// The program: SLA and queue analytics for support desks.
@main
struct AroundTally: ParsableCommand {
    static let configuration = CommandConfiguration(
            SLA.self,
            List.self,
            ReportCommand.self,
            Explain.self,
            CalendarCommand.self,
            PolicyCommand.self,
            Schema.self,
            Doctor.self,
}
