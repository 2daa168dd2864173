import CMasks
import Glibc
import ServiceDesk

/// Where a file may be cut.
enum CutRule {
    /// Behind a line feed that no backslash stands before: a row's end in COPY data, any line's end elsewhere. A line
    /// that is longer than some windows is handed out in pieces.
    case dump
    /// Behind a line feed outside of quotes.
    case csv
}

/// Cuts a file into windows. Reading and cutting is the only part that is done by one thread at a time: a copy from the
/// page cache, and a look at the last line.
final class WindowCutter {
    private let reader: any ByteReader
    private let rule: CutRule
    private let windowBytes: Int
    private let rowLimit: Int
    private let name: String
    /// Whether the end of the bytes is a cut: then a last line without its end is no row.
    private let isCut: () -> Bool
    /// What was read behind the last cut.
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private var isDone = false
    private var sequence = 0
    private(set) var offset = 0

    /// In windows: how much of a line is read before it is handed out without its end.
    private static let longestPiece = 4

    init(
        reader: any ByteReader, rule: CutRule, windowBytes: Int, rowLimit: Int, name: String,
        isCut: @escaping () -> Bool
    ) {
        self.reader = reader
        self.rule = rule
        self.windowBytes = max(1, windowBytes)
        self.rowLimit = rowLimit
        self.name = name
        self.isCut = isCut
    }

    /// Fills the window with what comes next; false when nothing does.
    func next(_ window: Window) throws(IngestError) -> Bool {
        guard !isDone else { return false }
        window.removeAll()
        rest.withUnsafeBufferPointer { if let base = $0.baseAddress { window.append(base, $0.count) } }
        rest.removeAll(keepingCapacity: true)
        var looked = 0
        var cut = 0
        var quotes = 0
        while true {
            if !isAtEnd { try read(into: window) }
            cut = lastCut(window, from: &looked, quotes: &quotes, before: cut)
            if isAtEnd {
                isDone = true
                if isCut() { window.cut(to: cut) }
                cut = window.count
                break
            }
            if cut > 0 { break }
            if rule == .dump, window.count >= windowBytes * WindowCutter.longestPiece {
                cut = window.count
                break
            }
            guard window.count <= rowLimit + windowBytes else {
                throw IngestError(
                    .brokenInput, "a line or row of \(name) is longer than \(rowLimit) bytes", at: Place(file: name),
                    hint: "--max-row raises the limit")
            }
        }
        if cut < window.count {
            rest.append(contentsOf: UnsafeBufferPointer(start: window.bytes + cut, count: window.count - cut))
            window.cut(to: cut)
        }
        window.pad()
        window.sequence = sequence
        window.offset = offset
        window.isLast = isDone
        sequence += 1
        offset += window.count
        return true
    }

    /// Ends the file after a failure; the sequence of the window that could not be filled.
    func giveUp() -> Int {
        isDone = true
        return sequence
    }

    /// Reads one window's worth, however little the device gives at a time.
    private func read(into window: Window) throws(IngestError) {
        var wanted = windowBytes
        while wanted > 0 {
            let length = try reader.read(into: window.reserve(wanted), capacity: wanted)
            if length == 0 {
                isAtEnd = true
                return
            }
            window.commit(length)
            wanted -= length
        }
    }

    /// The last place at which the window may be cut, or 0; looks at new bytes only.
    private func lastCut(_ window: Window, from looked: inout Int, quotes: inout Int, before: Int) -> Int {
        defer { looked = window.count }
        switch rule {
        case .dump: return dumpCut(window, from: looked) ?? before
        case .csv: return csvCut(window, from: looked, quotes: &quotes) ?? before
        }
    }

    private func dumpCut(_ window: Window, from start: Int) -> Int? {
        let bytes = window.bytes
        var position = window.count - 1
        while position >= start {
            if bytes[position] == 0x0a {
                var slashes = 0
                while position - slashes > 0 && bytes[position - slashes - 1] == 0x5c { slashes += 1 }
                if slashes & 1 == 0 { return position + 1 }
            }
            position -= 1
        }
        return nil
    }

    /// Windows begin outside of quotes, so the number of quotes before a line feed says whether it is inside.
    private func csvCut(_ window: Window, from start: Int, quotes: inout Int) -> Int? {
        window.pad()
        var found: Int?
        var position = start
        while position < window.count {
            let left = window.count - position
            let inside: UInt64 = left < 64 ? 1 << UInt64(left) &- 1 : ~0
            let quoteBits = masks_equal64(window.bytes + position, 0x22) & inside
            let lines = masks_equal64(window.bytes + position, 0x0a) & inside
            if lines != 0 {
                let quoted = Tokens.prefixXor(quoteBits) ^ (quotes & 1 == 1 ? ~0 : 0)
                let cuts = lines & ~quoted
                if cuts != 0 { found = position + 64 - cuts.leadingZeroBitCount }
            }
            quotes += quoteBits.nonzeroBitCount
            position += 64
        }
        return found
    }
}
