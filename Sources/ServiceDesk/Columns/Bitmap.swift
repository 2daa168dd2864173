/// A bit a row, packed into words: which rows of a column have a value.
public struct Bitmap: Hashable, Sendable {
    /// The bits, the lowest of the first word first.
    public private(set) var words: [UInt64]
    /// How many rows there are.
    public private(set) var count: Int

    /// So many rows, all with the same bit.
    public init(repeating bit: Bool, count: Int) {
        words = [UInt64](repeating: bit ? ~0 : 0, count: (count + 63) / 64)
        self.count = count
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
