/// Tables without rows.
extension TicketTable {
    static var empty: TicketTable {
        TicketTable(
            id: [], customer: .empty, hasClientKey: .empty, title: nil, createdBy: .empty, category: .empty,
            priority: .empty, status: .empty, assignedTo: .empty, slaDue: .empty, createdAt: .empty,
            updatedAt: .empty, billedAt: .empty, completedAt: .empty, billAmount: .empty)
    }
}

extension CustomerTable {
    static var empty: CustomerTable {
        CustomerTable(id: [], companyName: TextColumn([]), amcExpiry: .empty, tssExpiry: .empty)
    }
}

extension AgentTable {
    static var empty: AgentTable {
        AgentTable(id: [], username: TextColumn([]), fullName: TextColumn([]), role: .empty, isActive: .empty)
    }
}

extension EventTable {
    static var empty: EventTable {
        EventTable(
            grouping: .empty, at: [], action: .empty, oldValue: [], newValue: [], values: ["", ""],
            amount: SparseColumn(positions: [], values: []), performedBy: .empty)
    }
}

extension AssignmentTable {
    static var empty: AssignmentTable { AssignmentTable(grouping: .empty, at: [], oldValue: [], newValue: []) }
}

extension CommentTable {
    static var empty: CommentTable { CommentTable(grouping: .empty, at: [], author: .empty, isPublic: .empty) }
}

extension RemarkTable {
    static var empty: RemarkTable { RemarkTable(grouping: .empty, at: [], agent: .empty) }
}

extension ServiceReportTable {
    static var empty: ServiceReportTable {
        ServiceReportTable(grouping: .empty, at: [], agent: .empty, timeSpentMinutes: .empty)
    }
}

extension Bitmap {
    fileprivate static var empty: Bitmap { Bitmap(repeating: false, count: 0) }
}

extension ValueColumn {
    fileprivate static var empty: ValueColumn { ValueColumn(values: []) }
}

extension DictionaryColumn {
    fileprivate static var empty: DictionaryColumn {
        DictionaryColumn(codes: [] as ColumnValues<Code>, dictionary: [""])
    }
}

extension ReferenceColumn {
    fileprivate static var empty: ReferenceColumn { ReferenceColumn(codes: [] as ColumnValues<UInt32>) }
}

extension TicketGrouping {
    fileprivate static var empty: TicketGrouping { TicketGrouping(offsets: [0] as ColumnValues<UInt32>) }
}
