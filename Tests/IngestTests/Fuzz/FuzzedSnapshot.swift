import ServiceDesk

@testable import Ingest

/// A snapshot with some bytes replaced and every checksum put right, so that the values themselves are looked at.
enum FuzzedSnapshot {
    /// A small desk's snapshot.
    private static let whole: [UInt8] = {
        guard let file = MemoryFile(Array(HostileDesk(seed: 5, tickets: 3).dump().utf8)) else { return [] }
        var options = IngestOptions()
        options.keepsTitles = true
        var sink = MemorySink()
        guard let result = try? Ingest.read(sources: [.path(file.path)], options: options),
            (try? Snapshot.write(result, to: &sink)) != nil
        else { return [] }
        return sink.bytes
    }()

    /// Every four bytes of the input are a place and what is put there; the bytes that fill pages are left out.
    static func complaint(about bytes: [UInt8]) -> String? {
        guard let header = try? SnapshotHeader(ColumnValues(whole)), let blocks = try? SnapshotForgery(whole).blocks
        else {
            return "there is no snapshot to change"
        }
        let index = SnapshotFormat.page..<SnapshotFormat.page + header.indexBytes
        let places = [0..<SnapshotFormat.headerBytes, index] + blocks.map(\.bytes)
        let count = places.reduce(0) { $0 + $1.count }
        var damaged = whole
        for start in stride(from: 0, to: bytes.count - 3, by: 4) {
            let drawn = Int(bytes[start]) | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2]) << 16
            damaged[place(drawn % count, in: places)] = bytes[start + 3]
        }
        let forged = (try? SnapshotForgery(damaged).sealed()) ?? damaged
        return read(damaged) ?? read(forged)
    }

    private static func place(_ number: Int, in ranges: [Range<Int>]) -> Int {
        var rest = number
        for range in ranges {
            if rest < range.count { return range.lowerBound + rest }
            rest -= range.count
        }
        return 0
    }

    private static func read(_ bytes: [UInt8]) -> String? {
        guard let file = MemoryFile(bytes) else { return "no memory for the file" }
        var options = IngestOptions()
        options.threads = 1
        options.keepsTitles = true
        do {
            // Whatever it says, all of it can be looked at.
            _ = DatasetText.of(try Ingest.read(sources: [.path(file.path)], options: options))
            return nil
        } catch {
            return [64, 65].contains(error.exitCode) ? nil : error.sentence
        }
    }
}
