/// The audit log, ordered by ticket, then by time, then by input order. Events without a finite time are left out (each
/// a finding); events of no known ticket stand at the end, in input order.
///
/// A reader takes what the rules need out of the payload: the old and the new value, and the amount.
public struct EventTable: Sendable {
    /// Which rows belong to which ticket.
    public let grouping: TicketGrouping<Event>
    /// When it happened; always finite.
    public let at: ColumnValues<Instant>
    /// What happened, as written; `EventAction` says what it means.
    public let action: DictionaryColumn<Event, UInt16>
    /// The value before, coded as `EventValue` says.
    public let oldValue: ColumnValues<UInt32>
    /// The value after, coded as `EventValue` says.
    public let newValue: ColumnValues<UInt32>
    /// The texts of the values of events about status, priority and category; see `EventValue`.
    public let values: [String]
    /// The amounts of events about bills.
    public let amount: SparseColumn<Event, Paise>
    /// Who did it, as written: a username or an agent's id.
    public let performedBy: DictionaryColumn<Event, UInt32>

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        grouping: TicketGrouping<Event>, at: ColumnValues<Instant>, action: DictionaryColumn<Event, UInt16>,
        oldValue: ColumnValues<UInt32>, newValue: ColumnValues<UInt32>, values: [String],
        amount: SparseColumn<Event, Paise>,
        performedBy: DictionaryColumn<Event, UInt32>
    ) {
        let lengths = [action.count, oldValue.count, newValue.count, performedBy.count]
        precondition(lengths.allSatisfy { $0 == at.count }, "event columns differ in length: \(at.count), \(lengths)")
        self.grouping = grouping
        self.at = at
        self.action = action
        self.oldValue = oldValue
        self.newValue = newValue
        self.values = values
        self.amount = amount
        self.performedBy = performedBy
    }

    /// How many events there are, those of no known ticket included.
    public var count: Int { at.count }
}

/// How the old and new value of an event are coded.
///
/// Of events about an assignment (`EventAction.assigned`) a code from `first` on is `first` plus the agent's entry in
/// the directory; of all other events it is an index into `EventTable.values`, whose first two entries are unused.
public enum EventValue {
    /// The payload has no usable value: no such key, or neither a text that is not blank nor a null.
    public static let absent: UInt32 = 0
    /// A key is there and its value is null, and no other key has a text. Never of a status event.
    public static let null: UInt32 = 1
    /// The first code that stands for a text or an agent.
    public static let first: UInt32 = 2
}

/// The assignments that tickets carry in their own `assignment_history`, ordered by ticket, then time, then position.
/// Entries without a finite `assigned_at` or without a `to` key are left out.
public struct AssignmentTable: Sendable {
    /// Which rows belong to which ticket.
    public let grouping: TicketGrouping<AssignmentEntry>
    /// When it was assigned; always finite.
    public let at: ColumnValues<Instant>
    /// From whom, coded as `EventValue` says for assignments.
    public let oldValue: ColumnValues<UInt32>
    /// To whom, coded as `EventValue` says for assignments.
    public let newValue: ColumnValues<UInt32>

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        grouping: TicketGrouping<AssignmentEntry>, at: ColumnValues<Instant>, oldValue: ColumnValues<UInt32>,
        newValue: ColumnValues<UInt32>
    ) {
        precondition(at.count == oldValue.count && at.count == newValue.count, "assignment columns differ in length")
        self.grouping = grouping
        self.at = at
        self.oldValue = oldValue
        self.newValue = newValue
    }
}

/// A column in which few rows have a value.
public struct SparseColumn<Entity, Element: BitwiseCopyable & Sendable>: Sendable {
    /// The rows that have a value, ascending.
    public let positions: ColumnValues<UInt32>
    /// Their values.
    public let values: ColumnValues<Element>

    /// The column of the given values.
    /// - Precondition: there is a value for every position, and the positions ascend.
    public init(positions: ColumnValues<UInt32>, values: ColumnValues<Element>) {
        precondition(positions.count == values.count, "positions and values differ in length")
        self.positions = positions
        self.values = values
    }

    /// The value of a row, or nil. O(log of the number of values).
    public subscript(index: Int) -> Element? {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if Int(positions[middle]) < index { low = middle + 1 } else { high = middle }
        }
        return low < positions.count && Int(positions[low]) == index ? values[low] : nil
    }
}
