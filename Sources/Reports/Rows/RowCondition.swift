import ServiceDesk

/// A condition on the rows of a table, as `--where` takes it: `status = "Open" and priority in (urgent, high)`.
///
///     condition  = all { "or" all }
///     all        = one { "and" one }
///     one        = "not" one | "(" condition ")" | column test
///     test       = ( "=" | "!=" | "<" | "<=" | ">" | ">=" | "~" ) word | "in" "(" word { "," word } ")"
///                | "is" [ "not" ] "null"
///
/// Words are bare or in single or double quotes. Texts compare as vocabulary values do: without case, blanks, `_` and
/// `-`; `~` asks whether the text contains the word. Numbers, amounts, seconds, dates and instants compare by size.
public struct RowCondition: Sendable {
    /// What is wrong with a condition, and at which character, from 1.
    public struct Mistake: Error, Hashable, Sendable {
        /// What is wrong, as a sentence without a full stop.
        public let sentence: String
        /// The character at which it is.
        public let column: Int
        /// What to do.
        public let hint: String?
    }

    private let root: Node

    /// The condition of a text on a table with the given columns.
    public init(_ text: String, columns: [TableColumn]) throws(Mistake) {
        var parser = try ConditionParser(text, columns: columns)
        root = try parser.condition()
        try parser.end()
    }

    /// Whether a row fulfils the condition.
    public func holds(_ row: [Cell]) -> Bool { root.holds(row) }
}

private indirect enum Node: Sendable {
    case any([Node])
    case all([Node])
    case not(Node)
    case compare(Int, Comparator, CellKey)
    case contains(Int, String)
    case isNull(Int)

    func holds(_ row: [Cell]) -> Bool {
        switch self {
        case .any(let nodes): return nodes.contains { $0.holds(row) }
        case .all(let nodes): return nodes.allSatisfy { $0.holds(row) }
        case .not(let node): return !node.holds(row)
        case .contains(let column, let key): return row[column].plainText.map { Word.key($0).contains(key) } ?? false
        case .isNull(let column): return row[column].absence != nil
        case .compare(let column, let comparator, let wanted):
            guard let key = CellKey(row[column]) else { return comparator == .notEqual }
            return comparator.holds(key, wanted)
        }
    }
}

private enum Comparator: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    func holds(_ left: CellKey, _ right: CellKey) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: !(right < left)
        case .greater: right < left
        case .greaterOrEqual: !(left < right)
        }
    }
}

/// What cells compare by: texts by their vocabulary key, everything else by size.
enum CellKey: Hashable, Comparable, Sendable {
    case number(Int64)
    case text(String)

    init?(_ cell: Cell) {
        switch cell {
        case .text(let text), .state(let text, _): self = .text(Word.key(text))
        case .count(let count): self = .number(Int64(count))
        case .duration(let span): self = .number(span.microseconds)
        case .instant(let instant): self = .number(instant.microseconds)
        case .date(let date): self = .number(Int64(date.daysSinceEpoch))
        case .money(let paise): self = .number(paise.value)
        case .share, .ratio:
            guard let quotient = cell.quotient?.value else { return nil }
            self = .number(Int64((quotient * 1_000_000).rounded()))
        case .absent: return nil
        }
    }

    static func < (left: CellKey, right: CellKey) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a < b
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}

extension Cell {
    /// The text of a cell that holds one.
    fileprivate var plainText: String? {
        switch self {
        case .text(let text), .state(let text, _): text
        default: nil
        }
    }
}

private struct ConditionParser {
    private enum Token: Equatable {
        case word(String, isQuoted: Bool)
        case symbol(String)
    }

    private let columns: [TableColumn]
    private var tokens: [(token: Token, column: Int)] = []
    private var next = 0
    private let length: Int

