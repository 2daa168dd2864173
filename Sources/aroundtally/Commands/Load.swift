import ArgumentParser
import Ingest
import ServiceDesk

/// `load`: everything that was read, frozen, so that the next command starts at once.
struct Load: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Write a snapshot of the sources, which every command reads at once.",
        discussion: examples([
            ("aroundtally load backup.sql -o desk.atsnap", "read a dump once"),
            ("aroundtally report kpi desk.atsnap -o reports/", "and use it as often as you like"),
            ("aroundtally inspect desk.atsnap --verify", "compare every checksum"),
        ]))

    @OptionGroup var sources: SourceOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        guard let path = global.output else {
            throw Failure.usage("load has nowhere to write", hint: "name the snapshot: -o desk.atsnap")
        }
        if global.format != nil {
            throw Failure.usage("--format does not fit this command", hint: "it writes snapshots")
        }
        if sources.verify && path == "-" {
            throw Failure.usage("--verify reads the snapshot again, so it must be a file", hint: "-o desk.atsnap")
        }
        let reading = try session.read(sources, keepsTitles: true)
        let threads = try session.threads().value
        var output = try session.openOutput()
        try Snapshot.write(reading, threads: threads, to: &output)
        try output.finish()
        if sources.verify { try verify(path, session, threads: threads) }
        let tables = reading.dataset.inventory.tables.filter(\.isKnown)
        session.messages.detail("\(path): \(tables.count) tables, \(tables.reduce(0) { $0 + $1.rows }) rows")
        return reading.rejectCount > 0 || reading.isTruncated ? .partial : .done
    }

    /// Reads what was written once more, every byte of it.
    private func verify(_ path: String, _ session: Session, threads: Int) throws(Failure) {
        var options = IngestOptions()
        options.threads = threads
        options.wantsRows = false
        options.verifiesSnapshot = true
        do { _ = try Ingest.read(sources: [.path(session.surroundings.absolute(path))], options: options) } catch {
            throw Failure(error)
        }
    }
}
