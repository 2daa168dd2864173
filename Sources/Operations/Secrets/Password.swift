import CCrypto
import Foundation

/// Why a password is not accepted.
public enum PasswordFault: Error, Hashable, Sendable {
    /// It has fewer than eight or more than 128 characters.
    case length
    /// It is one of those that everybody tries first.
    case wellKnown

    /// The reason as a sentence without a full stop.
    public var sentence: String {
        switch self {
        case .length: "a password has 8 to 128 characters"
        case .wellKnown: "this password is the first that anybody would try"
        }
    }
}

/// Passwords, kept only as scrypt hashes in PHC strings: `$scrypt$ln=17,r=8,p=1$SALT$HASH`.
public enum Password {
    /// log2 of scrypt's N. One hash takes 128 MiB and about half a second, which is the point.
    private static let cost: UInt64 = 17
    private static let blockSize: UInt64 = 8
    private static let lanes: UInt64 = 1

    /// The passwords of the product's demo data.
    private static let wellKnown: Set<String> = [
        "admin123", "support123", "agent123", "password", "password123", "accountant123", "12345678",
    ]

    /// Refuses a password that is too short, too long or known to everybody.
    public static func check(_ password: String) throws(PasswordFault) {
        let normal = normalized(password)
        guard (8...128).contains(normal.unicodeScalars.count) else { throw .length }
        guard !wellKnown.contains(normal.lowercased()) else { throw .wellKnown }
    }

    /// The PHC string of a password.
    public static func hash(_ password: String) -> String {
        let salt = SecureRandom.bytes(16)
        let key = scrypt(password, salt, cost: cost, blockSize: blockSize, lanes: lanes, length: 32)
        return "$scrypt$ln=\(cost),r=\(blockSize),p=\(lanes)$\(Base64.text(salt))$\(Base64.text(key ?? []))"
    }

    /// What a password is to a stored hash.
    public enum Verdict: Hashable, Sendable {
        /// Another one.
        case wrong
        /// The right one.
        case right
        /// The right one, and its hash is weaker than today's: it is to be made anew.
        case rightAndOutdated
    }

    /// Compares a password with a PHC string of scrypt or PBKDF2.
    public static func verify(_ password: String, against phc: String) -> Verdict {
        guard let stored = PHCString(phc), let key = key(password, stored), !key.isEmpty else {
            return .wrong
        }
        guard Digest.areEqual(key, stored.hash) else { return .wrong }
        let isCurrent =
            stored.name == "scrypt" && stored["ln"] == cost && stored["r"] == blockSize && stored["p"] == lanes
        return isCurrent ? .right : .rightAndOutdated
    }

    /// Spends the time of a comparison, for an account that does not exist.
    public static func verifyNothing(_ password: String) {
        _ = scrypt(
            password, [UInt8](repeating: 0, count: 16), cost: cost, blockSize: blockSize, lanes: lanes, length: 32)
    }

    private static func key(_ password: String, _ stored: PHCString) -> [UInt8]? {
        switch stored.name {
        case "scrypt":
            guard let cost = stored["ln"], let blockSize = stored["r"], let lanes = stored["p"] else { return nil }
            // What a stranger's string may ask for is bounded: a gibibyte and a few seconds.
            guard (1...20).contains(cost), (1...16).contains(blockSize), (1...16).contains(lanes) else { return nil }
            return scrypt(
                password, stored.salt, cost: cost, blockSize: blockSize, lanes: lanes, length: stored.hash.count)
        case "pbkdf2-sha256", "pbkdf2-sha512":
            guard let rounds = stored["i"], (1...10_000_000).contains(rounds) else { return nil }
            return pbkdf2(
                password, stored.salt, rounds: rounds, length: stored.hash.count,
                isLong: stored.name == "pbkdf2-sha512")
        default: return nil
        }
    }

    // MARK: - Key derivation

    private static func normalized(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }

    private static func scrypt(
        _ password: String, _ salt: [UInt8], cost: UInt64, blockSize: UInt64, lanes: UInt64, length: Int
    ) -> [UInt8]? {
        let secret = Array(normalized(password).utf8)
        var key = [UInt8](repeating: 0, count: length)
        let memory = 128 * blockSize * ((1 << cost) + lanes + 2) + (1 << 20)
        let done = secret.withUnsafeBytes { bytes in
            EVP_PBE_scrypt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, salt, salt.count, 1 << cost,
                blockSize, lanes, memory, &key, length)
        }
        return done == 1 ? key : nil
    }

    private static func pbkdf2(
        _ password: String, _ salt: [UInt8], rounds: UInt64, length: Int, isLong: Bool
    ) -> [UInt8]? {
        let secret = Array(normalized(password).utf8)
        var key = [UInt8](repeating: 0, count: length)
        let done = secret.withUnsafeBytes { bytes in
            PKCS5_PBKDF2_HMAC(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), salt, Int32(salt.count),
                Int32(rounds), isLong ? EVP_sha512() : EVP_sha256(), Int32(length), &key)
        }
        return done == 1 ? key : nil
    }
}

/// `$name$parameters$salt$hash`.
private struct PHCString {
    let name: String
    let salt: [UInt8]
    let hash: [UInt8]
    private let parameters: [Substring: UInt64]

    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, let salt = Base64.bytes(parts[3]), let hash = Base64.bytes(parts[4]),
            (16...128).contains(hash.count)
        else { return nil }
        name = String(parts[1])
        self.salt = salt
        self.hash = hash
        var parameters: [Substring: UInt64] = [:]
        for part in parts[2].split(separator: ",") {
            let pair = part.split(separator: "=")
            guard let value = pair.last.flatMap({ UInt64($0) }) else { return nil }
            // PBKDF2 strings of some libraries have the bare number of rounds.
            parameters[pair.count == 2 ? pair[0] : "i"] = value
        }
        self.parameters = parameters
    }

    subscript(_ name: Substring) -> UInt64? { parameters[name] }
}
