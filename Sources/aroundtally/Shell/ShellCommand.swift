import ArgumentParser
import Operations
import ServiceDesk

/// A command of the program.
///
///     struct Inspect: ShellCommand {
///         static let configuration = CommandConfiguration(
///             abstract: "…", discussion: examples([("aroundtally inspect desk.sql", "what is in a dump")]))
///         @OptionGroup var global: GlobalOptions
///         func execute(_ session: Session) throws -> ExitStatus { … }
///     }
protocol ShellCommand: ParsableCommand {
    var global: GlobalOptions { get }

    /// Does the work, writes data to the session's output and answers what the program exits with. Failures are thrown.
    func execute(_ session: Session) throws -> ExitStatus
}

extension ShellCommand {
    mutating func run() throws {
        let session = try Session(global)
        do {
            let status = try execute(session)
            if status != .done { throw ExitCode(status.rawValue) }
        } catch {
            throw Ending.reported(error, session.messages)
        }
    }

    /// The examples with which the help of a command starts.
    static func examples(_ examples: [(command: String, purpose: String)]) -> String {
        Help.examplesTitle + examples.map { "\n  $ \($0.command)\n      \($0.purpose)" }.joined()
    }
}

/// Help as this program prints it.
enum Help {
    static let examplesTitle = "EXAMPLES:"

    /// How wide help is. The same everywhere, so that examples stay on one line and can be copied.
    static let width = 100

    /// The parser's help with the examples moved to its start: who asks for help mostly wants one.
    static func examplesFirst(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0 == examplesTitle }) else { return text }
        let rest = lines[start...].dropFirst()
        let end = rest.firstIndex(where: { !$0.hasPrefix("  ") }) ?? lines.endIndex
        let block = lines[start..<end]
        lines.removeSubrange(start..<min(end + 1, lines.endIndex))
        return (block + [""] + lines).joined(separator: "\n")
    }
}
