import Foundation
import Operations
import ServiceDesk

/// The token of the session that `login` left, in a file that only its owner reads: one for each database.
struct SessionFile {
    private let folder: String?

    init(_ surroundings: Surroundings) {
        let home = surroundings.variable("HOME").map { Surroundings.join($0, ".local/state") }
        folder = (surroundings.variable("XDG_STATE_HOME") ?? home).map { Surroundings.join($0, "aroundtally/sessions") }
    }

    /// The token for a database, if somebody logged in to it.
    func token(for database: DatabaseLocation) -> String? {
        guard let path = path(for: database), let data = FileManager.default.contents(atPath: path) else { return nil }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// Keeps a token; nil forgets it.
    func keep(_ token: String?, for database: DatabaseLocation) throws {
        guard let folder, let path = path(for: database) else {
            throw Failure(.cannotCreate, "there is no folder for the session", hint: "set HOME or XDG_STATE_HOME")
        }
        guard let token else {
            try? FileManager.default.removeItem(atPath: path)
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw Failure(.cannotCreate, "cannot make \(folder): \(error.localizedDescription)") }
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(token.utf8), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw Failure(.cannotCreate, "cannot write \(path)") }
    }

    private func path(for database: DatabaseLocation) -> String? {
        let name = Data(database.description.utf8).base64EncodedString().replacing("/", with: "_")
        return folder.map { "\($0)/\(name.suffix(200))" }
    }
}
