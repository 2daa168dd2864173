import Glibc
public import ServiceDesk

/// An output that is being written. Until `publish()` it lies under another name in the same folder, so whoever reads
/// the path sees the old file or the new one, never a part.
///
/// What is no regular file (`/dev/stdout`, a pipe, a terminal) cannot be replaced and is written to directly.
public final class StagedFile: ByteSink {
    /// Where the output will be.
    public let path: String
    /// Where its bytes are until then; nil when they go to the path directly.
    let temporaryPath: String?
    private let descriptor: FileDescriptor
    private var isFinished = false

    /// Creates the file under a temporary name.
    public init(path: String) throws(PublishError) {
        let target = StagedFile.target(of: path)
        switch target.kind {
        case .folder: throw PublishError(kind: .cannotCreate, path: path, reason: "Is a directory")
        case .special:
            self.path = target.path
            temporaryPath = nil
            descriptor = try FileDescriptor(opening: target.path, flags: O_WRONLY)
        case .absent, .file:
            self.path = target.path
            let created = try StagedFile.create(beside: target.path)
            temporaryPath = created.path
            descriptor = created
            if let mode = target.mode { _ = fchmod(descriptor.number, mode) }
        }
    }

    deinit { discard() }

    /// The path by which a library that opens files itself writes the output's bytes.
    public var stagingPath: String { temporaryPath ?? path }

    /// Appends bytes.
    public func write(_ bytes: Span<UInt8>) throws { try descriptor.write(bytes) }

    /// Waits until the bytes are on the disk.
    func sync() throws(PublishError) {
        if temporaryPath != nil { try descriptor.sync() }
    }

    /// Gives the file its name.
    func rename() throws(PublishError) {
        guard let temporaryPath, !isFinished else { return }
        if Glibc.rename(temporaryPath, path) != 0 { throw PublishError(path: path, code: errno) }
        isFinished = true
        TemporaryFiles.forget(temporaryPath)
    }

    /// Puts the output in place: on the disk, then under its name, then the name on the disk.
    public func publish() throws(PublishError) { try Publication.publish([self]) }

    /// Removes what was written, unless it was published.
    public func discard() {
        guard let temporaryPath, !isFinished else { return }
        isFinished = true
        unlink(temporaryPath)
        TemporaryFiles.forget(temporaryPath)
    }

    /// The folder in which it lies.
    var folder: String { StagedFile.folder(of: path) }

    // MARK: - Names

    private enum TargetKind { case absent, file, folder, special }

    /// What stands at the path, and where a link there leads to: a rename would replace the link itself.
    private static func target(of path: String) -> (path: String, kind: TargetKind, mode: mode_t?) {
        var status = stat()
        guard stat(path, &status) == 0 else { return (path, .absent, nil) }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            guard let resolved = realpath(path, nil) else { return (path, .file, status.st_mode & 0o7777) }
            defer { free(resolved) }
            return (String(cString: resolved), .file, status.st_mode & 0o7777)
        case S_IFDIR: return (path, .folder, nil)
        default: return (path, .special, nil)
        }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func create(beside path: String) throws(PublishError) -> FileDescriptor {
        let name = path.split(separator: "/").last.map(String.init) ?? "output"
        // Long names must leave room for the suffix.
        let stem = "\(folder(of: path))/.\(String(decoding: name.utf8.prefix(200), as: UTF8.self))"
        var attempt = 0
        while true {
            let temporary = "\(stem).tmp-\(getpid())-\(attempt)"
            do {
                let created = try FileDescriptor(
                    opening: temporary, flags: O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode: 0o666)
                TemporaryFiles.remember(temporary)
                return created
            } catch {
                guard error.kind == .cannotCreate, access(temporary, F_OK) == 0, attempt < 1000 else {
                    throw PublishError(kind: error.kind, path: path, reason: error.reason)
                }
                attempt += 1
            }
        }
    }
}
