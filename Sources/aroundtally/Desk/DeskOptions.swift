import ArgumentParser
import Foundation
import Ingest
import Operations
import ServiceDesk

/// Who is asking.
struct CallerOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who asks: an agent's username, or customer:EMAIL.", valueName: "user"))
    var caller: String?

    @Option(help: ArgumentHelp("A file with the API key of a customer.", valueName: "file"))
    var apiKeyFile: String?
}

/// Whether a change is for good.
struct DryRunOptions: ParsableArguments {
    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false
}

/// Under which conditions a ticket is changed.
struct ChangeOptions: ParsableArguments {
    @OptionGroup var dryRun: DryRunOptions

    @Option(help: ArgumentHelp("The instant of the change, for imports (Admin only).", valueName: "moment"))
    var at: String?

    @Option(help: ArgumentHelp("Refuse unless the ticket has this version.", valueName: "n"))
    var ifVersion: Int64?
}

/// A desk that a command works on, and who is asking.
struct DeskAccess {
    let session: Session
    let database: any Database
    let desk: HelpDesk
    let claim: CallerClaim
    let zone: TimeZoneRules
    let policy: String?

    /// The frame of a JSON output.
    func envelope(_ schema: String, asOf: Instant? = nil, dryRun: Bool = false) -> Envelope {
        Envelope(
            schema: "aroundtally.\(schema)/1", asOf: asOf, timeZone: zone.identifier, policy: policy,
            isDryRun: dryRun)
    }

    /// The conditions of a change.
    func terms(_ options: ChangeOptions) throws -> ChangeTerms {
        let at = try options.at.map { try session.moments("--at", zone).read($0, dateMeans: .start) }
        return ChangeTerms(at: at, version: options.ifVersion, isDryRun: options.dryRun.dryRun)
    }
}

extension Session {
    /// Runs a command on the desk of the database. A refusal prints its sentence, and its JSON where that is asked for.
    func atDesk(
        _ options: CallerOptions, movesAnchor: Bool = true, _ body: (DeskAccess) throws -> Void
    ) throws -> ExitStatus {
        try atDesk({ try CallerNames(session: self).claim(options) }, movesAnchor: movesAnchor, body)
    }

    /// Runs a command that is about logging in: nobody is asking yet.
    func atDesk(as name: String?, _ body: (DeskAccess) throws -> Void) throws -> ExitStatus {
        try atDesk({ name.map(CallerNames.claim) ?? .nobody }, movesAnchor: true, body)
    }

    private func atDesk(
        _ claim: () throws -> CallerClaim, movesAnchor: Bool, _ body: (DeskAccess) throws -> Void
    ) throws -> ExitStatus {
        do {
            let claim = try claim()
            let policies = try PolicySource.read(self)
            let zone = try timeZone(policy: policies?.timeZone).value
            let database = try databaseLocation.open()
            let desk = HelpDesk(database, terms: ServiceTerms(policies: policies, zone: zone)) {
                Surroundings.wallClock()
            }
            try body(
                DeskAccess(
                    session: self, database: database, desk: desk, claim: claim, zone: zone,
                    policy: policies?.source ?? "default"))
            if movesAnchor { try moveAnchor(database) }
            return .done
        } catch let refusal as Refusal {
            return try report(RefusedCommand(refusal))
        } catch let refused as RefusedCommand {
            return try report(refused)
        }
    }

    /// Where the database is; a file is seen from the working folder.
    var databaseLocation: DatabaseLocation {
        let name = database.value
        return DatabaseLocation.isServer(name) ? .server(name) : .file(surroundings.absolute(name))
    }

    private func report(_ refused: RefusedCommand) throws -> ExitStatus {
        if try format(OutputFormat.allCases) == .json { try write(RefusalDocument.json(refused)) }
        let failure = Failure(refused.refusal)
        messages.print(failure.diagnostic)
        return failure.status
    }
}

extension Failure {
    /// A command that was refused.
    init(_ refusal: Refusal) {
        self.init(
            ExitStatus(rawValue: refusal.exitCode) ?? .refused, refusal.message, code: refusal.code, hint: refusal.hint)
    }
}

/// Finds out who is named as the caller: `--as`, else `AROUNDTALLY_AS`, else an API key, else the session.
struct CallerNames {
    let session: Session

    func claim(_ options: CallerOptions) throws -> CallerClaim {
        let key = try accessKey(options)
        if let name = options.caller ?? session.surroundings.variable("AROUNDTALLY_AS") {
            guard key == nil else {
                throw Refusal.usage(
                    "an API key and a user are named at once", hint: "leave out --as and AROUNDTALLY_AS, or the key")
            }
            return CallerNames.claim(name)
        }
        if let key { return .accessKey(key) }
        return SessionFile(session.surroundings).token(for: session.databaseLocation).map { .session($0) } ?? .nobody
    }

