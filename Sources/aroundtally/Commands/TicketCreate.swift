import ArgumentParser
import Operations
import ServiceDesk

/// `ticket create`: raise a ticket, or several from JSON lines.
struct TicketCreate: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Raise a ticket; with --batch, several from JSON lines.",
        discussion: examples([
            (
                "aroundtally ticket create --customer 'Anand Sweets' --title 'GST return fails' --as meera",
                "prints T-1042"
            ),
            (
                "aroundtally ticket create --title 'Printer' --client-key 7f3a --api-key-file key.txt",
                "once, however often"
            ),
            ("aroundtally ticket create --batch intakes.jsonl --as meera", "one answer a line"),
        ]))

    @Option(help: ArgumentHelp("The customer: company or id.", valueName: "customer"))
    var customer: String?
    @Option(help: "What is wrong, in a line.")
    var title: String?
    @Option(help: "What is wrong, at length.")
    var description: String?
    @Option(help: ArgumentHelp("A file with what is wrong; - is standard input.", valueName: "file"))
    var descriptionFile: String?
    @Option(help: "What it is about.")
    var category: String?
    @Option(help: "Urgent, High, Medium or Low.")
    var priority: String?
    @Option(help: ArgumentHelp("Where a picture of it lies.", valueName: "url"))
    var screenshotURL: String?
    @Option(
        help: ArgumentHelp("Your own name of this intake: the same again makes no second ticket.", valueName: "key"))
    var clientKey: String?
    @Option(help: ArgumentHelp("JSON lines, an intake each; - is standard input.", valueName: "file"))
    var batch: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        if let batch {
            var status = ExitStatus.done
            let ended = try session.atDesk(caller) { desk in
                guard title == nil, customer == nil else {
                    throw Refusal.usage("--batch stands alone: its lines name customers and titles", hint: nil)
                }
                status = try IntakeBatch(desk: desk, terms: try desk.terms(change)).run(batch)
            }
            return ended == .done ? status : ended
        }
        return try session.atDesk(caller) { desk in
            guard change.ifVersion == nil else {
                throw Refusal.usage("--if-version is about a ticket that is there", hint: nil)
            }
            let request = try request(session, desk.claim)
            let terms = try desk.terms(change)
            let answer = try desk.desk.create(request, by: desk.claim, from: desk.source, terms)
            try desk.write(answer, dryRun: terms.isDryRun)
        }
    }

    private func request(_ session: Session, _ claim: CallerClaim) throws -> IntakeRequest {
        var request = IntakeRequest(
            customer: customer, title: try TextInput.checked(try Refusal.required(title, "--title"), "--title"))
        request.description = try TextInput(session).text(
            description, file: descriptionFile, "--description", "--description-file")
        request.category = try TextInput.optional(category, "--category")
        request.priority = priority
        request.screenshotURL = try TextInput.optional(screenshotURL, "--screenshot-url")
        request.clientKey = try TextInput.optional(clientKey, "--client-key")
        // An agent speaks for many customers; others may leave their own out.
        if case .agent = claim { request.customer = try Refusal.required(customer, "--customer") }
        return request
    }
}

extension DeskAccess {
    /// By which way an intake of this caller comes.
    var source: Intake.Source { claim.isAccessKey ? .api : .cli }
}

/// Intakes from JSON lines: each line is its own transaction and is answered as soon as it is committed.
struct IntakeBatch {
    let desk: DeskAccess
    let terms: ChangeTerms

    /// Raises the tickets of a file.
    /// - Returns: 0, 3 when some lines failed, the common code when all of them did.
    func run(_ path: String) throws -> ExitStatus {
        let lines = try TextInput(desk.session).bytes(path, "--batch").split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var output = try desk.session.openOutput()
        var codes: [Int32] = []
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
            let (code, member) = try answer(Array(line))
            codes.append(code)
            let document: JSONValue = .object(
                [JSONMember("line", .count(index + 1)), JSONMember("exit", .integer(Int64(code)))] + member)
            try output.write(document.compactText + "\n")
        }
        try output.finish()
        let failed = codes.filter { $0 != 0 }
        if failed.isEmpty { return .done }
        guard failed.count == codes.count, Set(failed).count == 1 else { return .partial }
        return ExitStatus(rawValue: failed[0]) ?? .partial
    }

    private func answer(_ line: [UInt8]) throws -> (code: Int32, members: [JSONMember]) {
        do {
            let answer = try desk.desk.create(try request(line), by: desk.claim, from: desk.source, terms)
            return (0, [JSONMember("data", .object(TicketDocument.json(answer)))])
        } catch let refusal as Refusal {
            // The line could not be read as an intake; it is kept as it came.
            if !terms.isDryRun {
                let text = String(decoding: line, as: UTF8.self).replacing("\0", with: "")
                try desk.desk.keep(refusal, of: .string(text), by: desk.claim, from: desk.source)
            }
            return (refusal.exitCode, RefusalDocument.members(RefusedCommand(refusal)))
        } catch let refused as RefusedCommand {
            return (refused.refusal.exitCode, RefusalDocument.members(refused))
        }
    }

    private static let keys = [
        "customer", "title", "description", "category", "priority", "screenshot_url", "client_key",
    ]

    /// The intake of a line; keys are the long options in snake case.
    private func request(_ line: [UInt8]) throws -> IntakeRequest {
        let value: JSONValue
        do throws(JSONMistake) { value = try JSONValue(parsing: line) } catch {
            throw Refusal.usage("the line is no JSON: \(error.sentence) at byte \(error.offset + 1)", hint: nil)
        }
        guard case .object(let members) = value else { throw Refusal.usage("the line is no JSON object", hint: nil) }
        var texts: [String: String] = [:]
        for member in members {
            guard IntakeBatch.keys.contains(member.key) else {
                throw Refusal.usage(
                    "unknown key \"\(member.key)\"", hint: "the keys are \(IntakeBatch.keys.joined(separator: ", "))")
            }
            switch member.value {
            case .null: break
            case .string(let text):
                texts[member.key] = try TextInput.checked(text, "--" + member.key.replacing("_", with: "-"))
            default: throw Refusal.usage("\"\(member.key)\" takes a text", hint: nil)
            }
        }
        if case .agent = desk.claim { _ = try Refusal.required(texts["customer"], "\"customer\"") }
        return IntakeRequest(
            customer: texts["customer"], title: try Refusal.required(texts["title"], "\"title\""),
            description: texts["description"], category: texts["category"], priority: texts["priority"],
            screenshotURL: texts["screenshot_url"], clientKey: texts["client_key"])
    }
}
