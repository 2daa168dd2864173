import Glibc

/// Steps over the pieces of SQL text. Every function takes where a piece begins and gives where it ends; nil when the
/// bytes end first, so that more of them are needed.
struct SQLScan {
    let bytes: UnsafePointer<UInt8>
    let end: Int
    /// Whether a backslash escapes inside of plain quotes: `standard_conforming_strings` is off.
    let backslashes: Bool

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }

    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x80...0xff: true
        default: false
        }
    }

    /// Where the byte stands next, at or behind `start`.
    @inline(__always)
    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < end, let found = memchr(bytes + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    }

    /// Behind the literal whose opening quote stands at `start`. The byte behind it must be known: it may double the
    /// quote.
    @inline(__always)
    func quoted(_ start: Int, _ quote: UInt8 = 0x27) -> Int? {
        var position = start + 1
        while let found = find(quote, from: position) {
            guard found + 1 < end else { return nil }
            if bytes[found + 1] != quote { return found + 1 }
            position = found + 2
        }
        return nil
    }

    /// Behind the literal with backslash escapes whose opening quote stands at `start`.
    func escaped(_ start: Int) -> Int? {
        var position = start + 1
        while position + 1 < end {
            switch bytes[position] {
            case 0x5c: position += 2
            case 0x27 where bytes[position + 1] == 0x27: position += 2
            case 0x27: return position + 1
            default: position += 1
            }
        }
        return nil
    }

    /// Behind a literal of either kind; a word `E` before it makes it one with escapes.
    func literal(_ start: Int, first: Int) -> Int? {
        let isEscaped =
            start > first && bytes[start - 1] | 0x20 == 0x65
            && (start - 1 == first || !SQLScan.isWordByte(bytes[start - 2]))
        return backslashes || isEscaped ? escaped(start) : quoted(start)
    }

    /// The length of the tag of a dollar quote that opens at `start`, dollars included; 0 when none does.
    func dollarTag(_ start: Int) -> Int? {
        var stop = start + 1
        while stop < end, SQLScan.isWordByte(bytes[stop]) { stop += 1 }
        guard stop < end else { return nil }
        let startsWithDigit = stop > start + 1 && (0x30...0x39).contains(bytes[start + 1])
        return bytes[stop] == 0x24 && !startsWithDigit ? stop + 1 - start : 0
    }

    /// Behind the dollar quote with a tag of so many bytes that opens at `start`.
    func dollarQuoted(_ start: Int, tag: Int) -> Int? {
        var position = start + tag
        while let found = find(0x24, from: position) {
            guard found + tag <= end else { return nil }
            if memcmp(bytes + found, bytes + start, tag) == 0 { return found + tag }
            position = found + 1
        }
        return nil
    }

    /// Behind the comment of one line at `start`.
    func lineComment(_ start: Int) -> Int? { find(0x0a, from: start).map { $0 + 1 } }

    /// Behind the comment `/* … */` at `start`; they nest.
    func blockComment(_ start: Int) -> Int? {
        var depth = 1
        var position = start + 2
        while position + 1 < end {
            switch (bytes[position], bytes[position + 1]) {
            case (0x2a, 0x2f):
                depth -= 1
                position += 2
                if depth == 0 { return position }
            case (0x2f, 0x2a):
                depth += 1
                position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// Behind blanks and comments. Behind the last blank it gives the end, if the bytes end there.
    func blanks(_ start: Int) -> Int? {
        var position = start
        while position < end {
            let byte = bytes[position]
            if SQLScan.isBlank(byte) {
                position += 1
            } else if byte == 0x2d || byte == 0x2f {
                guard position + 1 < end else { return nil }
                let next: Int?
                switch (byte, bytes[position + 1]) {
                case (0x2d, 0x2d): next = lineComment(position)
                case (0x2f, 0x2a): next = blockComment(position)
                default: return position
                }
                guard let next else { return nil }
                position = next
            } else {
                return position
            }
        }
        return position
    }

    /// The comma or parenthesis that ends the value that begins at `start`: casts, arrays, calls and all.
    func value(_ start: Int) -> Int? {
        var position = start
        var depth = 0
        while position < end {
            var next: Int? = position + 1
            switch bytes[position] {
            case 0x27: next = literal(position, first: start)
            case 0x22: next = quoted(position, 0x22)
            case 0x28, 0x5b: depth += 1
            case 0x29 where depth <= 0: return position
            case 0x29, 0x5d: depth -= 1
            case 0x2c where depth <= 0: return position
            case 0x24 where position == start || !SQLScan.isWordByte(bytes[position - 1]):
                next = dollarTag(position).flatMap { tag in
                    tag == 0 ? position + 1 : dollarQuoted(position, tag: tag)
                }
            case 0x2d, 0x2f: next = blanks(position).map { max($0, position + 1) }
            default: break
            }
            guard let next else { return nil }
            position = next
        }
        return nil
    }
}
