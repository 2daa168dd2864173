import Dispatch

/// Finds rows whose id an earlier row has.
///
/// Rows are dealt into buckets that fit into the cache, by a hash that nobody outside can know; the buckets are then
/// looked through on their own, by several threads when there are many rows. Four bytes a row are all that it needs.
enum RepeatedIDs {
    /// The pairs of the first row of an id and a later one, ascending by the later one.
    static func find(
        _ high: borrowing Pile<UInt64>, _ low: borrowing Pile<UInt64>, without ranges: [Range<Int>], threads: Int = 1
    ) -> [(first: UInt32, later: UInt32)] {
        let count = high.count
        guard count > 1 else { return [] }
        let search = RepeatSearch(high: high.base, low: low.base, count: count, ranges: ranges)
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
private struct RepeatSearch: @unchecked Sendable {
    private let high: UnsafePointer<UInt64>
    private let low: UnsafePointer<UInt64>
    private let ranges: [Range<Int>]
    private let secret = UInt64.random(in: .min ... .max) | 1
    private let starts: [Int]
    private let order: [UInt32]

    init(high: UnsafePointer<UInt64>, low: UnsafePointer<UInt64>, count: Int, ranges: [Range<Int>]) {
        self.high = high
        self.low = low
        self.ranges = ranges
        var bits = 0
        while bits < 12 && count >> bits > 16_384 { bits += 1 }
        // The top bits of the hash; a shift by 64 gives 0, which is one bucket.
        let shift = UInt64(64 - bits)
        var starts = [Int](repeating: 0, count: 1 << bits + 1)
        for row in 0..<count {
            starts[Int(truncatingIfNeeded: RepeatSearch.hash(high[row], low[row], secret) >> shift) &+ 1] &+= 1
        }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var order = [UInt32](repeating: 0, count: count)
        for row in 0..<count {
            let place = Int(truncatingIfNeeded: RepeatSearch.hash(high[row], low[row], secret) >> shift)
            order[next[place]] = UInt32(truncatingIfNeeded: row)
            next[place] &+= 1
        }
        self.starts = starts
        self.order = order
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
        var slots: [UInt32] = []
        for bucket in (buckets * part / parts)..<(buckets * (part + 1) / parts) {
            look(starts[bucket]..<starts[bucket + 1], &slots, &result)
        }
        return result
    }

    private func look(
        _ members: Range<Int>, _ slots: inout [UInt32], _ result: inout [(first: UInt32, later: UInt32)]
    ) {
        var size = 16
        while size < members.count * 2 { size *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(UInt32.max, count: size))
        for place in members {
            let row = Int(order[place])
            if !ranges.isEmpty && ranges.contains(where: { $0.contains(row) }) { continue }
            var slot = Int(truncatingIfNeeded: RepeatSearch.hash(high[row], low[row], secret)) & (size - 1)
            while slots[slot] != UInt32.max {
                let other = Int(slots[slot])
                if high[other] == high[row] && low[other] == low[row] { break }
                slot = (slot + 1) & (size - 1)
            }
            if slots[slot] == UInt32.max {
                slots[slot] = UInt32(truncatingIfNeeded: row)
            } else {
                result.append((first: slots[slot], later: UInt32(truncatingIfNeeded: row)))
            }
        }
    }
}
