/// Comments, ordered by ticket, then time, then input order. Those without a finite time are left out (a finding).
public struct CommentTable: Sendable {
    /// Which rows belong to which ticket.
    public let grouping: TicketGrouping<Comment>
    /// When it was written; always finite.
    public let at: ColumnValues<Instant>
    /// Who wrote it, as written: an id, a username or a name.
    public let author: DictionaryColumn<Comment, UInt32>
    /// Which comments have `internal = false`, so that the customer sees them; NULL is not false.
    public let isPublic: Bitmap

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        grouping: TicketGrouping<Comment>, at: ColumnValues<Instant>, author: DictionaryColumn<Comment, UInt32>,
        isPublic: Bitmap
    ) {
        precondition(at.count == author.count && at.count == isPublic.count, "comment columns differ in length")
        self.grouping = grouping
        self.at = at
        self.author = author
        self.isPublic = isPublic
    }
}

/// Remarks, ordered by ticket, then time, then input order. Those without a finite time are left out (a finding).
public struct RemarkTable: Sendable {
    /// Which rows belong to which ticket.
    public let grouping: TicketGrouping<Remark>
    /// When it was written; always finite.
    public let at: ColumnValues<Instant>
    /// The agent who wrote it; none means the customer did.
    public let agent: ReferenceColumn<Remark, Agent>

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(grouping: TicketGrouping<Remark>, at: ColumnValues<Instant>, agent: ReferenceColumn<Remark, Agent>) {
        precondition(at.count == agent.count, "remark columns differ in length")
        self.grouping = grouping
        self.at = at
        self.agent = agent
    }
}

/// Service reports, ordered by ticket, then time, then input order. Those without a finite time are left out.
public struct ServiceReportTable: Sendable {
    /// Which rows belong to which ticket.
    public let grouping: TicketGrouping<ServiceReport>
    /// When it was written; always finite.
    public let at: ColumnValues<Instant>
    /// The agent who wrote it.
    public let agent: ReferenceColumn<ServiceReport, Agent>
    /// The minutes that were worked.
    public let timeSpentMinutes: ValueColumn<ServiceReport, Int64>

    /// The table of the given columns.
    /// - Precondition: all columns are equally long.
    public init(
        grouping: TicketGrouping<ServiceReport>, at: ColumnValues<Instant>,
        agent: ReferenceColumn<ServiceReport, Agent>,
        timeSpentMinutes: ValueColumn<ServiceReport, Int64>
    ) {
        precondition(
            at.count == agent.count && at.count == timeSpentMinutes.count, "service report columns differ in length")
        self.grouping = grouping
        self.at = at
        self.agent = agent
        self.timeSpentMinutes = timeSpentMinutes
    }
}
