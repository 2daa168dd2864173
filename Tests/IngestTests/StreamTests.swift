import Ingest
import ServiceDesk
import Testing

@Suite struct StreamTests {
    /// Text that is made up while it is read, a few bytes at a time.
    private final class Trickle: ByteReader {
        private let bytes: [UInt8]
        private let step: Int
        private var position = 0

        init(_ text: String, step: Int) {
            bytes = Array(text.utf8)
            self.step = step
        }

        func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
            let count = min(capacity, step, bytes.count - position)
            for index in 0..<count { buffer[index] = bytes[position + index] }
            position += count
            return count
        }
    }

    @Test(arguments: [1, 5, 4096]) func aStreamIsReadLikeADump(step: Int) throws {
        let rows = (1...30).map { DumpText.ticket($0) } + ["no id\t\\N\tHigh\tOpen\t\\N\t\\N"]
        let text = DumpText.tickets(rows)
        let stream = IngestSource.stream(
            name: "postgres://desk", kind: "live database", reader: Trickle(text, step: step))
        let result = try Ingest.read(sources: [stream])
        #expect(result.dataset.tickets.count == 30)
        #expect(result.sources.map(\.kind) == ["live database"])
        #expect(result.sources.map(\.bytes) == [text.utf8.count])
        #expect(result.rejects.map(\.file) == ["postgres://desk"])
        #expect(result.rejects.map(\.line) == [32])
        #expect(!result.isTruncated)
    }
}
