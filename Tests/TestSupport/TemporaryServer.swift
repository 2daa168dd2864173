import Foundation
import Glibc

/// A throw-away Postgres server, reached by a socket in its own folder: no port, no password, nothing left behind.
///
/// Tests that need one say `.enabled(if: TemporaryServer.isInstalled)`. All tests of a run share one server and make a
/// database each.
public final class TemporaryServer: Sendable {
    /// Where Debian puts the newest server's programs; nil when there is none.
    public static let programs: String? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let folders = versions.compactMap { Int($0) }.sorted().map { version in "\(root)/\(version)/bin" }
        return folders.last { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    }()

    /// Whether a server can be started here.
    public static var isInstalled: Bool { programs != nil }

    /// The server of this run; it ends with the process.
    public static let shared: TemporaryServer? = TemporaryServer()

    private let folder: String
    private let bin: String

    private init?() {
        guard let bin = TemporaryServer.programs else { return nil }
        self.bin = bin
        folder = "/tmp/atpg-\(getpid())"
        let start = """
            mkdir -p \(folder) && cd \(folder) && { [ "$(id -u)" != 0 ] || chown postgres \(folder); }
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
            as \(bin)/initdb -D \(folder)/data -U app --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >\(folder)/initdb.log &&
            as \(bin)/pg_ctl -D \(folder)/data -w -s -l \(folder)/pg.log -o "-c listen_addresses='' \
            -c unix_socket_directories='\(folder)' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=100" start
            """
        guard TemporaryServer.shell(start).status == 0 else { return nil }
        // A watcher stops the server when this process is gone, however it ends.
        let watcher = """
            (while kill -0 \(getpid()) 2>/dev/null; do sleep 1; done; cd /
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
            as \(bin)/pg_ctl -D \(folder)/data -w -s -m immediate stop; rm -rf \(folder)) >/dev/null 2>&1 </dev/null &
            """
        _ = TemporaryServer.shell(watcher)
    }

    /// Makes an empty database and gives its URL.
    public func makeDatabase() throws -> String {
        let name = "t\(UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased())"
        try run("CREATE DATABASE \(name)", in: url("postgres"))
        return url(name)
    }

    private func url(_ name: String) -> String { "postgres://app@/\(name)?host=\(folder)" }

    /// Runs SQL as another program would, through psql, and gives what it prints: rows with `|` between columns.
    @discardableResult
    public func run(_ sql: String, in url: String) throws -> String {
        let file = "\(folder)/\(UUID().uuidString).sql"
        try Data(sql.utf8).write(to: URL(fileURLWithPath: file))
        return try run(file: file, in: url)
    }

    /// Runs a file of SQL through psql; the test's own dumps only.
    @discardableResult
    public func run(file: String, in url: String) throws -> String {
        let outcome = TemporaryServer.shell("\(bin)/psql -X -A -t -q -v ON_ERROR_STOP=1 -f '\(file)' '\(url)'")
        guard outcome.status == 0 else { throw ServerFailure(output: outcome.output) }
        return outcome.output
    }

    /// Writes a database down with pg_dump, in a session of the given zone.
    public func dump(_ url: String, options: String, zone: String, to path: String) throws {
        let outcome = TemporaryServer.shell("PGTZ='\(zone)' \(bin)/pg_dump \(options) -f '\(path)' '\(url)'")
        guard outcome.status == 0 else { throw ServerFailure(output: outcome.output) }
    }

    /// What a program of the server said when it failed.
    public struct ServerFailure: Error {
        /// Its output.
        public let output: String
    }

    /// What stays behind must hold no handle of this process: Foundation waits until the last one is closed.
    private static let closingHandles =
        "for f in /proc/self/fd/*; do n=${f##*/}; [ \"$n\" -le 2 ] || eval \"exec $n>&-\"; done 2>/dev/null; "

    private static func shell(_ line: String) -> (status: Int32, output: String) {
        let process = Process()
        let spill = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        _ = FileManager.default.createFile(atPath: spill.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: spill) }
        guard let output = try? FileHandle(forWritingTo: spill) else { return (127, "no temporary file") }
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", closingHandles + line]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        guard (try? process.run()) != nil else { return (127, "bash cannot be run") }
        process.waitUntilExit()
        let data = (try? Data(contentsOf: spill)) ?? Data()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
