/// Which rows of a table count, in input order: of several rows with one id only the last, in its own place.
struct InputOrder {
    /// The rows in order; nil when every row counts.
    private let rows: [UInt32]?
    let count: Int

    /// The order of so many rows, of which each pair's later row replaces the earlier ones of its id; the pairs ascend by
    /// their later row, and an earlier row is always the first of its id.
    init(rowCount: Int, repeats: [(first: UInt32, later: UInt32)]) {
        guard !repeats.isEmpty else {
            rows = nil
            count = rowCount
            return
        }
        var last: [UInt32: UInt32] = [:]
        for pair in repeats { last[pair.first] = pair.later }
        var dropped = Set(repeats.map(\.later))
        dropped.formUnion(last.keys)
        dropped.subtract(last.values)
        var rows: [UInt32] = []
        rows.reserveCapacity(rowCount - repeats.count)
        for row in 0..<UInt32(truncatingIfNeeded: rowCount) where !dropped.contains(row) { rows.append(row) }
        self.rows = rows
        count = rows.count
    }

    /// Whether rows and places are the same.
    var isIdentity: Bool { rows == nil }

    /// The row that stands in a place.
    @inline(__always)
    subscript(place: Int) -> Int { rows.map { Int($0[place]) } ?? place }

    /// A column in this order.
    func column<Element: BitwiseCopyable, Result>(
        _ pile: borrowing Pile<Element>, _ transform: (Element) -> Result
    ) -> [Result] {
        let base = pile.base
        let rows = rows
        let count = count
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
            if let rows {
                for place in 0..<count { buffer.initializeElement(at: place, to: transform(base[Int(rows[place])])) }
            } else {
                for place in 0..<count { buffer.initializeElement(at: place, to: transform(base[place])) }
            }
            initialized = count
        }
    }
}

/// Finds rows whose id an earlier row has.
enum RepeatedIDs {
    /// The pairs of the first row of an id and a later one, ascending by the later one.
    static func find(
        _ high: borrowing Pile<UInt64>, _ low: borrowing Pile<UInt64>, without ranges: [Range<Int>]
    ) -> [(first: UInt32, later: UInt32)] {
        let count = high.count
        guard count > 1 else { return [] }
        let secret = UInt64.random(in: .min ... .max) | 1
        let high = high.base
        let low = low.base
        @inline(__always)
        func hash(_ row: Int) -> UInt64 {
            let product = (high[row] ^ secret).multipliedFullWidth(by: low[row] ^ secret &* 3)
            return (product.high ^ product.low) &* 0x9e37_79b9_7f4a_7c15
        }
        // Buckets small enough for the cache, by the top bits of the hash.
        var bits = 0
        while bits < 12 && count >> bits > 16_384 { bits += 1 }
        let shift = UInt64(64 - bits)
        var starts = [Int](repeating: 0, count: 1 << bits + 1)
        // A shift by 64 gives 0: one bucket.
        for row in 0..<count { starts[Int(truncatingIfNeeded: hash(row) >> shift) &+ 1] &+= 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var order = [UInt32](repeating: 0, count: count)
        for row in 0..<count {
            let place = Int(truncatingIfNeeded: hash(row) >> shift)
            order[next[place]] = UInt32(truncatingIfNeeded: row)
            next[place] &+= 1
        }
        var result: [(first: UInt32, later: UInt32)] = []
        var slots: [UInt32] = []
        for index in 0..<(1 << bits) {
            let members = starts[index]..<starts[index + 1]
            var size = 16
            while size < members.count * 2 { size *= 2 }
            slots.removeAll(keepingCapacity: true)
            slots.append(contentsOf: repeatElement(UInt32.max, count: size))
            for place in members {
                let row = Int(order[place])
                if ranges.contains(where: { $0.contains(row) }) { continue }
                var slot = Int(truncatingIfNeeded: hash(row) & UInt64(size - 1))
                while slots[slot] != UInt32.max {
                    let other = Int(slots[slot])
                    if high[other] == high[row] && low[other] == low[row] { break }
                    slot = (slot + 1) & (size - 1)
                }
                if slots[slot] == UInt32.max {
                    slots[slot] = UInt32(row)
                } else {
                    result.append((first: slots[slot], later: UInt32(row)))
                }
            }
        }
        return result.sorted { $0.later < $1.later }
    }
}
