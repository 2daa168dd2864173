import Foundation
import TestSupport
import Testing

@testable import Operations

/// The back ends that tests run on: always SQLite, and Postgres where a server is installed.
enum TestBackEnd: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    static var available: [TestBackEnd] { TemporaryServer.isInstalled ? allCases : [.sqlite] }

    var testDescription: String { rawValue }

    /// The location of a database that does not exist yet, or is empty.
    func makeLocation() throws -> DatabaseLocation {
        switch self {
        case .sqlite: return .file(try TestFolder.make().appendingPathComponent("desk.db").path)
        case .postgres:
            guard let server = TemporaryServer.shared else { throw MissingServer() }
            return .server(try server.makeDatabase())
        }
    }

    struct MissingServer: Error {}
}

/// Folders of tests, in the system's temporary folder.
enum TestFolder {
    static func make() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("operations-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
