public import ServiceDesk

/// Writes a database out: the product's tables with the columns that an import takes over, values as they are; no
/// passwords, no keys. One state of the database, whatever is written meanwhile.
public struct DatabaseExport {
    private let tables: any TableSource

    /// Starts an export of the database at a location.
    /// - Throws: `DatabaseError`.
    public init(of location: DatabaseLocation) throws {
        tables = try location.tables(withOwnColumns: true)
    }

    /// Writes a plain dump that psql restores into an empty database and that this program reads and imports.
    public func writeDump(to sink: inout some ByteSink) throws {
        try sink.write("--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n")
        try sink.write("SET standard_conforming_strings = on;\n\n")
        for part in tables.parts {
            try sink.write("CREATE TABLE IF NOT EXISTS public.\(part.table.name) (\n    ")
            let columns = part.columns.map { "\"\($0.name)\" \($0.type.postgres)" }
            try sink.write(columns.joined(separator: ",\n    ") + ",\n    PRIMARY KEY (id)\n);\n\n")
        }
        var bytes: [UInt8] = []
        for part in tables.parts {
            try tables.begin(part)
            try sink.write("COPY public.\(part.table.name) (\(part.list)) FROM stdin;\n")
            var isDone = false
            while !isDone {
                bytes.removeAll(keepingCapacity: true)
                isDone = try tables.appendRows(to: &bytes)
                try sink.write(bytes)
            }
            try sink.write("\\.\n\n")
        }
        try tables.finish()
        try sink.write("--\n-- PostgreSQL database dump complete\n--\n")
    }

    /// Writes a CSV file per table, as `COPY … CSV HEADER` would: NULL is an empty field, an empty text is `""`.
    /// - Parameter file: opens the file of a table.
    /// - Returns: the tables with their numbers of rows.
    public func writeCSV<Sink: ByteSink>(
        to file: (String) throws -> Sink
    ) throws -> [(table: String, rows: Int)] {
        var counts: [(table: String, rows: Int)] = []
        for part in tables.parts {
            var sink = try file(part.table.name)
            try tables.begin(part)
            try sink.write(part.columns.map(\.name).joined(separator: ",") + "\n")
            var rows = 0
            var isDone = false
            while !isDone {
                var bytes: [UInt8] = []
                isDone = try tables.appendRows(to: &bytes)
                var output: [UInt8] = []
                for line in bytes.split(separator: 0x0a) {
                    rows += 1
                    CSVField.append(CopyText.fields(line), to: &output)
                }
                try sink.write(output)
            }
            counts.append((part.table.name, rows))
        }
        try tables.finish()
        return counts
    }
}

/// Fields of a CSV row.
private enum CSVField {
    static func append(_ texts: [[UInt8]?], to output: inout [UInt8]) {
        for (index, text) in texts.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            guard let text else { continue }
            let isPlain = !text.isEmpty && !text.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }
            if isPlain {
                output.append(contentsOf: text)
                continue
            }
            output.append(0x22)
            for byte in text {
                if byte == 0x22 { output.append(byte) }
                output.append(byte)
            }
            output.append(0x22)
        }
        output.append(0x0a)
    }
}
