import ArgumentParser
import Foundation
import Ingest
import Operations
import Reports
import ServiceDesk

/// `doctor`: what is installed, found, reachable and writable.
struct Doctor: ShellCommand {
    static let configuration = CommandConfiguration(
        abstract: "What is installed, found, reachable and writable, and where every setting comes from.",
        discussion: examples([
            ("aroundtally doctor", "a table for people"),
            ("aroundtally doctor --check --format json", "for a monitor: exit 1 when something is wrong"),
        ]))

    @OptionGroup var global: GlobalOptions

    /// The shell would stop at a wrong configuration; this command is there to tell about it.
    mutating func run() throws {
        let surroundings = Surroundings.current
        var examination = Examination()
        let configuration = examination.configuration(global.config, surroundings)
        let session = try Session(global, surroundings: surroundings, configuration: configuration)
        examination.program()
        examination.settings(session)
        examination.folders(session)
        try report(examination.checks, session)
        if global.check && examination.checks.contains(where: { $0.verdict == .wrong }) {
            throw ExitCode(ExitStatus.checkFailed.rawValue)
        }
    }

    func execute(_ session: Session) throws -> ExitStatus { .done }

    private func report(_ checks: [Examination.Check], _ session: Session) throws {
        let format = try session.format([.table, .json, .csv, .md])
        switch format {
        case .json:
            let data = JSONValue.array(checks.map(Doctor.json))
            try session.write(Envelope(schema: "aroundtally.doctor/1").document(data: data))
        case .csv:
            var csv = CSVWriter(to: try session.openOutput(), guardsFormulas: !global.csvRaw)
            try csv.header(["check", "verdict", "value", "origin"])
            for check in checks {
                for text in [check.name, check.verdict.rawValue, check.value, check.origin ?? ""] { csv.field(text) }
                try csv.endRow()
            }
            try csv.finish().finish()
        default:
            var table = TextTable([.init("check"), .init("verdict"), .init("value"), .init("origin")])
            for check in checks { table.add([check.name, check.verdict.rawValue, check.value, check.origin ?? ""]) }
            try session.write(table, as: format)
        }
    }

    private static func json(_ check: Examination.Check) -> JSONValue {
        [
            "check": .string(check.name), "verdict": .string(check.verdict.rawValue), "value": .string(check.value),
            "origin": .text(check.origin),
        ]
    }
}

/// What `doctor` looks at, one check after the other.
struct Examination {
    enum Verdict: String {
        case fine = "ok"
        /// Not there, and that is no mistake.
        case absent
        case wrong
    }

    struct Check {
        let name: String
        let verdict: Verdict
        let value: String
        var origin: String?
    }

    private(set) var checks: [Check] = []

    private mutating func add(_ name: String, _ verdict: Verdict = .fine, _ value: String, _ origin: Origin? = nil) {
        checks.append(Check(name: name, verdict: verdict, value: value, origin: origin?.text))
    }

    /// Reads the configuration; a wrong one is a check that fails, and the rest goes on without it.
    mutating func configuration(_ flag: String?, _ surroundings: Surroundings) -> Configuration {
        do {
            let configuration = try Configuration(named: flag, surroundings)
            if let file = configuration.file {
                add("configuration", .fine, file.value, file.origin == .builtIn ? nil : file.origin)
            } else {
                add("configuration", .absent, "no \(Configuration.fileName)")
            }
            return configuration
        } catch {
            let place = error.place.map { "\($0.description): " } ?? ""
            add("configuration", .wrong, place + error.sentence)
            return .none
        }
    }

    mutating func program() {
        add("version", .fine, Version.engine)
        add("swift", .fine, Version.swift)
        add("time zone data", .fine, TimeZoneCatalogue.dataVersion)
        add("libxlsxwriter", .fine, LinkedLibraries.xlsxwriter)
    }

    mutating func settings(_ session: Session) {
        setting("timezone") { () throws(Failure) in
            let zone = try session.timeZone()
            return Setting(zone.value.identifier, zone.origin)
        }
        setting("app_clock") { () throws(Failure) in
            let clock = try session.appClock()
            return Setting(clock.value.rawValue, clock.origin)
        }
        setting("threads") { () throws(Failure) in
            let threads = try session.threads()
            return Setting(String(threads.value), threads.origin)
        }
        for key in [Configuration.Key.inputTimeZone, .dateOrder, .nullWord] {
            if let value = session.configuration[key] { add(key.rawValue, .fine, value.value, value.origin) }
        }
        policy(session)
        database(session)
    }

    private mutating func setting(_ name: String, _ read: () throws(Failure) -> Setting<String>) {
        do {
            let setting = try read()
            add(name, .fine, setting.value, setting.origin)
        } catch {
            add(name, .wrong, error.sentence)
        }
    }

    private mutating func policy(_ session: Session) {
        guard let policy = session.policy else { return add("policy", .absent, "the data's own, else the defaults") }
        let path = session.surroundings.absolute(policy.value)
        add("policy", FileManager.default.isReadableFile(atPath: path) ? .fine : .wrong, policy.value, policy.origin)
    }

    private mutating func database(_ session: Session) {
        let database = session.database
        guard !database.value.contains("://") else { return add("database", .fine, "a server", database.origin) }
        let path = session.surroundings.absolute(database.value)
        if FileManager.default.fileExists(atPath: path) {
            let isReadable = FileManager.default.isReadableFile(atPath: path)
            add("database", isReadable ? .fine : .wrong, database.value, database.origin)
        } else {
            add("database", database.origin == .builtIn ? .absent : .wrong, database.value, database.origin)
        }
    }

    mutating func folders(_ session: Session) {
        folder("working folder", session.surroundings.workingFolder)
        folder("temporary folder", session.surroundings.variable("TMPDIR") ?? "/tmp")
    }

    /// A folder is fine when a file can be made in it; how much room there is stands beside it.
    private mutating func folder(_ name: String, _ path: String) {
        do {
            let probe = try StagedFile(path: Surroundings.join(path, "aroundtally-doctor"))
            probe.discard()
        } catch {
            return add(name, .wrong, "\(path): \(error.reason)")
        }
        var room = statvfs()
        guard statvfs(path, &room) == 0 else { return add(name, .fine, path) }
        let mebibytes = (UInt64(room.f_bavail) * UInt64(room.f_frsize)) >> 20
        add(name, mebibytes > 0 ? .fine : .wrong, "\(path), \(IndianGrouping.group(mebibytes)) MiB free")
    }
}
