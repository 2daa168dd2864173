import Dispatch

/// Finds rows whose id an earlier row has.
///
/// Rows are dealt into buckets that fit into the cache, by a hash that nobody outside can know; the buckets are then
/// looked through on their own, by several threads when there are many rows. A row takes its number and half of its hash
/// along, so that ids are only looked at again where the hashes agree.
enum RepeatedIDs {
    /// The pairs of the first row of an id and a later one, ascending by the later one.
    static func find(
        _ high: borrowing Pile<UInt64>, _ low: borrowing Pile<UInt64>, without ranges: [Range<Int>], threads: Int = 1,
        spare: SpareMemory = SpareMemory()
    ) -> [(first: UInt32, later: UInt32)] {
        let count = high.count
        guard count > 1 else { return [] }
        let search = RepeatSearch(high: high.base, low: low.base, count: count, ranges: ranges, spare: spare)
        defer { search.giveUp(to: spare) }
        let parts = threads > 1 && count > 100_000 ? threads * 8 : 1
        let found = [[(first: UInt32, later: UInt32)]](unsafeUninitializedCapacity: parts) { buffer, initialized in
            let output = PartOutput(base: buffer.baseAddress)
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                output.base.map { ($0 + part).initialize(to: search.part(part, of: parts)) }
            }
            initialized = parts
        }
        return found.joined().sorted { $0.later < $1.later }
    }

    /// Where the parts put what they found, a place each.
    private struct PartOutput: @unchecked Sendable {
        let base: UnsafeMutablePointer<[(first: UInt32, later: UInt32)]>?
    }
}

/// The rows by bucket. Only read once it is made, so threads may share it.
private final class RepeatSearch: @unchecked Sendable {
    private let high: UnsafePointer<UInt64>
    private let low: UnsafePointer<UInt64>
    private let starts: [Int]
    /// The low half of a row's hash, and its number below.
    private var entries: Pile<UInt64>

    init(
        high: UnsafePointer<UInt64>, low: UnsafePointer<UInt64>, count: Int, ranges: [Range<Int>], spare: SpareMemory
    ) {
        self.high = high
        self.low = low
        let secret = UInt64.random(in: .min ... .max) | 1
        var bits = 0
        while bits < 12 && count >> bits > 8192 { bits += 1 }
        // The top bits of the hash; a shift by 64 gives 0, which is one bucket.
        let shift = UInt64(64 - bits)
        var starts = [Int](repeating: 0, count: 1 << bits + 1)
        let counted = RepeatSearch.counted(count, without: ranges)
        for rows in counted {
            for row in rows {
                starts[Int(truncatingIfNeeded: RepeatSearch.hash(high[row], low[row], secret) >> shift) &+ 1] &+= 1
            }
        }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        self.starts = starts
        entries = Pile(capacity: count, from: spare)
        let output = entries.reserve(count)
        for rows in counted {
            for row in rows {
                let hash = RepeatSearch.hash(high[row], low[row], secret)
                let bucket = Int(truncatingIfNeeded: hash >> shift)
                output[starts[bucket]] = hash << 32 | UInt64(row)
                starts[bucket] &+= 1
            }
        }
        entries.commit(count)
    }

    /// Lets others use the memory.
    func giveUp(to spare: SpareMemory) { spare.take(&entries) }

    /// The rows that have ids.
    private static func counted(_ count: Int, without ranges: [Range<Int>]) -> [Range<Int>] {
        var counted: [Range<Int>] = []
        var next = 0
        for range in ranges {
            counted.append(next..<range.lowerBound)
            next = range.upperBound
        }
        counted.append(next..<count)
        return counted
    }

    @inline(__always)
    private static func hash(_ high: UInt64, _ low: UInt64, _ secret: UInt64) -> UInt64 {
        let product = (high ^ secret).multipliedFullWidth(by: low ^ (secret &* 3))
        return (product.high ^ product.low) &* 0x9e37_79b9_7f4a_7c15
    }

    /// The repeats in one part of the buckets.
    func part(_ part: Int, of parts: Int) -> [(first: UInt32, later: UInt32)] {
        let buckets = starts.count - 1
        var result: [(first: UInt32, later: UInt32)] = []
        var slots = Pile<UInt64>()
        for bucket in (buckets * part / parts)..<(buckets * (part + 1) / parts) {
            look(starts[bucket]..<starts[bucket + 1], &slots, &result)
        }
        return result
    }

    /// Looks through a bucket with a table of its entries; a slot of all ones is free.
    private func look(
        _ members: Range<Int>, _ slots: inout Pile<UInt64>, _ result: inout [(first: UInt32, later: UInt32)]
    ) {
        var size = 16
        while size < members.count * 2 { size *= 2 }
        slots.removeAll()
        slots.append(repeating: UInt64.max, size)
        let table = slots.base
        let entries = entries.base
        for place in members {
            let entry = entries[place]
            var slot = Int(truncatingIfNeeded: entry >> 32) & (size - 1)
            while table[slot] != UInt64.max {
                if table[slot] >> 32 == entry >> 32 && areEqual(table[slot], entry) { break }
                slot = (slot + 1) & (size - 1)
            }
            if table[slot] == UInt64.max {
                table[slot] = entry
            } else {
                result.append(
                    (first: UInt32(truncatingIfNeeded: table[slot]), later: UInt32(truncatingIfNeeded: entry)))
            }
        }
    }

    @inline(never)
    private func areEqual(_ left: UInt64, _ right: UInt64) -> Bool {
        let first = Int(left & 0xffff_ffff)
        let second = Int(right & 0xffff_ffff)
        return high[first] == high[second] && low[first] == low[second]
    }
}