    init(_ text: String, columns: [TableColumn]) throws(RowCondition.Mistake) {
        self.columns = columns
        let characters = Array(text)
        length = characters.count
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let start = index + 1
            if character.isWhitespace {
                index += 1
            } else if character == "\"" || character == "'" {
                guard let end = characters[(index + 1)...].firstIndex(of: character) else {
                    throw RowCondition.Mistake(sentence: "the quote is not closed", column: start, hint: nil)
                }
                tokens.append((.word(String(characters[(index + 1)..<end]), isQuoted: true), start))
                index = end + 1
            } else if "(),~".contains(character) {
                tokens.append((.symbol(String(character)), start))
                index += 1
            } else if "=!<>".contains(character) {
                let isPair = index + 1 < characters.count && characters[index + 1] == "=" && character != "="
                tokens.append((.symbol(isPair ? "\(character)=" : String(character)), start))
                index += isPair ? 2 : 1
            } else {
                let end = characters[index...].firstIndex { $0.isWhitespace || "(),~=!<>".contains($0) } ?? length
                tokens.append((.word(String(characters[index..<end]), isQuoted: false), start))
                index = end
            }
        }
    }

    private var position: Int { next < tokens.count ? tokens[next].column : length + 1 }

    private func mistake(_ sentence: String, hint: String? = nil) -> RowCondition.Mistake {
        RowCondition.Mistake(sentence: sentence, column: position, hint: hint)
    }

    private mutating func accept(keyword: String) -> Bool {
        guard next < tokens.count, case .word(let word, false) = tokens[next].token, word.lowercased() == keyword
        else { return false }
        next += 1
        return true
    }

    private mutating func accept(symbol: String) -> Bool {
        guard next < tokens.count, tokens[next].token == .symbol(symbol) else { return false }
        next += 1
        return true
    }

    mutating func end() throws(RowCondition.Mistake) {
        guard next == tokens.count else { throw mistake("the condition should end here or go on with and, or") }
    }

    mutating func condition() throws(RowCondition.Mistake) -> Node {
        var nodes = [try all()]
        while accept(keyword: "or") { nodes.append(try all()) }
        return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func all() throws(RowCondition.Mistake) -> Node {
        var nodes = [try one()]
        while accept(keyword: "and") { nodes.append(try one()) }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func one() throws(RowCondition.Mistake) -> Node {
        if accept(keyword: "not") { return .not(try one()) }
        if accept(symbol: "(") {
            let inner = try condition()
            guard accept(symbol: ")") else { throw mistake("a closing parenthesis is missing") }
            return inner
        }
        let column = try column()
        return try test(column)
    }

    private mutating func column() throws(RowCondition.Mistake) -> Int {
        guard next < tokens.count, case .word(let name, _) = tokens[next].token else {
            throw mistake("a column is missing")
        }
        guard let index = columns.firstIndex(where: { $0.key == name }) else {
            let keys = columns.map(\.key)
            throw mistake(
                "there is no column \"\(name)\"",
                hint: Word.nearest(to: name, in: keys).map { "did you mean \"\($0)\"?" }
                    ?? "the columns are \(keys.joined(separator: ", "))")
        }
        next += 1
        return index
    }

    private mutating func test(_ column: Int) throws(RowCondition.Mistake) -> Node {
        if accept(keyword: "is") {
            let isNegated = accept(keyword: "not")
            guard accept(keyword: "null") else { throw mistake("\"null\" is missing") }
            return isNegated ? .not(.isNull(column)) : .isNull(column)
        }
        if accept(keyword: "in") {
            guard accept(symbol: "(") else { throw mistake("a list in parentheses is missing") }
            var nodes: [Node] = []
            repeat { nodes.append(.compare(column, .equal, try key(column))) } while accept(symbol: ",")
            guard accept(symbol: ")") else { throw mistake("a closing parenthesis is missing") }
            return .any(nodes)
        }
        if accept(symbol: "~") { return .contains(column, Word.key(try word())) }
        guard next < tokens.count, case .symbol(let symbol) = tokens[next].token,
            let comparator = Comparator(rawValue: symbol)
        else { throw mistake("a comparison is missing", hint: "=, !=, <, <=, >, >=, ~, in (…), is null") }
        next += 1
        return .compare(column, comparator, try key(column))
    }

    private mutating func word() throws(RowCondition.Mistake) -> String {
        guard next < tokens.count, case .word(let word, _) = tokens[next].token else {
            throw mistake("a value is missing")
        }
        next += 1
        return word
    }

    /// The next word as what the column's cells compare by.
    private mutating func key(_ column: Int) throws(RowCondition.Mistake) -> CellKey {
        let start = next
        let text = try word()
        guard let key = CellKey(text, of: columns[column].kind) else {
            next = start
            throw mistake(
                "\"\(text)\" is no value of \(columns[column].key), a column of \(columns[column].kind.words)")
        }
        return key
    }
}

extension CellKey {
    /// What a typed word compares by in a column of a kind; nil when it is no value of that kind.
    fileprivate init?(_ text: String, of kind: ColumnKind) {
        switch kind {
        case .text, .ticket, .state: self = .text(Word.key(text))
        case .count:
            guard let number = Int64(text) else { return nil }
            self = .number(number)
        case .duration:
            guard let seconds = Int64(text), seconds.magnitude < 9_000_000_000_000 else { return nil }
            self = .number(seconds * 1_000_000)
        case .share, .ratio:
            guard let number = Double(text), number.magnitude < 1_000_000 else { return nil }
            self = .number(Int64((number * 1_000_000).rounded()))
        case .money:
            guard let amount = Paise(text) else { return nil }
            self = .number(amount.value)
        case .instant:
            guard case .instant(let instant) = InstantText.read(text) else { return nil }
            self = .number(instant.microseconds)
        case .date:
            guard case .date(let date) = InstantText.readDate(text) else { return nil }
            self = .number(Int64(date.daysSinceEpoch))
        }
    }
}

extension ColumnKind {
    fileprivate var words: String {
        switch self {
        case .text, .ticket, .state: "texts"
        case .count: "whole numbers"
        case .ratio, .share: "decimal numbers"
        case .duration: "seconds"
        case .money: "rupees"
        case .instant: "instants such as 2026-03-01T04:52:33Z"
        case .date: "dates such as 2026-03-01"
        }
    }
}
