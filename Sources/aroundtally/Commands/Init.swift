import ArgumentParser
import Operations
import ServiceDesk

/// `init`: make the operational database.
struct Init: ShellCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the operational database, or add what one lacks; rows that are there stay.",
        discussion: examples([
            ("aroundtally init --admin meera --password-file secret.txt", "a new desk with its first Admin"),
            ("aroundtally init --db postgres://desk@db.example/support", "adopt the team's server"),
        ]))

    @Option(help: ArgumentHelp("The username of the first Admin.", valueName: "username"))
    var admin: String?
    @Option(help: ArgumentHelp("A file with the Admin's password; - is standard input.", valueName: "file"))
    var passwordFile: String?
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        if passwordFile != nil, admin == nil { throw Failure.usage("--password-file goes with --admin") }
        let password = try passwordFile.map { try TextInput(session).file($0, "--password-file") }
        let database = try session.databaseLocation.create()
        try session.auditAnchor?.makeKey()
        try session.moveAnchor(database)
        session.messages.tell("\(session.databaseLocation.description) is ready")
        guard let admin else { return .done }
        return try session.atDesk(as: nil) { desk in
            let name = try TextInput.checked(admin, "--admin")
            let (agent, isFirst) = try desk.desk.addAgent(
                name, AgentChange(role: .admin, password: password), by: .nobody)
            if isFirst { session.messages.tell("\(agent.username) is the first agent of this desk and its Admin") }
        }
    }
}
