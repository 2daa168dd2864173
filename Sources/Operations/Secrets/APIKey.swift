/// Keys by which a customer's programs ask: shown once, stored as SHA-256 and a prefix.
public enum APIKey {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let mark = "atk_"
    private static let secretLength = 43
    private static let checkLength = 6

    /// A new key: `atk_`, 32 random bytes in base 62, and a check sum by which a mistyped key is known.
    public static func make() -> String {
        let secret = mark + base62(SecureRandom.bytes(32), length: secretLength)
        return secret + check(secret)
    }

    /// Whether a text has the form of one of our keys. Keys that were imported have other forms and work, too.
    public static func isWellFormed(_ key: String) -> Bool {
        guard key.hasPrefix(mark), key.utf8.count == mark.utf8.count + secretLength + checkLength else { return false }
        return key.hasSuffix(check(String(key.dropLast(checkLength))))
    }

    /// What people tell keys apart by: the first eight characters.
    public static func prefix(of key: String) -> String { String(key.prefix(8)) }

    /// What is stored: SHA-256. A key has so much chance in it that no salt is needed.
    static func hash(of key: String) -> [UInt8] { Digest.sha256(Array(key.utf8)) }

    /// A number of many bytes in base 62, with zeros in front.
    private static func base62(_ bytes: [UInt8], length: Int) -> String {
        var number = bytes.map(UInt32.init)
        var digits: [UInt8] = []
        for _ in 0..<length {
            var rest: UInt32 = 0
            for index in number.indices {
                let value = rest << 8 | number[index]
                number[index] = value / 62
                rest = value % 62
            }
            digits.append(alphabet[Int(rest)])
        }
        return String(decoding: digits.reversed(), as: UTF8.self)
    }

    /// CRC-32 of a text in base 62.
    private static func check(_ text: String) -> String {
        var crc: UInt32 = 0xffff_ffff
        for byte in text.utf8 {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
        let sum = ~crc
        return base62((0..<4).map { UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * $0)) }, length: checkLength)
    }
}
