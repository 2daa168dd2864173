import Operations
import ServiceDesk

/// Where a command's data goes: standard output, or a file that appears whole at the end.
struct OutputStream: ByteSink {
    private let file: StagedFile?

    /// Standard output for no path and for `-`.
    init(path: String?, _ surroundings: Surroundings) throws(PublishError) {
        if let path, path != "-" {
            file = try StagedFile(path: surroundings.absolute(path))
        } else {
            file = nil
        }
    }

    func write(_ bytes: Span<UInt8>) throws {
        if let file { try file.write(bytes) } else { try StandardStream.output.write(bytes) }
    }

    /// Puts the file in place; without this it is removed.
    func finish() throws { try file?.publish() }
}
