/// Why a text is no JSON: what is wrong, and at which byte.
public struct JSONMistake: Error, Hashable, Sendable {
    /// What is wrong, without a full stop.
    public let sentence: String
    /// Where, in bytes from the start.
    public let offset: Int
}

extension JSONValue {
    /// The deepest nesting that is read.
    public static let depthLimit = 512

    /// Reads one JSON text by RFC 8259. Whole numbers that fit become `.integer`, all others keep their digits in
    /// `.decimal`; nothing passes through floating point.
    public init(parsing text: [UInt8]) throws(JSONMistake) {
        var parser = JSONParser(text)
        self = try parser.document()
    }

    /// Reads one JSON text.
    public init(parsing text: String) throws(JSONMistake) { try self.init(parsing: Array(text.utf8)) }

    /// The one spelling of a document that its hash is made of: keys in the order of their bytes, no blanks, escapes
    /// only where JSON demands them. A key that is given twice counts with its last value.
    public var canonicalText: String {
        var bytes: [UInt8] = []
        appendCanonical(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendCanonical(to output: inout [UInt8]) {
        switch self {
        case .null, .bool, .integer, .decimal: append(to: &output)
        case .string(let text): JSONValue.appendCanonical(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.appendCanonical(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            let last = Dictionary(members.map { ($0.key, $0.value) }) { $1 }
            let sorted = last.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            output.append(UInt8(ascii: "{"))
            for (index, member) in sorted.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONValue.appendCanonical(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.appendCanonical(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// As Postgres' `to_json` writes a text.
    private static func appendCanonical(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
            case 0x08: output.append(contentsOf: #"\b"#.utf8)
            case 0x0c: output.append(contentsOf: #"\f"#.utf8)
            case 0x0a: output.append(contentsOf: #"\n"#.utf8)
            case 0x0d: output.append(contentsOf: #"\r"#.utf8)
            case 0x09: output.append(contentsOf: #"\t"#.utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                output.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
                output.append(contentsOf: digits.utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

/// Walks over a JSON text once, from left to right.
private struct JSONParser {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func document() throws(JSONMistake) -> JSONValue {
        let value = try value(depth: 0)
        skipBlanks()
        guard position == text.count else { throw mistake("something follows the value") }
        return value
    }

    private func mistake(_ sentence: String) -> JSONMistake { JSONMistake(sentence: sentence, offset: position) }

    private var next: UInt8? { position < text.count ? text[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    private mutating func accept(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSONValue {
        guard depth <= JSONValue.depthLimit else { throw mistake("values are nested too deeply") }
        skipBlanks()
        switch next {
        case nil: throw mistake("the text ends where a value is expected")
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONMistake) -> JSONValue {
        guard text[position...].starts(with: word.utf8) else { throw mistake("this is no value") }
        position += word.utf8.count
        return value
    }

    private mutating func members(depth: Int) throws(JSONMistake) -> [JSONMember] {
        position += 1
        var members: [JSONMember] = []
        skipBlanks()
        if accept("}") { return members }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw mistake("a key in quotes is expected") }
            let key = try string()
            skipBlanks()
            guard accept(":") else { throw mistake("a colon is expected after the key") }
            members.append(JSONMember(key, try value(depth: depth + 1)))
            skipBlanks()
            if accept("}") { return members }
            guard accept(",") else { throw mistake("a comma or } is expected") }
        }
    }

    private mutating func elements(depth: Int) throws(JSONMistake) -> [JSONValue] {
        position += 1
        var elements: [JSONValue] = []
        skipBlanks()
        if accept("]") { return elements }
        while true {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
            if accept("]") { return elements }
            guard accept(",") else { throw mistake("a comma or ] is expected") }
        }
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func number() throws(JSONMistake) -> JSONValue {
        let start = position
        _ = accept("-")
        let isZero = next == UInt8(ascii: "0")
        guard isZero ? accept("0") : digits() else {
            position = start
            throw mistake("this is no value")
        }
        var isWhole = true
        if accept(".") {
            isWhole = false
            guard digits() else { throw mistake("digits are expected after the point") }
        }
        if accept("e") || accept("E") {
            isWhole = false
            _ = accept("+") || accept("-")
            guard digits() else { throw mistake("digits are expected in the exponent") }
        }
        let written = String(decoding: text[start..<position], as: UTF8.self)
        // -0 is not the integer 0: its spelling would change.
        if isWhole, written != "-0", let number = Int64(written) { return .integer(number) }
        return .decimal(written)
    }

    private mutating func string() throws(JSONMistake) -> String {
        position += 1
        var bytes: [UInt8] = []
        let start = position
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    position = start
                    throw mistake("the text is not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &bytes)
            case 0..<0x20:
                position -= 1
                throw mistake("a control character must be escaped")
            default: bytes.append(byte)
            }
        }
        throw mistake("the text ends inside quotes")
    }

    private mutating func escape(into bytes: inout [UInt8]) throws(JSONMistake) {
        guard let byte = next else { throw mistake("the text ends inside quotes") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0c)
        case UInt8(ascii: "n"): bytes.append(0x0a)
        case UInt8(ascii: "r"): bytes.append(0x0d)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"):
            var code = try fourDigits()
            if (0xd800..<0xdc00).contains(code), accept("\\"), accept("u") {
                let low = try fourDigits()
                guard (0xdc00..<0xe000).contains(low) else { throw mistake("half a character is missing") }
                code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw mistake("half a character is missing") }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default: throw mistake("there is no such escape")
        }
    }

    private mutating func fourDigits() throws(JSONMistake) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw mistake("four hexadecimal digits are expected")
            }
            position += 1
            code = code << 4 | UInt32(digit)
        }
        return code
    }
}
