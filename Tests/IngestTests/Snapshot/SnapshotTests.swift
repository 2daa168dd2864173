import ServiceDesk
import TestSupport
import Testing

@testable import Ingest

@Suite("Snapshots")
struct SnapshotTests {
    /// The snapshot of a hostile desk, and what was read to make it.
    private struct Frozen {
        let fixture: Fixture
        let source: IngestResult
        let bytes: [UInt8]

        init(seed: UInt64, tickets: Int = 12) throws {
            fixture = try Fixture()
            var options = IngestOptions()
            options.keepsTitles = true
            source = try fixture.read(HostileDesk(seed: seed, tickets: tickets).dump(), options)
            var sink = MemorySink()
            try Snapshot.write(source, to: &sink)
            bytes = sink.bytes
        }

        /// What comes out of such bytes; every column is looked at.
        func read(_ bytes: [UInt8], verifies: Bool = false) throws -> Result<IngestResult, IngestError> {
            let path = try fixture.write("desk.atsnap", bytes)
            return Result { () throws(IngestError) in
                var options = IngestOptions()
                options.keepsTitles = true
                options.verifiesSnapshot = verifies
                return try Ingest.read(sources: [.path(path)], options: options)
            }
        }
    }

    /// A reading of damaged bytes is refused, or it says what the whole file says.
    private static func expectRefused(
        _ reading: Result<IngestResult, IngestError>, or text: String, _ what: String
    ) {
        switch reading {
        case .success(let result): #expect(DatasetText.of(result) == text, "\(what)")
        case .failure(let error):
            #expect(error.exitCode == 65, "\(what): \(error.sentence)")
            #expect(error.hint != nil)
        }
    }

    @Test("A snapshot holds everything that was read", arguments: 1...10 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        let frozen = try Frozen(seed: seed)
        let read = try frozen.read(frozen.bytes, verifies: true).get()
        #expect(DatasetText.of(read) == DatasetText.of(frozen.source))
        #expect(read.sources == frozen.source.sources)
        #expect(read.dataset.sources == frozen.source.dataset.sources)
        #expect(read.dataset.findings.findings == frozen.source.dataset.findings.findings)
        #expect(read.rejects == frozen.source.rejects)
        var again = MemorySink()
        try Snapshot.write(read, threads: 3, to: &again)
        #expect(again.bytes == frozen.bytes)
    }

    @Test("A dataset without rows, and titles that nobody asked for")
    func emptyAndWithoutTitles() throws {
        let fixture = try Fixture()
        let source = try fixture.read("id,status\n", as: "tickets.csv")
        var sink = MemorySink()
        try Snapshot.write(source, to: &sink)
        let path = try fixture.write("desk.atsnap", sink.bytes)
        let read = try Ingest.read(sources: [.path(path)])
        #expect(DatasetText.of(read) == DatasetText.of(source))
        var options = IngestOptions()
        options.keepsTitles = true
        #expect(try Ingest.read(sources: [.path(path)], options: options).dataset.tickets.title == nil)
        let frozen = try Frozen(seed: 1)
        let other = try frozen.fixture.write("desk.atsnap", frozen.bytes)
        #expect(try Ingest.read(sources: [.path(other)]).dataset.tickets.title == nil)
        options.wantsRows = false
        let notes = try Ingest.read(sources: [.path(other)], options: options)
        #expect(notes.dataset.tickets.count == 0)
        #expect(notes.dataset.inventory.tables == frozen.source.dataset.inventory.tables)
    }

    @Test("Flipped bits of the header and the index are noticed, and so is a cut anywhere")
    func damagedIndex() throws {
        let frozen = try Frozen(seed: 7, tickets: 3)
        let text = DatasetText.of(frozen.source)
        let header = try SnapshotHeader(ColumnValues(frozen.bytes))
        let places =
            Array(0..<SnapshotFormat.headerBytes)
            + stride(from: SnapshotFormat.headerBytes, to: SnapshotFormat.page + header.indexBytes, by: 53)
        for place in places {
            var damaged = frozen.bytes
            damaged[place] ^= 1 << UInt8(place % 8)
            let reading = try frozen.read(damaged)
            Self.expectRefused(reading, or: text, "byte \(place)")
            let isChecked = place < SnapshotFormat.headerBytes || place >= SnapshotFormat.page
            if isChecked { #expect(throws: IngestError.self) { try reading.get() } }
        }
        for length in stride(from: frozen.bytes.count - 1, to: 0, by: -997) {
            let reading = try frozen.read(Array(frozen.bytes.prefix(length)))
            #expect(throws: IngestError.self, "cut at \(length)") { try reading.get() }
        }
    }

    @Test("Random damage is refused or does not matter", arguments: 1...4 as ClosedRange<UInt64>)
    func randomDamage(seed: UInt64) throws {
        let frozen = try Frozen(seed: seed)
        let text = DatasetText.of(frozen.source)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<50 {
            var damaged = frozen.bytes
            for _ in 0...round % 4 {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                damaged[place] = UInt8.random(in: 0...255, using: &generator)
            }
            Self.expectRefused(try frozen.read(damaged), or: text, "seed \(seed), round \(round)")
        }
    }

    @Test("Right checksums over wrong values are no reason to trust them", arguments: 1...4 as ClosedRange<UInt64>)
    func forgery(seed: UInt64) throws {
        let frozen = try Frozen(seed: seed)
        var generator = SeededGenerator(seed: seed)
        var refused = 0
        for _ in 0..<80 {
            switch try frozen.read(try Self.forged(frozen.bytes, &generator)) {
            // Other values of the right kind are another desk; looking at all of it must be safe.
            case .success(let result): #expect(!DatasetText.of(result).isEmpty)
            case .failure(let error):
                #expect(error.exitCode == 65)
                refused += 1
            }
        }
        #expect(refused > 10)
    }

    /// The file with some bytes of one block changed and all checksums put right.
    private static func forged(_ bytes: [UInt8], _ generator: inout SeededGenerator) throws -> [UInt8] {
        var forgery = try SnapshotForgery(bytes)
        let block = try #require(forgery.blocks.filter { !$0.bytes.isEmpty }.randomElement(using: &generator))
        for _ in 0...3 {
            let byte = Int.random(in: block.bytes, using: &generator)
            forgery.bytes[byte] = UInt8.random(in: 0...255, using: &generator)
        }
        return forgery.sealed()
    }

    @Test("A snapshot of another version says so")
    func otherVersion() throws {
        let frozen = try Frozen(seed: 1, tickets: 1)
        var other = frozen.bytes
        other[SnapshotFormat.mark.count] = 1
        let reading = try frozen.read(other)
        let error = #expect(throws: IngestError.self) { try reading.get() }
        #expect(error?.sentence.hasSuffix("has version 1; this program reads version 2") == true)
    }

    @Test("Checksums notice every flipped bit, swapped words and a shorter end")
    func checksums() {
        var generator = SeededGenerator(seed: 1)
        for count in [0, 1, 7, 8, 31, 32, 33, 64, 100, 257] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let sum = Self.checksum(bytes)
            #expect(sum == Self.checksum(bytes))
            for bit in 0..<count * 8 {
                var other = bytes
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(Self.checksum(other) != sum)
            }
            if count > 0 { #expect(Self.checksum(bytes.dropLast()) != sum) }
            if count >= 64 { #expect(Self.checksum(Array(bytes[32..<64] + bytes[..<32] + bytes[64...])) != sum) }
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt64 {
        SnapshotChecksum.of(ColumnValues(bytes), 0..<bytes.count)
    }
}
