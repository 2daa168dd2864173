import ArgumentParser
import Operations
import ServiceDesk

/// `agent`: who works at the desk.
struct Agents: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent",
        abstract: "Who works at the desk, in which role.",
        discussion: AgentAdd.examples([
            ("aroundtally agent add ravi --role support --full-name 'Ravi Iyer' --as admin", "a support engineer"),
            ("aroundtally agent list --as admin", "everybody"),
        ]),
        subcommands: [
            AgentAdd.self, AgentUpdate.self, AgentShow.self, AgentList.self, AgentEnable.self, AgentDisable.self,
            AgentPassword.self,
        ])

    @OptionGroup var global: GlobalOptions
}

/// Agents as JSON and as people read them.
enum AgentDocument {
    static func json(_ agent: AgentRecord) -> JSONValue {
        [
            "id": .string(agent.id.text), "username": .string(agent.username), "full_name": .text(agent.fullName),
            "role": .string(agent.storedRole), "is_active": .bool(agent.isEnabled),
            "created_at": .instant(agent.createdAt),
        ]
    }

    static func line(_ agent: AgentRecord) -> String {
        let name = agent.fullName.map { " (\($0))" } ?? ""
        return "\(agent.username)\(name): \(agent.storedRole), \(agent.isEnabled ? "enabled" : "disabled")\n"
    }

    /// The role of a word; a role of customers is none of these.
    static func role(_ word: String) throws(Refusal) -> Role {
        if let role = Role.agents.first(where: { Word.key($0.word) == Word.key(word) }) ?? Role(word), role.isAgent {
            return role
        }
        throw .usage("there is no role \"\(word)\"", hint: "one of \(Role.agents.map(\.word).joined(separator: ", "))")
    }
}

extension DeskAccess {
    /// Writes an agent.
    func write(_ agent: AgentRecord, dryRun: Bool = false) throws {
        if try session.format([.table, .json]) == .json {
            try session.write(envelope("agent", dryRun: dryRun).document(data: ["agent": AgentDocument.json(agent)]))
        } else {
            try session.write(VisibleText.escaped(AgentDocument.line(agent).dropLast().description) + "\n")
        }
    }
}

/// `agent add`: add an agent; the first one of a desk is its Admin.
struct AgentAdd: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an agent. The first one of a desk is its Admin.",
        discussion: examples([
            ("aroundtally agent add asha --role accountant --full-name 'Asha Rao' --as admin", "an accountant"),
            ("aroundtally agent add admin --role admin --password-file secret.txt", "the first of a new desk"),
        ]))

    @Argument(help: "The name to log in with.")
    var username: String
    @Option(help: "admin, support-head, support, accountant, sales or moderator.")
    var role: String?
    @Option(help: "The name that people read.")
    var fullName: String?
    @Option(help: ArgumentHelp("A file with the password; - is standard input.", valueName: "file"))
    var passwordFile: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            var change = AgentChange(role: try AgentDocument.role(try Refusal.required(role, "--role")))
            change.fullName = try TextInput.optional(fullName, "--full-name")
            change.password = try passwordFile.map { try TextInput(session).file($0, "--password-file") }
            let name = try TextInput.checked(username, "the username")
            let (agent, isFirst) = try desk.desk.addAgent(name, change, by: desk.claim, dryRun: dryRun.dryRun)
            if isFirst { session.messages.tell("\(agent.username) is the first agent of this desk and its Admin") }
            try desk.write(agent, dryRun: dryRun.dryRun)
        }
    }
}

/// `agent update`: change an agent.
struct AgentUpdate: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change an agent's name or role.",
        discussion: examples([("aroundtally agent update ravi --role support-head --as admin", "Ravi heads support")]))

    @Argument(help: "The agent: username or id.")
    var username: String
    @Option(help: "admin, support-head, support, accountant, sales or moderator.")
    var role: String?
    @Option(help: "The name that people read.")
    var fullName: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            var change = AgentChange(role: try role.map { try AgentDocument.role($0) })
            change.fullName = try TextInput.optional(fullName, "--full-name")
            guard change != AgentChange() else { throw Refusal.usage("nothing is to be changed", hint: nil) }
            try desk.update(username, .updateAgent, change, dryRun)
        }
    }
}

extension DeskAccess {
    fileprivate func update(
        _ username: String, _ verb: DeskVerb, _ change: AgentChange, _ options: DryRunOptions
    ) throws {
        try write(
            try desk.updateAgent(username, verb, change, by: claim, dryRun: options.dryRun), dryRun: options.dryRun)
    }
}

/// `agent show`: an agent.
struct AgentShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "An agent.",
        discussion: examples([("aroundtally agent show ravi --as admin", "name, role, whether enabled")]))

    @Argument(help: "The agent: username or id.")
    var username: String
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in try desk.write(try desk.desk.agent(username, by: desk.claim)) }
    }
}

/// `agent list`: everybody at the desk.
struct AgentList: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody at the desk, by username.",
        discussion: examples([("aroundtally agent list --as meera", "roles, and who is enabled")]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let rows = try desk.desk.agents(by: desk.claim).map { agent in
                (
                    object: AgentDocument.json(agent),
                    cells: [
                        agent.username, agent.fullName ?? "", agent.storedRole, agent.isEnabled ? "yes" : "no",
                        agent.id.text,
                    ]
                )
            }
            try RowsOutput(session: session).write(
                rows, as: ["Username", "Full name", "Role", "Enabled", "Id"].map { .init(title: $0) }, under: "agents",
                desk.envelope("agent_list"))
        }
    }
}

/// `agent enable`: let an agent work again.
struct AgentEnable: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let an agent work again.",
        discussion: examples([("aroundtally agent enable ravi --as admin", "Ravi is back")]))

    @Argument(help: "The agent: username or id.")
    var username: String
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { try $0.update(username, .enableAgent, AgentChange(isEnabled: true), dryRun) }
    }
}

/// `agent disable`: keep an agent from working; nothing of theirs is deleted.
struct AgentDisable: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep an agent from working and end their sessions; nothing is deleted.",
        discussion: examples([("aroundtally agent disable ravi --as admin", "Ravi has left")]))

    @Argument(help: "The agent: username or id.")
    var username: String
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { try $0.update(username, .disableAgent, AgentChange(isEnabled: false), dryRun) }
    }
}

/// `agent password`: set an agent's password.
struct AgentPassword: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set an agent's password and end their sessions.",
        discussion: examples([("aroundtally agent password ravi --password-file - --as admin", "from standard input")]))

    @Argument(help: "The agent: username or id.")
    var username: String
    @Option(help: ArgumentHelp("A file with the password; - is standard input.", valueName: "file"))
    var passwordFile: String?
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let path = try Refusal.required(passwordFile, "--password-file")
            let password = try TextInput(session).file(path, "--password-file")
            try desk.update(username, .setPassword, AgentChange(password: password), dryRun)
        }
    }
}
