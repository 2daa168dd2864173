/// Writes JSON bytes. The bytes depend on the value alone.
public struct JSONWriter {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    private let indents: Bool

    /// A writer that puts each member on its own line, or everything on one.
    public init(indents: Bool = true) { self.indents = indents }

    /// The bytes of a value, ending in a line feed.
    public static func bytes(of value: JSONValue, indents: Bool = true) -> [UInt8] {
        var writer = JSONWriter(indents: indents)
        writer.write(value)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    /// Writes a value.
    public mutating func write(_ value: JSONValue) { write(value, depth: 0) }

    private mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: raw("null")
        case .bool(let bool): raw(bool ? "true" : "false")
        case .int(let number): raw(String(number))
        case .number(let number): raw(JSONWriter.text(of: number))
        case .string(let text): write(string: text)
        case .array(let values): write(array: values, depth: depth)
        case .object(let members): write(object: members, depth: depth)
        }
    }

    private mutating func write(array values: [JSONValue], depth: Int) {
        guard !values.isEmpty else { return raw("[]") }
        // Arrays of plain values stay on a line: a series of thirteen months reads better so.
        let breaks = indents && values.contains { $0.isContainer }
        raw("[")
        for (index, value) in values.enumerated() {
            if index > 0 { raw(breaks || !indents ? "," : ", ") }
            if breaks { line(depth + 1) }
            write(value, depth: depth + 1)
        }
        if breaks { line(depth) }
        raw("]")
    }

    private mutating func write(object members: [JSONValue.Member], depth: Int) {
        guard !members.isEmpty else { return raw("{}") }
        raw("{")
        for (index, member) in members.enumerated() {
            if index > 0 { raw(",") }
            if indents { line(depth + 1) }
            write(string: member.key)
            raw(indents ? ": " : ":")
            write(member.value, depth: depth + 1)
        }
        if indents { line(depth) }
        raw("}")
    }

    private mutating func line(_ depth: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Escapes quotes, backslashes, controls, and the characters that end a script element or turn text around.
    private mutating func write(string: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: raw("\\\"")
            case 0x5c: raw("\\\\")
            case 0x0a: raw("\\n")
            case 0x0d: raw("\\r")
            case 0x09: raw("\\t")
            case 0...0x1f, 0x3c, 0x7f...0x9f, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: escape(scalar.value)
            case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ value: UInt32) {
        let hex = String(value, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
    }

    /// The shortest text that reads back as the same number; whole numbers without a fraction.
    private static func text(of number: Double) -> String {
        guard number.isFinite else { return "null" }
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
        return "\(number)"
    }
}

extension JSONValue {
    fileprivate var isContainer: Bool {
        switch self {
        case .array(let values): !values.isEmpty
        case .object(let members): !members.isEmpty
        default: false
        }
    }
}
