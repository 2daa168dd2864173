import Foundation
import ServiceDesk
import TestSupport
import Testing

/// What users read says what the program does: every command, flag, exit code and finding, and every example runs.
@Suite struct DocumentationTests {
    // MARK: - The command line

    /// A command as the argument parser describes it.
    struct Command: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        struct Argument: Decodable {
            let names: [Name]?
        }

        let commandName: String
        let shouldDisplay: Bool?
        let arguments: [Argument]?
        let subcommands: [Command]?

        /// This command and all below it that users see, by their full names.
        func all(_ path: [String] = []) -> [(name: String, command: Command)] {
            let path = path + [commandName]
            let below = (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
            return [(path.joined(separator: " "), self)] + below.flatMap { $0.all(path) }
        }
    }

    struct Program: Decodable {
        let command: Command
    }

    static func commands() throws -> [(name: String, command: Command)] {
        let outcome = try BuiltProgram.run("aroundtally --experimental-dump-help", in: Repository.root)
        return try JSONDecoder().decode(Program.self, from: Data(outcome.output.utf8)).command.all()
    }

    @Test func everyCommandAndFlagIsDocumented() throws {
        let text = try #require(Repository.text("docs/commands.md"))
        var missing: [String] = []
        for (name, command) in try DocumentationTests.commands() {
            if !text.contains(name) { missing.append(name) }
            let flags = (command.arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
            for flag in Set(flags.map { "--\($0.name)" }) where !["--help", "--version"].contains(flag) {
                if !text.contains("`\(flag)") { missing.append("\(name) \(flag)") }
            }
        }
        #expect(missing.isEmpty, "\(missing.sorted().joined(separator: "\n"))")
    }

    @Test func helpStartsWithExamples() throws {
        for (name, _) in try DocumentationTests.commands() {
            let outcome = try BuiltProgram.run("\(name) --help", in: Repository.root)
            #expect(outcome.output.hasPrefix("EXAMPLES:\n  $ aroundtally"), "\(name)")
            #expect(outcome.exitCode == 0)
        }
    }

    @Test func everyExitCodeIsDocumented() throws {
        let source = try #require(Repository.text("Sources/aroundtally/Shell/ExitStatus.swift"))
        let text = try #require(Repository.text("docs/commands.md"))
        let codes = source.matches(of: /case \w+ = (\d+)/).map { String($0.1) }
        #expect(codes.count >= 15)
        for code in codes { #expect(text.contains("| \(code) |"), "\(code)") }
    }

    // MARK: - Findings

    /// The page of all findings, made from the catalogue; `RECORD_GOLDEN=1` writes it.
    @Test func findingsPageIsCurrent() throws {
        var page = """
            # Findings

            Oddities of the data. Each has a code, is counted in every output and is explained by
            `aroundtally explain finding CODE`. This page is made from the same catalogue (`Sources/ServiceDesk/Findings`).


            """
        for code in FindingCode.allCases {
            let entry = code.explanation
            page += """
                ## `\(code.rawValue)` (\(code.severity.rawValue))

                \(entry.title).

                - **Why it matters**: \(entry.reason)
                - **What to do**: \(entry.remedy)


                """
        }
        page.removeLast()
        if Repository.isRecording { try Data(page.utf8).write(to: Repository.url("docs/findings.md")) }
        #expect(Repository.text("docs/findings.md") == page)
    }

    // MARK: - The lifecycle

    /// The drawing and the tables of a ticket's life, made from the tables of the core; `RECORD_GOLDEN=1` writes them.
    @Test func lifecyclePageIsCurrent() throws {
        let page = LifecyclePage.text
        if Repository.isRecording { try Data(page.utf8).write(to: Repository.url("docs/lifecycle.md")) }
        #expect(Repository.text("docs/lifecycle.md") == page)
    }

    // MARK: - Schemas

    @Test func embeddedSchemasAreCurrent() throws {
        let names = try BuiltProgram.run("aroundtally schema", in: Repository.root).output.split(separator: "\n")
        let files = Repository.files(below: "docs/schemas", ending: ".schema.json")
        #expect(names.map { "docs/schemas/\($0).schema.json" }.sorted() == files)
        for name in names {
            let outcome = try BuiltProgram.run("aroundtally schema \(name)", in: Repository.root)
            #expect(
                outcome.output == Repository.text("docs/schemas/\(name).schema.json"), "run Scripts/embed-schemas.sh")
        }
    }

    // MARK: - Examples

    /// Every ```console block of a page is run, in a folder with the sample data; a line `…` stands for any lines.
    @Test(arguments: ["README.md", "docs/commands.md", "docs/how-the-clocks-count.md"]) func examplesRun(_ page: String)
        throws
    {
        let text = try #require(Repository.text(page))
        let folder = try BuiltProgram.makeFolder(linking: [Repository.url("sample-data")])
        defer { try? FileManager.default.removeItem(at: folder) }
        for example in DocumentationTests.examples(text) {
            let outcome = try BuiltProgram.run(example.command, in: folder)
            let printed = (outcome.output + outcome.messages).split(separator: "\n").map(String.init)
            let matches = DocumentationTests.matches(example.expected[...], printed[...])
            let isRefusal = example.expected.contains { $0.contains("error") }
            #expect((outcome.exitCode != 0) == isRefusal, "\(page): $ \(example.command)")
            #expect(matches, "\(page): $ \(example.command)\n\(printed.joined(separator: "\n"))")
        }
    }

    static func examples(_ text: String) -> [(command: String, expected: [String])] {
        var examples: [(command: String, expected: [String])] = []
        var isInside = false
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                examples.append((String(line.dropFirst(2)), []))
            } else if isInside, !examples.isEmpty {
                examples[examples.count - 1].expected.append(line)
            }
        }
        return examples
    }

    static func matches(_ expected: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
        guard let line = expected.first else { return printed.isEmpty }
        if line == "…" {
            return (printed.startIndex...printed.endIndex).contains { matches(expected.dropFirst(), printed[$0...]) }
        }
        guard let first = printed.first, first == line else { return false }
        return matches(expected.dropFirst(), printed.dropFirst())
    }
}
