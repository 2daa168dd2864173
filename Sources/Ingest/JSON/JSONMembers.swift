import CMasks
import Glibc

/// The members of an object that some rule reads; all others are only checked.
enum MemberKey: Int, CaseIterable {
    case to, newStatus, new, from, oldStatus, old, priority, amount, assignedAt, sla

    var name: StaticString {
        switch self {
        case .to: "to"
        case .newStatus: "new_status"
        case .new: "new"
        case .from: "from"
        case .oldStatus: "old_status"
        case .old: "old"
        case .priority: "priority"
        case .amount: "amount"
        case .assignedAt: "assigned_at"
        case .sla: "sla"
        }
    }

    /// The key of a member's name.
    @inline(__always)
    static func of(_ name: Field) -> MemberKey? {
        switch name.count {
        case 2: name.start[0] == 0x74 && name.start[1] == 0x6f ? .to : nil
        case 3:
            switch FastValues.load4(name.start) & 0xff_ffff {
            case 0x77_656e: .new
            case 0x64_6c6f: .old
            case 0x61_6c73: .sla
            default: nil
            }
        case 4: FastValues.load4(name.start) == 0x6d6f_7266 ? .from : nil
        case 6: name.equals("amount") ? .amount : nil
        case 8: name.equals("priority") ? .priority : nil
        case 10: name.equals("new_status") ? .newStatus : name.equals("old_status") ? .oldStatus : nil
        case 11: name.equals("assigned_at") ? .assignedAt : nil
        default: nil
        }
    }
}

/// A set of member keys.
struct MemberSet: OptionSet {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    @inline(__always)
    init(_ key: MemberKey) { rawValue = 1 << UInt16(key.rawValue) }
}

/// What the members of one object are. Of several with one name the last counts, as in `jsonb`.
struct JSONMembers: ~Copyable {
    /// The text of members that are strings or numbers, and the source of those that are objects.
    private let fields: UnsafeMutablePointer<Field>
    private(set) var strings = MemberSet(rawValue: 0)
    private(set) var nulls = MemberSet(rawValue: 0)
    private(set) var numbers = MemberSet(rawValue: 0)
    private(set) var objects = MemberSet(rawValue: 0)
    private(set) var others = MemberSet(rawValue: 0)

    enum Kind { case string, null, number, object, other }

    init() {
        fields = .allocate(capacity: MemberKey.allCases.count)
    }

    deinit { fields.deallocate() }

    @inline(__always)
    mutating func clear() {
        strings = MemberSet(rawValue: 0)
        nulls = MemberSet(rawValue: 0)
        numbers = MemberSet(rawValue: 0)
        objects = MemberSet(rawValue: 0)
        others = MemberSet(rawValue: 0)
    }

    @inline(__always)
    mutating func set(_ key: MemberKey, _ kind: Kind, _ field: Field) {
        let bit = MemberSet(key)
        strings.subtract(bit)
        nulls.subtract(bit)
        numbers.subtract(bit)
        objects.subtract(bit)
        others.subtract(bit)
        switch kind {
        case .string: strings.formUnion(bit)
        case .null: nulls.formUnion(bit)
        case .number: numbers.formUnion(bit)
        case .object: objects.formUnion(bit)
        case .other: others.formUnion(bit)
        }
        (fields + key.rawValue).initialize(to: field)
    }

    /// The text of a string.
    @inline(__always)
    func string(_ key: MemberKey) -> Field? { strings.contains(MemberSet(key)) ? fields[key.rawValue] : nil }

    @inline(__always)
    func isNull(_ key: MemberKey) -> Bool { nulls.contains(MemberSet(key)) }

    func number(_ key: MemberKey) -> Field? { numbers.contains(MemberSet(key)) ? fields[key.rawValue] : nil }

    func object(_ key: MemberKey) -> Field? { objects.contains(MemberSet(key)) ? fields[key.rawValue] : nil }

    func isOther(_ key: MemberKey) -> Bool { others.contains(MemberSet(key)) || objects.contains(MemberSet(key)) }

    /// Reads an object whose names and strings have no escapes and whose other members are plain words: all that the
    /// app writes. Where the object ends, or nil when it is another kind of thing: then `JSONReader` decides.
    ///
    /// A quote is `quote` bytes wide: two inside of a quoted CSV field, where each stands doubled.
    @inline(__always)
    mutating func readFlat(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, quote: Int = 1
    ) -> UnsafePointer<UInt8>? {
        clear()
        guard start < end, start[0] == 0x7b else { return nil }
        var position = start + 1
        if position < end, position[0] == 0x7d { return position + 1 }
        while true {
            guard JSONMembers.isQuote(position, end, quote) else { return nil }
            let name = position + quote
            guard let nameEnd = JSONMembers.stringEnd(name, end, quote) else { return nil }
            position = nameEnd + quote
            guard position + 1 < end, position[0] == 0x3a else { return nil }
            position += position[1] == 0x20 ? 2 : 1
            guard position < end else { return nil }
            let key = MemberKey.of(Field(start: name, count: nameEnd - name))
            if JSONMembers.isQuote(position, end, quote) {
                let text = position + quote
                guard let textEnd = JSONMembers.stringEnd(text, end, quote) else { return nil }
                if let key { set(key, .string, Field(start: text, count: textEnd - text)) }
                position = textEnd + quote
            } else {
                guard let next = plainValue(position, end, key) else { return nil }
                position = next
            }
            guard position < end else { return nil }
            if position[0] == 0x7d { return position + 1 }
            guard position[0] == 0x2c, position + 1 < end else { return nil }
            position += position[1] == 0x20 ? 2 : 1
        }
    }

