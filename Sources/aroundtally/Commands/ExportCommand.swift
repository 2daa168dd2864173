import ArgumentParser
import Foundation
import Operations
import ServiceDesk

/// `export`: write the operational database out.
struct ExportCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the operational database out as CSV files or as a plain dump, without passwords and keys.",
        discussion: examples([
            ("aroundtally export -o desk.sql.gz --as meera", "a dump that psql and this program read"),
            ("aroundtally export -o desk/ --as meera", "a folder with a CSV file per table, values as they are"),
        ]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        guard let path = global.output, path != "-" else {
            throw Failure.usage(
                "export needs -o", hint: "-o FOLDER writes CSV files, -o FILE.sql or FILE.sql.gz a dump")
        }
        return try session.atDesk(caller, movesAnchor: false) { desk in
            try desk.desk.admit(desk.claim, to: .export)
            let export = try DatabaseExport(of: session.databaseLocation)
            if path.hasSuffix(".sql") || path.hasSuffix(".sql.gz") {
                try dump(export, path, session)
            } else {
                try csv(export, path, session)
            }
        }
    }

    private func dump(_ export: DatabaseExport, _ path: String, _ session: Session) throws {
        var file = try StagedFile(path: session.surroundings.absolute(path))
        if path.hasSuffix(".gz") {
            var packed = GzipSink(file)
            try export.writeDump(to: &packed)
            try packed.finish()
        } else {
            try export.writeDump(to: &file)
        }
        try file.publish()
        session.messages.tell("wrote \(path)")
    }

    /// All files appear together, or none.
    private func csv(_ export: DatabaseExport, _ path: String, _ session: Session) throws {
        let folder = session.surroundings.absolute(path)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw Failure(.cannotCreate, "cannot make the folder \(path): \(error.localizedDescription)") }
        var publication = Publication()
        let counts = try export.writeCSV { table in
            try publication.file(at: Surroundings.join(folder, "\(table).csv"))
        }
        try publication.publish()
        session.messages.tell("wrote \(counts.count) files, \(counts.reduce(0) { $0 + $1.rows }) rows, into \(path)")
    }
}

/// `backup`: a copy of the whole database.
struct BackupCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole database, as it is at one moment, into a file; others may go on writing.",
        discussion: examples([("aroundtally backup -o desk-2026-03-31.db --as meera", "opened, checked and hashed")]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        guard let path = global.output, path != "-" else {
            throw Failure.usage("backup needs -o FILE", hint: "aroundtally backup -o desk.db")
        }
        return try session.atDesk(caller, movesAnchor: false) { desk in
            try desk.desk.admit(desk.claim, to: .backup)
            let backup = try Backup.make(of: session.databaseLocation, to: session.surroundings.absolute(path))
            let data: JSONValue = [
                "file": .string(path), "bytes": .integer(backup.bytes), "sha256": .string(backup.sha256),
                "audit_rows": .integer(backup.audit.rows), "audit_head": .string(backup.audit.head),
            ]
            let text: String
            if format == .json {
                text = String(decoding: desk.envelope("backup").document(data: data).documentBytes, as: UTF8.self)
            } else {
                text = "\(path): \(backup.bytes) bytes, SHA-256 \(backup.sha256), \(backup.audit.rows) audit rows\n"
            }
            // -o names the copy; what is said about it goes to standard output.
            var output = StandardStream.output
            try output.write(text)
        }
    }
}
