import Glibc
import Synchronization

/// The temporary files of this process, for the moment when it is interrupted.
public enum TemporaryFiles {
    private static let paths = Mutex<Set<String>>([])

    static func remember(_ path: String) { paths.withLock { _ = $0.insert(path) } }

    static func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }

    /// Removes all of them: the process is about to end and nothing of them will be published.
    public static func removeAll() {
        paths.withLock { remaining in
            for path in remaining { unlink(path) }
            remaining.removeAll()
        }
    }
}
