import ArgumentParser

@main
struct AroundTally: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aroundtally", subcommands: [CalendarCommand.self, PolicyCommand.self])
}
