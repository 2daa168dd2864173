/// Which rows of a table belong to which ticket: the table is ordered by ticket, and this says where each one starts
/// (Arrow's list layout). Rows of no known ticket stand at the end.
public struct TicketGrouping<Entity>: Sendable {
    /// Where the rows of each ticket start; the last entry is where the rows without a ticket start.
    public let offsets: ColumnValues<UInt32>

    /// The grouping with the given starts.
    /// - Precondition: the starts ascend and there is at least one.
    public init(offsets: ColumnValues<UInt32>) {
        precondition(!offsets.isEmpty, "a grouping without an end")
        self.offsets = offsets
    }

    /// A grouping by starts that are somewhere else.
    public init(offsets: [UInt32]) { self.init(offsets: ColumnValues(offsets)) }

    /// The rows of a ticket. O(1).
    @inlinable
    public func rows(of ticket: RowIndex<Ticket>) -> Range<Int> {
        Int(offsets[ticket.index])..<Int(offsets[ticket.index + 1])
    }

    /// How many rows belong to a ticket.
    @inlinable
    public var attachedCount: Int { Int(offsets[offsets.count - 1]) }
}
