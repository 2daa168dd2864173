/// A token of SQL, as far as a reader of dumps needs it.
struct SQLToken: Equatable {
    enum Kind: Equatable {
        /// A bare word, in lower case.
        case word
        /// A quoted identifier.
        case quoted
        /// A string literal; only its beginning is kept.
        case string
        /// Anything else, a character each.
        case mark
    }

    var kind: Kind
    var text: String

    func isWord(_ word: String) -> Bool { kind == .word && text == word }

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

    /// The name that the token can be.
    var name: String? { kind == .word || kind == .quoted ? text : nil }
}

/// What the lexer met.
enum DumpEvent {
    /// A statement, without its semicolon.
    case statement([SQLToken])
    /// A line that begins with a backslash: a command of psql, never run.
    case command(String)
    /// A comment that starts a line.
    case comment(String)
}

/// Walks over the SQL of a dump outside of its data.
///
/// Values may hold anything, so a line that looks like a COPY statement counts only where SQL would see one: not inside
/// of literals, comments, dollar quotes or quoted names. A window ends with a line, so only these may be open at its end.
struct DumpLexer {
    private enum Mode: Equatable {
        case normal
        case string(escapes: Bool)
        case quotedName
        case dollar([UInt8])
        case blockComment(depth: Int)
    }

    private var mode = Mode.normal
    private var tokens: [SQLToken] = []
    private var text: [UInt8] = []
    private var isLineStart = true
    /// Statements inside a function body of `BEGIN ATOMIC … END` end with semicolons of their own.
    private var bodyDepth = 0
    private var previousWord = ""

    /// Statements of other kinds are walked over and not kept.
    private static let keptWords: Set<String> = ["copy", "create", "alter", "insert", "set", "select"]
    private static let keptTokens = 20_000
    private static let keptText = 4096

    /// Whether something is open that the file should have closed.
    var isInsideStatement: Bool { mode != .normal || !tokens.isEmpty }

    /// Walks from `start` and returns where it stopped: behind the first event, or at the end.
    mutating func next(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (Int, DumpEvent?) {
        var position = start
        while position < end {
            switch mode {
            case .normal:
                if let event = step(bytes, &position, end) { return (position, event) }
            case .string(let escapes): skipString(bytes, &position, end, escapes: escapes)
            case .quotedName: skipQuotedName(bytes, &position, end)
            case .dollar(let tag): skipDollar(bytes, &position, end, tag)
            case .blockComment(let depth): skipComment(bytes, &position, end, depth)
            }
        }
        return (end, nil)
    }

    /// One token outside of everything.
    private mutating func step(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) -> DumpEvent? {
        let byte = bytes[position]
        let following = position + 1 < end ? bytes[position + 1] : 0
        let wasLineStart = isLineStart
        isLineStart = byte == 0x0a
        switch byte {
        case 0x0a, 0x20, 0x09, 0x0d, 0x0b, 0x0c: position += 1
        case UInt8(ascii: "-") where following == UInt8(ascii: "-"):
            let line = restOfLine(bytes, &position, end)
            if wasLineStart { return .comment(line) }
        case UInt8(ascii: "/") where following == UInt8(ascii: "*"):
            mode = .blockComment(depth: 1)
            position += 2
        case UInt8(ascii: "\\"): return .command(restOfLine(bytes, &position, end))
        case UInt8(ascii: "'"):
            mode = .string(escapes: false)
            position += 1
        case UInt8(ascii: "\""):
            mode = .quotedName
            position += 1
        case UInt8(ascii: "$"): dollarQuote(bytes, &position, end)
        case UInt8(ascii: ";"):
            position += 1
            if bodyDepth == 0 { return endOfStatement() }
        default:
            if DumpLexer.isWordByte(byte) {
                word(bytes, &position, end)
            } else {
                add(.mark, [byte])
                position += 1
            }
        }
        return nil
    }

    private mutating func endOfStatement() -> DumpEvent? {
        let statement = tokens
        tokens.removeAll(keepingCapacity: true)
        previousWord = ""
        return statement.isEmpty ? nil : .statement(statement)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x80...0xff: true
        default: false
        }
    }

