import Foundation
import Ingest
import ServiceDesk
import Testing

@Suite("The same bytes give the same dataset")
struct DeterminismTests {
    private static let sizes = [1, 2, 3, 7, 64, 4096, 1 << 20]

    private func options(_ windowBytes: Int, _ threads: Int) -> IngestOptions {
        var options = IngestOptions()
        options.windowBytes = windowBytes
        options.threads = threads
        options.keepsTitles = true
        return options
    }

    @Test("A dump read in windows of any size by any number of threads", arguments: 1...4 as ClosedRange<UInt64>)
    func dumpInAnyWindows(seed: UInt64) throws {
        let fixture = try Fixture()
        let path = try fixture.write("dump.sql", HostileDesk(seed: seed, tickets: 20).dump())
        let expected = DatasetText.of(try Ingest.read(sources: [.path(path)], options: options(1 << 20, 1)))
        #expect(expected.contains("finding bad_value"))
        for size in Self.sizes {
            for threads in [1, 2, 5] {
                let result = try Ingest.read(sources: [.path(path)], options: options(size, threads))
                #expect(DatasetText.of(result) == expected, "window \(size), threads \(threads), seed \(seed)")
            }
        }
    }

    @Test("A CSV folder read in windows of any size by any number of threads", arguments: 1...4 as ClosedRange<UInt64>)
    func csvInAnyWindows(seed: UInt64) throws {
        let fixture = try Fixture()
        let desk = HostileDesk(seed: seed, tickets: 20)
        for table in desk.tables { _ = try fixture.write("\(table.name).csv", desk.csv(table)) }
        let folder = fixture.folder.path
        let expected = DatasetText.of(try Ingest.read(sources: [.path(folder)], options: options(1 << 20, 1)))
        for size in Self.sizes {
            for threads in [1, 3] {
                let result = try Ingest.read(sources: [.path(folder)], options: options(size, threads))
                #expect(DatasetText.of(result) == expected, "window \(size), threads \(threads), seed \(seed)")
            }
        }
    }

    @Test("A dump of many windows read by several threads again and again")
    func manyWindows() throws {
        let fixture = try Fixture()
        let rows = (1...3000).map { DumpText.ticket($0, status: $0 % 7 == 0 ? "odd \($0 % 50)" : "Open") }
        let events = (1...4000).map {
            DumpText.event($0, ticket: 1 + $0 % 3000, "status_changed", "{\"to\": \"v\($0 % 90)\", \"from\": \"New\"}")
        }
        let path = try fixture.write("dump.sql", DumpText.whole(DumpText.events(events), DumpText.tickets(rows)))
        let expected = DatasetText.of(try Ingest.read(sources: [.path(path)], options: options(1 << 20, 1)))
        for round in 0..<6 {
            let result = try Ingest.read(sources: [.path(path)], options: options(5000, 2 + round % 3))
            #expect(DatasetText.of(result) == expected)
        }
    }

    @Test("The same rows as COPY and as CSV, with either end of line", arguments: 1...12 as ClosedRange<UInt64>)
    func copyAndCSVAgree(seed: UInt64) throws {
        let fixture = try Fixture()
        let desk = HostileDesk(seed: seed)
        let expected = DatasetText.of(try fixture.read(desk.dump()), places: false)
        let crlf = DatasetText.of(try fixture.read(desk.dump(lineEnd: "\r\n")), places: false)
        #expect(crlf == expected)
        for lineEnd in ["\n", "\r\n"] {
            let folder = try Fixture()
            // A file holds a table; the order of the tables is that of their names, as in the dump.
            for table in desk.tables { _ = try folder.write("\(table.name).csv", desk.csv(table, lineEnd: lineEnd)) }
            let result = try Ingest.read(sources: [.path(folder.folder.path)], options: IngestOptions())
            #expect(Self.sorted(DatasetText.of(result, places: false)) == Self.sorted(expected), "seed \(seed)")
        }
    }

    /// Lines without the dictionaries, whose order is that of first appearance.
    private static func sorted(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
            .filter {
                !$0.hasPrefix("dictionaries") && !$0.hasPrefix("directories") && !$0.hasPrefix("remark")
                    && !$0.hasPrefix("report")
            }
    }
}
