import Glibc

/// The line in which the writers of one file stand, across processes: SQLite's own waiting is not fair, and a writer
/// that comes late and often can hold up all others.
///
/// A file of its own is locked, never the database: closing any handle of that would drop SQLite's locks.
final class WriterQueue: Sendable {
    private let path: String

    init(path: String) { self.path = path }

    /// Waits for its turn, runs the body, and lets the next one in.
    func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else {
            throw DatabaseError(
                .inputOutput, "cannot open the lock file \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw DatabaseError(.inputOutput, "cannot lock \(path): \(String(cString: strerror(errno)))")
            }
        }
        return try body()
    }
}
