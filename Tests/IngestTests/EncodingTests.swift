import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("Dumps in other encodings")
struct EncodingTests {
    private let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private static let encodings: [(name: String, encoding: String.Encoding, text: String)] = [
        ("LATIN1", .isoLatin1, "café £ ÿ"), ("LATIN2", .isoLatin2, "Łódź"),
        ("WIN1252", .windowsCP1252, "10 € “naïve” …"),
        ("WIN1251", .windowsCP1251, "Привет ё №"), ("WIN1250", .windowsCP1250, "žluťoučký €"),
        ("WIN1253", .windowsCP1253, "Ελλάδα"), ("WIN1254", .windowsCP1254, "ışık"),
    ]

    private func dump(_ name: String, _ text: String, inserts: Bool) -> String {
        let columns = "id, category, created_at"
        let header = "SET client_encoding = '\(name)';\n"
        let rows = (1...40).map { [ID.ticket($0), "\(text) \($0 % 3)", "2026-03-01 10:00:00+00"] }
        let bad = [["no id \(text)", text, "2026-03-01 10:00:00+00"]]
        if inserts {
            let texts = (rows + bad).map { "(" + $0.map { "'\($0)'" }.joined(separator: ", ") + ")" }
            return header + "INSERT INTO public.tickets (\(columns)) VALUES \(texts.joined(separator: ", "));\n"
        }
        let texts = (rows + bad).map { $0.joined(separator: "\t") }
        return header + DumpText.copy("public.tickets", columns, texts) + "-- \(text)\n"
            + DumpText.copy("public.agents", "id, username, role", ["\(ID.agent(1))\t\(text)\tSupport"])
    }

    @Test("Text is converted, and rejects keep the bytes of the file", arguments: [false, true])
    func converted(inserts: Bool) throws {
        for (name, encoding, text) in Self.encodings {
            let bytes = Array(try #require(dump(name, text, inserts: inserts).data(using: encoding), "\(name)"))
            let path = try fixture.write("dump.sql", bytes)
            for size in [1, 7, 64, 1 << 20] {
                var options = IngestOptions()
                options.windowBytes = size
                let result = try Ingest.read(sources: [.path(path)], options: options)
                #expect(result.dataset.tickets.count == 40)
                #expect(result.dataset.tickets.category[TicketRow(3)] == "\(text) 1", "\(name)")
                #expect(result.dataset.agents.count == (inserts ? 0 : 1))
                let reject = try #require(result.rejects.first)
                #expect(reject.raw.contains("no id \(text)"))
                #expect(
                    Array(bytes[reject.byte...].prefix(inserts ? 6 : 5)) == Array((inserts ? "'no id" : "no id").utf8))
            }
        }
    }

    @Test("Every single-byte encoding of Postgres is known, and others are refused by name") func names() throws {
        let names =
            (1...10).map { "LATIN\($0)" } + (5...8).map { "ISO_8859_\($0)" } + (1250...1258).map { "WIN\($0)" }
            + ["WIN866", "WIN874", "KOI8R", "KOI8U", "SQL_ASCII", "UTF8"]
        for name in names { #expect(try fixture.failure(dump(name, "x", inserts: false)) == nil, "\(name)") }
        for name in ["EUC_JP", "SJIS", "BIG5", "GBK", "UHC", "JOHAB", "GB18030", "MULE_INTERNAL"] {
            let failure = try #require(try fixture.failure(dump(name, "x", inserts: false)))
            #expect(failure.exitCode == 65 && failure.sentence.contains(name))
        }
    }

    @Test("psql's ways to connect") func connections() throws {
        func database(_ command: String, _ number: Int) -> String {
            "\\\(command)\n\n" + DumpText.whole(DumpText.tickets([DumpText.ticket(number)]))
        }
        for command in [
            "connect old", "c old", "connect old user localhost 5432", "connect \"old\"", "connect dbname=old",
            "connect -reuse-previous=on \"dbname='old'\"", "connect 'host=x dbname=old port=1'",
            "connect postgresql://me@host:1/old?x=y",
        ] {
            let text = "SET x = 1;\n" + database("connect new", 1) + "\\connect -\n" + database(command, 2)
            #expect(try fixture.failure(text)?.sentence.contains("new, old") == true, "\(command)")
            var options = IngestOptions()
            options.database = "old"
            let result = try fixture.read(text, as: "dump.sql", options)
            #expect(result.dataset.tickets.id.map(\.text) == [ID.ticket(2)], "\(command)")
        }
    }
}
