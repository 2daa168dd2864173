import CCrypto
import GRDB
import Glibc
import ServiceDesk

/// A copy of the engine's file, made while others write.
public struct Backup: Sendable {
    /// Where it is.
    public let path: String
    /// How many bytes it has.
    public let bytes: Int64
    /// SHA-256 of its bytes, in hexadecimal digits.
    public let sha256: String
    /// What a look at its audit log found.
    public let audit: AuditReport

    /// Copies the database of one moment to a file, which appears whole or not at all. Before it gets its name the copy
    /// is opened, checked and hashed.
    /// - Throws: `DatabaseError`, `PublishError`.
    public static func make(of location: DatabaseLocation, to path: String) throws -> Backup {
        guard case .file(let source) = location else {
            throw DatabaseError(
                .denied, "a server is not copied by this program", hint: "pg_dump makes a backup of a server")
        }
        let file = try StagedFile(path: path)
        defer { for suffix in ["-wal", "-shm", "-journal"] { unlink(file.stagingPath + suffix) } }
        try SQLiteDatabase(reading: source).copy(to: file.stagingPath)
        let report = try check(file.stagingPath)
        let (bytes, digest) = try hash(file.stagingPath)
        try file.publish()
        return Backup(path: path, bytes: bytes, sha256: digest, audit: report)
    }

    private static func check(_ path: String) throws -> AuditReport {
        let copy = try SQLiteDatabase(reading: path)
        return try copy.read { session in
            let verdict = try session.row("SELECT integrity_check FROM pragma_integrity_check")?.text("integrity_check")
            guard verdict == "ok" else {
                throw DatabaseError(.inputOutput, "the copy is damaged, and so may the database be")
            }
            return try AuditLog.verify(session, anchor: nil)
        }
    }

    private static func hash(_ path: String) throws -> (bytes: Int64, digest: String) {
        guard let file = fopen(path, "rbe"), let context = EVP_MD_CTX_new() else {
            throw PublishError(path: path, code: errno)
        }
        defer {
            fclose(file)
            EVP_MD_CTX_free(context)
        }
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var total: Int64 = 0
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            EVP_DigestUpdate(context, buffer, count)
            total += Int64(count)
        }
        guard ferror(file) == 0 else { throw PublishError(path: path, code: EIO) }
        var digest = [UInt8](repeating: 0, count: Digest.size)
        EVP_DigestFinal_ex(context, &digest, nil)
        return (total, hexadecimal(digest))
    }
}
