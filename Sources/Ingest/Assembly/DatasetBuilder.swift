import ServiceDesk

/// Makes the dataset of everything that was read: merges duplicates, resolves references, groups by ticket.
final class DatasetBuilder {
    private let assembly: Assembly
    private let sources: [String]
    private var findings: FindingLog

    /// The row of a ticket's number, or `Absent.key`.
    private var ticketOfKey: [UInt32] = []
    private var people = PeopleBuilder()

    init(_ assembly: Assembly, sources: [String]) {
        self.assembly = assembly
        self.sources = sources
        findings = assembly.findings
    }

    func build() -> Dataset {
        let inventory = assembly.inventory()
        findings = assembly.findings
        let ticketOrder = order(assembly.firstTickets.repeats, assembly.tickets.key.count, "tickets") { row in
            self.ticketID(self.assembly.tickets.key[row]).text
        }
        let customerOrder = order(assembly.firstCustomers.repeats, assembly.customers.key.count, "customers") { row in
            self.customerID(self.assembly.customers.key[row])
        }
        numberTickets(ticketOrder)
        let agents = people.agents(assembly, &findings)
        let customers = customerTable(customerOrder)
        let (tickets, customerDirectory) = ticketTable(ticketOrder, customerOrder)
        let assignments = assignmentTable(ticketOrder)
        let events = eventTable(ticketCount: ticketOrder.count)
        let (commentRows, comments) = happenings(assembly.comments, "ticket_comments", ticketOrder.count)
        let commentTable = self.comments(commentRows, comments)
        let (remarkRows, remarks) = happenings(assembly.remarks, "ticket_remarks", ticketOrder.count)
        let remarkTable = self.remarks(remarkRows, remarks)
        let (reportRows, reports) = happenings(assembly.reports, "service_reports", ticketOrder.count)
        let reportTable = self.reports(reportRows, reports)
        return Dataset(
            sources: sources, tickets: tickets, customers: customers, customerDirectory: customerDirectory,
            agents: agents, agentDirectory: people.directory(), events: events, assignments: assignments,
            comments: commentTable, remarks: remarkTable, serviceReports: reportTable,
            workflowConfig: assembly.workflow, inventory: inventory, findings: findings)
    }

    // MARK: Rows

    private func ticketID(_ key: UInt32) -> EntityID<Ticket> {
        EntityID(high: assembly.ticketIDs.high[Int(key)], low: assembly.ticketIDs.low[Int(key)])
    }

    private func customerID(_ key: UInt32) -> String {
        EntityID<Customer>(high: assembly.customerIDs.high[Int(key)], low: assembly.customerIDs.low[Int(key)]).text
    }

    /// The order of a table whose repeated ids are findings.
    private func order(
        _ repeats: [(first: UInt32, later: UInt32)], _ count: Int, _ table: String, _ id: (Int) -> String
    ) -> InputOrder {
        for pair in repeats {
            findings.add(.duplicateID) {
                let text = id(Int(pair.later))
                return FindingExample(
                    place: Place(table: table, id: text), text: text,
                    sentence: "an earlier row of \(table) has the same id; this one counts")
            }
        }
        return InputOrder(rowCount: count, repeats: repeats)
    }

    private func numberTickets(_ order: InputOrder) {
        ticketOfKey = [UInt32](repeating: Absent.key, count: assembly.ticketIDs.count)
        let keys = assembly.tickets.key.base
        for place in 0..<order.count { ticketOfKey[Int(keys[order[place]])] = UInt32(truncatingIfNeeded: place) }
    }

    // MARK: Columns

    private func instants<Entity>(_ pile: borrowing Pile<Int64>, _ order: InputOrder) -> ValueColumn<Entity, Instant> {
        var validity: Bitmap?
        let base = pile.base
        for place in 0..<order.count where base[order[place]] == Absent.instant {
            if validity == nil { validity = Bitmap(repeating: true, count: order.count) }
            validity?.set(place, to: false)
        }
        let values = order.column(pile) { Instant(microseconds: $0 == Absent.instant ? 0 : $0) }
        return ValueColumn(values: values, validity: validity)
    }

