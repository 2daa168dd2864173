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
        // The standard library writes into the one empty array of the process, which several readers may share.
        guard count > 0 else { return [] }
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
