import ServiceDesk

/// Which rows of a column have a value.
enum Validity {
    /// A bit for every value that is not the absent one, 64 of them a word; nil when none is absent.
    static func bitmap<Raw: FixedWidthInteger & BitwiseCopyable & Sendable>(
        of values: ColumnValues<Raw>, absent: Raw
    ) -> Bitmap? {
        var hasAbsent = false
        let words = values.withUnsafeBufferPointer { buffer in
            stride(from: 0, to: buffer.count, by: 64).map { start in
                var word: UInt64 = 0
                for index in start..<min(start + 64, buffer.count) where buffer[index] != absent {
                    word |= 1 << UInt64(index - start)
                }
                if word.nonzeroBitCount != min(64, buffer.count - start) { hasAbsent = true }
                return word
            }
        }
        return hasAbsent ? Bitmap(words: words, count: values.count) : nil
    }
}
