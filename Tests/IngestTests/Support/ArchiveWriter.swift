/// Writes custom archives of any version, as pg_dump did, and tar files.
struct ArchiveWriter {
    var version: UInt8
    var packing: Packed?
    /// Whether the table of contents says where the data is, as in a file that could be gone back to.
    var hasOffsets = false
    private(set) var bytes: [UInt8] = []

    init(version: UInt8, packing: Packed? = nil) {
        self.version = version
        self.packing = packing
    }

    /// A table and its data: COPY text, or INSERT statements when there are no columns.
    struct Part {
        var table: String
        var columns: [String]?
        var data: String
        var definition = ""
        /// Bytes of a chunk.
        var chunk = 1000
    }

    /// The archive of the parts, the data in the given order.
    mutating func write(_ parts: [Part], order: [Int]? = nil) -> [UInt8] {
        bytes = []
        head(format: 1)
        contents(parts, fileNames: false)
        for index in order ?? Array(parts.indices) {
            bytes.append(1)
            int(10 + index)
            let data = packing?.pack(Array(parts[index].data.utf8)) ?? Array(parts[index].data.utf8)
            for start in stride(from: 0, to: data.count, by: parts[index].chunk) {
                let chunk = data[start..<min(start + parts[index].chunk, data.count)]
                int(chunk.count)
                bytes += chunk
            }
            int(0)
        }
        return bytes
    }

    /// The table of contents of a tar or directory archive.
    mutating func writeContents(_ parts: [Part]) -> [UInt8] {
        bytes = []
        head(format: 3)
        contents(parts, fileNames: true)
        return bytes
    }

    private mutating func head(format: UInt8) {
        bytes += Array("PGDMP".utf8) + [1, version, 0, 4, 8, format]
        if version >= 15 {
            bytes.append(packing == nil ? 0 : packing == .lz4 ? 2 : packing == .zstd ? 3 : 1)
        } else {
            int(packing == nil ? 0 : -1)
        }
        for _ in 0..<7 { int(1) }
        for text in ["desk", "15.1", "15.1"] { string(text) }
    }

    private mutating func contents(_ parts: [Part], fileNames: Bool) {
        let settings = [
            ("ENCODING", "SET client_encoding = 'UTF8';\n"),
            ("STDSTRINGS", "SET standard_conforming_strings = 'on';\n"),
        ]
        int(settings.count + 2 * parts.count)
        for (kind, text) in settings { entry(1, kind, kind, definition: text, fileName: fileNames ? "" : nil) }
        for part in parts {
            entry(2, part.table, "TABLE", definition: part.definition, fileName: fileNames ? "" : nil)
        }
        for (index, part) in parts.enumerated() {
            // Before March 2018 names had no schema.
            let name = version < 13 ? part.table : "public.\(part.table)"
            let copy = part.columns.map { "COPY \(name) (\($0.joined(separator: ", "))) FROM stdin;\n" }
            entry(
                10 + index, part.table, "TABLE DATA", copy: copy ?? "", hasData: true,
                fileName: fileNames ? "\(10 + index).dat" : nil)
        }
    }

    private mutating func entry(
        _ id: Int, _ name: String, _ kind: String, definition: String = "", copy: String = "", hasData: Bool = false,
        fileName: String?
    ) {
        int(id)
        int(hasData ? 1 : 0)
        for text in ["1259", "0", name, kind] { string(text) }
        int(2)
        string(definition)
        string(nil)
        string(copy)
        string("public")
        string("")
        if version >= 14 { string("heap") }
        if version >= 16 { int(114) }
        string("app")
        string("false")
        string("3")
        string(nil)
        if let fileName {
            string(fileName)
        } else {
            bytes.append(hasData ? (hasOffsets ? 2 : 1) : 3)
            bytes += [UInt8](repeating: 0, count: 8)
        }
    }

    private mutating func int(_ value: Int) {
        bytes.append(value < 0 ? 1 : 0)
        for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value.magnitude >> (8 * UInt(shift)))) }
    }

    private mutating func string(_ text: String?) {
        guard let text else { return int(-1) }
        int(text.utf8.count)
        bytes += Array(text.utf8)
    }

    /// A tar file of members.
    static func tar(_ members: [(name: String, data: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        func octal(_ value: Int, _ digits: Int) -> [UInt8] {
            let text = String(value, radix: 8)
            return Array((String(repeating: "0", count: digits - text.count) + text).utf8) + [0]
        }
        for (name, data) in members {
            var header = [UInt8](repeating: 0, count: 512)
            header.replaceSubrange(0..<name.utf8.count, with: Array(name.utf8))
            header.replaceSubrange(124..<136, with: octal(data.count, 11))
            header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
            header[156] = UInt8(ascii: "0")
            header.replaceSubrange(257..<265, with: Array("ustar\u{0}00".utf8))
            let sum = header.reduce(0) { $0 + Int($1) }
            header.replaceSubrange(148..<155, with: octal(sum, 6))
            bytes += header + data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
        }
        return bytes + [UInt8](repeating: 0, count: 1024)
    }
}

extension HostileDesk {
    /// The desk as parts of an archive.
    func parts(inserts: Bool = false) -> [ArchiveWriter.Part] {
        tables.map { table in
            let names = table.columns.joined(separator: ", ")
            let rows = table.rows.map { row in
                inserts
                    ? "INSERT INTO public.\(table.name) VALUES ("
                        + row.map { $0.map(HostileDesk.sqlLiteral) ?? "NULL" }.joined(separator: ", ") + ");\n"
                    : row.map(HostileDesk.copyField).joined(separator: "\t") + "\n"
            }
            return ArchiveWriter.Part(
                table: table.name, columns: inserts ? nil : table.columns,
                data: rows.joined() + (inserts ? "\n\n" : "\\.\n\n\n"),
                definition:
                    "CREATE TABLE public.\(table.name) (\(names.split(separator: ", ").map { $0 + " text" }.joined(separator: ",\n")));\n"
            )
        }
    }
}
