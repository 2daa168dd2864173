import Glibc

/// An open file that is closed exactly once.
struct FileDescriptor: ~Copyable {
    let number: Int32
    let path: String

    init(opening path: String, flags: Int32, mode: mode_t = 0) throws(PublishError) {
        self.path = path
        number = try FileDescriptor.retrying(path) { open(path, flags | O_CLOEXEC, mode) }
    }

    deinit { close(number) }

    /// Writes all bytes, however many calls that takes.
    borrowing func write(_ bytes: Span<UInt8>) throws(PublishError) {
        try FileDescriptor.write(bytes, to: number, path: path)
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: Span<UInt8>, to number: Int32, path: String) throws(PublishError) {
        let total = bytes.count
        var written = 0
        while written < total {
            let from = written
            written += try retrying(path) {
                bytes.withUnsafeBytes { buffer in
                    let rest = UnsafeRawBufferPointer(rebasing: buffer[from...])
                    return Glibc.write(number, rest.baseAddress, rest.count)
                }
            }
        }
    }

    /// Waits until the bytes are on the disk. A failure is final: what a second call says is not to be trusted.
    borrowing func sync() throws(PublishError) {
        if fsync(number) != 0 { throw PublishError(path: path, code: errno) }
    }

    /// Waits until the names in a folder are on the disk, where the file system can do that.
    static func syncFolder(_ path: String) throws(PublishError) {
        let folder = try FileDescriptor(opening: path, flags: O_RDONLY | O_DIRECTORY)
        if fsync(folder.number) != 0, errno != EINVAL, errno != ENOTSUP {
            throw PublishError(path: path, code: errno)
        }
    }

    /// Calls again when a signal came between; throws what the operating system says otherwise.
    private static func retrying<Result: FixedWidthInteger>(
        _ path: String, _ call: () -> Result
    ) throws(PublishError) -> Result {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw PublishError(path: path, code: errno) }
        }
    }
}
