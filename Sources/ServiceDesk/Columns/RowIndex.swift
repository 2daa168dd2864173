/// A row of one table. A ticket row is not a customer row.
@frozen
public struct RowIndex<Entity>: Hashable, Comparable, Sendable {
    /// The row's place in its table, from 0.
    public let position: UInt32

    /// The row at a place.
    @inlinable
    public init(position: UInt32) { self.position = position }

    /// The row at a place that is known to fit.
    @inlinable
    public init(_ index: Int) { position = UInt32(truncatingIfNeeded: index) }

    /// The row's place as an array index.
    @inlinable
    public var index: Int { Int(position) }

    /// Earlier rows first.
    @inlinable
    public static func < (left: RowIndex, right: RowIndex) -> Bool { left.position < right.position }
}