    private func dates<Entity>(_ pile: borrowing Pile<Int32>, _ order: InputOrder) -> ValueColumn<Entity, LocalDate> {
        var validity: Bitmap?
        let base = pile.base
        for place in 0..<order.count where base[order[place]] == Absent.date {
            if validity == nil { validity = Bitmap(repeating: true, count: order.count) }
            validity?.set(place, to: false)
        }
        let values = order.column(pile) { LocalDate(daysSinceEpoch: $0 == Absent.date ? 0 : $0) }
        return ValueColumn(values: values, validity: validity)
    }

    private func amounts(_ pile: borrowing Pile<Int64>, _ order: InputOrder) -> ValueColumn<Ticket, Paise> {
        var validity: Bitmap?
        let base = pile.base
        for place in 0..<order.count where base[order[place]] == Absent.amount {
            if validity == nil { validity = Bitmap(repeating: true, count: order.count) }
            validity?.set(place, to: false)
        }
        return ValueColumn(values: order.column(pile) { Paise($0 == Absent.amount ? 0 : $0) }, validity: validity)
    }

    private func customerTable(_ order: InputOrder) -> CustomerTable {
        let ids = order.column(assembly.customers.key) { key in
            EntityID<Customer>(
                high: self.assembly.customerIDs.high[Int(key)], low: self.assembly.customerIDs.low[Int(key)])
        }
        return CustomerTable(
            id: ids, companyName: TextBuilder.column(assembly.customers.name, order),
            amcExpiry: dates(assembly.customers.amcExpiry, order), tssExpiry: dates(assembly.customers.tssExpiry, order)
        )
    }

    private func ticketTable(
        _ order: InputOrder, _ customerOrder: InputOrder
    ) -> (TicketTable, Directory<Customer>) {
        let idHigh = assembly.ticketIDs.high.base
        let idLow = assembly.ticketIDs.low.base
        let ids = order.column(assembly.tickets.key) { EntityID<Ticket>(high: idHigh[Int($0)], low: idLow[Int($0)]) }
        let (customers, directory) = customerReferences(order, customerOrder, ids)
        let agentTexts = assembly.tickets.assignedTo.base
        let flags = assembly.tickets.flags.base
        var assigned: [UInt32] = []
        assigned.reserveCapacity(order.count)
        for place in 0..<order.count {
            assigned.append(agentReference(agentTexts[order[place]], "tickets", "assigned_to") { ids[place].text })
        }
        noteSharedClientKeys(order, ids)
        var hasClientKey = Bitmap(repeating: false, count: order.count)
        for place in 0..<order.count where flags[order[place]] & Flag.isSet != 0 {
            hasClientKey.set(place, to: true)
        }
        let table = TicketTable(
            id: ids, customer: customers, hasClientKey: hasClientKey,
            title: assembly.options.keepsTitles ? TextBuilder.column(assembly.tickets.title, order) : nil,
            createdBy: DictionaryColumn(
                codes: order.column(assembly.tickets.createdBy) { $0 }, dictionary: assembly.createdBy.texts),
            category: DictionaryColumn(
                codes: order.column(assembly.tickets.category) { $0 }, dictionary: assembly.categories.texts),
            priority: DictionaryColumn(
                codes: order.column(assembly.tickets.priority) { $0 }, dictionary: assembly.priorities.texts),
            status: DictionaryColumn(
                codes: order.column(assembly.tickets.status) { $0 }, dictionary: assembly.statuses.texts),
            assignedTo: ReferenceColumn(codes: assigned),
            slaDue: instants(assembly.tickets.slaDue, order), createdAt: instants(assembly.tickets.createdAt, order),
            updatedAt: instants(assembly.tickets.updatedAt, order),
            billedAt: instants(assembly.tickets.billedAt, order),
            completedAt: instants(assembly.tickets.completedAt, order),
            billAmount: amounts(assembly.tickets.billAmount, order))
        return (table, directory)
    }

