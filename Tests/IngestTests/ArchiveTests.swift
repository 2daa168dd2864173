import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("Archives of pg_dump")
struct ArchiveTests {
    private let fixture: Fixture
    private let desk = HostileDesk(seed: 6, tickets: 8)

    init() throws { fixture = try Fixture() }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("fixtures/archives")

    private func text(_ bytes: [UInt8], _ options: IngestOptions = IngestOptions()) throws -> String {
        let path = try fixture.write("desk", bytes)
        return DatasetText.of(try Ingest.read(sources: [.path(path)], options: options), places: false)
    }

    @Test("What pg_dump 15 to 18 wrote gives what its plain dump gives", arguments: [15, 16, 17, 18])
    func real(version: Int) throws {
        let folder = Self.folder.appendingPathComponent("\(version)")
        func read(_ name: String) throws -> IngestResult {
            try Ingest.read(sources: [.path(folder.appendingPathComponent(name).path)])
        }
        let plain = try read("plain.sql.gz")
        #expect(plain.dataset.tickets.count == 20 && plain.dataset.events.count == 40)
        #expect(plain.table("other.tickets")?.rows == 1 && plain.table("Tickets")?.rows == 1)
        // Only the plain one has commands of psql.
        func text(_ result: IngestResult) -> [Substring] {
            DatasetText.of(result, places: false).split(separator: "\n").filter { !$0.contains("skipped_command") }
        }
        let expected = text(plain)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count >= 6)
        for name in names where !["plain.sql.gz", "schema.dump", "all.sql.gz", "rows.sql.gz"].contains(name) {
            let result = try read(name)
            #expect(text(result) == expected, "\(version)/\(name)")
            #expect(result.rejectCount == 0 && !result.isTruncated)
        }
    }

    @Test("A whole server by pg_dumpall, and an archive without rows") func others() throws {
        let folder = Self.folder.appendingPathComponent("15")
        var options = IngestOptions()
        options.database = "postgres"
        let all = IngestSource.path(folder.appendingPathComponent("all.sql.gz").path)
        #expect(try Ingest.read(sources: [all], options: options).dataset.tickets.count == 20)
        // Data alone does not say which table a partition belongs to.
        let rows = try Ingest.read(sources: [.path(folder.appendingPathComponent("rows.sql.gz").path)])
        #expect(rows.dataset.tickets.count == 20 && rows.table("audit_2026")?.rows == 29)
        let schema = try Ingest.read(sources: [.path(folder.appendingPathComponent("schema.dump").path)])
        #expect(schema.findings.count(of: .noRows) == 1)
        #expect(schema.table("tickets")?.rows == 0)
    }

    @Test("Every version, every packing, data in any order", arguments: [12, 13, 14, 15, 16] as [UInt8])
    func versions(version: UInt8) throws {
        let expected = try text(Array(desk.dump().utf8))
        let packings: [Packed?] = version < 15 ? [nil, .zlib] : [nil, .zlib, .lz4, .zstd]
        for packing in packings {
            var writer = ArchiveWriter(version: version, packing: packing)
            #expect(try text(writer.write(desk.parts())) == expected, "\(version) \(String(describing: packing))")
            writer.hasOffsets = true
            #expect(try text(writer.write(desk.parts(inserts: true))) == expected)
        }
        var writer = ArchiveWriter(version: version)
        let order = Array(desk.parts().indices.reversed())
        let shuffled = try fixture.write("shuffled", writer.write(desk.parts(), order: order))
        let inventory = try Ingest.read(sources: [.path(shuffled)]).dataset.inventory
        #expect(inventory.tables == (try fixture.read(desk.dump())).dataset.inventory.tables)
    }

    @Test("Windows and chunks of any size") func windows() throws {
        let expected = try text(Array(desk.dump().utf8))
        for (size, chunk) in zip([1, 2, 3, 7, 64, 4096, 1 << 20], [1, 5, 17, 100, 4000, 3, 2]) {
            var options = IngestOptions()
            options.windowBytes = size
            var parts = desk.parts()
            for index in parts.indices { parts[index].chunk = chunk }
            var writer = ArchiveWriter(version: 16, packing: size % 2 == 0 ? .zstd : nil)
            #expect(try text(writer.write(parts), options) == expected, "\(size)")
        }
    }

    @Test("A tar file and a folder, members packed or not") func members() throws {
        let expected = try text(Array(desk.dump().utf8))
        let parts = desk.parts()
        var writer = ArchiveWriter(version: 14)
        let toc = writer.writeContents(parts)
        let data = parts.enumerated().map { ("\(10 + $0).dat", Array($1.data.utf8)) }
        let extra = [("../../etc/passwd", Array("x".utf8)), ("/abs", []), ("restore.sql", Array("DROP".utf8))]
        #expect(try text(ArchiveWriter.tar([("toc.dat", toc)] + extra + data)) == expected)
        let folder = try Fixture()
        _ = try folder.write("toc.dat", toc)
        for (index, (name, bytes)) in data.enumerated() {
            let packed: Packed? = [nil, .gzip, .zstd, .lz4][index % 4]
            _ = try folder.write(packed.map { "\(name).\($0.suffix)" } ?? name, packed?.pack(bytes) ?? bytes)
        }
        let whole = try Ingest.read(sources: [.path(folder.folder.path)])
        #expect(DatasetText.of(whole, places: false) == expected)
        try FileManager.default.removeItem(at: folder.folder.appendingPathComponent("10.dat"))
        #expect(try Ingest.read(sources: [.path(folder.folder.path)]).isTruncated)
    }

    @Test("Cut at any byte, an archive is refused or told to be incomplete", arguments: [false, true])
    func cuts(isTar: Bool) throws {
        var writer = ArchiveWriter(version: 15, packing: isTar ? nil : .zlib)
        let small = HostileDesk(seed: 2, tickets: 2)
        var bytes = writer.write(small.parts())
        if isTar {
            let data = small.parts().enumerated().map { ("\(10 + $0).dat", Array($1.data.utf8)) }
            bytes = ArchiveWriter.tar([("toc.dat", writer.writeContents(small.parts()))] + data)
        }
        var kept = 0
        // The last block of zeros of a tar file says nothing.
        for length in stride(from: 0, to: bytes.count - (isTar ? 512 : 0), by: isTar ? 37 : 5) {
            let path = try fixture.write("cut", Array(bytes[..<length]))
            do {
                #expect(try Ingest.read(sources: [.path(path)]).isTruncated, "cut at \(length) of \(bytes.count)")
                kept += 1
            } catch { #expect(error.exitCode == 65, "cut at \(length): \(error.sentence)") }
        }
        #expect(kept > 10)
    }

    @Test("Flipped bits never crash") func flips() throws {
        var random = SeededRandom(12)
        var writer = ArchiveWriter(version: 16, packing: .zstd)
        let custom = writer.write(desk.parts())
        var plain = ArchiveWriter(version: 14)
        let data = desk.parts().enumerated().map { ("\(10 + $0).dat", Array($1.data.utf8)) }
        let tar = ArchiveWriter.tar([("toc.dat", plain.writeContents(desk.parts()))] + data)
        for round in 0..<1500 {
            var bytes = round % 2 == 0 ? custom : tar
            // Most flips near the front, where the structure is.
            let span = round % 3 == 0 ? bytes.count : min(bytes.count, 3000)
            bytes[Int(random.next() % UInt64(span))] ^= 1 << UInt8(random.next() % 8)
            let path = try fixture.write("flipped", bytes)
            do { _ = try Ingest.read(sources: [.path(path)]) } catch {
                #expect([64, 65].contains(error.exitCode), "\(error.sentence)")
            }
        }
    }

    @Test("Another version and a hostile file name are refused") func refusals() throws {
        for version in [0, 11, 17] as [UInt8] {
            var writer = ArchiveWriter(version: version)
            #expect(throws: IngestError.self) { try text(writer.write(desk.parts())) }
        }
        let folder = try Fixture()
        var writer = ArchiveWriter(version: 14)
        let toc = writer.writeContents(desk.parts())
        let hostile = String(decoding: toc, as: UTF8.self).replacingOccurrences(of: "10.dat", with: "../dat")
        _ = try folder.write("toc.dat", hostile)
        #expect(throws: IngestError.self) { try Ingest.read(sources: [.path(folder.folder.path)]) }
        let plainTar = ArchiveWriter.tar([("desk.sql", Array(desk.dump().utf8))])
        #expect(throws: IngestError.self) { try text(plainTar) }
    }
}
