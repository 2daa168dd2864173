import Glibc

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
    /// An INSERT up to `VALUES`: its rows come next. The offset is where it begins, if in these bytes.
    case insert([SQLToken], start: Int?)
    /// A line that begins with a backslash: a command of psql, never run.
    case command(String)
    /// A comment that starts a line.
    case comment(String)
}

/// Walks over the SQL of a dump outside of its data.
///
/// Values may hold anything, so a line that looks like a COPY statement counts only where SQL would see one: not inside
/// of literals, comments, dollar quotes or quoted names. A token that the bytes end in is left for the next ones.
struct DumpLexer {
    private var tokens: [SQLToken] = []
    private var isLineStart = true
    /// Statements inside a function body of `BEGIN ATOMIC … END` end with semicolons of their own.
    private var bodyDepth = 0
    private var parentheses = 0
    private var previousWord = ""
    /// Where the statement at hand begins, if in these bytes.
    private var statementStart: Int?

    /// Statements of other kinds are walked over and not kept.
    private static let keptWords: Set<String> = ["copy", "create", "alter", "insert", "set", "select"]
    private static let keptTokens = 20_000
    private static let keptText = 4096

    /// Whether a statement lacks its end.
    var isInsideStatement: Bool { !tokens.isEmpty }

    /// Walks from `start` up to the first event: where it stopped, and the event. Without one the bytes end there, or
    /// in the token there.
    mutating func next(_ scan: SQLScan, _ start: Int, isLast: Bool) -> (Int, DumpEvent?) {
        var position = start
        statementStart = nil
        while position < scan.end {
            let (behind, event) = step(scan, position, isLast)
            guard let behind else { return (position, nil) }
            isLineStart = scan.bytes[position] == 0x0a
            position = behind
            if event != nil { return (position, event) }
        }
        return (position, nil)
    }

    /// Goes on in the clauses behind the rows of an INSERT, up to its semicolon.
    mutating func continueStatement() { tokens = [SQLToken(kind: .word, text: "values")] }

    /// One token: where it ends, or nil when the bytes end first.
    private mutating func step(_ scan: SQLScan, _ start: Int, _ isLast: Bool) -> (Int?, DumpEvent?) {
        let byte = scan.bytes[start]
        let following = start + 1 < scan.end ? scan.bytes[start + 1] : 0
        switch byte {
        case 0x0a, 0x20, 0x09, 0x0d, 0x0b, 0x0c: return (start + 1, nil)
        case UInt8(ascii: "-"), UInt8(ascii: "/"):
            if start + 1 == scan.end && !isLast { return (nil, nil) }
            if byte == following, byte == UInt8(ascii: "-") { return comment(scan, start, isLast) }
            if byte == UInt8(ascii: "/"), following == UInt8(ascii: "*") { return (scan.blockComment(start), nil) }
        case UInt8(ascii: "\\"):
            guard let end = lineEnd(scan, start, isLast) else { return (nil, nil) }
            return (end, .command(text(scan, start, end)))
        case UInt8(ascii: "'"): return literal(scan, start, start, escapes: scan.backslashes)
        case UInt8(ascii: "\""):
            let behind = scan.quoted(start, byte)
            if let behind { add(.quoted, content(scan, start + 1, behind - 1, quote: byte), at: start) }
            return (behind, nil)
        case UInt8(ascii: "$"):
            guard let tag = scan.dollarTag(start) else { return (isLast ? scan.end : nil, nil) }
            if tag == 0 { break }
            let behind = scan.dollarQuoted(start, tag: tag)
            if let behind { add(.string, content(scan, start + tag, behind - tag, quote: nil), at: start) }
            return (behind, nil)
        case UInt8(ascii: ";"):
            let event = bodyDepth == 0 ? endOfStatement() : nil
            return (start + 1, event)
        default:
            if SQLScan.isWordByte(byte) { return word(scan, start, isLast) }
        }
        if byte == UInt8(ascii: "(") { parentheses += 1 }
        if byte == UInt8(ascii: ")") { parentheses -= 1 }
        add(.mark, [byte], at: start)
        return (start + 1, nil)
    }

