import Glibc

/// The value that SQL text stands for, as far as dumps write values: a literal, perhaps with a cast. Any other
/// expression is its own text.
struct SQLLiteral {
    private let scan: SQLScan
    private var position = 0

    init(_ field: Field, backslashes: Bool) {
        var count = field.count
        while count > 0, SQLScan.isBlank(field.start[count - 1]) { count -= 1 }
        // The byte behind the text is readable: a window has it, and every copy of a field is padded.
        scan = SQLScan(bytes: field.start, end: count + 1, backslashes: backslashes)
        while position < count, SQLScan.isBlank(field.start[position]) { position += 1 }
    }

    private var count: Int { scan.end - 1 }

    private var rest: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: scan.bytes + position, count: max(0, count - position))
    }

    /// Whether the text is NULL; else its value is put into `output`. A column's default is not in a dump.
    mutating func isNull(into output: inout [UInt8]) -> Bool {
        if let cast = bareCast() {
            let bare = UnsafeBufferPointer(rebasing: rest[..<cast])
            if SQLLiteral.isWord(bare, "null") || SQLLiteral.isWord(bare, "default") { return true }
            output.append(contentsOf: bare)
            return false
        }
        let start = position
        guard literals(into: &output), isCastOrNothing() else {
            output.removeAll(keepingCapacity: true)
            position = start
            output.append(contentsOf: rest)
            return false
        }
        return false
    }

    private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && bytes.indices.allSatisfy { bytes[$0] | 0x20 == word.utf8Start[$0] }
    }

    /// The length of a word or number that stands alone or before a cast; nil for anything with quotes.
    private func bareCast() -> Int? {
        let text = rest
        var length = 0
        while length < text.count {
            let byte = text[length]
            if byte == 0x3a, length + 1 < text.count, text[length + 1] == 0x3a { break }
            guard SQLScan.isWordByte(byte) || byte == 0x2e || byte == 0x2d || byte == 0x2b else { return nil }
            length += 1
        }
        return length
    }

    private func isCastOrNothing() -> Bool {
        guard let next = scan.blanks(position) else { return false }
        return next >= count || (scan.bytes[next] == 0x3a && scan.bytes[next + 1] == 0x3a)
    }

    /// One literal, or several with a line's end between them, which are one.
    private mutating func literals(into output: inout [UInt8]) -> Bool {
        guard literal(into: &output) else { return false }
        while let next = scan.blanks(position), next < count, scan.bytes[next] == 0x27,
            (position..<next).contains(where: { scan.bytes[$0] == 0x0a })
        {
            position = next
            guard quoted(into: &output, escapes: scan.backslashes) else { return false }
        }
        return true
    }

    /// `'…'`, `E'…'`, `$tag$…$tag$`, `X'…'`, `timestamptz '…'`.
    private mutating func literal(into output: inout [UInt8]) -> Bool {
        guard position < count else { return false }
        if scan.bytes[position] == 0x24 {
            guard let tag = scan.dollarTag(position), tag > 0, let behind = scan.dollarQuoted(position, tag: tag),
                behind <= count
            else { return false }
            output.append(contentsOf: rest.dropFirst(tag).prefix(behind - position - 2 * tag))
            position = behind
            return true
        }
        let start = position
        while position < count, SQLScan.isWordByte(scan.bytes[position]) || scan.bytes[position] == 0x20 {
            position += 1
        }
        guard position < count, scan.bytes[position] == 0x27 else { return false }
        let hasEscapes = position == start + 1 && scan.bytes[start] | 0x20 == 0x65
        return quoted(into: &output, escapes: hasEscapes || scan.backslashes)
    }

    /// The inside of the quotes that open here.
    private mutating func quoted(into output: inout [UInt8], escapes: Bool) -> Bool {
        guard let behind = escapes ? scan.escaped(position) : scan.quoted(position), behind <= count else {
            return false
        }
        var index = position + 1
        let last = behind - 1
        position = behind
        while index < last {
            let byte = scan.bytes[index]
            index += 1
            switch byte {
            case 0x27:
                output.append(byte)
                index += 1
            case 0x5c where escapes: index = unescape(index, last, into: &output)
            default: output.append(byte)
            }
        }
        return true
    }

    /// The escape behind a backslash; where it ends.
    private func unescape(_ start: Int, _ last: Int, into output: inout [UInt8]) -> Int {
        guard start < last else { return start }
        let bytes = scan.bytes
        let escape = bytes[start]
        switch escape {
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = escape == UInt8(ascii: "u") ? 4 : 8
            guard start + digits < last else { return start + 1 }
            var value: UInt32 = 0
            for index in (start + 1)...(start + digits) {
                guard let digit = FieldDecoder.hexValue(bytes[index]) else { return start + 1 }
                value = value << 4 | UInt32(digit)
            }
            let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
            output.append(contentsOf: String(Character(scalar)).utf8)
            return start + digits + 1
        case UInt8(ascii: "v"):
            // Only COPY knows this one.
            output.append(escape)
            return start + 1
        default: return FieldDecoder.unescape(bytes, start, last, into: &output)
        }
    }
}
