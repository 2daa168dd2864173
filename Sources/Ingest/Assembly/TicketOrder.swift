import ServiceDesk

/// The rows of a table of events or replies, ordered by ticket, then time, then input order. Rows of no known ticket
/// stand at the end, in input order.
struct TicketOrder: ~Copyable {
    /// Where the rows of each ticket start, and where those without one do.
    private var offsets: Pile<UInt32>
    /// The row of each place.
    private var rows: Pile<UInt32>
    /// Whether rows and places are the same, as in a table that was written ticket by ticket.
    private let isIdentity: Bool
    private let spare: SpareMemory

    /// Orders rows by their tickets' places; the number of tickets stands for none, and rows with `HappeningRows.replaced` are
    /// left out.
    init(ticketCount: Int, tickets: borrowing Pile<UInt32>, at: borrowing Pile<Int64>, spare: SpareMemory) {
        self.spare = spare
        offsets = Pile(capacity: ticketCount + 2)
        offsets.append(repeating: 0, ticketCount + 2)
        let next = offsets.base
        let count = tickets.count
        let place = tickets.base
        // The starts are counted one place too far on, so that scattering moves each to where it belongs.
        for row in 0..<count where place[row] != HappeningRows.replaced { next[Int(place[row]) + 1] &+= 1 }
        let total = TicketOrder.accumulate(next, ticketCount + 2)
        rows = Pile(capacity: total, from: spare)
        let output = rows.reserve(total)
        var isIdentity = total == count
        for row in 0..<count where place[row] != HappeningRows.replaced {
            let target = Int(next[Int(place[row])])
            next[Int(place[row])] &+= 1
            output[target] = UInt32(truncatingIfNeeded: row)
            isIdentity = isIdentity && target == row
        }
        rows.commit(total)
        // Scattering left every start where the next one was.
        for ticket in stride(from: ticketCount, to: 0, by: -1) { next[ticket] = next[ticket - 1] }
        next[0] = 0
        offsets.removeLast(to: ticketCount + 1)
        let isSorted = TicketOrder.sortByTime(output, next, ticketCount, at.base)
        self.isIdentity = isIdentity && isSorted
    }

    /// Turns counts into starts; the sum of all.
    private static func accumulate(_ counts: UnsafeMutablePointer<UInt32>, _ length: Int) -> Int {
        var sum: UInt32 = 0
        for index in 0..<length {
            sum &+= counts[index]
            counts[index] = sum
        }
        return Int(sum)
    }

    /// Sorts the rows of each ticket by time; most are in order already. Whether all were.
    private static func sortByTime(
        _ rows: UnsafeMutablePointer<UInt32>, _ starts: UnsafePointer<UInt32>, _ ticketCount: Int,
        _ at: UnsafePointer<Int64>
    ) -> Bool {
        var wereSorted = true
        for ticket in 0..<ticketCount {
            let start = Int(starts[ticket])
            let end = Int(starts[ticket + 1])
            guard end - start > 1 else { continue }
            var isSorted = true
            var before = at[Int(rows[start])]
            for place in start + 1..<end {
                let instant = at[Int(rows[place])]
                isSorted = isSorted && before <= instant
                before = instant
            }
            if isSorted { continue }
            wereSorted = false
            let ordered = (start..<end).map { (at[Int(rows[$0])], rows[$0]) }.sorted { $0 < $1 }
            for (offset, pair) in ordered.enumerated() { rows[start + offset] = pair.1 }
        }
        return wereSorted
    }

    /// How many rows are left.
    var count: Int { rows.count }

    /// The row that stands in a place.
    @inline(__always)
    func row(_ place: Int) -> Int { Int(rows.base[place]) }

    /// Turns a pile into a column in this order; a pile that is in order already is handed over as it is.
    func column<Element: BitwiseCopyable, Value: BitwiseCopyable & Sendable>(
        of pile: inout Pile<Element>, as type: Value.Type = Value.self
    ) -> ColumnValues<Value> {
        if isIdentity { return pile.handOver() }
        var ordered = Pile<Element>(capacity: rows.count, from: spare)
        let target = ordered.reserve(rows.count)
        let source = pile.base
        for place in 0..<rows.count { target[place] = source[Int(rows.base[place])] }
        ordered.commit(rows.count)
        spare.take(&pile)
        return ordered.handOver()
    }

    /// Which rows belong to which ticket.
    mutating func grouping<Entity>() -> TicketGrouping<Entity> { TicketGrouping(offsets: offsets.handOver()) }
}
