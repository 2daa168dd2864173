import Foundation
import Ingest
import ServiceDesk

extension Session {
    /// Reads sources; rejects and findings are printed, and rejects end the command under `--strict`.
    ///
    /// Without `wantsRows` only the inventory, the findings and the rejects are looked at.
    func read(
        _ options: SourceOptions, keepsTitles: Bool = false, wantsRows: Bool = true
    ) throws -> IngestResult {
        var ingest = try ingestOptions(options)
        ingest.keepsTitles = keepsTitles
        ingest.wantsRows = wantsRows
        let progress = ProgressBar(self)
        ingest.progress = progress.reading
        let started = ContinuousClock.now
        let result: IngestResult
        do {
            defer { progress.end() }
            result = try reading(options) { try Ingest.read(sources: $0, options: ingest) }
        } catch let error as IngestError {
            guard options.sources.isEmpty, error.kind == .missingInput else { throw Failure(error) }
            throw Failure(
                .inputMissing, "no source is named, and the database \(database.value) is not there",
                hint: "name a dump or a folder of CSV files, or a database with --db")
        }
        for file in result.sources { messages.detail("\(file.file): \(file.kind), \(file.bytes) bytes") }
        messages.detail("read in \((ContinuousClock.now - started).formatted(.units(allowed: [.milliseconds])))")
        try report(findings: result.dataset.findings, rejects: result.rejects)
        return result
    }

    /// Opens the sources of a command, databases among them, and reads them.
    func reading<Result>(_ options: SourceOptions, _ read: ([IngestSource]) throws -> Result) throws -> Result {
        let opened = try DatabaseSources(sources(options.sources), self)
        do { return try read(opened.sources) } catch { throw opened.failure ?? error }
    }

    /// How the sources of a command are to be read.
    func ingestOptions(_ options: SourceOptions) throws(Failure) -> IngestOptions {
        var ingest = IngestOptions()
        ingest.threads = try threads().value
        ingest.database = options.database
        ingest.verifiesSnapshot = options.verify
        ingest.nullWord = options.nullWord ?? configuration[.nullWord]?.value
        if let name = options.inputTimeZone ?? configuration[.inputTimeZone]?.value {
            ingest.inputTimeZone = try zone(name, flag: "--input-timezone")
        }
        ingest.dateOrder = options.dateOrder
        if ingest.dateOrder == nil, let setting = configuration[.dateOrder] {
            ingest.dateOrder = try Session.choice(nil, setting, DateOrder.dayMonthYear).value
        }
        options.limits.apply(to: &ingest.limits)
        return ingest
    }
}

extension Failure {
    /// A source that cannot be read.
    init(_ error: IngestError) {
        self.init(
            ExitStatus(rawValue: error.exitCode) ?? .inputBroken, error.sentence, at: error.place, hint: error.hint)
    }
}
