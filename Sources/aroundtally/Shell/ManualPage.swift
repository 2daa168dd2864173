/// A page for `man`, in the mdoc language, made from what the argument parser knows about a command.
struct ManualPage {
    let name: String
    let text: String

    /// A page for the program and one for each of its commands; what a command has below itself is on its page.
    static func all(of program: CommandDescription) -> [ManualPage] {
        let commands = displayed(program.subcommands)
        var front = head(program.commandName, program, [program.commandName])
        front += ".Sh COMMANDS\n.Bl -tag -width 12n\n"
        for command in commands { front += ".It Ic \(command.commandName)\n\(escaped(command.abstract ?? ""))\n" }
        front +=
            ".El\n" + options(program) + exitStatus
            + seeAlso(commands.map { "\(program.commandName)-\($0.commandName)" })
        let pages = commands.map { command in
            let name = "\(program.commandName)-\(command.commandName)"
            let text =
                head(name, command, [program.commandName, command.commandName])
                + parts(command, [program.commandName, command.commandName]) + options(command)
                + seeAlso([program.commandName])
            return ManualPage(name: name, text: text)
        }
        return [ManualPage(name: program.commandName, text: front)] + pages
    }

    private static func displayed(_ commands: [CommandDescription]?) -> [CommandDescription] {
        (commands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// A sentence without its full stop.
    private static func phrase(_ sentence: String?) -> String {
        guard let sentence, sentence.hasSuffix(".") else { return sentence ?? "" }
        return String(sentence.dropLast())
    }

    /// No date: the same program gives the same page every day.
    private static func head(_ name: String, _ command: CommandDescription, _ path: [String]) -> String {
        """
        .Dd $Mdocdate$
        .Dt \(name.uppercased()) 1
        .Os aroundtally \(Version.engine)
        .Sh NAME
        .Nm \(name)
        .Nd \(escaped(phrase(command.abstract)))
        .Sh SYNOPSIS
        \(synopsis(command, path))
        \(examples(command, section: ".Sh"))
        """
    }

    private static func synopsis(_ command: CommandDescription, _ path: [String]) -> String {
        var line = ".Nm " + path.joined(separator: " ") + "\n"
        if !displayed(command.subcommands).isEmpty { line += ".Ar command\n" }
        line += ".Op Ar options\n"
        for argument in command.arguments ?? [] where argument.kind == "positional" {
            let word = "Ar \(argument.valueName ?? "value")" + (argument.isRepeating == true ? " ..." : "")
            line += argument.isOptional == true ? ".Op \(word)\n" : ".\(word)\n"
        }
        return String(line.dropLast())
    }

    /// The examples that the help of a command starts with.
    private static func examples(_ command: CommandDescription, section: String) -> String {
        let lines = (command.discussion ?? "").split(separator: "\n").drop { $0 != Help.examplesTitle }.dropFirst()
        guard !lines.isEmpty else { return "" }
        let body = lines.map { escaped(String($0)) + "\n" }.joined()
        return "\(section) EXAMPLES\n.Bd -literal\n\(body).Ed\n"
    }

    /// The commands below a command, each with its own arguments.
    private static func parts(_ command: CommandDescription, _ path: [String]) -> String {
        displayed(command.subcommands).map { part in
            let path = path + [part.commandName]
            return ".Sh \(path.joined(separator: " ").uppercased())\n\(escaped(part.abstract ?? ""))\n.Pp\n"
                + synopsis(part, path) + "\n" + list(own(part)) + parts(part, path)
        }.joined()
    }

    private static func options(_ command: CommandDescription) -> String {
        ".Sh OPTIONS\n" + list(command.arguments ?? [])
    }

    /// The flags that every command takes are told once, on the page of its first word.
    private static func own(_ command: CommandDescription) -> [CommandDescription.Argument] {
        let global = Set(GlobalOptions.names)
        return (command.arguments ?? []).filter { $0.names?.contains { global.contains($0.text) } != true }
    }

    private static func list(_ arguments: [CommandDescription.Argument]) -> String {
        let items = arguments.filter { $0.shouldDisplay != false }.map { argument in
            let names = (argument.names ?? []).map(\.text)
            let value = argument.kind == "flag" ? "" : " Ar \(argument.valueName ?? "value")"
            let head =
                names.isEmpty
                ? value.dropFirst() : "Fl \(names.map { String($0.dropFirst()) }.joined(separator: " Fl "))\(value)"
            let values =
                (argument.allValues ?? []).isEmpty
                ? "" : " One of \((argument.allValues ?? []).joined(separator: ", "))."
            return ".It \(head)\n\(escaped(argument.abstract ?? ""))\(escaped(values))\n"
        }
        return items.isEmpty ? "" : ".Bl -tag -width 12n\n\(items.joined()).El\n"
    }

    private static var exitStatus: String {
        ".Sh EXIT STATUS\n.Bl -tag -width 4n\n"
            + ExitStatus.allCases.map { ".It \($0.rawValue)\n\(escaped($0.meaning))\n" }.joined() + ".El\n"
    }

    private static func seeAlso(_ names: [String]) -> String {
        ".Sh SEE ALSO\n" + names.map { ".Xr \($0) 1" }.joined(separator: " ,\n") + "\n"
    }

    /// Text that means nothing to the formatter.
    private static func escaped(_ text: String) -> String {
        let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("`", with: "\\(ga")
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&\($0)" : String($0) }.joined(separator: "\n")
    }
}
