import Glibc

/// How fields are written.
enum FieldFormat: Hashable, Sendable {
    case copy
    case csv(CSVStyle)
    /// The text of a value in an INSERT statement; with backslashes they escape inside of plain quotes.
    case insert(backslashes: Bool)
}

/// What CSV files differ in.
struct CSVStyle: Hashable, Sendable {
    /// The byte between two fields.
    var separator = UInt8(ascii: ",")
    /// An unquoted spelling of NULL beside the empty field.
    var nullWord: [UInt8]?
}

/// The bytes of one field as they stand in the source.
struct Field {
    let start: UnsafePointer<UInt8>
    let count: Int

    var isQuoted: Bool { count >= 2 && start[0] == 0x22 }

    /// The inside of a field whose only quotes are the two around it; else the field.
    @inline(__always)
    var plain: Field { isQuoted && start[count - 1] == 0x22 ? Field(start: start + 1, count: count - 2) : self }

    /// The field without the blanks before it.
    @inline(__always)
    var withoutLeadingBlanks: Field {
        var first = 0
        while first < count, start[first] == 0x20 { first &+= 1 }
        return Field(start: start + first, count: count - first)
    }

    /// The inside of a field of an INSERT whose only quotes are the two around it; else the field without blanks.
    @inline(__always)
    var bareLiteral: Field {
        let field = withoutLeadingBlanks
        guard field.count >= 2, field.start[0] == 0x27, field.start[field.count - 1] == 0x27 else { return field }
        return Field(start: field.start + 1, count: field.count - 2)
    }

    var span: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && memcmp(start, text.utf8Start, count) == 0
    }
}

/// Turns the bytes of a field into the bytes of its value. This path knows all rules; the fast paths fall back to it.
enum FieldDecoder {
    /// Whether the field is NULL; else its value is in `output`.
    static func isNull(_ field: Field, _ format: FieldFormat, into output: inout [UInt8]) -> Bool {
        output.removeAll(keepingCapacity: true)
        switch format {
        case .copy:
            if field.count == 2 && field.start[0] == 0x5c && field.start[1] == 0x4e { return true }
            copyText(field, into: &output)
            return false
        case .insert(let backslashes):
            var literal = SQLLiteral(field, backslashes: backslashes)
            return literal.isNull(into: &output)
        case .csv(let style):
            if field.count == 0 { return true }
            guard memchr(field.start, 0x22, field.count) == nil else {
                csvQuoted(field, into: &output)
                return false
            }
            output.append(contentsOf: field.span)
            return style.nullWord.map { $0.count == field.count && memcmp($0, field.start, field.count) == 0 } ?? false
        }
    }

    /// The escapes of COPY text (`RELIABILITY` 1.3); an unknown one is the character itself.
    private static func copyText(_ field: Field, into output: inout [UInt8]) {
        var index = 0
        while index < field.count {
            let byte = field.start[index]
            index += 1
            guard byte == 0x5c, index < field.count else {
                output.append(byte)
                continue
            }
            index = unescape(field.start, index, field.count, into: &output)
        }
    }

    /// The escape behind a backslash, as COPY text and literals with escapes have them; where it ends.
    static func unescape(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8]
    ) -> Int {
        let escape = bytes[start]
        var index = start + 1
        switch escape {
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0c)
        case UInt8(ascii: "n"): output.append(0x0a)
        case UInt8(ascii: "r"): output.append(0x0d)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "v"): output.append(0x0b)
        case 0x30...0x37:
            var value = escape & 7
            var digits = 1
            while digits < 3, index < end, (0x30...0x37).contains(bytes[index]) {
                value = value << 3 | (bytes[index] & 7)
                index += 1
                digits += 1
            }
            output.append(value)
        case UInt8(ascii: "x"):
            guard index < end, var value = hexValue(bytes[index]) else {
                output.append(escape)
                return index
            }
            index += 1
            if index < end, let second = hexValue(bytes[index]) {
                value = value << 4 | second
                index += 1
            }
            output.append(value)
        default: output.append(escape)
        }
        return index
    }

    /// Quotes switch quoting on and off wherever they stand, and a doubled one inside is one, as `COPY … CSV` reads.
    private static func csvQuoted(_ field: Field, into output: inout [UInt8]) {
        var inside = false
        var index = 0
        while index < field.count {
            let rest = field.count - index
            let found = memchr(field.start + index, 0x22, rest)
            let quote = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(field.start) } ?? field.count
            output.append(contentsOf: UnsafeBufferPointer(start: field.start + index, count: quote - index))
            index = quote + 1
            if quote == field.count { break }
            if inside && index < field.count && field.start[index] == 0x22 {
                output.append(0x22)
                index += 1
            } else {
                inside.toggle()
            }
        }
    }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
