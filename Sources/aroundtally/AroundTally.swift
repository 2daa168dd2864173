import ArgumentParser

@main
struct AroundTally: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "aroundtally")
}
