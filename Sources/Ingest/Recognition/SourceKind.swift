/// What a file is, by its bytes.
enum SourceKind: Equatable {
    case dump
    case csv
    /// An archive by `pg_dump -Fc`.
    case customArchive
    case tar
    /// The engine's own snapshot.
    case snapshot
    /// Something that is known and not readable yet, in words.
    case notYetReadable(String)
    case empty

    /// How many bytes tell.
    static let headBytes = 4096

    /// The kind of a file that begins with these bytes.
    init(_ head: [UInt8]) {
        if head.isEmpty {
            self = .empty
        } else if head.starts(with: Array("PGDMP".utf8)) {
            self = .customArchive
        } else if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) {
            self = .tar
        } else if head.starts(with: SnapshotFormat.mark) {
            self = .snapshot
        } else if let name = SourceKind.binaryName(head) {
            self = .notYetReadable(name)
        } else {
            self = SourceKind.looksLikeSQL(head) ? .dump : .csv
        }
    }

    /// Whether a file is UTF-16 text by its byte order mark, and whether the higher byte comes first.
    static func utf16(_ head: [UInt8]) -> Bool? {
        if head.starts(with: [0xff, 0xfe]) { return false }
        return head.starts(with: [0xfe, 0xff]) ? true : nil
    }

    private static func binaryName(_ head: [UInt8]) -> String? {
        let marks: [([UInt8], String)] = [
            (Array("SQLite format 3\0".utf8), "an SQLite database"),
            (Array("BZh".utf8), "a bzip2 file"),
            ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "an xz file"),
            ([0x50, 0x4b, 0x03, 0x04], "a zip file or an Excel workbook"),
        ]
        if let found = marks.first(where: { head.starts(with: $0.0) }) { return found.1 }
        if head.contains(0) { return "a binary file" }
        return nil
    }

    private static let statements: Set<String> = [
        "set", "copy", "create", "insert", "begin", "select", "alter", "drop", "start", "comment", "grant", "revoke",
        "delete", "truncate", "do", "reset", "lock", "update",
    ]

    /// Whether the first thing that is not blank is a comment, a command of psql or a statement.
    private static func looksLikeSQL(_ head: [UInt8]) -> Bool {
        var start = 0
        if head.starts(with: [0xef, 0xbb, 0xbf]) { start = 3 }
        while start < head.count, head[start] == 0x20 || (0x09...0x0d).contains(head[start]) { start += 1 }
        let rest = head[start...]
        if rest.starts(with: "--".utf8) || rest.starts(with: "/*".utf8) || rest.starts(with: "\\".utf8) { return true }
        let word = rest.prefix { (0x41...0x5a).contains($0 & 0xdf) }
        let after = rest.dropFirst(word.count).first ?? 0
        let isWord = after == 0x20 || after == 0x09 || after == 0x0a || after == 0x0d || after == 0x3b
        return isWord && statements.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
}