    @inline(__always)
    private static func isQuote(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ quote: Int) -> Bool {
        position + quote <= end && position[0] == 0x22 && (quote == 1 || position[1] == 0x22)
    }

    /// The quote that ends a string without escapes.
    @inline(__always)
    private static func stringEnd(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ quote: Int
    ) -> UnsafePointer<UInt8>? {
        var position = start
        while position < end {
            let mask = masks_json16(position)
            if mask != 0 {
                let found = position + mask.trailingZeroBitCount
                return isQuote(found, end, quote) ? found : nil
            }
            position += 16
        }
        return nil
    }

    /// A null, a boolean or a number, up to a comma or a brace.
    private mutating func plainValue(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ key: MemberKey?
    ) -> UnsafePointer<UInt8>? {
        var stop = start
        while stop < end, stop[0] != 0x2c, stop[0] != 0x7d { stop += 1 }
        let word = Field(start: start, count: stop - start)
        let kind: Kind
        if word.equals("null") {
            kind = .null
        } else if word.equals("true") || word.equals("false") {
            kind = .other
        } else if JSONReader.numberEnd(start, stop) == stop {
            kind = .number
        } else {
            return nil
        }
        if let key { set(key, kind, word) }
        return stop
    }
}

/// Reads JSON of any shape by the letter of RFC 8259, as `jsonb` accepts it.
struct JSONReader: ~Copyable {
    private var position: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let depthLimit: Int
    /// Where decoded strings go. It has room for the whole text, so what it holds never moves.
    private var decoded: UnsafeMutablePointer<UInt8>

    /// A reader of the bytes; `arena` has room for as many.
    init(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, depthLimit: Int,
        arena: UnsafeMutablePointer<UInt8>
    ) {
        position = start
        self.end = end
        self.depthLimit = depthLimit
        decoded = arena
    }

    private mutating func skipBlanks() {
        while position < end, position[0] == 0x20 || position[0] == 0x0a || position[0] == 0x0d || position[0] == 0x09 {
            position += 1
        }
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        guard position < end, position[0] == byte else { return false }
        position += 1
        return true
    }

    /// What a document is.
    enum Document { case object, array, other, invalid }

    /// The members of a document that is an object.
    mutating func document(_ members: inout JSONMembers) -> Document {
        members.clear()
        skipBlanks()
        guard position < end else { return .invalid }
        let first = position[0]
        let isValid = first == 0x7b ? object(&members, depth: 1) : skipValue(depth: 1)
        guard isValid else { return .invalid }
        skipBlanks()
        guard position == end else { return .invalid }
        return first == 0x7b ? .object : first == 0x5b ? .array : .other
    }

    /// Calls `body` with the members of every object of a document that is an array.
    mutating func eachObject(_ members: inout JSONMembers, _ body: (borrowing JSONMembers) -> Void) -> Document {
        skipBlanks()
        guard position < end else { return .invalid }
        guard accept(0x5b) else {
            let kind = document(&members)
            return kind
        }
        skipBlanks()
        if !accept(0x5d) {
            repeat {
                skipBlanks()
                guard position < end else { return .invalid }
                if let next = members.readFlat(position, end) {
                    position = next
                    body(members)
                } else if position[0] == 0x7b {
                    members.clear()
                    guard object(&members, depth: 2) else { return .invalid }
                    body(members)
                } else {
                    guard skipValue(depth: 2) else { return .invalid }
                }
                skipBlanks()
            } while accept(0x2c)
            guard accept(0x5d) else { return .invalid }
        }
        skipBlanks()
        return position == end ? .array : .invalid
    }

    private mutating func object(_ members: inout JSONMembers, depth: Int) -> Bool {
        guard depth <= depthLimit, accept(0x7b) else { return false }
        skipBlanks()
        if accept(0x7d) { return true }
        repeat {
            skipBlanks()
            guard let name = string() else { return false }
            skipBlanks()
            guard accept(0x3a) else { return false }
            skipBlanks()
            guard let (kind, field) = value(depth: depth + 1) else { return false }
            if let key = MemberKey.of(name) { members.set(key, kind, field) }
            skipBlanks()
        } while accept(0x2c)
        return accept(0x7d)
    }

    /// The members of an object in a callback: names of any kind.
    mutating func eachMember(_ body: (Field, JSONMembers.Kind, Field) -> Void) -> Bool {
        skipBlanks()
        guard accept(0x7b) else { return false }
        skipBlanks()
        if accept(0x7d) { return true }
        repeat {
            skipBlanks()
            guard let name = string() else { return false }
            skipBlanks()
            guard accept(0x3a) else { return false }
            skipBlanks()
            guard let (kind, field) = value(depth: 2) else { return false }
            body(name, kind, field)
            skipBlanks()
        } while accept(0x2c)
        return accept(0x7d)
    }

