/// A JSON value whose objects keep the order of their keys, so that equal values have equal bytes.
public enum JSONValue: Hashable, Sendable {
    /// null.
    case null
    /// true or false.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A number; one that is not finite is written as null.
    case number(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object; keys in the order in which they are written.
    case object([Member])

    /// A key and its value.
    public struct Member: Hashable, Sendable {
        /// The key, in snake case.
        public var key: String
        /// The value.
        public var value: JSONValue

        /// A key and its value.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// An optional string; nil is null.
    public static func string(orNull text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// An optional whole number; nil is null.
    public static func int(orNull number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

    /// The value of a key of an object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// An object, with its keys in the order of the literal.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
