import Foundation
import Operations
import ServiceDesk

/// What the program reads from the machine around it, once, at its start: nothing below the executable does.
struct Surroundings: Sendable {
    let environment: [String: String]
    let workingFolder: String
    let now: Instant
    let outputIsTerminal: Bool
    let errorIsTerminal: Bool

    static let current = Surroundings(
        environment: ProcessInfo.processInfo.environment,
        workingFolder: FileManager.default.currentDirectoryPath,
        now: Surroundings.wallClock(),
        outputIsTerminal: StandardStream.output.isTerminal,
        errorIsTerminal: StandardStream.error.isTerminal)

    /// The present instant. Integer arithmetic: a `Date` holds a fraction of seconds since 2001, which has no exact
    /// microseconds.
    static func wallClock() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// The variable's value; an empty one is as good as none.
    func variable(_ name: String) -> String? {
        guard let value = environment[name], !value.isEmpty else { return nil }
        return value
    }

    /// The path seen from the working folder.
    func absolute(_ path: String) -> String { Surroundings.join(workingFolder, path) }

    /// The path seen from a folder.
    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}

/// When to use colours: `--color` goes before `NO_COLOR`, that before `CLICOLOR_FORCE`, that before the terminal.
enum ColourChoice: String, CaseIterable {
    case auto, always, never

    func isColoured(_ surroundings: Surroundings, terminal: Bool) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if surroundings.variable("NO_COLOR") != nil { return false }
        if let force = surroundings.variable("CLICOLOR_FORCE"), force != "0" { return true }
        return terminal && surroundings.variable("TERM") != "dumb"
    }
}
