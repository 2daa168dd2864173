/// The name of a table with its schema.
struct QualifiedName: Hashable {
    var schema: String
    var name: String

    /// The name as `inspect` shows it: without the schema when it is `public`.
    var shown: String { schema == "public" ? name : "\(schema).\(name)" }
}

/// A column as CREATE TABLE and ALTER TABLE say.
struct ColumnDefinition {
    var name: String
    /// Whether the server computes it: `GENERATED ALWAYS AS (…)`.
    var isGenerated: Bool
}

/// The statements of a dump that say where data is.
enum DumpStatement {
    /// `COPY … FROM stdin`; no columns means those of the table. `isPlain` is false with options of any kind.
    case copy(table: QualifiedName, columns: [String]?, isPlain: Bool)
    case createTable(QualifiedName, columns: [ColumnDefinition], partitionOf: QualifiedName?)
    case addColumns(QualifiedName, [ColumnDefinition])
    case attachPartition(parent: QualifiedName, child: QualifiedName)
    /// `INSERT INTO … VALUES`; no columns means all of the table.
    case insert(table: QualifiedName, columns: [String]?)
    case setting(name: String, values: [String])
    case other

    /// What a statement is; an unqualified name lies in `schema`.
    init(_ tokens: [SQLToken], schema: String) {
        var cursor = TokenCursor(tokens)
        self = .other
        switch cursor.next()?.text {
        case "copy" where tokens[0].kind == .word: self = cursor.copy(schema) ?? .other
        case "create" where tokens[0].kind == .word: self = cursor.createTable(schema) ?? .other
        case "alter" where tokens[0].kind == .word: self = cursor.alterTable(schema) ?? .other
        case "insert" where tokens[0].kind == .word: self = cursor.insert(schema) ?? .other
        case "set" where tokens[0].kind == .word: self = cursor.setting() ?? .other
        case "select" where tokens[0].kind == .word: self = cursor.setConfig() ?? .other
        default: break
        }
    }
}

/// Walks over the tokens of a statement.
private struct TokenCursor {
    private let tokens: [SQLToken]
    private var position = 0

    init(_ tokens: [SQLToken]) { self.tokens = tokens }

    private var peek: SQLToken? { position < tokens.count ? tokens[position] : nil }

    mutating func next() -> SQLToken? {
        guard position < tokens.count else { return nil }
        position += 1
        return tokens[position - 1]
    }

    private mutating func accept(_ words: String...) -> Bool {
        guard position + words.count <= tokens.count else { return false }
        for (offset, word) in words.enumerated() where !tokens[position + offset].isWord(word) { return false }
        position += words.count
        return true
    }

    private mutating func accept(mark: String) -> Bool {
        guard let token = peek, token.isMark(mark) else { return false }
        position += 1
        return true
    }

    private mutating func tableName(_ schema: String) -> QualifiedName? {
        guard let first = next()?.name else { return nil }
        guard accept(mark: ".") else { return QualifiedName(schema: schema, name: first) }
        guard let second = next()?.name else { return nil }
        return QualifiedName(schema: first, name: second)
    }

    /// `(a, b, c)`, or nil when there are none; nothing when they make no sense.
    private mutating func columnNames() -> [String]?? {
        guard accept(mark: "(") else { return .some(nil) }
        var names: [String] = []
        while let name = next()?.name {
            names.append(name)
            if !accept(mark: ",") { break }
        }
        return accept(mark: ")") ? .some(names) : nil
    }

    mutating func copy(_ schema: String) -> DumpStatement? {
        var isPlain = true
        if accept("binary") { isPlain = false }
        guard let table = tableName(schema) else { return nil }
        guard let columns = columnNames(), accept("from", "stdin") else { return nil }
        return .copy(table: table, columns: columns, isPlain: isPlain && peek == nil)
    }

    mutating func createTable(_ schema: String) -> DumpStatement? {
        while accept("unlogged") || accept("temporary") || accept("temp") || accept("foreign") || accept("global")
            || accept("local")
        {}
        guard accept("table") else { return nil }
        _ = accept("if", "not", "exists")
        guard let table = tableName(schema) else { return nil }
        if accept("partition", "of"), let parent = tableName(schema) {
            return .createTable(table, columns: [], partitionOf: parent)
        }
        guard accept(mark: "(") else { return .createTable(table, columns: [], partitionOf: nil) }
        return .createTable(table, columns: columnDefinitions(), partitionOf: nil)
    }

    /// The columns up to the parenthesis that closes their list.
    private mutating func columnDefinitions() -> [ColumnDefinition] {
        var columns: [ColumnDefinition] = []
        var definition: [SQLToken] = []
        var depth = 1
        while depth > 0, let token = next() {
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth -= 1 }
            if depth == 0 || (depth == 1 && token.isMark(",")) {
                if let column = TokenCursor.column(definition) { columns.append(column) }
                definition.removeAll()
            } else {
                definition.append(token)
            }
        }
        return columns
    }

    private static func column(_ definition: [SQLToken]) -> ColumnDefinition? {
        guard let first = definition.first, let name = first.name else { return nil }
        let constraints: Set<String> = ["constraint", "primary", "unique", "check", "foreign", "exclude", "like"]
        if first.kind == .word && constraints.contains(name) { return nil }
        let isGenerated = definition.indices.dropLast(3).contains { index in
            definition[index].isWord("generated") && definition[index + 1].isWord("always")
                && definition[index + 2].isWord("as") && definition[index + 3].isMark("(")
        }
        return ColumnDefinition(name: name, isGenerated: isGenerated)
    }

    mutating func alterTable(_ schema: String) -> DumpStatement? {
        guard accept("table") else { return nil }
        _ = accept("if", "exists")
        _ = accept("only")
        guard let table = tableName(schema) else { return nil }
        if accept("attach", "partition") {
            return tableName(schema).map { .attachPartition(parent: table, child: $0) }
        }
        let added = addedColumns()
        return added.isEmpty ? nil : .addColumns(table, added)
    }

    /// `ADD COLUMN a text, ADD b integer`.
    private mutating func addedColumns() -> [ColumnDefinition] {
        var columns: [ColumnDefinition] = []
        while accept("add") {
            _ = accept("column")
            _ = accept("if", "not", "exists")
            var definition: [SQLToken] = []
            var depth = 0
            while let token = next(), depth > 0 || !token.isMark(",") {
                if token.isMark("(") { depth += 1 }
                if token.isMark(")") { depth -= 1 }
                definition.append(token)
            }
            if let column = TokenCursor.column(definition) { columns.append(column) }
        }
        return columns
    }

    mutating func insert(_ schema: String) -> DumpStatement? {
        guard accept("into"), let table = tableName(schema), let columns = columnNames() else { return nil }
        return .insert(table: table, columns: columns)
    }

    mutating func setting() -> DumpStatement? {
        _ = accept("session")
        _ = accept("local")
        guard let name = next()?.name, accept(mark: "=") || accept("to") else { return nil }
        var values: [String] = []
        while let token = next() {
            if token.kind != .mark { values.append(token.text) }
        }
        return .setting(name: name, values: values)
    }

    /// `SELECT pg_catalog.set_config('search_path', '', false)`.
    mutating func setConfig() -> DumpStatement? {
        if accept("pg_catalog") { _ = accept(mark: ".") }
        guard accept("set_config"), accept(mark: "("), let name = next(), name.kind == .string else { return nil }
        guard accept(mark: ","), let value = next(), value.kind == .string else { return nil }
        let values = value.text.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\"" } }
        return .setting(name: name.text, values: values)
    }
}
