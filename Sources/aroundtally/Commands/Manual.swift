import ArgumentParser
import Foundation
import Operations
import ServiceDesk

/// `manual FOLDER`: the manual pages, for `make install`. Not for users, so no help shows it.
struct Manual: ShellCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the manual pages into a folder.",
        discussion: examples([("aroundtally manual pages/", "one page for the program, one for each command")]),
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("Where the pages go.", valueName: "folder"))
    var folder: String

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let program = try Manual.description()
        var publication = Publication()
        for page in ManualPage.all(of: program) {
            let path = session.surroundings.absolute("\(folder)/\(page.name).1")
            try publication.file(at: path).write(Array(page.text.utf8).span)
        }
        try publication.publish()
        return .done
    }

    /// The program as the argument parser describes it to tools.
    private static func description() throws -> CommandDescription {
        do { _ = try AroundTally.parseAsRoot(["--experimental-dump-help"]) } catch {
            let text = AroundTally.fullMessage(for: error)
            return try JSONDecoder().decode(ProgramDescription.self, from: Data(text.utf8)).command
        }
        throw Failure(.internalError, "the argument parser gave no description")
    }
}

/// The outermost object of the parser's description.
private struct ProgramDescription: Decodable {
    let command: CommandDescription
}

/// A command in the parser's description (`ToolInfoV0`).
struct CommandDescription: Decodable {
    struct Name: Decodable {
        let kind: String
        let name: String

        var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    struct Argument: Decodable {
        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let allValues: [String]?
        let isRepeating: Bool?
        let isOptional: Bool?
        let shouldDisplay: Bool?
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [CommandDescription]?
}
