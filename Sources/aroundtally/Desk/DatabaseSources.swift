import Foundation
import Ingest
import Operations
import ServiceDesk

/// The sources of a command: databases become the text of a dump while they are read, all others are read by their
/// path.
final class DatabaseSources {
    /// What the readers get.
    private(set) var sources: [IngestSource] = []
    private var readers: [DatabaseReader] = []

    /// Opens the databases among the sources; each is read as it is at this moment.
    init(_ names: [String], _ session: Session) throws {
        for name in names {
            guard let location = DatabaseSources.location(name, session) else {
                sources.append(.path(name))
                continue
            }
            let text = try DatabaseText(of: location)
            let reader = DatabaseReader(text)
            readers.append(reader)
            let shown = DatabaseLocation.isServer(name) ? location.description : name
            sources.append(.stream(name: shown, kind: text.kind, reader: reader))
        }
    }

    /// Why a database could not be read to its end, which the readers of the text cannot know.
    var failure: (any Error)? { readers.lazy.compactMap(\.failure).first }

    private static func location(_ name: String, _ session: Session) -> DatabaseLocation? {
        if DatabaseLocation.isServer(name) { return .server(name) }
        let path = session.surroundings.absolute(name)
        return name != "-" && DatabaseLocation.isDatabaseFile(path) ? .file(path) : nil
    }
}

/// Hands the text of a database to the readers of dumps.
private final class DatabaseReader: ByteReader {
    private let text: DatabaseText
    private(set) var failure: (any Error)?

    init(_ text: DatabaseText) { self.text = text }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        do { return try text.read(into: buffer, capacity: capacity) } catch {
            failure = error
            throw IngestError(.unreadableDevice, "the database could not be read to its end")
        }
    }
}
