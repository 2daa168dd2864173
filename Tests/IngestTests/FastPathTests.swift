import CMasks
import ServiceDesk
import Testing

@testable import Ingest

/// Whatever a fast path says yes to, the path that knows all rules must say the same about.
@Suite("Fast paths against the paths that know all rules")
struct FastPathTests {
    private func padded<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        let all = bytes + [UInt8](repeating: 0, count: 128)
        return all.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("a padded buffer is never empty") }
            return body(base)
        }
    }

    private func mutated(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(text.utf8)
        let alphabet = Array("0123456789-+:. TZabcdefABCDEF{}\"\\,nulltrue\t\n\u{1}".utf8)
        for _ in 0..<(random.next() % 3) {
            let place = Int(truncatingIfNeeded: random.next() % UInt64(bytes.count))
            let letter = alphabet[Int(truncatingIfNeeded: random.next() % UInt64(alphabet.count))]
            switch random.next() % 4 {
            case 0: bytes.insert(letter, at: place)
            case 1 where bytes.count > 1: bytes.remove(at: place)
            case 2: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            default: bytes[place] = letter
            }
        }
        return bytes
    }

    @Test("Instants")
    func instants() {
        var random = SeededRandom(1)
        var cache = FastValues.MonthCache()
        var agreed = 0
        let texts = [
            "2026-03-01 10:22:33.123456+00", "2026-03-01T10:22:33Z", "1999-12-31 23:59:59.5+05:30",
            "2024-02-29 00:00:00-03", "0001-01-01 00:00:00+00",
            "9999-12-31 23:59:59.999999+14:59", "2026-03-01 10:22:33+15:00",
        ]
        for round in 0..<60_000 {
            let bytes = mutated(texts[round % texts.count], &random)
            guard let fast = padded(bytes, { FastValues.instant($0, bytes.count, &cache) }) else { continue }
            agreed += 1
            #expect(
                InstantText.read(bytes.span) == .instant(Instant(microseconds: fast)),
                "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(agreed > 15_000)
    }

    @Test("Dates")
    func dates() {
        var random = SeededRandom(2)
        var cache = FastValues.MonthCache()
        for round in 0..<20_000 {
            let bytes = mutated(["2026-03-31", "2024-02-29", "1900-02-28"][round % 3], &random)
            guard let fast = padded(bytes, { FastValues.date($0, bytes.count, &cache) }) else { continue }
            #expect(InstantText.readDate(bytes.span) == .date(LocalDate(daysSinceEpoch: fast)))
        }
    }

    @Test("UUIDs")
    func uuids() {
        var random = SeededRandom(3)
        var agreed = 0
        for _ in 0..<60_000 {
            let id = EntityID<Ticket>(high: random.next(), low: random.next())
            let text = random.next() % 2 == 0 ? id.text : id.text.uppercased()
            let bytes = mutated(text, &random)
            var high: UInt64 = 0
            var low: UInt64 = 0
            let fast = bytes.count == 36 && padded(bytes) { FastValues.uuid($0, high: &high, low: &low) }
            guard fast else { continue }
            agreed += 1
            #expect(EntityID<Ticket>(bytes.span) == EntityID(high: high, low: low))
        }
        #expect(agreed > 15_000)
    }

    @Test("Objects of JSON")
    func json() {
        var random = SeededRandom(4)
        let texts = [
            "{\"to\": \"Open\", \"from\": \"New\", \"performed_by_id\": \"x\", \"amount\": 12.50}",
            "{\"to\":null,\"old\":true}", "{}",
            "{\"priority\": \"High\", \"new\": -1e5, \"assigned_at\": \"2026-03-01\", \"to\": \"a\", \"to\": \"b\"}",
        ]
        var agreed = 0
        for round in 0..<60_000 {
            let bytes = mutated(texts[round % texts.count], &random)
            padded(bytes) { start in
                var fast = JSONMembers()
                guard fast.readFlat(start, start + bytes.count) == start + bytes.count else { return }
                agreed += 1
                var slow = JSONMembers()
                let arena = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 64)
                defer { arena.deallocate() }
                var reader = JSONReader(start, start + bytes.count, depthLimit: 512, arena: arena)
                let document = reader.document(&slow)
                #expect(document == .object, "\(String(decoding: bytes, as: UTF8.self))")
                for key in MemberKey.allCases {
                    #expect(fast.string(key).map { Array($0.span) } == slow.string(key).map { Array($0.span) })
                    #expect(fast.isNull(key) == slow.isNull(key))
                    #expect(fast.number(key).map { Array($0.span) } == slow.number(key).map { Array($0.span) })
                }
            }
        }
        #expect(agreed > 10_000)
    }

    @Test("Objects of JSON whose quotes are doubled, as in CSV")
    func doubledQuotes() {
        var random = SeededRandom(14)
        let texts = [
            "{\"to\": \"Open\", \"from\": \"\", \"amount\": 12.50}", "{\"to\":null,\"old\":\"x\"}", "{}",
        ]
        var agreed = 0
        for round in 0..<30_000 {
            let bytes = mutated(texts[round % texts.count], &random)
            let doubled = bytes.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
            var single = JSONMembers()
            var double = JSONMembers()
            padded(bytes) { plain in
                padded(doubled) { start in
                    let isPlain = single.readFlat(plain, plain + bytes.count) == plain + bytes.count
                    let isDoubled = double.readFlat(start, start + doubled.count, quote: 2) == start + doubled.count
                    #expect(isPlain == isDoubled, "\(String(decoding: bytes, as: UTF8.self))")
                    guard isPlain, isDoubled else { return }
                    agreed += 1
                    for key in MemberKey.allCases {
                        #expect(single.string(key).map { Array($0.span) } == double.string(key).map { Array($0.span) })
                        #expect(single.isNull(key) == double.isNull(key))
                    }
                }
            }
        }
        #expect(agreed > 5000)
    }

    @Test("Byte masks")
    func masks() {
        var random = SeededRandom(5)
        for _ in 0..<3000 {
            let bytes = (0..<64).map { _ in
                UInt8(truncatingIfNeeded: random.next() % 12) &+ UInt8(random.next() % 3 == 0 ? 0x22 : 0)
            }
            for wanted in [0x09, 0x0a, 0x5c, 0x22, 0x00, 0x2c, 0xff] as [UInt8] {
                #expect(padded(bytes) { masks_equal64($0, wanted) } == SwarMasks.equal64(bytes, wanted))
            }
            var json: UInt32 = 0
            for place in 0..<16 where bytes[place] < 0x20 || bytes[place] == 0x22 || bytes[place] == 0x5c {
                json |= 1 << UInt32(place)
            }
            #expect(padded(bytes) { masks_json16($0) } == json)
        }
    }

    @Test("Where fields and rows end, byte by byte")
    func tokens() {
        var random = SeededRandom(6)
        let alphabet = Array("\\\\\t\n\"\",ab".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<Int(truncatingIfNeeded: random.next() % 200)).map { _ in
                alphabet[Int(truncatingIfNeeded: random.next() % UInt64(alphabet.count))]
            }
            padded(bytes) { start in
                var tokens = Tokens()
                tokens.copy(start, from: 0, to: bytes.count)
                #expect(Self.rows(tokens) == Self.plainRows(bytes, isCSV: false))
                tokens.csv(start, from: 0, to: bytes.count, separator: 0x2c)
                #expect(Self.rows(tokens) == Self.plainRows(bytes, isCSV: true))
            }
        }
    }

    /// The field ends of each row.
    private static func rows(_ tokens: borrowing Tokens) -> [[Int]] {
        var first = 1
        return (0..<tokens.rowEnds.count).map { row in
            let next = Int(tokens.rowEnds[row])
            defer { first = next }
            return (first..<next).map { Int(tokens.fieldEnds[$0]) }
        }
    }

    private static func plainRows(_ bytes: [UInt8], isCSV: Bool) -> [[Int]] {
        var rows: [[Int]] = []
        var row: [Int] = []
        var special = false
        var start = 0
        for (place, byte) in bytes.enumerated() {
            if isCSV, byte == 0x22 {
                special.toggle()
            } else if !isCSV, special {
                special = false
            } else if !isCSV, byte == 0x5c {
                special = true
            } else if !special, byte == (isCSV ? 0x2c : 0x09) {
                row.append(place)
            } else if !special, byte == 0x0a {
                rows.append(row + [place])
                row = []
                start = place + 1
            }
        }
        if start < bytes.count { rows.append(row + [bytes.count]) }
        return rows
    }

    @Test("Repeated ids are found whatever their number")
    func repeats() {
        var random = SeededRandom(7)
        for size in [0, 1, 5, 40_000, 120_000] {
            var high = Pile<UInt64>()
            var low = Pile<UInt64>()
            var expected: [[UInt32]] = []
            var first: [UInt64: UInt32] = [:]
            for row in 0..<size {
                let id = random.next() % UInt64(max(1, size))
                high.append(id &* 0x9e37_79b9_7f4a_7c15)
                low.append(id)
                if let earlier = first[id] { expected.append([earlier, UInt32(row)]) } else { first[id] = UInt32(row) }
            }
            for threads in [1, 3] {
                let found = RepeatedIDs.find(high, low, without: [], threads: threads)
                #expect(found.map { [$0.first, $0.later] } == expected)
            }
        }
    }

    @Test("Ids get numbers in order of first sight, also when their runs are too long to walk", arguments: [1, 2, 64])
    func idTable(probeLimit: Int) {
        var table = IDTable(probeLimit: probeLimit)
        var random = SeededRandom(8)
        var numbers: [EntityID<Ticket>: UInt32] = [:]
        for _ in 0..<30_000 {
            let id = EntityID<Ticket>(high: random.next() % 40, low: random.next() % 500)
            let expected = numbers[id] ?? UInt32(numbers.count)
            numbers[id] = expected
            #expect(table.number(id.high, id.low) == expected)
        }
        #expect(table.count == numbers.count)
        for (id, number) in numbers { #expect(table.number(id.high, id.low) == number) }
    }
}
