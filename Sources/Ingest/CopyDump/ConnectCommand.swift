/// psql's `\connect`, which says that another database's statements follow.
enum ConnectCommand {
    /// Whether a line is one.
    static func isOne(_ line: String) -> Bool {
        line.hasPrefix("\\connect ") || line.hasPrefix("\\c ")
    }

    /// The database of `\connect name user host port`, `\connect "name"`, `\connect -reuse-previous=on "dbname='name'"`,
    /// `\connect postgres://host/name`; nil when it stays the same.
    static func database(_ line: String) -> String? {
        let words = arguments(line).dropFirst().drop { $0.count > 1 && $0.hasPrefix("-") }
        guard let first = words.first, first != "-" else { return nil }
        for scheme in ["postgres://", "postgresql://"] where first.hasPrefix(scheme) {
            let path = first.dropFirst(scheme.count).drop { $0 != "/" }.dropFirst().prefix { $0 != "?" }
            return path.isEmpty ? nil : String(path)
        }
        guard first.contains("=") else { return first }
        return parameter("dbname", of: first)
    }

    /// The words of a line. Inside of quotes a doubled quote is one.
    private static func arguments(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = Substring(line)
        while let character = rest.popFirst() {
            if let open = quote {
                if character != open {
                    word?.append(character)
                } else if rest.first == open {
                    word?.append(character)
                    rest.removeFirst()
                } else {
                    quote = nil
                }
            } else if character == " " || character == "\t" {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                if character == "\"" || character == "'" { quote = character }
                word = (word ?? "") + (quote == nil ? String(character) : "")
            }
        }
        if let word { words.append(word) }
        return words
    }

    /// A parameter of a connection string: `dbname='it\'s' host=x`.
    private static func parameter(_ name: String, of text: String) -> String? {
        guard let start = text.firstRange(of: name + "=")?.upperBound else { return nil }
        var rest = text[start...]
        let isQuoted = rest.first == "'"
        if isQuoted { rest.removeFirst() }
        var value = ""
        while let character = rest.popFirst(), character != (isQuoted ? "'" : " ") {
            if character == "\\", let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(character)
            }
        }
        return value.isEmpty ? nil : value
    }
}
