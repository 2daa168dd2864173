import Glibc

/// Why an output could not be put in place.
public struct PublishError: Error, Hashable, Sendable {
    /// What went wrong, as far as a caller acts on it.
    public enum Kind: Hashable, Sendable {
        /// The output cannot be created there: no such folder, no permission, a folder in its place.
        case cannotCreate
        /// The output could not be written: the disk is full or failed.
        case inputOutput
        /// Nobody reads the pipe any more.
        case closedPipe
    }

    /// What went wrong.
    public let kind: Kind
    /// The output's path.
    public let path: String
    /// The operating system's words.
    public let reason: String

    /// A failure with words of its own.
    public init(kind: Kind, path: String, reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }

    /// The failure that the operating system's error number stands for.
    public init(path: String, code: Int32) {
        self.path = path
        reason = String(cString: strerror(code))
        switch code {
        case EPIPE: kind = .closedPipe
        case ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, EROFS, ENAMETOOLONG, ELOOP, EEXIST, ETXTBSY, ENXIO:
            kind = .cannotCreate
        default: kind = .inputOutput
        }
    }
}
