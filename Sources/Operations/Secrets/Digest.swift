import CCrypto

/// SHA-256 and what is made of it.
enum Digest {
    /// How many bytes a digest has.
    static let size = 32

    /// SHA-256 of bytes.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: size)
        EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
        return digest
    }

    /// HMAC-SHA-256 of bytes under a key.
    static func hmac(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: size)
        var length = UInt32(size)
        _ = HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &digest, &length)
        return digest
    }

    /// Whether two secrets are the same, in a time that does not tell where they differ. The only place where secrets
    /// are compared.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