    private mutating func value(depth: Int) -> (JSONMembers.Kind, Field)? {
        guard position < end else { return nil }
        let start = position
        switch position[0] {
        case 0x22: return string().map { (.string, $0) }
        case 0x7b: return skipValue(depth: depth) ? (.object, Field(start: start, count: position - start)) : nil
        case 0x6e: return skipValue(depth: depth) ? (.null, Field(start: start, count: 4)) : nil
        case 0x2d, 0x30...0x39:
            return skipValue(depth: depth) ? (.number, Field(start: start, count: position - start)) : nil
        default: return skipValue(depth: depth) ? (.other, Field(start: start, count: position - start)) : nil
        }
    }

    /// Checks any value and moves behind it. Nested values are kept on a stack of their own, not on the program's.
    private mutating func skipValue(depth: Int) -> Bool {
        var closers: [UInt8] = []
        while true {
            skipBlanks()
            guard position < end else { return false }
            let byte = position[0]
            if byte == 0x7b || byte == 0x5b {
                guard depth + closers.count <= depthLimit else { return false }
                position += 1
                closers.append(byte == 0x7b ? 0x7d : 0x5d)
                skipBlanks()
                if let closer = closers.last, accept(closer) {
                    closers.removeLast()
                } else {
                    if byte == 0x7b, !memberName() { return false }
                    continue
                }
            } else if !scalar() {
                return false
            }
            // A value is complete; so may be those around it.
            while true {
                guard let closer = closers.last else { return true }
                skipBlanks()
                if accept(closer) {
                    closers.removeLast()
                    continue
                }
                guard accept(0x2c) else { return false }
                if closer == 0x7d, !memberName() { return false }
                break
            }
        }
    }

    private mutating func memberName() -> Bool {
        skipBlanks()
        guard string() != nil else { return false }
        skipBlanks()
        return accept(0x3a)
    }

    private mutating func scalar() -> Bool {
        switch position[0] {
        case 0x22: return string() != nil
        case 0x74: return word("true")
        case 0x66: return word("false")
        case 0x6e: return word("null")
        default:
            guard let next = JSONReader.numberEnd(position, end) else { return false }
            position = next
            return true
        }
    }

    private mutating func word(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - position >= count, memcmp(position, text.utf8Start, count) == 0 else { return false }
        position += count
        return true
    }

    /// Where a number ends, or nil when there is none.
    static func numberEnd(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var position = start
        func digits() -> Bool {
            let first = position
            while position < end, (0x30...0x39).contains(position[0]) { position += 1 }
            return position > first
        }
        if position < end, position[0] == 0x2d { position += 1 }
        guard position < end else { return nil }
        if position[0] == 0x30 { position += 1 } else if !digits() { return nil }
        if position < end, position[0] == 0x2e {
            position += 1
            guard digits() else { return nil }
        }
        if position < end, position[0] | 0x20 == 0x65 {
            position += 1
            if position < end, position[0] == 0x2b || position[0] == 0x2d { position += 1 }
            guard digits() else { return nil }
        }
        return position
    }

    /// A string, decoded; nil when it is broken. `\u0000` and lone surrogates are broken, as in `jsonb`.
    private mutating func string() -> Field? {
        guard accept(0x22) else { return nil }
        let start = decoded
        while position < end {
            let byte = position[0]
            position += 1
            switch byte {
            case 0x22: return Field(start: UnsafePointer(start), count: decoded - start)
            case 0x00..<0x20: return nil
            case 0x5c: guard escape() else { return nil }
            default: put(byte)
            }
        }
        return nil
    }

    private mutating func put(_ byte: UInt8) {
        decoded.initialize(to: byte)
        decoded += 1
    }

    private mutating func escape() -> Bool {
        guard position < end else { return false }
        let byte = position[0]
        position += 1
        switch byte {
        case 0x22, 0x5c, 0x2f: put(byte)
        case UInt8(ascii: "b"): put(0x08)
        case UInt8(ascii: "f"): put(0x0c)
        case UInt8(ascii: "n"): put(0x0a)
        case UInt8(ascii: "r"): put(0x0d)
        case UInt8(ascii: "t"): put(0x09)
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return false
        }
        return true
    }

    private mutating func codeUnit() -> UInt32? {
        guard end - position >= 4 else { return nil }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = FieldDecoder.hexValue(position[0]) else { return nil }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    private mutating func unicodeEscape() -> Bool {
        guard var scalar = codeUnit(), scalar != 0 else { return false }
        if (0xd800..<0xdc00).contains(scalar) {
            guard accept(0x5c), accept(0x75), let low = codeUnit(), (0xdc00..<0xe000).contains(low) else {
                return false
            }
            scalar = 0x10000 + (scalar - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let character = Unicode.Scalar(scalar) else { return false }
        for byte in UTF8.encode(character).map(Array.init) ?? [] { put(byte) }
        return true
    }
}
