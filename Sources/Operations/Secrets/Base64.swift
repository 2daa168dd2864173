/// Base64 without padding, as PHC strings have it.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                output.append(alphabet[Int(buffer >> bits & 63)])
            }
        }
        if bits > 0 { output.append(alphabet[Int(buffer << (6 - bits) & 63)]) }
        return String(decoding: output, as: UTF8.self)
    }

    /// The bytes of a text; nil when it has other characters. `.` stands for `+` in strings of some libraries.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var output: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for character in text.utf8 where character != UInt8(ascii: "=") {
            let wanted = character == UInt8(ascii: ".") ? UInt8(ascii: "+") : character
            guard let value = alphabet.firstIndex(of: wanted) else { return nil }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                output.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return output
    }
}