    private mutating func endOfStatement() -> DumpEvent? {
        let statement = tokens
        tokens.removeAll(keepingCapacity: true)
        previousWord = ""
        parentheses = 0
        return statement.isEmpty ? nil : .statement(statement)
    }

    private mutating func add(_ kind: SQLToken.Kind, _ bytes: [UInt8], at start: Int) {
        guard let first = tokens.first else {
            statementStart = start
            tokens.append(SQLToken(kind: kind, text: String(decoding: bytes, as: UTF8.self)))
            return
        }
        if tokens.count >= DumpLexer.keptTokens || !DumpLexer.keptWords.contains(first.text) { return }
        // The beginning of a query is enough to know it.
        if first.text == "select", tokens.count >= 16 { return }
        tokens.append(SQLToken(kind: kind, text: String(decoding: bytes, as: UTF8.self)))
    }

    private mutating func word(_ scan: SQLScan, _ start: Int, _ isLast: Bool) -> (Int?, DumpEvent?) {
        var position = start
        while position < scan.end, SQLScan.isWordByte(scan.bytes[position]) || scan.bytes[position] == 0x24 {
            position += 1
        }
        if position == scan.end && !isLast { return (nil, nil) }
        // E'…' is a literal with backslash escapes.
        if position == start + 1, scan.bytes[start] | 0x20 == 0x65, position < scan.end, scan.bytes[position] == 0x27 {
            return literal(scan, start, position, escapes: true)
        }
        let raw = UnsafeBufferPointer(start: scan.bytes + start, count: min(position - start, DumpLexer.keptText))
        let lower = raw.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        let word = String(decoding: lower, as: UTF8.self)
        let isHead =
            word == "values" && parentheses == 0 && previousWord != "default" && tokens.first?.isWord("insert") ?? false
        add(.word, lower, at: start)
        trackBody(word)
        guard isHead else { return (position, nil) }
        let head = tokens
        let start = statementStart
        _ = endOfStatement()
        return (position, .insert(head, start: start))
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

    /// The literal that begins at `start` and whose quote opens at `quote`.
    private mutating func literal(
        _ scan: SQLScan, _ start: Int, _ quote: Int, escapes: Bool
    ) -> (Int?, DumpEvent?) {
        let behind = escapes ? scan.escaped(quote) : scan.quoted(quote)
        if let behind { add(.string, content(scan, quote + 1, behind - 1, quote: 0x27), at: start) }
        return (behind, nil)
    }

    private func comment(_ scan: SQLScan, _ start: Int, _ isLast: Bool) -> (Int?, DumpEvent?) {
        guard let end = lineEnd(scan, start, isLast) else { return (nil, nil) }
        return (end, isLineStart ? .comment(text(scan, start, end)) : nil)
    }

    /// Where the line ends, its line feed apart.
    private func lineEnd(_ scan: SQLScan, _ start: Int, _ isLast: Bool) -> Int? {
        scan.lineComment(start).map { $0 - 1 } ?? (isLast ? scan.end : nil)
    }

    private func text(_ scan: SQLScan, _ start: Int, _ end: Int) -> String {
        let stop = end > start && scan.bytes[end - 1] == 0x0d ? end - 1 : end
        return String(
            decoding: UnsafeBufferPointer(start: scan.bytes + start, count: min(stop - start, DumpLexer.keptText)),
            as: UTF8.self)
    }

    /// The beginning of what stands between quotes; a doubled one is one.
    private func content(_ scan: SQLScan, _ start: Int, _ end: Int, quote: UInt8?) -> [UInt8] {
        var content: [UInt8] = []
        var position = start
        while position < end, content.count < DumpLexer.keptText {
            content.append(scan.bytes[position])
            position += scan.bytes[position] == quote ? 2 : 1
        }
        return content
    }
}
