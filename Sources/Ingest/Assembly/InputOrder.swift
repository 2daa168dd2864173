import ServiceDesk

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

    /// Marks the rows that do not count.
    func markReplaced(in tickets: inout Pile<UInt32>) {
        guard let rows else { return }
        var next = 0
        for row in 0..<tickets.count {
            if next < rows.count && Int(rows[next]) == row { next += 1 } else { tickets[row] = HappeningRows.replaced }
        }
    }

    /// Turns a pile into a column in this order; a pile that is in order already is handed over as it is.
    func column<Element: BitwiseCopyable, Value: BitwiseCopyable & Sendable>(
        of pile: inout Pile<Element>, as type: Value.Type = Value.self
    ) -> ColumnValues<Value> {
        guard let rows else { return pile.handOver() }
        var ordered = Pile<Element>(capacity: rows.count)
        let target = ordered.reserve(rows.count)
        for (place, row) in rows.enumerated() { target[place] = pile.base[Int(row)] }
        ordered.commit(rows.count)
        pile = Pile()
        return ordered.handOver()
    }
}
