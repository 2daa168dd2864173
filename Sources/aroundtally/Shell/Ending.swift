import ArgumentParser
import Operations
import ServiceDesk

/// How the program ends: what is printed for an error, and the exit code.
enum Ending {
    /// Prints what there is to say about what a command threw, and answers what to exit with.
    static func status(of error: any Error) -> ExitStatus {
        if let code = error as? ExitCode { return ExitStatus(rawValue: code.rawValue) ?? .internalError }
        // Whoever reads the output has seen enough; that is no error.
        if (error as? PublishError)?.kind == .closedPipe { return .done }
        if let failure = Failure(from: error) { return report(failure) }
        switch AroundTally.exitCode(for: error) {
        case .success: return printHelp(error)
        case .validationFailure: return report(usage(error))
        default: return report(Failure(.internalError, AroundTally.message(for: error)))
        }
    }

    /// Prints a failure of a command in the command's own style; what is left to do is to exit.
    static func reported(_ error: any Error, _ messages: Messages) -> any Error {
        if (error as? PublishError)?.kind == .closedPipe { return error }
        guard let failure = Failure(from: error) else { return error }
        messages.print(failure.diagnostic)
        return ExitCode(failure.status.rawValue)
    }

    /// Prints a failure from before there was a session. The flags may be what is wrong, so `--color` is looked up in
    /// the bare arguments.
    static func report(_ failure: Failure) -> ExitStatus {
        let surroundings = Surroundings.current
        let flag = zip(CommandLine.arguments, CommandLine.arguments.dropFirst()).first { $0.0 == "--color" }?.1
        let choice = flag.flatMap(ColourChoice.init) ?? .auto
        let colour = choice.isColoured(surroundings, terminal: surroundings.errorIsTerminal)
        Messages(style: Style(isColoured: colour), isQuiet: false, isVerbose: false).print(failure.diagnostic)
        return failure.status
    }

    private static func printHelp(_ error: any Error) -> ExitStatus {
        var text = Help.examplesFirst(AroundTally.fullMessage(for: error, columns: Help.width))
        if !text.hasSuffix("\n") { text += "\n" }
        var stream = StandardStream.output
        do { try stream.write(text) } catch { return status(of: error) }
        return .done
    }

    /// What the parser takes for arguments too many of a command that only groups others is mostly a mistyped command.
    private static func unknownCommand(_ sentence: String, of name: String) -> Failure? {
        guard let match = sentence.firstMatch(of: /^(?:Unexpected argument|\d+ unexpected arguments:) '([^']*)'/) else {
            return nil
        }
        let path = name.split(separator: " ").dropFirst()
        var group: any ParsableCommand.Type = AroundTally.self
        for step in path {
            guard let next = group.configuration.subcommands.first(where: { $0._commandName == step }) else {
                return nil
            }
            group = next
        }
        let commands = group.configuration.subcommands.map { $0._commandName }
        guard !commands.isEmpty else { return nil }
        let word = String(match.1)
        let full = (path.map(String.init) + [word]).joined(separator: " ")
        return Failure.usage(
            "there is no command \"\(full)\"",
            hint: Word.nearest(to: word, in: commands).map { "did you mean \"\($0)\"?" } ?? "\(name) --help")
    }

    /// The parser's sentence, in the form of our own.
    private static func usage(_ error: any Error) -> Failure {
        var sentence = AroundTally.message(for: error)
        while let last = sentence.last, ".\n ".contains(last) { sentence.removeLast() }
        let lines = AroundTally.fullMessage(for: error).split(separator: "\n")
        let usage = lines.first { $0.hasPrefix("Usage: ") }?.dropFirst("Usage: ".count)
        let words = usage?.split(separator: " ").prefix { word in !"[<-".contains(word.prefix(1)) }
        let name = words?.joined(separator: " ") ?? "aroundtally"
        if let command = unknownCommand(sentence, of: name) { return command }
        return Failure.usage(sentence.replacing("\n", with: " "), hint: "\(name) --help")
    }
}
