import Foundation
import Ingest
import ServiceDesk
import TestSupport
import Testing

@Suite("Damaged files")
struct DamageTests {
    @Test("A dump cut at any byte is refused or reported as incomplete")
    func truncation() throws {
        let fixture = try Fixture()
        let whole = Array(HostileDesk(seed: 3, tickets: 3).dump().utf8)
        let last = Array("-- PostgreSQL database dump complete".utf8)
        let lastStart = try #require(whole.indices.reversed().first { whole[$0...].starts(with: last) })
        #expect(
            !(try Ingest.read(sources: [.path(fixture.write("dump.sql", whole))], options: IngestOptions())).isTruncated
        )
        var reported = 0
        for length in 0..<(lastStart + last.count) {
            let path = try fixture.write("cut.sql", Array(whole.prefix(length)))
            do {
                let result = try Ingest.read(sources: [.path(path)], options: IngestOptions())
                #expect(result.isTruncated, "cut at \(length)")
                #expect(result.findings.count(of: .truncated) == 1)
                reported += 1
            } catch {
                #expect(error.exitCode == 65, "cut at \(length): \(error.sentence)")
            }
        }
        #expect(reported > whole.count / 2)
    }

    @Test("A partial last row is a reject, and the rows before it are kept")
    func partialRow() throws {
        let fixture = try Fixture()
        let text =
            DumpText.header + "COPY public.tickets (\(DumpText.ticketColumns)) FROM stdin;\n" + DumpText.ticket(1)
            + "\n" + DumpText.ticket(2)
        let result = try fixture.read(text)
        #expect(result.dataset.tickets.count == 1)
        #expect(result.rejectCount == 1)
        #expect(result.isTruncated)
    }

    @Test("A file of any kind that is cut anywhere is refused or reported as incomplete", arguments: WrittenDesk.whole)
    func cuts(kind: WrittenDesk) throws {
        let desk = HostileDesk(seed: 31, tickets: LongRun.amount(12, long: 160))
        let whole = kind.bytes(of: desk).file
        // What follows the last line's text, and the second of the two empty blocks that end a tar file, hold nothing.
        let end = whole.count - ([.plain: 4, .inserts: 4, .tar: 512][kind] ?? 0)
        let cuts = LongRun.amount(100, long: 1000)
        let fixture = try Fixture()
        for cut in 0..<cuts {
            let length = end * cut / cuts
            let outcome = try fixture.outcome(of: Array(whole.prefix(length)), kind, IngestOptions())
            #expect(outcome.isNoticed, "cut at \(length) of \(end)")
        }
        #expect(try !fixture.outcome(of: whole, kind, IngestOptions()).isNoticed)
    }

    @Test("A flipped bit never crashes, and checksums do not overlook one", arguments: WrittenDesk.allCases)
    func flips(kind: WrittenDesk) throws {
        let fixture = try Fixture()
        let (whole, checkedFrom) = kind.bytes(of: HostileDesk(seed: 9, tickets: 5))
        let intact = try fixture.outcome(of: whole, kind, IngestOptions()).text
        var random = SeededRandom(77)
        for round in 0..<LongRun.amount(150, long: 1000) {
            var bytes = whole
            let place = Int(truncatingIfNeeded: random.next() % UInt64(bytes.count))
            bytes[place] ^= 1 << UInt8(truncatingIfNeeded: random.next() % 8)
            var options = IngestOptions()
            options.windowBytes = round % 2 == 0 ? 1 << 20 : 777
            options.threads = 1 + round % 2
            let outcome = try fixture.outcome(of: bytes, kind, options)
            if let checkedFrom, place >= checkedFrom {
                #expect(outcome.isNoticed || outcome.text == intact, "byte \(place) of \(whole.count)")
            }
        }
    }

    @Test("A JSON value of two hundred thousand levels is a bad value")
    func deepJSON() throws {
        let fixture = try Fixture()
        let deep = "{\"to\": " + String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000) + "}"
        let result = try fixture.read(
            DumpText.whole(
                DumpText.events([DumpText.event(1, "status_changed", deep)]), DumpText.tickets([DumpText.ticket(1)])))
        #expect(result.findings.count(of: .badValue) == 1)
        #expect(result.dataset.events.count == 1)
        let fits =
            "{\"to\": \"Open\", \"x\": " + String(repeating: "[", count: 511) + String(repeating: "]", count: 511) + "}"
        let shallow = try fixture.read(
            DumpText.whole(
                DumpText.events([DumpText.event(1, "status_changed", fits)]), DumpText.tickets([DumpText.ticket(1)])))
        #expect(shallow.findings.count(of: .badValue) == 0)
    }

    @Test("Too many rejects end the run, by their share or their number")
    func tooManyRejects() throws {
        let fixture = try Fixture()
        let good = (1...1000).map { DumpText.ticket($0) }
        let bad = (1...120).map { "bad\($0)" + DumpText.ticket($0) }
        #expect(try fixture.failure(DumpText.whole(DumpText.tickets(good + bad)))?.exitCode == 65)
        let few = try fixture.read(DumpText.whole(DumpText.tickets(good + bad.prefix(100))))
        #expect(few.rejectCount == 100)
        var options = IngestOptions()
        options.limits.rejects = 50
        #expect(try fixture.failure(DumpText.whole(DumpText.tickets(good + bad.prefix(60))), options)?.exitCode == 65)
    }

    @Test("A value beyond the limit ends the run and names the limit")
    func longValue() throws {
        let fixture = try Fixture()
        var options = IngestOptions()
        options.limits.valueBytes = 1000
        let row = DumpText.ticket(1, status: String(repeating: "x", count: 2000))
        let failure = try #require(try fixture.failure(DumpText.whole(DumpText.tickets([row])), options))
        #expect(failure.sentence.contains("1000"))
        options.limits.rowBytes = 4000
        options.windowBytes = 512
        let endless = DumpText.ticket(1, status: String(repeating: "x", count: 20_000))
        #expect(try fixture.failure(DumpText.whole(DumpText.tickets([endless])), options)?.exitCode == 65)
    }

    @Test("More different statuses than any desk has end the run")
    func tooManyWords() throws {
        let fixture = try Fixture()
        var options = IngestOptions()
        options.limits.distinctWords = 10
        let rows = (1...30).map { DumpText.ticket($0, status: "s\($0)") }
        let failure = try #require(try fixture.failure(DumpText.whole(DumpText.tickets(rows)), options))
        #expect(failure.exitCode == 65 && failure.sentence.contains("status"))
    }
}

extension WrittenDesk {
    /// The kinds whose end says that it is one.
    fileprivate static let whole = allCases.filter { $0 != .csv }
}

extension Fixture {
    /// What comes of bytes: everything that they hold, and whether something is said to be wrong with them as a whole.
    fileprivate func outcome(
        of bytes: [UInt8], _ kind: WrittenDesk, _ options: IngestOptions
    ) throws -> (text: String, isNoticed: Bool) {
        let path = try write(kind.fileName, bytes)
        do {
            let result = try Ingest.read(sources: [.path(path)], options: options)
            return (DatasetText.of(result), result.isTruncated)
        } catch {
            #expect([64, 65].contains(error.exitCode), "\(error.sentence)")
            return ("", true)
        }
    }

    func failure(_ text: String, _ options: IngestOptions) throws -> IngestError? {
        try failure(text, as: "dump.sql", options)
    }
}
