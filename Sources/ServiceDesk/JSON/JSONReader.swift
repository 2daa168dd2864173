/// Why a text is no JSON, and at which byte.
public struct JSONMistake: Error, Hashable, Sendable {
    /// The byte at which reading stopped, from 0.
    public let offset: Int
    /// What is wrong, as a sentence without a full stop.
    public let sentence: String
}

/// Reads a JSON document into a value, strictly by RFC 8259. Numbers stay exact: whole ones as integers where they fit,
/// all others as their text. Of a repeated key the last value counts.
///
///     try JSONReader.read(#"{"title": "GST fails"}"#)["title"]    // "GST fails"
public struct JSONReader {
    /// How deep arrays and objects may lie in each other (`RELIABILITY`, limits).
    static let maximumDepth = 512

    private let bytes: [UInt8]
    private var position = 0

    /// Reads a text.
    public static func read(_ text: String) throws(JSONMistake) -> JSONValue { try read(Array(text.utf8)) }

    /// Reads the bytes of a text.
    public static func read(_ bytes: [UInt8]) throws(JSONMistake) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        reader.skipBlanks()
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        if reader.position < bytes.count { throw reader.mistake("something follows the value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func mistake(_ sentence: String) -> JSONMistake { JSONMistake(offset: position, sentence: sentence) }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { position += 1 }
    }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSONValue {
        guard depth < JSONReader.maximumDepth else { throw mistake("nested too deeply") }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw mistake("the text ends where a value should begin")
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONMistake) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw mistake("not a value") }
        position += word.utf8.count
        return value
    }

    // MARK: - Containers

    private mutating func object(depth: Int) throws(JSONMistake) -> JSONValue {
        var members: [JSONMember] = []
        var places: [String: Int] = [:]
        position += 1
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw mistake("expected a key in quotes") }
            let key = try string()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw mistake("expected a colon after the key") }
            skipBlanks()
            let member = JSONMember(key, try value(depth: depth + 1))
            if let place = places[key] {
                members[place] = member
            } else {
                places[key] = members.count
                members.append(member)
            }
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw mistake("expected a comma or the end of the object") }
        }
    }

    private mutating func array(depth: Int) throws(JSONMistake) -> JSONValue {
        var elements: [JSONValue] = []
        position += 1
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array([]) }
        while true {
            skipBlanks()
            elements.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw mistake("expected a comma or the end of the array") }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    // MARK: - Numbers

    private mutating func number() throws(JSONMistake) -> JSONValue {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let whole = digits()
        guard whole > 0 else { throw mistake("not a value") }
        if whole > 1, bytes[start + (isNegative ? 1 : 0)] == UInt8(ascii: "0") {
            throw mistake("a number starts with a zero")
        }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard digits() > 0 else { throw mistake("a number ends with its point") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw mistake("a number lacks its exponent") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return isWhole ? Int64(text).map(JSONValue.integer) ?? .decimal(text) : .decimal(text)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    // MARK: - Texts

    private mutating func string() throws(JSONMistake) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw mistake("not UTF-8") }
                position += 1
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw mistake("a control character stands in a text; write it as an escape")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw mistake("a text has no end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONMistake) {
        position += 1
        guard let letter = next else { throw mistake("a text has no end") }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0c)
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw mistake("no such escape")
        }
    }

    /// The character of a `\u` escape, or of two that belong together.
    private mutating func scalar() throws(JSONMistake) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xd800..<0xdc00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw mistake("half a character")
        }
        let second = try codeUnit()
        let value = 0x10000 + ((first & 0x3ff) << 10 | (second & 0x3ff))
        guard (0xdc00..<0xe000).contains(second), let scalar = Unicode.Scalar(value) else {
            throw mistake("half a character")
        }
        return scalar
    }

    private mutating func codeUnit() throws(JSONMistake) -> UInt32 {
        guard position + 4 <= bytes.count,
            bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw mistake("an escape lacks its four digits") }
        position += 4
        return value
    }
}
