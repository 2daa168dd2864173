import Foundation
import Ingest
import Operations
import ServiceDesk

/// What an analysis looks at: the sources read, the policies, the moment and the zone. Everything that reads files or
/// the clock for an analysis happens while one of these is opened.
struct Desk {
    let session: Session
    let reading: IngestResult
    let policies: SLAPolicies
    let asOf: Instant
    let zone: TimeZoneRules
    let period: (from: Instant?, to: Instant?)
    let filters: JSONValue
    let evaluation: Evaluation

    var dataset: Dataset { reading.dataset }

    /// Reads the sources of a command and what else it needs. Rejects and the reader's findings are printed.
    static func open(
        _ session: Session, _ sources: SourceOptions, _ filters: FilterOptions, keepsTitles: Bool
    ) throws -> Desk {
        try open(session, sources, filters, keepsTitles: keepsTitles, under: try PolicySource.read(session))
    }

    /// Reads the sources under policies that were read before; without any the data's own hold, else the defaults.
    static func open(
        _ session: Session, _ sources: SourceOptions, _ filters: FilterOptions, keepsTitles: Bool,
        under given: SLAPolicies?
    ) throws -> Desk {
        let zone = try session.timeZone(policy: given?.timeZone).value
        let asOf = try session.asOf(in: zone)
        let period = try session.period(filters, in: zone)
        let reading = try session.read(sources, keepsTitles: keepsTitles)
        let dataset = reading.dataset
        guard dataset.tickets.count > 0 else {
            throw Failure(
                .inputBroken, "no tickets to analyse in \(session.sources(sources.sources).joined(separator: ", "))",
                hint: "aroundtally inspect shows what is in the source")
        }
        let policies = given ?? .byDefault(for: dataset.workflowConfig)
        session.tellOrigins(asOf: asOf, zone: try session.timeZone(policy: given?.timeZone))
        let parameters = EvaluationParameters(
            asOf: asOf, zone: zone, appClock: try session.appClock().value, threads: try session.threads().value)
        return Desk(
            session: session, reading: reading, policies: policies, asOf: asOf, zone: zone, period: period,
            filters: filters.json(from: period.from, to: period.to),
            evaluation: Evaluation(
                of: dataset, under: policies, parameters: parameters, filter: try filters.ticketFilter()))
    }

    /// What a command exits with when its work is done: 3 when rows are missing.
    var status: ExitStatus { reading.rejectCount > 0 || reading.isTruncated ? .partial : .done }

    /// The frame of a JSON output.
    func envelope(_ schema: String, findings: FindingLog) -> Envelope {
        Envelope(
            schema: schema, asOf: asOf, timeZone: zone.identifier, policy: policies.source,
            sources: dataset.sourceNotes, filters: filters, findings: findings)
    }

    /// The clocks of all tickets.
    func clocks() -> (table: ClockTable, findings: FindingLog) {
        let (table, findings) = evaluation.run(into: ClockTable())
        return (table, findings)
    }

    /// The clocks of the tickets that were created in the period of `--from` and `--to`.
    func clocksOfPeriod() -> (table: ClockTable, findings: FindingLog) {
        let sink = CreatedBetween(from: period.from, to: period.to, sink: ClockTable())
        let (created, findings) = evaluation.run(into: sink)
        return (created.sink, findings)
    }

    /// The reader's findings and those of an evaluation together.
    func allFindings(_ evaluated: FindingLog) -> FindingLog {
        var log = dataset.findings
        log.merge(evaluated)
        return log
    }
}

/// Hands on the tickets that were created in a half-open range.
struct CreatedBetween<Sink: TicketSink>: TicketSink {
    let from: Instant?
    let to: Instant?
    var sink: Sink

    mutating func take(_ ticket: TicketSnapshot, clocks: [ClockResult], history: TicketHistory) {
        if let from, ticket.createdAt < from { return }
        if let to, ticket.createdAt >= to { return }
        sink.take(ticket, clocks: clocks, history: history)
    }