    /// Customers by their place in the table; those that are no rows follow, in the order of the tickets.
    private func customerReferences(
        _ order: InputOrder, _ customerOrder: InputOrder, _ ids: [EntityID<Ticket>]
    ) -> (ReferenceColumn<Ticket, Customer>, Directory<Customer>) {
        var entryOfKey = [UInt32](repeating: Absent.key, count: assembly.customerIDs.count)
        var texts: [String] = []
        for place in 0..<customerOrder.count {
            let key = assembly.customers.key[customerOrder[place]]
            entryOfKey[Int(key)] = UInt32(truncatingIfNeeded: place)
            texts.append(customerID(key))
        }
        var codes: [UInt32] = []
        codes.reserveCapacity(order.count)
        let customerKeys = assembly.tickets.customer.base
        for place in 0..<order.count {
            let key = customerKeys[order[place]]
            guard key != Absent.key else {
                codes.append(ReferenceColumn<Ticket, Customer>.noReference)
                continue
            }
            if entryOfKey[Int(key)] == Absent.key {
                entryOfKey[Int(key)] = UInt32(truncatingIfNeeded: texts.count)
                texts.append(customerID(key))
            }
            let entry = entryOfKey[Int(key)]
            codes.append(entry)
            if Int(entry) >= customerOrder.count {
                findings.add(.orphanCustomer) {
                    FindingExample(
                        place: Place(table: "tickets", id: ids[place].text), text: texts[Int(entry)],
                        sentence: "no customer has this id")
                }
            }
        }
        return (ReferenceColumn(codes: codes), Directory(ids: texts, rowCount: customerOrder.count))
    }

    private func noteSharedClientKeys(_ order: InputOrder, _ ids: [EntityID<Ticket>]) {
        var placeOfRow: [UInt32] = []
        if !order.isIdentity {
            placeOfRow = [UInt32](repeating: Absent.key, count: assembly.tickets.key.count)
            for place in 0..<order.count { placeOfRow[order[place]] = UInt32(truncatingIfNeeded: place) }
        }
        // The customer goes into the hash, so that one customer's keys are compared with its own.
        var places: [UInt32] = []
        var first = Pile<UInt64>()
        var second = Pile<UInt64>()
        for index in 0..<assembly.tickets.clientKeyRow.count {
            let row = assembly.tickets.clientKeyRow[index]
            let place = order.isIdentity ? row : placeOfRow[Int(row)]
            let customer = assembly.tickets.customer[Int(row)]
            guard place != Absent.key, customer != Absent.key else { continue }
            places.append(place)
            first.append(assembly.tickets.clientKeyFirst[index] ^ UInt64(customer) &* 0x9e37_79b9_7f4a_7c15)
            second.append(assembly.tickets.clientKeySecond[index])
        }
        for pair in RepeatedIDs.find(first, second, without: []) {
            findings.add(.duplicateClientKey) {
                FindingExample(
                    place: Place(table: "tickets", id: ids[Int(places[Int(pair.later)])].text),
                    text: ids[Int(places[Int(pair.first)])].text,
                    sentence: "a ticket of the same customer has the same client_ticket_uuid")
            }
        }
    }

    // MARK: People

    /// The directory entry of an agent text, or `noReference` for NULL; an orphan is a finding.
    private func agentReference(
        _ text: UInt32, _ table: String, _ column: String, _ id: () -> String
    ) -> UInt32 {
        guard text != 0 else { return ReferenceColumn<Ticket, Agent>.noReference }
        let entry = people.entry(text, assembly.agentTexts)
        if Int(entry) >= people.rowCount {
            let name = people.texts[Int(entry)]
            findings.add(.orphanAgent) {
                FindingExample(
                    place: Place(table: table, id: id()), text: name, sentence: "no agent is the \(column) \"\(name)\"")
            }
        }
        return entry
    }

