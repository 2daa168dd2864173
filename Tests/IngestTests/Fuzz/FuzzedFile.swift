import Glibc
import Ingest

/// Bytes as a file without a name, in memory where there is a place for such.
final class MemoryFile {
    private let descriptor: Int32

    init?(_ bytes: [UInt8]) {
        let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        // mkstemp wants six letters that it replaces.
        var name = Array("\(folder)/input-\(String(repeating: "X", count: 6))".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0, unlink(name) == 0, write(descriptor, bytes, bytes.count) == bytes.count else {
            return nil
        }
    }

    deinit { close(descriptor) }

    /// What it goes by; whoever opens it begins at its start.
    var path: String { "/proc/self/fd/\(descriptor)" }
}

/// A file of arbitrary bytes: it is read or refused, and the size of the windows makes no difference.
struct FuzzedFile {
    private let bytes: [UInt8]
    private let table: String?

    init(_ bytes: [UInt8], table: String? = nil) {
        self.bytes = bytes
        self.table = table
    }

    func complaint() -> String? {
        guard let file = MemoryFile(bytes) else { return "no memory for the file" }
        let source = table.map { "\($0)=\(file.path)" } ?? file.path
        let (whole, pieces) = (
            FuzzedFile.outcome(source, windowBytes: 1 << 16), FuzzedFile.outcome(source, windowBytes: 61)
        )
        return whole == pieces ? nil : "in one window:\n\(whole)\nin small ones:\n\(pieces)"
    }

    private static func outcome(_ source: String, windowBytes: Int) -> String {
        var options = IngestOptions()
        options.threads = 1
        options.windowBytes = windowBytes
        options.keepsTitles = true
        do {
            return DatasetText.of(try Ingest.read(sources: [.path(source)], options: options))
        } catch {
            return "exit \(error.exitCode)"
        }
    }
}
