public import ServiceDesk

/// A desk written down in a test: tickets with their events and replies, made into a `Dataset` without any file.
public struct DeskBuilder {
    /// A ticket of the desk; numbers stand for ids.
    public struct TicketLine {
        /// The number in its id.
        public var number: Int
        /// When it was raised.
        public var created: Instant?
        /// The row's status.
        public var status: String? = "New"
        /// The row's priority.
        public var priority: String?
        /// The row's category.
        public var category: String?
        /// The number of its customer.
        public var customer: Int?
        /// The number of its agent.
        public var assignee: Int?
        /// Who made it.
        public var createdBy: String?
        /// The row's other instants.
        public var updated, completed, billed, slaDue: Instant?
        /// The row's amount.
        public var billAmount: Paise?
    }

    /// A value in an event's payload.
    public enum Value {
        /// No key, a null, a text, an agent's number.
        case absent, null
        case text(String)
        case agent(Int)
    }

    private struct EventLine {
        var ticket: Int
        var action: String
        var at: Instant
        var old: Value
        var new: Value
        var amount: Paise?
    }

    private struct Reply {
        var ticket: Int
        var at: Instant
        var author: String?
        var isPublic: Bool
        var agent: Int?
        var minutes: Int64?
    }

    private var tickets: [TicketLine] = []
    private var events: [EventLine] = []
    private var comments: [Reply] = []
    private var remarks: [Reply] = []
    private var reports: [Reply] = []
    private var assignments: [EventLine] = []
    private var customers: [(name: String, amc: LocalDate?, tss: LocalDate?)] = []
    private var agents: [(username: String, fullName: String)] = []

    /// An empty desk.
    public init() {}

    /// Adds a customer; the first is number 0.
    public mutating func customer(_ name: String, amc: LocalDate? = nil, tss: LocalDate? = nil) {
        customers.append((name, amc, tss))
    }

    /// Adds an agent; the first is number 0.
    public mutating func agent(_ username: String, fullName: String = "") { agents.append((username, fullName)) }

    /// Adds a ticket and changes what is not as usual about it.
    public mutating func ticket(_ number: Int, created: Instant?, _ change: (inout TicketLine) -> Void = { _ in }) {
        var line = TicketLine(number: number, created: created)
        change(&line)
        tickets.append(line)
    }

    /// Adds an event.
    public mutating func event(
        _ ticket: Int, _ action: String, at: Instant, from old: Value = .absent, to new: Value = .absent,
        amount: Paise? = nil
    ) {
        events.append(EventLine(ticket: ticket, action: action, at: at, old: old, new: new, amount: amount))
    }

    /// Adds a move of the status.
    public mutating func status(_ ticket: Int, _ status: String, at: Instant, from old: String? = nil) {
        event(ticket, "status_changed", at: at, from: old.map { .text($0) } ?? .absent, to: .text(status))
    }

    /// Adds an entry of a ticket's own assignment list.
    public mutating func assignment(_ ticket: Int, at: Instant, from old: Value = .absent, to new: Value) {
        assignments.append(EventLine(ticket: ticket, action: "assigned", at: at, old: old, new: new))
    }

    /// Adds a comment.
    public mutating func comment(_ ticket: Int, at: Instant, by author: String?, isPublic: Bool = true) {
        comments.append(Reply(ticket: ticket, at: at, author: author, isPublic: isPublic))
    }

    /// Adds a remark; without an agent it is the customer's.
    public mutating func remark(_ ticket: Int, at: Instant, by agent: Int?) {
        remarks.append(Reply(ticket: ticket, at: at, isPublic: true, agent: agent))
    }

    /// Adds a service report.
    public mutating func serviceReport(_ ticket: Int, at: Instant, by agent: Int? = nil, minutes: Int64? = nil) {
        reports.append(Reply(ticket: ticket, at: at, isPublic: true, agent: agent, minutes: minutes))
    }

    /// The id that a number stands for.
    public static func id<Entity>(_ number: Int) -> EntityID<Entity> {
        EntityID(high: 0x0b1c_2d3e_0000_4000, low: 0x8000_0000_0000_0000 | UInt64(number))
    }

    /// The dataset of the desk.
    public func dataset() -> Dataset {
        Dataset(
            sources: ["test"], tickets: ticketTable(),
            customers: CustomerTable(
                id: ColumnValues(customers.indices.map(DeskBuilder.id)), companyName: TextColumn(customers.map(\.name)),
                amcExpiry: ValueColumn(customers.map(\.amc), absent: .infinity),
                tssExpiry: ValueColumn(customers.map(\.tss), absent: .infinity)),
            customerDirectory: directory(customers.count), agents: agentTable(),
            agentDirectory: directory(agents.count), events: eventTable(), assignments: assignmentTable(),
            comments: commentTable(), remarks: remarkTable(), serviceReports: serviceReportTable(),
            workflowConfig: WorkflowConfig(), inventory: Inventory(), findings: FindingLog())
    }

    private func directory<Target>(_ count: Int) -> Directory<Target> {
        Directory(ids: (0..<count).map { (DeskBuilder.id($0) as EntityID<Target>).text }, rowCount: count)
    }

    private func agentTable() -> AgentTable {
        AgentTable(
            id: ColumnValues(agents.indices.map(DeskBuilder.id)), username: TextColumn(agents.map(\.username)),
            fullName: TextColumn(agents.map(\.fullName)), role: dictionary(agents.map { _ in "Support" }),
            isActive: Bitmap(repeating: true, count: agents.count))
    }