    mutating func join(_ next: CreatedBetween) { sink.join(next.sink) }

    mutating func reserve(tickets count: Int) { if from == nil && to == nil { sink.reserve(tickets: count) } }
}

/// The policy file that a session names.
enum PolicySource {
    /// Reads it; nil when none is named. Its mistakes are printed and end the command (78).
    static func read(_ session: Session) throws(Failure) -> SLAPolicies? {
        guard let path = session.policy?.value else { return nil }
        return try read(path, session)
    }

    /// Reads a policy file by name. Its mistakes are printed and end the command (78).
    static func read(_ path: String, _ session: Session) throws(Failure) -> SLAPolicies {
        let reading = PolicyFile.read(try bytes(of: path, session), name: path)
        guard let policies = reading.policies else {
            for mistake in reading.mistakes.dropLast() { session.messages.print(mistake.diagnostic) }
            guard let last = reading.mistakes.last else {
                throw Failure(.configuration, "\(path) holds no policies")
            }
            throw Failure(
                .configuration, last.sentence, at: last.place, code: last.code.rawValue, hint: last.hint,
                sourceLine: last.sourceLine)
        }
        return policies
    }

    /// The bytes of a file; one that is not there is exit 66.
    static func bytes(of path: String, _ session: Session) throws(Failure) -> [UInt8] {
        let absolute = session.surroundings.absolute(path)
        guard FileManager.default.fileExists(atPath: absolute) else {
            throw Failure(.inputMissing, "there is no policy file \(path)", hint: "--policy names a YAML file")
        }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: absolute)))
        } catch {
            throw Failure(.inputOutput, "cannot read \(path): \(error.localizedDescription)")
        }
    }
}

extension PolicyMistake {
    /// How it is printed.
    var diagnostic: Diagnostic {
        Diagnostic(
            severity: isWarning ? .warning : .error, code: code.rawValue, place: place.description,
            column: place.column, sentence: sentence, sourceLine: sourceLine, hint: hint)
    }
}

extension Session {
    /// Tells the curious what an analysis goes by, and where each of it came from.
    func tellOrigins(asOf: Instant, zone: Setting<TimeZoneRules>) {
        messages.detail("as of \(asOf.rfc3339) (\(options.asOf == nil ? "now" : "--as-of"))")
        messages.detail("time zone \(zone.value.identifier) (\(zone.origin.text))")
        let policy = self.policy.map { "\($0.value) (\($0.origin.text))" } ?? "the data's own, else the defaults"
        messages.detail("policy: \(policy)")
    }
}

extension FilterOptions {
    /// The filter of an evaluation; a word that is no priority is a usage error.
    func ticketFilter() throws(Failure) -> TicketFilter {
        var filter = TicketFilter()
        if !customer.isEmpty { filter.customers = Set(customer) }
        if !agent.isEmpty { filter.agents = Set(agent) }
        if !category.isEmpty { filter.categories = Set(category.map(Word.folded)) }
        if !priority.isEmpty {
            var wanted: Set<Priority> = []
            for word in priority {
                guard let known = Word.key(word) == "untriaged" ? .untriaged : Priority(word) else {
                    let names = Priority.allCases.map(\.name)
                    throw Failure.usage(
                        "--priority: there is no priority \"\(word)\"",
                        hint: Word.nearest(to: word, in: names).map { "did you mean \"\($0)\"?" }
                            ?? "one of \(names.joined(separator: ", "))")
                }
                wanted.insert(known)
            }
            filter.priorities = wanted
        }
        if !amc.isEmpty { filter.amc = Set(amc.flatMap(\.states)) }
        return filter
    }
}

extension ContractFilter {
    /// The states that it lets through.
    fileprivate var states: [ContractState] {
        switch self {
        case .inForce: [.active, .expiring]
        case .active: [.active]
        case .expiring: [.expiring]
        case .expired: [.expired]
        case .none: [.none]
        }
    }
}
