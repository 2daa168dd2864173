public import Foundation

/// The program as it was built beside the tests, or the one that `AROUNDTALLY_BINARY` names.
public enum BuiltProgram {
    /// Where it is.
    public static let path: String = {
        if let named = ProcessInfo.processInfo.environment["AROUNDTALLY_BINARY"] { return named }
        let running = [(try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""]
        let folders = (running + CommandLine.arguments).map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        let candidates = folders.map { $0.appendingPathComponent("aroundtally").path }
        return candidates.first(where: FileManager.default.isExecutableFile) ?? "aroundtally"
    }()

    /// What a run left behind.
    public struct Outcome: Sendable {
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let messages: String
        /// What it exited with; a signal is 128 and its number.
        public let exitCode: Int32
    }

    /// Runs a line of shell in a folder, with the program on the path and nothing of the tester's environment.
    public static func run(_ line: String, in folder: URL, environment: [String: String] = [:]) throws -> Outcome {
        let spill = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: spill, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: spill) }
        let output = spill.appendingPathComponent("output")
        let messages = spill.appendingPathComponent("messages")
        for file in [output, messages] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = ["120", "/bin/bash", "-c", line]
        process.currentDirectoryURL = folder
        process.environment = defaults(folder).merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self),
            exitCode: process.terminationStatus)
    }

    private static func defaults(_ folder: URL) -> [String: String] {
        let bin = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return ["PATH": "\(bin):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TZ": "UTC"]
    }

    /// Makes a folder for a run, with links to the given files and folders in it. The caller removes it.
    public static func makeFolder(linking contents: [URL]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("aroundtally-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for item in contents {
            let link = folder.appendingPathComponent(item.lastPathComponent)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: item)
        }
        return folder
    }
}