    private func dictionary<Entity, Code>(_ texts: [String?]) -> DictionaryColumn<Entity, Code> {
        var words = [""]
        let codes = texts.map { text -> Code in
            guard let text else { return 0 }
            if let known = words.dropFirst().firstIndex(of: text) { return Code(known) }
            words.append(text)
            return Code(words.count - 1)
        }
        return DictionaryColumn(codes: codes, dictionary: words)
    }

    private func reference<Entity, Target>(_ numbers: [Int?]) -> ReferenceColumn<Entity, Target> {
        ReferenceColumn(codes: numbers.map { $0.map { UInt32($0) } ?? UInt32.max })
    }

    private func instants<Entity>(_ values: [Instant?]) -> ValueColumn<Entity, Instant> {
        ValueColumn(values, absent: .infinity)
    }

    private func ticketTable() -> TicketTable {
        TicketTable(
            id: ColumnValues(tickets.map { DeskBuilder.id($0.number) }), customer: reference(tickets.map(\.customer)),
            hasClientKey: Bitmap(repeating: false, count: tickets.count), title: nil,
            createdBy: dictionary(tickets.map(\.createdBy)), category: dictionary(tickets.map(\.category)),
            priority: dictionary(tickets.map(\.priority)), status: dictionary(tickets.map(\.status)),
            assignedTo: reference(tickets.map(\.assignee)), slaDue: instants(tickets.map(\.slaDue)),
            createdAt: instants(tickets.map(\.created)), updatedAt: instants(tickets.map(\.updated)),
            billedAt: instants(tickets.map(\.billed)), completedAt: instants(tickets.map(\.completed)),
            billAmount: ValueColumn(tickets.map(\.billAmount), absent: .zero))
    }

    /// Orders lines by ticket, then time, then input order, and groups them.
    private func grouped<Line, Entity>(
        _ lines: [Line], ticket: (Line) -> Int, at: (Line) -> Instant, _ entity: Entity.Type
    ) -> (lines: [Line], grouping: TicketGrouping<Entity>) {
        var ordered: [Line] = []
        var offsets: [UInt32] = [0]
        for line in tickets {
            let own = lines.enumerated().filter { ticket($0.element) == line.number }
            ordered += own.sorted { (at($0.element), $0.offset) < (at($1.element), $1.offset) }.map(\.element)
            offsets.append(UInt32(ordered.count))
        }
        return (ordered, TicketGrouping(offsets: offsets))
    }

    private func eventTable() -> EventTable {
        let (lines, grouping) = grouped(events, ticket: \.ticket, at: \.at, Event.self)
        var values = ["", ""]
        func code(_ value: Value) -> UInt32 {
            switch value {
            case .absent: return EventValue.absent
            case .null: return EventValue.null
            case .agent(let number): return EventValue.first + UInt32(number)
            case .text(let text):
                if let known = values.dropFirst(2).firstIndex(of: text) { return UInt32(known) }
                values.append(text)
                return UInt32(values.count - 1)
            }
        }
        let old = lines.map { code($0.old) }
        let new = lines.map { code($0.new) }
        let amounts = lines.enumerated().compactMap { line in line.element.amount.map { (UInt32(line.offset), $0) } }
        return EventTable(
            grouping: grouping, at: ColumnValues(lines.map(\.at)), action: dictionary(lines.map(\.action)),
            oldValue: ColumnValues(old), newValue: ColumnValues(new), values: values,
            amount: SparseColumn(
                positions: ColumnValues(amounts.map(\.0)), values: ColumnValues(amounts.map(\.1))),
            performedBy: dictionary(lines.map { _ in nil }))
    }

    private func assignmentTable() -> AssignmentTable {
        let (lines, grouping) = grouped(assignments, ticket: \.ticket, at: \.at, AssignmentEntry.self)
        func code(_ value: Value) -> UInt32 {
            switch value {
            case .absent, .text: EventValue.absent
            case .null: EventValue.null
            case .agent(let number): EventValue.first + UInt32(number)
            }
        }
        return AssignmentTable(
            grouping: grouping, at: ColumnValues(lines.map(\.at)), oldValue: ColumnValues(lines.map { code($0.old) }),
            newValue: ColumnValues(lines.map { code($0.new) }))
    }

    private func commentTable() -> CommentTable {
        let (lines, grouping) = grouped(comments, ticket: \.ticket, at: \.at, Comment.self)
        var isPublic = Bitmap(repeating: false, count: 0)
        for line in lines { isPublic.append(line.isPublic) }
        return CommentTable(
            grouping: grouping, at: ColumnValues(lines.map(\.at)), author: dictionary(lines.map(\.author)),
            isPublic: isPublic)
    }

    private func remarkTable() -> RemarkTable {
        let (lines, grouping) = grouped(remarks, ticket: \.ticket, at: \.at, Remark.self)
        return RemarkTable(grouping: grouping, at: ColumnValues(lines.map(\.at)), agent: reference(lines.map(\.agent)))
    }

    private func serviceReportTable() -> ServiceReportTable {
        let (lines, grouping) = grouped(reports, ticket: \.ticket, at: \.at, ServiceReport.self)
        return ServiceReportTable(
            grouping: grouping, at: ColumnValues(lines.map(\.at)), agent: reference(lines.map(\.agent)),
            timeSpentMinutes: ValueColumn(lines.map(\.minutes), absent: 0))
    }
}

/// The instant of an RFC 3339 text; a test that cannot be read stops at once.
public func instant(_ text: String) -> Instant {
    guard case .instant(let instant) = InstantText.read(text) else { preconditionFailure("no instant: \(text)") }
    return instant
}
