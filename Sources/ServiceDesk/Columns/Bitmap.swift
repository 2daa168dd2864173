/// A bit a row, packed into words: which rows of a column have a value.
public struct Bitmap: Hashable, Sendable {
    /// The bits, the lowest of the first word first.
    public private(set) var words: [UInt64]
    /// How many rows there are.
    public private(set) var count: Int

    /// So many rows, all with the same bit.
    public init(repeating bit: Bool, count: Int) {
        self.init(words: [UInt64](repeating: bit ? ~0 : 0, count: (count + 63) / 64), count: count)
    }

    /// The rows whose bits the words hold; bits beyond the last row mean nothing and are cleared.
    /// - Precondition: there are as many words as the rows need.
    public init(words: [UInt64], count: Int) {
        precondition(words.count == (count + 63) / 64, "a bitmap of \(count) rows in \(words.count) words")
        self.words = words
        self.count = count
        if count & 63 != 0 { self.words[count >> 6] &= 1 << UInt64(count & 63) - 1 }
    }

    /// The bit of a row.
    @inlinable
    public subscript(index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

    /// Sets or clears the bit of a row.
    public mutating func set(_ index: Int, to bit: Bool) {
        if bit {
            words[index >> 6] |= 1 << UInt64(index & 63)
        } else {
            words[index >> 6] &= ~(1 << UInt64(index & 63))
        }
    }

    /// Adds a row.
    public mutating func append(_ bit: Bool) {
        if count & 63 == 0 { words.append(0) }
        if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
        count += 1
    }
}
