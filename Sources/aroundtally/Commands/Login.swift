import ArgumentParser
import Operations
import ServiceDesk

/// `login`: begin a session, for machines that several people share.
struct Login: ShellCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a session on this machine: later commands need no --as.",
        discussion: examples([
            ("aroundtally login ravi --password-file -", "the password from standard input"),
            ("aroundtally login customer:owner@anand.example --password-file secret.txt", "a customer's user"),
        ]))

    @Argument(help: "The username, or customer:EMAIL.")
    var user: String
    @Option(help: ArgumentHelp("A file with the password; - is standard input.", valueName: "file"))
    var passwordFile: String?
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(as: user) { desk in
            let path = try Refusal.required(passwordFile, "--password-file")
            let password = try TextInput(session).file(path, "--password-file")
            do {
                let (token, caller) = try desk.desk.logIn(desk.claim, password: password)
                try SessionFile(session.surroundings).keep(token, for: session.databaseLocation)
                try desk.write(caller)
            } catch let fault as LoginFault {
                switch fault {
                case .wrong: throw Failure(.notPermitted, "the name or the password is wrong")
                case .throttled(let until):
                    throw Failure(.tryLater, "too many failures", hint: "try again after \(until.rfc3339)")
                }
            }
        }
    }
}

/// `logout`: end the session.
struct Logout: ShellCommand {
    static let configuration = CommandConfiguration(
        abstract: "End the session on this machine.",
        discussion: examples([("aroundtally logout", "nobody is logged in")]))

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(as: nil) { desk in
            let file = SessionFile(session.surroundings)
            guard let token = file.token(for: session.databaseLocation) else {
                return session.messages.tell("Nobody is logged in.")
            }
            try desk.desk.logOut(token)
            try file.keep(nil, for: session.databaseLocation)
            session.messages.tell("Logged out.")
        }
    }
}

/// `whoami`: who a command would be asking.
struct WhoAmI: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Who a command would be asking, and in which role.",
        discussion: examples([("aroundtally whoami --as ravi", "name and role")]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in try desk.write(try desk.desk.caller(desk.claim)) }
    }
}

extension DeskAccess {
    /// Writes who somebody is.
    fileprivate func write(_ caller: Caller) throws {
        let data: JSONValue = [
            "name": .string(caller.name), "role": .string(caller.storedRole), "id": .string(caller.id),
            "customer_id": .text(caller.customer?.text),
        ]
        try write(data, envelope("caller").document(data: ["caller": data]))
    }
}
