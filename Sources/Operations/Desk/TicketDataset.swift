import ServiceDesk

/// One ticket as the dataset of an analysis: the clocks of a command are those that `sla` will show.
struct TicketDataset {
    private let record: TicketRecord
    private let customer: CustomerTerms?
    private let agents: [AgentRecord]
    private var agentCodes: [String: UInt32] = [:]
    private var agentIDs: [String] = []
    private var values = ["", ""]

    /// The dataset of a ticket.
    static func make(_ record: TicketRecord, customer: CustomerTerms?, _ context: DeskContext) -> Dataset {
        var builder = TicketDataset(record: record, customer: customer, agents: context.agents)
        return builder.dataset(workflow: context.workflow)
    }

    private init(record: TicketRecord, customer: CustomerTerms?, agents: [AgentRecord]) {
        self.record = record
        self.customer = customer
        self.agents = agents
        for agent in agents { _ = code(ofAgent: agent.id.text) }
    }

    private mutating func dataset(workflow: WorkflowConfig) -> Dataset {
        let tickets = ticketTable()
        let events = eventTable()
        let assignments = assignmentTable()
        let comments = commentTable()
        let remarks = RemarkTable(
            grouping: TicketDataset.grouping(finite(record.remarks, \.createdAt).count),
            at: ColumnValues(finite(record.remarks, \.createdAt).compactMap(\.createdAt)),
            agent: ReferenceColumn(codes: finite(record.remarks, \.createdAt).map { reference($0.agent) }))
        let work = finite(record.serviceReports, \.createdAt)
        let reports = ServiceReportTable(
            grouping: TicketDataset.grouping(work.count), at: ColumnValues(work.compactMap(\.createdAt)),
            agent: ReferenceColumn(codes: work.map { reference($0.agent) }),
            timeSpentMinutes: ValueColumn(work.map(\.minutes), absent: 0))
        let customers = customer.map { [$0] } ?? []
        return Dataset(
            sources: [], tickets: tickets,
            customers: CustomerTable(
                id: ColumnValues(customers.map(\.id)), companyName: TextColumn(customers.map(\.companyName)),
                amcExpiry: ValueColumn(customers.map(\.amcExpiry), absent: .infinity),
                tssExpiry: ValueColumn(customers.map(\.tssExpiry), absent: .infinity)),
            customerDirectory: Directory(ids: customers.map(\.id.text), rowCount: customers.count),
            agents: AgentTable(
                id: ColumnValues(agents.map(\.id)), username: TextColumn(agents.map(\.username)),
                fullName: TextColumn(agents.map(\.fullName)),
                role: TicketDataset.dictionary(agents.map(\.storedRole)),
                isActive: TicketDataset.bits(agents.map(\.isEnabled))),
            agentDirectory: Directory(ids: agentIDs, rowCount: agents.count), events: events,
            assignments: assignments, comments: comments, remarks: remarks, serviceReports: reports,
            workflowConfig: workflow, inventory: Inventory(), findings: FindingLog())
    }

    // MARK: - Columns

    private static func grouping<Entity>(_ count: Int) -> TicketGrouping<Entity> {
        TicketGrouping(offsets: [0, UInt32(count)])
    }

    private static func dictionary<Entity, Code>(_ texts: [String?]) -> DictionaryColumn<Entity, Code> {
        var words = [""]
        let codes = texts.map { text -> Code in
            guard let text else { return 0 }
            if let known = words.dropFirst().firstIndex(of: text) { return Code(known) }
            words.append(text)
            return Code(words.count - 1)
        }
        return DictionaryColumn(codes: codes, dictionary: words)
    }

    private static func bits(_ flags: [Bool]) -> Bitmap {
        var bits = Bitmap(repeating: false, count: flags.count)
        for (index, flag) in flags.enumerated() where flag { bits.set(index, to: true) }
        return bits
    }

    private static func instant<Entity>(_ instant: Instant?) -> ValueColumn<Entity, Instant> {
        ValueColumn([instant], absent: .infinity)
    }

    /// Rows without a finite time say nothing (`SEMANTICS` 3.1).
    private func finite<Row>(_ rows: [Row], _ at: (Row) -> Instant?) -> [Row] {
        rows.filter { at($0)?.isFinite == true }
    }

    private mutating func code(ofAgent id: String) -> UInt32 {
        let key = Word.folded(id)
        if let code = agentCodes[key] { return code }
        let code = UInt32(agentIDs.count)
        agentCodes[key] = code
        agentIDs.append(key)
        return code
    }

    /// The directory's entry of an agent, orphans included.
    private func reference(_ agent: EntityID<Agent>?) -> UInt32 {
        // Whoever wrote a remark or a report matters only as somebody, so an orphan is any entry.
        agent.map { agentCodes[$0.text] ?? 0 } ?? ReferenceColumn<Remark, Agent>.noReference
    }

