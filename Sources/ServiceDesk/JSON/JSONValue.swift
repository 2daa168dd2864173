/// A JSON document whose objects keep their order: what is written is byte for byte what was put together.
///
/// Numbers are whole or exact decimal text; nothing passes through floating point. Amounts are strings with two
/// decimals (`COMMANDS`).
public indirect enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number as its exact decimal text; the text must be a number in JSON's grammar.
    case decimal(String)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Keys with values, in the order in which they are written.
    case object([JSONMember])

    /// An object of the given members.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { JSONMember($0.key, $0.value) })
    }

    /// A whole number.
    public static func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }

    /// A whole number, or `null`.
    public static func count(orNull number: Int?) -> JSONValue { number.map(JSONValue.count) ?? .null }

    /// A text, or `null`.
    public static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// An instant as RFC 3339, or `null`.
    public static func instant(_ instant: Instant?) -> JSONValue { text(instant?.rfc3339) }

    /// A date as `YYYY-MM-DD`, or `null`.
    public static func date(_ date: LocalDate?) -> JSONValue { text(date?.iso) }

    /// An amount as a string with two decimals, or `null`.
    public static func amount(_ amount: Paise?) -> JSONValue { text(amount?.decimal) }

    /// A length of time in seconds, or `null`.
    public static func seconds(_ span: TimeSpan?) -> JSONValue {
        guard let span else { return .null }
        guard span.microseconds % 1_000_000 != 0 else { return .integer(span.wholeSeconds) }
        var buffer = ByteBuffer(capacity: 32)
        buffer.append(seconds: span)
        return .decimal(buffer.text)
    }
}

/// A key of an object with its value.
public struct JSONMember: Hashable, Sendable {
    /// The key, in snake case.
    public let key: String
    /// Its value.
    public let value: JSONValue

    /// A key with its value.
    public init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Values in order.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Keys with values, in the order of the source text.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONMember($0.0, $0.1) })
    }
}

// MARK: - Bytes

extension JSONValue {
    /// How a document is laid out.
    public enum Layout: Sendable {
        /// On one line, as `jsonl` wants it.
        case compact
        /// A member or element a line, indented by two blanks.
        case indented
    }

    /// Appends the document's bytes, without a line end.
    public func append(to output: inout [UInt8], layout: Layout = .compact, depth: Int = 0) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let number): output.append(contentsOf: String(number).utf8)
        case .decimal(let text): output.append(contentsOf: text.utf8)
        case .string(let text): JSONValue.append(quoted: text, to: &output)
        case .array(let elements) where layout == .indented && !elements.contains(where: \.isContainer):
            // Arrays of plain values stay on a line: a series of thirteen months reads better so.
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(contentsOf: ", ".utf8) }
                element.append(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .array(let elements):
            JSONValue.append(elements, between: "[", and: "]", to: &output, layout, depth) { element, output in
                element.append(to: &output, layout: layout, depth: depth + 1)
            }
        case .object(let members):
            JSONValue.append(members, between: "{", and: "}", to: &output, layout, depth) { member, output in
                JSONValue.append(quoted: member.key, to: &output)
                output.append(contentsOf: (layout == .compact ? ":" : ": ").utf8)
                member.value.append(to: &output, layout: layout, depth: depth + 1)
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element], between open: Unicode.Scalar, and close: Unicode.Scalar, to output: inout [UInt8],
        _ layout: Layout, _ depth: Int, _ body: (Element, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if layout == .indented { appendLineStart(depth + 1, to: &output) }
            body(element, &output)
        }
        if layout == .indented && !elements.isEmpty { appendLineStart(depth, to: &output) }
        output.append(UInt8(ascii: close))
    }

    private static func appendLineStart(_ depth: Int, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    /// Appends a text in quotes. What must be escaped is; so are the characters that would move a terminal's cursor
    /// or turn its text around, for JSON is read by people too and the escape changes no value.
    public static func append(quoted text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output.append(contentsOf: "\\\"".utf8)
            case "\\": output.append(contentsOf: "\\\\".utf8)
            case "\n": output.append(contentsOf: "\\n".utf8)
            case "\r": output.append(contentsOf: "\\r".utf8)
            case "\t": output.append(contentsOf: "\\t".utf8)
            default:
                if VisibleText.mustEscape(scalar) {
                    output.append(contentsOf: VisibleText.escape(scalar).utf8)
                } else {
                    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private var isContainer: Bool {
        switch self {
        case .array(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        default: false
        }
    }

    /// The bytes of a document as a file holds it: a member or element a line, ending in a line feed.
    public var documentBytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, layout: .indented)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The value of a key of an object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The document on one line.
    public var compactText: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
