import Glibc

/// Where in the rows of INSERT statements a run begins or ends.
enum InsertPlace {
    /// Between two statements.
    case statement
    /// Before the parenthesis of a row.
    case row
    /// Behind a row: a comma, a semicolon, or a clause such as ON CONFLICT.
    case afterRow
}

/// Where a run of rows of INSERT statements stopped.
struct InsertStop: Equatable {
    var position: Int
    var place: InsertPlace
    /// Whether other than rows stands there: other SQL, not a window's end.
    var isOther: Bool
    /// Where the value begins that the bytes end in, if they do.
    var unfinishedValue: Int
}

extension InsertPlace {
    /// Where a window that lies within rows probably begins.
    static func guess(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> InsertPlace {
        var position = 0
        while position < count, SQLScan.isBlank(bytes[position]) { position += 1 }
        return position < count && bytes[position] == 0x28 ? .row : .statement
    }
}

extension Tokens {
    /// Marks the fields of the rows of INSERT statements that begin with the same bytes `head`, up to `VALUES`.
    ///
    /// A field is the text of its value with the blanks before it: `'…'`, `NULL`, `12.50`, `'{}'::jsonb`. Behind the last
    /// field of a row comes one more, what stands between the row and the next, so that the next row's first field
    /// starts one byte behind the end before it, as everywhere. A row without its end is left out: the run stops before.
    mutating func insert(_ scan: SQLScan, from start: Int, place: InsertPlace, head: [UInt8]) -> InsertStop {
        removeAll()
        var stop = InsertStop(position: start, place: place, isOther: false, unfinishedValue: start)
        while step(scan, &stop, head) {}
        stop.unfinishedValue = fieldEnds.count > complete ? Int(fieldEnds[fieldEnds.count - 1]) + 1 : stop.position
        if complete > 0 {
            fieldEnds.removeLast(to: complete)
            fieldEnds.append(UInt32(truncatingIfNeeded: stop.position))
            rowEnds.append(UInt32(truncatingIfNeeded: fieldEnds.count))
        }
        return stop
    }

    /// One head, row or separator; false when the run ends.
    @inline(__always)
    private mutating func step(_ scan: SQLScan, _ stop: inout InsertStop, _ head: [UInt8]) -> Bool {
        switch stop.place {
        case .statement:
            // Comments between statements say where a dump ends: they are not for this reader.
            while stop.position < scan.end, SQLScan.isBlank(scan.bytes[stop.position]) { stop.position += 1 }
            guard stop.position < scan.end else { return false }
            let length = min(head.count, scan.end - stop.position)
            guard !head.isEmpty, memcmp(scan.bytes + stop.position, head, length) == 0 else {
                stop.isOther = true
                return false
            }
            guard length == head.count else { return false }
            stop.position += length
            stop.place = .row
        case .row:
            guard let open = scan.blanks(stop.position), open < scan.end else { return false }
            stop.position = open
            guard scan.bytes[open] == 0x28 else {
                stop.isOther = true
                return false
            }
            guard let close = row(scan, open) else { return false }
            stop.position = close
            stop.place = .afterRow
        case .afterRow:
            guard let next = scan.blanks(stop.position), next < scan.end else { return false }
            stop.position = next
            switch scan.bytes[next] {
            case 0x2c: stop.place = .row
            case 0x3b: stop.place = .statement
            default:
                stop.isOther = true
                return false
            }
            stop.position += 1
        }
        return true
    }

    /// Marks the row that opens at `open`; where it ends, or nil when the bytes end first.
    @inline(__always)
    private mutating func row(_ scan: SQLScan, _ open: Int) -> Int? {
        let bytes = scan.bytes
        fieldEnds.append(UInt32(truncatingIfNeeded: open))
        if complete > 0 { rowEnds.append(UInt32(truncatingIfNeeded: fieldEnds.count)) }
        var position = open
        while true {
            position += 1
            var stop = position
            while stop < scan.end, bytes[stop] == 0x20 { stop += 1 }
            guard stop < scan.end else { break }
            if bytes[stop] == 0x27 && !scan.backslashes {
                guard let behind = scan.quoted(stop) else { break }
                stop = behind
            } else {
                while stop < scan.end, SQLScan.isPlain(bytes[stop]) { stop += 1 }
                guard stop < scan.end else { break }
            }
            if bytes[stop] != 0x2c && bytes[stop] != 0x29 {
                guard let behind = scan.value(position) else { break }
                stop = behind
            }
            fieldEnds.append(UInt32(truncatingIfNeeded: stop))
            position = stop
            if bytes[stop] == 0x29 {
                complete = fieldEnds.count
                return stop + 1
            }
        }
        // The row before it has its end all the same.
        if complete > 0 { rowEnds.removeLast(to: rowEnds.count - 1) }
        return nil
    }
}

extension SQLScan {
    /// Whether a byte of a number or a bare word.
    @inline(__always)
    fileprivate static func isPlain(_ byte: UInt8) -> Bool { isWordByte(byte) || byte == 0x2e }
}