    private mutating func add(_ kind: SQLToken.Kind, _ bytes: [UInt8]) {
        if let first = tokens.first, tokens.count >= DumpLexer.keptTokens || !DumpLexer.keptWords.contains(first.text) {
            return
        }
        // Rows of an INSERT are many, and its head is enough to know it.
        if let first = tokens.first, first.text == "insert" || first.text == "select", tokens.count >= 16 { return }
        tokens.append(SQLToken(kind: kind, text: String(decoding: bytes, as: UTF8.self)))
    }

    private mutating func word(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) {
        let start = position
        while position < end, DumpLexer.isWordByte(bytes[position]) || bytes[position] == 0x24 { position += 1 }
        let raw = UnsafeBufferPointer(start: bytes + start, count: position - start)
        // E'…' is a literal with backslash escapes.
        if raw.count == 1, raw[0] | 0x20 == 0x65, position < end, bytes[position] == 0x27 {
            mode = .string(escapes: true)
            position += 1
            return
        }
        let lower = raw.prefix(DumpLexer.keptText).map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        add(.word, lower)
        trackBody(String(decoding: lower, as: UTF8.self))
    }

    private mutating func trackBody(_ word: String) {
        if word == "atomic" && previousWord == "begin" {
            bodyDepth = 1
        } else if bodyDepth > 0 && word == "case" {
            bodyDepth += 1
        } else if bodyDepth > 0 && word == "end" {
            bodyDepth -= 1
        }
        previousWord = word
    }

    private func restOfLine(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) -> String {
        let start = position
        while position < end, bytes[position] != 0x0a { position += 1 }
        var stop = position
        if stop > start && bytes[stop - 1] == 0x0d { stop -= 1 }
        let length = min(stop - start, DumpLexer.keptText)
        return String(decoding: UnsafeBufferPointer(start: bytes + start, count: length), as: UTF8.self)
    }

    private mutating func keep(_ byte: UInt8) { if text.count < DumpLexer.keptText { text.append(byte) } }

    private mutating func skipString(
        _ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int, escapes: Bool
    ) {
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == 0x5c && escapes && position < end {
                keep(bytes[position])
                position += 1
            } else if byte == 0x27 {
                if position < end, bytes[position] == 0x27 {
                    keep(byte)
                    position += 1
                } else {
                    close(.string)
                    return
                }
            } else {
                keep(byte)
            }
        }
    }

    private mutating func skipQuotedName(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) {
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
                if position < end, bytes[position] == 0x22 {
                    position += 1
                } else {
                    close(.quoted)
                    return
                }
            }
            keep(byte)
        }
    }

    private mutating func close(_ kind: SQLToken.Kind) {
        add(kind, text)
        text.removeAll(keepingCapacity: true)
        mode = .normal
    }

    /// `$$` or `$tag$`; anything else that begins with a dollar is a mark.
    private mutating func dollarQuote(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) {
        var stop = position + 1
        while stop < end, DumpLexer.isWordByte(bytes[stop]) { stop += 1 }
        let startsWithDigit = stop > position + 1 && (0x30...0x39).contains(bytes[position + 1])
        guard stop < end, bytes[stop] == 0x24, !startsWithDigit else {
            add(.mark, [0x24])
            position += 1
            return
        }
        mode = .dollar(Array(UnsafeBufferPointer(start: bytes + position, count: stop + 1 - position)))
        position = stop + 1
    }

    private mutating func skipDollar(
        _ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int, _ tag: [UInt8]
    ) {
        while position < end {
            if bytes[position] == 0x24 && position + tag.count <= end
                && tag.indices.allSatisfy({ bytes[position + $0] == tag[$0] })
            {
                position += tag.count
                close(.string)
                return
            }
            position += 1
        }
    }

    /// Comments nest, as in Postgres.
    private mutating func skipComment(
        _ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int, _ depth: Int
    ) {
        var depth = depth
        while position < end {
            let following = position + 1 < end ? bytes[position + 1] : 0
            if bytes[position] == 0x2a && following == 0x2f {
                position += 2
                depth -= 1
                if depth == 0 {
                    mode = .normal
                    return
                }
            } else if bytes[position] == 0x2f && following == 0x2a {
                position += 2
                depth += 1
            } else {
                position += 1
            }
        }
        mode = .blockComment(depth: depth)
    }
}
