import CMasks

/// Where the fields and rows of a run end: offsets into the window.
///
/// `fieldEnds[0]` is one byte before the first row, so that every field starts one byte behind the end before it.
/// `rowEnds[i]` is how many field ends there are up to the end of row i.
struct Tokens: ~Copyable {
    var fieldEnds = Pile<UInt32>()
    var rowEnds = Pile<UInt32>()
    /// Whether the last row has no end of line.
    var endsInRow = false
    /// Whether a quote is open at the end.
    var endsInQuotes = false
    /// How many line feeds there are, those inside of values too.
    private(set) var lineFeeds = 0

    /// Of rows of INSERT statements: how many field ends there are up to the last row that has its end.
    var complete = 0

    mutating func removeAll() {
        fieldEnds.removeAll()
        rowEnds.removeAll()
        endsInRow = false
        endsInQuotes = false
        lineFeeds = 0
        complete = 0
    }

    private mutating func begin(at start: Int) {
        removeAll()
        fieldEnds.append(UInt32(truncatingIfNeeded: start) &- 1)
    }

    /// Marks every tab and line feed that no backslash stands before.
    mutating func copy(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) {
        begin(at: start)
        var offset = start
        var escapesNext: UInt64 = 0
        while offset < end {
            let block = bytes + offset
            let left = end - offset
            let inside: UInt64 = left < 64 ? 1 << UInt64(left) &- 1 : ~0
            var lines = masks_equal64(block, 0x0a) & inside
            var ends = masks_equal64(block, 0x09) & inside | lines
            lineFeeds &+= lines.nonzeroBitCount
            let slashes = masks_equal64(block, 0x5c)
            if slashes | escapesNext != 0 {
                let escaped = Tokens.escaped(slashes, &escapesNext)
                ends &= ~escaped
                lines &= ~escaped
            }
            add(ends, lines, at: offset)
            offset += 64
        }
        finish(bytes, end)
    }

    /// Which bytes a backslash stands before, a run of an even number of them being none: simdjson's arithmetic.
    @inline(__always)
    static func escaped(_ slashes: UInt64, _ carry: inout UInt64) -> UInt64 {
        let even: UInt64 = 0x5555_5555_5555_5555
        let active = slashes & ~carry
        let follows = active << 1 | carry
        let oddStarts = active & ~even & ~follows
        let (sum, overflow) = oddStarts.addingReportingOverflow(active)
        carry = overflow ? 1 : 0
        return (even ^ sum << 1) & follows
    }

    /// Marks every separator and line feed outside of quotes.
    mutating func csv(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, separator: UInt8) {
        begin(at: start)
        var offset = start
        var inside: UInt64 = 0
        while offset < end {
            let block = bytes + offset
            let left = end - offset
            let inBounds: UInt64 = left < 64 ? 1 << UInt64(left) &- 1 : ~0
            var lines = masks_equal64(block, 0x0a) & inBounds
            var ends = masks_equal64(block, separator) & inBounds | lines
            let quotes = masks_equal64(block, 0x22) & inBounds
            lineFeeds &+= lines.nonzeroBitCount
            if quotes | inside != 0 {
                let quoted = Tokens.prefixXor(quotes) ^ inside
                ends &= ~quoted
                lines &= ~quoted
                inside = UInt64(bitPattern: Int64(bitPattern: quoted) >> 63)
            }
            add(ends, lines, at: offset)
            offset += 64
        }
        finish(bytes, end)
        endsInQuotes = inside != 0
    }

    /// Every bit becomes the parity of the bits up to it.
    @inline(__always)
    static func prefixXor(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits ^= bits << 1
        bits ^= bits << 2
        bits ^= bits << 4
        bits ^= bits << 8
        bits ^= bits << 16
        bits ^= bits << 32
        return bits
    }

    @inline(__always)
    private mutating func add(_ ends: UInt64, _ lines: UInt64, at offset: Int) {
        guard ends != 0 else { return }
        let target = fieldEnds.reserve(64)
        var count = 0
        var rest = ends
        var lineRest = lines
        let before = fieldEnds.count
        while rest != 0 {
            target[count] = UInt32(truncatingIfNeeded: offset &+ rest.trailingZeroBitCount)
            count &+= 1
            rest &= rest &- 1
        }
        fieldEnds.commit(count)
        while lineRest != 0 {
            let upTo = lineRest ^ (lineRest &- 1)
            rowEnds.append(UInt32(truncatingIfNeeded: before &+ (ends & upTo).nonzeroBitCount))
            lineRest &= lineRest &- 1
        }
    }

    /// A last row without an end of line ends where the bytes end.
    private mutating func finish(_ bytes: UnsafePointer<UInt8>, _ end: Int) {
        let complete = rowEnds.count == 0 ? 1 : Int(rowEnds[rowEnds.count - 1])
        let lastLine = Int(fieldEnds[complete - 1] &+ 1)
        guard lastLine < end else {
            fieldEnds.removeLast(to: complete)
            return
        }
        fieldEnds.append(UInt32(truncatingIfNeeded: end))
        rowEnds.append(UInt32(truncatingIfNeeded: fieldEnds.count))
        endsInRow = true
    }
}