    /// The same for a value inside JSON.
    private func agentValue(
        _ value: UInt32, _ table: String, _ column: String, _ id: () -> String
    ) -> UInt32 {
        guard value >= EventValue.first else { return value }
        return agentReference(value - (EventValue.first - 1), table, column, id) + EventValue.first
    }

    // MARK: What belongs to tickets

    private func assignmentTable(_ order: InputOrder) -> AssignmentTable {
        let count = assembly.tickets.assignmentRow.count
        var ticket: [UInt32] = []
        ticket.reserveCapacity(count)
        if order.isIdentity {
            for index in 0..<count { ticket.append(assembly.tickets.assignmentRow[index]) }
        } else {
            var placeOfRow = [UInt32](repeating: Absent.key, count: assembly.tickets.key.count)
            for place in 0..<order.count { placeOfRow[order[place]] = UInt32(truncatingIfNeeded: place) }
            for index in 0..<count { ticket.append(placeOfRow[Int(assembly.tickets.assignmentRow[index])]) }
        }
        let group = TicketGroups(ticketCount: order.count, count: count) { index in
            // Entries of a row that another one replaced are gone with it.
            ticket[index] == Absent.key ? nil : Int(ticket[index])
        } at: {
            self.assembly.tickets.assignmentAt.base[$0]
        }
        var old: [UInt32] = []
        var new: [UInt32] = []
        old.reserveCapacity(group.rows.count)
        new.reserveCapacity(group.rows.count)
        for row in group.rows {
            let id = {
                self.ticketID(self.assembly.tickets.key[Int(self.assembly.tickets.assignmentRow[Int(row)])]).text
            }
            old.append(agentValue(assembly.tickets.assignmentOld[Int(row)], "tickets", "assignment_history from", id))
            new.append(agentValue(assembly.tickets.assignmentNew[Int(row)], "tickets", "assignment_history to", id))
        }
        return AssignmentTable(
            grouping: TicketGrouping(offsets: group.offsets),
            at: group.rows.map { Instant(microseconds: assembly.tickets.assignmentAt[Int($0)]) }, oldValue: old,
            newValue: new)
    }

    /// The rows of a table of events or replies, grouped by ticket; those without a finite time are left out.
    private func happenings(
        _ rows: borrowing HappeningRows, _ table: String, _ ticketCount: Int
    ) -> (InputOrder, TicketGroups) {
        let high = rows.high.base
        let low = rows.low.base
        let order = order(
            RepeatedIDs.find(rows.high, rows.low, without: rows.withoutID, threads: assembly.options.threads),
            rows.at.count, table
        ) { EntityID<Event>(high: high[$0], low: low[$0]).text }
        let keys = rows.ticket.base
        let at = rows.at.base
        for place in 0..<order.count {
            let row = order[place]
            let key = keys[row]
            guard key != Absent.key, ticketOfKey[Int(key)] == Absent.key else { continue }
            findings.add(.orphanTicket) {
                FindingExample(
                    place: Place(table: table, id: EntityID<Event>(high: high[row], low: low[row]).text),
                    text: self.ticketID(key).text, sentence: "no ticket has this id")
            }
        }
        let tickets = ticketOfKey
        let groups = TicketGroups(ticketCount: ticketCount, count: order.count) { place in
            let row = order[place]
            let instant = at[row]
            if instant == Absent.instant || instant == Int64.max || instant == Int64.min { return nil }
            let key = keys[row]
            if key == Absent.key { return ticketCount }
            let ticket = tickets[Int(key)]
            return ticket == Absent.key ? ticketCount : Int(ticket)
        } at: {
            at[order[$0]]
        }
        return (order, groups)
    }

