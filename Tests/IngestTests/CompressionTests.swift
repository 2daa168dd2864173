import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("Packed files")
struct CompressionTests {
    private let fixture: Fixture
    private let dump = Array(HostileDesk(seed: 5, tickets: 12).dump().utf8)

    init() throws { fixture = try Fixture() }

    /// What a file holds, or nil when it is refused as broken.
    private func read(_ name: String, _ bytes: [UInt8], windowBytes: Int = 1 << 20) throws -> IngestResult? {
        var options = IngestOptions()
        options.windowBytes = windowBytes
        options.threads = 1 + windowBytes % 2
        let path = try fixture.write(name, bytes)
        do { return try Ingest.read(sources: [.path(path)], options: options) } catch {
            #expect(error.exitCode == 65, "\(error.sentence)")
            return nil
        }
    }

    /// The dataset as text; all files of a test have one name, since findings name it.
    private func text(_ bytes: [UInt8], windowBytes: Int = 1 << 20) throws -> String? {
        try read("desk", bytes, windowBytes: windowBytes).map { DatasetText.of($0) }
    }

    @Test("Any packing, read in windows of any size, gives what the plain dump gives", arguments: Packed.allCases)
    func packings(_ packed: Packed) throws {
        let expected = try text(dump)
        for size in [1, 2, 3, 7, 64, 4096, 1 << 20] {
            #expect(try text(packed.pack(dump), windowBytes: size) == expected, "\(packed), windows of \(size)")
        }
    }

    @Test("Packed twice is still packed") func twice() throws {
        #expect(try text(Packed.gzip.pack(Packed.zstd.pack(dump))) == text(dump))
    }

    @Test("Several members or frames, empty ones too", arguments: [Packed.gzip, .zstd, .lz4])
    func members(_ packed: Packed) throws {
        var random = SeededRandom(4)
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            var rest = dump[...]
            while !rest.isEmpty {
                let part = rest.prefix(Int(random.next() % 4000))
                bytes += packed.pack(Array(part))
                rest = rest.dropFirst(part.count)
            }
            #expect(try text(bytes) == text(dump))
            let padded = try #require(try read("desk", bytes + [0, 0, 0, 0, 0]))
            #expect(!padded.isTruncated)
        }
    }

    @Test("A pipe that gives a few bytes at a time", arguments: [Packed.gzip, .zstd, .lz4])
    func pipe(_ packed: Packed) throws {
        let half = dump.count / 2
        let bytes = packed.pack(Array(dump[..<half])) + packed.pack(Array(dump[half...]))
        let pipe = Pipe()
        DispatchQueue.global().async {
            for start in stride(from: 0, to: bytes.count, by: 3) {
                pipe.fileHandleForWriting.write(Data(bytes[start..<min(start + 3, bytes.count)]))
            }
            try? pipe.fileHandleForWriting.close()
        }
        var options = IngestOptions()
        options.standardInput = pipe.fileHandleForReading.fileDescriptor
        let result = try Ingest.read(sources: [.path("-")], options: options)
        #expect(
            DatasetText.of(result, places: false) == DatasetText.of(try #require(try read("d", dump)), places: false))
    }

    @Test("Frames that are to be skipped", arguments: [Packed.zstd, .lz4])
    func skippable(_ packed: Packed) throws {
        let skipped: [UInt8] = [0x53, 0x2a, 0x4d, 0x18, 5, 0, 0, 0] + Array("hello".utf8)
        let half = dump.count / 2
        let bytes = packed.pack(Array(dump[..<half])) + skipped + packed.pack(Array(dump[half...])) + skipped
        #expect(try text(bytes) == text(dump))
        #expect(try text(Packed.zstd.pack([]) + skipped + Packed.zstd.pack(dump)) == text(dump))
    }

    @Test("Bytes behind the packed data are told", arguments: Packed.allCases)
    func trailing(_ packed: Packed) throws {
        let result = try #require(try read("desk", packed.pack(dump) + Array("garbage".utf8)))
        #expect(result.isTruncated)
        #expect(result.examples(.truncated).first?.sentence.contains("follow the packed data") == true)
    }

    @Test("Packed data cut at any byte is told, and what was read is kept", arguments: Packed.allCases)
    func cuts(_ packed: Packed) throws {
        let bytes = packed.pack(dump)
        var kept = 0
        for length in stride(from: 0, to: bytes.count, by: 3) {
            guard let result = try read("desk.sql.\(packed.suffix)", Array(bytes[..<length])) else { continue }
            #expect(result.isTruncated, "cut at \(length) of \(bytes.count)")
            kept += 1
        }
        #expect(kept > 0)
    }

    @Test("A packed CSV file that is cut gives no half row") func cutCSV() throws {
        let rows = (1...400).map { "\(ID.ticket($0)),\(ID.customer(1)),Open,High,2026-03-01 10:00:00+00,,1234567.25\n" }
        let csv = "id,customer_id,status,priority,created_at,updated_at,bill_amount\n" + rows.joined()
        let bytes = Packed.gzip.pack(Array(csv.utf8))
        for length in stride(from: bytes.count / 3, to: bytes.count, by: 7) {
            let result = try #require(try read("tickets.csv.gz", Array(bytes[..<length])))
            #expect(result.isTruncated && result.rejectCount == 0)
            let inventory = result.dataset.inventory
            #expect(inventory.billAmountSum.value == Int64(result.dataset.tickets.count) * 123_456_725)
        }
    }

    @Test("A flipped bit is noticed, or changes nothing", arguments: Packed.allCases)
    func flips(_ packed: Packed) throws {
        let small = Array(DumpText.whole(DumpText.tickets((1...6).map { DumpText.ticket($0) })).utf8)
        let bytes = packed.pack(small)
        let expected = try text(small)
        var random = SeededRandom(31)
        for place in bytes.indices {
            let bit = UInt8(random.next() % 8)
            var flipped = bytes
            flipped[place] ^= 1 << bit
            guard let result = try read("desk", flipped), !result.isTruncated else { continue }
            #expect(DatasetText.of(result) == expected, "bit \(bit) of byte \(place)")
        }
    }

    @Test("A folder of packed CSV files, a named one, and standard input") func places() throws {
        let desk = HostileDesk(seed: 8)
        let plain = try Fixture()
        let packed = try Fixture()
        for (index, table) in desk.tables.enumerated() {
            let kind: Packed = [.gzip, .zstd, .lz4][index % 3]
            let csv = desk.csv(table)
            _ = try plain.write("\(table.name).csv", csv)
            _ = try packed.write("\(table.name)_rows.csv.\(kind.suffix)", kind.pack(Array(csv.utf8)))
        }
        let expected = DatasetText.of(try Ingest.read(sources: [.path(plain.folder.path)]), places: false)
        #expect(DatasetText.of(try Ingest.read(sources: [.path(packed.folder.path)]), places: false) == expected)
        let csv = "id,status,created_at\n\(ID.ticket(1)),Open,2026-03-01 10:00:00+00\n"
        let file = try fixture.write("export.bin", Packed.zstd.pack(Array(csv.utf8)))
        #expect(try Ingest.read(sources: [.path("tickets=\(file)")]).dataset.tickets.count == 1)
        let handle = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: try fixture.write("d", Packed.gzip.pack(dump))))
        var options = IngestOptions()
        options.standardInput = handle.fileDescriptor
        let result = try Ingest.read(sources: [.path("-")], options: options)
        #expect(result.dataset.tickets.count == 12)
        #expect(result.sources.map(\.kind) == ["plain dump, gzip"])
    }
}
