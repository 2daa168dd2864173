import Foundation
import Ingest
import Operations
import ServiceDesk

/// One run of one command: its flags, the configuration behind them, and where its words go.
struct Session {
    let options: GlobalOptions
    let surroundings: Surroundings
    let configuration: Configuration
    let messages: Messages

    init(_ options: GlobalOptions, surroundings: Surroundings = .current) throws(Failure) {
        try self.init(
            options, surroundings: surroundings,
            configuration: Configuration(named: options.config, surroundings))
    }

    init(
        _ options: GlobalOptions, surroundings: Surroundings, configuration: Configuration
    ) throws(Failure) {
        self.options = options
        self.surroundings = surroundings
        self.configuration = configuration
        let colour = try Session.choice(options.color, configuration[.colour], ColourChoice.auto)
        messages = Messages(
            style: Style(isColoured: colour.value.isColoured(surroundings, terminal: surroundings.errorIsTerminal)),
            isQuiet: options.quiet, isVerbose: options.verbose)
    }

    // MARK: - Settings

    /// The database that is read when no source is named.
    var database: Setting<String> {
        if let path = options.database { return Setting(path, .flag("--db")) }
        if let path = surroundings.variable("AROUNDTALLY_DB") { return Setting(path, .variable("AROUNDTALLY_DB")) }
        return configuration.path(.database) ?? Setting("aroundtally.db", .builtIn)
    }

    /// The sources of a command: what was named, else the database.
    func sources(_ named: [String]) -> [String] { named.isEmpty ? [database.value] : named }

    /// The policy file, when one is named.
    var policy: Setting<String>? {
        options.policy.map { Setting($0, .flag("--policy")) } ?? configuration.path(.policy)
    }

    /// What the app's clock was set to.
    func appClock() throws(Failure) -> Setting<AppClock> {
        try Session.choice(options.appClock, configuration[.appClock], AppClock.auto, flag: "--app-clock")
    }

    /// How many threads work; never changes a byte of the output.
    func threads() throws(Failure) -> Setting<Int> {
        if let threads = options.threads { return Setting(threads, .flag("--threads")) }
        guard let setting = configuration[.threads] else {
            return Setting(max(1, ProcessInfo.processInfo.activeProcessorCount), .builtIn)
        }
        guard let threads = Int(setting.value), (1...1024).contains(threads) else {
            throw Session.wrong(setting, "threads takes a number from 1 to 1024")
        }
        return Setting(threads, setting.origin)
    }

    /// The report's time zone: `--timezone`, else the policy's, else the configuration's, else Asia/Kolkata.
    func timeZone(policy: TimeZoneRules? = nil) throws(Failure) -> Setting<TimeZoneRules> {
        if let name = options.timeZone { return Setting(try zone(name, flag: "--timezone"), .flag("--timezone")) }
        if let policy { return Setting(policy, .policy(self.policy?.value ?? policy.identifier)) }
        let setting = configuration[.timeZone] ?? Setting("Asia/Kolkata", .builtIn)
        guard let rules = TimeZoneCatalogue.rules(named: setting.value) else {
            throw Session.wrong(setting, "unknown time zone \"\(setting.value)\"")
        }
        return Setting(rules, setting.origin)
    }

    /// The zone that a flag names.
    func zone(_ name: String, flag: String) throws(Failure) -> TimeZoneRules {
        if let rules = TimeZoneCatalogue.rules(named: name) { return rules }
        throw Failure.usage(
            "\(flag): unknown time zone \"\(name)\"",
            hint: TimeZoneCatalogue.suggestion(for: name).map { "did you mean \"\($0)\"?" }
                ?? "write an IANA name such as Asia/Kolkata")
    }

    /// The moment that the figures describe. This is the only place where the wall clock decides anything.
    func asOf(in zone: TimeZoneRules) throws(Failure) -> Instant {
        guard let text = options.asOf else { return surroundings.now }
        return try moments("--as-of", zone).read(text, dateMeans: .end)
    }

    /// The two ends of `--from` and `--to`.
    func period(_ filters: FilterOptions, in zone: TimeZoneRules) throws(Failure) -> (from: Instant?, to: Instant?) {
        var ends: (from: Instant?, to: Instant?)
        if let text = filters.from { ends.from = try moments("--from", zone).read(text, dateMeans: .start) }
        if let text = filters.to { ends.to = try moments("--to", zone).read(text, dateMeans: .start) }
        if let from = ends.from, let to = ends.to, to < from {
            throw Failure.usage("--to lies before --from", hint: "the range is half-open: from ≤ t < to")
        }
        return ends
    }

    /// A reader for the moments of a flag.
    func moments(_ flag: String, _ zone: TimeZoneRules) -> MomentReader {
        MomentReader(name: flag, zone: zone, now: surroundings.now)
    }

    /// The format, which must be one that the command can write.
    func format(_ formats: [OutputFormat], default usual: OutputFormat = .table) throws(Failure) -> OutputFormat {
        guard let format = options.format else { return usual }
        guard formats.contains(format) else {
            let names = formats.map(\.rawValue).joined(separator: ", ")
            throw Failure.usage("--format \(format.rawValue) does not fit this command", hint: "it writes \(names)")
        }
        return format
    }

    // MARK: - Output

    /// Opens where the data goes. Nothing is visible under the file's name before `finish()`.
    func openOutput() throws(Failure) -> OutputStream {
        do { return try OutputStream(path: options.output, surroundings) } catch {
            throw Failure(from: error) ?? Failure(.cannotCreate, "cannot write: \(error)")
        }
    }

    /// Writes a text and closes the output.
    func write(_ text: String) throws {
        var output = try openOutput()
        try output.write(text)
        try output.finish()
    }

    /// Writes a document and closes the output.
    func write(_ document: JSONValue) throws {
        var output = try openOutput()
        try output.write(document.documentBytes)
        try output.finish()
    }

    /// Writes a table for people, as the format asks.
    func write(_ table: TextTable, as format: OutputFormat) throws {
        try write(format == .md ? table.markdown : table.aligned(heading: outputStyle.bold))
    }

    /// The colours of standard output.
    var outputStyle: Style {
        guard options.output == nil || options.output == "-" else { return .plain }
        let choice = (try? Session.choice(options.color, configuration[.colour], ColourChoice.auto))?.value ?? .auto
        return Style(isColoured: choice.isColoured(surroundings, terminal: surroundings.outputIsTerminal))
    }

    // MARK: - Words of the configuration

    /// The value that a flag or the configuration names, else the usual one.
    static func choice<Value: RawRepresentable & CaseIterable>(
        _ flag: Value?, _ setting: Setting<String>?, _ usual: Value, flag name: String = "--color"
    ) throws(Failure) -> Setting<Value> where Value.RawValue == String {
        if let flag { return Setting(flag, .flag(name)) }
        guard let setting else { return Setting(usual, .builtIn) }
        guard let value = Value(rawValue: setting.value) else {
            let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrong(setting, "\"\(setting.value)\" is none of \(words)")
        }
        return Setting(value, setting.origin)
    }

    private static func wrong(_ setting: Setting<String>, _ sentence: String) -> Failure {
        guard case .file(let path, let line) = setting.origin else { return Failure(.configuration, sentence) }
        return Failure(.configuration, sentence, at: Place(file: path, line: line))
    }
}