    private func eventTable(ticketCount: Int) -> EventTable {
        let (order, groups) = happenings(assembly.events, "audit_log", ticketCount)
        let rows = groups.rows.map { UInt32(truncatingIfNeeded: order[Int($0)]) }
        let isAssigned = assembly.actions.texts.map { EventAction($0) == .assigned }
        let amounts = EventAmounts(assembly.eventRows.amountRow, assembly.eventRows.amountValue, rows)
        let action = assembly.eventRows.action.base
        let oldValue = assembly.eventRows.oldValue.base
        let newValue = assembly.eventRows.newValue.base
        let high = assembly.events.high.base
        let low = assembly.events.low.base
        let at = assembly.events.at.base
        let who = assembly.events.who.base
        var old = rows.map { oldValue[Int($0)] }
        var new = rows.map { newValue[Int($0)] }
        for (place, row) in rows.enumerated() where isAssigned[Int(action[Int(row)])] {
            let id = { EntityID<Event>(high: high[Int(row)], low: low[Int(row)]).text }
            old[place] = agentValue(old[place], "audit_log", "payload's from", id)
            new[place] = agentValue(new[place], "audit_log", "payload's to", id)
        }
        var values = ["", ""]
        values.append(contentsOf: assembly.eventValues.texts.dropFirst())
        return EventTable(
            grouping: TicketGrouping(offsets: groups.offsets),
            at: rows.map { Instant(microseconds: at[Int($0)]) },
            action: DictionaryColumn(codes: rows.map { action[Int($0)] }, dictionary: assembly.actions.texts),
            oldValue: old, newValue: new, values: values,
            amount: SparseColumn(positions: amounts.positions, values: amounts.values),
            performedBy: DictionaryColumn(
                codes: rows.map { who[Int($0)] }, dictionary: assembly.performedBy.texts))
    }

    private func comments(_ order: InputOrder, _ groups: TicketGroups) -> CommentTable {
        let rows = groups.rows.map { order[Int($0)] }
        var isPublic = Bitmap(repeating: false, count: rows.count)
        for (place, row) in rows.enumerated() where assembly.comments.flags[row] & Flag.isSet != 0 {
            isPublic.set(place, to: true)
        }
        return CommentTable(
            grouping: TicketGrouping(offsets: groups.offsets),
            at: rows.map { Instant(microseconds: assembly.comments.at[$0]) },
            author: DictionaryColumn(codes: rows.map { assembly.comments.who[$0] }, dictionary: assembly.authors.texts),
            isPublic: isPublic)
    }

    private func remarks(_ order: InputOrder, _ groups: TicketGroups) -> RemarkTable {
        let rows = groups.rows.map { order[Int($0)] }
        var agents: [UInt32] = []
        for row in rows {
            agents.append(
                agentReference(assembly.remarks.who[row], "ticket_remarks", "agent_id") {
                    EntityID<Remark>(high: assembly.remarks.high[row], low: assembly.remarks.low[row]).text
                })
        }
        return RemarkTable(
            grouping: TicketGrouping(offsets: groups.offsets),
            at: rows.map { Instant(microseconds: assembly.remarks.at[$0]) }, agent: ReferenceColumn(codes: agents))
    }

    private func reports(_ order: InputOrder, _ groups: TicketGroups) -> ServiceReportTable {
        let rows = groups.rows.map { order[Int($0)] }
        var agents: [UInt32] = []
        for row in rows {
            agents.append(
                agentReference(assembly.reports.who[row], "service_reports", "agent_id") {
                    EntityID<ServiceReport>(high: assembly.reports.high[row], low: assembly.reports.low[row]).text
                })
        }
        let minutes = rows.map { assembly.reports.minutes[$0] }
        return ServiceReportTable(
            grouping: TicketGrouping(offsets: groups.offsets),
            at: rows.map { Instant(microseconds: assembly.reports.at[$0]) }, agent: ReferenceColumn(codes: agents),
            timeSpentMinutes: ValueColumn(minutes.map { $0 == Absent.minutes ? nil : $0 }, absent: 0))
    }
}

