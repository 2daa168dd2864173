/// A column of plain values. Without a validity bitmap every row has a value; a value under a cleared bit means nothing.
public struct ValueColumn<Entity, Element: BitwiseCopyable & Sendable>: Sendable {
    /// A value for every row.
    public let values: ColumnValues<Element>
    /// Which rows have one; nil when all have.
    public let validity: Bitmap?

    /// The column of the given values.
    /// - Precondition: the bitmap is as long as the values.
    public init(values: ColumnValues<Element>, validity: Bitmap? = nil) {
        precondition(validity.map { $0.count == values.count } ?? true, "validity and values differ in length")
        self.values = values
        self.validity = validity
    }

    /// The column of the given optional values.
    public init(_ optionals: [Element?], absent: Element) {
        values = ColumnValues(optionals.map { $0 ?? absent })
        guard optionals.contains(where: { $0 == nil }) else {
            validity = nil
            return
        }
        var bits = Bitmap(repeating: true, count: optionals.count)
        for (index, value) in optionals.enumerated() where value == nil { bits.set(index, to: false) }
        validity = bits
    }

    /// How many rows there are.
    @inlinable
    public var count: Int { values.count }

    /// The value of a row, or nil. O(1).
    @inlinable
    public subscript(row: RowIndex<Entity>) -> Element? {
        let index = row.index
        if let validity, !validity[index] { return nil }
        return values[index]
    }
}
