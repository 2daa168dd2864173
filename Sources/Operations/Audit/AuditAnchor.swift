import Glibc

/// A witness outside the database: how far the log went and its last hash, signed with a key that only its owner reads.
/// Whoever cuts the end of the log off, or writes it anew, cannot write the anchor anew without the key.
public struct AuditAnchor: Sendable {
    /// The anchor's file.
    public let path: String
    /// The key's file, which nobody else may read.
    public let keyPath: String

    /// The anchor at a path; the key lies beside it.
    public init(path: String) {
        self.path = path
        keyPath = path + ".key"
    }

    /// What an anchor says.
    struct Witness {
        let seq: Int64
        let hash: [UInt8]
        /// Whether it was written with the key.
        let isGenuine: Bool
    }

    /// Whether there is a key to sign with.
    public var hasKey: Bool { access(keyPath, F_OK) == 0 }

    /// Makes the key, unless there is one.
    public func makeKey() throws {
        let descriptor = open(keyPath, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor < 0 && errno == EEXIST { return }
        guard descriptor >= 0 else { throw PublishError(path: keyPath, code: errno) }
        defer { close(descriptor) }
        let text = Array((hexadecimal(SecureRandom.bytes(32)) + "\n").utf8)
        try FileDescriptor.write(text.span, to: descriptor, path: keyPath)
        guard fsync(descriptor) == 0 else { throw PublishError(path: keyPath, code: errno) }
    }

    /// Moves the anchor to the present end of the log. The log may be longer than its anchor, so this comes after the
    /// commit.
    public func advance(to database: any Database) throws {
        let head = try database.read { try AuditChain.head(in: $0) }
        if let old = try read(), old.isGenuine, old.seq >= head.seq { return }
        let line = AuditAnchor.line(head.seq, head.hash)
        let signature = hexadecimal(Digest.hmac(Array(line.utf8), key: try key()))
        let file = try StagedFile(path: path)
        try file.write(Array((line + " " + signature + "\n").utf8).span)
        try file.publish()
    }

    /// The anchor; nil when there is none.
    func read() throws -> Witness? {
        guard let text = try AuditAnchor.text(of: path) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 4, let seq = Int64(words[1]), let hash = bytes(ofHexadecimal: words[2]),
            let signature = bytes(ofHexadecimal: words[3])
        else { return Witness(seq: 0, hash: [], isGenuine: false) }
        let expected = Digest.hmac(Array(AuditAnchor.line(seq, hash).utf8), key: try key())
        return Witness(seq: seq, hash: hash, isGenuine: Digest.areEqual(signature, expected))
    }

    private static func line(_ seq: Int64, _ hash: [UInt8]) -> String { "anchor/1 \(seq) \(hexadecimal(hash))" }

    private func key() throws -> [UInt8] {
        var status = stat()
        guard stat(keyPath, &status) == 0 else { throw PublishError(path: keyPath, code: errno) }
        guard status.st_mode & 0o077 == 0 else {
            throw DatabaseError(
                .denied, "others may read the key \(keyPath)", hint: "chmod 600 \(keyPath), and find out who did")
        }
        guard let text = try AuditAnchor.text(of: keyPath), let key = bytes(ofHexadecimal: text.prefix(64)),
            key.count == 32
        else { throw DatabaseError(.notOurs, "\(keyPath) holds no key") }
        return key
    }

    /// The text of a small file; nil when it is not there.
    private static func text(of path: String) throws -> String? {
        guard let file = fopen(path, "rbe") else {
            if errno == ENOENT { return nil }
            throw PublishError(path: path, code: errno)
        }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}