    /// An agent's username, or a portal user as `customer:EMAIL`.
    static func claim(_ name: String) -> CallerClaim {
        let prefix = "customer:"
        return name.hasPrefix(prefix) ? .portalUser(String(name.dropFirst(prefix.count))) : .agent(name)
    }

    private func accessKey(_ options: CallerOptions) throws -> String? {
        guard let path = options.apiKeyFile else { return session.surroundings.variable("AROUNDTALLY_API_KEY") }
        return try TextInput(session).file(path, "--api-key-file").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Texts of commands, from arguments and from files: UTF-8 without NUL, of a length that fits.
struct TextInput {
    /// How long a title may be, in characters.
    static let titleLength = 1000
    /// How long any other text may be, in bytes.
    static let textLength = 1 << 20

    let session: Session

    init(_ session: Session) { self.session = session }

    /// A text of an argument.
    /// - Throws: `Refusal.usage`.
    static func checked(_ text: String, _ name: String) throws(Refusal) -> String {
        if let fault = fault(of: text, name) { throw .usage(fault, hint: nil) }
        return text
    }

    /// An optional text of an argument; a blank one counts as none.
    /// - Throws: `Refusal.usage`.
    static func optional(_ text: String?, _ name: String) throws(Refusal) -> String? {
        guard let text else { return nil }
        return presence(try checked(text, name))
    }

    /// The text, or nil when it is blank.
    static func presence(_ text: String?) -> String? { text.flatMap { Word.isBlank($0) ? nil : $0 } }

    /// The limit of a list.
    /// - Throws: `Refusal.usage`.
    static func limit(_ limit: Int?) throws(Refusal) -> Int? {
        if let limit, limit < 0 { throw .usage("--limit takes a number that is not negative", hint: nil) }
        return limit
    }

    /// What is wrong with a text; nil when nothing is.
    static func fault(of text: String, _ name: String) -> String? {
        if text.utf8.contains(0) { return "\(name) holds a NUL character" }
        if name == "--title", text.count > titleLength { return "\(name) is longer than \(titleLength) characters" }
        return text.utf8.count > textLength ? "\(name) is longer than 1 MiB" : nil
    }

    /// A text that is given as an argument or as a file, but not as both; nil when it is given as neither.
    func text(_ argument: String?, file: String?, _ name: String, _ fileName: String) throws -> String? {
        if argument != nil, file != nil {
            throw Refusal.usage("\(name) and \(fileName) are given at once", hint: "give one of them")
        }
        if let argument { return try TextInput.checked(argument, name) }
        return try file.map { try self.file($0, fileName) }
    }

    /// The text of a file, or of standard input for `-`.
    /// - Throws: `Failure` with 66 for a file that is not there, 65 for one that is no text.
    func file(_ path: String, _ name: String) throws -> String {
        var text = try bytes(path, name)
        if text.last == UInt8(ascii: "\n") { text.removeLast() }
        if text.last == UInt8(ascii: "\r") { text.removeLast() }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw Failure(.inputBroken, "\(name): the file is not UTF-8 text", at: Place(file: path))
        }
        if let fault = TextInput.fault(of: string, name) { throw Failure(.inputBroken, fault, at: Place(file: path)) }
        return string
    }

    /// The bytes of a file, or of standard input for `-`.
    func bytes(_ path: String, _ name: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        let absolute = session.surroundings.absolute(path)
        guard FileManager.default.fileExists(atPath: absolute) else {
            throw Failure(.inputMissing, "\(name): there is no file \(path)")
        }
        guard let data = FileManager.default.contents(atPath: absolute) else {
            throw Failure(.inputOutput, "\(name): cannot read \(path)")
        }
        return Array(data)
    }
}

extension Refusal {
    /// The value of an option that a command cannot do without.
    static func required<Value>(_ value: Value?, _ name: String) throws(Refusal) -> Value {
        guard let value else { throw .usage("\(name) is missing", hint: nil) }
        return value
    }

    /// A positive amount with at most two places: commands never round.
    static func amount(_ text: String, _ name: String) throws(Refusal) -> Paise {
        guard let amount = Paise(text), amount > .zero else {
            throw .usage("\(name): \"\(text)\" is no amount", hint: "write a positive number such as 1500 or 1500.50")
        }
        return amount
    }

    /// A status in any spelling of the data.
    static func status(_ word: String) throws(Refusal) -> Status {
        if let status = Status(word) { return status }
        let names = Status.allCases.map(\.name)
        throw .usage(
            "there is no status \"\(word)\"",
            hint: Word.nearest(to: word, in: names).map { "did you mean \"\($0)\"?" }
                ?? "one of \(names.joined(separator: ", "))")
    }
}