    private mutating func ticketTable() -> TicketTable {
        let row = record.row
        let assignee = row.assignedTo.map { code(ofAgent: $0.text) }
        return TicketTable(
            id: [row.id],
            customer: ReferenceColumn(codes: [customer == nil ? ReferenceColumn<Ticket, Customer>.noReference : 0]),
            hasClientKey: TicketDataset.bits([row.clientKey.map { !Word.isBlank($0) } ?? false]), title: nil,
            createdBy: TicketDataset.dictionary([row.createdBy]), category: TicketDataset.dictionary([row.category]),
            priority: TicketDataset.dictionary([row.priority]), status: TicketDataset.dictionary([row.status]),
            assignedTo: ReferenceColumn(codes: [assignee ?? ReferenceColumn<Ticket, Agent>.noReference]),
            slaDue: TicketDataset.instant(row.slaDue), createdAt: TicketDataset.instant(row.createdAt),
            updatedAt: TicketDataset.instant(row.updatedAt), billedAt: TicketDataset.instant(row.billedAt),
            completedAt: TicketDataset.instant(row.completedAt),
            billAmount: ValueColumn([row.billAmount.flatMap { Paise($0) }], absent: .zero))
    }

    private func commentTable() -> CommentTable {
        let rows = finite(record.comments, \.createdAt)
        return CommentTable(
            grouping: TicketDataset.grouping(rows.count), at: ColumnValues(rows.compactMap(\.createdAt)),
            author: TicketDataset.dictionary(rows.map(\.author)),
            isPublic: TicketDataset.bits(rows.map { $0.isInternal == false }))
    }

    // MARK: - Events

    private mutating func eventTable() -> EventTable {
        let rows = finite(record.events, \.createdAt)
        var old: [UInt32] = []
        var new: [UInt32] = []
        var amounts: [(place: UInt32, amount: Paise)] = []
        for (index, row) in rows.enumerated() {
            let action = EventAction(row.action)
            old.append(code(of: action.oldValueKeys, in: row.payload, action))
            new.append(code(of: action.newValueKeys, in: row.payload, action))
            if action.hasAmount, let amount = row.payload.amount("amount") { amounts.append((UInt32(index), amount)) }
        }
        return EventTable(
            grouping: TicketDataset.grouping(rows.count), at: ColumnValues(rows.compactMap(\.createdAt)),
            action: TicketDataset.dictionary(rows.map(\.action)), oldValue: ColumnValues(old),
            newValue: ColumnValues(new), values: values,
            amount: SparseColumn(
                positions: ColumnValues(amounts.map(\.place)), values: ColumnValues(amounts.map(\.amount))),
            performedBy: TicketDataset.dictionary(rows.map(\.performedBy)))
    }

    private mutating func assignmentTable() -> AssignmentTable {
        var entries: [(at: Instant, old: UInt32, new: UInt32)] = []
        if case .array(let elements) = record.row.assignmentHistory {
            for element in elements {
                guard let at = element.instant("assigned_at"), at.isFinite else { continue }
                let new = code(of: ["to"], in: element, .assigned)
                guard new != EventValue.absent else { continue }
                entries.append((at, code(of: ["from"], in: element, .assigned), new))
            }
        }
        let ordered = entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        return AssignmentTable(
            grouping: TicketDataset.grouping(ordered.count), at: ColumnValues(ordered.map(\.at)),
            oldValue: ColumnValues(ordered.map(\.old)), newValue: ColumnValues(ordered.map(\.new)))
    }

    /// The first usable value of some keys, coded as `EventValue` says: a text before a null.
    private mutating func code(of keys: [String], in payload: JSONValue, _ action: EventAction) -> UInt32 {
        for key in keys {
            guard case .string(let text) = payload[key], !Word.isBlank(text) else { continue }
            if action == .assigned { return EventValue.first + code(ofAgent: text) }
            if let known = values.dropFirst(2).firstIndex(of: text) { return UInt32(known) }
            values.append(text)
            return UInt32(values.count - 1)
        }
        let isNull = action.nullIsValue && keys.contains { payload[$0] == .null }
        return isNull ? EventValue.null : EventValue.absent
    }
}

extension JSONValue {
    /// An amount under a key, as a text or a number; nil when there is none that is exact.
    func amount(_ key: String) -> Paise? {
        switch self[key] {
        case .string(let text), .decimal(let text): Paise(text)
        case .integer(let number): Paise(String(number))
        default: nil
        }
    }

    /// An instant under a key; one without an offset is UTC (`SCHEMA`).
    func instant(_ key: String) -> Instant? {
        guard case .string(let text) = self[key] else { return nil }
        switch InstantText.read(text) {
        case .instant(let instant): return instant
        case .local(let microseconds): return Instant(microseconds: microseconds)
        case .outOfRange, .unreadable: return nil
        }
    }
}