/// The amounts of events by their place in the table.
private struct EventAmounts {
    private(set) var positions: [UInt32] = []
    private(set) var values: [Paise] = []

    init(_ amountRow: borrowing Pile<UInt32>, _ amountValue: borrowing Pile<Int64>, _ rows: [UInt32]) {
        guard amountRow.count > 0 else { return }
        let last = Int(amountRow[amountRow.count - 1])
        var has = Bitmap(repeating: false, count: last + 1)
        for index in 0..<amountRow.count { has.set(Int(amountRow[index]), to: true) }
        for (place, row) in rows.enumerated() where Int(row) <= last && has[Int(row)] {
            var low = 0
            var high = amountRow.count
            while low < high {
                let middle = (low + high) / 2
                if amountRow[middle] < row { low = middle + 1 } else { high = middle }
            }
            positions.append(UInt32(truncatingIfNeeded: place))
            values.append(Paise(amountValue[low]))
        }
    }
}

/// Rows ordered by ticket, then time, then input order.
struct TicketGroups {
    /// Where the rows of each ticket start, and where those without one do.
    private(set) var offsets: [UInt32]
    /// The rows in order.
    private(set) var rows: [UInt32]

    /// Orders `count` rows; `ticket` is the ticket's place, the number of tickets for rows without one, or nil for rows
    /// that are left out.
    init(ticketCount: Int, count: Int, _ ticket: (Int) -> Int?, at: (Int) -> Int64) {
        var starts = [UInt32](repeating: 0, count: ticketCount + 2)
        for row in 0..<count { if let place = ticket(row) { starts[place + 1] += 1 } }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        offsets = Array(starts.prefix(ticketCount + 1))
        let total = Int(starts[ticketCount + 1])
        var rows = [UInt32](repeating: 0, count: total)
        var next = offsets
        for row in 0..<count {
            guard let place = ticket(row) else { continue }
            rows[Int(next[place])] = UInt32(truncatingIfNeeded: row)
            next[place] += 1
        }
        for place in 0..<ticketCount {
            TicketGroups.sort(&rows, Int(offsets[place]), Int(offsets[place + 1]), at)
        }
        self.rows = rows
    }

    /// Sorts a ticket's rows by time; most are in order already. Equal times stay in input order.
    private static func sort(_ rows: inout [UInt32], _ start: Int, _ end: Int, _ at: (Int) -> Int64) {
        guard end - start > 1 else { return }
        var isSorted = true
        for index in (start + 1)..<end where at(Int(rows[index])) < at(Int(rows[index - 1])) { isSorted = false }
        if isSorted { return }
        let ordered = rows[start..<end].map { (at(Int($0)), $0) }.sorted { $0 < $1 }
        for (offset, pair) in ordered.enumerated() { rows[start + offset] = pair.1 }
    }
}

/// Columns of texts.
enum TextBuilder {
    static func column<Entity>(_ pile: borrowing TextPile, _ order: InputOrder) -> TextColumn<Entity> {
        var starts: [Int] = [0]
        starts.reserveCapacity(pile.lengths.count + 1)
        for row in 0..<pile.lengths.count { starts.append(starts[row] + max(0, Int(pile.lengths[row]))) }
        var bytes: [UInt8] = []
        var offsets = [0]
        var validity: Bitmap?
        for place in 0..<order.count {
            let row = order[place]
            let length = Int(pile.lengths[row])
            if length < 0 {
                if validity == nil { validity = Bitmap(repeating: true, count: order.count) }
                validity?.set(place, to: false)
            } else {
                bytes.append(contentsOf: UnsafeBufferPointer(start: pile.bytes.base + starts[row], count: length))
            }
            offsets.append(bytes.count)
        }
        return TextColumn(bytes: bytes, offsets: offsets, validity: validity)
    }
}
